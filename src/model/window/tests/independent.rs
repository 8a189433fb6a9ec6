//! The arithmetic of the window against a second implementation, which shares nothing with the
//! first: it reads and writes dates by itself, and counts days as Julian day numbers by the integer
//! formulas of Fliegel and Van Flandern (Communications of the ACM 11, 1968).

use super::*;

/// A moment as text, written in a zone, and what there is to know about it.
struct Moment {
    text: String,
    /// Seconds since 1970 began in UTC, and milliseconds beyond them.
    seconds: i64,
    millis: i64,
}

const EPOCH: i64 = 2_440_588;

fn julian_day(year: i64, month: i64, day: i64) -> i64 {
    let shift = (month - 14) / 12;
    1_461 * (year + 4_800 + shift) / 4 + 367 * (month - 2 - 12 * shift) / 12
        - 3 * ((year + 4_900 + shift) / 100) / 4
        + day
        - 32_075
}

fn civil(julian_day: i64) -> (i64, i64, i64) {
    let l = julian_day + 68_569;
    let n = 4 * l / 146_097;
    let l = l - (146_097 * n + 3) / 4;
    let i = 4_000 * (l + 1) / 1_461_001;
    let l = l - 1_461 * i / 4 + 31;
    let j = 80 * l / 2_447;
    let day = l - 2_447 * j / 80;
    let l = j / 11;
    (100 * (n - 49) + i + l, j + 2 - 12 * l, day)
}

/// Five zones, from the last to begin a day to the first, in minutes east of UTC.
const ZONES: [i64; 5] = [-720, -210, 0, 345, 840];

fn written(seconds: i64, millis: i64, zone: i64) -> Moment {
    let local = seconds + zone * 60;
    let (year, month, day) = civil(local.div_euclid(86_400) + EPOCH);
    let of_day = local.rem_euclid(86_400);
    let (hour, minute, second) = (of_day / 3_600, of_day / 60 % 60, of_day % 60);
    let sign = if zone < 0 { '-' } else { '+' };
    let (zone_hours, zone_minutes) = (zone.abs() / 60, zone.abs() % 60);
    Moment {
        text: format!(
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{millis:03}{sign}{zone_hours:02}:{zone_minutes:02}"
        ),
        seconds,
        millis,
    }
}

/// The last second of a window in days, in seconds since 1970: 23:59:00 of the UTC date.
fn last_second(purchased: &Moment, days: i64) -> i64 {
    let (year, month, day) = civil(purchased.seconds.div_euclid(86_400) + EPOCH);
    // By the number of the last day, found from the date and not from the moment.
    let last = julian_day(year, month, day) + days;
    (last - EPOCH) * 86_400 + 23 * 3_600 + 59 * 60
}

fn text_of(seconds: i64) -> String {
    let whole = written(seconds, 0, 0).text;
    whole.replace(".000+00:00", "Z")
}

/// xorshift64*: the same cases on every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: i64) -> i64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 1) as i64 % limit
    }
}

const DAY_AND_NIGHT: i64 = 86_400_000;

/// How far from the deadline it is asked: close by, where mistakes are, and up to two days away.
fn distance(random: &mut Random) -> i64 {
    const NEAR: [i64; 9] = [-60_000, -1_000, -999, -1, 0, 1, 999, 1_000, 60_000];
    match random.below(3) {
        0 => NEAR[random.below(9) as usize],
        1 => random.below(2 * DAY_AND_NIGHT + 1) - DAY_AND_NIGHT,
        _ => random.below(4 * DAY_AND_NIGHT + 1) - 2 * DAY_AND_NIGHT,
    }
}

#[test]
fn a_hundred_thousand_windows_agree_with_a_second_implementation() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut open_ones = 0;
    for case in 0..100_000 {
        // 1970 to about 2110, with the turns of centuries on both sides of 2100.
        let seconds = random.below(4_417_977_600);
        let millis = random.below(1_000);
        let zone = ZONES[random.below(5) as usize];
        let purchased = written(seconds, millis, zone);
        let number = random.below(400);
        let in_days = random.below(2) == 0;
        let (length, deadline) = match in_days {
            true => (
                Length::Days(number as u32),
                last_second(&purchased, number) * 1_000,
            ),
            false => (
                Length::Hours(number as u32),
                (purchased.seconds + number * 3_600) * 1_000 + purchased.millis,
            ),
        };
        let told = format!("case {case}: {} + {length:?}", purchased.text);
        let by = distance(&mut random);
        let now = Timestamp::from_millis(deadline + by);
        let window = Window::of(
            &bought(&purchased.text),
            &policies(length, Refund::Full),
            now,
        );
        let by_model = window.deadline().expect(&told);
        assert_eq!(by_model.millis(), deadline, "{told}");
        if in_days {
            assert_eq!(by_model.to_string(), text_of(deadline / 1_000), "{told}");
        }
        // The last moment is inside, the next one is not.
        assert_eq!(window.is_open(), by <= 0, "{told}, {by} ms");
        match window {
            Window::Open(open) => {
                open_ones += 1;
                assert_eq!(open.left, left(-by), "{told}, {by} ms");
                assert_eq!(open.ends_soon, -by <= 5 * DAY_AND_NIGHT, "{told}");
            }
            Window::Closed(closed) => {
                assert_eq!(i64::from(closed.days_ago), by / DAY_AND_NIGHT, "{told}");
            }
            other => panic!("{told}: {other:?}"),
        }
    }
    // Both sides were looked at.
    assert!((30_000..70_000).contains(&open_ones), "{open_ones}");
}

fn left(millis: i64) -> Left {
    let seconds = millis / 1_000;
    match (seconds / 86_400, seconds / 3_600, seconds / 60) {
        (0, 0, minutes) => Left::Minutes(minutes as u32),
        (0, hours, _) => Left::Hours(hours as u32),
        (days, ..) => Left::Days(days as u32),
    }
}

/// The second implementation itself, at dates that can be looked up.
#[test]
fn the_second_implementation_knows_its_calendar() {
    assert_eq!(julian_day(1970, 1, 1), EPOCH);
    assert_eq!(julian_day(2000, 1, 1), 2_451_545);
    for days in -1_000..200_000 {
        let (year, month, day) = civil(EPOCH + days);
        assert_eq!(julian_day(year, month, day), EPOCH + days);
    }
    assert_eq!(text_of(1_634_255_940), "2021-10-14T23:59:00Z");
    let sample = written(1_631_637_854, 121, -420);
    assert_eq!(sample.text, "2021-09-14T09:44:14.121-07:00");
    assert_eq!(last_second(&sample, 30), 1_634_255_940);
}
