//! Lists, as a server wraps them: `{totalCount, items, links, attributes}`.

use serde_json::Value;

use super::json::{Object, Read, Unfit};
use super::link::Link;
use super::paging::NextPage;

/// An item of a list that does not fit its type. The others stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadableRow {
    /// The item's `id`, where it has one that is text.
    pub id: Option<String>,
    /// What did not fit, for a bug report: the name of a member, never a value.
    pub problem: String,
}

/// An item of a list, read by itself.
pub type Row<T> = Result<T, UnreadableRow>;

/// A list, or one page of it. `totalCount` is not kept: it counts the items of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Collection<T> {
    pub items: Vec<Row<T>>,
    pub next: Option<NextPage>,
}

impl<T: Read> Collection<T> {
    /// Reads an envelope, or a bare array, as some calls answer.
    ///
    /// # Errors
    /// When the body is neither: an envelope has `items`.
    pub fn decode(body: Value) -> Result<Self, Unfit> {
        let (items, next) = unwrap(body)?;
        let mut rows = Vec::with_capacity(items.len());
        for item in items {
            let id = text_id(&item);
            rows.push(T::read(item).map_err(|unfit| unreadable(id, unfit)));
        }
        Ok(Collection { items: rows, next })
    }
}

fn unwrap(body: Value) -> Result<(Vec<Value>, Option<NextPage>), Unfit> {
    if let Value::Array(items) = body {
        return Ok((items, None));
    }
    let mut body = Object::of(body)?;
    let Some(Value::Array(items)) = body.take("items") else {
        return Err(Unfit("items"));
    };
    let token = body.text("continuationToken").unwrap_or_default();
    let links = body.take("links").and_then(|links| Object::of(links).ok());
    let next = links.and_then(|mut links| links.member::<Link>("next").ok()?);
    Ok((items, next.map(|link| NextPage::new(link, token))))
}

fn text_id(item: &Value) -> Option<String> {
    item.get("id").and_then(Value::as_str).map(str::to_owned)
}

fn unreadable(id: Option<String>, unfit: Unfit) -> UnreadableRow {
    UnreadableRow {
        id,
        problem: unfit.to_string(),
    }
}
