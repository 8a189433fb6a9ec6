//! The envelope of lists.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::json;
use super::link::{Attributes, Links};
use super::paging::NextPage;

/// `{totalCount, items, links, attributes}` as a server writes it.
///
/// `total_count` counts the items of this page, not of the whole set.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Envelope<T> {
    #[serde(with = "json::number")]
    pub total_count: Option<i64>,
    pub items: Vec<T>,
    /// On collections that page by a token.
    pub continuation_token: Option<String>,
    pub links: Option<Links>,
    pub attributes: Option<Attributes>,
}

impl<T> Envelope<T> {
    /// A whole collection, or its last page.
    pub fn new(items: Vec<T>) -> Self {
        Envelope {
            total_count: Some(items.len() as i64),
            items,
            continuation_token: None,
            links: None,
            attributes: Some(Attributes::of("Collection")),
        }
    }
}

/// An item of a list that does not fit its type. The others stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadableRow {
    /// The item's `id`, where it has one that is text.
    pub id: Option<String>,
    /// What did not fit, for a bug report: names of members and types, never values of a key.
    pub problem: String,
}

/// An item of a list, decoded by itself.
pub type Row<T> = Result<T, UnreadableRow>;

/// A list as a client reads it.
#[derive(Clone, Debug, PartialEq)]
pub struct Collection<T> {
    pub items: Vec<Row<T>>,
    pub next: Option<NextPage>,
}

impl<T: DeserializeOwned> Collection<T> {
    /// Reads an envelope, or a bare array, as some calls answer.
    ///
    /// # Errors
    /// When the body is neither, or `items` is not a list.
    pub fn decode(body: Value) -> Result<Self, serde_json::Error> {
        let envelope: Envelope<Value> = match body {
            Value::Array(items) => Envelope::new(items),
            body => json::decode(body)?,
        };
        let next = envelope.links.and_then(|links| links.next);
        Ok(Collection {
            items: envelope.items.into_iter().map(row).collect(),
            next: next.map(|link| NextPage::new(link, envelope.continuation_token)),
        })
    }
}

fn row<T: DeserializeOwned>(item: Value) -> Row<T> {
    let id = item.get("id").and_then(Value::as_str).map(str::to_owned);
    json::decode(item).map_err(|error| UnreadableRow {
        id,
        problem: error.to_string(),
    })
}
