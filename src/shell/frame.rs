//! The frame of every page.

use super::connection::Connection;
use super::pending::PendingOrders;
use super::places::Places;
use super::sandbox::SandboxBanner;
use super::top::Top;
use super::{navigated, shortcuts};
use crate::browser;
use crate::dom::{Children, Fragment, component, view};
use crate::i18n::text;
use crate::session::use_session;
use crate::ui::{Announcements, notices::Notices};

/// Draws the frame around the pages; in the sandbox with its banner above everything.
#[component]
pub fn Frame(children: Children) -> Fragment {
    let sandbox = use_session().is_sandbox();
    navigated::follow();
    shortcuts::listen();
    let skip = |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        if let Some(main) = browser::find("main") {
            let _ = main.focus();
        }
    };
    let class = if sandbox {
        "frame with-banner"
    } else {
        "frame"
    };
    view! {
        <div class=class>
            <a class="skip" href="#content" rel="external" on:click=skip>{text::APP_SKIP}</a>
            {sandbox.then(|| view! { <SandboxBanner/> })}
            <Places/>
            <div class="page">
                <Top/>
                <main class="content" id="content" tabindex="-1">
                    <PendingOrders/>
                    {children()}
                </main>
                <Connection/>
            </div>
            <Notices/>
            <Announcements/>
        </div>
    }
}
