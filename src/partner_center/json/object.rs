//! Reading JSON objects member by member.
//!
//! By hand, because derived readers weigh too much in the page: those of the types read here cost
//! more than 50 kB after compression, these a tenth of it.

use std::fmt;
use std::str::FromStr;

use serde_json::{Map, Value};

use crate::model::Timestamp;
use crate::model::decimal::Decimal;

/// What can be read from JSON. Members that nobody asks for are ignored.
pub trait Read: Sized {
    fn read(from: Value) -> Result<Self, Unfit>;
}

impl Read for String {
    fn read(from: Value) -> Result<Self, Unfit> {
        match from {
            Value::String(text) => Ok(text),
            _ => Err(Unfit("")),
        }
    }
}

/// The name of the member that does not fit its type; empty for the value itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unfit(pub &'static str);

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "unexpected value of {:?}", self.0)
    }
}

/// The members of an object, each taken out once. A `null` counts as missing.
pub struct Object(Map<String, Value>);

impl Object {
    pub fn of(value: Value) -> Result<Self, Unfit> {
        match value {
            Value::Object(members) => Ok(Object(members)),
            _ => Err(Unfit("")),
        }
    }

    pub fn take(&mut self, name: &str) -> Option<Value> {
        let value = self.0.get_mut(name)?.take();
        (!value.is_null()).then_some(value)
    }

    /// Text; a whole number as its digits, since ids and codes come both ways.
    pub fn text(&mut self, name: &'static str) -> Result<Option<String>, Unfit> {
        match self.take(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(value) => digits(&value).map(Some).ok_or(Unfit(name)),
        }
    }

    /// Text; empty when missing.
    pub fn words(&mut self, name: &'static str) -> Result<String, Unfit> {
        self.text(name).map(Option::unwrap_or_default)
    }

    /// An identifier, when it is there.
    pub fn id<T: FromStr>(&mut self, name: &'static str) -> Result<Option<T>, Unfit> {
        let text = self.text(name)?;
        let id = text.map(|text| text.parse().map_err(|_| Unfit(name)));
        id.transpose()
    }

    /// An identifier without which the rest is of no use.
    pub fn own_id<T: FromStr>(&mut self, name: &'static str) -> Result<T, Unfit> {
        self.id(name)?.ok_or(Unfit(name))
    }

    /// A whole number, or the same as text; empty text is none.
    pub fn number(&mut self, name: &'static str) -> Result<Option<i64>, Unfit> {
        let number = match self.take(name) {
            None => return Ok(None),
            Some(Value::String(text)) if text.is_empty() => return Ok(None),
            Some(Value::String(text)) => text.trim().parse().ok(),
            Some(value) => whole(&value),
        };
        number.map(Some).ok_or(Unfit(name))
    }

    /// A number with all of its digits, or the same as text. One that is not readable, or far from
    /// any amount of money, is nobody's knowledge.
    pub fn decimal(&mut self, name: &str) -> Option<Decimal> {
        match self.take(name)? {
            Value::Number(number) => Decimal::parse(number.as_str()),
            Value::String(text) => Decimal::parse(text.trim()),
            _ => None,
        }
    }

    pub fn truth(&mut self, name: &'static str) -> Result<Option<bool>, Unfit> {
        match self.take(name) {
            None => Ok(None),
            Some(Value::Bool(truth)) => Ok(Some(truth)),
            Some(_) => Err(Unfit(name)),
        }
    }

    /// A date; one that is not set (`0001-01-01`) or not readable is nobody's knowledge.
    pub fn date(&mut self, name: &str) -> Option<Timestamp> {
        let value = self.take(name)?;
        value.as_str().and_then(Timestamp::parse)
    }

    /// The elements of a list; none when it is missing.
    pub fn list<T: Read>(&mut self, name: &'static str) -> Result<Vec<T>, Unfit> {
        match self.take(name) {
            None => Ok(Vec::new()),
            Some(Value::Array(items)) => {
                let mut list = Vec::with_capacity(items.len());
                for item in items {
                    list.push(T::read(item)?);
                }
                Ok(list)
            }
            Some(_) => Err(Unfit(name)),
        }
    }

