//! Giving back some of what was bought. Only whole lines can be cancelled (Microsoft, "Cancel
//! software purchases"), so the rest is bought anew and then the whole line is cancelled.

use super::CatalogItemId;
use super::billing::{BillingCycle, Term};
use super::cart::CartLine;
use super::catalog::Plan;
use super::quantity::{QuantityLimits, QuantityProblem};

/// How to give back what a person asked to give back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Return {
    /// All of it: cancelling the line is enough.
    WholeLine { quantity: u32 },
    /// Buy `keep` anew, then cancel the whole line of `bought`.
    BuyAnew { keep: u32, bought: u32 },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReturnProblem {
    /// The line is cancelled, or nobody knows how many it holds.
    NothingToReturn,
    Empty,
    NotWhole,
    /// Less than 1.
    TooFew,
    /// More than the line holds.
    TooMany(u32),
    /// The rest is fewer than the SKU is sold in.
    RestTooFew {
        rest: u32,
        min: u32,
    },
    /// The rest is more than the SKU is sold in.
    RestTooMany {
        rest: u32,
        max: u32,
    },
}

/// Reads how many of a line are to be given back.
///
/// `bought` is the line's quantity as the order says it; `limits` are those of the SKU now, which
/// the rest has to keep.
///
/// # Errors
/// What is wrong with the number.
pub fn plan(
    bought: Option<i64>,
    text: &str,
    limits: QuantityLimits,
) -> Result<Return, ReturnProblem> {
    let bought = bought.and_then(|bought| u32::try_from(bought).ok());
    let bought = bought.filter(|bought| *bought > 0);
    let bought = bought.ok_or(ReturnProblem::NothingToReturn)?;
    let of_line = QuantityLimits {
        min: 1,
        max: bought,
    };
    let back = of_line.check(text).map_err(|problem| match problem {
        QuantityProblem::Empty => ReturnProblem::Empty,
        QuantityProblem::NotWhole => ReturnProblem::NotWhole,
        QuantityProblem::TooFew(_) => ReturnProblem::TooFew,
        QuantityProblem::TooMany(most) => ReturnProblem::TooMany(most),
    })?;
    let rest = bought - back;
    let QuantityLimits { min, max } = limits;
    match rest {
        0 => Ok(Return::WholeLine { quantity: bought }),
        rest if rest < min => Err(ReturnProblem::RestTooFew { rest, min }),
        rest if rest > max => Err(ReturnProblem::RestTooMany { rest, max }),
        keep => Ok(Return::BuyAnew { keep, bought }),
    }
}

/// The plan that is nearest to how the line was bought: the same term, and its billing cycle where
/// it is known. `None` when none has that term any more: the person has to choose.
pub fn nearest_plan<'a>(
    plans: &'a [Plan],
    cycle: Option<&BillingCycle>,
    term: Option<&Term>,
) -> Option<&'a Plan> {
    let of_term = || plans.iter().filter(|plan| plan.term.as_ref() == term);
    let same = cycle.and_then(|cycle| of_term().find(|plan| plan.billing_cycle == *cycle));
    same.or_else(|| of_term().next())
}

/// The line to put into the cart for what is kept.
pub fn line(item: CatalogItemId, keep: u32, plan: &Plan) -> CartLine {
    CartLine::new(item, keep, plan.billing_cycle.clone(), plan.term.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anywhere() -> QuantityLimits {
        QuantityLimits::default()
    }

    #[test]
    fn four_of_ten_is_six_bought_anew() {
        let expected = Return::BuyAnew {
            keep: 6,
            bought: 10,
        };
        assert_eq!(plan(Some(10), "4", anywhere()), Ok(expected));
        let whole = Return::WholeLine { quantity: 10 };
        assert_eq!(plan(Some(10), " 10 ", anywhere()), Ok(whole));
    }

    #[test]
    fn what_is_kept_and_given_back_is_what_was_bought() {
        for bought in 1..30_u32 {
            for back in 0..35_u32 {
                let way = plan(Some(i64::from(bought)), &back.to_string(), anywhere());
                match way {
                    Ok(Return::BuyAnew { keep, bought: all }) => {
                        assert_eq!((keep + back, all), (bought, bought));
                        assert!(keep > 0);
                    }
                    Ok(Return::WholeLine { quantity }) => {
                        assert_eq!((quantity, back), (bought, bought));
                    }
                    Err(problem) => assert_eq!(
                        problem,
                        match back {
                            0 => ReturnProblem::TooFew,
                            _ => ReturnProblem::TooMany(bought),
                        }
                    ),
                }
            }
        }
    }

    #[test]
    fn the_rest_has_to_be_for_sale() {
        let limits = QuantityLimits { min: 5, max: 8 };
        let rest = |back: &str| plan(Some(10), back, limits);
        assert_eq!(
            rest("6"),
            Err(ReturnProblem::RestTooFew { rest: 4, min: 5 })
        );
        assert_eq!(
            rest("1"),
            Err(ReturnProblem::RestTooMany { rest: 9, max: 8 })
        );
        assert!(rest("5").is_ok());
        assert!(rest("10").is_ok());
    }

    #[test]
    fn nothing_comes_of_nothing() {
        for bought in [None, Some(0), Some(-2), Some(i64::MAX)] {
            let way = plan(bought, "1", anywhere());
            assert_eq!(way, Err(ReturnProblem::NothingToReturn));
        }
        for (text, problem) in [
            ("", ReturnProblem::Empty),
            ("some", ReturnProblem::NotWhole),
            ("-1", ReturnProblem::TooFew),
        ] {
            assert_eq!(plan(Some(3), text, anywhere()), Err(problem));
        }
    }

    #[test]
    fn the_rest_is_bought_as_the_line_was_where_that_is_still_offered() {
        let of = |cycle: BillingCycle, term: &str| Plan {
            billing_cycle: cycle,
            term: Term::parse(term),
        };
        let plans = [
            of(BillingCycle::Annual, "P1Y"),
            of(BillingCycle::Annual, "P3Y"),
            of(BillingCycle::Triennial, "P3Y"),
        ];
        let nearest = |cycle: Option<BillingCycle>, term: &str| {
            nearest_plan(&plans, cycle.as_ref(), Term::parse(term).as_ref()).cloned()
        };
        let once = Some(BillingCycle::OneTime);
        assert_eq!(nearest(None, "P1Y"), Some(plans[0].clone()));
        assert_eq!(
            nearest(Some(BillingCycle::Triennial), "P3Y"),
            Some(plans[2].clone())
        );
        assert_eq!(nearest(once.clone(), "P3Y"), Some(plans[1].clone()));
        assert_eq!(nearest(once, ""), None);
        let item: CatalogItemId = "P:1:A".parse().unwrap();
        let line = line(item, 6, &plans[2]);
        assert_eq!((line.quantity, line.term), (6, Term::parse("P3Y")));
    }
}
