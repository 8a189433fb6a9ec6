//! What the join reads, free of the wire's forms.

use super::KeyArtifact;
use crate::model::sorted::SortedMap;
use crate::model::status::{OrderStatus, SubscriptionStatus};
use crate::model::window::ServerDates;
use crate::model::{Money, OrderId, ProductId, SkuId, SubscriptionId, Timestamp};

/// An entitlement to software, with what it brings along.
#[derive(Clone, Debug, PartialEq)]
pub struct Entitled {
    /// As `referenceOrder` names it: the order's id or its friendly number.
    pub order: Option<OrderId>,
    pub line: Option<u32>,
    pub product: ProductId,
    pub sku: SkuId,
    pub quantity: Option<i64>,
    pub expires: Option<Timestamp>,
    pub keys: Vec<KeyArtifact>,
    pub included: Vec<Entitled>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Ordered {
    pub id: OrderId,
    /// `alternateId`: the friendly number.
    pub number: Option<String>,
    pub purchased: Option<Timestamp>,
    pub status: OrderStatus,
    /// Lines whose offer is `product:SKU:availability`; others are no software.
    pub lines: Vec<OrderedLine>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct OrderedLine {
    pub number: u32,
    pub product: ProductId,
    pub sku: SkuId,
    /// Product and SKU title in one text.
    pub title: Option<String>,
    pub quantity: Option<i64>,
    /// What it cost, where the order says so.
    pub paid: Option<Money>,
    /// ISO 8601; absent for perpetual licences.
    pub term: Option<String>,
    pub subscription: Option<SubscriptionId>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Subscribed {
    pub id: SubscriptionId,
    pub order: Option<OrderId>,
    pub product: Option<(ProductId, SkuId)>,
    /// What its product type says; `None` when it says nothing.
    pub is_software: Option<bool>,
    pub title: Option<String>,
    pub quantity: Option<i64>,
    pub created: Option<Timestamp>,
    pub status: SubscriptionStatus,
    pub term: Option<String>,
    pub ends: Option<Timestamp>,
    pub auto_renew: Option<bool>,
    pub dates: ServerDates,
}

/// A row of an answer that did not fit its type. It is shown, not hidden.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Its id, where that much could be read.
    pub id: Option<String>,
    /// What did not fit, for a bug report.
    pub problem: String,
}

/// Everything that the lists of a customer say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sources {
    pub entitlements: Vec<Entitled>,
    pub orders: Vec<Ordered>,
    pub subscriptions: Vec<Subscribed>,
    pub unreadable: Vec<Unreadable>,
}

/// What the catalogue said so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Titles {
    pub products: SortedMap<ProductId, ProductFacts>,
    pub skus: SortedMap<(ProductId, SkuId), String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProductFacts {
    pub title: String,
    /// What its product type says; `None` when the catalogue did not answer.
    pub is_software: Option<bool>,
}