    /// An object of its own.
    pub fn member<T: Read>(&mut self, name: &str) -> Result<Option<T>, Unfit> {
        self.take(name).map(T::read).transpose()
    }
}

/// A whole number, however it is written: `3`, `3.0`, `1e15`.
fn whole(value: &Value) -> Option<i64> {
    let Value::Number(number) = value else {
        return None;
    };
    let text = number.as_str();
    text.parse().ok().or_else(|| Decimal::parse(text)?.whole())
}

/// A whole number in digits; no text of the API is a fraction.
pub(in crate::partner_center) fn digits(value: &Value) -> Option<String> {
    match value.as_u64() {
        Some(number) => Some(number.to_string()),
        None => whole(value).map(|number| number.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn object(value: Value) -> Object {
        Object::of(value).unwrap()
    }

    #[test]
    fn null_is_missing_and_missing_is_no_error() {
        for value in [json!({}), json!({"a": null})] {
            let mut from = object(value);
            assert_eq!(from.text("a"), Ok(None));
            assert_eq!(from.words("a"), Ok(String::new()));
            assert_eq!(from.number("a"), Ok(None));
            assert_eq!(from.truth("a"), Ok(None));
            assert_eq!(from.date("a"), None);
        }
    }

    #[test]
    fn numbers_and_texts_stand_in_for_each_other() {
        let mut from = object(json!({"code": 2201, "n": "12", "f": 3.0, "e": "", "big": 1e15}));
        assert_eq!(from.text("code"), Ok(Some("2201".to_owned())));
        assert_eq!(from.number("n"), Ok(Some(12)));
        assert_eq!(from.number("f"), Ok(Some(3)));
        assert_eq!(from.number("e"), Ok(None));
        assert_eq!(from.number("big"), Ok(Some(1_000_000_000_000_000)));
    }

    #[test]
    fn amounts_keep_every_digit() {
        let body = r#"{"a":1234.50,"b":0.1,"c":123456789012345.67,"d":9007199254740993,"e":1e3,
            "f":"19.90","g":null,"h":"much","i":[],"j":1e400,"k":-0.005}"#;
        let mut from = object(serde_json::from_str(body).unwrap());
        let mut read = |name: &str| from.decimal(name).map(|amount| amount.to_string());
        for (name, expected) in [
            ("a", Some("1234.50")),
            ("b", Some("0.1")),
            ("c", Some("123456789012345.67")),
            ("d", Some("9007199254740993")),
            ("e", Some("1000")),
            ("f", Some("19.90")),
            ("g", None),
            ("h", None),
            ("i", None),
            ("j", None),
            ("k", Some("-0.005")),
            ("l", None),
        ] {
            assert_eq!(read(name).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn whole_numbers_come_in_many_forms() {
        let body = r#"{"a":-0,"b":18446744073709551615,"c":1.50e1,"d":1e99,"e":-12}"#;
        let mut from = object(serde_json::from_str(body).unwrap());
        assert_eq!(from.number("a"), Ok(Some(0)));
        let large = "18446744073709551615".to_owned();
        assert_eq!(from.text("b"), Ok(Some(large)));
        assert_eq!(from.number("c"), Ok(Some(15)));
        assert_eq!(from.number("d"), Err(Unfit("d")));
        assert_eq!(from.text("e"), Ok(Some("-12".to_owned())));
    }

    #[test]
    fn what_does_not_fit_is_named() {
        let mut from = object(json!({"a": [], "b": 1.5, "c": "x", "d": "yes", "e": {}}));
        assert_eq!(from.text("a"), Err(Unfit("a")));
        assert_eq!(from.number("b"), Err(Unfit("b")));
        assert_eq!(from.number("c"), Err(Unfit("c")));
        assert_eq!(from.truth("d"), Err(Unfit("d")));
        assert_eq!(from.date("e"), None);
        assert!(Object::of(json!([])).is_err());
    }
}
