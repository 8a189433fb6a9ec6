//! A modal dialog on the native element: its title is its name, focus goes to the title, and back
//! to what opened it; Escape closes it. On a phone it rises from the bottom.

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;
use web_sys::HtmlElement;

use super::icon::{self, Icon};
use super::ids;
use crate::browser;
use crate::dom::{ChildrenFn, Fragment, NodeRef, Words, component, live, view};
use crate::i18n::text;
use crate::reactive::*;

/// Shows its children while `open` is true; they exist only then, so what they hold goes with them.
#[component]
pub fn Dialog(
    open: RwSignal<bool>,
    #[prop(into)] title: Words,
    /// What it acts on, under the title: the customer by name and domain.
    #[prop(optional, into)]
    about: Option<Words>,
    /// Also closes on a press outside. Not for what a stray press must not lose.
    #[prop(optional)]
    light_dismiss: bool,
    /// 44 instead of 32 rem.
    #[prop(optional)]
    wide: bool,
    children: ChildrenFn,
) -> Fragment {
    live(move || {
        open.get().then(|| {
            let children = children.clone();
            opened(
                open,
                title.clone(),
                about.clone(),
                light_dismiss,
                wide,
                children(),
            )
        })
    })
}

fn opened(
    open: RwSignal<bool>,
    title: Words,
    about: Option<Words>,
    light_dismiss: bool,
    wide: bool,
    children: Fragment,
) -> Fragment {
    let dialog = NodeRef::<HtmlDialogElement>::new();
    let heading = NodeRef::<HtmlElement>::new();
    let id = ids::unique();
    let named_by = id.clone();
    let opener = StoredValue::new(focused());
    effect(move || {
        let (Some(dialog), Some(heading)) = (dialog.get(), heading.get()) else {
            return;
        };
        // A dialog that is open already, or not in the page, is the only reason to refuse.
        if dialog.show_modal().is_ok() {
            let _ = heading.focus();
        }
    });
    on_cleanup(move || {
        if let Some(Some(opener)) = opener.try_get_value() {
            // After the dialog has left the page: until then everything else is inert.
            request_animation_frame(move || {
                if focused().is_none() {
                    let _ = opener.focus();
                }
            });
        }
    });
    // The element itself is what lies under the pointer only outside the panel, which fills it.
    let outside = move |event: leptos::ev::MouseEvent| {
        let on_backdrop = || {
            let dialog: Option<HtmlElement> = dialog.get_untracked().map(Into::into);
            dialog.is_some() && dialog == event.target().and_then(|target| target.dyn_into().ok())
        };
        if light_dismiss && on_backdrop() {
            open.set(false);
        }
    };
    view! {
        <dialog
            class="dialog"
            class:wide=wide
            aria-labelledby=named_by
            node_ref=dialog
            on:close=move |_| open.set(false)
            on:mousedown=outside
        >
            <div class="panel">
                <header>
                    <h2 id=id tabindex="-1" node_ref=heading>{title}</h2>
                    <button
                        type="button"
                        class="button bare"
                        aria-label=text::ACT_CLOSE
                        on:click=move |_| open.set(false)
                    >
                        <Icon of=icon::CLOSE/>
                    </button>
                    {about.map(|about| view! { <p class="about">{about}</p> })}
                </header>
                {children}
            </div>
        </dialog>
    }
}

/// What has the focus, the body aside.
fn focused() -> Option<HtmlElement> {
    let document = browser::document()?;
    let focused: HtmlElement = document.active_element()?.dyn_into().ok()?;
    (document.body().as_ref() != Some(&focused)).then_some(focused)
}
