//! Reading a whole type from an object.

use std::str::FromStr;

use serde_json::Value;

use super::{Object, Read, Unfit};
use crate::model::Timestamp;
use crate::model::decimal::Decimal;

/// An object whose members become the fields of a type. What does not fit is remembered instead of
/// returned, and told by [`Fields::or_unfit`]: a `?` behind each field drops, in code of its own,
/// all the fields before it, which took twice the room.
pub struct Fields {
    from: Object,
    unfit: Option<Unfit>,
}

impl Fields {
    pub fn of(value: Value) -> Result<Self, Unfit> {
        let from = Object::of(value)?;
        Ok(Fields { from, unfit: None })
    }

    /// What was read of it, if all of it fitted.
    pub fn or_unfit<T>(self, read: T) -> Result<T, Unfit> {
        match self.unfit {
            None => Ok(read),
            Some(unfit) => Err(unfit),
        }
    }

    fn keep<T: Default>(&mut self, read: Result<T, Unfit>) -> T {
        read.unwrap_or_else(|unfit| {
            self.unfit.get_or_insert(unfit);
            T::default()
        })
    }

    /// [`Object::text`]
    pub fn text(&mut self, name: &'static str) -> Option<String> {
        let text = self.from.text(name);
        self.keep(text)
    }

    /// [`Object::words`]
    pub fn words(&mut self, name: &'static str) -> String {
        self.text(name).unwrap_or_default()
    }

    /// [`Object::id`]
    pub fn id<T: FromStr>(&mut self, name: &'static str) -> Option<T> {
        let id = self.from.id(name);
        self.keep(id)
    }

    /// [`Object::own_id`], the one thing without which reading ends at once.
    pub fn own_id<T: FromStr>(&mut self, name: &'static str) -> Result<T, Unfit> {
        let id = self.from.own_id(name);
        id.map_err(|unfit| self.unfit.unwrap_or(unfit))
    }

    /// [`Object::number`]
    pub fn number(&mut self, name: &'static str) -> Option<i64> {
        let number = self.from.number(name);
        self.keep(number)
    }

    /// [`Object::decimal`]
    pub fn decimal(&mut self, name: &str) -> Option<Decimal> {
        self.from.decimal(name)
    }

    /// [`Object::take`]
    pub fn take(&mut self, name: &str) -> Option<Value> {
        self.from.take(name)
    }

    /// [`Object::truth`]
    pub fn truth(&mut self, name: &'static str) -> Option<bool> {
        let truth = self.from.truth(name);
        self.keep(truth)
    }

    /// [`Object::date`]
    pub fn date(&mut self, name: &str) -> Option<Timestamp> {
        self.from.date(name)
    }

    /// [`Object::list`]
    pub fn list<T: Read>(&mut self, name: &'static str) -> Vec<T> {
        let list = self.from.list(name);
        self.keep(list)
    }

    /// [`Object::member`]
    pub fn member<T: Read>(&mut self, name: &str) -> Option<T> {
        let member = self.from.member(name);
        self.keep(member)
    }
}
