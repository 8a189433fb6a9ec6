//! The page of what was filled in and not sent.

use super::discard::{Discard, Discarding};
use super::list::{Listed, What, is_in_doubt, listed};
use super::shelf::use_drafts;
use super::words;
use crate::dom::{Fragment, component, each, live, view};
use crate::i18n::{counted, format, lang, lang_untracked, text};
use crate::kept;
use crate::model::CustomerRef;
use crate::model::draft::{Draft, Wizard};
use crate::operations::use_operations;
use crate::paths::{self, CancelPage, Href};
use crate::reactive::*;
use crate::session::use_session;
use crate::ui::{Button, Crumb, Empty, Kind, Note, PageHead, SkeletonLines, Tone, foreign};

const COLUMNS: usize = 5;

#[derive(Clone, Copy, PartialEq)]
enum Face {
    Reading,
    Nothing,
    Rows,
}

/// Every draft, with the ways to go on with it and to be rid of it.
#[component]
pub fn DraftsPage() -> Fragment {
    let stored = use_drafts();
    let drafts = Memo::new(move |_| stored.get().map(listed));
    let face = Memo::new(move |_| {
        drafts.with(|drafts| match drafts {
            None => Face::Reading,
            Some(drafts) if drafts.is_empty() => Face::Nothing,
            Some(_) => Face::Rows,
        })
    });
    let unreadable = Memo::new(move |_| {
        let drafts = drafts.get().unwrap_or_default();
        let readable = |one: &&Listed| matches!(one.what, What::Draft(_));
        drafts.len() - drafts.iter().filter(readable).count()
    });
    let wanted = RwSignal::new(None::<Discarding>);
    view! {
        <PageHead title=text::DRAFTS_TITLE crumbs=vec![Crumb::here(text::DRAFTS_TITLE)]/>
        {(!kept::is_safe()).then(|| view! {
            <Note tone=Tone::Warning><p>{text::DRAFTS_UNSAFE}</p></Note>
        })}
        {live(move || {
            let count = counted(unreadable.get());
            (count > 0).then(|| view! {
                <Note tone=Tone::Warning><p>{move || text::drafts_unreadable(lang(), count)}</p></Note>
            })
        })}
        {live(move || match face.get() {
            Face::Reading => view! { <SkeletonLines what=text::DRAFTS_LOADING/> },
            Face::Nothing => view! {
                <Empty words=text::DRAFTS_NONE>
                    <p class="quiet">{text::DRAFTS_NONE_NEXT}</p>
                    <a class="button" href=paths::customers("").to_string()>{text::START_ALL}</a>
                </Empty>
            },
            Face::Rows => view! { <Table drafts wanted/> },
        })}
        <Discard wanted/>
    }
}

#[component]
fn Table(drafts: Memo<Option<Vec<Listed>>>, wanted: RwSignal<Option<Discarding>>) -> Fragment {
    let rows = move || drafts.get().unwrap_or_default();
    // All that a row shows and that may change while it stands.
    let key = |one: &Listed| match &one.what {
        What::Draft(draft) => {
            let about = words::about(lang_untracked(), &draft.wizard);
            format!("{}|{}|{about}", one.key, draft.changed.millis())
        }
        What::Newer | What::Broken => one.key.clone(),
    };
    let heads = [
        text::REQUESTS_CUSTOMER,
        text::DRAFTS_STEP,
        text::REQUESTS_CHANGED,
    ];
    let heads = heads.map(|head| view! { <th role="columnheader" scope="col">{head}</th> });
    view! {
        <table class="table drafts" role="table">
            <caption class="sr-only">{text::DRAFTS_TITLE}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col" class="main">{text::DRAFTS_DRAFT}</th>
                    {heads}
                    <th role="columnheader" scope="col" class="commands">
                        <span class="sr-only">{text::SOFTWARE_COMMANDS}</span>
                    </th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                {each(rows, key, move |Listed { key, what }| match what {
                    What::Draft(draft) => view! { <Row key draft=*draft wanted/> },
                    What::Newer => view! { <Unreadable key newer=true wanted/> },
                    What::Broken => view! { <Unreadable key newer=false wanted/> },
                })}
            </tbody>
        </table>
    }
}

