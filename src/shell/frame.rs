//! The frame of every page.

use leptos::prelude::*;

use super::places::Places;
use super::top::Top;
use super::{navigated, shortcuts};
use crate::browser;
use crate::i18n::{t, text};
use crate::ui::{Announcements, notices::Notices};

/// Draws the frame around the pages. `banner` stands above everything, where there is one.
#[component]
pub fn Frame(#[prop(optional)] banner: Option<AnyView>, children: Children) -> impl IntoView {
    navigated::follow();
    shortcuts::listen();
    let skip = |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        if let Some(main) = browser::find("main") {
            let _ = main.focus();
        }
    };
    let class = if banner.is_some() {
        "frame with-banner"
    } else {
        "frame"
    };
    view! {
        <div class=class>
            <a class="skip" href="#content" rel="external" on:click=skip>{t(text::APP_SKIP)}</a>
            {banner}
            <Places/>
            <div class="page">
                <Top/>
                <main class="content" id="content" tabindex="-1">{children()}</main>
            </div>
            <Notices/>
            <Announcements/>
        </div>
    }
}
