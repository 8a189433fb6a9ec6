//! Cancelling several purchases of a customer, one after the other.

use crate::model::fold::fold;
use crate::model::sorted::include;
use crate::model::{OrderId, SoftwareItemId};

/// What came of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowResult<E> {
    Waiting,
    Running,
    Cancelled,
    Refused(E),
    /// Nobody knows whether it took effect: to be found out by asking.
    Unknown(E),
    /// Stopped before it was sent.
    NotSent,
}

/// The rows of a run, in the order in which they are cancelled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run<T, E> {
    rows: Vec<(T, RowResult<E>)>,
    stopped: bool,
}

impl<T, E> Run<T, E> {
    pub fn new(rows: Vec<T>) -> Self {
        Run {
            rows: rows
                .into_iter()
                .map(|row| (row, RowResult::Waiting))
                .collect(),
            stopped: false,
        }
    }

    pub fn rows(&self) -> &[(T, RowResult<E>)] {
        &self.rows
    }

    /// Takes the next row on. `None` while one is running, when none is left, and after a stop.
    pub fn begin_next(&mut self) -> Option<usize> {
        let running = |result: &RowResult<E>| matches!(result, RowResult::Running);
        if self.stopped || self.rows.iter().any(|(_, result)| running(result)) {
            return None;
        }
        let waits = |(_, result): &(T, RowResult<E>)| matches!(result, RowResult::Waiting);
        let next = self.rows.iter().position(waits)?;
        self.rows[next].1 = RowResult::Running;
        Some(next)
    }

    /// Notes what came of the row that is running, and afterwards of one in doubt.
    pub fn note(&mut self, row: usize, result: RowResult<E>) {
        if let Some((_, own)) = self.rows.get_mut(row)
            && matches!(own, RowResult::Running | RowResult::Unknown(_))
        {
            *own = result;
        }
    }

    /// Sends nothing more. What is on its way cannot be called back.
    pub fn stop(&mut self) {
        self.stopped = true;
        for (_, result) in &mut self.rows {
            if matches!(result, RowResult::Waiting) {
                *result = RowResult::NotSent;
            }
        }
    }

    /// Whether nothing is running or waiting any more.
    pub fn is_over(&self) -> bool {
        let busy =
            |result: &RowResult<E>| matches!(result, RowResult::Running | RowResult::Waiting);
        !self.rows.iter().any(|(_, result)| busy(result))
    }
}

/// The lines to cancel for these items, order by order as they first appear: what came in one bundle
/// is one line, and lines of one order are one request.
pub fn by_order(items: &[SoftwareItemId]) -> Vec<(OrderId, Vec<u32>)> {
    let mut orders: Vec<(OrderId, Vec<u32>)> = Vec::new();
    for item in items {
        let known = orders.iter().position(|(order, _)| *order == item.order);
        let place = known.unwrap_or_else(|| {
            orders.push((item.order.clone(), Vec::new()));
            orders.len() - 1
        });
        include(&mut orders[place].1, item.line);
    }
    orders
}

/// Whether a person typed a customer's name, to confirm what cannot be undone: without regard to
/// case and accents, the spaces around it, and marks that nobody can see or type.
pub fn is_name(typed: &str, name: &str) -> bool {
    let name = plain(name);
    !name.is_empty() && plain(typed) == name
}

fn plain(text: &str) -> String {
    let folded = fold(text);
    let visible = |letter: &char| !is_invisible(*letter);
    let words: String = folded.chars().filter(visible).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Controls, joiners and marks of direction.
fn is_invisible(letter: char) -> bool {
    (letter.is_control() && !letter.is_whitespace())
        || matches!(letter,
            '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
