//! What is bought: a SKU as a market and a segment offer it at the moment.

use super::Sku;
use crate::model::CatalogItemId;
use crate::model::billing::{BillingCycle, Term};
use crate::model::money::Currency;
use crate::model::segment::Segment;
use crate::model::window::Refund;

/// An availability (Microsoft, "Product resources"): to be read right before it is put into a cart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Availability {
    pub item: CatalogItemId,
    pub segment: Option<Segment>,
    pub currency: Option<Currency>,
    /// ISO 3166-1 alpha-2
    pub country: Option<String>,
    pub purchasable: bool,
    /// None for most perpetual licences.
    pub terms: Vec<AvailableTerm>,
}

/// A term that it is sold for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AvailableTerm {
    pub duration: Option<Term>,
    /// `None` where the SKU's billing cycles say it.
    pub billing_cycle: Option<BillingCycle>,
    pub description: Option<String>,
    pub refunds: Vec<RefundStep>,
}

/// What is refunded within a time from the purchase.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RefundStep {
    pub refund: Option<Refund>,
    /// ISO 8601 duration: `P1D`.
    pub expires_after: Option<String>,
}

/// How a line can be billed: one of the choices that a person has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub billing_cycle: BillingCycle,
    pub term: Option<Term>,
}

impl Plan {
    /// Whether it runs out.
    pub fn is_subscription(&self) -> bool {
        self.term.is_some() || self.billing_cycle != BillingCycle::OneTime
    }
}

/// The plans of an availability: its terms, each with its own billing cycle or with those of the SKU,
/// which has to support them (Microsoft, "Cart resources").
pub fn plans(sku: &Sku, availability: &Availability) -> Vec<Plan> {
    let supported =
        |cycle: &BillingCycle| sku.billing_cycles.is_empty() || sku.billing_cycles.contains(cycle);
    let cycles = match sku.billing_cycles.is_empty() {
        true => vec![BillingCycle::OneTime],
        false => sku.billing_cycles.clone(),
    };
    let no_terms = [AvailableTerm::default()];
    let terms = match availability.terms.is_empty() {
        true => &no_terms[..],
        false => &availability.terms,
    };
    let mut plans = Vec::new();
    for term in terms {
        let own = term.billing_cycle.clone();
        let cycles = own.map_or_else(|| cycles.clone(), |own| vec![own]);
        for billing_cycle in cycles.into_iter().filter(supported) {
            let plan = Plan {
                billing_cycle,
                term: term.duration.clone(),
            };
            if !plans.contains(&plan) {
                plans.push(plan);
            }
        }
    }
    plans
}

impl Availability {
    /// What is refunded until when, for a plan; empty where the catalogue does not say.
    pub fn refunds(&self, plan: &Plan) -> &[RefundStep] {
        let fits = |term: &&AvailableTerm| {
            let cycle = term.billing_cycle.as_ref();
            term.duration == plan.term && cycle.is_none_or(|cycle| *cycle == plan.billing_cycle)
        };
        let term = self.terms.iter().find(fits);
        term.map_or(&[], |term| &term.refunds)
    }
}
