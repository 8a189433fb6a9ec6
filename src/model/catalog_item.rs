//! What a line of a cart or an order names: product, SKU and availability in one.

use std::fmt;
use std::str::FromStr;

use super::{AvailabilityId, InvalidId, ProductId, SkuId};

/// `DG7GMGF0DWTL:0001:DG7GMGF0DSFM` (Microsoft, "Product resources"). It changes over time, together
/// with its availability.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CatalogItemId {
    pub product: ProductId,
    pub sku: SkuId,
    pub availability: AvailabilityId,
}

impl CatalogItemId {
    /// Whether both are the same thing, perhaps read at different times.
    pub fn is_same_sku(&self, other: &CatalogItemId) -> bool {
        self.product == other.product && self.sku == other.sku
    }
}

impl FromStr for CatalogItemId {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let mut parts = text.split(':');
        let mut part = || parts.next().unwrap_or_default();
        let id = CatalogItemId {
            product: part().parse()?,
            sku: part().parse()?,
            availability: part().parse()?,
        };
        match parts.next() {
            None => Ok(id),
            Some(_) => Err(InvalidId {
                expected: "catalogue item id",
            }),
        }
    }
}

impl fmt::Display for CatalogItemId {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let parts = [
            self.product.as_str(),
            ":",
            self.sku.as_str(),
            ":",
            self.availability.as_str(),
        ];
        parts.into_iter().try_for_each(|part| f.write_str(part))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_three_parts_and_is_written_as_it_was_read() {
        let text = "DG7GMGF0DWTL:000P:DG7GMGF0DSFM";
        let id: CatalogItemId = text.parse().unwrap();
        assert_eq!(id.sku.as_str(), "000P");
        assert_eq!(id.to_string(), text);
        for wrong in [
            "",
            "DG7GMGF0DWTL",
            "DG7GMGF0DWTL:000P",
            "a:b:c:d",
            "::",
            "a:b:../c",
            "MS-AZR-0145P",
        ] {
            assert!(wrong.parse::<CatalogItemId>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn another_availability_is_the_same_sku() {
        let id = |text: &str| text.parse::<CatalogItemId>().unwrap();
        assert!(id("P:1:A").is_same_sku(&id("P:1:B")));
        assert!(!id("P:1:A").is_same_sku(&id("P:2:A")));
        assert!(!id("P:1:A").is_same_sku(&id("Q:1:A")));
    }
}
