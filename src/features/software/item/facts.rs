//! What an item is, as a list of facts.

use crate::dom::{Fragment, component, view};
use crate::features::customers::CurrentCustomer;
use crate::features::purchase::ReturnLink;
use crate::features::software::data::CustomerSoftware;
use crate::features::software::words;
use crate::i18n::{format, lang, text};
use crate::model::SoftwareItemId;
use crate::model::software::SoftwareItem;
use crate::paths;
use crate::reactive::*;
use crate::ui::{CopyButton, Fact, Facts, Foreign, Status, WindowBar};

#[component]
pub(super) fn ItemFacts(
    item: SoftwareItem,
    customer: CurrentCustomer,
    software: CustomerSoftware,
) -> Fragment {
    let returned = item.clone();
    let SoftwareItem {
        id,
        quantity,
        kind,
        order_number,
        included_in,
        paid,
        ..
    } = item;
    let SoftwareItem {
        purchased,
        status,
        term,
        window,
        ..
    } = item;
    let ids = format!("{} / {}", id.product, id.sku);
    let tone = words::status_tone(&status);
    let purchased = purchased.map(|date| date.millis());
    let deadline = window.deadline().map(|deadline| deadline.millis());
    let source = words::window_source(&window);
    let (left, window_tone) = (words::window_share(&window), words::window_tone(&window));
    let ends = window.clone();
    let words = move || words::window(lang(), &window, paid.as_ref());
    let until = move || words::window_until(lang(), &ends).unwrap_or_default();
    view! {
        <Facts>
            <Fact label=text::SOFTWARE_STATUS>
                <Status tone label=move || words::status(lang(), &status)/>
            </Fact>
            <Fact label=text::SOFTWARE_WINDOW>
                <div class="window-fact">
                    <WindowBar left tone=window_tone words until/>
                    {source.map(|source| view! {
                        <p class="quiet small">
                            {move || deadline.map(|at| format::date_time_utc(lang(), at))}
                            " · " {source}
                        </p>
                    })}
                </div>
            </Fact>
            <Fact label=text::SOFTWARE_QUANTITY>
                <span class="number">
                    {move || match quantity {
                        Some(quantity) => format::number(lang(), quantity as f64),
                        None => text::SOFTWARE_DATE_UNKNOWN.now().to_owned(),
                    }}
                </span>
                <ReturnLink item=returned customer/>
            </Fact>
            <Fact label=text::SOFTWARE_KIND>{words::kind(kind)}</Fact>
            {term.map(|term| view! {
                <Fact label=text::ITEM_TERM>{move || words::term(lang(), &term)}</Fact>
            })}
            <Fact label=text::SOFTWARE_ORDER_NUMBER>
                <span class="mono">{order_number.clone()}</span>
                <CopyButton value=order_number what=text::SOFTWARE_ORDER_NUMBER/>
            </Fact>
            <Fact label=text::SOFTWARE_PURCHASED>
                {move || match purchased {
                    Some(date) => format::date_time(lang(), date),
                    None => text::SOFTWARE_DATE_UNKNOWN.now().to_owned(),
                }}
            </Fact>
            {included_in.map(|bundle| view! {
                <Fact label=text::ITEM_BUNDLE><Bundle bundle customer software/></Fact>
            })}
            <Fact label=text::ITEM_PRODUCT_ID>
                <span class="mono">{ids.clone()}</span>
                <CopyButton value=ids what=text::ITEM_PRODUCT_ID/>
            </Fact>
        </Facts>
    }
}

/// The bundle that brought the item along, as a link.
#[component]
fn Bundle(
    bundle: SoftwareItemId,
    customer: CurrentCustomer,
    software: CustomerSoftware,
) -> Fragment {
    let href =
        untrack(|| customer.named()).map(|named| paths::software_item(&named, &bundle).to_string());
    let name = move || {
        let list = software.list();
        let found = list
            .as_ref()
            .and_then(|list| list.find(&bundle))
            .map(words::name);
        let name = found.unwrap_or_else(|| format!("{} / {}", bundle.product, bundle.sku));
        view! { <Foreign text=name/> }
    };
    view! { <a href=href>{name}</a> }
}
