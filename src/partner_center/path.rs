//! Request paths from templates. Whatever stands in a parameter stays inside its segment.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::error::ApiError;

/// What is sent as it is: the unreserved characters of RFC 3986. All else is encoded.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

pub fn encode(text: &str) -> String {
    utf8_percent_encode(text, ENCODED).to_string()
}

/// Fills the `{}` of a template with parameters, each one encoded segment.
///
/// # Errors
/// An empty, `.` or `..` parameter would make another path of it, however it is encoded (browsers
/// also resolve `%2e%2e`); so would one that climbs, once a gateway has decoded it before it looks
/// where the call goes. No identifier is like that: such an address is refused.
pub fn path(template: &str, parameters: &[&str]) -> Result<String, ApiError> {
    let mut parameters = parameters.iter();
    let mut path = String::new();
    for (at, literal) in template.split("{}").enumerate() {
        if at > 0 {
            match parameters.next() {
                Some(parameter) if stays(parameter) => path.push_str(&encode(parameter)),
                Some(_) | None => return Err(ApiError::address()),
            }
        }
        path.push_str(literal);
    }
    Ok(path)
}

/// Whether a parameter stays in its place, decoded or not. Some opaque ones are base64, with slashes.
fn stays(parameter: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_graphic() && !b"%?#\\;".contains(&byte);
    let climbs = |segment: &str| matches!(segment, "." | "..");
    !parameter.is_empty() && parameter.bytes().all(plain) && !parameter.split('/').any(climbs)
}

/// Appends a query; values are encoded.
pub fn query(path: &str, parameters: &[(&str, &str)]) -> String {
    let mut path = path.to_owned();
    for (at, (name, value)) in parameters.iter().enumerate() {
        path.push(if at == 0 { '?' } else { '&' });
        path.push_str(name);
        path.push('=');
        path.push_str(&encode(value));
    }
    path
}

/// A link's path without what may stand before it: the API's own base, or `/v1`.
pub fn below_base<'a>(uri: &'a str, base: &str) -> &'a str {
    let path = uri.strip_prefix(base).unwrap_or(uri);
    match path.strip_prefix("/v1") {
        Some(rest) if rest.starts_with('/') => rest,
        _ => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parameter_stays_one_segment() {
        let filled = |text: &str| path("/a/{}/b", &[text]).unwrap();
        assert_eq!(filled("AH+Y/N8="), "/a/AH%2BY%2FN8%3D/b");
        assert_eq!(filled("a:b@c,d..e"), "/a/a%3Ab%40c%2Cd..e/b");
    }

    #[test]
    fn a_parameter_that_would_climb_is_refused() {
        for climbing in [
            "", ".", "..", "../x", "x/..", "x/./y", "%2e%2e", "x\\y", "x?y", "x#y", "..;", "é",
            "x y", "x\n",
        ] {
            assert!(path("/a/{}/b", &[climbing]).is_err(), "{climbing}");
        }
        assert!(path("/a/{}/{}", &["x"]).is_err());
    }

    #[test]
    fn a_query_carries_any_text() {
        let built = query("/c", &[("size", "40"), ("filter", "{\"a\":\"b&c\"}")]);
        assert_eq!(built, "/c?size=40&filter=%7B%22a%22%3A%22b%26c%22%7D");
    }

    #[test]
    fn links_come_with_and_without_the_version() {
        assert_eq!(
            below_base("/v1/customers?size=40", "/api/v1"),
            "/customers?size=40"
        );
        assert_eq!(below_base("/api/v1/customers", "/api/v1"), "/customers");
        assert_eq!(below_base("/customers", "/api/v1"), "/customers");
        assert_eq!(below_base("/v1customers", "/api/v1"), "/v1customers");
    }
}
