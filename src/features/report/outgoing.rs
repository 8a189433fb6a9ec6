//! The text exactly as it will be sent, in the language chosen for it; or a version of one's own.

use super::desk::ReportDesk;
use super::field::Lines;
use super::words;
use crate::dom::{Fragment, component, live, view};
use crate::i18n::{Lang, lang, text};
use crate::model::report::{Field, Phrase};
use crate::reactive::*;
use crate::ui::{Button, Choice, Note, Segments, Tone, notices};

#[component]
pub(super) fn Outgoing(desk: ReportDesk) -> Fragment {
    let unspoken = RwSignal::new(None::<Lang>);
    let options = Signal::derive(|| {
        let name = |lang: Lang| Choice::new(lang.code(), lang.name());
        Lang::ALL.map(name).to_vec()
    });
    let chosen = Memo::new(move |_| {
        let language = desk.filled().map(|filled| filled.language);
        language.unwrap_or_default()
    });
    let choose = move |code: String| {
        let Some(wanted) = Lang::from_tag(&code) else {
            return;
        };
        spawn_local(async move {
            let spoken = desk.choose_language(wanted).await.is_ok();
            unspoken.set((!spoken).then_some(wanted));
        });
    };
    let is_own = Memo::new(move |_| desk.report().own_text.is_some());
    view! {
        <section class="outgoing" aria-labelledby="report-outgoing">
            <h4 id="report-outgoing">{text::REPORT_OUTGOING}</h4>
            <Segments label=text::REPORT_LANGUAGE options chosen on_choose=choose/>
            {move || unspoken.get().map(|missing| view! {
                <Note tone=Tone::Bad>
                    <p role="alert">{move || text::language_failed(lang(), missing.name())}</p>
                </Note>
            })}
            {live(move || match is_own.get() {
                true => view! { <Own desk/> },
                false => view! { <Proposed desk/> },
            })}
        </section>
    }
}

/// The text that is put together.
#[component]
fn Proposed(desk: ReportDesk) -> Fragment {
    let take_over = move |()| {
        let text = untrack(|| desk.proposed_text());
        desk.change(|draft| draft.report.own_text = Some(text));
    };
    view! {
        <div
            class="letter"
            role="group"
            tabindex="0"
            aria-label=text::REPORT_OUTGOING
            lang=move || desk.spoken.get().code()
        >
            {move || desk.outgoing()}
        </div>
        <div><Button label=text::REPORT_OWN on_press=take_over/></div>
    }
}

/// The person's own version. The line by which the request is found again stays.
#[component]
fn Own(desk: ReportDesk) -> Fragment {
    let back = move |()| {
        let own = untrack(|| desk.report()).own_text;
        desk.change(|draft| draft.report.own_text = None);
        notices::say_with(text::REPORT_OWN_GONE, text::ACT_UNDO, move |()| {
            desk.change(|draft| draft.report.own_text.clone_from(&own));
        });
    };
    let last = move || words::phrase(desk.spoken.get(), Phrase::Reference(&desk.reference()));
    view! {
        <Lines
            desk
            field=Field::Description
            rows=12
            label=text::REPORT_OWN_TEXT
            hint=text::REPORT_OWN_HINT
        />
        <p class="letter" lang=move || desk.spoken.get().code()>{last}</p>
        <div><Button label=text::REPORT_OWN_BACK on_press=back/></div>
    }
}
