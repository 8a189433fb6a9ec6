//! What things cost in US cents, before any currency. Invented, and of a plausible size.

use super::{Item, Segment, Sku};
use crate::sandbox::seed::random::hash;

/// Families whose first SKU costs so many US cents. All others cost what [`OTHERS`] says.
const PRICES: &[(&str, u64)] = &[
    ("DG7GMGF0DVWS", 117_600),
    ("DG7GMGF0DVWD", 677_100),
    ("DG7GMGF0D22S", 106_900),
    ("DG7GMGF0DVST", 38_280),
    ("DG7GMGF0DVT7", 5_175),
    ("DG7GMGF0DRDS", 16_345),
    ("DG7GMGF0DVSV", 5_995),
    ("DG7GMGF0DSQS", 3_186_400),
    ("DG7GMGF0DSQE", 12_219_200),
    ("DG7GMGF0DSQV", 98_900),
    ("DG7GMGF0DSQC", 23_010),
    ("DG7GMGF0FKZS", 141_810),
    ("DG7GMGF0FKZV", 543_415),
    ("DG7GMGF0DWTK", 65_635),
    ("DG7GMGF0DWTS", 46_999),
    ("DG7GMGF0DWTM", 46_999),
    ("DG7GMGF0DWPP", 112_999),
    ("DG7GMGF0DEXE", 404_900),
    ("DG7GMGF0DSPS", 713_605),
    ("DG7GMGF0DCIS", 156_520),
    ("DG7GMGF0DWBN", 192_333),
    ("DG7GMGF0DVSP", 49_900),
    ("DG7GMGF0DBTS", 1_016_000),
];
const OTHERS: u64 = 34_995;

impl Item {
    /// The list price of the whole term, in hundredths of a US cent: exact for every SKU.
    pub fn list_price(&self) -> u64 {
        let id = self.product.family.id;
        let mut known = PRICES.iter();
        let cents = known
            .find(|(family, _)| *family == id)
            .map_or(OTHERS, |(_, cents)| *cents);
        let Sku { price, .. } = self.sku;
        // A variant costs as much as its family, give or take a little of its own.
        let own = match self.product.id() {
            own if own == id => 0,
            own => hash(&own) % 10_000,
        };
        (cents + own) * price / 10 * self.percent() / 100
    }

    /// Education, nonprofit and government have special prices on perpetual software.
    fn percent(&self) -> u64 {
        match self.segment {
            Segment::Commercial => 100,
            Segment::Education => 45,
            Segment::Government => 90,
            Segment::Nonprofit => 40,
        }
    }

    /// What the partner pays of the list price, in percent.
    pub fn partner_percent(&self) -> u64 {
        if self.product.lot().is_multiple_of(4) {
            85
        } else {
            100
        }
    }
}
