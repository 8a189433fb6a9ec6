//! A request and an answer, without any browser or socket: what the page's `fetch` and the native
//! server both turn into.

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde_json::Value;

use crate::partner_center::json::lower_first_letters;

/// Names and values in the order they were given; names are compared without regard to case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Headers(Vec<(String, String)>);

impl Headers {
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self
            .0
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    /// Adds the header, or replaces the one of that name.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.0
            .retain(|(known, _)| !known.eq_ignore_ascii_case(name));
        self.0.push((name.to_owned(), value.into()));
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for Headers {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        Headers(
            pairs
                .into_iter()
                .map(|(name, value)| (name.into(), value.into()))
                .collect(),
        )
    }
}

/// A request to the sandbox.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// In capitals.
    pub method: String,
    /// Where the sandbox's files are reachable, without a slash at the end:
    /// `https://host/base/sandbox`. Download links begin with it.
    pub site: String,
    /// The segments of the path behind the version (`/v1`), each percent-decoded on its own, so
    /// that an escaped slash stays inside its segment.
    pub path: Vec<String>,
    /// Name and value pairs of the query, decoded.
    pub query: Vec<(String, String)>,
    pub headers: Headers,
    pub body: Vec<u8>,
}

impl Request {
    /// Reads `target`, the path and query behind the version: `/customers?size=2`.
    pub fn new(method: &str, site: &str, target: &str) -> Self {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        Request {
            method: method.to_ascii_uppercase(),
            site: site.to_owned(),
            path: path
                .split('/')
                .filter(|part| !part.is_empty())
                .map(decode)
                .collect(),
            query: query
                .split('&')
                .filter(|pair| !pair.is_empty())
                .map(pair)
                .collect(),
            headers: Headers::default(),
            body: Vec::new(),
        }
    }

    /// A parameter of the query; names are compared without regard to case, as the API does.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let found = self
            .query
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    /// The body as JSON with the first letter of every property in lower case; `None` when it is
    /// not JSON.
    pub fn json(&self) -> Option<Value> {
        let mut body = serde_json::from_slice(&self.body).ok()?;
        lower_first_letters(&mut body);
        Some(body)
    }

    /// The path behind the version, for messages and fault patterns.
    pub fn route(&self) -> String {
        format!("/{}", self.path.join("/"))
    }
}

/// Percent-encodes everything but letters and digits.
pub fn encode(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

fn pair(text: &str) -> (String, String) {
    let (name, value) = text.split_once('=').unwrap_or((text, ""));
    (decode(name), decode(&value.replace('+', " ")))
}

/// A status with headers and a body, as it goes out.
#[derive(Clone, Debug, Default)]
pub struct Response {
    pub status: u16,
    pub headers: Headers,
    pub body: Vec<u8>,
}

impl Response {
    pub fn json(status: u16, body: &Value) -> Self {
        Response::text(status, "application/json; charset=utf-8", body.to_string())
    }

    pub fn text(status: u16, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        let headers = [("Content-Type", content_type)].into_iter().collect();
        Response {
            status,
            headers,
            body: body.into(),
        }
    }

    pub fn empty(status: u16) -> Self {
        Response {
            status,
            ..Response::default()
        }
    }

    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.set(name, value);
        self
    }
}

/// How much of the response reaches the client.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Delivery {
    #[default]
    Whole,
    /// The connection ends before any header.
    Reset,
    /// The connection ends after that many bytes of the body.
    Cut(usize),
    /// Nothing ever comes.
    Never,
}

/// What the host of the sandbox (page or server) is to do.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    pub response: Response,
    pub delivery: Delivery,
    /// To wait before anything is sent, in milliseconds.
    pub delay_ms: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_split_before_it_is_decoded() {
        let request = Request::new("get", "", "/a%2Fb/c?Filter=%7B%22a%22%3A1%7D&x=1+2&flag");
        assert_eq!(request.method, "GET");
        assert_eq!(request.path, ["a/b", "c"]);
        assert_eq!(request.parameter("filter"), Some("{\"a\":1}"));
        assert_eq!(request.parameter("x"), Some("1 2"));
        assert_eq!(request.parameter("flag"), Some(""));
        assert_eq!(request.parameter("none"), None);
    }

    #[test]
    fn a_header_is_found_whatever_its_case_and_stands_once() {
        let mut headers: Headers = [("X-Locale", "fr-FR")].into_iter().collect();
        headers.set("x-locale", "en-US");
        assert_eq!(headers.get("X-LOCALE"), Some("en-US"));
        assert_eq!(headers.iter().count(), 1);
    }
}
