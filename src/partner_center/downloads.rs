//! Downloads of a SKU (pre-release contract of June 2018): the flat list of options and the link
//! of one of them.

use serde_json::Value;

use super::client::{Asked, PartnerCenter};
use super::collection::Collection;
use super::json::{Fields, Read, Unfit};
use super::link::Link;
use super::path::path;
use crate::model::{CustomerId, ProductId, SkuId};

/// One downloadable file: a version, a language, a processor and file type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DownloadOption {
    /// Opaque, base64-like; may hold `/` and `=`.
    pub option_key: String,
    /// The product version: `Access 2016`.
    pub option_title: String,
    pub display_rank: Option<i64>,
    /// `32 Bit, ISO`
    pub cpu_and_file_type: String,
    /// `pt-BR`
    pub language_code: String,
    pub language_name: String,
    /// Bytes
    pub file_size: Option<i64>,
}

impl Read for DownloadOption {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = DownloadOption {
            option_key: from.words("optionKey"),
            option_title: from.words("optionTitle"),
            display_rank: from.number("displayRank"),
            // The odd spelling is the contract's.
            cpu_and_file_type: from.words("cpUandFileType"),
            language_code: from.words("languageCode"),
            language_name: from.words("languageName"),
            file_size: from.number("fileSize"),
        };
        from.or_unfit(read)
    }
}

/// The answer for one option: an absolute address of a download host with an expiry in its query.
pub type DownloadLink = Link;

impl PartnerCenter {
    /// Everything that can be downloaded of a SKU, for a customer.
    pub fn download_options(
        &self,
        customer: &CustomerId,
        product: &ProductId,
        sku: &SkuId,
    ) -> Asked<Collection<DownloadOption>> {
        let parameters = [customer.as_str(), product.as_str(), sku.as_str()];
        self.list(path(
            "/customers/{}/products/{}/skus/{}/downloadoptions",
            &parameters,
        ))
    }

    /// The link of an option, by its `optionKey`. Asking is recorded in the activity log. The
    /// address is foreign: it passes [`crate::model::link`] before it is shown or followed.
    pub fn download_link(
        &self,
        customer: &CustomerId,
        product: &ProductId,
        sku: &SkuId,
        option_key: &str,
    ) -> Asked<DownloadLink> {
        self.read(path(
            "/customers/{}/products/{}/skus/{}/downloadoptions/{}/downloadlink",
            &[
                customer.as_str(),
                product.as_str(),
                sku.as_str(),
                option_key,
            ],
        ))
    }
}
