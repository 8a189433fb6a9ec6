//! Keeping a customer on the start page.

use super::current::CurrentCustomer;
use crate::dom::{Fragment, component, view};
use crate::i18n::text;
use crate::model::CustomerId;
use crate::reactive::*;
use crate::shell::recent;
use crate::ui::{Icon, icon, notices};

/// Pins the page's customer to the start page; pressed while it is.
#[component]
pub(super) fn Pin(customer: CurrentCustomer) -> Fragment {
    let id = Memo::new(move |_| customer.id());
    let changed = RwSignal::new(0_u32);
    let pinned = Memo::new(move |_| {
        changed.track();
        id.with(|id| id.as_ref().is_some_and(recent::is_pinned))
    });
    let press = move |_| {
        let Some(id): Option<CustomerId> = id.get_untracked() else {
            return;
        };
        let now = !pinned.get_untracked();
        recent::pin(&id, now);
        changed.update(|changed| *changed += 1);
        notices::say(match now {
            true => text::CUSTOMERS_PIN_DONE,
            false => text::CUSTOMERS_PIN_UNDONE,
        });
    };
    let pressed = move || if pinned.get() { "true" } else { "false" };
    view! {
        <button type="button" class="button plain" aria-pressed=pressed on:click=press>
            <Icon of=icon::PIN/> {text::CUSTOMERS_PIN}
        </button>
    }
}
