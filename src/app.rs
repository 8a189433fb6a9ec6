//! The page: what every view may ask for, and the frame with the pages in it.

use leptos::children::{ToChildren, TypedChildren};
use leptos_router::components::{Router, RouterProps};

use crate::dom::{Fragment, component, view};
use crate::features::customers::provide_customer_lists;
use crate::lazy::{Source, provide_lazy_pages};
use crate::navigation::provide_page;
use crate::news::provide_news;
use crate::operations::provide_operations;
use crate::paths;
use crate::query::provide_queries;
use crate::routes::Pages;
use crate::session::provide_session;
use crate::shell::{Frame, StartProblemPage};
use crate::start::{Ready, StartProblem};
use crate::ui::notices::Notices;

/// Everything below the mount point: the application, or why there is none.
pub fn page(prepared: Result<Ready, StartProblem>, lazy: Source) -> Fragment {
    match prepared {
        Ok(ready) => view! { <App ready lazy/> },
        Err(problem) => view! { <StartProblemPage problem/> <Notices/> },
    }
}

#[component]
fn App(ready: Ready, lazy: Source) -> Fragment {
    provide_lazy_pages(lazy);
    provide_session(ready);
    provide_queries();
    provide_news();
    provide_operations();
    provide_customer_lists();
    start_router();
    provide_page();
    view! {
        <Frame>
            <Pages/>
        </Frame>
    }
}

/// What the router gives goes to the current owner; its element would hold nothing.
fn start_router() {
    let router = RouterProps::builder()
        .base(paths::base().trim_end_matches('/'))
        .children(TypedChildren::to_children(|| ()))
        .build();
    let _ = Router(router);
}
