//! Which part of a customer's pages an address shows.

use super::profile::Profile;
use crate::dom::{Fragment, component, view};
use crate::features::software::{ItemPage, SoftwarePage};
use crate::navigation::use_page;
use crate::paths::{CustomerPart, Page};
use crate::reactive::*;
use crate::shell::NotFoundPage;

#[derive(Clone, Copy, PartialEq)]
enum Section {
    Software,
    Profile,
    Item,
    NotFound,
}

/// The part that the address names. Without a name it is the software, which is what people come
/// for; with or without it that stays the same page, so that a filter set on it does not build it
/// anew.
#[component]
pub(super) fn CustomerSection() -> Fragment {
    let page = use_page();
    let section = Memo::new(move |_| {
        page.with(|page| match page {
            Page::Customer { part, .. } => match part {
                CustomerPart::Software => Section::Software,
                CustomerPart::Profile => Section::Profile,
                CustomerPart::Item(_) => Section::Item,
                CustomerPart::NotFound => Section::NotFound,
            },
            _ => Section::NotFound,
        })
    });
    view! {
        {move || match section.get() {
            Section::Software => view! { <SoftwarePage/> },
            Section::Profile => view! { <Profile/> },
            Section::Item => view! { <ItemPage/> },
            Section::NotFound => view! { <NotFoundPage/> },
        }}
    }
}
