use super::*;

fn read(text: &str) -> Decimal {
    Decimal::parse(text).unwrap_or_else(|| panic!("{text}"))
}

#[test]
fn a_number_is_written_as_it_was_read() {
    for text in [
        "0",
        "7",
        "1234.50",
        "-0.5",
        "0.05",
        "1234567890123456",
        "123456789012345.67",
        "0.30000000000000004",
        "9007199254740993.01",
        "-9999999999999999.999999999999999999",
    ] {
        assert_eq!(read(text).to_string(), text);
    }
}

#[test]
fn an_exponent_is_written_out() {
    for (text, written) in [
        ("1e3", "1000"),
        ("1.5E+2", "150"),
        ("125e-2", "1.25"),
        ("1.50e1", "15"),
        ("1200e-20", "0.000000000000000012"),
        ("0e400", "0"),
        ("0.0e2", "0"),
        ("007.10", "7.10"),
        ("-0", "0"),
        ("1.0000000000000000000000", "1"),
    ] {
        assert_eq!(read(text).to_string(), written, "{text}");
    }
}

#[test]
fn what_is_no_number_or_out_of_reach_is_not_read() {
    for text in [
        "",
        "-",
        ".",
        "1.",
        ".5",
        "+1",
        "1,5",
        "1 000",
        "1e",
        "1e+",
        "1e1.5",
        "1e99999",
        "0x10",
        "NaN",
        "Infinity",
        "١",
        "1.2.3",
        "--1",
        "1-",
        "10000000000000000",
        "1e16",
        "12e-19",
        "5e-324",
        "0.1000000000000000055511151231257827",
        "12345678901234567890123456789012345678901234567890",
    ] {
        assert!(Decimal::parse(text).is_none(), "{text}");
    }
}

#[test]
fn sums_and_products_are_exact() {
    assert_eq!(read("0.1").plus(read("0.2")).to_string(), "0.3");
    assert_eq!(
        read("123456789012345.67").plus(read("0.331")).to_string(),
        "123456789012346.001"
    );
    assert_eq!(read("5").plus(read("-7.25")).to_string(), "-2.25");
    assert_eq!(read("19.99").times(3).unwrap().to_string(), "59.97");
    assert_eq!(read("0.05").times(-4).unwrap().to_string(), "-0.20");
    let largest = read("9999999999999999.999999999999999999");
    assert_eq!(largest.times(i64::MAX), None);
    let thousand = (0..1_000).fold(Decimal::ZERO, |sum, _| sum.plus(largest));
    assert_eq!(Some(thousand), largest.times(1_000));
}

/// In hundredths, where whole numbers know the answer.
#[test]
fn agrees_with_counting_in_the_smallest_unit() {
    let cents = |cents: i64| {
        let sign = if cents < 0 { "-" } else { "" };
        let (whole, rest) = (cents.unsigned_abs() / 100, cents.unsigned_abs() % 100);
        read(&format!("{sign}{whole}.{rest:02}"))
    };
    let mut seed = 7_i64;
    let mut next = || {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        seed - 1_073_741_824
    };
    for _ in 0..2_000 {
        let (left, right) = (next(), next());
        assert_eq!(cents(left).plus(cents(right)), cents(left + right));
        assert_eq!(
            cents(left).times(right % 1_000),
            Some(cents(left * (right % 1_000)))
        );
        assert_eq!(cents(left).cmp(&cents(right)), left.cmp(&right));
        assert_eq!(read(&cents(left).to_string()), cents(left));
    }
}

#[test]
fn equal_numbers_are_equal_however_they_are_written() {
    assert_eq!(read("1.50"), read("1.5"));
    assert_eq!(read("1e3"), read("1000.000"));
    assert_ne!(read("0.30000000000000004"), read("0.3"));
    assert!(read("-2") < read("-1.99"));
    assert!(read("0.1") > read("0.09"));
}

#[test]
fn whole_numbers_are_told_from_fractions() {
    assert_eq!(read("3.0").whole(), Some(3));
    assert_eq!(read("1e15").whole(), Some(1_000_000_000_000_000));
    assert_eq!(read("-4").whole(), Some(-4));
    assert_eq!(read("1.5").whole(), None);
}

#[test]
fn has_as_many_places_as_it_needs_and_at_least_those_asked_for() {
    for (text, least, written) in [
        ("1234.5", 2, "1234.50"),
        ("1234.500", 2, "1234.50"),
        ("1234.00", 0, "1234"),
        ("1234.125", 2, "1234.125"),
        ("-7", 3, "-7.000"),
        ("0.00", 2, "0.00"),
        ("100", 0, "100"),
    ] {
        assert_eq!(read(text).with_places(least), written);
    }
}
