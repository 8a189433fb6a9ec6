//! What the client needs from its surroundings. The page gives it `fetch`; host tests give it a
//! script, so that every failure runs natively in milliseconds.

use std::future::Future;
use std::pin::Pin;

use super::token::{NoToken, Token};
use crate::model::Timestamp;

/// A future that stays on its thread.
pub type LocalFuture<T> = Pin<Box<dyn Future<Output = T>>>;

/// The largest body that is read, in bytes.
pub const LARGEST_BODY: usize = 10 * 1024 * 1024;

pub trait Transport: Send + Sync {
    /// Sends a request and reads the whole answer. Dropping the future aborts it.
    fn send(&self, request: Request) -> LocalFuture<Result<Response, TransportError>>;

    /// The bearer token that the next call carries; `Ok(None)` where calls carry none. `refused` is
    /// the one that the server has just answered 401 to.
    fn token(&self, refused: Option<&Token>) -> LocalFuture<Result<Option<Token>, NoToken>>;

    fn sleep(&self, millis: u32) -> LocalFuture<()>;

    /// The visitor's own clock.
    fn now(&self) -> Timestamp;

    /// Bytes nobody can guess.
    fn random(&self) -> [u8; 16];
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    Get,
    Post,
    Put,
    Patch,
    Delete,
}

impl Method {
    pub fn as_str(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Patch => "PATCH",
            Method::Delete => "DELETE",
        }
    }
}

/// What a request carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    Json(String),
    /// Part of a file.
    Bytes(Vec<u8>),
}

impl Body {
    pub fn content_type(&self) -> &'static str {
        match self {
            Body::Json(_) => "application/json",
            Body::Bytes(_) => "application/octet-stream",
        }
    }

    /// The text, if it is JSON.
    pub fn json(&self) -> Option<&str> {
        match self {
            Body::Json(text) => Some(text),
            Body::Bytes(_) => None,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub method: Method,
    /// Without a slash at its end: `/sandbox/v1`, `https://gateway.example/v1`.
    pub base: String,
    /// Path below the base, with its query: the address that is sent has to end in it unchanged.
    pub path: String,
    /// All but `Authorization`.
    pub headers: Vec<(String, String)>,
    pub token: Option<Token>,
    pub body: Option<Body>,
}

impl Request {
    /// The value of a header, by its name in any case.
    pub fn header(&self, name: &str) -> Option<&str> {
        find(&self.headers, name)
    }

    /// The JSON that it carries.
    pub fn json(&self) -> Option<&str> {
        self.body.as_ref()?.json()
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Response {
    pub status: u16,
    pub status_text: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Response {
    /// The headers that the client reads always; a transport need keep no others but the one that
    /// names the visitor's role.
    pub const HEADERS: [&'static str; 5] = [
        "date",
        "retry-after",
        "ms-correlationid",
        "ms-requestid",
        "www-authenticate",
    ];

    /// The value of a header, by its name in any case.
    pub fn header(&self, name: &str) -> Option<&str> {
        find(&self.headers, name)
    }
}

fn find<'a>(headers: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let found = headers
        .iter()
        .find(|(key, _)| key.eq_ignore_ascii_case(name));
    found.map(|(_, value)| value.as_str())
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransportError {
    /// The browser has no connection: nothing was sent.
    Offline,
    /// No connection, or it broke, before or inside the answer.
    Network,
    /// No headers within 30 s, or no whole body within 60 s.
    Timeout,
    /// The body is larger than [`LARGEST_BODY`].
    TooLarge,
    /// The server sent the browser elsewhere, as a gateway does whose session is over.
    Redirected,
    /// The address would have become another than the one that was built.
    Address,
}
