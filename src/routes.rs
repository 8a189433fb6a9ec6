//! Which address shows which page.

use leptos::prelude::*;
use leptos_router::components::{Route, Routes};
use leptos_router::path;

use crate::shell::{NotFoundPage, SettingsPage, StartPage};

/// The pages; what fits none is not found.
#[component]
pub fn Pages() -> impl IntoView {
    view! {
        <Routes fallback=NotFoundPage>
            <Route path=path!("/") view=StartPage/>
            <Route path=path!("/settings") view=SettingsPage/>
        </Routes>
    }
}
