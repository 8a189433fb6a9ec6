//! Dates, numbers, sizes, lists and names of countries as a language writes them.
//!
//! Instants are milliseconds since 1970-01-01T00:00Z. Outside a browser the results are plain
//! (`1234`, `2027-02-04`), so that code which uses them can be tested on the host.

use js_sys::JsString;

use super::intl::{Kind, array, call};
use super::{Lang, text};
use crate::model::Money;
use crate::model::decimal::tenths;

/// A number with the language's grouping and decimal sign.
#[must_use]
pub fn number(lang: Lang, value: f64) -> String {
    call(lang, Kind::Number, &value.into(), None).unwrap_or_else(|| tenths(value))
}

/// An amount of money as the language writes it, every digit of it: `€1,234.50`, `1 234,50 €`.
/// `1234.50 XYZ` for a currency that the browser does not take.
#[must_use]
pub fn money(lang: Lang, money: &Money) -> String {
    let digits = money.digits();
    let places = money.amount.places().max(money.currency.places());
    let letters = money.currency.letters();
    // The digits as text: as a number they would be rounded to what floating point can hold.
    let written =
        letters.and_then(|own| call(lang, Kind::Money(own, places), &(&*digits).into(), None));
    written.unwrap_or_else(|| money.to_string())
}

/// A size in the largest decimal unit that keeps it at 1 or more: `5.6 GB`.
#[must_use]
pub fn bytes(lang: Lang, bytes: u64) -> String {
    #[allow(
        clippy::cast_precision_loss,
        reason = "far below 2^53, and rounded for reading anyway"
    )]
    let value = bytes as f64;
    let (kind, unit, sign) = match bytes {
        0..1_000 => (Kind::Byte, 1.0, "B"),
        1_000..1_000_000 => (Kind::Kilobyte, 1e3, "kB"),
        1_000_000..1_000_000_000 => (Kind::Megabyte, 1e6, "MB"),
        _ => (Kind::Gigabyte, 1e9, "GB"),
    };
    let value = value / unit;
    call(lang, kind, &value.into(), None).unwrap_or_else(|| format!("{} {sign}", tenths(value)))
}

/// A date in the visitor's time zone: `4 Feb 2027`.
#[must_use]
pub fn date(lang: Lang, millis: i64) -> String {
    instant(lang, Kind::Date, millis)
}

/// A date in UTC, for what the server counts in UTC days.
#[must_use]
pub fn date_utc(lang: Lang, millis: i64) -> String {
    instant(lang, Kind::DateUtc, millis)
}

/// Date and time in the visitor's time zone, with the zone's name: `4 Feb 2027, 23:59 CET`.
#[must_use]
pub fn date_time(lang: Lang, millis: i64) -> String {
    instant(lang, Kind::DateTime, millis)
}

/// Date and time in UTC, and said so.
#[must_use]
pub fn date_time_utc(lang: Lang, millis: i64) -> String {
    instant(lang, Kind::DateTimeUtc, millis)
}

fn instant(lang: Lang, kind: Kind, millis: i64) -> String {
    #[allow(
        clippy::cast_precision_loss,
        reason = "instants of this millennium are far below 2^53"
    )]
    let value = millis as f64;
    call(lang, kind, &value.into(), None).unwrap_or_else(|| plain(millis, kind))
}

/// How far an instant is from another, in the largest unit that fits: `3 days ago`, `in 2 hours`.
#[must_use]
pub fn relative(lang: Lang, millis: i64, now: i64) -> String {
    let seconds = (millis - now) / 1_000;
    let (size, unit) = match seconds.unsigned_abs() {
        0..60 => (1, "second"),
        60..3_600 => (60, "minute"),
        3_600..86_400 => (3_600, "hour"),
        _ => (86_400, "day"),
    };
    let count = i32::try_from(seconds / size).unwrap_or(i32::MAX);
    call(lang, Kind::Relative, &count.into(), Some(unit))
        .unwrap_or_else(|| format!("{count} {unit}"))
}

/// `a, b and c`.
#[must_use]
pub fn list(lang: Lang, items: &[String]) -> String {
    call(lang, Kind::List, &array(items), None).unwrap_or_else(|| items.join(", "))
}

/// The name of a country by its ISO 3166 code; the code itself where it is unknown.
#[must_use]
pub fn country(lang: Lang, code: &str) -> String {
    call(lang, Kind::Country, &code.into(), None).unwrap_or_else(|| code.to_owned())
}

/// The name of a language by its BCP 47 tag: `French (France)`; `None` where it is unknown.
#[must_use]
pub fn language(lang: Lang, tag: &str) -> Option<String> {
    let name = call(lang, Kind::Language, &tag.into(), None)?;
    let (first, rest) = name.split_at(name.chars().next()?.len_utf8());
    // By the browser, which has the tables that Rust's would add to the page (4 kB brotli).
    let first = String::from(JsString::from(first).to_upper_case());
    Some(first + rest)
}

/// `12 days left`.
#[must_use]
pub fn days_left(lang: Lang, days: u32) -> String {
    text::format_days_left(lang, days)
}

/// Nothing: a browser that refuses an instant has nothing better to say about it.
#[cfg(target_arch = "wasm32")]
fn plain(_: i64, _: Kind) -> String {
    String::new()
}

/// ISO 8601, by the civil-from-days algorithm (H. Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms").
#[cfg(not(target_arch = "wasm32"))]
fn plain(millis: i64, kind: Kind) -> String {
    let minutes = millis.div_euclid(60_000);
    let (days, minutes) = (minutes.div_euclid(1_440), minutes.rem_euclid(1_440));
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    let date = format!("{year:04}-{month:02}-{day:02}");
    if matches!(kind, Kind::DateTime | Kind::DateTimeUtc) {
        format!("{date} {:02}:{:02} UTC", minutes / 60, minutes % 60)
    } else {
        date
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::decimal::Decimal;
    use crate::model::money::Currency;

    #[test]
    fn outside_a_browser_instants_are_iso_8601() {
        assert_eq!(date(Lang::En, 0), "1970-01-01");
        assert_eq!(date(Lang::Fr, 1_709_164_800_000), "2024-02-29");
        assert_eq!(
            date_time_utc(Lang::En, 1_801_785_540_000),
            "2027-02-04 23:59 UTC"
        );
        assert_eq!(date(Lang::En, -86_400_000), "1969-12-31");
    }

    #[test]
    fn sizes_take_the_largest_unit() {
        assert_eq!(bytes(Lang::En, 999), "999 B");
        assert_eq!(bytes(Lang::En, 5_600_000_000), "5.6 GB");
    }

    #[test]
    fn outside_a_browser_money_is_its_digits_and_its_code() {
        for (amount, currency, written) in [
            ("1234.5", "EUR", "1234.50 EUR"),
            ("1234.5", "JPY", "1234.5 JPY"),
            ("9007199254740993", "KWD", "9007199254740993.000 KWD"),
        ] {
            let amount = Decimal::parse(amount).unwrap();
            let amount = Money::new(amount, Currency::parse(currency).unwrap());
            assert_eq!(money(Lang::Fr, &amount), written);
        }
    }

    #[test]
    fn distances_are_counted_in_whole_units() {
        assert_eq!(relative(Lang::En, 0, 3 * 86_400_000 + 5), "-3 day");
        assert_eq!(relative(Lang::En, 7_200_000, 0), "2 hour");
    }
}
