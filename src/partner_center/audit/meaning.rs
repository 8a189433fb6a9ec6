//! What a record means: only here are its operations and details known by their names.

use super::AuditRecord;
use crate::model::{SoftwareItemId, Timestamp};

/// The credit of a line that was cancelled, booked for an invoice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    pub order: String,
    pub line: String,
    pub at: Timestamp,
}

/// Somebody read a key, or took a download link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// As they sign in; empty where the record does not say.
    pub who: String,
    /// Milliseconds since the epoch; `None` when the record has no date.
    pub at: Option<i64>,
    /// Whether it was the key.
    pub is_key: bool,
}

impl AuditRecord {
    /// What it says of a credit; `None` for every other record (Microsoft, "Auditing resources":
    /// `create_credit`).
    pub fn credit(&self) -> Option<Credit> {
        let booked = self.operation_type == "create_credit";
        let succeeded = self.operation_status.as_deref() == Some("succeeded");
        let of = |detail: &str| self.detail(detail).map(str::to_owned);
        (booked && succeeded).then_some(Credit {
            order: of("OrderId")?,
            line: of("LineItemNumber")?,
            at: self.operation_date?,
        })
    }

    /// What it says of this item's key or link; `None` for every other record. A detail that it does
    /// not carry does not tell it apart, except the order, without which it could be any.
    pub fn taken(&self, item: &SoftwareItemId) -> Option<Taken> {
        let is_key = match self.operation_type.as_str() {
            "get_software_key" => true,
            "get_software_download_link" => false,
            _ => return None,
        };
        let says = |name: &str, value: &str| self.detail(name).is_none_or(|said| said == value);
        let of_item = self.detail("OrderId") == Some(item.order.as_str())
            && says("LineItemNumber", &item.line.to_string())
            && says("ProductId", item.product.as_str())
            && says("SkuId", item.sku.as_str());
        of_item.then(|| Taken {
            who: self.user_principal_name.clone().unwrap_or_default(),
            at: self.operation_date.map(|date| date.millis()),
            is_key,
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::partner_center::json::Read;

    fn read(change: impl Fn(&mut Value)) -> Option<Credit> {
        let mut record = json!({
            "operationType": "create_credit",
            "operationStatus": "succeeded",
            "operationDate": "2026-12-08T00:00:00Z",
            "customizedData": [
                { "key": "OrderId", "value": "f76c6b7f449d" },
                { "key": "LineItemNumber", "value": "1" },
            ],
        });
        change(&mut record);
        AuditRecord::read(record).ok()?.credit()
    }

    #[test]
    fn only_a_credit_that_was_booked_for_a_line_is_one() {
        let found = read(|_| ()).unwrap();
        assert_eq!(
            (found.order.as_str(), found.line.as_str()),
            ("f76c6b7f449d", "1")
        );
        assert_eq!(Some(found.at), Timestamp::parse("2026-12-08T00:00:00Z"));
        for (name, value) in [
            ("operationType", json!("update_order")),
            ("operationStatus", json!("failed")),
            ("operationDate", Value::Null),
            (
                "customizedData",
                json!([{ "key": "OrderId", "value": "f76c6b7f449d" }]),
            ),
        ] {
            assert!(
                read(|record| record[name] = value.clone()).is_none(),
                "{name}"
            );
        }
    }

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
        let found = record("get_software_key", &whole).taken(&item()).unwrap();
        assert!(found.is_key && found.who == "admin@contoso.com" && found.at.is_some());
        let link = record("get_software_download_link", &[("OrderId", "o1")]).taken(&item());
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
                record(operation, details).taken(&item()).is_none(),
                "{details:?}"
            );
        }
    }
}
