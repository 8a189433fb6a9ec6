//! A button: what acts. (What goes somewhere is a link, `<a class="button" href=…>` at most.)

use super::Handler;

use super::icon::Icon;
use super::ids;
use crate::dom::{Fragment, Words, component, view};
use crate::reactive::*;

/// How much a button asks to be pressed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Kind {
    /// Outlined.
    #[default]
    Quiet,
    /// Filled in the accent: the one thing to do here.
    Primary,
    /// Words in the accent, no border.
    Plain,
    /// Filled in the bad tone: only on the last step of something that cannot be undone.
    Danger,
}

impl Kind {
    fn class(self) -> &'static str {
        match self {
            Kind::Quiet => "button",
            Kind::Primary => "button primary",
            Kind::Plain => "button plain",
            Kind::Danger => "button danger",
        }
    }
}

/// A button with a word. One that cannot be used stays reachable and says why.
#[component]
pub fn Button(
    #[prop(into)] label: Words,
    #[prop(into)] on_press: Handler<()>,
    #[prop(optional)] kind: Kind,
    #[prop(optional)] icon: Option<&'static str>,
    /// The accessible name where the word alone does not tell on what it acts. Begins with it.
    #[prop(optional, into)]
    about: Option<Words>,
    /// Lower, for rows.
    #[prop(optional)]
    small: bool,
    /// At work: presses do nothing.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Why it cannot be used now; `None` when it can.
    #[prop(optional, into)]
    disabled_reason: Signal<Option<String>>,
    /// Submits its form.
    #[prop(optional)]
    submit: bool,
) -> Fragment {
    let reason_id = ids::unique();
    let described_by = reason_id.clone();
    let off = move || disabled_reason.with(Option::is_some);
    let press = move |event: leptos::ev::MouseEvent| {
        if disabled_reason.with_untracked(Option::is_some) || busy.get_untracked() {
            event.prevent_default();
        } else {
            on_press.call(());
        }
    };
    view! {
        <span class=move || if off() { "with-reason" } else { "with-reason free" }>
            <button
                type=if submit { "submit" } else { "button" }
                class=kind.class()
                class:small=small
                aria-disabled=move || off().then_some("true")
                aria-busy=move || busy.get().then_some("true")
                aria-describedby=move || off().then(|| described_by.clone())
                aria-label=about
                on:click=press
            >
                {icon.map(|icon| view! { <Icon of=icon/> })}
                {label}
            </button>
            {move || {
                disabled_reason.get().map(|reason| {
                    view! { <span class="reason" role="tooltip" id=reason_id.clone()>{reason}</span> }
                })
            }}
        </span>
    }
}
