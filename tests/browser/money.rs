//! Money as the browser's `Intl` writes it: every digit, in the places of its currency.

// Helpers of tests may panic as tests do.
#![allow(clippy::unwrap_used)]

use latchkey::i18n::{Lang, format};
use latchkey::model::Money;
use latchkey::model::decimal::Decimal;
use latchkey::model::money::Currency;
use wasm_bindgen_test::wasm_bindgen_test;

/// The digits and signs of what is written, without the language's spaces and the currency's name.
fn written(lang: Lang, amount: &str, currency: &str) -> String {
    let amount = Decimal::parse(amount).unwrap();
    let money = Money::new(amount, Currency::parse(currency).unwrap());
    let text = format::money(lang, &money);
    let kept = |letter: &char| letter.is_ascii_digit() || ".,-−".contains(*letter);
    text.chars().filter(kept).collect()
}

#[wasm_bindgen_test]
fn a_currency_has_its_own_places() {
    assert_eq!(written(Lang::En, "1234.5", "EUR"), "1,234.50");
    assert_eq!(written(Lang::En, "1234", "JPY"), "1,234");
    assert_eq!(written(Lang::En, "1234.5", "KWD"), "1,234.500");
    assert_eq!(written(Lang::Fr, "1234.5", "EUR"), "1234,50");
    assert_eq!(written(Lang::Fr, "-7", "TND"), "-7,000");
}

#[wasm_bindgen_test]
fn no_digit_is_rounded_away() {
    let exact = "123,456,789,012,345.67";
    assert_eq!(written(Lang::En, "123456789012345.67", "EUR"), exact);
    assert_eq!(
        written(Lang::En, "9007199254740993", "JPY"),
        "9,007,199,254,740,993"
    );
    assert_eq!(written(Lang::En, "0.125", "USD"), "0.125");
}

#[wasm_bindgen_test]
fn what_the_browser_does_not_take_is_written_plainly() {
    let credits = Currency::parse("credits").unwrap();
    let money = Money::new(Decimal::parse("1234.5").unwrap(), credits);
    assert_eq!(format::money(Lang::En, &money), "1234.50 CREDITS");
}
