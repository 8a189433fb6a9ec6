//! Product keys, which are secrets.

use std::fmt;

use zeroize::Zeroize;

mod found;

/// What stands for a key that is not shown. It says nothing about the key, not even its length.
pub const MASK: &str = "•••••-•••••-•••••-•••••-•••••";

/// A product key. It is opaque text of any length (Microsoft's documents know 25 characters and
/// 32 digits); its memory is overwritten when it is dropped, and nothing prints it by accident.
#[derive(Clone, PartialEq, Eq)]
pub struct ProductKey(String);

impl ProductKey {
    /// Takes the text exactly as the server gave it.
    pub fn new(text: String) -> Self {
        ProductKey(text)
    }

    /// The server's text, for the clipboard, the dialog and a message that was asked to hold it.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The key in the groups it is shown in: 32 digits as 8 × 4, 25 letters and digits as 5 × 5
    /// (with or without the server's hyphens), anything else whole.
    pub fn groups(&self) -> Vec<&str> {
        let text = self.0.as_str();
        if text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_digit()) {
            return cut(text, 4);
        }
        let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if text.len() == 25 && plain(text) {
            return cut(text, 5);
        }
        let parts: Vec<&str> = text.split('-').collect();
        if parts.len() == 5 && parts.iter().all(|part| part.len() == 5 && plain(part)) {
            return parts;
        }
        vec![text]
    }
}

/// Whether a text holds something that looks like a product key.
pub fn is_in(text: &str) -> bool {
    found::first(text).is_some()
}

/// Whether a text holds something that looks like a product key, or like more than two of its groups:
/// what is shown of a text that was sent while somebody still typed.
pub fn is_begun_in(text: &str) -> bool {
    is_in(text) || found::begins(text)
}

/// The text with [`MASK`] in place of everything that looks like a product key: what may be stored.
pub fn without(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(key) = found::first(rest) {
        kept.push_str(&rest[..key.start]);
        kept.push_str(MASK);
        rest = &rest[key.end..];
    }
    kept + rest
}

/// Cuts ASCII text into pieces of a length.
fn cut(text: &str, length: usize) -> Vec<&str> {
    (0..text.len())
        .step_by(length)
        .map(|at| &text[at..at + length])
        .collect()
}

impl Drop for ProductKey {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for ProductKey {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

#[cfg(test)]
mod tests;
