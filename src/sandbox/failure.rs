//! What the sandbox answers when it refuses, in the shapes of the API (Microsoft's page "Partner
//! Center REST error codes" and "API throttling guidance").

use std::borrow::Cow;

use serde_json::json;

use super::http::Response;

/// A refusal: HTTP status, the API's own code and a description in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    pub status: u16,
    pub code: Cow<'static, str>,
    pub description: String,
    /// The name that errors of agreements and of the account's validation have.
    pub name: Option<&'static str>,
}

pub fn fail(status: u16, code: &'static str, description: impl Into<String>) -> Failure {
    Failure {
        status,
        code: code.into(),
        description: description.into(),
        name: None,
    }
}

/// An error in the shape of agreements and validation, whose code is a number.
pub fn named(
    status: u16,
    code: &'static str,
    name: &'static str,
    description: impl Into<String>,
) -> Failure {
    Failure {
        name: Some(name),
        ..fail(status, code, description)
    }
}

pub fn no_such_resource() -> Failure {
    fail(404, "1000", "The resource was not found.")
}

pub fn no_such_customer() -> Failure {
    fail(
        403,
        "20002",
        "The partner has no commerce relationship with this customer.",
    )
}

pub fn invalid(what: &str) -> Failure {
    fail(
        400,
        "800002",
        format!("The request has an invalid input: {what}."),
    )
}

pub fn role_too_low() -> Failure {
    let text = "The signed-in user's role does not have the right to perform this operation.";
    fail(403, "900150", text)
}

impl Failure {
    /// The general shape (code, description, source), or that of errors that have a name.
    pub fn response(&self) -> Response {
        if let Some(name) = self.name {
            let body = json!({
                "code": self.code.parse::<u32>().unwrap_or_default(),
                "message": self.description,
                "description": self.description,
                "errorName": name,
                "isRetryable": false,
                "parameters": {},
                "errorMessageExtended": format!("InternalErrorCode={}", self.code),
            });
            return Response::json(self.status, &body);
        }
        let body = json!({
            "code": self.code,
            "description": self.description,
            "data": [],
            "source": "PartnerFD",
        });
        Response::json(self.status, &body)
    }
}

/// The throttling gateway's own shape, with `Retry-After` in seconds where there is one.
pub fn throttled(seconds: Option<u32>) -> Response {
    let when = seconds.map_or("later".to_owned(), |seconds| {
        format!("in {seconds} seconds")
    });
    let message = format!("Rate limit is exceeded. Try again {when}.");
    let refused = Response::json(429, &json!({ "statusCode": 429, "message": message }));
    match seconds {
        Some(seconds) => refused.with("Retry-After", seconds.to_string()),
        None => refused,
    }
}

/// A refusal without any body, as for a token that is missing or lacks the MFA claim.
pub fn unauthorized() -> Response {
    Response::empty(401).with("WWW-Authenticate", "Bearer error=\"invalid_token\"")
}
