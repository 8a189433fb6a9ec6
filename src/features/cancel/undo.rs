//! Ten seconds in which what was pressed can be taken back. Nothing is sent before they are over.

use std::time::Duration;

use leptos::ev::pagehide;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::browser::{self, visitors_now};
use crate::dom::{Fragment, NodeRef, component, view};
use crate::i18n::{lang, text};
use crate::model::cancellation::Undo;
use crate::reactive::*;
use crate::ui::{Button, Countdown, Handler, Kind};

/// How often the time is looked at.
const TICK: Duration = Duration::from_millis(200);

/// The seconds as they run down; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct UndoTime {
    running: StoredValue<Option<Undo>>,
    /// Milliseconds
    left: RwSignal<u32>,
    later: Later,
    /// Called once they are over.
    over: Handler<()>,
}

impl UndoTime {
    /// `over` is called once they are over, and `left` when the page is put away before: a page that
    /// the browser brings back later goes on where it stood, and would send at once.
    pub fn new(over: impl Fn(()) + 'static, left: impl Fn(()) + 'static) -> Self {
        let time = UndoTime {
            running: StoredValue::new(None),
            left: RwSignal::new(0),
            later: Later::begin(),
            over: Handler::from(over),
        };
        let put_away = window_event_listener(pagehide, move |_| {
            if time.running.with_value(Option::is_some) {
                time.take_back();
                left(());
            }
        });
        on_cleanup(move || put_away.remove());
        time
    }

    pub fn begin(self) {
        self.running.set_value(Some(Undo::begun(visitors_now())));
        self.tick();
    }

    pub fn take_back(self) {
        self.later.cancel();
        self.running.set_value(None);
    }

    fn tick(self) {
        let Some(undo) = self.running.try_get_value().flatten() else {
            return;
        };
        match undo.left(visitors_now()) {
            None => {
                self.running.set_value(None);
                self.over.call(());
            }
            Some(millis) => {
                self.left.set(millis);
                self.later.put_off(TICK, move || self.tick());
            }
        }
    }
}

/// The place of the last button, of the seconds and of the failure, one instead of the other. What had
/// the focus goes with each of the `changes`: what comes takes it.
pub(super) fn in_turn(shown: Fragment, changes: impl Fn() + 'static) -> Fragment {
    let place = NodeRef::<HtmlElement>::new();
    let mut stood = false;
    effect(move || {
        changes();
        // The first one came with its page.
        if std::mem::replace(&mut stood, true) {
            request_animation_frame(move || catch_focus(place));
        }
    });
    view! { <div class="acts" node_ref=place>{shown}</div> }
}

/// Focuses the failure, or else the button, unless somebody is at something else.
fn catch_focus(place: NodeRef<HtmlElement>) {
    let focused = browser::document().and_then(|document| document.active_element());
    if focused.is_some_and(|focused| focused.tag_name() != "BODY") {
        return;
    }
    let found = place.try_get_untracked().and_then(|place| {
        let found = place.query_selector(".failed, button").ok()??;
        found.dyn_into::<HtmlElement>().ok()
    });
    if let Some(found) = found {
        // Either can always have it.
        let _ = found.focus();
    }
}

/// The seconds that are left, and the way back.
#[component]
pub(super) fn Undoing(time: UndoTime, #[prop(into)] on_undo: Handler<()>) -> Fragment {
    let left = time.left;
    let seconds = Memo::new(move |_| left.get().div_ceil(1_000));
    let share = move || f64::from(left.get()) / Undo::LASTS as f64;
    // The key that asked for it, still held down: whoever lets it go late takes nothing back.
    let held = move |event: leptos::ev::KeyboardEvent| {
        if event.repeat() && event.key() == "Enter" {
            event.prevent_default();
        }
    };
    view! {
        <div class="act undoing" on:keydown=held>
            <Countdown left=Signal::derive(share)/>
            <p role="timer">{move || text::cancel_undo_in(lang(), seconds.get())}</p>
            <Button label=text::CANCEL_UNDO kind=Kind::Primary on_press=on_undo/>
            <p class="sr-only" role="status">{text::CANCEL_UNDO_SAID}</p>
        </div>
    }
}
