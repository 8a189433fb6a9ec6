//! What follows, the customer's name typed, and the last button.

use super::desk::SeveralDesk;
use crate::dom::{CollectFragment, Fragment, component, live, view};
use crate::features::cancel::undo::{UndoTime, Undoing, in_turn};
use crate::features::cancel::words;
use crate::i18n::{counted, format, lang, text};
use crate::model::cancellation::is_name;
use crate::reactive::*;
use crate::ui::{Button, CheckBox, Kind, TextField, notices};

#[component]
pub(super) fn Confirm(desk: SeveralDesk) -> Fragment {
    let read = RwSignal::new(false);
    let typed = RwSignal::new(String::new());
    let undoing = RwSignal::new(false);
    let sends = move |()| {
        undoing.set(false);
        desk.start();
    };
    let time = UndoTime::new(sends, move |()| {
        undoing.set(false);
        desk.hold(false);
    });
    let name = Memo::new(move |_| desk.customer.introduced().name);
    let missing = Signal::derive(move || {
        let missing = match () {
            () if desk.chosen().is_empty() => text::SEVERAL_CHOOSE.now().to_owned(),
            () if !read.get() => text::CANCEL_FOLLOWS_NEEDED.now().to_owned(),
            () if !is_name(&typed.get(), &name.get()) => {
                text::several_type_name(lang(), &name.get())
            }
            () => return None,
        };
        Some(missing)
    });
    let label = move || {
        let (count, expected) = (counted(desk.chosen().len()), desk.expected());
        match expected.sums.as_slice() {
            [sum] if expected.is_complete() => {
                text::several_act_sum(lang(), count, &format::money(lang(), sum))
            }
            _ => text::several_act(lang(), count),
        }
    };
    let press = move |()| {
        undoing.set(true);
        desk.hold(true);
        time.begin();
    };
    let undo = move |()| {
        time.take_back();
        desk.hold(false);
        undoing.set(false);
        notices::say(text::CANCEL_UNDONE);
    };
    // Whoever goes elsewhere before it was sent has not cancelled.
    on_cleanup(move || {
        if undoing.try_get_untracked() == Some(true) {
            notices::say(text::CANCEL_UNDONE);
        }
    });
    let facts = [
        text::CANCEL_FOLLOWS_KEYS,
        text::CANCEL_FOLLOWS_UNINSTALL,
        text::CANCEL_FOLLOWS_FINAL,
        text::CANCEL_FOLLOWS_CREDIT,
    ];
    let credit = move || {
        let lines = words::expected(lang(), &desk.expected());
        lines
            .into_iter()
            .map(|line| view! { <li>{line}</li> })
            .collect_view()
    };
    let act = live(move || match undoing.get() {
        true => view! { <Undoing time on_undo=undo/> },
        false => view! {
            <div class="act">
                <Button label kind=Kind::Danger disabled_reason=missing on_press=press/>
                <p class="quiet small">{text::CANCEL_ACT_HINT}</p>
            </div>
        },
    });
    view! {
        <section class="section several-confirm">
            <h3>{text::CANCEL_FOLLOWS_TITLE}</h3>
            <ul class="follows">
                {facts.map(|fact| view! { <li>{fact}</li> }).into_iter().collect_view()}
                {credit}
            </ul>
            <div class="choice">
                <CheckBox
                    label=text::CANCEL_FOLLOWS_READ
                    checked=read
                    on_change=move |checked| read.set(checked)
                />
            </div>
            <TextField
                label=move || text::several_name(lang(), &name.get())
                value=typed
                on_input=move |words| typed.set(words)
            />
            {in_turn(act, move || undoing.track())}
        </section>
    }
}
