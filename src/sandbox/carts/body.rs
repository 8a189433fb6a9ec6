//! A cart as it is answered: with what the server adds to each line.

use serde_json::{Value, json};

use super::{Cart, CartLine};
use crate::sandbox::call::Call;
use crate::sandbox::json::link;
use crate::sandbox::pricing::Pricing;
use crate::sandbox::products::offered_week;
use crate::sandbox::seed::company::Company;
use crate::sandbox::seed::random::{guid_of, hash};
use crate::sandbox::wire::date;

impl Cart {
    pub fn body(&self, call: &Call, company: &Company) -> Value {
        let lines = self.lines.iter().map(|line| line.body(call, company));
        let uri = format!("/customers/{}/carts/{}", company.tenant, self.id);
        json!({
            "id": self.id,
            "creationTimestamp": date(self.created()),
            "lastModifiedTimestamp": date(self.modified()),
            "expirationTimestamp": date(self.expires()),
            "lastModifiedUser": guid_of(&[52, hash(&self.user)]),
            "status": if self.is_ordered() { "Ordered" } else { "Active" },
            "lineItems": lines.collect::<Vec<_>>(),
            "links": { "self": link(uri) },
            "attributes": { "objectType": "Cart", "etag": self.etag() },
        })
    }
}

impl CartLine {
    fn body(&self, call: &Call, company: &Company) -> Value {
        let mut body = Value::Object(self.given.clone());
        body["id"] = self.id.clone();
        body["catalogItemId"] = self.catalog_item_id.as_str().into();
        body["quantity"] = self.quantity.into();
        body["currencyCode"] = company.country.currency.into();
        body["billingCycle"] = self.billing_cycle.as_str().into();
        body["orderGroup"] = self.order_group.as_str().into();
        let part = self.part(offered_week(call, Some(company)));
        if let Some(part) = part {
            if !self.given.contains_key("termDuration")
                && let Some(term) = part.item.sku.sold.term()
            {
                body["termDuration"] = term.into();
            }
            let (item, quantity) = (&part.item, part.quantity);
            let pricing = Pricing::of(item, part.cycle, quantity, company, call.settings);
            if let Some(pricing) = pricing {
                body["pricing"] = pricing.body();
            }
        }
        if let Some(error) = &self.error {
            body["error"] = error.body();
        }
        body
    }
}
