//! The catalogue: product families with the SKUs that are sold and the downloads they give.

mod item;
mod languages;
mod offer;
mod price;
mod product;
mod products;
mod segment;
mod skus;
mod variants;

pub use item::{Item, week};
pub use offer::Offer;
pub use product::Product;
pub use segment::Segment;

use products::FAMILIES;

/// A text in both languages that the sandbox's titles come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    pub en: &'static str,
    pub fr: &'static str,
}

impl Text {
    pub fn get(self, french: bool) -> &'static str {
        if french { self.fr } else { self.en }
    }
}

/// What is written down of a product, and shared by the numbered variants of it.
#[derive(Debug)]
pub struct Family {
    id: &'static str,
    title: &'static str,
    pub description: Text,
    pub skus: &'static [Sku],
    pub key: Key,
    /// Versions that may be downloaded, newest first: downgrade rights give older ones.
    pub versions: &'static [Version],
    /// Products of a bundle that come along.
    pub includes: &'static [&'static str],
}

/// What activates a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// 32 decimal digits.
    Digits,
    /// Five groups of five characters.
    Groups,
    None,
}

#[derive(Debug)]
pub struct Sku {
    pub id: &'static str,
    pub title: Text,
    pub sold: Sold,
    /// In thousandths of the product's own price
    price: u64,
}

/// How a SKU is sold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sold {
    /// For good, paid once.
    Perpetual,
    /// For a term of that many years, paid once a year or at once.
    Years(u32),
}

impl Sold {
    /// Length of the term; 0 for good.
    pub fn years(self) -> u32 {
        match self {
            Sold::Perpetual => 0,
            Sold::Years(years) => years,
        }
    }

    /// ISO 8601 duration of the term.
    pub fn term(self) -> Option<&'static str> {
        match self {
            Sold::Perpetual => None,
            Sold::Years(1) => Some("P1Y"),
            Sold::Years(_) => Some("P3Y"),
        }
    }

    /// The billing cycle that is offered first.
    pub fn cycle(self) -> &'static str {
        match self {
            Sold::Perpetual => "one_time",
            Sold::Years(1) => "annual",
            Sold::Years(_) => "triennial",
        }
    }
}

/// One version of the software, in its languages and builds.
#[derive(Debug)]
pub struct Version {
    pub title: &'static str,
    pub languages: &'static [Language],
    pub builds: &'static [Build],
}

/// Code and English name, as the API's options carry them.
pub type Language = (&'static str, &'static str);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Build {
    /// `64 Bit, ISO`
    pub title: &'static str,
    pub file: File,
}

/// Kind of the sample file that stands for the download.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    Iso,
    Zip,
}

/// The families that everybody may buy: only these were bought before the first use.
pub fn commercial() -> &'static [Family] {
    let sold = |family: &Family| segment::of(family.id).contains(&Segment::Commercial);
    FAMILIES.split_at(FAMILIES.partition_point(sold)).0
}

impl Family {
    pub fn id(&self) -> &'static str {
        self.id
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn options(product: &Family) -> usize {
        product
            .versions
            .iter()
            .map(|version| version.languages.len() * version.builds.len())
            .sum()
    }

    #[test]
    fn the_catalogue_has_every_kind_of_product() {
        let counts: Vec<_> = FAMILIES.iter().map(options).collect();
        assert_eq!(counts.iter().max(), Some(&156));
        assert!(counts.contains(&1));
        let with = |key: bool, download: bool| {
            let mut products = FAMILIES.iter();
            products.any(|product| {
                (product.key != Key::None) == key && (options(product) > 0) == download
            })
        };
        assert!(with(true, true) && with(true, false) && with(false, true) && with(false, false));
    }

    #[test]
    fn families_of_one_segment_stand_behind_all_others() {
        let sold = |family: &Family| segment::of(family.id).contains(&Segment::Commercial);
        assert!(commercial().len() < FAMILIES.len() && commercial().iter().all(sold));
        assert_eq!(
            FAMILIES.iter().filter(|one| sold(one)).count(),
            commercial().len()
        );
    }

    #[test]
    fn ids_are_unique_and_what_is_included_exists() {
        let ids: HashSet<_> = FAMILIES.iter().map(|product| product.id).collect();
        assert_eq!(ids.len(), FAMILIES.len());
        let mut included = FAMILIES.iter().flat_map(|product| product.includes);
        assert!(included.all(|id| Product::find(id).is_some()));
        assert!(
            FAMILIES
                .iter()
                .all(|product| product.id.len() == 12 && !product.skus.is_empty())
        );
    }
}
