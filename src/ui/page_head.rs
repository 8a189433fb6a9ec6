//! The head of a page: heading, facts, actions; and what follows from it for the whole window, the
//! document's title and the breadcrumbs.

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::browser;
use crate::i18n::text;
use crate::lean::{effect, words};
use crate::paths::Href;

/// A step on the way to the page.
#[derive(Clone)]
pub struct Crumb {
    label: TextProp,
    href: Option<Href>,
}

impl Crumb {
    /// A page above this one.
    pub fn to(label: impl Into<TextProp>, href: Href) -> Self {
        Self {
            label: label.into(),
            href: Some(href),
        }
    }

    /// The page itself.
    pub fn here(label: impl Into<TextProp>) -> Self {
        Self {
            label: label.into(),
            href: None,
        }
    }

    /// What it says.
    #[must_use]
    pub fn label(&self) -> TextProp {
        self.label.clone()
    }

    /// Where it leads; `None` for the page itself.
    #[must_use]
    pub fn href(&self) -> Option<&Href> {
        self.href.as_ref()
    }
}

thread_local! {
    static CRUMBS: ArcRwSignal<Vec<Crumb>> = ArcRwSignal::new(Vec::new());
}

/// The way to the current page, for the frame.
#[must_use]
pub fn crumbs() -> ArcRwSignal<Vec<Crumb>> {
    CRUMBS.with(ArcRwSignal::clone)
}

/// The head of a page, once per page. Its children are short facts under the heading.
#[component]
pub fn PageHead(
    #[prop(into)] title: TextProp,
    #[prop(optional)] crumbs: Vec<Crumb>,
    /// What the window's title says before the product's name, if not the heading: the page and
    /// the customer by name and domain. Never anything secret.
    #[prop(optional, into)]
    tab: Option<TextProp>,
    #[prop(optional)] actions: Option<AnyView>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    CRUMBS.with(|signal| signal.set(crumbs));
    let window_title = tab.unwrap_or_else(|| title.clone());
    effect(move || {
        let words = window_title.get();
        if let Some(document) = browser::document() {
            document.set_title(&format!("{words} · {}", text::APP_NAME.now()));
        }
    });
    view! {
        <div class="page-head">
            <div class="titles">
                <h1 tabindex="-1">{words(title)}</h1>
                {children.map(|children| view! { <div class="under">{children()}</div> })}
            </div>
            {actions.map(|actions| view! { <div class="actions">{actions}</div> })}
        </div>
    }
    .into_any()
}
