//! A modal dialog on the native element: its title is its name, focus goes to the title, and back
//! to what opened it; Escape closes it. On a phone it rises from the bottom.

use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::icon::{self, Icon};
use super::ids;
use crate::browser;
use crate::i18n::{t, text};
use crate::lean::{effect, words};

/// Shows its children while `open` is true; they exist only then, so what they hold goes with them.
#[component]
pub fn Dialog(
    open: RwSignal<bool>,
    #[prop(into)] title: TextProp,
    /// What it acts on, under the title: the customer by name and domain.
    #[prop(optional, into)]
    about: Option<TextProp>,
    /// Also closes on a press outside. Not for what a stray press must not lose.
    #[prop(optional)]
    light_dismiss: bool,
    /// 44 instead of 32 rem.
    #[prop(optional)]
    wide: bool,
    children: ChildrenFn,
) -> impl IntoView {
    move || {
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
    }
}

fn opened(
    open: RwSignal<bool>,
    title: TextProp,
    about: Option<TextProp>,
    light_dismiss: bool,
    wide: bool,
    children: AnyView,
) -> AnyView {
    let dialog = NodeRef::<html::Dialog>::new();
    let heading = NodeRef::<html::H2>::new();
    let id = ids::unique();
    let named_by = id.clone();
    let opener = StoredValue::new_local(focused());
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
                    <h2 id=id tabindex="-1" node_ref=heading>{words(title)}</h2>
                    <button
                        type="button"
                        class="button bare"
                        aria-label=t(text::ACT_CLOSE)
                        on:click=move |_| open.set(false)
                    >
                        <Icon of=icon::CLOSE/>
                    </button>
                    {about.map(|about| view! { <p class="about">{words(about)}</p> })}
                </header>
                {children}
            </div>
        </dialog>
    }
    .into_any()
}

/// What has the focus, the body aside.
fn focused() -> Option<HtmlElement> {
    let document = browser::document()?;
    let focused: HtmlElement = document.active_element()?.dyn_into().ok()?;
    (document.body().as_ref() != Some(&focused)).then_some(focused)
}
