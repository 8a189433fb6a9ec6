//! The sample files that stand for every download, and the addresses that lead to them.

use super::seed::catalog::{File, Product, Sku};
use super::seed::company::Company;
use super::seed::random::{hash, mix};
use crate::model::Timestamp;

/// A link lives so long; the page shows `downloadLinkLifeDays` of its configuration.
const LIFE_DAYS: i64 = 5;

const ISO: &[u8] = include_bytes!("../../public/sandbox/downloads/latchkey-sample.iso");
const ZIP: &[u8] = include_bytes!("../../public/sandbox/downloads/latchkey-sample.zip");

/// The file itself. Where only its size is asked for, the bytes do not get into the program.
pub const fn bytes(file: File) -> &'static [u8] {
    match file {
        File::Iso => ISO,
        File::Zip => ZIP,
    }
}

pub fn name(file: File) -> &'static str {
    match file {
        File::Iso => "latchkey-sample.iso",
        File::Zip => "latchkey-sample.zip",
    }
}

/// Who may download what, and until when: the query of a link.
pub struct Grant {
    pub customer: String,
    pub product: String,
    pub sku: String,
    pub expires: Timestamp,
}

impl Grant {
    pub fn new(company: &Company, product: &Product, sku: &Sku, now: Timestamp) -> Grant {
        let expires = now.plus_days(LIFE_DAYS);
        Grant {
            customer: company.tenant.clone(),
            product: product.id().into_owned(),
            sku: sku.id.into(),
            expires,
        }
    }

    /// The address of the file. A static host ignores the query; the server checks it.
    pub fn address(&self, site: &str, file: File) -> String {
        format!(
            "{site}/downloads/{}?customer={}&product={}&sku={}&expires={}&signature={:016x}",
            name(file),
            self.customer,
            self.product,
            self.sku,
            self.expires.millis(),
            self.signature()
        )
    }

    /// What an address of ours ends with. No protection: everyone can read how it is made.
    pub fn signature(&self) -> u64 {
        let texts = [&self.customer, &self.product, &self.sku].map(|text| hash(text));
        mix(&[texts[0], texts[1], texts[2], self.expires.millis() as u64])
    }
}
