//! The customers that the start page remembers: those that somebody pinned, and those opened last.
//!
//! Kept on this device as tenant ids alone: a name is shown only after the server has given it to
//! whoever sits here now, so the list tells nothing to a person without access.

use crate::browser;
use crate::model::CustomerId;
use crate::paths;
use crate::reactive::*;

/// How many are kept of each.
const KEPT: usize = 6;

/// Why a customer is remembered.
#[derive(Clone, Copy)]
enum List {
    Recent,
    Pinned,
}

impl List {
    /// Two installations on one origin keep apart.
    fn kept_as(self) -> String {
        let list = match self {
            List::Recent => "recent",
            List::Pinned => "pinned",
        };
        format!("latchkey.{list}:{}", paths::base())
    }

    fn all(self) -> Vec<CustomerId> {
        read(&browser::kept(&self.kept_as()).unwrap_or_default())
    }

    fn keep(self, customers: &[CustomerId]) {
        let ids: Vec<String> = customers.iter().map(CustomerId::to_string).collect();
        browser::keep(&self.kept_as(), &ids.join(" "));
    }
}

/// Puts a customer at the head of those opened last.
pub fn opened(customer: &CustomerId) {
    List::Recent.keep(&with(List::Recent.all(), customer));
}

/// Whether somebody pinned a customer.
#[must_use]
pub fn is_pinned(customer: &CustomerId) -> bool {
    List::Pinned.all().contains(customer)
}

/// Pins a customer, or no more. Of too many the one that was pinned first goes.
pub fn pin(customer: &CustomerId, pinned: bool) {
    let before = List::Pinned.all();
    let now = match pinned {
        true => with(before, customer),
        false => without(before, customer),
    };
    List::Pinned.keep(&now);
}

/// Those that are pinned, then those opened last, each once.
#[must_use]
pub fn list() -> Vec<CustomerId> {
    let mut all = List::Pinned.all();
    for customer in List::Recent.all() {
        if !all.contains(&customer) {
            all.push(customer);
        }
    }
    all
}

/// Forgets those opened last; who is pinned stays.
pub fn clear() {
    browser::forget(&List::Recent.kept_as());
}

fn without(mut customers: Vec<CustomerId>, customer: &CustomerId) -> Vec<CustomerId> {
    customers.retain(|kept| kept != customer);
    customers
}

fn with(customers: Vec<CustomerId>, customer: &CustomerId) -> Vec<CustomerId> {
    let mut now = without(customers, customer);
    now.insert(0, customer.clone());
    now.truncate(KEPT);
    now
}

/// Whatever stands there: it may have been written by another version, or by hand.
fn read(kept: &str) -> Vec<CustomerId> {
    kept.split(' ')
        .filter_map(|id| id.parse().ok())
        .take(KEPT)
        .collect()
}

/// What the start page shows of them.
#[derive(Clone, Copy)]
struct Remembered(RwSignal<Vec<CustomerId>>);

/// Gives the list to everything below the current owner, to be changed by clearing.
pub(super) fn provide_remembered() -> RwSignal<Vec<CustomerId>> {
    let customers = RwSignal::new(list());
    provide_context(Remembered(customers));
    customers
}

/// The list that the start page shows.
pub fn use_remembered() -> RwSignal<Vec<CustomerId>> {
    expect_context::<Remembered>().0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(number: usize) -> CustomerId {
        let id = format!("5f1c0f6e-8a7b-4c3d-9e2f-{number:012}");
        id.parse().unwrap()
    }

    #[test]
    fn only_ids_are_read_back() {
        let id = "5f1c0f6e-8a7b-4c3d-9e2f-0123456789ab";
        let kept = format!("{id} <b>x</b> ../admin");
        let read: Vec<String> = read(&kept).iter().map(ToString::to_string).collect();
        assert_eq!(read, [id]);
        assert!(super::read("").is_empty());
    }

    #[test]
    fn the_last_one_comes_first_and_each_is_there_once() {
        let mut all = Vec::new();
        for number in [1, 2, 3, 1, 4, 5, 6, 7] {
            all = with(all, &id(number));
        }
        assert_eq!(all, [7, 6, 5, 4, 1, 3].map(id));
        assert_eq!(without(all, &id(5)), [7, 6, 4, 1, 3].map(id));
    }
}
