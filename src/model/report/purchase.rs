//! The purchase that a refund is about, as far as it was found: what it was, and what was paid.

use crate::model::Money;
use crate::model::cancellation::number;
use crate::model::money::totals;
use crate::model::order::{Order, OrderLineItem};

/// What was found by the id that was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purchase {
    /// An order, or by their subscription some of its lines.
    Order(Box<Order>, Vec<u32>),
    /// A subscription of which no order is known.
    Subscription,
}

impl Purchase {
    /// The purchase that an order's number or a subscription's id names among these orders.
    pub fn among(orders: &[&Order], id: &str) -> Option<Self> {
        let id = id.trim();
        let by_number = |order: &&&Order| order.number().eq_ignore_ascii_case(id);
        if let Some(order) = orders.iter().find(by_number) {
            return Some(Purchase::Order(Box::new((**order).clone()), Vec::new()));
        }
        orders.iter().find_map(|order| {
            let lines = order.line_items.iter().enumerate();
            let own = lines.filter(|(_, line)| is_of(line, id));
            let own: Vec<u32> = own
                .filter_map(|(place, line)| number(place, line))
                .collect();
            (!own.is_empty()).then(|| Purchase::Order(Box::new((*order).clone()), own))
        })
    }

    /// The order, where one was found.
    pub fn order(&self) -> Option<&Order> {
        match self {
            Purchase::Order(order, _) => Some(order),
            Purchase::Subscription => None,
        }
    }

    /// What was paid, one sum for each currency; nothing while one of its lines has no price. `lines`
    /// are those that are meant; none stands for all of it. What is cancelled was credited already.
    pub fn paid(&self, lines: &[u32]) -> Vec<Money> {
        let Some(order) = self.order() else {
            return Vec::new();
        };
        let mut own = self.lines(lines);
        own.retain(|(_, line)| !line.is_cancelled());
        if own.len() == order.line_items.len()
            && let Some(total) = order.total()
        {
            return vec![total];
        }
        let amounts = own.iter().map(|(_, line)| order.paid(line));
        let amounts: Option<Vec<Money>> = amounts.collect();
        totals(&mut amounts.unwrap_or_default().into_iter())
    }

    /// The lines that are meant and not cancelled, each with its number; where all of them are
    /// cancelled, these.
    pub fn lines(&self, lines: &[u32]) -> Lines<'_> {
        let Purchase::Order(order, own) = self else {
            return Vec::new();
        };
        let meant = if own.is_empty() { lines } else { own };
        let all = order.line_items.iter().enumerate();
        let all = all.filter_map(|(place, line)| Some((number(place, line)?, line)));
        let all: Lines = all.collect();
        let some = of(&all, |number, _| meant.contains(&number));
        // Lines of another order say nothing of this one.
        let some = if some.is_empty() { all } else { some };
        let left = of(&some, |_, line| !line.is_cancelled());
        if left.is_empty() { some } else { left }
    }

    /// Whether only some of what is left of it is meant.
    pub fn is_part(&self, lines: &[u32]) -> bool {
        let left = self.order().map(|order| {
            let left = order.line_items.iter().filter(|line| !line.is_cancelled());
            left.count()
        });
        let meant = self.lines(lines);
        let meant = meant.iter().filter(|(_, line)| !line.is_cancelled());
        left.is_some_and(|left| meant.count() < left)
    }
}

type Lines<'a> = Vec<(u32, &'a OrderLineItem)>;

fn of<'a>(lines: &Lines<'a>, fits: impl Fn(u32, &OrderLineItem) -> bool) -> Lines<'a> {
    let fitting = lines.iter().filter(|(number, line)| fits(*number, line));
    fitting.copied().collect()
}

fn is_of(line: &OrderLineItem, subscription: &str) -> bool {
    let own = line.subscription_id.as_deref();
    own.is_some_and(|own| own.eq_ignore_ascii_case(subscription))
}
