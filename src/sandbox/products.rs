//! The catalogue, of a country (`/products…`) or as a customer may buy it (`/customers/{id}/products…`).
//! Without prices, as the API's.

use serde_json::{Value, json};

use super::call::Call;
use super::eligibility::segments_of;
use super::failure::{Failure, fail, invalid};
use super::hostile::hostile;
use super::http::Response;
use super::json::{collection, link};
use super::seed::catalog::{Item, Offer, Product, Segment, Sku, Sold, week};
use super::seed::company::Company;
use super::seed::countries::Country;
use super::seed::purchases::WINDOW_DAYS;

/// Whose catalogue is asked for.
pub struct Scope {
    pub customer: Option<Company>,
    /// Whose money it is in
    country: &'static Country,
    /// ISO 3166-1 alpha-2
    market: String,
    /// What the paths of this catalogue begin with: nothing, or the customer.
    pub path: String,
    /// Where in the call's parameters the product stands.
    product: usize,
}

impl Scope {
    /// # Errors
    /// 400 without the country that the general catalogue needs, 403 for an unknown customer.
    pub fn of(call: &Call) -> Result<Scope, Failure> {
        if call
            .request
            .path
            .first()
            .is_some_and(|part| part.eq_ignore_ascii_case("customers"))
        {
            let company = call.customer()?;
            let path = format!("/customers/{}", company.tenant);
            return Ok(Scope {
                country: company.country,
                market: company.country.code.to_owned(),
                customer: Some(company),
                path,
                product: 1,
            });
        }
        let country = call
            .request
            .parameter("country")
            .ok_or_else(|| invalid("country"))?;
        let market = country.to_ascii_uppercase();
        Ok(Scope {
            customer: None,
            country: Country::by_code(&market),
            market,
            path: String::new(),
            product: 0,
        })
    }

    /// # Errors
    /// 404/400013
    pub fn product(&self, call: &Call) -> Result<Product, Failure> {
        let product = Product::find(call.parameter(self.product));
        product
            .filter(|product| product.is_among(call.settings.catalog_products))
            .ok_or_else(|| fail(404, "400013", "The product was not found."))
    }

    /// # Errors
    /// 404/400013, 404/400018
    pub fn sku(&self, call: &Call) -> Result<(Product, &'static Sku), Failure> {
        let product = self.product(call)?;
        let sku = product.sku(call.parameter(self.product + 1));
        Ok((
            product,
            sku.ok_or_else(|| fail(404, "400018", "The SKU was not found."))?,
        ))
    }

    fn uri(&self, rest: &str) -> String {
        match self.customer {
            Some(_) => format!("{}{rest}", self.path),
            None => format!("{rest}?country={}", self.market),
        }
    }

    /// The segments whose offers are shown: the one that is asked for, or all but nonprofit. Of a
    /// customer's catalogue only those that the customer qualifies for.
    ///
    /// # Errors
    /// 403/400030
    fn segments(&self, call: &Call) -> Result<Vec<Segment>, Failure> {
        let allowed = match &self.customer {
            Some(company) => segments_of(call, company),
            None => Segment::ALL.to_vec(),
        };
        let Some(asked) = call.request.parameter("targetSegment") else {
            let shown = allowed.into_iter();
            return Ok(shown
                .filter(|segment| *segment != Segment::Nonprofit)
                .collect());
        };
        let asked = Segment::read(asked).filter(|segment| allowed.contains(segment));
        asked
            .map(|segment| vec![segment])
            .ok_or_else(|| fail(403, "400030", "The target segment is not allowed."))
    }

    /// Whether a SKU is sold here to anyone in those segments.
    fn sells(&self, product: &Product, sku: &Sku, segments: &[Segment]) -> bool {
        let sold_to = product.segments();
        Offer::of(product, sku).is_sold_in(sku, &self.market)
            && segments.iter().any(|segment| sold_to.contains(segment))
    }

