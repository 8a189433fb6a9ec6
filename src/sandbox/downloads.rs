//! Download options and links (pre-release contract of June 2018): `…/products/{id}/skus/{id}/downloadoptions`
//! and `…/downloadoptions/{option}/downloadlink`.

use serde_json::{Value, json};

use super::audit;
use super::base64;
use super::call::Call;
use super::failure::{Failure, fail};
use super::files::{Grant, bytes};
use super::hostile::hostile;
use super::http::{Response, encode};
use super::json::{collection, link};
use super::product_keys::revoked;
use super::products::Scope;
use super::seed::catalog::{Build, Language, Product, Version};
use super::seed::purchases::{Line, Purchase, State};
use super::seed::random::hash;

/// One file of a product: a version, a language, a build.
pub struct Choice {
    /// Base64, as the published keys: may hold `/` and `=`.
    pub key: String,
    rank: usize,
    version: &'static Version,
    language: &'static Language,
    build: &'static Build,
}

/// All options of a product, newest version first.
pub fn options(product: &Product) -> Vec<Choice> {
    let mut options = Vec::new();
    for (rank, version) in product.family.versions.iter().enumerate() {
        for language in version.languages {
            for build in version.builds {
                let name = format!(
                    "{}/{}/{}/{}",
                    product.id(),
                    version.title,
                    language.0,
                    build.title
                );
                let mut key = hash(&name).to_be_bytes().to_vec();
                key.extend_from_slice(build.title.as_bytes());
                options.push(Choice {
                    key: base64::encode(&key),
                    rank,
                    version,
                    language,
                    build,
                });
            }
        }
    }
    options
}

/// Whole; empty for software that is not downloaded.
pub fn list(call: &mut Call) -> Result<Response, Failure> {
    let scope = Scope::of(call)?;
    let (product, sku) = scope.sku(call)?;
    let uri = format!(
        "{}/products/{}/skus/{}/downloadoptions",
        scope.path,
        product.id(),
        sku.id
    );
    let items = options(&product)
        .iter()
        .map(|option| body(&scope, &uri, option))
        .collect();
    Ok(Response::json(200, &collection(items, Some(uri))))
}

fn body(scope: &Scope, uri: &str, option: &Choice) -> Value {
    let uri = format!("{uri}/{}/downloadlink", encode(&option.key));
    json!({
        "optionKey": option.key,
        "optionTitle": hostile(scope.customer.as_ref(), option.version.title.to_owned()),
        "displayRank": option.rank,
        "cpUandFileType": option.build.title,
        "languageCode": option.language.0,
        "languageName": option.language.1,
        "fileSize": bytes(option.build.file).len(),
        "downloadLink": link(uri),
    })
}

/// Only for Admin agents and Global admins; each link is in the audit records.
pub fn download_link(call: &mut Call) -> Result<Response, Failure> {
    let scope = Scope::of(call)?;
    let (product, sku) = scope.sku(call)?;
    call.admins_only()?;
    let company = call.customer()?;
    let option = options(&product)
        .into_iter()
        .find(|option| option.key == call.parameter(3));
    let option = option.ok_or_else(|| fail(404, "1000", "The download option was not found."))?;
    let owner = owner(call.purchases(&company), &product.id(), sku.id)?;
    if call.takes_effect(&format!(
        "link:{}:{}:{}:{}",
        company.tenant,
        product.id(),
        sku.id,
        option.key
    )) {
        let details = [
            ("OrderId", owner.0.id.clone()),
            ("LineItemNumber", owner.1.number.to_string()),
            ("ProductId", product.id().into_owned()),
            ("SkuId", sku.id.to_owned()),
            ("OptionKey", option.key.clone()),
        ];
        audit::record(call, &company, audit::TOOK_LINK, &details);
    }
    let grant = Grant::new(&company, &product, sku, call.now);
    let body = link(grant.address(&call.request.site, option.build.file));
    Ok(Response::json(200, &body).with("Cache-Control", "no-store"))
}

/// The order and line among a customer's `purchases` by which it may download a SKU.
///
/// # Errors
/// 410 when such a line was cancelled, 404 when there is none or it is not delivered yet.
pub fn owner(
    purchases: Vec<Purchase>,
    product: &str,
    sku: &str,
) -> Result<(Purchase, Line), Failure> {
    let mut cancelled = false;
    for order in purchases {
        let owns = |line: &&Line| {
            line.delivers()
                .any(|(delivers, by_sku)| delivers.id() == product && by_sku.id == sku)
        };
        let lines: Vec<_> = order.lines.iter().filter(owns).collect();
        if let Some(line) = lines.iter().find(|line| line.is_live()) {
            let line = (*line).clone();
            return Ok((order, line));
        }
        cancelled |= lines.iter().any(|line| line.state == State::Cancelled);
    }
    Err(if cancelled {
        revoked()
    } else {
        fail(404, "800037", "The customer does not own this software.")
    })
}
