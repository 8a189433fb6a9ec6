//! How the list is sorted and filtered: plain values that go to the URL and come from it.

use std::cmp::Ordering;

use super::{SoftwareItem, StatusGroup};
use crate::model::fold::fold;
use crate::model::sorted::sorted_by;
use crate::model::window::{SoftwareKind, Window};

/// What the person looks at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListView {
    pub sort: Sort,
    pub filter: Filter,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    pub by: SortBy,
    pub descending: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    #[default]
    Name,
    Quantity,
    Purchased,
    Status,
    /// By the end of the cancellation window.
    Window,
}

/// Conditions that a row has to meet, all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that its title, order number or ids hold, without regard to case and accents.
    pub words: String,
    pub kind: Option<SoftwareKind>,
    pub status: Option<StatusGroup>,
}

impl SortBy {
    pub const ALL: [SortBy; 5] = [
        SortBy::Name,
        SortBy::Quantity,
        SortBy::Purchased,
        SortBy::Status,
        SortBy::Window,
    ];

    /// The word in URLs.
    pub fn as_str(self) -> &'static str {
        match self {
            SortBy::Name => "name",
            SortBy::Quantity => "quantity",
            SortBy::Purchased => "purchased",
            SortBy::Status => "status",
            SortBy::Window => "window",
        }
    }
}

impl Sort {
    /// The value in URLs: the column, with a hyphen before it when the order is descending.
    pub fn to_param(self) -> String {
        let sign = if self.descending { "-" } else { "" };
        format!("{sign}{}", self.by.as_str())
    }

    /// What a click on a column's head leads to: its own order, or the reverse of it.
    pub fn clicked(self, by: SortBy) -> Sort {
        let descending = self.by == by && !self.descending;
        Sort { by, descending }
    }
}

impl Filter {
    pub fn is_empty(&self) -> bool {
        *self == Filter::default()
    }
}

impl ListView {
    /// Reads the parameters of a URL, given a way to look one up. What is not understood counts as
    /// not said.
    pub fn from_params(param: &dyn Fn(&str) -> Option<String>) -> Self {
        let sort = param("sort").unwrap_or_default();
        let (descending, word) = match sort.strip_prefix('-') {
            Some(word) => (true, word),
            None => (false, sort.as_str()),
        };
        let by = SortBy::ALL.into_iter().find(|by| by.as_str() == word);
        let word = |name| param(name).unwrap_or_default();
        ListView {
            sort: by.map_or(Sort::default(), |by| Sort { by, descending }),
            filter: Filter {
                words: word("find"),
                kind: SoftwareKind::parse(&word("kind")),
                status: StatusGroup::parse(&word("status")),
            },
        }
    }

    /// The parameters for a URL: only what differs from the usual.
    pub fn to_params(&self) -> Vec<(&'static str, String)> {
        let mut params = Vec::new();
        if !self.filter.words.trim().is_empty() {
            params.push(("find", self.filter.words.clone()));
        }
        if let Some(kind) = self.filter.kind {
            params.push(("kind", kind.as_str().to_owned()));
        }
        if let Some(status) = self.filter.status {
            params.push(("status", status.as_str().to_owned()));
        }
        if self.sort != Sort::default() {
            params.push(("sort", self.sort.to_param()));
        }
        params
    }

    /// The rows to show, in their order. Rows without the value that is sorted by come last,
    /// whichever way the order runs.
    pub fn apply<'a>(&self, items: &'a [SoftwareItem]) -> Vec<&'a SoftwareItem> {
        let words = fold(&self.filter.words);
        let words: Vec<&str> = words.split_whitespace().collect();
        let rows = items
            .iter()
            .filter(|item| self.filter.kind.is_none_or(|kind| item.kind == kind))
            .filter(|item| {
                self.filter
                    .status
                    .is_none_or(|group| item.status.group() == group)
            })
            .filter(|item| words.is_empty() || holds(item, &words))
            .map(|item| (natural(&item.title.whole()), item));
        let sorted = sorted_by(rows, &|left, right| {
            self.sort
                .compare(left, right)
                .then_with(|| left.0.cmp(&right.0))
                .then_with(|| left.1.id.cmp(&right.1.id))
        });
        sorted.into_iter().map(|(_, item)| item).collect()
    }
}

fn holds(item: &SoftwareItem, words: &[&str]) -> bool {
    let SoftwareItem {
        title,
        order_number,
        id,
        ..
    } = item;
    let text = fold(&format!(
        "{} {order_number} {} {} {}",
        title.whole(),
        id.order,
        id.product,
        id.sku
    ));
    words.iter().all(|word| text.contains(word))
}

/// A folded text whose numbers compare by value: each run of digits is written with its length.
fn natural(text: &str) -> String {
    let mut key = String::with_capacity(text.len() + 8);
    let mut digits = String::new();
    for letter in fold(text).chars().chain(['\0']) {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        if !digits.is_empty() {
            let number = digits.trim_start_matches('0');
            // One character for the length keeps longer numbers after shorter ones.
            key.push(char::from(b'0' + number.len().min(60) as u8));
            key.push_str(number);
            digits.clear();
        }
        key.push(letter);
    }
    key
}

impl Sort {
    fn compare(self, left: &(String, &SoftwareItem), right: &(String, &SoftwareItem)) -> Ordering {
        let (a, b) = (left.1, right.1);
        match self.by {
            SortBy::Name => self.turn(left.0.cmp(&right.0)),
            SortBy::Quantity => self.known_first(a.quantity, b.quantity),
            SortBy::Purchased => {
                let date = |item: &SoftwareItem| item.purchased.map(|date| date.millis());
                self.known_first(date(a), date(b))
            }
            SortBy::Status => self.turn(a.status.group().cmp(&b.status.group())),
            SortBy::Window => {
                let rank = |item: &SoftwareItem| match item.window {
                    Window::Open(_) => 0,
                    Window::Unknown(_) => 1,
                    Window::Closed(_) => 2,
                    Window::NotCancellable(_) => 3,
                };
                let end = |item: &SoftwareItem| item.window.deadline().map(|end| end.millis());
                rank(a)
                    .cmp(&rank(b))
                    .then_with(|| self.known_first(end(a), end(b)))
            }
        }
    }

    fn turn(self, order: Ordering) -> Ordering {
        if self.descending {
            order.reverse()
        } else {
            order
        }
    }

    fn known_first(self, left: Option<i64>, right: Option<i64>) -> Ordering {
        match (left, right) {
            (Some(left), Some(right)) => self.turn(left.cmp(&right)),
            (left, right) => right.is_some().cmp(&left.is_some()),
        }
    }
}
