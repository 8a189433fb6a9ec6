//! Which lines of an order are cancelled.

use super::{Expected, Line, line_of, number};
use crate::model::order::{Order, OrderLineItem};
use crate::model::sorted::include;
use crate::model::status::OrderStatus;

/// What is cancelled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    WholeOrder,
    /// Some of its lines, each whole.
    Lines(Vec<LineRef>),
}

/// A line as the request names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineRef {
    pub number: u32,
    pub offer: String,
}

/// The numbers of the lines that are chosen, sorted and each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection(Vec<u32>);

impl Selection {
    /// Of these numbers those whose lines can be cancelled now.
    pub fn of(lines: &[Line], numbers: &[u32]) -> Self {
        let able = lines.iter().filter(|line| line.is_cancellable());
        let mut chosen = Vec::new();
        for line in able.filter(|line| numbers.contains(&line.number)) {
            include(&mut chosen, line.number);
        }
        Selection(chosen)
    }

    /// Every line that can be cancelled now.
    pub fn all(lines: &[Line]) -> Self {
        let numbers: Vec<u32> = lines.iter().map(|line| line.number).collect();
        Selection::of(lines, &numbers)
    }

    pub fn numbers(&self) -> &[u32] {
        &self.0
    }

    pub fn has(&self, number: u32) -> bool {
        self.0.binary_search(&number).is_ok()
    }

    /// The chosen ones of an order's lines.
    pub fn lines<'a>(&self, lines: &'a [Line]) -> Vec<&'a Line> {
        lines.iter().filter(|line| self.has(line.number)).collect()
    }

    /// The credit to expect for what is chosen.
    pub fn expected(&self, lines: &[Line]) -> Expected {
        Expected::of(self.lines(lines).into_iter().map(|line| &line.may))
    }
}

impl What {
    /// What to ask for to cancel these lines of an order: the whole order when nothing of it would be
    /// left. `None` when there is nothing of them to cancel.
    pub fn of(order: &Order, numbers: &[u32]) -> Option<Self> {
        let lines = order.line_items.iter().enumerate();
        let live = lines.filter(|(_, line)| !line.is_cancelled());
        let named = live.map(|(place, line)| (number(place, line), line));
        let (chosen, left): (Vec<_>, Vec<_>) =
            named.partition(|(own, _)| own.is_some_and(|own| numbers.contains(&own)));
        if chosen.is_empty() {
            return None;
        }
        if left.is_empty() {
            return Some(What::WholeOrder);
        }
        let refs = chosen.into_iter().filter_map(|(number, line)| {
            Some(LineRef {
                number: number?,
                offer: line.offer_id.clone(),
            })
        });
        Some(What::Lines(refs.collect()))
    }
}

/// Whether the order as it is now shows that all of it was cancelled: how an unknown outcome is
/// found out. A published body of the integration sandbox keeps the quantity and says it in the
/// order's state alone.
pub fn took_effect(order: &Order, numbers: &[u32]) -> bool {
    if order.status == OrderStatus::Cancelled {
        return true;
    }
    let cancelled = |wanted: &u32| line_of(order, *wanted).is_some_and(OrderLineItem::is_cancelled);
    !numbers.is_empty() && numbers.iter().all(cancelled)
}
