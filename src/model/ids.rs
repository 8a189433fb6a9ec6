//! Identifiers as types. Whatever comes from a URL or from a server is parsed into one of these
//! before a request path is built from it, so no identifier can reach another endpoint.

use std::fmt;
use std::str::FromStr;

use serde::ser::{Serialize, Serializer};

/// The text does not have the form of the identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidId {
    /// What was expected, in the contract's words: `customer id`, `order id`…
    pub expected: &'static str,
}

impl fmt::Display for InvalidId {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "not a valid {}", self.expected)
    }
}

impl std::error::Error for InvalidId {}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $expected:literal, $normalize:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// The identifier as it stands in URLs and bodies.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = InvalidId;

            fn from_str(text: &str) -> Result<Self, InvalidId> {
                let normalize: fn(&str) -> Option<String> = $normalize;
                normalize(text).map($name).ok_or(InvalidId { expected: $expected })
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(&self.0)
            }
        }
    };
}

id!(
    /// A customer's tenant id: a GUID, kept in lower case.
    CustomerId,
    "customer id",
    guid
);
id!(
    /// A customer's domain name, kept in lower case: at least two labels, ASCII (IDNs in their
    /// `xn--` form, as Microsoft Entra ID keeps them).
    Domain,
    "domain name",
    domain
);
id!(
    /// An order: opaque, and its case matters (`2y6dF_rVgDAXMxypQPPnTquuXhKVK_3N1`).
    OrderId,
    "order id",
    |text| plain(text, b"_-")
);
id!(
    /// A product of the catalogue (`DG7GMGF0FKZV`).
    ProductId,
    "product id",
    |text| plain(text, b"")
);
id!(
    /// A SKU, unique only inside its product (`0001`, `000P`).
    SkuId,
    "SKU id",
    |text| plain(text, b"")
);
id!(
    /// An availability, unique only inside its SKU. It changes over time.
    AvailabilityId,
    "availability id",
    |text| plain(text, b"-_")
);
id!(
    /// A cart of a customer; a GUID in every published body, but treated as opaque.
    CartId,
    "cart id",
    |text| plain(text, b"-_")
);
id!(
    /// An intent to write, the `MS-RequestId` of all of its attempts: a GUID, kept in lower case.
    RequestId,
    "request id",
    guid
);
id!(
    /// A subscription; a GUID in every published body, but treated as opaque.
    SubscriptionId,
    "subscription id",
    |text| plain(text, b"-")
);

id!(
    /// A request to Partner Center's support: digits in every published body, but treated as opaque.
    ServiceRequestId,
    "service request id",
    |text| plain(text, b"-_")
);
id!(
    /// A file that was uploaded for a report.
    AttachmentId,
    "attachment id",
    |text| plain(text, b"-_")
);

impl RequestId {
    /// A new one, from bytes nobody can guess.
    pub fn from_random(bytes: [u8; 16]) -> Self {
        RequestId(super::guid::from_random(bytes))
    }
}

/// What names a customer in a link: `/customers/<GUID or domain>`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CustomerRef {
    Id(CustomerId),
    Domain(Domain),
}

impl FromStr for CustomerRef {
    type Err = InvalidId;

    fn from_str(text: &str) -> Result<Self, InvalidId> {
        if let Ok(id) = text.parse() {
            return Ok(CustomerRef::Id(id));
        }
        match text.parse() {
            Ok(domain) => Ok(CustomerRef::Domain(domain)),
            Err(InvalidId { .. }) => Err(InvalidId {
                expected: "customer id or domain name",
            }),
        }
    }
}

impl fmt::Display for CustomerRef {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            CustomerRef::Id(id) => f.write_str(id.as_str()),
            CustomerRef::Domain(domain) => f.write_str(domain.as_str()),
        }
    }
}

/// What names one item of a customer's software: the order line that brought it and what it is.
///
/// Software that came included in a bundle has the bundle's order and line and its own product and
/// SKU (Microsoft's page *Entitlement resources*).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SoftwareItemId {
    pub order: OrderId,
    pub line: u32,
    pub product: ProductId,
    pub sku: SkuId,
}

fn guid(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let fits = bytes.len() == 36
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        });
    fits.then(|| text.to_ascii_lowercase())
}

fn plain(text: &str, extra: &[u8]) -> Option<String> {
    let fits = (1..=64).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || extra.contains(&byte));
    fits.then(|| text.to_owned())
}

fn domain(text: &str) -> Option<String> {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let top = text.rsplit('.').next()?;
    let fits = text.len() <= 253
        && text.contains('.')
        && text.split('.').all(label)
        && !top.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| text.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_customer_id_is_a_guid_in_lower_case() {
        let id: CustomerId = "B44BB1FB-C595-45B0-9E09-D657365580BF".parse().unwrap();
        assert_eq!(id.to_string(), "b44bb1fb-c595-45b0-9e09-d657365580bf");
        for wrong in [
            "",
            "b44bb1fb-c595-45b0-9e09-d657365580b",
            "{b44bb1fb-c595-45b0-9e09-d657365580bf}",
            "b44bb1fbc59545b09e09d657365580bf",
            "b44bb1fb-c595-45b0-9e09-d657365580bg",
            "b44bb1fb-c595-45b0-9e09-d657365580b\u{e9}",
        ] {
            assert!(wrong.parse::<CustomerId>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_order_id_keeps_its_case_and_never_leaves_its_segment() {
        let id: OrderId = "2y6dF_rVgDAXMxypQPPnTquuXhKVK_3N1".parse().unwrap();
        assert_eq!(id.as_str(), "2y6dF_rVgDAXMxypQPPnTquuXhKVK_3N1");
        assert!("f76c6b7f449d".parse::<OrderId>().is_ok());
        let long = "a".repeat(65);
        for wrong in ["", "..", "a/b", "a%2fb", "a b", "a\0", "é", "?x", &long] {
            assert!(wrong.parse::<OrderId>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_domain_is_labels_with_dots() {
        let domain: Domain = "Contoso.OnMicrosoft.com".parse().unwrap();
        assert_eq!(domain.as_str(), "contoso.onmicrosoft.com");
        assert!("xn--bcher-kva.example".parse::<Domain>().is_ok());
        for wrong in [
            "contoso",
            ".com",
            "a..b",
            "-a.com",
            "a-.com",
            "a.com.",
            "10.0.0.1",
            "a_b.com",
            "bücher.example",
            "../x.com",
        ] {
            assert!(wrong.parse::<Domain>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_link_names_a_customer_either_way() {
        let guid = "b44bb1fb-c595-45b0-9e09-d657365580bf";
        assert!(matches!(guid.parse(), Ok(CustomerRef::Id(_))));
        let domain: CustomerRef = "Fabrikam.com".parse().unwrap();
        assert_eq!(domain.to_string(), "fabrikam.com");
        assert!("customers".parse::<CustomerRef>().is_err());
    }
}
