//! The customers found so far, each once, in the order in which they came.

use std::collections::HashSet;

use crate::model::CustomerId;
use crate::model::sorted::include;

/// What a list says of a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerRow {
    /// The tenant id.
    pub id: CustomerId,
    /// The company's name; may be empty.
    pub name: String,
    /// The primary domain; may be empty.
    pub domain: String,
    /// How the customer stands to the partner, in the words of the wire (`reseller`); may be empty.
    pub relationship: String,
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListedRow {
    Customer(CustomerRow),
    /// An item that could not be read, with its id where it had one.
    Unreadable(Option<String>),
}

/// Pages put together. A customer found by name and by domain, or sent twice by the server,
/// stands here once.
#[derive(Debug, Default)]
pub struct CustomerList {
    rows: Vec<ListedRow>,
    known: HashSet<u128>,
    /// Ids, sorted.
    unreadable: Vec<String>,
}

impl CustomerList {
    /// Adds what a page brought and says how many rows are new.
    pub fn append(&mut self, page: impl IntoIterator<Item = ListedRow>) -> usize {
        let before = self.rows.len();
        for row in page {
            let is_new = match &row {
                ListedRow::Customer(customer) => self.known.insert(number(&customer.id)),
                ListedRow::Unreadable(Some(id)) => include(&mut self.unreadable, id.clone()),
                ListedRow::Unreadable(None) => true,
            };
            if is_new {
                self.rows.push(row);
            }
        }
        self.rows.len() - before
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// A row by its place.
    pub fn row(&self, at: usize) -> Option<&ListedRow> {
        self.rows.get(at)
    }

    /// The only customer, where exactly one was found.
    pub fn single(&self) -> Option<&CustomerRow> {
        match self.rows.as_slice() {
            [ListedRow::Customer(customer)] => Some(customer),
            _ => None,
        }
    }

    /// A customer of the list by its id.
    pub fn find(&self, id: &CustomerId) -> Option<&CustomerRow> {
        if !self.known.contains(&number(id)) {
            return None;
        }
        self.rows.iter().find_map(|row| match row {
            ListedRow::Customer(customer) if customer.id == *id => Some(customer),
            _ => None,
        })
    }
}

/// A GUID as a number: a hundred thousand of them take 3 MB less than their texts would.
fn number(id: &CustomerId) -> u128 {
    id.as_str()
        .chars()
        .filter_map(|c| c.to_digit(16))
        .fold(0, |number, digit| number << 4 | u128::from(digit))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn customer(last: u8, name: &str) -> ListedRow {
        ListedRow::Customer(CustomerRow {
            id: format!("5f1c0f6e-8a7b-4c3d-9e2f-0123456789{last:02x}")
                .parse()
                .unwrap(),
            name: name.to_owned(),
            domain: format!("{}.example", name.to_lowercase()),
            relationship: "reseller".to_owned(),
        })
    }

    fn names(list: &CustomerList) -> Vec<&str> {
        (0..list.len())
            .map(|at| match list.row(at) {
                Some(ListedRow::Customer(customer)) => customer.name.as_str(),
                _ => "?",
            })
            .collect()
    }

    #[test]
    fn a_customer_found_twice_stands_once_where_it_came_first() {
        let mut list = CustomerList::default();
        assert_eq!(
            list.append([customer(1, "Contoso"), customer(2, "Contour")]),
            2
        );
        assert_eq!(
            list.append([customer(3, "Fabrikam"), customer(1, "Contoso")]),
            1
        );
        assert_eq!(names(&list), ["Contoso", "Contour", "Fabrikam"]);
    }

    #[test]
    fn what_cannot_be_read_keeps_its_place() {
        let mut list = CustomerList::default();
        let page = [
            customer(1, "A"),
            ListedRow::Unreadable(None),
            ListedRow::Unreadable(Some("x".into())),
            ListedRow::Unreadable(None),
            customer(2, "B"),
        ];
        assert_eq!(list.append(page), 5);
        assert_eq!(names(&list), ["A", "?", "?", "?", "B"]);
        assert_eq!(list.append([ListedRow::Unreadable(Some("x".into()))]), 0);
    }

    #[test]
    fn a_single_match_is_one_customer_and_nothing_else() {
        let mut list = CustomerList::default();
        assert_eq!(list.single(), None);
        list.append([customer(1, "Contoso")]);
        assert_eq!(list.single().map(|row| row.name.as_str()), Some("Contoso"));
        list.append([ListedRow::Unreadable(None)]);
        assert_eq!(list.single(), None);
    }

    #[test]
    fn finds_a_customer_by_id() {
        let mut list = CustomerList::default();
        list.append([customer(1, "Contoso"), customer(2, "Fabrikam")]);
        let id = "5f1c0f6e-8a7b-4c3d-9e2f-012345678902".parse().unwrap();
        assert_eq!(
            list.find(&id).map(|row| row.name.as_str()),
            Some("Fabrikam")
        );
        let other = "00000000-0000-0000-0000-000000000000".parse().unwrap();
        assert_eq!(list.find(&other), None);
    }
}
