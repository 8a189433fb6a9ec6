//! The line above every page: the way here, and the way to any customer.

use crate::dom::{CollectFragment, Fragment, component, view};
use crate::i18n::text;
use crate::paths;
use crate::ui::{Crumb, Icon, crumbs, icon};

/// Breadcrumbs and search.
#[component]
pub(super) fn Top() -> Fragment {
    view! {
        <header class="top">
            <nav aria-label=text::NAV_WHERE>
                <ol class="crumbs">{move || crumbs().into_iter().map(step).collect_view()}</ol>
            </nav>
            <a class="find" href=paths::customers("").to_string() aria-keyshortcuts="Control+K">
                <Icon of=icon::SEARCH/>
                {text::NAV_SEARCH}
                <kbd aria-hidden="true">{text::NAV_SEARCH_KEYS}</kbd>
            </a>
            <a class="to-settings" href=paths::settings().to_string() aria-label=text::NAV_SETTINGS>
                <Icon of=icon::SETTINGS large=true/>
            </a>
        </header>
    }
}

fn step(crumb: Crumb) -> Fragment {
    let label = crumb.label();
    match crumb.href() {
        Some(href) => view! { <li><a href=href.to_string()>{label}</a></li> },
        None => view! { <li><span aria-current="page">{label}</span></li> },
    }
}
