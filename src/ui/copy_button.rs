//! A button that copies a text at hand, and what stands in for it when the browser refuses.

use web_sys::HtmlInputElement;

use super::copy::{self, Copied};
use super::icon::{self, Icon};
use super::{announce, notices};
use crate::dom::{Fragment, NodeRef, Words, component, view};
use crate::i18n::{lang, lang_untracked, text};
use crate::reactive::*;

/// Copies `value`, which is no secret (a key has its own dialog). Its name is "Copy *what*".
#[component]
pub fn CopyButton(
    #[prop(into)] value: Words,
    /// What is copied, as in "Tenant GUID".
    #[prop(into)]
    what: Words,
    /// Shows the word beside the icon.
    #[prop(optional)]
    words: bool,
) -> Fragment {
    // How often it was copied, counted down again: the check mark goes when no copy is recent.
    let fresh = RwSignal::new(0_u32);
    let by_hand = RwSignal::new(None::<String>);
    let name = what.clone();
    let press = move |_| {
        let text = untrack(|| value.get().to_string());
        let what = what.clone();
        let copying = copy::copy_text(&text);
        spawn_local(async move {
            if copying.await == Copied::Done {
                let what = untrack(|| what.get().to_string());
                announce(text::notices_copied(lang_untracked(), &what));
                by_hand.set(None);
                fresh.update(|count| *count += 1);
                set_timeout(
                    move || {
                        fresh.update(|count| *count -= 1);
                    },
                    std::time::Duration::from_secs(2),
                );
            } else {
                by_hand.set(Some(text));
            }
        });
    };
    view! {
        <button
            type="button"
            class=if words { "button small" } else { "button bare" }
            class:done=move || { fresh.get() > 0 }
            aria-label=move || text::copy_what(lang(), &name.get())
            title=(!words).then_some(text::ACT_COPY)
            on:click=press
        >
            {move || {
                let of = if fresh.get() > 0 { icon::CHECK } else { icon::COPY };
                view! { <Icon of/> }
            }}
            {words.then_some(move || if fresh.get() > 0 { text::ACT_COPIED.now() } else { text::ACT_COPY.now() })}
        </button>
        {move || {
            by_hand
                .get()
                .map(|value| {
                    let close = move |_| by_hand.set(None);
                    let escape = move |event: leptos::ev::KeyboardEvent| {
                        if event.key() == "Escape" {
                            by_hand.set(None);
                        }
                    };
                    view! {
                        <div class="notice by-hand-floating" on:keydown=escape>
                            <SelectText value />
                            <button type="button" class="button bare" aria-label=text::ACT_CLOSE on:click=close>
                                <Icon of=icon::CLOSE />
                            </button>
                        </div>
                    }
                })
        }}
    }
}

/// The last resort of copying: the text in a field, selected, and the keys to press.
#[component]
pub fn SelectText(value: String) -> Fragment {
    let field = NodeRef::<HtmlInputElement>::new();
    effect(move || {
        if let Some(field) = field.get() {
            // Before it is selected: setting the value takes the selection away.
            field.set_value(&value);
            let _ = field.focus();
            field.select();
        }
    });
    view! {
        <span class="by-hand secret">
            <input
                class="input mono"
                readonly
                aria-label=text::COPY_SELECTED
                autocomplete="off"
                spellcheck="false"
                translate="no"
                node_ref=field
            />
            <span class="small" role="alert">
                {move || text::copy_press(lang(), copy::keys())}
            </span>
        </span>
    }
}

/// Says in a notice that something was copied.
pub fn copied_notice(what: impl Into<Words>) {
    let what = what.into();
    notices::say(move || text::notices_copied(lang(), &what.get()));
}
