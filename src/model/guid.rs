//! Random GUIDs.

use std::fmt::Write;

/// A version 4 GUID (RFC 9562, 5.4) in lower case, from 16 random bytes.
pub fn from_random(mut bytes: [u8; 16]) -> String {
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut text = String::with_capacity(36);
    for (at, byte) in bytes.iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::CustomerId;

    #[test]
    fn has_the_form_the_version_and_the_variant() {
        assert_eq!(from_random([0; 16]), "00000000-0000-4000-8000-000000000000");
        assert_eq!(
            from_random([255; 16]),
            "ffffffff-ffff-4fff-bfff-ffffffffffff"
        );
        let text = from_random(*b"0123456789abcdef");
        assert!(text.parse::<CustomerId>().is_ok());
    }
}
