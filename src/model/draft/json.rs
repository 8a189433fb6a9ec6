//! Small pieces of JSON, read and written.

use serde_json::{Map, Value};

use crate::model::Timestamp;
use crate::model::product_key;

/// An object from its members; those without a value are left out.
pub(super) fn object<const N: usize>(members: [(&str, Option<Value>); N]) -> Value {
    let mut all = Map::new();
    for (name, value) in members {
        if let Some(value) = value {
            all.insert(name.to_owned(), value);
        }
    }
    Value::Object(all)
}

pub(super) fn text(text: impl Into<String>) -> Option<Value> {
    Some(Value::String(text.into()))
}

/// What a person typed, without keys.
pub(super) fn typed(words: &str) -> Option<Value> {
    text(product_key::without(words))
}

pub(super) fn number(number: u64) -> Option<Value> {
    Some(Value::from(number))
}

pub(super) fn time(time: Timestamp) -> Option<Value> {
    Some(Value::from(time.millis()))
}

/// A member's text; empty where there is none.
pub(super) fn words(from: &Value, name: &str) -> String {
    text_of(from, name).unwrap_or_default().to_owned()
}

pub(super) fn text_of<'a>(from: &'a Value, name: &str) -> Option<&'a str> {
    from.get(name)?.as_str()
}

pub(super) fn time_of(from: &Value, name: &str) -> Option<Timestamp> {
    let millis = from.get(name)?.as_i64()?;
    Some(Timestamp::from_millis(millis))
}

pub(super) fn number_of(from: &Value, name: &str) -> Option<u64> {
    from.get(name)?.as_u64()
}

pub(super) fn is_true(from: &Value, name: &str) -> bool {
    from.get(name) == Some(&Value::Bool(true))
}

/// Numbers of lines.
pub(super) fn numbers(numbers: &[u32]) -> Value {
    numbers.iter().map(|number| Value::from(*number)).collect()
}

pub(super) fn numbers_of(from: &Value, name: &str) -> Vec<u32> {
    let numbers = list(from, name).iter();
    numbers
        .filter_map(|number| u32::try_from(number.as_u64()?).ok())
        .collect()
}

/// The elements of a list; none where it is missing.
pub(super) fn list<'a>(from: &'a Value, name: &str) -> &'a [Value] {
    from.get(name)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}
