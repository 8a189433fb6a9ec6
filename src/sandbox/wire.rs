//! How the sandbox writes dates.

use crate::model::Timestamp;

/// With seven digits of a second, as most of the API's bodies print them.
pub fn date(time: Timestamp) -> String {
    let (hour, minute, second, millis) = time.time_of_day();
    format!(
        "{}T{hour:02}:{minute:02}:{second:02}.{millis:03}0000Z",
        time.date()
    )
}

/// How a date that is not set is printed.
pub const NOT_SET: &str = "0001-01-01T00:00:00";

/// With three digits of a second and without a zone, as notes of service requests are printed.
pub fn without_zone(time: Timestamp) -> String {
    let (hour, minute, second, millis) = time.time_of_day();
    format!(
        "{}T{hour:02}:{minute:02}:{second:02}.{millis:03}",
        time.date()
    )
}

/// Without a fraction, as deadlines and ends of terms are printed.
pub fn whole_seconds(time: Timestamp) -> String {
    let (hour, minute, second, _) = time.time_of_day();
    format!("{}T{hour:02}:{minute:02}:{second:02}Z", time.date())
}

/// The other forms that published bodies hold: not set, without a zone, with an offset, without a
/// fraction; in turn.
pub fn odd_date(time: Timestamp, turn: usize) -> String {
    let bare = |time: Timestamp| whole_seconds(time).replace('Z', "");
    match turn % 4 {
        0 => NOT_SET.to_owned(),
        1 => bare(time),
        2 => format!("{}.61-08:00", bare(time.plus_hours(-8))),
        _ => format!("{}+00:00", bare(time)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_can_be_read() {
        let time = Timestamp::parse("2026-03-01T15:04:05Z").unwrap();
        assert_eq!(date(time), "2026-03-01T15:04:05.0000000Z");
        assert_eq!(whole_seconds(time), "2026-03-01T15:04:05Z");
        assert_eq!(Timestamp::parse(&without_zone(time)), Some(time));
        assert_eq!(Timestamp::parse(NOT_SET), None);
        let read: Vec<_> = (0..4)
            .map(|turn| Timestamp::parse(&odd_date(time, turn)))
            .collect();
        assert_eq!(
            read,
            [None, Some(time), Some(time.plus_millis(610)), Some(time)]
        );
    }
}
