//! Which address shows which page. The addresses themselves are built in [`crate::paths`].

use leptos::prelude::*;
use leptos_router::components::{ParentRoute, Route, Routes};
use leptos_router::path;

use crate::features::customers::{CustomerFrame, CustomerSection, CustomersPage};
use crate::features::software::ItemPage;
use crate::shell::{NotFoundPage, SettingsPage, StartPage};

/// The pages; what fits none is not found.
#[component]
pub fn Pages() -> impl IntoView {
    view! {
        <Routes fallback=NotFoundPage>
            <Route path=path!("/") view=StartPage/>
            <Route path=path!("/customers") view=CustomersPage/>
            <ParentRoute path=path!("/customers/:customer") view=CustomerFrame>
                <Route path=path!("/:section?") view=CustomerSection/>
                <Route path=path!("/software/:order/:line/:product/:sku") view=ItemPage/>
            </ParentRoute>
            <Route path=path!("/settings") view=SettingsPage/>
        </Routes>
    }
}
