//! The line above every page: the way here, and the way to any customer.

use leptos::prelude::*;

use crate::i18n::{t, text};
use crate::lean::words;
use crate::paths;
use crate::ui::{Crumb, Icon, crumbs, icon};

/// Breadcrumbs and search.
#[component]
pub(super) fn Top() -> impl IntoView {
    let crumbs = crumbs();
    view! {
        <header class="top">
            <nav aria-label=t(text::NAV_WHERE)>
                <ol class="crumbs">{move || crumbs.get().into_iter().map(step).collect_view()}</ol>
            </nav>
            <a class="find" href=paths::customers("").to_string() aria-keyshortcuts="Control+K">
                <Icon of=icon::SEARCH/>
                {t(text::NAV_SEARCH)}
                <kbd aria-hidden="true">{t(text::NAV_SEARCH_KEYS)}</kbd>
            </a>
        </header>
    }
}

fn step(crumb: Crumb) -> AnyView {
    let label = crumb.label();
    match crumb.href() {
        Some(href) => view! { <li><a href=href.to_string()>{words(label)}</a></li> }.into_any(),
        None => view! { <li><span aria-current="page">{words(label)}</span></li> }.into_any(),
    }
}
