//! The page: what every view may ask for, and the frame with the pages in it.

use leptos::prelude::*;
use leptos_router::components::Router;

use crate::features::customers::provide_customer_lists;
use crate::paths;
use crate::query::provide_queries;
use crate::routes::Pages;
use crate::session::provide_session;
use crate::shell::Frame;
use crate::start::Ready;

/// Everything below the mount point.
#[component]
pub fn App(ready: Ready) -> impl IntoView {
    provide_session(ready);
    provide_queries();
    provide_customer_lists();
    let base = paths::base().trim_end_matches('/');
    view! {
        <Router base=base>
            <Frame>
                <Pages/>
            </Frame>
        </Router>
    }
}
