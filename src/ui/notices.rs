//! Notices: what just happened, at the bottom left, one at a time, polite. Failures do not come
//! here: they stay where they happened.

use std::time::Duration;

use super::Handler;

use super::Button;
use super::button::Kind;
use super::icon::{self, Icon};
use crate::dom::{Fragment, Words, component, view};
use crate::i18n::text;
use crate::reactive::*;

/// What is shown now, and the number that tells it from the one before.
#[derive(Clone)]
struct Notice {
    number: u32,
    words: Words,
    action: Option<(Words, Handler<()>)>,
}

/// Words stay for as long as they take to read; with something to press, for longer.
const SHOWN: Duration = Duration::from_secs(6);
const SHOWN_WITH_ACTION: Duration = Duration::from_secs(12);

thread_local! {
    static NOTICE: RwSignal<Option<Notice>> = RwSignal::new(None);
}

/// Says something; it replaces what was said before.
pub fn say(words: impl Into<Words>) {
    show(words.into(), None);
}

/// Says something with one thing to press, such as *Undo*.
pub fn say_with(
    words: impl Into<Words>,
    action: impl Into<Words>,
    on_press: impl Into<Handler<()>>,
) {
    show(words.into(), Some((action.into(), on_press.into())));
}

fn show(words: Words, action: Option<(Words, Handler<()>)>) {
    let time = if action.is_some() {
        SHOWN_WITH_ACTION
    } else {
        SHOWN
    };
    let notice = NOTICE.with(|notice| *notice);
    let number = notice
        .with_untracked(|last| last.as_ref().map_or(0, |last| last.number))
        .wrapping_add(1);
    notice.set(Some(Notice {
        number,
        words,
        action,
    }));
    set_timeout(move || close(number), time);
}

/// Takes a notice away, unless another one stands there by now.
fn close(number: u32) {
    let notice = NOTICE.with(|notice| *notice);
    if notice.with_untracked(|shown| shown.as_ref().is_some_and(|shown| shown.number == number)) {
        notice.set(None);
    }
}

/// The place of notices, once per page.
#[component]
pub fn Notices() -> Fragment {
    let notice = NOTICE.with(|notice| *notice);
    view! {
        <div class="notices" role="status" aria-live="polite" aria-label=text::NOTICES_LABEL>
            {move || notice.get().map(shown)}
        </div>
    }
}

fn shown(notice: Notice) -> Fragment {
    let Notice {
        number,
        words,
        action,
    } = notice;
    view! {
        <div class="notice">
            <span>{words}</span>
            {action.map(|(label, on_press)| {
                let press = move |()| {
                    close(number);
                    on_press.call(());
                };
                view! { <Button label on_press=press kind=Kind::Plain small=true/> }
            })}
            <button
                type="button"
                class="button bare"
                aria-label=text::ACT_DISMISS
                on:click=move |_| close(number)
            >
                <Icon of=icon::CLOSE/>
            </button>
        </div>
    }
}