    /// What a SKU is offered as now, to each of those segments.
    fn items(
        &self,
        call: &Call,
        product: Product,
        sku: &'static Sku,
        segments: &[Segment],
    ) -> Vec<Item> {
        let week = offered_week(call, self.customer.as_ref());
        let sold = self.sells(&product, sku, segments);
        let segments = segments
            .iter()
            .filter(|segment| sold && product.segments().contains(segment));
        let item = |segment: &Segment| Item {
            product,
            sku,
            segment: *segment,
            week,
        };
        segments.map(item).collect()
    }
}

/// The week whose availabilities are offered now. For "Availability outdated" each refused checkout
/// lets it go by.
pub fn offered_week(call: &Call, customer: Option<&Company>) -> i64 {
    let gone_by = customer.and_then(|company| call.documents.get(&outdated(company)));
    week(call.now) + gone_by.and_then(Value::as_i64).unwrap_or_default()
}

/// The counter of weeks that went by for a customer.
pub fn outdated(company: &Company) -> String {
    format!("outdated/{}", company.tenant)
}

/// Whole; a customer's holds what the customer may buy.
pub fn list(call: &mut Call) -> Result<Response, Failure> {
    let scope = Scope::of(call)?;
    let segments = scope.segments(call)?;
    let view = call
        .request
        .parameter("targetView")
        .ok_or_else(|| invalid("targetView"))?;
    let (perpetual, terms) = match view.to_ascii_lowercase().as_str() {
        "software" => (true, true),
        "softwareperpetual" => (true, false),
        "softwaresubscriptions" => (false, true),
        _ => return Err(fail(403, "400036", "The target view is not allowed.")),
    };
    let shown = |sku: &Sku| match sku.sold {
        Sold::Perpetual => perpetual,
        Sold::Years(_) => terms,
    };
    let products = (0..call.settings.catalog_products).filter_map(Product::at);
    let products = products.filter(|product| {
        let mut skus = product.family.skus.iter();
        skus.any(|sku| shown(sku) && scope.sells(product, sku, &segments))
    });
    let items = products
        .map(|product| product_body(call, &scope, &product))
        .collect();
    Ok(Response::json(
        200,
        &collection(items, Some(scope.uri("/products"))),
    ))
}

pub fn one(call: &mut Call) -> Result<Response, Failure> {
    let scope = Scope::of(call)?;
    let product = scope.product(call)?;
    Ok(Response::json(200, &product_body(call, &scope, &product)))
}

pub fn skus(call: &mut Call) -> Result<Response, Failure> {
    let scope = Scope::of(call)?;
    let segments = scope.segments(call)?;
    let product = scope.product(call)?;
    let skus = product.family.skus.iter();
    let items = skus
        .filter(|sku| scope.sells(&product, sku, &segments))
        .map(|sku| sku_body(call, &scope, &product, sku))
        .collect();
    let uri = scope.uri(&format!("/products/{}/skus", product.id()));
    Ok(Response::json(200, &collection(items, Some(uri))))
}

/// Also where it is not sold: what was bought once keeps its title.
pub fn sku(call: &mut Call) -> Result<Response, Failure> {
    let scope = Scope::of(call)?;
    let (product, sku) = scope.sku(call)?;
    Ok(Response::json(200, &sku_body(call, &scope, &product, sku)))
}

/// Of this week; none where the SKU is not sold.
pub fn availabilities(call: &mut Call) -> Result<Response, Failure> {
    let scope = Scope::of(call)?;
    let segments = scope.segments(call)?;
    let (product, sku) = scope.sku(call)?;
    let uri = scope.uri(&format!(
        "/products/{}/skus/{}/availabilities",
        product.id(),
        sku.id
    ));
    let items = scope.items(call, product, sku, &segments);
    let items = items
        .iter()
        .map(|item| availability_body(call, &scope, item))
        .collect();
    Ok(Response::json(200, &collection(items, Some(uri))))
}

