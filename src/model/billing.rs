//! How often a purchase is billed, and for how long it runs.

use super::status::wire_enum;

wire_enum!(
    /// How often a line is billed (Microsoft, "Product resources").
    BillingCycle {
        /// Once: what perpetual licences are, and older subscriptions too.
        OneTime = "one_time",
        Monthly = "monthly",
        Annual = "annual",
        Biennial = "biennial",
        Triennial = "triennial",
        None = "none",
    }
);

/// The term of a subscription, an ISO 8601 duration: `P1M`, `P1Y`, `P3Y`. Perpetual licences have
/// none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term(String);

/// How long a term is, as far as it is one count of one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermLength {
    Months(u32),
    Years(u32),
}

impl Term {
    /// `None` for empty text, which orders of perpetual licences hold.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Term(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `None` for what is not understood: it is shown as it is.
    pub fn length(&self) -> Option<TermLength> {
        length(&self.0)
    }
}

/// The length of an ISO 8601 duration of whole months or whole years.
pub fn length(duration: &str) -> Option<TermLength> {
    let text = duration.strip_prefix('P')?;
    let count = |text: &str| {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|count: &u32| digits && *count > 0)
    };
    match text.strip_suffix('Y') {
        Some(years) => count(years).map(TermLength::Years),
        None => count(text.strip_suffix('M')?).map(TermLength::Months),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_months_or_years_or_shown_as_it_is() {
        let length = |text: &str| Term::parse(text).unwrap().length();
        assert_eq!(length("P1M"), Some(TermLength::Months(1)));
        assert_eq!(length("P1Y"), Some(TermLength::Years(1)));
        assert_eq!(length(" P3Y "), Some(TermLength::Years(3)));
        for other in ["P30D", "P0Y", "PY", "1Y", "P+1Y", "P1Y6M", "for ever"] {
            assert_eq!(length(other), None, "{other}");
        }
        assert_eq!(Term::parse(" "), None);
        assert_eq!(Term::parse("for ever").unwrap().as_str(), "for ever");
    }

    #[test]
    fn a_cycle_is_read_in_any_case() {
        for (text, cycle) in [
            ("one_time", BillingCycle::OneTime),
            ("OneTime", BillingCycle::OneTime),
            ("Annual", BillingCycle::Annual),
            (
                "fortnightly",
                BillingCycle::Unknown("fortnightly".to_owned()),
            ),
        ] {
            assert_eq!(BillingCycle::from(text.to_owned()), cycle);
        }
    }
}
