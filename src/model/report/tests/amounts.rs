use super::*;

fn read(text: &str, currency: &str) -> Result<String, AmountProblem> {
    let currency = Currency::parse(currency).unwrap();
    amount(text, &currency).map(|amount| amount.to_string())
}

#[test]
fn an_amount_is_read_as_people_write_it() {
    for (text, expected) in [
        ("1234.5", "1234.5"),
        ("1234,50", "1234.50"),
        (" 1 234,50 ", "1234.50"),
        ("1\u{202f}234\u{202f}567,8", "1234567.8"),
        ("1.234,50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("1'234.50", "1234.50"),
        ("1 234", "1234"),
        ("1234.500", "1234.500"),
        ("0,5", "0.5"),
        ("0.01", "0.01"),
        ("12", "12"),
    ] {
        assert_eq!(read(text, "EUR").as_deref(), Ok(expected), "{text}");
    }
}

#[test]
fn what_could_be_two_amounts_is_not_guessed() {
    for text in ["1,234", "1.234", "12.345", "123,456"] {
        assert_eq!(read(text, "EUR"), Err(AmountProblem::Ambiguous), "{text}");
        // Without places there is only one way to read it.
        let whole = text.replace(['.', ','], "");
        assert_eq!(read(text, "JPY"), Ok(whole), "{text}");
    }
    // As this page writes it for such a currency.
    assert_eq!(read("1.234", "KWD").as_deref(), Ok("1.234"));
    assert_eq!(read("1,234", "KWD"), Err(AmountProblem::Ambiguous));
}

#[test]
fn what_is_no_amount_is_refused() {
    for text in [
        "",
        "x",
        "12 EUR",
        "1e3",
        "--1",
        "1.",
        ".5",
        ",5",
        "1.2.3",
        "1,23,456",
        "12 34",
        "1 234 5",
        "1.234'567",
        "1234 567",
        "1,2,3.4",
        "١٢",
        "1..2",
        "+1",
        "NaN",
        "1.234,5,6",
    ] {
        assert_eq!(read(text, "EUR"), Err(AmountProblem::NotANumber), "{text}");
    }
    for text in ["0", "0.00", "-1", "\u{2212}1,50"] {
        assert_eq!(read(text, "EUR"), Err(AmountProblem::NotPositive), "{text}");
    }
}

#[test]
fn an_amount_has_no_more_places_than_its_currency() {
    for (text, currency, places) in [
        ("1.005", "USD", None),
        ("10.0055", "USD", Some(2)),
        ("1.5", "JPY", Some(0)),
        ("1.0", "JPY", None),
        ("1.2345", "KWD", Some(3)),
    ] {
        let found = match read(text, currency) {
            Err(AmountProblem::TooManyPlaces(places)) => Some(places),
            _ => None,
        };
        assert_eq!(found, places, "{text} {currency}");
    }
}

/// Whatever an order's price is, the amount that is proposed for it can be read.
#[test]
fn every_amount_that_this_page_writes_is_read_back() {
    for (currency, scale) in [("JPY", 1), ("EUR", 100), ("KWD", 1_000), ("CLF", 10_000)] {
        for units in (1..3_000_i64).chain([999_999, 1_000_000, 1_234_567, 100_000_000]) {
            let text = format!("{units}e-{}", scale.to_string().len() - 1);
            let written = money(&text, currency).digits();
            let back = read(&written, currency);
            let same = back.map(|back| Decimal::parse(&back) == Decimal::parse(&text));
            assert_eq!(same, Ok(true), "{written} {currency}");
        }
    }
}
