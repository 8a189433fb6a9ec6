//! The credit of what was cancelled: on the next monthly invoice, told by the activity log (Microsoft,
//! "Auditing resources": `create_credit`).

use super::audit;
use super::call::Call;
use super::orders;
use super::seed::company::Company;
use super::seed::purchases::{Line, Purchase};
use crate::model::Timestamp;
use crate::model::time::Date;

/// The sandbox's invoices are written on this day of the month, as the day begins in UTC.
const INVOICE_DAY: u32 = 8;

/// When the invoice is written that follows.
pub fn next_invoice(after: Timestamp) -> Timestamp {
    let Date { year, month, .. } = after.date();
    let date = Date {
        year: if month == 12 { year + 1 } else { year },
        month: month % 12 + 1,
        day: INVOICE_DAY,
    };
    // The eighth is there in every month.
    Timestamp::from_civil(date, 0, 0, 0).unwrap_or(after)
}

/// Credits lines that were cancelled at a time, all that was paid for them: nobody can read of it before
/// the invoice is written.
pub fn book(call: &mut Call, company: &Company, order: &Purchase, lines: &[&Line], at: Timestamp) {
    for line in lines {
        let mut details = vec![
            ("OrderId", order.id.clone()),
            ("LineItemNumber", line.number.to_string()),
        ];
        if let Some(paid) = orders::pricing(call, company, line) {
            details.push(("Amount", paid.body()["extendedPrice"].to_string()));
            details.push(("Currency", company.country.currency.to_owned()));
        }
        audit::book(call, company, next_invoice(at), &details);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_invoice_is_that_of_the_month_after() {
        for (cancelled, invoiced) in [
            ("2026-01-01T00:00:00Z", "2026-02-08T00:00:00Z"),
            ("2026-11-23T16:00:00Z", "2026-12-08T00:00:00Z"),
            ("2026-12-31T23:59:59Z", "2027-01-08T00:00:00Z"),
        ] {
            let [cancelled, invoiced] =
                [cancelled, invoiced].map(|at| Timestamp::parse(at).unwrap());
            assert_eq!(next_invoice(cancelled), invoiced);
        }
    }
}
