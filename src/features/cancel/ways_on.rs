//! The ways out of a step: on, back, and away with all of it kept.

use super::desk::CancelDesk;
use crate::dom::{Fragment, component, view};
use crate::i18n::text;
use crate::model::draft::CancelStep;
use crate::navigation::{History, use_go};
use crate::paths::{self, CancelPage};
use crate::reactive::*;
use crate::ui::{Button, Handler, Kind, notices};

/// *Continue*, *Back*, *Save and leave*.
#[component]
pub(super) fn Ways(
    desk: CancelDesk,
    step: CancelStep,
    /// Something is missing: said by `on_blocked`, instead of going on.
    #[prop(into)]
    blocked: Signal<bool>,
    #[prop(into)] on_blocked: Handler<()>,
) -> Fragment {
    let go = use_go();
    let place = CancelStep::ALL
        .iter()
        .position(|one| *one == step)
        .unwrap_or_default();
    let next = CancelStep::ALL.get(place + 1).copied();
    let on = move |()| {
        if blocked.get_untracked() {
            on_blocked.call(());
        } else if let (Some(next), Some(href)) = (
            next,
            next.and_then(|next| untrack(|| desk.href(CancelPage::Step(next)))),
        ) {
            desk.change(|draft| draft.step = next);
            go(href, History::Push);
        }
    };
    view! {
        <div class="wizard-ways">
            {next.is_some().then(|| view! {
                <Button label=text::WIZARD_CONTINUE kind=Kind::Primary on_press=on/>
            })}
            <WaysBack desk step/>
        </div>
    }
}

/// *Back* and *Save and leave*.
#[component]
pub(super) fn WaysBack(desk: CancelDesk, step: CancelStep) -> Fragment {
    let place = CancelStep::ALL
        .iter()
        .position(|one| *one == step)
        .unwrap_or_default();
    let before = place.checked_sub(1).map(|place| CancelStep::ALL[place]);
    let back = move || {
        let at = before.map_or(CancelPage::Ways, CancelPage::Step);
        desk.href(at).map(String::from)
    };
    let order = move || {
        let (named, order) = (desk.customer.named()?, desk.id.get()?);
        Some(paths::order(&named, &order).to_string())
    };
    view! {
        <a href=back>{text::WIZARD_BACK}</a>
        <a class="leave" href=order on:click=move |_| notices::say(text::WIZARD_SAVED)>{text::WIZARD_LEAVE}</a>
    }
}
