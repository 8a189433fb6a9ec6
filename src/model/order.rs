//! An order as the API tells it (Microsoft, "Order resources").

use super::billing::{BillingCycle, Term};
use super::decimal::Decimal;
use super::money::{Currency, Money, Pricing, Totals};
use super::status::{OrderStatus, wire_enum};
use super::{CatalogItemId, OrderId, SoftwareItemId, Timestamp};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    pub id: OrderId,
    /// The friendly number, 12 hexadecimal digits on most orders.
    pub alternate_id: Option<String>,
    pub billing_cycle: BillingCycle,
    pub currency: Option<Currency>,
    pub line_items: Vec<OrderLineItem>,
    /// The start of the cancellation window.
    pub creation_date: Option<Timestamp>,
    pub status: OrderStatus,
    /// What the server says that all lines cost. It does not promise to.
    pub total_price: Option<Decimal>,
    /// `UserPurchase`, `SystemPurchase`, `SystemBilling`
    pub transaction_type: Option<String>,
}

/// A line of an order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrderLineItem {
    pub line_item_number: Option<i64>,
    /// For software `product:SKU:availability`.
    pub offer_id: String,
    /// Absent for perpetual licences and until provisioned.
    pub subscription_id: Option<String>,
    /// Product and SKU title: the only title on an order.
    pub friendly_name: Option<String>,
    /// 0 once the line is cancelled.
    pub quantity: Option<i64>,
    /// `P1Y`, `P3Y`; empty or absent for perpetual licences.
    pub term_duration: Option<String>,
    pub transaction_type: Option<String>,
    pub pricing: Option<Pricing>,
}

impl OrderLineItem {
    /// What was bought, if it is software.
    pub fn catalog_item(&self) -> Option<CatalogItemId> {
        self.offer_id.parse().ok()
    }

    /// What names it in the customer's software, as the line of that number.
    pub fn software(&self, order: &OrderId, number: u32) -> Option<SoftwareItemId> {
        let item = self.catalog_item()?;
        Some(SoftwareItemId {
            order: order.clone(),
            line: number,
            product: item.product,
            sku: item.sku,
        })
    }

    pub fn term(&self) -> Option<Term> {
        Term::parse(self.term_duration.as_deref()?)
    }

    /// Whether nothing is left of the line.
    pub fn is_cancelled(&self) -> bool {
        self.quantity == Some(0)
    }
}

impl Order {
    /// The number to show to people: the friendly one where the order has it.
    pub fn number(&self) -> &str {
        let friendly = self.alternate_id.as_deref().map(str::trim);
        let friendly = friendly.filter(|number| !number.is_empty());
        friendly.unwrap_or(self.id.as_str())
    }

    /// What the lines cost together by their own prices.
    pub fn totals(&self) -> Totals {
        let amounts = self.line_items.iter().map(|line| self.amount(line));
        Totals::of(&amounts.collect::<Vec<_>>())
    }

    /// What one of its lines costs, where the server said so.
    pub fn amount(&self, line: &OrderLineItem) -> Option<Money> {
        let extended = line.pricing.as_ref()?.extended?;
        Some(Money::new(extended, self.currency.clone()?))
    }

    /// What a line cost: by its own price, else, if it is the only one, by the order's.
    pub fn paid(&self, line: &OrderLineItem) -> Option<Money> {
        let only = self.line_items.len() == 1;
        let whole = || only.then(|| self.total()).flatten();
        self.amount(line).or_else(whole)
    }

    /// What the server says that the order costs: its own total, else that of lines that all have a
    /// price. `None` when there is no such word: then no price is shown.
    pub fn total(&self) -> Option<Money> {
        let currency = self.currency.clone();
        if let (Some(total), Some(currency)) = (self.total_price, currency) {
            return Some(Money::new(total, currency));
        }
        let totals = self.totals();
        totals
            .is_complete()
            .then(|| totals.sums.into_iter().next())?
    }
}

wire_enum!(
    /// How far a line has been delivered (Microsoft, "Get order provisioning status"). The document
    /// and the printed body differ in case.
    Provisioning {
        /// Still at work.
        Pending = "prefulfillment_pending",
        Fulfilled = "fulfilled",
        /// Not delivered, because it was cancelled.
        Unfulfilled = "unfulfilled",
    }
);

/// The delivery of a line of an order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineProvisioning {
    pub line_item_number: Option<i64>,
    pub status: Provisioning,
}

/// How far an order has been delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// Nothing says that it is done.
    Underway,
    Done,
    /// It will not be delivered, or not all of it.
    Stopped,
}

impl Delivery {
    /// By the lines, for those who may read them.
    pub fn of_lines(lines: &[LineProvisioning]) -> Self {
        let all = |status: &Provisioning| {
            !lines.is_empty() && lines.iter().all(|line| line.status == *status)
        };
        let pending = |status: &Provisioning| {
            !matches!(status, Provisioning::Fulfilled | Provisioning::Unfulfilled)
        };
        if all(&Provisioning::Fulfilled) {
            Delivery::Done
        } else if lines.is_empty() || lines.iter().any(|line| pending(&line.status)) {
            Delivery::Underway
        } else {
            Delivery::Stopped
        }
    }

    /// By the order's own state, for everybody else.
    pub fn of_order(status: &OrderStatus) -> Self {
        match status {
            OrderStatus::Completed => Delivery::Done,
            OrderStatus::Cancelled
            | OrderStatus::PoReviewRejected
            | OrderStatus::PartialSuccess
            | OrderStatus::Error => Delivery::Stopped,
            _ => Delivery::Underway,
        }
    }
}

#[cfg(test)]
mod tests;
