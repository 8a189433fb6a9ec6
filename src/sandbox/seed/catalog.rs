//! The catalogue: product families with the SKUs that are sold and the downloads they give.

use super::random::{Random, hash};

mod languages;
mod products;
mod skus;

pub use products::PRODUCTS;

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

#[derive(Debug)]
pub struct Product {
    pub id: &'static str,
    /// Names of products are the same in every language.
    pub title: &'static str,
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
    /// ISO 8601 duration of the term.
    pub fn term(self) -> Option<&'static str> {
        match self {
            Sold::Perpetual => None,
            Sold::Years(1) => Some("P1Y"),
            Sold::Years(_) => Some("P3Y"),
        }
    }

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

impl Product {
    pub fn find(id: &str) -> Option<&'static Product> {
        PRODUCTS
            .iter()
            .find(|product| product.id.eq_ignore_ascii_case(id))
    }

    pub fn sku(&self, id: &str) -> Option<&'static Sku> {
        self.skus.iter().find(|sku| sku.id.eq_ignore_ascii_case(id))
    }

    pub fn is_perpetual(&self) -> bool {
        self.skus.iter().any(|sku| sku.sold == Sold::Perpetual)
    }

    pub fn is_subscription(&self) -> bool {
        self.skus.iter().any(|sku| sku.sold != Sold::Perpetual)
    }

    /// Id of the availability of a SKU: letters and digits as the API's look.
    pub fn availability(&self, sku: &Sku) -> String {
        const LETTERS: &[u8] = b"BCDFGHJKLMNPQRSTVWXZ0123456789";
        let mut random = Random::of(&[hash(self.id), hash(sku.id)]);
        let letters = (0..4).map(|_| char::from(*random.pick(LETTERS)));
        "DG7GMGF0".chars().chain(letters).collect()
    }

    /// `product:SKU:availability`
    pub fn catalog_item(&self, sku: &Sku) -> String {
        format!("{}:{}:{}", self.id, sku.id, self.availability(sku))
    }

    /// Product and SKU in one, as orders name them.
    pub fn friendly_name(&self, sku: &Sku, french: bool) -> String {
        format!("{} - {}", self.title, sku.title.get(french))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn options(product: &Product) -> usize {
        product
            .versions
            .iter()
            .map(|version| version.languages.len() * version.builds.len())
            .sum()
    }

    #[test]
    fn the_catalogue_has_every_kind_of_product() {
        let counts: Vec<_> = PRODUCTS.iter().map(options).collect();
        assert_eq!(counts.iter().max(), Some(&156));
        assert!(counts.contains(&1));
        let with = |key: bool, download: bool| {
            let mut products = PRODUCTS.iter();
            products.any(|product| {
                (product.key != Key::None) == key && (options(product) > 0) == download
            })
        };
        assert!(with(true, true) && with(true, false) && with(false, true) && with(false, false));
    }

    #[test]
    fn ids_are_unique_and_what_is_included_exists() {
        let ids: HashSet<_> = PRODUCTS.iter().map(|product| product.id).collect();
        assert_eq!(ids.len(), PRODUCTS.len());
        let mut included = PRODUCTS.iter().flat_map(|product| product.includes);
        assert!(included.all(|id| Product::find(id).is_some()));
        assert!(
            PRODUCTS
                .iter()
                .all(|product| product.id.len() == 12 && !product.skus.is_empty())
        );
    }
}
