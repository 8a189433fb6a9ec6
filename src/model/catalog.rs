//! The catalogue as a person looks through it.

use super::ProductId;
use super::fold::fold;
use super::sorted::sorted_by;
use super::window::SoftwareKind;

mod availability;
mod sku;
#[cfg(test)]
mod tests;

pub use availability::{Availability, AvailableTerm, Plan, RefundStep, plans};
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalog(Vec<CatalogProduct>);

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
        Catalog(sorted.into_iter().map(|product| *product).collect())
    }

    pub fn products(&self) -> &[CatalogProduct] {
        &self.0
    }

    /// The products that a filter lets through, as places in [`Catalog::products`].
    pub fn filter(&self, filter: &ProductFilter) -> Vec<usize> {
        let all = self.0.iter().enumerate();
        all.filter(|(_, product)| filter.lets_through(product))
            .map(|(place, _)| place)
            .collect()
    }
}

/// What is asked of a product.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProductFilter {
    /// Folded, none empty.
    words: Vec<String>,
    kind: Option<SoftwareKind>,
}

impl ProductFilter {
    /// Words as they were typed: each has to occur, at any place, case and accents ignored.
    pub fn new(words: &str, kind: Option<SoftwareKind>) -> Self {
        let folded = fold(words);
        let words = folded.split_whitespace().map(str::to_owned);
        ProductFilter {
            words: words.collect(),
            kind,
        }
    }

    pub fn lets_through(&self, product: &CatalogProduct) -> bool {
        self.kind.is_none_or(|kind| product.kinds.has(kind))
            && self.words.iter().all(|word| holds(&product.folded, word))
    }
}

/// Whether a text holds a word. `str::contains` gets ready for long texts each time, which takes
/// longer here, with thousands of short ones after every letter typed, than the search itself.
fn holds(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let Some((first, rest)) = word.split_first() else {
        return true;
    };
    let mut left = text.iter();
    while left.any(|letter| letter == first) {
        if left.as_slice().starts_with(rest) {
            return true;
        }
    }
    false
}
