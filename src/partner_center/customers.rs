//! Customers: `GET /customers`, `GET /customers/{id}`.

use serde::{Deserialize, Serialize};

use super::link::{Attributes, Links};
use crate::model::CustomerId;

/// A customer of the partner (Microsoft, "Customer resources").
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Customer {
    /// The customer's tenant id.
    pub id: CustomerId,
    #[serde(default)]
    pub company_profile: CompanyProfile,
    /// Only in the answer for one customer.
    pub billing_profile: Option<BillingProfile>,
    pub commerce_id: Option<String>,
    pub relationship_to_partner: Option<String>,
    pub allow_delegated_access: Option<bool>,
    pub custom_domains: Option<Vec<String>>,
    pub associated_partner_id: Option<String>,
    pub links: Option<Links>,
    pub attributes: Option<Attributes>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CompanyProfile {
    pub tenant_id: String,
    pub domain: String,
    pub company_name: String,
    pub organization_registration_number: Option<String>,
    pub address: Option<Address>,
    pub email: Option<String>,
    pub links: Option<Links>,
    pub attributes: Option<Attributes>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct BillingProfile {
    pub id: Option<String>,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub email: Option<String>,
    /// `fr-FR`
    pub culture: Option<String>,
    /// `fr`
    pub language: Option<String>,
    pub company_name: Option<String>,
    pub default_address: Option<Address>,
    pub links: Option<Links>,
    pub attributes: Option<Attributes>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
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

/// The `filter` parameter of a search: one condition, sent as JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Filter {
    /// `CompanyName` or `Domain` for customers; `CustomerId`, `ResourceType`… for audit records.
    #[serde(alias = "field")]
    pub field: String,
    #[serde(alias = "value")]
    pub value: String,
    /// `starts_with` for customers; `equals` or `substring` for audit records.
    #[serde(alias = "operator")]
    pub operator: String,
}
