//! Customers: `GET /customers`, `GET /customers/{id}`.

use serde_json::Value;

use super::client::{Asked, PartnerCenter};
use super::collection::Collection;
use super::error::{ApiError, ErrorKind};
use super::filter::Filter;
use super::json::{Fields, Read, Unfit};
use super::paging::NextPage;
use super::path::{path, query};
use super::transport::LocalFuture;
use crate::model::{CustomerId, CustomerRef, Domain};

/// A customer of the partner (Microsoft, "Customer resources").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Customer {
    /// The customer's tenant id.
    pub id: CustomerId,
    pub company_profile: CompanyProfile,
    /// Only in the answer for one customer.
    pub billing_profile: Option<BillingProfile>,
    pub relationship_to_partner: Option<String>,
    /// Only in the answer for one customer.
    pub allow_delegated_access: Option<bool>,
    /// Only in the answer for one customer.
    pub custom_domains: Option<Vec<String>>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompanyProfile {
    pub domain: String,
    pub company_name: String,
    pub organization_registration_number: Option<String>,
    pub address: Option<Address>,
    pub email: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BillingProfile {
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub email: Option<String>,
    /// `fr-FR`
    pub culture: Option<String>,
    /// `fr`
    pub language: Option<String>,
    pub company_name: Option<String>,
    pub default_address: Option<Address>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// ISO 3166-1 alpha-2
    pub country: Option<String>,
    pub region: Option<String>,
    pub city: Option<String>,
    pub state: Option<String>,
    pub district: Option<String>,
    pub address_line1: Option<String>,
    pub address_line2: Option<String>,
    pub address_line3: Option<String>,
    pub postal_code: Option<String>,
    pub first_name: Option<String>,
    pub middle_name: Option<String>,
    pub last_name: Option<String>,
    pub phone_number: Option<String>,
}

impl Read for Customer {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = Customer {
            id: from.own_id("id")?,
            company_profile: from.member("companyProfile").unwrap_or_default(),
            billing_profile: from.member("billingProfile"),
            relationship_to_partner: from.text("relationshipToPartner"),
            allow_delegated_access: from.truth("allowDelegatedAccess"),
            custom_domains: Some(from.list("customDomains")),
        };
        from.or_unfit(read)
    }
}

impl Read for CompanyProfile {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = CompanyProfile {
            domain: from.words("domain"),
            company_name: from.words("companyName"),
            organization_registration_number: from.text("organizationRegistrationNumber"),
            address: from.member("address"),
            email: from.text("email"),
        };
        from.or_unfit(read)
    }
}

impl Read for BillingProfile {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = BillingProfile {
            first_name: from.text("firstName"),
            last_name: from.text("lastName"),
            email: from.text("email"),
            culture: from.text("culture"),
            language: from.text("language"),
            company_name: from.text("companyName"),
            default_address: from.member("defaultAddress"),
        };
        from.or_unfit(read)
    }
}

impl Read for Address {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = Address {
            country: from.text("country"),
            region: from.text("region"),
            city: from.text("city"),
            state: from.text("state"),
            district: from.text("district"),
            address_line1: from.text("addressLine1"),
            address_line2: from.text("addressLine2"),
            address_line3: from.text("addressLine3"),
            postal_code: from.text("postalCode"),
            first_name: from.text("firstName"),
            middle_name: from.text("middleName"),
            last_name: from.text("lastName"),
            phone_number: from.text("phoneNumber"),
        };
        from.or_unfit(read)
    }
}

/// What a list of customers is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerQuery {
    /// Customers a page; the server may give fewer.
    pub size: u32,
    pub search: Option<CustomerSearch>,
}

/// A search: the API knows "begins with" only, without regard to case, on one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerSearch {
    pub field: SearchField,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchField {
    CompanyName,
    Domain,
}

impl CustomerQuery {
    fn path(&self) -> String {
        let size = self.size.to_string();
        let Some(search) = &self.search else {
            return query("/customers", &[("size", &size)]);
        };
        let field = match search.field {
            SearchField::CompanyName => "CompanyName",
            SearchField::Domain => "Domain",
        };
        let filter = Filter::new(field, &search.text, "starts_with").to_json();
        query("/customers", &[("size", &size), ("filter", &filter)])
    }
}

/// Customers asked for at once when a domain is looked up.
const LOOKUP_SIZE: u32 = 100;

/// Pages read at most when a domain is looked up: a beginning that more than this many customers
/// share is no domain.
const LOOKUP_PAGES: u32 = 5;

impl PartnerCenter {
    /// A page of customers: the first one, or the one that `next` of the page before leads to.
    pub fn customers(
        &self,
        asked: &CustomerQuery,
        next: Option<&NextPage>,
    ) -> LocalFuture<Result<Collection<Customer>, ApiError>> {
        self.page(asked.path(), next)
    }

    /// One customer, with the billing profile.
    pub fn customer(&self, id: &CustomerId) -> Asked<Customer> {
        self.read(path("/customers/{}", &[id.as_str()]))
    }

    /// The customer that a link names. The API finds no customer by domain but lists those whose
    /// domain begins so; the one that has exactly this domain is read by its id.
    pub fn find_customer(&self, named: &CustomerRef) -> LocalFuture<Result<Customer, ApiError>> {
        match named {
            CustomerRef::Id(id) => Box::pin(self.customer(id)),
            CustomerRef::Domain(domain) => Box::pin(self.clone().look_up(domain.clone())),
        }
    }

    async fn look_up(self, domain: Domain) -> Result<Customer, ApiError> {
        let asked = CustomerQuery {
            size: LOOKUP_SIZE,
            search: Some(CustomerSearch {
                field: SearchField::Domain,
                text: domain.to_string(),
            }),
        };
        let mut next = None;
        for _ in 0..LOOKUP_PAGES {
            let page = self.customers(&asked, next.as_ref()).await?;
            let mut found = page.items.into_iter().flatten();
            let same = |customer: &Customer| {
                let theirs = &customer.company_profile.domain;
                theirs.eq_ignore_ascii_case(domain.as_str())
            };
            if let Some(customer) = found.find(same) {
                return self.customer(&customer.id).await;
            }
            next = page.next;
            if next.is_none() {
                break;
            }
        }
        Err(ApiError::of(ErrorKind::NotFound))
    }
}
