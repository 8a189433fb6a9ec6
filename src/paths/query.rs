//! What an address says behind its path.

use std::fmt::{self, Display};

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// What `encodeURIComponent` leaves alone stays readable; the rest is encoded.
const COMPONENT: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'$')
    .add(b'%')
    .add(b'&')
    .add(b'+')
    .add(b',')
    .add(b'/')
    .add(b':')
    .add(b';')
    .add(b'<')
    .add(b'=')
    .add(b'>')
    .add(b'?')
    .add(b'@')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The part of an address behind `?`: names with one value each, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query(Vec<(String, String)>);

impl Query {
    /// Reads a query, with or without its `?`. What is not valid UTF-8 is replaced, never refused.
    pub fn parse(search: &str) -> Self {
        let pairs = search
            .trim_start_matches('?')
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| {
                let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                (decode(name), decode(value))
            })
            .collect();
        Self(pairs)
    }

    /// The value of a name; an empty one counts as absent.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(n, value)| n == name && !value.is_empty())
            .map(|(_, value)| value.as_str())
    }

    /// The same query with this name set to this value, or without it when the value is empty.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        let place = self.0.iter().position(|(n, _)| n == name);
        match (place, value.is_empty()) {
            (Some(at), true) => {
                self.0.remove(at);
            }
            (Some(at), false) => value.clone_into(&mut self.0[at].1),
            (None, true) => {}
            (None, false) => self.0.push((name.to_owned(), value.to_owned())),
        }
        self
    }
}

impl Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (name, value)) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str("&")?;
            }
            write!(f, "{}={}", encode(name), encode(value))?;
        }
        Ok(())
    }
}

fn encode(text: &str) -> impl Display + '_ {
    utf8_percent_encode(text, COMPONENT)
}

fn decode(text: &str) -> String {
    let spaced = text.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn free_text_survives_the_query() {
        for text in [
            "a&b=c",
            "100 %",
            "1+1",
            "%2e%2e%2f",
            "é à ü 漢字",
            "\"<b>\"",
            "#?/\\",
            "  ",
            "\u{202e}abc",
        ] {
            let query = Query::default().with("q", text).with("sort", "name");
            let read = Query::parse(&query.to_string());
            assert_eq!(read.get("q"), Some(text));
            assert_eq!(read.get("sort"), Some("name"));
            assert_eq!(read, query);
        }
    }

    #[test]
    fn a_broken_query_is_read_as_far_as_it_goes() {
        let query = Query::parse("?q=%E0%A4%A&=x&&sort&q=second");
        assert!(query.get("q").is_some());
        assert_eq!(query.get("sort"), None);
    }

    #[test]
    fn an_empty_value_takes_the_name_away() {
        let query = Query::parse("version=2022&bit=64").with("version", "");
        assert_eq!(query.to_string(), "bit=64");
        assert_eq!(
            crate::paths::customers("x")
                .with_query(&Query::default())
                .as_str(),
            "/customers"
        );
    }
}
