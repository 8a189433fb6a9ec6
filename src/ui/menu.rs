//! A menu on the native popover: the commands of a row that are not its main one.

use leptos::ev::MouseEvent;
use web_sys::HtmlElement;

use super::icon::{self, Icon};
use super::ids;
use crate::dom::{Children, Fragment, NodeRef, Words, component, view};

/// A button that opens its children, which are [`Button`](super::Button)s and `<a>`s. Choosing one
/// closes it, except one that cannot be used, whose reason stays to be read.
#[component]
pub fn Menu(
    /// The accessible name of the button, with what it acts on: "More for Visio Professional".
    #[prop(into)]
    label: Words,
    children: Children,
) -> Fragment {
    let id = ids::unique();
    let popover = NodeRef::<HtmlElement>::new();
    let close = move |event: MouseEvent| {
        if event.default_prevented() {
            return;
        }
        if let Some(popover) = popover.get_untracked() {
            // Fails only when it is closed already.
            let _ = popover.hide_popover();
        }
    };
    view! {
        <button type="button" class="button bare" aria-label=label popovertarget=id.clone()>
            <Icon of=icon::MORE/>
        </button>
        <div class="menu" popover="auto" id=id node_ref=popover on:click=close>
            {children()}
        </div>
    }
}
