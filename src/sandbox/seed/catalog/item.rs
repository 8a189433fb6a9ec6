//! What a `catalogItemId` names: an availability of a SKU, whose id changes every week.

use super::{Product, Segment, Sku};
use crate::model::Timestamp;
use crate::sandbox::seed::random::{Random, hash};

/// Ids that are older are forgotten: nobody ever offered them, as far as one can tell. In weeks.
const REMEMBERED: i64 = 208;

/// A SKU as it is offered to a segment in some week.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    pub product: Product,
    pub sku: &'static Sku,
    pub segment: Segment,
    /// Since 1 January 1970; [`week`]
    pub week: i64,
}

/// The number of the week that a moment lies in.
pub fn week(time: Timestamp) -> i64 {
    time.date().days().div_euclid(7)
}

impl Item {
    /// Reads `product:SKU:availability`, whose availability was offered in the week `now` or in one of
    /// those before.
    pub fn read(text: &str, now: i64) -> Option<Item> {
        let mut parts = text.split(':');
        let (product, sku, availability) = (parts.next()?, parts.next()?, parts.next()?);
        let product = Product::find(product).filter(|_| parts.next().is_none())?;
        let sku = product.sku(sku)?;
        let of_week = |week| {
            let items = product.segments().iter().map(move |segment| Item {
                product,
                sku,
                segment: *segment,
                week,
            });
            items.into_iter()
        };
        let mut offered = (now - REMEMBERED..=now).rev().flat_map(of_week);
        offered.find(|item| item.availability().eq_ignore_ascii_case(availability))
    }

    /// Letters and digits as the API's look.
    pub fn availability(&self) -> String {
        const LETTERS: &[u8] = b"BCDFGHJKLMNPQRSTVWXZ0123456789";
        let parts = [
            hash(&self.product.id()),
            hash(self.sku.id),
            hash(self.segment.as_str()),
            self.week as u64,
        ];
        let mut random = Random::of(&parts);
        let letters = (0..4).map(|_| char::from(*random.pick(LETTERS)));
        "DG7GMGF0".chars().chain(letters).collect()
    }

    /// `product:SKU:availability`
    pub fn id(&self) -> String {
        format!(
            "{}:{}:{}",
            self.product.id(),
            self.sku.id,
            self.availability()
        )
    }

    pub fn friendly_name(&self, french: bool) -> String {
        self.product.friendly_name(self.sku, french)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_leads_back_to_what_it_names_as_long_as_it_is_remembered() {
        let product = Product::find("DG7GMGF0DWTK").unwrap();
        let item = Item {
            product,
            sku: product.sku("0001").unwrap(),
            segment: Segment::Education,
            week: 2_900,
        };
        for now in [2_900, 2_901, 2_900 + REMEMBERED] {
            let read = Item::read(&item.id(), now).unwrap();
            assert_eq!((read.segment, read.week), (Segment::Education, 2_900));
        }
        assert!(Item::read(&item.id(), 2_899).is_none());
        assert!(Item::read(&item.id(), 2_901 + REMEMBERED).is_none());
        for wrong in ["", "A:B", "DG7GMGF0DWTK:0001:DG7GMGF0AEIO", "a:b:c:d"] {
            assert!(Item::read(wrong, 2_900).is_none(), "{wrong}");
        }
    }
}
