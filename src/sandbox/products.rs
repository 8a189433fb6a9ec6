//! The catalogue, of a country (`/products…`) or as a customer may buy it (`/customers/{id}/products…`).
//! Without prices, as the API's.

use serde_json::{Value, json};

use super::call::Call;
use super::failure::{Failure, fail, invalid};
use super::hostile::hostile;
use super::http::Response;
use super::json::{collection, link};
use super::seed::catalog::{PRODUCTS, Product, Sku, Sold};
use super::seed::company::Company;
use super::seed::countries::Country;

/// Whose catalogue is asked for.
pub struct Scope {
    pub customer: Option<Company>,
    country: &'static Country,
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
                customer: Some(company),
                path,
                product: 1,
            });
        }
        let country = call
            .request
            .parameter("country")
            .ok_or_else(|| invalid("country"))?;
        let country = Country::by_code(&country.to_ascii_uppercase());
        Ok(Scope {
            customer: None,
            country,
            path: String::new(),
            product: 0,
        })
    }

    /// # Errors
    /// 404/400013
    pub fn product(&self, call: &Call) -> Result<&'static Product, Failure> {
        let product = Product::find(call.parameter(self.product));
        product.ok_or_else(|| fail(404, "400013", "The product was not found."))
    }

    /// # Errors
    /// 404/400013, 404/400018
    pub fn sku(&self, call: &Call) -> Result<(&'static Product, &'static Sku), Failure> {
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
            None => format!("{rest}?country={}", self.country.code),
        }
    }
}

pub fn list(call: &mut Call) -> Result<Response, Failure> {
    let scope = Scope::of(call)?;
    segment(call)?;
    let view = call
        .request
        .parameter("targetView")
        .ok_or_else(|| invalid("targetView"))?;
    let shown: fn(&Product) -> bool = match view.to_ascii_lowercase().as_str() {
        "software" => |_| true,
        "softwareperpetual" => Product::is_perpetual,
        "softwaresubscriptions" => Product::is_subscription,
        _ => return Err(fail(403, "400036", "The target view is not allowed.")),
    };
    let products = PRODUCTS.iter().filter(|product| shown(product));
    let items = products
        .map(|product| product_body(call, &scope, product))
        .collect();
    Ok(Response::json(
        200,
        &collection(items, Some(scope.uri("/products"))),
    ))
}

pub fn one(call: &mut Call) -> Result<Response, Failure> {
    let scope = Scope::of(call)?;
    let product = scope.product(call)?;
    Ok(Response::json(200, &product_body(call, &scope, product)))
}

pub fn skus(call: &mut Call) -> Result<Response, Failure> {
    let scope = Scope::of(call)?;
    segment(call)?;
    let product = scope.product(call)?;
    let items = product
        .skus
        .iter()
        .map(|sku| sku_body(call, &scope, product, sku))
        .collect();
    let uri = scope.uri(&format!("/products/{}/skus", product.id));
    Ok(Response::json(200, &collection(items, Some(uri))))
}

pub fn sku(call: &mut Call) -> Result<Response, Failure> {
    let scope = Scope::of(call)?;
    let (product, sku) = scope.sku(call)?;
    Ok(Response::json(200, &sku_body(call, &scope, product, sku)))
}

pub fn availabilities(call: &mut Call) -> Result<Response, Failure> {
    let scope = Scope::of(call)?;
    segment(call)?;
    let (product, sku) = scope.sku(call)?;
    let uri = scope.uri(&format!(
        "/products/{}/skus/{}/availabilities",
        product.id, sku.id
    ));
    let items = vec![availability_body(call, &scope, product, sku)];
    Ok(Response::json(200, &collection(items, Some(uri))))
}

fn segment(call: &Call) -> Result<(), Failure> {
    let segment = call
        .request
        .parameter("targetSegment")
        .unwrap_or("commercial");
    let known = ["commercial", "education", "government", "nonprofit"];
    let allowed = known.contains(&segment.to_ascii_lowercase().as_str());
    allowed
        .then_some(())
        .ok_or_else(|| fail(403, "400030", "The target segment is not allowed."))
}

fn product_body(call: &Call, scope: &Scope, product: &Product) -> Value {
    let own = format!("/products/{}", product.id);
    json!({
        "id": product.id,
        "title": hostile(scope.customer.as_ref(), product.title.to_owned()),
        "description": product.description.get(call.in_french()),
        "productType": { "id": "Software", "displayName": "Software" },
        "isMicrosoftProduct": true,
        "publisherName": "Microsoft",
        "links": { "skus": link(scope.uri(&format!("{own}/skus"))), "self": link(scope.uri(&own)) },
    })
}

fn sku_body(call: &Call, scope: &Scope, product: &Product, sku: &Sku) -> Value {
    let own = format!("/products/{}/skus/{}", product.id, sku.id);
    let title = hostile(
        scope.customer.as_ref(),
        sku.title.get(call.in_french()).to_owned(),
    );
    json!({
        "id": sku.id,
        "productId": product.id,
        "title": title,
        "description": title,
        "minimumQuantity": 1,
        "maximumQuantity": 999_999_999,
        "isTrial": false,
        "supportedBillingCycles": [sku.sold.cycle()],
        "purchasePrerequisites": ["MicrosoftCustomerAgreement"],
        "inventoryVariables": [],
        "provisioningVariables": [],
        "actions": ["Refund"],
        "dynamicAttributes": {},
        "links": {
            "availabilities": link(scope.uri(&format!("{own}/availabilities"))),
            "self": link(scope.uri(&own)),
        },
    })
}

fn availability_body(call: &Call, scope: &Scope, product: &Product, sku: &Sku) -> Value {
    let id = product.availability(sku);
    let uri = format!(
        "/products/{}/skus/{}/availabilities/{id}",
        product.id, sku.id
    );
    let mut body = json!({
        "id": id,
        "productId": product.id,
        "skuId": sku.id,
        "catalogItemId": product.catalog_item(sku),
        "defaultCurrency": { "code": scope.country.currency, "symbol": scope.country.symbol },
        "segment": "commercial",
        "country": scope.country.code,
        "isPurchasable": true,
        "isRenewable": sku.sold != Sold::Perpetual,
        "product": {},
        "sku": {},
        "links": { "self": link(scope.uri(&uri)) },
    });
    if let Some(duration) = sku.sold.term() {
        let description = sku.title.get(call.in_french());
        let cycle = sku.sold.cycle();
        body["terms"] =
            json!([{ "duration": duration, "description": description, "billingCycle": cycle }]);
    }
    body
}
