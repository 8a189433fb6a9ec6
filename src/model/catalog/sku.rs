//! A variant of a product, and what buying it takes.

use crate::model::SkuId;
use crate::model::billing::BillingCycle;
use crate::model::quantity::QuantityLimits;
use crate::model::status::wire_enum;

/// A SKU (Microsoft, "Product resources"). Its id is unique only inside its product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sku {
    pub id: SkuId,
    pub title: String,
    pub description: String,
    pub limits: QuantityLimits,
    pub billing_cycles: Vec<BillingCycle>,
    pub prerequisites: Vec<Prerequisite>,
    pub attestation: Option<Attestation>,
    /// Whether its actions say that it can be refunded.
    pub refundable: bool,
    pub trial: bool,
}

wire_enum!(
    /// What has to be so before a SKU can be bought.
    Prerequisite {
        InventoryCheck = "inventory_check",
        AzureSubscriptionRegistration = "azure_subscription_registration",
        MicrosoftCloudAgreement = "microsoft_cloud_agreement",
        MicrosoftCustomerAgreement = "microsoft_customer_agreement",
    }
);

/// What the partner has to vouch for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attestation {
    pub kind: String,
    /// Whether the SKU is not sold without it.
    pub enforced: bool,
}

impl Sku {
    /// Whether the partner has to accept an attestation with the line.
    pub fn needs_attestation(&self) -> bool {
        self.attestation.as_ref().is_some_and(|one| one.enforced)
    }

    pub fn needs_inventory_check(&self) -> bool {
        self.prerequisites.contains(&Prerequisite::InventoryCheck)
    }
}
