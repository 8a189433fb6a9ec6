//! The sample files that stand for every download, and the addresses that lead to them.

use super::Sandbox;
use super::call::Epoch;
use super::downloads::owner;
use super::failure::{Failure, fail, no_such_resource};
use super::http::{Request, Response};
use super::product_keys::revoked;
use super::seed::catalog::{File, Product, Sku};
use super::seed::company::Company;
use super::seed::random::{hash, mix};
use super::seed::who::Who;
use super::settings::Settings;
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

fn name(file: File) -> &'static str {
    match file {
        File::Iso => "latchkey-sample.iso",
        File::Zip => "latchkey-sample.zip",
    }
}

/// Who may download what, and until when: the query of a link.
pub struct Grant {
    customer: String,
    product: String,
    sku: String,
    expires: Timestamp,
}

impl Grant {
    pub fn new(company: &Company, product: &Product, sku: &Sku, now: Timestamp) -> Grant {
        let expires = now.plus_days(LIFE_DAYS);
        Grant {
            customer: company.tenant.clone(),
            product: product.id.into(),
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

    /// Reads the query of a link; `None` unless it is one of ours.
    fn read(request: &Request) -> Option<Grant> {
        let text = |name: &str| request.parameter(name).map(str::to_owned);
        let expires = Timestamp::from_millis(text("expires")?.parse().ok()?);
        let grant = Grant {
            customer: text("customer")?,
            product: text("product")?,
            sku: text("sku")?,
            expires,
        };
        (format!("{:016x}", grant.signature()) == text("signature")?).then_some(grant)
    }

    fn signature(&self) -> u64 {
        let texts = [&self.customer, &self.product, &self.sku].map(|text| hash(text));
        mix(&[texts[0], texts[1], texts[2], self.expires.millis() as u64])
    }
}

/// Answers the address of a file, which a server can refuse and a static host cannot: 403 for a query
/// that is not ours, 410 for a link that has expired or whose order was cancelled.
pub fn serve(sandbox: &mut Sandbox, request: &Request, real_now: Timestamp) -> Response {
    match granted(sandbox, request, real_now) {
        Ok(file) => {
            let kind = if file == File::Iso {
                "application/x-iso9660-image"
            } else {
                "application/zip"
            };
            let disposition = format!("attachment; filename=\"{}\"", name(file));
            Response::text(200, kind, bytes(file)).with("Content-Disposition", disposition)
        }
        Err(failure) => failure.response(),
    }
    .with("Cache-Control", "no-store")
}

fn granted(sandbox: &mut Sandbox, request: &Request, real_now: Timestamp) -> Result<File, Failure> {
    let files = [File::Iso, File::Zip];
    let asked = request.path.last().map_or("", String::as_str);
    let file = files
        .into_iter()
        .find(|file| name(*file) == asked)
        .ok_or_else(no_such_resource)?;
    let grant = Grant::read(request).ok_or_else(|| fail(403, "2032", "The link is not valid."))?;
    let now = Settings::load(&sandbox.documents, &sandbox.start).now(real_now);
    if grant.expires < now {
        return Err(fail(410, "800037", "The link has expired."));
    }
    let company = Who::from_tenant(&grant.customer)
        .map(Company::of)
        .ok_or_else(revoked)?;
    owner(
        Epoch::load(&mut sandbox.documents, now),
        &company,
        &grant.product,
        &grant.sku,
    )?;
    Ok(file)
}
