//! What a server finds wrong with a line (Microsoft, "Cart resources", cart error codes).

use crate::model::status::wire_enum;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineError {
    pub code: LineErrorKind,
    /// Foreign text.
    pub description: Option<String>,
    /// How many can still be bought.
    pub available: Option<i64>,
    /// How many the customer has already.
    pub purchased: Option<i64>,
}

wire_enum!(
    LineErrorKind {
        CurrencyIsNotSupported = "currency_is_not_supported",
        CatalogItemIdIsNotValid = "catalog_item_id_is_not_valid",
        QuotaNotAvailable = "quota_not_available",
        InventoryNotAvailable = "inventory_not_available",
        ParticipantsIsNotSupportedForPartner = "participants_is_not_supported_for_partner",
        UnableToProcessCartLineItem = "unable_to_process_cart_line_item",
        SubscriptionIsNotValid = "subscription_is_not_valid",
        SubscriptionIsNotEnabledForRi = "subscription_is_not_enabled_for_ri",
        SandboxLimitExceeded = "sandbox_limit_exceeded",
        InvalidInput = "invalid_input",
        SubscriptionNotRegistered = "subscription_not_registered",
        AttestationNotAccepted = "attestation_not_accepted",
        BillingPlanNotSupported = "billing_plan_not_supported",
        InvalidPromotionId = "invalid_promotion_id",
        MaxAllowedSeatsPerSubscriptionExceeded = "max_allowed_seats_per_subscription_exceeded",
        InvalidCustomTermEndDate = "invalid_custom_term_end_date",
        BaseOfferSeatQuantityNotMet = "base_offer_seat_quantity_not_met",
        MinimumAddOnSeatsNotMet = "minimum_add_on_seats_not_met",
        LegacyOfferNotEligible = "legacy_offer_not_eligible",
    }
);

/// The numbers of the names above. Documents give both, and no published body shows which is sent.
pub const LINE_ERROR_NUMBERS: [(&str, LineErrorKind); 20] = [
    ("10000", LineErrorKind::CurrencyIsNotSupported),
    ("10001", LineErrorKind::CatalogItemIdIsNotValid),
    ("10002", LineErrorKind::QuotaNotAvailable),
    ("10003", LineErrorKind::InventoryNotAvailable),
    ("10004", LineErrorKind::ParticipantsIsNotSupportedForPartner),
    ("10006", LineErrorKind::UnableToProcessCartLineItem),
    ("10007", LineErrorKind::SubscriptionIsNotValid),
    ("10008", LineErrorKind::SubscriptionIsNotEnabledForRi),
    ("10009", LineErrorKind::SandboxLimitExceeded),
    ("10010", LineErrorKind::InvalidInput),
    ("10011", LineErrorKind::SubscriptionNotRegistered),
    ("10012", LineErrorKind::AttestationNotAccepted),
    ("10013", LineErrorKind::BillingPlanNotSupported),
    ("10014", LineErrorKind::InvalidPromotionId),
    (
        "10015",
        LineErrorKind::MaxAllowedSeatsPerSubscriptionExceeded,
    ),
    ("10016", LineErrorKind::InvalidCustomTermEndDate),
    ("10017", LineErrorKind::InvalidCustomTermEndDate),
    ("10018", LineErrorKind::BaseOfferSeatQuantityNotMet),
    ("10019", LineErrorKind::MinimumAddOnSeatsNotMet),
    ("500600", LineErrorKind::LegacyOfferNotEligible),
];

impl LineErrorKind {
    /// The number of the kind; `None` for one that this version does not know.
    pub fn number(&self) -> Option<&'static str> {
        let number = LINE_ERROR_NUMBERS.iter().find(|(_, kind)| kind == self);
        number.map(|(number, _)| *number)
    }

    /// Reads a name in any spelling, or a number.
    pub fn read(text: String) -> Self {
        let number = LINE_ERROR_NUMBERS.iter().find(|(own, _)| *own == text);
        match number {
            Some((_, kind)) => kind.clone(),
            None => LineErrorKind::from(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_read_by_number_or_by_name() {
        let read = |text: &str| LineErrorKind::read(text.to_owned());
        for (number, kind) in LINE_ERROR_NUMBERS {
            assert_eq!(read(number), kind);
            assert_eq!(read(kind.as_str()), kind);
            let pascal: String = kind.as_str().split('_').map(capital).collect();
            assert_eq!(read(&pascal), kind, "{pascal}");
        }
        assert_eq!(read("0"), LineErrorKind::Unknown("0".to_owned()));
        assert_eq!(read("Moon"), LineErrorKind::Unknown("Moon".to_owned()));
    }

    fn capital(word: &str) -> String {
        word[..1].to_uppercase() + &word[1..]
    }
}
