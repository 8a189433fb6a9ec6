//! From bodies to types and back, with the tolerance that Partner Center's bodies need. The client
//! reads with [`Read`]; the sandbox, whose weight matters less, with serde's derived readers.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

mod fields;
mod lenient;
mod object;
mod writer;

pub use fields::Fields;
pub(crate) use lenient::date;
pub(super) use object::digits;
pub use object::{Object, Read, Unfit};
pub(crate) use writer::{Writer, array};

/// Reads a type from a parsed body. A `null` member counts as a missing one.
pub fn decode<T: DeserializeOwned>(mut value: Value) -> Result<T, serde_json::Error> {
    drop_nulls(&mut value);
    serde_json::from_value(value)
}

/// Writes a type as the API does: members without a value are left out.
pub fn encode<T: Serialize>(value: &T) -> Result<Value, serde_json::Error> {
    let mut value = serde_json::to_value(value)?;
    drop_nulls(&mut value);
    Ok(value)
}

/// A text as JSON, between quotes.
pub(crate) fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// Removes every member that is `null`, at any depth. Elements of lists stay.
pub fn drop_nulls(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.retain(|_, member| !member.is_null());
            members.values_mut().for_each(drop_nulls);
        }
        Value::Array(items) => items.iter_mut().for_each(drop_nulls),
        _ => {}
    }
}

/// Turns the names of members from PascalCase into camelCase, at any depth: the API accepts both in
/// requests. A name that stands there in both forms keeps its camelCase value.
pub fn lower_first_letters(value: &mut Value) {
    match value {
        Value::Object(members) => {
            for (name, mut member) in std::mem::take(members) {
                lower_first_letters(&mut member);
                let lower = lower_first(&name);
                if lower == name || !members.contains_key(&lower) {
                    members.insert(lower, member);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(lower_first_letters),
        _ => {}
    }
}

fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_null_member_counts_as_missing_and_list_elements_stay() {
        let mut value = json!({"a": null, "b": [null, {"c": null, "d": 1}]});
        drop_nulls(&mut value);
        assert_eq!(value, json!({"b": [null, {"d": 1}]}));
    }

    #[test]
    fn pascal_case_becomes_camel_case_at_any_depth() {
        let mut value = json!({
            "Id": "1",
            "LineItems": [{"OfferId": "A", "MPNId": 1, "quantity": 2, "Quantity": 3}],
            "Écart": 1,
            "": 0
        });
        lower_first_letters(&mut value);
        let expected = json!({
            "id": "1",
            "lineItems": [{"offerId": "A", "mPNId": 1, "quantity": 2}],
            "Écart": 1,
            "": 0
        });
        assert_eq!(value, expected);
    }
}
