//! What came of a cart: orders, and refusals of parts of it.

use crate::model::order::Order;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checkout {
    pub orders: Vec<Order>,
    pub errors: Vec<OrderError>,
}

/// An order that was not made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrderError {
    /// The `orderGroup` of the lines that it would have held.
    pub group: Option<String>,
    /// As an error of a call: `800069`.
    pub code: Option<String>,
    /// Foreign text.
    pub description: Option<String>,
}

/// How much of a cart was ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    All,
    Some,
    Nothing,
}

impl Checkout {
    pub fn outcome(&self) -> Outcome {
        match (self.orders.is_empty(), self.errors.is_empty()) {
            (true, _) => Outcome::Nothing,
            (false, true) => Outcome::All,
            (false, false) => Outcome::Some,
        }
    }
}
