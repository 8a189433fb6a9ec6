//! From the sandbox's answers to what goes over the socket, faults included.

use std::fmt;
use std::io;
use std::time::Duration;

use axum::body::{Body, Bytes};
use futures::{StreamExt, stream};
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};

use super::Sent;
use crate::sandbox::http::{Answer, Delivery, Response};

/// The connection is to end before any header is sent.
#[derive(Debug)]
pub struct ConnectionReset;

impl fmt::Display for ConnectionReset {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("the connection is reset on purpose")
    }
}

impl std::error::Error for ConnectionReset {}

/// Waits as long as the answer says, and sends as much of it as it says.
pub async fn send(answer: Answer) -> Sent {
    if answer.delay_ms > 0 {
        tokio::time::sleep(Duration::from_millis(answer.delay_ms.into())).await;
    }
    match answer.delivery {
        Delivery::Whole => whole(answer.response),
        Delivery::Reset => Err(ConnectionReset),
        Delivery::Never => std::future::pending().await,
        Delivery::Cut(length) => cut(answer.response, length),
    }
}

pub fn whole(response: Response) -> Sent {
    let body = Body::from(response.body.clone());
    Ok(with_body(&response, body))
}

/// The headers promise the whole body; the connection ends within it.
fn cut(response: Response, length: usize) -> Sent {
    let part = Bytes::copy_from_slice(&response.body[..length.min(response.body.len())]);
    let end = async {
        // What was written must leave before the connection does.
        tokio::time::sleep(Duration::from_millis(50)).await;
        Err(io::Error::new(
            io::ErrorKind::ConnectionReset,
            ConnectionReset,
        ))
    };
    let body = Body::from_stream(stream::iter([Ok(part)]).chain(stream::once(end)));
    let mut sent = with_body(&response, body);
    sent.headers_mut()
        .insert(header::CONTENT_LENGTH, response.body.len().into());
    Ok(sent)
}

fn with_body(response: &Response, body: Body) -> hyper::Response<Body> {
    let mut sent = hyper::Response::new(body);
    *sent.status_mut() = hyper::StatusCode::from_u16(response.status).unwrap_or_default();
    let headers = sent.headers_mut();
    for (name, value) in response.headers.iter() {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            headers.insert(name, value);
        }
    }
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    headers.insert(
        header::ACCESS_CONTROL_ALLOW_ORIGIN,
        HeaderValue::from_static("*"),
    );
    headers.insert(
        header::ACCESS_CONTROL_EXPOSE_HEADERS,
        HeaderValue::from_static(EXPOSED),
    );
    // For pages that are isolated by `Cross-Origin-Embedder-Policy`.
    let policy = HeaderName::from_static("cross-origin-resource-policy");
    headers.insert(policy, HeaderValue::from_static("cross-origin"));
    sent
}

/// What a page of another origin may read.
const EXPOSED: &str = "Date, Location, MS-CorrelationId, MS-CV, MS-RequestId, MS-ServerId, Retry-After, \
     WWW-Authenticate, X-Locale";

/// The answer to a browser that asks beforehand: every method and header is welcome.
pub fn preflight(asked: &HeaderMap) -> hyper::Response<Body> {
    let mut sent = with_body(&Response::empty(204), Body::empty());
    let headers = sent.headers_mut();
    let methods = HeaderValue::from_static("GET, POST, PUT, PATCH, DELETE");
    headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, methods);
    if let Some(names) = asked.get(header::ACCESS_CONTROL_REQUEST_HEADERS) {
        headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, names.clone());
    }
    headers.insert(
        header::ACCESS_CONTROL_MAX_AGE,
        HeaderValue::from_static("600"),
    );
    sent
}