#[component]
fn Row(key: String, draft: Draft, wanted: RwSignal<Option<Discarding>>) -> Fragment {
    let operations = use_operations();
    let href = go_on(&draft).map(String::from);
    let (kind, step) = (words::kind(&draft.wizard), words::step(&draft.wizard));
    let whose = words::whose(&draft).cloned();
    let full_name = whose.as_ref().map(words::full_name).unwrap_or_default();
    let now = use_session().api().server_now().millis();
    let changed = draft.changed.millis();
    let in_doubt = {
        let draft = draft.clone();
        Signal::derive(move || {
            let doubt = is_in_doubt(&draft, &operations.open());
            doubt.then(|| text::DRAFTS_IN_DOUBT.now().to_owned())
        })
    };
    let about = {
        let wizard = draft.wizard;
        Signal::derive(move || words::about(lang(), &wizard))
    };
    let named = full_name.clone();
    let press = move |()| {
        wanted.set(Some(Discarding {
            key: key.clone(),
            about: about.get_untracked(),
            whose: full_name.clone(),
        }));
    };
    let go = href.clone();
    let of = move || match named.as_str() {
        "" => about.get(),
        named => format!("{}, {named}", about.get()),
    };
    let of = Signal::derive(of);
    view! {
        <tr role="row">
            <td role="rowheader" class="main">
                <a href=href><bdi>{move || about.get()}</bdi></a>
                <span class="sub">{kind}</span>
            </td>
            <td role="cell" data-label=text::REQUESTS_CUSTOMER>{whose.map(|whose| {
                let name = words::name(&whose);
                let domain = Some(whose.domain).filter(|domain| *domain != name);
                view! {
                    <span>
                        <bdi>{name}</bdi>
                        {domain.map(|domain| view! {
                            <span class="sub">{foreign::visible(&domain)}</span>
                        })}
                    </span>
                }
            })}</td>
            <td role="cell" data-label=text::DRAFTS_STEP>{step}</td>
            <td role="cell" data-label=text::REQUESTS_CHANGED>
                <span>
                    {move || format::relative(lang(), changed, now.max(changed))}
                    <span class="sub">{move || format::date_time(lang(), changed)}</span>
                </span>
            </td>
            <td role="cell" class="commands">
                <div class="row">
                    <a class="button small" href=go>
                        {text::DRAFTS_GO_ON} <span class="sr-only">" " {move || of.get()}</span>
                    </a>
                    <Button
                        label=text::DRAFTS_DISCARD
                        about=move || text::drafts_discard_of(lang(), &of.get())
                        kind=Kind::Plain
                        small=true
                        disabled_reason=in_doubt
                        on_press=press
                    />
                </div>
            </td>
        </tr>
    }
}

/// The step where somebody stopped.
fn go_on(draft: &Draft) -> Option<Href> {
    Some(match &draft.wizard {
        Wizard::Cancel(cancel) => {
            let customer = CustomerRef::Id(words::whose(draft)?.id.clone());
            paths::cancel(&customer, &cancel.order, CancelPage::Step(cancel.step))
        }
        Wizard::Report(report) => paths::report(&draft.id, report.step),
    })
}

/// A record that this version cannot read: said so, and to be discarded only by hand.
#[component]
fn Unreadable(key: String, newer: bool, wanted: RwSignal<Option<Discarding>>) -> Fragment {
    let words = match newer {
        true => text::DRAFTS_NEWER,
        false => text::DRAFTS_BROKEN,
    };
    // What it was kept for: an order or a report, by its id.
    let last = key.rsplit('/').next().unwrap_or_default();
    let last = last.rsplit(' ').next().unwrap_or_default();
    let named = foreign::visible(last);
    let about = named.clone();
    let press = move |()| {
        wanted.set(Some(Discarding {
            key: key.clone(),
            about: about.clone(),
            whose: String::new(),
        }));
    };
    let of = named.clone();
    view! {
        <tr role="row" class="unreadable">
            <td role="rowheader" class="main" colspan=COLUMNS - 1>
                <span class="name">{words}</span>
                <span class="sub mono">{named}</span>
            </td>
            <td role="cell" class="commands">
                <Button
                    label=text::DRAFTS_DISCARD
                    about=move || text::drafts_discard_of(lang(), &of)
                    kind=Kind::Plain
                    small=true
                    on_press=press
                />
            </td>
        </tr>
    }
}