/// # Errors
/// 404/400019 for one that is not offered any more.
pub fn availability(call: &mut Call) -> Result<Response, Failure> {
    let scope = Scope::of(call)?;
    let segments = scope.segments(call)?;
    let (product, sku) = scope.sku(call)?;
    let wanted = call.parameter(scope.product + 2);
    let mut items = scope.items(call, product, sku, &segments).into_iter();
    let item = items.find(|item| item.availability().eq_ignore_ascii_case(wanted));
    let item = item.ok_or_else(|| fail(404, "400019", "The availability was not found."))?;
    Ok(Response::json(200, &availability_body(call, &scope, &item)))
}

fn product_body(call: &Call, scope: &Scope, product: &Product) -> Value {
    let own = format!("/products/{}", product.id());
    json!({
        "id": product.id(),
        "title": hostile(scope.customer.as_ref(), product.title().into_owned()),
        "description": product.family.description.get(call.in_french()),
        "productType": { "id": "Software", "displayName": "Software" },
        "isMicrosoftProduct": product.publisher() == "Microsoft",
        "publisherName": product.publisher(),
        "links": { "skus": link(scope.uri(&format!("{own}/skus"))), "self": link(scope.uri(&own)) },
    })
}

fn sku_body(call: &Call, scope: &Scope, product: &Product, sku: &Sku) -> Value {
    let own = format!("/products/{}/skus/{}", product.id(), sku.id);
    let title = hostile(
        scope.customer.as_ref(),
        sku.title.get(call.in_french()).to_owned(),
    );
    let offer = Offer::of(product, sku);
    let mut body = json!({
        "id": sku.id,
        "productId": product.id(),
        "title": title,
        "description": title,
        "minimumQuantity": offer.minimum,
        "maximumQuantity": offer.maximum,
        "isTrial": false,
        "supportedBillingCycles": offer.cycles(sku),
        "purchasePrerequisites": ["MicrosoftCustomerAgreement"],
        "inventoryVariables": [],
        "provisioningVariables": [],
        "actions": ["Refund"],
        "dynamicAttributes": {},
        "links": {
            "availabilities": link(scope.uri(&format!("{own}/availabilities"))),
            "self": link(scope.uri(&own)),
        },
    });
    if offer.stock.is_some() {
        body["purchasePrerequisites"] = json!(["MicrosoftCustomerAgreement", "InventoryCheck"]);
        body["inventoryVariables"] = json!(["CustomerId"]);
    }
    if let Some(kind) = offer.attestation {
        body["attestationProperties"] =
            json!({ "attestationType": kind, "enforceAttestation": true });
    }
    body
}

fn availability_body(call: &Call, scope: &Scope, item: &Item) -> Value {
    let (id, product, sku) = (item.availability(), item.product.id(), item.sku);
    let uri = format!("/products/{product}/skus/{}/availabilities/{id}", sku.id);
    let mut body = json!({
        "id": id,
        "productId": product,
        "skuId": sku.id,
        "catalogItemId": item.id(),
        "defaultCurrency": { "code": scope.country.currency, "symbol": scope.country.symbol },
        "segment": item.segment.as_str(),
        "country": scope.market,
        "isPurchasable": true,
        "isRenewable": sku.sold != Sold::Perpetual,
        "product": {},
        "sku": {},
        "links": { "self": link(scope.uri(&uri)) },
    });
    if let Some(duration) = sku.sold.term() {
        let cycles = Offer::of(&item.product, sku).cycles(sku).into_iter();
        let term = |cycle: &str| {
            json!({
                "id": format!("{duration}-{cycle}"),
                "duration": duration,
                "description": sku.title.get(call.in_french()),
                "billingCycle": cycle,
                "cancellationPolicies": [{
                    "refundOptions": [{
                        "sequenceId": 0,
                        "type": "Full",
                        "expiresAfter": format!("P{WINDOW_DAYS}D"),
                    }],
                }],
            })
        };
        body["terms"] = cycles.map(term).collect();
    }
    body
}
