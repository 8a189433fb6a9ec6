//! One row: an item, or what could not be read of one.

use super::commands::Commands;
use super::table::COLUMNS;
use crate::dom::{Fragment, component, view};
use crate::features::software::key::KeyDesk;
use crate::features::software::words;
use crate::i18n::{format, lang, text};
use crate::model::Money;
use crate::model::software::{SoftwareItem, StatusGroup, Unreadable};
use crate::model::window::Source;
use crate::model::window::Window;
use crate::paths;
use crate::reactive::*;
use crate::session::use_session;
use crate::ui::{CopyButton, Foreign, Status, WindowBar};

#[component]
pub(super) fn Row(item: SoftwareItem, desk: KeyDesk) -> Fragment {
    let named = untrack(|| desk.customer.named());
    let href = named.map(|named| paths::software_item(&named, &item.id).to_string());
    let gone = item.status.group() == StatusGroup::Cancelled;
    let title = item.title.clone();
    let kind = item.kind;
    let status = item.status.clone();
    let tone = words::status_tone(&status);
    let purchased = item.purchased.map(|date| date.millis());
    let quantity = item.quantity;
    let term = item.term.clone();
    let included = item.included_in.is_some();
    let number = item.order_number.clone();
    let licence = move || match &term {
        Some(term) => format!(
            "{} · {}",
            words::kind(kind).now(),
            words::term(lang(), term)
        ),
        None => words::kind(kind).now().to_owned(),
    };
    let window = window_cell(&item.window, item.paid.clone());
    view! {
        <tr role="row" class:gone=gone>
            <td role="rowheader" class="main">
                <a href=href><Foreign text=title.name/></a>
                {title.detail.map(|detail| view! { <span class="sub"><Foreign text=detail/></span> })}
                {(!title.known).then(|| view! { <span class="sub">{text::SOFTWARE_UNKNOWN_PRODUCT}</span> })}
                <span class="sub">{licence}</span>
                {included.then(|| view! { <span class="sub">{text::SOFTWARE_IN_A_BUNDLE}</span> })}
            </td>
            <td role="cell" class="end" data-label=text::SOFTWARE_QUANTITY>
                {move || quantity.map(|quantity| format::number(lang(), quantity as f64))}
            </td>
            <td role="cell" data-label=text::SOFTWARE_PURCHASED>
                <div>
                    {move || match purchased {
                        Some(date) => format::date(lang(), date),
                        None => text::SOFTWARE_DATE_UNKNOWN.now().to_owned(),
                    }}
                    <span class="sub with-copy">
                        <span class="sr-only">{text::SOFTWARE_ORDER_NUMBER}</span>
                        <span class="mono order">{number.clone()}</span>
                        <CopyButton value=number what=text::SOFTWARE_ORDER_NUMBER/>
                    </span>
                </div>
            </td>
            <td role="cell" data-label=text::SOFTWARE_STATUS>
                <Status tone label=move || words::status(lang(), &status)/>
            </td>
            <td role="cell" class="window-cell" data-label=text::SOFTWARE_WINDOW>{window}</td>
            <td role="cell" class="commands"><Commands item desk/></td>
        </tr>
    }
}

/// The cancellation window of a row. That a deadline is computed is said where it matters: on real
/// data.
fn window_cell(window: &Window, paid: Option<Money>) -> Fragment {
    let computed = match window {
        Window::Open(open) => open.source == Source::Configuration,
        Window::Closed(closed) => closed.source == Source::Configuration,
        _ => false,
    };
    let say = computed && !use_session().is_sandbox();
    let left = words::window_share(window);
    let tone = words::window_tone(window);
    let (window, ends) = (window.clone(), window.clone());
    let said = move || {
        let mut said = words::window(lang(), &window, paid.as_ref());
        if say {
            said.push_str(" · ");
            said.push_str(text::WINDOW_BY_CONFIGURATION.now());
        }
        said
    };
    let until = move || words::window_until(lang(), &ends).unwrap_or_default();
    view! { <WindowBar left tone words=said until/> }
}

/// A row that did not fit its type: visible, so that nobody takes the list for whole.
#[component]
pub(super) fn UnreadableRow(row: Unreadable) -> Fragment {
    view! {
        <tr role="row" class="unreadable">
            <td role="cell" class="main" colspan=COLUMNS>
                <span class="name">{text::SOFTWARE_UNREADABLE_ROW}</span>
                {row.id.map(|id| view! { <span class="sub mono"><Foreign text=id/></span> })}
                <span class="sub"><Foreign text=row.problem/></span>
            </td>
        </tr>
    }
}
