//! Field readers for `#[serde(with = …)]`.

/// `Option<Timestamp>`: an unset (`0001-01-01`), unreadable or oddly typed date is `None`.
pub mod date {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use serde_json::Value;

    use crate::model::Timestamp;

    pub fn serialize<S: Serializer>(date: &Option<Timestamp>, to: S) -> Result<S::Ok, S::Error> {
        date.map(|date| date.to_string()).serialize(to)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Timestamp>, D::Error> {
        let value = Value::deserialize(from)?;
        Ok(value.as_str().and_then(Timestamp::parse))
    }
}

/// `Option<i64>`: a whole number, or the same as text; anything else is an error.
pub mod number {
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
    use serde_json::Value;

    pub fn serialize<S: Serializer>(number: &Option<i64>, to: S) -> Result<S::Ok, S::Error> {
        number.serialize(to)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<i64>, D::Error> {
        let number = match Value::deserialize(from)? {
            Value::Number(number) => number.as_i64().or_else(|| {
                number
                    .as_f64()
                    .filter(|n| n.fract() == 0.0)
                    .map(|n| n as i64)
            }),
            Value::String(text) if text.is_empty() => return Ok(None),
            Value::String(text) => text.trim().parse().ok(),
            Value::Null => return Ok(None),
            _ => None,
        };
        number
            .map(Some)
            .ok_or(D::Error::custom("not a whole number"))
    }
}
