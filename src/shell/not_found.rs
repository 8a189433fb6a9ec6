//! The page for an address that leads nowhere.

use crate::dom::{Fragment, component, view};
use crate::navigation::use_path;

use crate::i18n::text;
use crate::paths;
use crate::ui::foreign::visible;
use crate::ui::{Crumb, PageHead};

/// Says so, shows the address, and offers the way back.
#[component]
pub fn NotFoundPage() -> Fragment {
    let path = use_path();
    view! {
        <PageHead title=text::NOT_FOUND_TITLE crumbs=vec![Crumb::here(text::NOT_FOUND_TITLE)]/>
        <div class="stack">
            <p>{text::NOT_FOUND_TEXT}</p>
            <p class="quiet">{text::NOT_FOUND_ADDRESS} ": " <code>{move || visible(&path.get())}</code></p>
            <a class="button primary" href=paths::customers("").to_string()>{text::NOT_FOUND_CUSTOMERS}</a>
        </div>
    }
}
