//! What a line costs, in whole minor units of the currency and written as exact decimals: no floating
//! point anywhere. The catalogue has no prices; carts and orders have them for a share of products.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::hostile::is;
use super::seed::catalog::{Item, Sold};
use super::seed::company::Company;
use super::sentinels::Kind;
use super::settings::Settings;

/// Code, decimals (ISO 4217), and how many thousandths of it a US dollar is.
type Currency = (&'static str, u32, u64);

const CURRENCIES: &[Currency] = &[
    ("USD", 2, 1_000),
    ("EUR", 2, 930),
    ("GBP", 2, 790),
    ("CAD", 2, 1_370),
    ("CHF", 2, 890),
    ("SEK", 2, 10_450),
    ("PLN", 2, 3_980),
    ("JPY", 0, 150_300),
    ("TND", 3, 3_117),
];

/// The prices of a line, as sold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pricing {
    /// Decimals of the currency
    digits: u32,
    /// For one licence and one billing cycle, in minor units.
    list: u64,
    /// The same for the partner.
    price: u64,
    quantity: u32,
}

/// Whether the sandbox prices an item for a customer.
pub fn is_priced(item: &Item, company: &Company, settings: &Settings) -> bool {
    item.product.lot() < settings.priced_share && !is(company, Kind::WithoutPrices)
}

impl Pricing {
    /// `None` for what the sandbox has no price for.
    pub fn of(
        item: &Item,
        cycle: &str,
        quantity: u32,
        company: &Company,
        settings: &Settings,
    ) -> Option<Pricing> {
        is_priced(item, company, settings)
            .then(|| Pricing::in_currency(item, cycle, quantity, company.country.currency))
    }

    fn in_currency(item: &Item, cycle: &str, quantity: u32, currency: &str) -> Pricing {
        let mut known = CURRENCIES.iter();
        let (_, digits, rate) = known
            .find(|(code, ..)| *code == currency)
            .unwrap_or(&CURRENCIES[0]);
        let whole = u128::from(item.list_price()) * u128::from(*rate) * 10_u128.pow(*digits);
        // Hundredths of a cent, thousandths of a dollar, instalments.
        let list = rounded(whole, 10_000 * 1_000 * u128::from(instalments(item, cycle)));
        let price = rounded(u128::from(list) * u128::from(item.partner_percent()), 100);
        Pricing {
            digits: *digits,
            list,
            price,
            quantity,
        }
    }

    pub fn extended(&self) -> u64 {
        self.price.saturating_mul(self.quantity.into())
    }

    /// `pricing` of a line: before tax, for one billing cycle.
    pub fn body(&self) -> Value {
        let amount = |minor| amount(minor, self.digits);
        json!({
            "listPrice": amount(self.list),
            "discountedPrice": amount(self.price),
            "proratedPrice": amount(self.price),
            "price": amount(self.price),
            "extendedPrice": amount(self.extended()),
        })
    }
}

/// `totalPrice` of an order: only when every line of it has a price.
pub fn total(lines: &[Option<Pricing>]) -> Option<Value> {
    let lines: Vec<Pricing> = lines.iter().copied().collect::<Option<_>>()?;
    let sum = lines.iter().map(Pricing::extended);
    let sum = sum.fold(0_u64, u64::saturating_add);
    Some(amount(sum, lines.first()?.digits))
}

/// In how many parts the price of a term is paid.
fn instalments(item: &Item, cycle: &str) -> u64 {
    match (item.sku.sold, cycle) {
        (Sold::Years(years), "annual") => years.into(),
        (Sold::Years(years), "monthly") => 12 * u64::from(years),
        _ => 1,
    }
}

/// Half and more go up.
fn rounded(amount: u128, parts: u128) -> u64 {
    u64::try_from((amount + parts / 2) / parts).unwrap_or(u64::MAX)
}

/// An exact decimal as a JSON number: `1234.50`, `1234`, `1.234`.
fn amount(minor: u64, digits: u32) -> Value {
    let unit = 10_u64.pow(digits);
    let (whole, rest) = (minor / unit, minor % unit);
    let text = match digits {
        0 => whole.to_string(),
        digits => format!("{whole}.{rest:0width$}", width = digits as usize),
    };
    serde_json::from_str(&text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sandbox::seed::catalog::{Product, Segment};
    use crate::sandbox::seed::countries::COUNTRIES;

    fn item(product: &str, sku: &str) -> Item {
        let product = Product::find(product).unwrap();
        Item {
            product,
            sku: product.sku(sku).unwrap(),
            segment: Segment::Commercial,
            week: 0,
        }
    }

    #[test]
    fn amounts_are_exact_in_currencies_of_any_number_of_decimals() {
        let cases = [
            (5, 0, "5"),
            (5, 2, "0.05"),
            (1_234_050, 2, "12340.50"),
            (1_002, 3, "1.002"),
            (u64::MAX, 2, "184467440737095516.15"),
        ];
        for (minor, digits, text) in cases {
            assert_eq!(amount(minor, digits).to_string(), text);
        }
    }

    #[test]
    fn every_country_pays_in_a_currency_that_is_known() {
        let known = |country: &&crate::sandbox::seed::countries::Country| {
            let mut codes = CURRENCIES.iter().map(|(code, ..)| *code);
            codes.any(|code| code == country.currency)
        };
        assert_eq!(
            COUNTRIES
                .iter()
                .find(|country| !known(country))
                .map(|country| country.code),
            None
        );
    }

    #[test]
    fn a_price_is_converted_and_rounded_once() {
        // 656.35 US dollars
        let office = item("DG7GMGF0DWTK", "0001");
        let list = |currency| Pricing::in_currency(&office, "one_time", 3, currency).list;
        assert_eq!(
            [list("USD"), list("JPY"), list("TND")],
            [65_635, 98_649, 2_045_843]
        );
        let dollars = Pricing::in_currency(&office, "one_time", 3, "USD");
        assert_eq!(dollars.extended(), dollars.price * 3);
    }

    #[test]
    fn a_term_that_is_paid_in_parts_costs_a_part_each_time() {
        let term = item("DG7GMGF0DVSV", "000P");
        let list = |cycle| Pricing::in_currency(&term, cycle, 1, "USD").list;
        // 161.865 US dollars for three years: half a cent goes up.
        assert_eq!(
            [list("triennial"), list("annual"), list("monthly")],
            [16_187, 5_396, 450]
        );
    }

    #[test]
    fn an_order_has_a_total_only_when_every_line_has_a_price() {
        let price = |quantity| {
            Some(Pricing {
                digits: 2,
                list: 150,
                price: 125,
                quantity,
            })
        };
        assert_eq!(total(&[price(1), price(2)]).unwrap().to_string(), "3.75");
        assert_eq!(total(&[price(1), None]), None);
        assert_eq!(total(&[]), None);
    }
}
