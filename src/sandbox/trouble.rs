//! The ways in which an answer can go wrong, and the pattern by which a request is picked for it:
//! shared by the sentinel customers and by the faults of the control resource.

use super::failure::{Failure, throttled, unauthorized};
use super::http::{Answer, Delivery, Response};

/// What happens to an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// An error of the API's general shape, with `Retry-After` in seconds where there is one.
    Refused(Failure, Option<u32>),
    /// 429 of the throttling gateway, with `Retry-After` in seconds where there is one.
    Throttled(Option<u32>),
    /// 401 without a body.
    SignedOut,
    /// A gateway's HTML page with that status.
    Html(u16),
    /// 200 without a body.
    Empty,
    /// 200 with a body that is not what was asked for.
    Body(String),
    /// The connection ends before any header: a network failure in the page.
    Reset,
    /// Half of the body arrives, then the connection ends.
    Cut,
    /// Half of the body arrives and looks complete: the JSON breaks off.
    Truncated,
    /// No answer ever comes.
    Never,
    /// The right answer, that many milliseconds later.
    Slow(u32),
}

impl Trouble {
    /// Whether the handler's answer is needed: then the request takes effect all the same.
    pub fn needs_answer(&self) -> bool {
        matches!(self, Trouble::Cut | Trouble::Truncated | Trouble::Slow(_))
    }

    /// The answer as it goes out.
    pub fn spoil(&self, mut answer: Answer) -> Answer {
        match self {
            Trouble::Refused(failure, retry_after) => {
                answer.response = failure.response();
                if let Some(seconds) = retry_after {
                    answer
                        .response
                        .headers
                        .set("Retry-After", seconds.to_string());
                }
            }
            Trouble::Throttled(seconds) => answer.response = throttled(*seconds),
            Trouble::SignedOut => answer.response = unauthorized(),
            Trouble::Html(status) => answer.response = gateway_page(*status),
            Trouble::Empty => answer.response = Response::empty(200),
            Trouble::Body(body) => {
                answer.response = Response::text(200, "application/json", body.as_str());
            }
            Trouble::Reset => answer.delivery = Delivery::Reset,
            Trouble::Cut => answer.delivery = Delivery::Cut(answer.response.body.len() / 2),
            Trouble::Truncated => {
                let half = answer.response.body.len() / 2;
                answer.response.body.truncate(half);
            }
            Trouble::Never => answer.delivery = Delivery::Never,
            Trouble::Slow(ms) => answer.delay_ms = answer.delay_ms.saturating_add(*ms),
        }
        answer
    }
}

fn gateway_page(status: u16) -> Response {
    let page = format!(
        "<!DOCTYPE html>\n<html><head><title>{status}</title></head>\n<body><h1>{status}</h1>\
         <p>The gateway could not complete the request.</p></body></html>\n"
    );
    Response::text(status, "text/html; charset=utf-8", page)
}

/// Whether a path fits a pattern: `*` stands for one segment, `**` at the end for any number of
/// them (none too). Without regard to case.
pub fn fits(pattern: &str, path: &[String]) -> bool {
    let mut pattern = pattern
        .split('/')
        .filter(|part| !part.is_empty())
        .peekable();
    let mut path = path.iter();
    while let Some(part) = pattern.next() {
        if part == "**" && pattern.peek().is_none() {
            return true;
        }
        match path.next() {
            Some(segment) if part == "*" || part.eq_ignore_ascii_case(segment) => {}
            _ => return false,
        }
    }
    path.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_pick_paths() {
        let path = |text: &str| text.split('/').map(str::to_owned).collect::<Vec<_>>();
        assert!(fits("/customers/*/orders", &path("customers/1/orders")));
        assert!(fits("/Customers/*/**", &path("customers/1/orders/2")));
        assert!(fits("/customers/*/**", &path("customers/1")));
        assert!(!fits("/customers/*", &path("customers/1/orders")));
        assert!(!fits("/customers/*/orders", &path("customers/1")));
        assert!(fits("**", &path("products/1")));
    }
}
