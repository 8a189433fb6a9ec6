//! The page for an address that leads nowhere.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::i18n::{t, text};
use crate::paths;
use crate::ui::foreign::visible;
use crate::ui::{Crumb, PageHead};

/// Says so, shows the address, and offers the way back.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let path = use_location().pathname;
    view! {
        <PageHead title=text::NOT_FOUND_TITLE crumbs=vec![Crumb::here(text::NOT_FOUND_TITLE)]/>
        <div class="stack">
            <p>{t(text::NOT_FOUND_TEXT)}</p>
            <p class="quiet">{t(text::NOT_FOUND_ADDRESS)} ": " <code>{move || visible(&path.get())}</code></p>
            <a class="button primary" href=paths::customers("").to_string()>{t(text::NOT_FOUND_CUSTOMERS)}</a>
        </div>
    }
}
