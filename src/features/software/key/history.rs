//! Who read the key of an item, or took a download link, and when: from the activity log.

use std::rc::Rc;

use crate::dom::{CollectFragment, Fragment, component, view};
use crate::features::customers::CurrentCustomer;
use crate::features::failure::Failure;
use crate::i18n::{format, lang, text};
use crate::model::SoftwareItemId;
use crate::partner_center::audit::AuditRecord;
use crate::partner_center::{ApiError, ErrorKind};
use crate::query::{Loaded, use_query};
use crate::reactive::*;
use crate::session::use_session;
use crate::ui::{ExternalLink, Foreign};

/// One line of the list.
#[derive(Clone, PartialEq, Eq)]
struct Entry {
    who: String,
    /// Milliseconds since the epoch; `None` when the record has no date.
    at: Option<i64>,
    is_key: bool,
}

/// The list below the keys. `grown` counts what this page itself added to the log.
#[component]
pub(in crate::features::software) fn History(
    customer: CurrentCustomer,
    item: SoftwareItemId,
    #[prop(into)] grown: Signal<u32>,
) -> Fragment {
    let session = use_session();
    let config = session.config();
    if !config.api.capabilities.audit_records {
        let href = config.links.dashboard.href().to_owned();
        return view! {
            <p class="quiet">{text::KEY_HISTORY_SERVER}</p>
            <ExternalLink href label=text::ITEM_OPEN_DASHBOARD/>
        };
    }
    let of = item.clone();
    let key = move || match customer.id() {
        Some(id) => format!(
            "audit/{id}/{}/{}/{}/{}/{}",
            of.order,
            of.line,
            of.product,
            of.sku,
            grown.get()
        ),
        None => String::new(),
    };
    let query = use_query(key, move |api| {
        let (id, item) = (customer.id(), item.clone());
        async move {
            let id = id.ok_or_else(|| ApiError::of(ErrorKind::NotFound))?;
            let records = api.audit_records(&id, None).await?.into_iter();
            let entries = records.filter_map(|record| entry(&record, &item));
            Ok(entries.collect::<Vec<_>>())
        }
    });
    view! {
        {move || match query.get() {
            Loaded::Waiting => view! { <p class="quiet">{text::ITEM_READING}</p> },
            Loaded::Failed(error) => failed(error, move |()| query.again()),
            Loaded::Ready(entries) if entries.is_empty() => {
                view! { <p class="quiet">{text::KEY_HISTORY_NONE}</p> }
            }
            Loaded::Ready(entries) => {
                let lines = entries.iter().cloned().map(line).collect_view();
                view! { <ul class="history">{lines}</ul> }
            }
        }}
    }
}

fn failed(error: Rc<ApiError>, again: impl Fn(()) + 'static) -> Fragment {
    if error.kind == ErrorKind::Forbidden {
        return view! { <p class="quiet">{text::KEY_HISTORY_FORBIDDEN}</p> };
    }
    view! { <Failure what=text::KEY_HISTORY_FAILED error on_retry=again/> }
}

fn line(entry: Entry) -> Fragment {
    let what = if entry.is_key {
        text::KEY_READ_KEY
    } else {
        text::KEY_TOOK_LINK
    };
    let who = match entry.who.is_empty() {
        true => view! { {text::KEY_SOMEONE} },
        false => view! { <Foreign text=entry.who/> },
    };
    let at = entry.at;
    view! {
        <li>
            <span class="who">{who}</span>
            <span>{what}</span>
            <span class="quiet number">
                {move || at.map(|at| format::date_time(lang(), at))}
            </span>
        </li>
    }
}

/// A record of this item's key or link; `None` for every other. A detail that a record does not
/// carry does not tell it apart, except the order, without which it could be any.
fn entry(record: &AuditRecord, item: &SoftwareItemId) -> Option<Entry> {
    let is_key = match record.operation_type.as_str() {
        "get_software_key" => true,
        "get_software_download_link" => false,
        _ => return None,
    };
    let says = |name: &str, value: &str| record.detail(name).is_none_or(|said| said == value);
    let of_item = record.detail("OrderId") == Some(item.order.as_str())
        && says("LineItemNumber", &item.line.to_string())
        && says("ProductId", item.product.as_str())
        && says("SkuId", item.sku.as_str());
    of_item.then(|| Entry {
        who: record.user_principal_name.clone().unwrap_or_default(),
        at: record.operation_date.map(|date| date.millis()),
        is_key,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::partner_center::json::Read;

    fn record(operation: &str, details: &[(&str, &str)]) -> AuditRecord {
        let details: Vec<_> = details
            .iter()
            .map(|(key, value)| json!({ "key": key, "value": value }))
            .collect();
        AuditRecord::read(json!({
            "operationType": operation,
            "userPrincipalName": "admin@contoso.com",
            "operationDate": "2024-02-01T12:00:00Z",
            "customizedData": details,
        }))
        .unwrap()
    }

    fn item() -> SoftwareItemId {
        SoftwareItemId {
            order: "o1".parse().unwrap(),
            line: 0,
            product: "P1".parse().unwrap(),
            sku: "0001".parse().unwrap(),
        }
    }

    #[test]
    fn only_this_items_key_and_links_are_listed() {
        let whole = [
            ("OrderId", "o1"),
            ("LineItemNumber", "0"),
            ("ProductId", "P1"),
            ("SkuId", "0001"),
        ];
        let found = entry(&record("get_software_key", &whole), &item()).unwrap();
        assert!(found.is_key && found.who == "admin@contoso.com" && found.at.is_some());
        let link = entry(
            &record("get_software_download_link", &[("OrderId", "o1")]),
            &item(),
        );
        assert!(link.is_some_and(|link| !link.is_key));
        for (operation, details) in [
            ("create_order", &whole[..]),
            ("get_software_key", &[]),
            ("get_software_key", &[("OrderId", "O1")]),
            (
                "get_software_key",
                &[("OrderId", "o1"), ("LineItemNumber", "1")],
            ),
            ("get_software_key", &[("OrderId", "o1"), ("SkuId", "0002")]),
        ] {
            assert!(
                entry(&record(operation, details), &item()).is_none(),
                "{details:?}"
            );
        }
    }
}
