//! Points in time and the civil calendar, in UTC.
//!
//! Hand-written because it is a few lines of arithmetic (the day count of the proleptic Gregorian
//! calendar), and because the server's dates need a more lenient reader than date crates have.

use std::fmt;

mod civil;
mod http;
mod parse;

pub use civil::Date;
pub use http::parse_http_date;

const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// A point in time: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Timestamp(i64);

impl Timestamp {
    pub const fn from_millis(millis: i64) -> Self {
        Timestamp(millis)
    }

    pub const fn millis(self) -> i64 {
        self.0
    }

    /// Reads every form that Partner Center's published bodies hold: a fraction of any length,
    /// `Z`, an offset or none (then UTC), a date alone. An unreadable text and the "not set" date
    /// `0001-01-01` are both `None`: nobody knows the date.
    pub fn parse(text: &str) -> Option<Self> {
        parse::timestamp(text.trim())
    }

    /// The moment of a UTC date; `None` when there is no such date or time.
    pub fn from_civil(date: Date, hour: u32, minute: u32, second: u32) -> Option<Self> {
        let valid = date.is_valid() && hour < 24 && minute < 60 && second < 60;
        let of_day = i64::from(hour) * HOUR + i64::from(minute) * MINUTE;
        valid.then(|| Timestamp(date.days() * DAY + of_day + i64::from(second) * SECOND))
    }

    /// The date in UTC.
    pub fn date(self) -> Date {
        Date::from_days(self.0.div_euclid(DAY))
    }

    /// Hour, minute, second and millisecond of the UTC day.
    pub fn time_of_day(self) -> (u32, u32, u32, u32) {
        let of_day = self.0.rem_euclid(DAY);
        let part = |unit: i64, count: i64| ((of_day / unit) % count) as u32;
        (
            part(HOUR, 24),
            part(MINUTE, 60),
            part(SECOND, 60),
            part(1, 1_000),
        )
    }

    pub const fn plus_millis(self, millis: i64) -> Self {
        Timestamp(self.0.saturating_add(millis))
    }

    pub const fn plus_hours(self, hours: i64) -> Self {
        self.plus_millis(hours.saturating_mul(HOUR))
    }

    pub const fn plus_days(self, days: i64) -> Self {
        self.plus_millis(days.saturating_mul(DAY))
    }

    /// Milliseconds from `earlier` to `self`; negative when `self` comes first.
    pub const fn since(self, earlier: Timestamp) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}

/// RFC 3339 in UTC, with milliseconds only where they are not zero.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (hour, minute, second, millis) = self.time_of_day();
        write!(f, "{}T{hour:02}:{minute:02}:{second:02}", self.date())?;
        if millis != 0 {
            write!(f, ".{millis:03}")?;
        }
        f.write_str("Z")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        Timestamp::parse(text).map_or("-".to_owned(), |time| time.to_string())
    }

    #[test]
    fn reads_what_the_published_bodies_hold() {
        for (text, expected) in [
            ("2019-12-12T17:33:56.1306495Z", "2019-12-12T17:33:56.130Z"),
            ("2015-11-24T01:17:10.61", "2015-11-24T01:17:10.610Z"),
            ("2018-03-06T17:37:05.253-08:00", "2018-03-07T01:37:05.253Z"),
            ("2019-01-16T00:48:44.76+00:00", "2019-01-16T00:48:44.760Z"),
            ("2021-10-14T23:59:00Z", "2021-10-14T23:59:00Z"),
            ("2024-09-13T00:00:00", "2024-09-13T00:00:00Z"),
            ("2024-09-13", "2024-09-13T00:00:00Z"),
            (" 2024-02-29 12:00:00z ", "2024-02-29T12:00:00Z"),
            ("2024-01-01T05:30:00+0530", "2024-01-01T00:00:00Z"),
            ("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.999Z"),
            ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
            ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn a_date_that_is_not_set_or_not_readable_is_unknown() {
        for text in [
            "0001-01-01T00:00:00",
            "0001-01-01T00:00:00Z",
            "0001-01-01T00:00:00+01:00",
            "0001-01-01",
            "0000-00-00T00:00:00Z",
            "",
            "yesterday",
            "2021-02-29T00:00:00Z",
            "2021-13-01T00:00:00Z",
            "2021-06-31",
            "2021-06-01T24:00:00Z",
            "2021-06-01T12:60:00Z",
            "2021-06-01T12",
            "2021-06-01T12:00:00.Z",
            "2021-06-01T12:00:00+25:00",
            "2021-06-01T12:00:00Zz",
            "20210601T120000Z",
            "2021-06-01T12:00:00\u{660}Z",
            "\u{662}021-06-01",
        ] {
            assert_eq!(read(text), "-", "{text}");
        }
    }

    #[test]
    fn what_is_written_reads_back() {
        for millis in [
            0,
            -1,
            1,
            951_782_400_000,
            1_709_164_799_999,
            253_402_300_799_999,
        ] {
            let time = Timestamp::from_millis(millis);
            assert_eq!(Timestamp::parse(&time.to_string()), Some(time));
        }
    }
}
