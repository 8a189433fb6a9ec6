//! The catalogue as a person looks through it.

use std::cell::RefCell;

use self::search::Search;
use super::ProductId;
use super::fold::fold;
use super::sorted::sorted_by;
use super::window::SoftwareKind;

mod availability;
mod search;
mod sku;
#[cfg(test)]
mod tests;

pub use availability::{Availability, AvailableTerm, Plan, RefundStep, plans};
pub use search::ProductFilter;
pub use sku::{Attestation, Prerequisite, Sku};

/// A product that can be bought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogProduct {
    pub id: ProductId,
    pub title: String,
    pub description: String,
    pub kinds: Kinds,
    /// What words are looked for in.
    folded: String,
}

/// How a product is sold: it may be both ways.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kinds {
    pub perpetual: bool,
    pub subscription: bool,
}

impl Kinds {
    pub fn has(self, kind: SoftwareKind) -> bool {
        match kind {
            SoftwareKind::Perpetual => self.perpetual,
            SoftwareKind::Subscription => self.subscription,
        }
    }

    fn add(&mut self, kind: SoftwareKind) {
        match kind {
            SoftwareKind::Perpetual => self.perpetual = true,
            SoftwareKind::Subscription => self.subscription = true,
        }
    }
}

impl CatalogProduct {
    pub fn new(id: ProductId, title: String, description: String) -> Self {
        let folded = fold(&[&title, "\n", &description, "\n", id.as_str()].concat());
        CatalogProduct {
            id,
            title,
            description,
            kinds: Kinds::default(),
            folded,
        }
    }
}

/// All products, in the order of their titles.
#[derive(Debug, Default)]
pub struct Catalog {
    products: Vec<CatalogProduct>,
    search: RefCell<Search>,
}

impl Catalog {
    /// From the lists of each kind, which is where the catalogue says how a product is sold. What is
    /// in both lists is one product.
    pub fn of(lists: Vec<(SoftwareKind, Vec<CatalogProduct>)>) -> Self {
        let mut products: Vec<CatalogProduct> = Vec::new();
        // Places in `products`, in the order of the ids.
        let mut by_id: Vec<usize> = Vec::new();
        for (kind, list) in lists {
            for mut product in list {
                let found = by_id.binary_search_by(|place| products[*place].id.cmp(&product.id));
                match found {
                    Ok(at) => products[by_id[at]].kinds.add(kind),
                    Err(at) => {
                        product.kinds.add(kind);
                        by_id.insert(at, products.len());
                        products.push(product);
                    }
                }
            }
        }
        // Folded text begins with the title. Boxes are moved while sorting, not products.
        let boxes = products.into_iter().map(Box::new);
        let sorted = sorted_by(boxes, &|left, right| left.folded.cmp(&right.folded));
        Catalog {
            products: sorted.into_iter().map(|product| *product).collect(),
            search: RefCell::default(),
        }
    }

    pub fn products(&self) -> &[CatalogProduct] {
        &self.products
    }

    /// The products that a filter lets through, as places in [`Catalog::products`].
    pub fn filter(&self, filter: &ProductFilter) -> Vec<usize> {
        self.search.borrow_mut().find(&self.products, filter)
    }
}
