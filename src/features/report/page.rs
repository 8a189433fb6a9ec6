//! The pages of a report, one address for each step.

use super::contact_step::ContactStep;
use super::description::DescriptionStep;
use super::desk::{ReportDesk, use_report_desk};
use super::details::DetailsStep;
use super::entry::Entry;
use super::facts::FactsStep;
use super::review::ReviewStep;
use super::sent::SentPage;
use super::words;
use crate::dom::{CollectFragment, Fragment, Words, component, live, view};
use crate::features::drafts::Contested;
use crate::i18n::{format, lang, text};
use crate::model::CustomerRef;
use crate::model::draft::{ReportDraft, ReportStep};
use crate::navigation::{History, use_go, use_page};
use crate::paths::{self, Page, ReportPage};
use crate::reactive::*;
use crate::ui::{Crumb, Empty, PageHead, SkeletonLines, Wizard, WizardStep, foreign};

/// What is shown.
#[derive(Clone, Copy, PartialEq)]
enum Face {
    Reading,
    Missing,
    /// There, and not to be read by this version.
    Newer,
    Step(ReportStep),
}

/// Beginning a report, and filling it in.
#[component]
pub fn ReportPages() -> Fragment {
    let page = use_page();
    let begins = Memo::new(move |_| page.get() == Page::Report(ReportPage::New));
    live(move || match begins.get() {
        true => view! {
            <PageHead title=text::REPORT_TITLE crumbs=vec![Crumb::here(text::REPORT_TITLE)]/>
            <Entry/>
        },
        false => view! { <Report/> },
    })
}

#[component]
fn Report() -> Fragment {
    let page = use_page();
    // While the page is being left the address names no report any more: the last one stays.
    let place = Memo::new(move |before: Option<&Option<_>>| {
        page.with(|page| match page {
            Page::Report(ReportPage::At(at)) => at.clone(),
            _ => before.cloned().flatten(),
        })
    });
    let id = Memo::new(move |_| place.get().map(|(draft, _)| draft));
    let at = Memo::new(move |_| place.get().map(|(_, step)| step));
    let desk = use_report_desk(id);
    stay_where_one_may_be(desk, at);
    let face = Memo::new(move |_| match (desk.is_there(), at.get()) {
        (None, _) => Face::Reading,
        (Some(true), Some(step)) => Face::Step(step),
        _ if desk.shared.is_newer() => Face::Newer,
        _ => Face::Missing,
    });
    let tab = move || match desk.full_name() {
        Some(name) => format!("{} · {name}", text::REPORT_TITLE.now()),
        None => text::REPORT_TITLE.now().to_owned(),
    };
    let whose = move || match desk.is_there() {
        Some(true) => desk
            .full_name()
            .unwrap_or_else(|| text::REPORT_NO_CUSTOMER.now().to_owned()),
        _ => String::new(),
    };
    view! {
        <PageHead title=text::REPORT_TITLE tab crumbs=vec![Crumb::here(text::REPORT_TITLE)]/>
        {live(move || match face.get() {
            Face::Reading => view! { <SkeletonLines what=text::REPORT_READING/> },
            Face::Missing => view! { <Missing/> },
            Face::Newer => view! { <Contested shared=desk.shared/> },
            Face::Step(step) => view! {
                <h2 class="report-whose">{whose}</h2>
                <Contested shared=desk.shared/>
                {match step {
                    ReportStep::Sent => view! { <SentPage desk/> },
                    step => framed(desk, step),
                }}
            },
        })}
    }
}

/// No such draft here: it was begun on another device, thrown away, or sent long ago.
#[component]
fn Missing() -> Fragment {
    view! {
        <Empty words=text::REPORT_MISSING>
            <p class="quiet">{text::REPORT_MISSING_WHY}</p>
            <a class="button" href=paths::new_report(None, None, None).to_string()>
                {text::REPORT_ANEW}
            </a>
        </Empty>
    }
}

