//! Which section of a customer an address shows.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::profile::Profile;
use crate::features::software::SoftwarePage;
use crate::shell::NotFoundPage;

#[derive(Clone, Copy, PartialEq)]
enum Section {
    Software,
    Profile,
    Unknown,
}

/// The section that the route's `section` parameter names. Without one it is the software, which is
/// what people come for; with or without its name it stays the same page, so that a filter set on
/// it does not build it anew.
#[component]
pub fn CustomerSection() -> impl IntoView {
    let params = use_params_map();
    let section = Memo::new(move |_| {
        params.with(|params| match params.get_str("section") {
            None | Some("software") => Section::Software,
            Some("profile") => Section::Profile,
            Some(_) => Section::Unknown,
        })
    });
    move || match section.get() {
        Section::Software => view! { <SoftwarePage /> }.into_any(),
        Section::Profile => view! { <Profile /> }.into_any(),
        Section::Unknown => view! { <NotFoundPage /> }.into_any(),
    }
}
