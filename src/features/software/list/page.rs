//! The section *Software* of a customer's page.

use super::bar::Bar;
use super::states::{Failures, NoMatch, Nothing, UnreadableRows};
use super::table::Table;
use super::view::use_view;
use crate::dom::{Fragment, component, view};
use crate::features::customers::use_customer;
use crate::features::software::data::{Part, use_software};
use crate::features::software::key::{KeyDialog, use_key_desk};
use crate::features::software::send::{SendDialog, use_send_desk};
use crate::features::waiting::Waiting;
use crate::i18n::text;
use crate::model::software::SoftwareItem;
use crate::reactive::*;

/// What stands below the head.
#[derive(Clone, Copy, PartialEq)]
enum Face {
    Table,
    Nothing,
    NoMatch,
    /// Not a single call brought anything.
    Failed,
}

/// Everything bought for the customer.
#[component]
pub fn SoftwarePage() -> Fragment {
    let customer = use_customer();
    customer.show_part(|| text::SOFTWARE_TITLE.now().to_owned());
    let software = use_software(customer);
    let desk = use_key_desk(customer);
    let send = use_send_desk(customer);
    let view = use_view(customer);

    let list = Signal::derive(move || software.list());
    let rows = Memo::new(move |_| -> Vec<SoftwareItem> {
        let list = list.get();
        let items = list.as_ref().map_or(&[][..], |list| &list.items);
        view.get().apply(items).into_iter().cloned().collect()
    });
    let all = Signal::derive(move || list.with(|list| list.as_ref().map_or(0, |l| l.items.len())));
    let unreadable =
        Signal::derive(move || list.with(|list| list.as_ref().map_or(0, |l| l.unreadable.len())));
    let shown = Signal::derive(move || rows.with(Vec::len));
    let face = Memo::new(move |_| {
        let failed = |part| software.failure(part).is_some();
        if failed(Part::Entitlements) && failed(Part::Orders) && all.get() == 0 {
            Face::Failed
        } else if list.with(Option::is_none) || shown.get() > 0 || unreadable.get() > 0 {
            Face::Table
        } else if all.get() > 0 {
            Face::NoMatch
        } else if Part::ALL.into_iter().any(failed) {
            Face::Failed
        } else {
            Face::Nothing
        }
    });
    let has_bar = Memo::new(move |_| all.get() > 0 || list.with(Option::is_none));
    view! {
        <Waiting until=Signal::derive(move || software.waits_until())/>
        <Failures software/>
        <UnreadableRows count=unreadable/>
        {move || has_bar.get().then(|| view! { <Bar customer view shown all/> })}
        {move || match face.get() {
            Face::Table => view! { <Table list view rows desk/> },
            Face::Nothing => view! { <Nothing software/> },
            Face::NoMatch => view! { <NoMatch view/> },
            Face::Failed => Fragment::empty(),
        }}
        <KeyDialog desk on_send=move |()| send.open_for_key(desk.about())/>
        <SendDialog desk=send/>
    }
}
