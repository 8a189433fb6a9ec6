//! The catalogue: products, their SKUs and what is offered of them, as a customer's market knows
//! them. It has no prices.

use serde_json::Value;

use super::client::{Asked, PartnerCenter};
use super::collection::Collection;
use super::json::{Fields, Object, Read, Unfit};
use super::path::{path, query};
use crate::model::billing::{BillingCycle, Term};
use crate::model::catalog::{Attestation, AvailableTerm, RefundStep};
use crate::model::money::Currency;
use crate::model::quantity::QuantityLimits;
use crate::model::segment::Segment;
use crate::model::window::{Refund, SoftwareKind};
use crate::model::{CatalogItemId, CustomerId, ProductId, SkuId};

pub use crate::model::catalog::{Availability, Sku};

/// A product (Microsoft, "Product resources").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product {
    pub id: ProductId,
    pub title: String,
    pub description: String,
    pub product_type: Option<ProductType>,
    pub publisher: Option<String>,
}

/// The kind of a product: `Software`, `Azure`, `OnlineServices`…
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProductType {
    pub id: String,
}

/// The part of the catalogue that is asked for (Microsoft, "Get a list of products").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetView {
    Software,
    SoftwarePerpetual,
    SoftwareSubscriptions,
}

impl TargetView {
    /// The view of the software that is sold in one way.
    pub fn of(kind: SoftwareKind) -> Self {
        match kind {
            SoftwareKind::Perpetual => TargetView::SoftwarePerpetual,
            SoftwareKind::Subscription => TargetView::SoftwareSubscriptions,
        }
    }

    pub fn as_str(self) -> &'static str {
        match self {
            TargetView::Software => "Software",
            TargetView::SoftwarePerpetual => "SoftwarePerpetual",
            TargetView::SoftwareSubscriptions => "SoftwareSubscriptions",
        }
    }
}

impl Read for Product {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = Product {
            id: from.own_id("id")?,
            title: from.words("title"),
            description: from.words("description"),
            product_type: from.member("productType"),
            publisher: from.text("publisherName"),
        };
        from.or_unfit(read)
    }
}

impl Read for ProductType {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = ProductType {
            id: from.words("id"),
        };
        from.or_unfit(read)
    }
}

impl Read for Sku {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let (min, max) = (
            from.number("minimumQuantity"),
            from.number("maximumQuantity"),
        );
        let actions: Vec<String> = from.list("actions");
        let read = Sku {
            id: from.own_id("id")?,
            title: from.words("title"),
            description: from.words("description"),
            limits: QuantityLimits::new(min, max),
            billing_cycles: texts(from.list("supportedBillingCycles")),
            prerequisites: texts(from.list("purchasePrerequisites")),
            attestation: from.member("attestationProperties"),
            refundable: actions.iter().any(|one| one.eq_ignore_ascii_case("Refund")),
            trial: from.truth("isTrial").unwrap_or(false),
        };
        from.or_unfit(read)
    }
}

fn texts<T: From<String>>(list: Vec<String>) -> Vec<T> {
    list.into_iter().map(T::from).collect()
}

impl Read for Attestation {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = Attestation {
            kind: from.words("attestationType"),
            enforced: from.truth("enforceAttestation").unwrap_or(false),
        };
        from.or_unfit(read)
    }
}

impl Read for Availability {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let item = match from.id("catalogItemId") {
            Some(item) => item,
            None => CatalogItemId {
                product: from.own_id("productId")?,
                sku: from.own_id("skuId")?,
                availability: from.own_id("id")?,
            },
        };
        let read = Availability {
            item,
            segment: from.text("segment").map(Segment::from),
            currency: from.take("defaultCurrency").and_then(currency),
            country: from.text("country"),
            purchasable: from.truth("isPurchasable").unwrap_or(true),
            terms: from.list("terms"),
        };
        from.or_unfit(read)
    }
}

/// The document's table calls it text; printed bodies hold `{code, symbol}`.
fn currency(value: Value) -> Option<Currency> {
    let code = match value {
        Value::String(code) => Some(code),
        value => Object::of(value).ok()?.text("code").ok()?,
    };
    Currency::parse(&code?)
}

impl Read for AvailableTerm {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let policies: Vec<Policy> = from.list("cancellationPolicies");
        let read = AvailableTerm {
            duration: from.text("duration").and_then(|text| Term::parse(&text)),
            billing_cycle: from.text("billingCycle").map(BillingCycle::from),
            description: from.text("description"),
            refunds: policies.into_iter().flat_map(|policy| policy.0).collect(),
        };
        from.or_unfit(read)
    }
}

struct Policy(Vec<RefundStep>);

impl Read for Policy {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = Policy(from.list("refundOptions"));
        from.or_unfit(read)
    }
}

impl Read for RefundStep {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = RefundStep {
            refund: from.text("type").and_then(|text| Refund::parse(&text)),
            expires_after: from.text("expiresAfter"),
        };
        from.or_unfit(read)
    }
}

impl PartnerCenter {
    /// What a customer can buy of a view, priced for a segment. It comes whole, in the server's own
    /// order.
    pub fn products_in_view(
        &self,
        customer: &CustomerId,
        view: TargetView,
        segment: &Segment,
    ) -> Asked<Collection<Product>> {
        let path = path("/customers/{}/products", &[customer.as_str()]);
        let asked = [
            ("targetView", view.as_str()),
            ("targetSegment", segment.as_str()),
        ];
        self.list(path.map(|path| query(&path, &asked)))
    }

    /// A product, as the customer's market knows it.
    pub fn product(&self, customer: &CustomerId, product: &ProductId) -> Asked<Product> {
        let parameters = [customer.as_str(), product.as_str()];
        self.read(path("/customers/{}/products/{}", &parameters))
    }

    /// All SKUs of a product that the customer's market knows, or those of a segment.
    pub fn skus(
        &self,
        customer: &CustomerId,
        product: &ProductId,
        segment: Option<&Segment>,
    ) -> Asked<Collection<Sku>> {
        let parameters = [customer.as_str(), product.as_str()];
        let path = path("/customers/{}/products/{}/skus", &parameters);
        self.list(path.map(|path| of_segment(path, segment)))
    }

    /// What is offered of a SKU now. Without a segment: in every one that may be seen, nonprofit
    /// excepted.
    pub fn availabilities(
        &self,
        customer: &CustomerId,
        product: &ProductId,
        sku: &SkuId,
        segment: Option<&Segment>,
    ) -> Asked<Collection<Availability>> {
        let parameters = [customer.as_str(), product.as_str(), sku.as_str()];
        let path = path(
            "/customers/{}/products/{}/skus/{}/availabilities",
            &parameters,
        );
        self.list(path.map(|path| of_segment(path, segment)))
    }
}

fn of_segment(path: String, segment: Option<&Segment>) -> String {
    match segment {
        Some(segment) => query(&path, &[("targetSegment", segment.as_str())]),
        None => path,
    }
}
