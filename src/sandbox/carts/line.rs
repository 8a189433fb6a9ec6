//! A line of a cart, and what may be wrong with it.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::sandbox::bought::{Ordered, cycle};
use crate::sandbox::seed::catalog::Item;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CartLine {
    /// As given: a number or a text.
    pub id: Value,
    pub catalog_item_id: String,
    pub quantity: u32,
    /// As given; [`CartLine::part`] reads it.
    pub billing_cycle: String,
    /// Length of the term; 0 for what is bought for good.
    pub years: u32,
    /// Lines of the same group become one order.
    #[serde(default)]
    pub order_group: String,
    /// What is kept as it was given: friendly name, participants, attestation…
    pub given: Map<String, Value>,
    pub error: Option<LineError>,
}

/// `error` of a line (`CartErrorCode` of Microsoft's SDK, by its number).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LineError {
    pub code: u32,
    pub description: String,
    /// Available, purchased
    pub quantities: Option<(u32, u32)>,
}

impl LineError {
    pub fn new(code: u32, description: impl Into<String>) -> LineError {
        LineError {
            code,
            description: description.into(),
            quantities: None,
        }
    }

    /// 10002: fewer are left than are wanted.
    pub fn quota(available: u32, purchased: u32) -> LineError {
        LineError {
            quantities: Some((available, purchased)),
            ..LineError::new(10_002, "The quantity is not available.")
        }
    }

    pub fn body(&self) -> Value {
        let mut body = json!({ "errorCode": self.code, "errorDescription": self.description });
        if let Some((available, purchased)) = self.quantities {
            body["additionalInformation"] =
                json!({ "availableQuantity": available, "purchasedQuantity": purchased });
        }
        body
    }
}

impl CartLine {
    /// What the line names, if it was offered in the week `now` or before.
    pub fn item(&self, now: i64) -> Option<Item> {
        Item::read(&self.catalog_item_id, now)
    }

    /// The line as a part of an order; `None` when what it names was never offered.
    pub fn part(&self, now: i64) -> Option<Ordered> {
        Some(Ordered {
            item: self.item(now)?,
            quantity: self.quantity,
            cycle: cycle(&self.billing_cycle)?,
        })
    }
}
