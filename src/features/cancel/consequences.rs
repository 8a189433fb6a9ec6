//! Step 3: what follows, and that it was read.

use super::desk::CancelDesk;
use super::ways_on::Ways;
use super::words;
use crate::dom::{CollectFragment, Fragment, component, view};
use crate::i18n::{lang, text};
use crate::model::draft::CancelStep;
use crate::reactive::*;
use crate::ui::{CheckBox, Note, StepHeading, Tone};

#[component]
pub(super) fn Consequences(desk: CancelDesk) -> Fragment {
    let blamed = RwSignal::new(false);
    let ticked = Signal::derive(move || desk.draft().is_some_and(|draft| draft.acknowledged));
    let credit = move || {
        let lines = desk.lines.get().unwrap_or_default();
        let expected = desk.selection().expected(&lines);
        words::expected(lang(), &expected)
            .into_iter()
            .map(|line| view! { <li>{line}</li> })
            .collect_view()
    };
    let facts = [
        text::CANCEL_FOLLOWS_KEYS,
        text::CANCEL_FOLLOWS_UNINSTALL,
        text::CANCEL_FOLLOWS_FINAL,
        text::CANCEL_FOLLOWS_CREDIT,
        text::CANCEL_FOLLOWS_DELAY,
    ];
    view! {
        <StepHeading words=text::CANCEL_FOLLOWS_TITLE/>
        <ul class="follows">
            {facts.map(|fact| view! { <li>{fact}</li> }).into_iter().collect_view()}
            {credit}
        </ul>
        <div class="choice-list">
            <div class="choice">
                <CheckBox
                    label=text::CANCEL_FOLLOWS_READ
                    checked=ticked
                    on_change=move |checked| desk.change(|draft| draft.acknowledged = checked)
                />
            </div>
        </div>
        {move || (blamed.get() && !ticked.get()).then(|| view! {
            <Note tone=Tone::Bad><p role="alert">{text::CANCEL_FOLLOWS_NEEDED}</p></Note>
        })}
        <Ways desk step=CancelStep::Consequences blocked=Signal::derive(move || !ticked.get()) on_blocked=move |()| blamed.set(true)/>
    }
}
