//! Product keys, which are secrets.

use std::fmt;

use zeroize::Zeroize;

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
mod tests {
    use super::*;

    fn groups(text: &str) -> String {
        ProductKey::new(text.to_owned()).groups().join(" ")
    }

    #[test]
    fn is_shown_in_groups() {
        assert_eq!(
            groups("00001234567890123456789012345678"),
            "0000 1234 5678 9012 3456 7890 1234 5678"
        );
        assert_eq!(
            groups("8F9FN2JWYW1234567890XWRTF"),
            "8F9FN 2JWYW 12345 67890 XWRTF"
        );
        assert_eq!(
            groups("8F9FN-2JWYW-12345-67890-XWRTF"),
            "8F9FN 2JWYW 12345 67890 XWRTF"
        );
        for whole in [
            "",
            "1234",
            "0000123456789012345678901234567A",
            "8F9FN-2JWYW-12345-67890-XWRT",
            "8F9FN 2JWYW 12345 67890 XWRTF",
            "ééééé-2JWYW-12345-67890-XWRTF",
            "clé très secrète",
        ] {
            assert_eq!(groups(whole), whole);
        }
    }

    #[test]
    fn is_kept_as_the_server_gave_it() {
        let text = " 8f9fn-2jwyw ";
        assert_eq!(ProductKey::new(text.to_owned()).expose(), text);
    }

    #[test]
    fn does_not_print() {
        let key = ProductKey::new("8F9FN-2JWYW-12345-67890-XWRTF".to_owned());
        assert_eq!(format!("{key:?}"), "[redacted]");
        assert_eq!(format!("{:?}", Some(&key)), "Some([redacted])");
    }
}
