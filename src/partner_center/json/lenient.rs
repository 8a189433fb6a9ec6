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
