//! Product keys (pre-release contract of June 2018):
//! `GET /customers/{id}/artifacts/productkey/groups/{group}/lineitems/{line}/items/{item}`.

use super::client::{Asked, PartnerCenter};
use super::error::ApiError;
use super::json::{Object, Read, Unfit};
use super::path::below_base;
use crate::model::CustomerId;
use crate::model::product_key::ProductKey;
use serde_json::Value;

impl PartnerCenter {
    /// The product key that an artifact's link leads to. Asking is recorded in the activity log.
    ///
    /// # Errors
    /// A link that does not lie under the customer's own `artifacts/productkey/` is not followed
    /// ([`ErrorKind::Address`](super::error::ErrorKind::Address)).
    pub fn product_key(&self, customer: &CustomerId, uri: &str) -> Asked<ProductKey> {
        self.read(artifact_path(customer, uri, self.base()).ok_or(ApiError::address()))
    }
}

/// `{"type":"product_key","productKey":"…"}`
impl Read for ProductKey {
    fn read(from: Value) -> Result<Self, Unfit> {
        // Moved, not copied, into the type that wipes it.
        let key = Object::of(from)?.words("productKey")?;
        match key.is_empty() {
            true => Err(Unfit("productKey")),
            false => Ok(ProductKey::new(key)),
        }
    }
}

/// Plain segments below the customer's keys, and nothing that a browser would resolve or decode.
fn artifact_path(customer: &CustomerId, uri: &str, base: &str) -> Option<String> {
    let path = below_base(uri, base);
    let below = path.strip_prefix("/customers/")?;
    let (id, below) = below.split_at_checked(customer.as_str().len())?;
    let below = below.strip_prefix("/artifacts/productkey/")?;
    let plain = |segment: &str| {
        let allowed = |b: u8| b.is_ascii_alphanumeric() || b"-_:.".contains(&b);
        !segment.is_empty() && segment.bytes().all(allowed) && !segment.bytes().all(|b| b == b'.')
    };
    let fits = id.eq_ignore_ascii_case(customer.as_str()) && below.split('/').all(plain);
    fits.then(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_keys_of_the_customer_are_followed() {
        let customer: CustomerId = "18ac2950-8ea9-4dfc-92a4-ff4d4cd57796".parse().unwrap();
        let own = "/customers/18ac2950-8ea9-4dfc-92a4-ff4d4cd57796/artifacts/productkey";
        let good = format!("{own}/groups/2caf/lineitems/0095a02f/items/DG7G:0002:0095a02f-1b12");
        let followed = |uri: &str| artifact_path(&customer, uri, "/sandbox/v1");
        for prefix in ["", "/v1", "/sandbox/v1"] {
            assert_eq!(followed(&format!("{prefix}{good}")), Some(good.clone()));
        }
        for wrong in [
            String::new(),
            format!("https://evil.example{good}"),
            format!("//evil.example{good}"),
            own.to_owned(),
            format!("{own}/"),
            format!("{own}/../../orders"),
            format!("{own}/%2e%2e/%2e%2e/orders"),
            format!("{own}/groups/..%2f..%2forders"),
            format!("{own}/groups\\..\\orders"),
            format!("{own}/groups/a?x=1"),
            format!("{own}/groups/a#x"),
            format!("{own}/groups//a"),
            format!("{own}/groups/a b"),
            format!("{own}/groups/a\n"),
            good.replace("18ac2950", "28ac2950"),
            good.replace("productkey", "reservedinstance"),
            good.replace("/customers", "/Customers/customers"),
            "/customers/é8ac2950-8ea9-4dfc-92a4-ff4d4cd5779/artifacts/productkey/a".to_owned(),
        ] {
            assert_eq!(followed(&wrong), None, "{wrong}");
        }
    }
}
