//! `/customers/{id}/artifacts/productkey/groups/{group}/lineitems/{line}/items/{item}`: product keys,
//! as the pre-release contract of June 2018 gave them. Visibly fake.

use serde_json::json;

use super::audit;
use super::call::Call;
use super::failure::{Failure, fail};
use super::hostile::is;
use super::http::Response;
use super::seed::catalog::{Key, Product, Sku};
use super::seed::company::Company;
use super::seed::purchases::{Line, Purchase, State};
use super::seed::random::{Random, guid_of, hash};
use super::sentinels::Kind;

/// One product key of a line.
pub struct Item {
    /// `product:SKU:guid`, the end of its path.
    pub id: String,
    pub uri: String,
    shape: Key,
}

/// The product keys that a line gives for one of its products.
pub fn items(
    company: &Company,
    order: &Purchase,
    line: &Line,
    product: &Product,
    sku: &Sku,
) -> Vec<Item> {
    let keys = if product.family.key == Key::None {
        0
    } else {
        line.keys
    };
    let item = |number: u32| {
        // The published paths repeat the line's GUID; further keys need one of their own.
        let guid = match number {
            0 => line.guid.clone(),
            _ => guid_of(&[hash(&line.guid), number.into()]),
        };
        let id = format!("{}:{}:{guid}", product.id(), sku.id);
        let group = group(company, order);
        let uri = format!(
            "/customers/{}/artifacts/productkey/groups/{group}/lineitems/{}/items/{id}",
            company.tenant, line.guid
        );
        Item {
            id,
            uri,
            shape: product.family.key,
        }
    };
    (0..keys).map(item).collect()
}

fn group(company: &Company, order: &Purchase) -> String {
    guid_of(&[30, company.who.number().into(), hash(&order.id)]).replace('-', "")
}

/// What a revoked key or download answers.
pub fn revoked() -> Failure {
    fail(
        410,
        "800037",
        "The order was cancelled: its product keys and downloads are revoked.",
    )
}

/// Only for Admin agents and Global admins; each reading is in the audit records.
pub fn one(call: &mut Call) -> Result<Response, Failure> {
    let company = call.customer()?;
    call.admins_only()?;
    let (order, line) = line(call, &company)?;
    let wanted = call.parameter(3);
    let mut delivered = line
        .delivers()
        .flat_map(|(product, sku)| items(&company, &order, &line, &product, sku));
    let item = delivered.find(|item| item.id.eq_ignore_ascii_case(wanted));
    let item = item.ok_or_else(|| fail(404, "800037", "The product key was not found."))?;
    match line.state {
        State::Unfulfilled => {
            return Err(fail(
                404,
                "800007",
                "The provisioning information was not found.",
            ));
        }
        State::Cancelled => return Err(revoked()),
        State::Live if is(&company, Kind::KeyRevoked) => return Err(revoked()),
        State::Live => {}
    }
    if call.takes_effect(&format!(
        "key:{}:{}:{}:{}",
        company.tenant, order.id, line.number, item.id
    )) {
        let mut parts = item.id.split(':');
        let details = [
            ("OrderId", order.id.clone()),
            ("LineItemNumber", line.number.to_string()),
            ("ProductId", parts.next().unwrap_or_default().to_owned()),
            ("SkuId", parts.next().unwrap_or_default().to_owned()),
        ];
        audit::record(call, &company, audit::READ_KEY, &details);
    }
    let body = json!({ "type": "product_key", "productKey": key(&item) });
    Ok(Response::json(200, &body).with("Cache-Control", "no-store"))
}

fn line(call: &Call, company: &Company) -> Result<(Purchase, Line), Failure> {
    for order in call.purchases(company) {
        if !group(company, &order).eq_ignore_ascii_case(call.parameter(1)) {
            continue;
        }
        let line = order
            .lines
            .iter()
            .find(|line| line.guid.eq_ignore_ascii_case(call.parameter(2)))
            .cloned();
        if let Some(line) = line {
            return Ok((order, line));
        }
    }
    Err(fail(404, "800037", "The product key was not found."))
}

/// Digits that begin with `0000`, or groups that begin with `00000`: no real key does.
fn key(item: &Item) -> String {
    const LETTERS: &[u8] = b"BCDFGHJKMPQRTVWXY2346789";
    let mut random = Random::of(&[31, hash(&item.id)]);
    match item.shape {
        Key::Groups => {
            let mut group = || {
                (0..5)
                    .map(|_| char::from(*random.pick(LETTERS)))
                    .collect::<String>()
            };
            format!("00000-{}-{}-{}-{}", group(), group(), group(), group())
        }
        Key::Digits | Key::None => {
            let digits = (0..28).map(|_| char::from(b'0' + random.below(10) as u8));
            "0000".chars().chain(digits).collect()
        }
    }
}
