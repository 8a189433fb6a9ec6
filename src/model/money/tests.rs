use super::*;

fn money(amount: &str, currency: &str) -> Money {
    let amount = Decimal::parse(amount).unwrap();
    Money::new(amount, Currency::parse(currency).unwrap())
}

fn written(sums: &[Money]) -> Vec<String> {
    sums.iter().map(Money::to_string).collect()
}

#[test]
fn is_written_with_the_places_of_its_currency() {
    for (amount, currency, expected) in [
        ("1234.5", "eur", "1234.50 EUR"),
        ("1234", "JPY", "1234 JPY"),
        ("1234.00", "JPY", "1234 JPY"),
        ("1234.5", "KWD", "1234.500 KWD"),
        ("0.125", "EUR", "0.125 EUR"),
        ("-7", "USD", "-7.00 USD"),
        ("7", "Galactic credits", "7.00 GALACTIC CREDITS"),
        ("123456789012345.67", "EUR", "123456789012345.67 EUR"),
    ] {
        assert_eq!(money(amount, currency).to_string(), expected);
    }
}

#[test]
fn sums_stay_in_their_currency_in_the_order_of_appearance() {
    let amounts = [
        money("0.1", "EUR"),
        money("500", "JPY"),
        money("0.2", "eur"),
        money("-1.250", "KWD"),
        money("1", "JPY"),
    ];
    let sums = totals(&mut amounts.into_iter());
    assert_eq!(written(&sums), ["0.30 EUR", "501 JPY", "-1.250 KWD"]);
    assert!(totals(&mut std::iter::empty()).is_empty());
}

#[test]
fn lines_without_a_price_are_counted_and_not_guessed() {
    let some = Totals::of(&[Some(money("2", "EUR")), None, Some(money("3", "EUR"))]);
    assert_eq!(written(&some.sums), ["5.00 EUR"]);
    assert_eq!((some.priced, some.unpriced), (2, 1));
    assert!(!some.is_complete());
    assert!(Totals::of(&[Some(money("0", "EUR"))]).is_complete());
    assert!(!Totals::of(&[]).is_complete());
}

#[test]
fn only_three_letters_are_a_code_for_the_browser() {
    let letters = |text: &str| Currency::parse(text).unwrap().letters();
    assert_eq!(letters(" eur "), Some(*b"EUR"));
    assert_eq!(letters("€"), None);
    assert_eq!(letters("E1R"), None);
    assert_eq!(letters("EURO"), None);
    assert_eq!(Currency::parse(" "), None);
}
