//! Paths as they may be shown: without product keys, tokens and what looks like one.
//!
//! None of them should stand in an address at all, but people type or paste them into search fields, which
//! ask at each pause, and a server may put a token into the link of a page.

use percent_encoding::percent_decode_str;

use crate::model::product_key;

const MASK: &str = "•••";

/// Characters of a path that are shown, after masking.
const SHOWN: usize = 500;

/// What stands in the names of values that are secret: `continuationToken`, `sig`, `api-key`…
const SECRET: [&str; 7] = ["token", "sig", "key", "secret", "password", "auth", "cred"];

/// Letters and digits in a row that are no id: Partner Center's have 36 at most.
const LONGEST_ID: usize = 39;

/// Percent-encoding that somebody may have put around a secret.
const LAYERS: usize = 3;

/// The path with every segment and value replaced that holds a secret.
pub(super) fn masked(path: &str) -> String {
    let (path, query) = match path.split_once('?') {
        None => (path, None),
        Some((path, query)) => (path, Some(query)),
    };
    let mut shown = each(path, '/', &hidden);
    if let Some(query) = query {
        shown.push('?');
        shown.push_str(&each(query, '&', &hidden_pair));
    }
    match shown.char_indices().nth(SHOWN) {
        None => shown,
        Some((end, _)) => format!("{}…", &shown[..end]),
    }
}

fn each(text: &str, between: char, hide: &dyn Fn(&str) -> String) -> String {
    let mut shown = String::with_capacity(text.len());
    for (at, part) in text.split(between).enumerate() {
        if at > 0 {
            shown.push(between);
        }
        shown.push_str(&hide(part));
    }
    shown
}

fn hidden_pair(pair: &str) -> String {
    let Some((name, value)) = pair.split_once('=') else {
        return hidden(pair);
    };
    let lower = name.to_ascii_lowercase();
    let by_name = lower == "code" || SECRET.iter().any(|secret| lower.contains(secret));
    let value = match by_name {
        true => MASK.to_owned(),
        false => hidden(value),
    };
    [&hidden(name), "=", &value].concat()
}

fn hidden(text: &str) -> String {
    match is_secret(text) {
        true => MASK.to_owned(),
        false => text.to_owned(),
    }
}

fn is_secret(text: &str) -> bool {
    let mut text = text.to_owned();
    for _ in 0..=LAYERS {
        if product_key::is_begun_in(&text) || has_long_run(&text) {
            return true;
        }
        text = percent_decode_str(&text).decode_utf8_lossy().into_owned();
    }
    false
}

fn has_long_run(text: &str) -> bool {
    let of_token = |c: char| c.is_ascii_alphanumeric() || "-_+/=".contains(c);
    let mut runs = text.split(|c: char| !of_token(c));
    runs.any(|run| run.len() > LONGEST_ID)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_client_sends_stays_readable() {
        for path in [
            "/customers",
            "/customers/5d1c3a40-9d0f-4c1b-8a55-2f7f0c9e1b11/orders/2y6dF_rVgDAXMxypQPPnTquuXhKVK_3N1?include_price=true",
            "/customers?size=40&filter=%7B%22Field%22%3A%22Domain%22%2C%22Value%22%3A%22contoso.onmicrosoft.com%22%7D",
            "/customers/5d1c3a40-9d0f-4c1b-8a55-2f7f0c9e1b11/artifacts/productkey/groups/2caf/items/DG7G:0002:0095a02f-1b12-4000-8000-000000000000",
            "/c?q=VK7JG-NPHTM-",
            "/c?q=White%20House%202",
            "/c?q=first-other-third",
            "/c?q=2026-01-01-0000-0000",
            "/auditrecords?startDate=2026-01-01&seekOperation=Next",
            "?",
            "/a?b&c=&=d",
        ] {
            assert_eq!(masked(path), path);
        }
    }

    #[test]
    fn secrets_are_masked_by_name_and_by_shape() {
        let key = "VK7JG-NPHTM-C97JM-9MPGT-3V66T";
        let twice = key.replace('-', "%252D");
        let token = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9abcdef";
        for (path, shown) in [
            (format!("/customers/{key}"), "/customers/•••".to_owned()),
            (
                format!("/c?filter=%7B%22Value%22%3A%22{key}%22%7D&size=1"),
                "/c?filter=•••&size=1".to_owned(),
            ),
            (format!("/c?q={twice}"), "/c?q=•••".to_owned()),
            ("/c?q=VK7JG-NPHTM-C".to_owned(), "/c?q=•••".to_owned()),
            (
                "/c?filter=%7B%22Value%22%3A%22vk7jg-nphtm-c97jm-9%22%7D".to_owned(),
                "/c?filter=•••".to_owned(),
            ),
            (
                "/c?q=1234%205678%209012%203456%207".to_owned(),
                "/c?q=•••".to_owned(),
            ),
            (format!("/c?x={token}"), "/c?x=•••".to_owned()),
            (format!("/c?{token}"), "/c?•••".to_owned()),
            (format!("/{token}/b"), "/•••/b".to_owned()),
            (
                "/c?continuationToken=a&sig=b&Api-Key=c&code=d&size=1".to_owned(),
                "/c?continuationToken=•••&sig=•••&Api-Key=•••&code=•••&size=1".to_owned(),
            ),
        ] {
            assert_eq!(masked(&path), shown);
        }
    }

    #[test]
    fn a_long_path_is_cut_after_it_was_masked() {
        let shown = masked(&"/é".repeat(2_000));
        assert_eq!(shown.chars().count(), SHOWN + 1);
        assert!(shown.ends_with('…'));
    }
}
