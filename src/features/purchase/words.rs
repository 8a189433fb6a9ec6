//! The words of what is bought: kinds, terms, billing, cancellation.

use crate::i18n::{Lang, Text, text};
use crate::model::billing::{BillingCycle, Term, TermLength};
use crate::model::catalog::{Kinds, Plan};
use crate::model::status::OrderStatus;
use crate::model::window::{Length, Policies, Refund, SoftwareKind};
use crate::ui::{Tone, foreign};

/// How a product is sold.
pub(super) fn kinds(kinds: Kinds) -> Text {
    match (kinds.perpetual, kinds.subscription) {
        (true, true) => text::CATALOG_BOTH,
        (false, true) => text::SOFTWARE_SUBSCRIPTION,
        _ => text::SOFTWARE_PERPETUAL,
    }
}

/// `3 years`; a term that nobody understands, as it came.
pub(super) fn term(lang: Lang, term: &Term) -> String {
    match term.length() {
        Some(TermLength::Years(years)) => text::term_years(lang, years),
        Some(TermLength::Months(months)) => text::term_months(lang, months),
        None => foreign::visible(term.as_str()),
    }
}

/// `billed yearly`
pub(in crate::features) fn billing(lang: Lang, cycle: &BillingCycle) -> String {
    let word = match cycle {
        BillingCycle::OneTime => text::TERM_ONE_TIME,
        BillingCycle::Monthly => text::TERM_MONTHLY,
        BillingCycle::Annual => text::TERM_ANNUAL,
        BillingCycle::Biennial => text::TERM_BIENNIAL,
        BillingCycle::Triennial => text::TERM_TRIENNIAL,
        BillingCycle::None => text::TERM_NO_BILLING,
        BillingCycle::Unknown(raw) => return foreign::visible(raw),
    };
    word.get(lang).to_owned()
}

/// `3 years, billed yearly`, or `One-time purchase`.
pub(super) fn plan(lang: Lang, plan: &Plan) -> String {
    plan_of(lang, plan.term.as_ref(), &plan.billing_cycle)
}

/// As [`plan`].
pub(in crate::features) fn plan_of(lang: Lang, of: Option<&Term>, cycle: &BillingCycle) -> String {
    match (of, cycle) {
        (None, BillingCycle::OneTime) => text::PRODUCT_ONCE.get(lang).to_owned(),
        (None, cycle) => billing(lang, cycle),
        (Some(of), cycle) => format!("{}, {}", term(lang, of), billing(lang, cycle)),
    }
}

/// What cancelling gives, by the catalogue where it says so (`refund` and its ISO 8601 duration),
/// else by the configuration.
pub(in crate::features) fn cancellation(
    lang: Lang,
    policies: &Policies,
    bought: SoftwareKind,
    catalog: Option<&(Refund, String)>,
) -> String {
    if let Some((refund, duration)) = catalog
        && let Some(days) = whole_days(duration)
    {
        return within_days(lang, *refund, days);
    }
    match policies.find(bought, None) {
        None => text::REVIEW_TERMS_UNKNOWN.get(lang).to_owned(),
        Some(policy) => match policy.length {
            Length::Days(days) => within_days(lang, policy.refund, days),
            Length::Hours(hours) => match policy.refund {
                Refund::Full => text::review_hours_full(lang, hours),
                Refund::Prorated => text::review_hours_prorated(lang, hours),
            },
        },
    }
}

fn within_days(lang: Lang, refund: Refund, days: u32) -> String {
    match refund {
        Refund::Full => text::review_days_full(lang, days),
        Refund::Prorated => text::review_days_prorated(lang, days),
    }
}

/// The days of an ISO 8601 duration of days alone: `P60D`.
fn whole_days(duration: &str) -> Option<u32> {
    let digits = duration.strip_prefix('P')?.strip_suffix('D')?;
    digits.parse().ok()
}

/// The word for an order's state; one that nobody knows, as it came.
pub(in crate::features) fn order_status(lang: Lang, status: &OrderStatus) -> String {
    let word = match status {
        OrderStatus::Completed => text::ORDERS_ON_COMPLETED,
        OrderStatus::Pending => text::ORDERS_ON_PENDING,
        OrderStatus::Cancelled => text::ORDERS_ON_CANCELLED,
        OrderStatus::Suspended => text::ORDERS_ON_SUSPENDED,
        OrderStatus::PendingReview => text::ORDERS_ON_PENDING_REVIEW,
        OrderStatus::PendingPoUpload => text::ORDERS_ON_PENDING_PO_UPLOAD,
        OrderStatus::PoUploadComplete => text::ORDERS_ON_PO_UPLOAD_COMPLETE,
        OrderStatus::PoReviewRejected => text::ORDERS_ON_PO_REVIEW_REJECTED,
        OrderStatus::PartialSuccess => text::ORDERS_ON_PARTIAL_SUCCESS,
        OrderStatus::Error => text::ORDERS_ON_ERROR,
        OrderStatus::Unknown(raw) => return foreign::visible(raw),
    };
    word.get(lang).to_owned()
}

pub(in crate::features) fn order_tone(status: &OrderStatus) -> Tone {
    match status {
        OrderStatus::Completed => Tone::Good,
        OrderStatus::Pending | OrderStatus::PendingReview | OrderStatus::PoUploadComplete => {
            Tone::Info
        }
        OrderStatus::PendingPoUpload | OrderStatus::Suspended | OrderStatus::PartialSuccess => {
            Tone::Warning
        }
        OrderStatus::PoReviewRejected | OrderStatus::Error => Tone::Bad,
        OrderStatus::Cancelled | OrderStatus::Unknown(_) => Tone::Quiet,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::window::Policy;

    #[test]
    fn terms_are_said_in_words() {
        let said = |of: &str, cycle| plan_of(Lang::En, Term::parse(of).as_ref(), &cycle);
        assert_eq!(said("", BillingCycle::OneTime), "One-time purchase");
        assert_eq!(said("P3Y", BillingCycle::Annual), "3 years, billed yearly");
        assert_eq!(
            said("P1M", BillingCycle::Monthly),
            "1 month, billed monthly"
        );
        let odd = BillingCycle::Unknown("fortnightly".to_owned());
        assert_eq!(said("for ever", odd), "for ever, fortnightly");
    }

    #[test]
    fn the_catalogue_wins_over_the_configuration() {
        let policies = Policies(vec![Policy {
            kind: SoftwareKind::Perpetual,
            segment: None,
            length: Length::Hours(1),
            refund: Refund::Prorated,
        }]);
        let of = (Refund::Full, "P7D".to_owned());
        let said = |catalog| cancellation(Lang::En, &policies, SoftwareKind::Perpetual, catalog);
        assert_eq!(said(Some(&of)), "full credit within 7 days of the order");
        let odd = (Refund::Full, "PT1H".to_owned());
        let configured = "prorated credit within 1 hour of the order";
        assert_eq!([said(Some(&odd)), said(None)], [configured; 2]);
        let none = Policies::default();
        let unknown = cancellation(Lang::En, &none, SoftwareKind::Perpetual, None);
        assert_eq!(unknown, "not known: ask Microsoft before ordering");
    }
}
