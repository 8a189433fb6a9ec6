//! How many of something may be bought at once, checked while it is typed.

/// The limits of a SKU, both inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuantityLimits {
    pub min: u32,
    pub max: u32,
}

/// Why a text is not a quantity that can be bought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuantityProblem {
    Empty,
    /// Letters, a fraction, signs between digits.
    NotWhole,
    /// Fewer than this.
    TooFew(u32),
    /// More than this.
    TooMany(u32),
}

impl QuantityLimits {
    /// What the API prints for a SKU without a maximum.
    pub const MOST: u32 = 999_999_999;

    /// As a SKU gives them: nothing is sold in fewer than 1, and a maximum below the minimum is none.
    pub fn new(min: Option<i64>, max: Option<i64>) -> Self {
        let within = |number: i64| number.clamp(1, i64::from(Self::MOST));
        let min = within(min.unwrap_or(1));
        let max = max.filter(|max| *max >= min);
        let max = within(max.unwrap_or(i64::from(Self::MOST)));
        QuantityLimits {
            min: min as u32,
            max: max as u32,
        }
    }

    /// Whether there is a maximum that is worth telling.
    pub fn has_max(self) -> bool {
        self.max < Self::MOST
    }

    pub fn allow(self, quantity: u32) -> bool {
        (self.min..=self.max).contains(&quantity)
    }

    /// Reads a quantity as it was typed.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(self, text: &str) -> Result<u32, QuantityProblem> {
        let text = text.trim();
        if text.is_empty() {
            return Err(QuantityProblem::Empty);
        }
        let (negative, digits) = match text.strip_prefix(['-', '−']) {
            Some(digits) => (true, digits),
            None => (false, text),
        };
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(QuantityProblem::NotWhole);
        }
        // More digits than fit are too many of anything.
        let quantity = digits.parse().unwrap_or(u32::MAX);
        if negative || quantity < self.min {
            return Err(QuantityProblem::TooFew(self.min));
        }
        if quantity > self.max {
            return Err(QuantityProblem::TooMany(self.max));
        }
        Ok(quantity)
    }
}

/// Without limits of its own.
impl Default for QuantityLimits {
    fn default() -> Self {
        QuantityLimits::new(None, None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use QuantityProblem::*;

    #[test]
    fn a_quantity_is_a_whole_number_within_the_limits() {
        let limits = QuantityLimits { min: 5, max: 40 };
        for (text, expected) in [
            ("5", Ok(5)),
            (" 40 ", Ok(40)),
            ("007", Ok(7)),
            ("", Err(Empty)),
            (" \t", Err(Empty)),
            ("4", Err(TooFew(5))),
            ("0", Err(TooFew(5))),
            ("-6", Err(TooFew(5))),
            ("−6", Err(TooFew(5))),
            ("41", Err(TooMany(40))),
            ("99999999999999999999", Err(TooMany(40))),
            ("6.0", Err(NotWhole)),
            ("6,5", Err(NotWhole)),
            ("1 0", Err(NotWhole)),
            ("+6", Err(NotWhole)),
            ("-", Err(NotWhole)),
            ("six", Err(NotWhole)),
            ("٦", Err(NotWhole)),
            ("1e1", Err(NotWhole)),
        ] {
            assert_eq!(limits.check(text), expected, "{text}");
        }
    }

    #[test]
    fn every_number_is_allowed_exactly_within_the_limits() {
        for (min, max) in [(1, 1), (1, 4), (5, 40), (8, 8)] {
            let limits = QuantityLimits { min, max };
            for quantity in 0..60 {
                let allowed = (min..=max).contains(&quantity);
                assert_eq!(limits.check(&quantity.to_string()).is_ok(), allowed);
                assert_eq!(limits.allow(quantity), allowed);
            }
        }
    }

    #[test]
    fn odd_limits_of_a_server_leave_something_to_buy() {
        let limits = |min, max| {
            let limits = QuantityLimits::new(min, max);
            (limits.min, limits.max)
        };
        let most = QuantityLimits::MOST;
        assert_eq!(limits(None, None), (1, most));
        assert_eq!(limits(Some(0), Some(0)), (1, most));
        assert_eq!(limits(Some(-3), Some(4)), (1, 4));
        assert_eq!(limits(Some(8), Some(4)), (8, most));
        assert_eq!(limits(Some(5), Some(5)), (5, 5));
        assert_eq!(limits(Some(1), Some(i64::MAX)), (1, most));
        assert!(!QuantityLimits::default().has_max());
    }
}
