//! The lenient reader of the dates of section "JSON conventions" of the Partner Center contract.

use super::{Date, HOUR, MINUTE, Timestamp};

pub(super) fn timestamp(text: &str) -> Option<Timestamp> {
    let mut rest = Reader(text.as_bytes());
    let year = rest.number(4)?;
    rest.exactly(b'-')?;
    let month = rest.number(2)?;
    rest.exactly(b'-')?;
    let day = rest.number(2)?;
    let date = Date {
        year: year as i32,
        month,
        day,
    };
    if year <= 1 {
        return None;
    }
    if rest.0.is_empty() {
        return Timestamp::from_civil(date, 0, 0, 0);
    }
    rest.one_of(b"Tt ")?;
    let hour = rest.number(2)?;
    rest.exactly(b':')?;
    let minute = rest.number(2)?;
    rest.exactly(b':')?;
    // A leap second is the last second of its minute: the calendar here has none.
    let second = rest.number(2).filter(|second| *second <= 60)?.min(59);
    let millis = rest.fraction()?;
    let offset = rest.offset()?;
    let time = Timestamp::from_civil(date, hour, minute, second)?;
    Some(time.plus_millis(millis - offset))
}

struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn number(&mut self, digits: usize) -> Option<u32> {
        let (taken, rest) = self.0.split_at_checked(digits)?;
        self.0 = rest;
        taken.iter().try_fold(0, |sum, byte| {
            byte.is_ascii_digit()
                .then(|| sum * 10 + u32::from(byte - b'0'))
        })
    }

    fn one_of(&mut self, allowed: &[u8]) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        allowed.contains(first).then(|| {
            self.0 = rest;
            *first
        })
    }

    fn exactly(&mut self, byte: u8) -> Option<u8> {
        self.one_of(&[byte])
    }

    /// Milliseconds of `.1306495`; nothing is 0, a dot without digits is wrong.
    fn fraction(&mut self) -> Option<i64> {
        if self.exactly(b'.').is_none() {
            return Some(0);
        }
        let digits = self.0.iter().take_while(|b| b.is_ascii_digit()).count();
        let (taken, rest) = self.0.split_at(digits);
        self.0 = rest;
        let weights = [100, 10, 1];
        (digits > 0).then(|| {
            let parts = taken.iter().zip(weights);
            parts
                .map(|(byte, weight)| i64::from(byte - b'0') * weight)
                .sum()
        })
    }

    /// Milliseconds east of UTC; `Z` and nothing are 0. Nothing may follow.
    fn offset(&mut self) -> Option<i64> {
        let sign = match self.one_of(b"Zz+-") {
            None | Some(b'Z' | b'z') => return self.0.is_empty().then_some(0),
            Some(b'-') => -1,
            Some(_) => 1,
        };
        let hours = self.number(2).filter(|hours| *hours < 24)?;
        if self.0.first() == Some(&b':') {
            self.0 = &self.0[1..];
        }
        let minutes = match self.0.is_empty() {
            true => 0,
            false => self.number(2).filter(|minutes| *minutes < 60)?,
        };
        let east = i64::from(hours) * HOUR + i64::from(minutes) * MINUTE;
        self.0.is_empty().then_some(sign * east)
    }
}
