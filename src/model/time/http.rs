//! Dates of HTTP headers.

use super::{Date, Timestamp};

const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";

/// Reads `Sun, 06 Nov 1994 08:49:37 GMT`, the one form that RFC 9110 (5.6.7) lets servers write.
pub fn parse_http_date(text: &str) -> Option<Timestamp> {
    let (_weekday, rest) = text.trim().split_once(", ")?;
    let mut parts = rest.split(' ');
    let day = parts.next()?.parse().ok()?;
    let month = parts.next().filter(|name| name.len() == 3)?;
    let month = MONTHS.find(month).filter(|at| at % 3 == 0)? / 3 + 1;
    let year = parts.next()?.parse().ok()?;
    let mut time = parts.next()?.split(':').map(|part| part.parse().ok());
    let (hour, minute, second) = (time.next()??, time.next()??, time.next()??);
    let ends = parts.next() == Some("GMT") && parts.next().is_none() && time.next().is_none();
    let month = month as u32;
    let date = Date { year, month, day };
    let time = Timestamp::from_civil(date, hour, minute, second)?;
    ends.then_some(time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_form_that_servers_write_and_no_other() {
        let read = parse_http_date("Sun, 06 Nov 1994 08:49:37 GMT").unwrap();
        assert_eq!(read.to_string(), "1994-11-06T08:49:37Z");
        for wrong in [
            "",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
            "Sun, 06 Nov 1994 08:49:37 +0000",
            "Sun, 31 Feb 1994 08:49:37 GMT",
            "Sun, 06 anF 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 08:49:37:00 GMT",
            "Sun, 06 Nov 1994 08:49 GMT",
            "57",
        ] {
            assert_eq!(parse_http_date(wrong), None, "{wrong}");
        }
    }
}
