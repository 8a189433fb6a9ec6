//! The head of a page: heading, facts, actions; and what follows from it for the whole window, the
//! document's title and the breadcrumbs.

use crate::browser;
use crate::dom::{Children, Fragment, Words, component, view};
use crate::i18n::text;
use crate::paths::Href;
use crate::reactive::*;

/// A step on the way to the page.
#[derive(Clone)]
pub struct Crumb {
    label: Words,
    href: Option<Href>,
}

impl Crumb {
    /// A page above this one.
    pub fn to(label: impl Into<Words>, href: Href) -> Self {
        Self {
            label: label.into(),
            href: Some(href),
        }
    }

    /// The page itself.
    pub fn here(label: impl Into<Words>) -> Self {
        Self {
            label: label.into(),
            href: None,
        }
    }

    /// What it says.
    #[must_use]
    pub fn label(&self) -> Words {
        self.label.clone()
    }

    /// Where it leads; `None` for the page itself.
    #[must_use]
    pub fn href(&self) -> Option<&Href> {
        self.href.as_ref()
    }
}

thread_local! {
    static CRUMBS: GlobalSignal<Vec<Crumb>> = GlobalSignal::new(Vec::new());
}

/// The way to the current page, for the frame; tracks it.
#[must_use]
pub fn crumbs() -> Vec<Crumb> {
    CRUMBS.with(GlobalSignal::get)
}

/// The head of a page, once per page. Its children are short facts under the heading.
#[component]
pub fn PageHead(
    #[prop(into)] title: Words,
    #[prop(optional)] crumbs: Vec<Crumb>,
    /// What the window's title says before the product's name, if not the heading: the page and
    /// the customer by name and domain. Never anything secret.
    #[prop(optional, into)]
    tab: Option<Words>,
    #[prop(optional)] actions: Option<Fragment>,
    #[prop(optional)] children: Option<Children>,
) -> Fragment {
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
                <h1 tabindex="-1">{title}</h1>
                {children.map(|children| view! { <div class="under">{children()}</div> })}
            </div>
            {actions.map(|actions| view! { <div class="actions">{actions}</div> })}
        </div>
    }
}
