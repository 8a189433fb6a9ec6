//! Whose catalogue is asked for, and what of it is shown.

use serde_json::Value;

use crate::sandbox::call::Call;
use crate::sandbox::eligibility::segments_of;
use crate::sandbox::failure::{Failure, fail, invalid};
use crate::sandbox::seed::catalog::{Item, Offer, Product, Segment, Sku, week};
use crate::sandbox::seed::company::Company;
use crate::sandbox::seed::countries::Country;

/// Whose catalogue is asked for.
pub struct Scope {
    pub customer: Option<Company>,
    /// Whose money it is in
    pub country: &'static Country,
    /// ISO 3166-1 alpha-2
    pub market: String,
    /// What the paths of this catalogue begin with: nothing, or the customer.
    pub path: String,
    /// Where in the call's parameters the product stands.
    pub product: usize,
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

    pub fn uri(&self, rest: &str) -> String {
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
    pub fn segments(&self, call: &Call) -> Result<Vec<Segment>, Failure> {
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
    pub fn sells(&self, product: &Product, sku: &Sku, segments: &[Segment]) -> bool {
        let sold_to = product.segments();
        Offer::of(product, sku).is_sold_in(sku, &self.market)
            && segments.iter().any(|segment| sold_to.contains(segment))
    }

    /// What a SKU is offered as now, to each of those segments.
    pub fn items(
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