/// A step in the frame of the wizard.
fn framed(desk: ReportDesk, step: ReportStep) -> Fragment {
    let filled_in = || {
        let steps = ReportStep::ALL.into_iter();
        steps.filter(|step| *step != ReportStep::Sent)
    };
    // Every step may be chosen: one whose predecessors are not right leads back to them.
    let steps = Signal::derive(move || {
        let step = |step| WizardStep {
            name: Words::from(words::step(step)),
            href: desk.id.get().map(|id| paths::report(&id, step).to_string()),
        };
        filled_in().map(step).collect()
    });
    let at = filled_in().position(|one| one == step).unwrap_or_default();
    let summary = summary(desk);
    view! {
        <Wizard label=text::REPORT_STEPS steps at summary>
            {match step {
                ReportStep::Facts => view! { <FactsStep desk/> },
                ReportStep::Details => view! { <DetailsStep desk/> },
                ReportStep::Description => view! { <DescriptionStep desk/> },
                ReportStep::Contact => view! { <ContactStep desk/> },
                ReportStep::Review | ReportStep::Sent => view! { <ReviewStep desk/> },
            }}
        </Wizard>
    }
}

/// What it is about, beside every step.
fn summary(desk: ReportDesk) -> Fragment {
    let customer = Memo::new(move |_| desk.customer());
    let whose = move || {
        let whose = customer.get()?;
        let href = paths::customer(&CustomerRef::Id(whose.id)).to_string();
        Some(view! { <p><a href=href>{move || desk.full_name()}</a></p> })
    };
    let meant = Memo::new(move |_| desk.filled().map(|filled| filled.lines).unwrap_or_default());
    let lines = move || {
        let meant = meant.get();
        let found = desk.lookups.found.get();
        let lines = found.bought.as_ref().map(|bought| bought.lines(&meant));
        let lines = lines.unwrap_or_default().into_iter();
        let named = lines.map(|(_, line)| {
            let name = line.friendly_name.as_deref().unwrap_or(&line.offer_id);
            let name = foreign::visible(name);
            let quantity = line.quantity.filter(|quantity| *quantity > 0);
            view! {
                <li>
                    <bdi>{name}</bdi>
                    {quantity.map(|quantity| view! {
                        <span class="quiet number">" × " {move || format::number(lang(), quantity as f64)}</span>
                    })}
                </li>
            }
        });
        named.collect_view()
    };
    let number = move || {
        let found = desk.lookups.found.get();
        let order = found.bought.as_ref()?.order()?;
        let number = foreign::visible(order.number());
        Some(view! {
            <p class="quiet">{text::SOFTWARE_ORDER_NUMBER} " " <span class="mono">{number}</span></p>
        })
    };
    let reference = move || desk.reference();
    view! {
        {live(whose)}
        {live(number)}
        <ul class="chosen">{live(lines)}</ul>
        <p class="quiet small">{text::REPORT_REFERENCE} " " <span class="mono">{reference}</span></p>
    }
}

/// A step whose predecessors are not right leads back to the first of them, which says what is wrong;
/// what was sent is no longer filled in; and the draft remembers the step that one is on.
fn stay_where_one_may_be(desk: ReportDesk, at: Memo<Option<ReportStep>>) {
    let go = use_go();
    let pending = Memo::new(move |_| desk.lookups.found.with(|found| found.pending));
    let there = Memo::new(move |_| desk.is_there() == Some(true));
    let is_sent = move |filled: ReportDraft| filled.step == ReportStep::Sent;
    // Also by another tab.
    let sent = Memo::new(move |_| desk.filled().is_some_and(is_sent));
    effect(move || {
        sent.track();
        let (Some(step), Some(id)) = (at.get(), desk.id.get()) else {
            return;
        };
        if !there.get() || pending.get() {
            return;
        }
        let Some(filled) = untrack(|| desk.filled()) else {
            return;
        };
        let to = match (filled.step == ReportStep::Sent, step == ReportStep::Sent) {
            (true, true) => None,
            (true, false) => Some(ReportStep::Sent),
            (false, true) => Some(filled.step),
            (false, false) => untrack(|| desk.first_wrong_before(step)),
        };
        match to {
            Some(to) => {
                if to < step {
                    desk.blame(to);
                }
                go(paths::report(&id, to), History::Replace);
            }
            None if filled.step != step => desk.change(|draft| draft.step = step),
            None => {}
        }
    });
}
