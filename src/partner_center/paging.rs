//! The page after this one (Microsoft, "Get a list of customers", "Get invoice line items").

use super::client::Call;
use super::link::Link;
use super::path;

const TOKEN: &str = "MS-ContinuationToken";

/// How to get the page after this one. Two that are equal lead to the same page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextPage {
    uri: String,
    headers: Vec<(String, String)>,
}

impl NextPage {
    /// From a collection's `links.next`, and its `continuationToken` where the link carries none.
    pub(super) fn new(link: Link, token: Option<String>) -> Self {
        let pairs = link.headers.into_iter();
        let mut headers: Vec<(String, String)> = pairs
            .filter_map(|pair| Some((pair.key, pair.value?)))
            .filter(|(name, value)| may_be_sent(name, value))
            .collect();
        let has_token = headers.iter().any(|(name, _)| is_token(name));
        if let Some(token) = token.filter(|token| !has_token && may_be_sent(TOKEN, token)) {
            headers.push((TOKEN.to_owned(), token));
        }
        NextPage {
            uri: link.uri,
            headers,
        }
    }

    /// The call for this page of what `first` began. The link is followed as it is when it is well
    /// formed and stays on the first page's path; published ones are not always (`…&size=2?seek…`),
    /// so else the call is rebuilt from the first one's path, `seekOperation` and the token.
    pub(super) fn call(&self, first: String, base: &str) -> Call {
        let given = path::below_base(&self.uri, base);
        let stays = |given: &str| {
            let (path, query) = given.split_once('?').unwrap_or((given, ""));
            Some(path) == first.split('?').next() && query.bytes().all(may_stand_in_query)
        };
        let path = match stays(given) {
            true => given.to_owned(),
            false => {
                let joint = if first.contains('?') { '&' } else { '?' };
                format!("{first}{joint}seekOperation=Next")
            }
        };
        Call {
            headers: self.headers.clone(),
            ..Call::get(path)
        }
    }
}

fn is_token(name: &str) -> bool {
    name.eq_ignore_ascii_case(TOKEN)
}

/// Only the API's own headers, and none that the client sets itself; nothing a browser would throw
/// at.
fn may_be_sent(name: &str, value: &str) -> bool {
    let own = ["ms-requestid", "ms-correlationid"];
    let lower = name.to_ascii_lowercase();
    let letters = lower
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || b == b'-');
    lower.starts_with("ms-")
        && letters
        && !own.contains(&lower.as_str())
        && !value.is_empty()
        && value.bytes().all(|b| b.is_ascii_graphic())
}

fn may_stand_in_query(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~!$&()*+,;=:@/%".contains(&byte)
}
