//! A product: one that is written down, or a numbered variant of it.

use std::borrow::Cow;

use super::{FAMILIES, Family, Segment, Sku, Sold, segment, variants};
use crate::sandbox::seed::random::hash;

/// A product of the catalogue. Small, and made from its id or its place alone: there is no list of
/// the thousands that a sandbox may be asked to have.
#[derive(Clone, Copy, Debug)]
pub struct Product {
    pub family: &'static Family,
    /// The number of a variant.
    variant: Option<u32>,
}

impl Product {
    /// How many products are written down: the catalogue has them all.
    pub const WRITTEN: u32 = FAMILIES.len() as u32;
    /// The most that a catalogue may have.
    pub const MOST: u32 = 10_000;

    pub fn find(id: &str) -> Option<Product> {
        let written = FAMILIES
            .iter()
            .find(|family| family.id.eq_ignore_ascii_case(id));
        match written {
            Some(family) => Some(Product {
                family,
                variant: None,
            }),
            None => Product::variant(variants::number(id)?),
        }
    }

    /// The product at a place of the catalogue, below [`Product::MOST`].
    pub fn at(place: u32) -> Option<Product> {
        match FAMILIES.get(place as usize) {
            Some(family) => Some(Product {
                family,
                variant: None,
            }),
            None => Product::variant(place - Product::WRITTEN),
        }
    }

    fn variant(number: u32) -> Option<Product> {
        let family = variants::family(number);
        let family = FAMILIES.iter().find(|known| known.id == family)?;
        (number < Product::MOST - Product::WRITTEN).then_some(Product {
            family,
            variant: Some(number),
        })
    }

    /// Whether a catalogue of that many products has it.
    pub fn is_among(&self, products: u32) -> bool {
        self.variant
            .is_none_or(|number| number + Product::WRITTEN < products)
    }

    pub fn id(&self) -> Cow<'static, str> {
        match self.variant {
            Some(number) => variants::id(number).into(),
            None => self.family.id.into(),
        }
    }

    /// Names of products are the same in every language.
    pub fn title(&self) -> Cow<'static, str> {
        match self.variant {
            Some(number) => variants::title(number).into(),
            None => self.family.title.into(),
        }
    }

    /// Variants are nobody's software.
    pub fn publisher(&self) -> &'static str {
        match self.variant {
            Some(_) => "Fabrikam",
            None => "Microsoft",
        }
    }

    pub fn sku(&self, id: &str) -> Option<&'static Sku> {
        let mut skus = self.family.skus.iter();
        skus.find(|sku| sku.id.eq_ignore_ascii_case(id))
    }

    pub fn segments(&self) -> &'static [Segment] {
        match self.variant {
            Some(_) => &[Segment::Commercial],
            None => segment::of(self.family.id),
        }
    }

    pub fn is_perpetual(&self) -> bool {
        let mut skus = self.family.skus.iter();
        skus.any(|sku| sku.sold == Sold::Perpetual)
    }

    pub fn is_subscription(&self) -> bool {
        let mut skus = self.family.skus.iter();
        skus.any(|sku| sku.sold != Sold::Perpetual)
    }

    /// Product and SKU in one, as orders name them.
    pub fn friendly_name(&self, sku: &Sku, french: bool) -> String {
        format!("{} - {}", self.title(), sku.title.get(french))
    }

    /// A number from 0 to 99 by which a share of the products is picked.
    pub fn lot(&self) -> u32 {
        (hash(&self.id()) % 100) as u32
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn ten_thousand_products_have_a_title_and_an_id_each_that_leads_back() {
        let all = (0..Product::MOST).map(|place| Product::at(place).unwrap());
        let (mut ids, mut titles) = (HashSet::new(), HashSet::new());
        for (product, place) in all.zip(0..) {
            let found = Product::find(&product.id().to_lowercase()).unwrap();
            assert_eq!((found.id(), found.variant), (product.id(), product.variant));
            assert_eq!(product.id().len(), 12);
            assert!(product.is_among(place + 1) || place < Product::WRITTEN);
            assert!(!product.is_among(place) || place < Product::WRITTEN);
            assert!(ids.insert(product.id()) && titles.insert(product.title()));
        }
        assert!(Product::at(Product::MOST).is_none());
    }
}
