//! What a person asks for in the search of customers.

use crate::model::CustomerId;

/// A search as it is carried out.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Search {
    /// Nothing is asked for: every customer.
    All,
    /// A tenant GUID: that one customer.
    Id(CustomerId),
    /// The beginning of a company name or of a domain, trimmed. Its case is kept, though the
    /// server compares without regard to it: lowering some letters changes them.
    Beginning(String),
}

impl Search {
    /// Reads what was typed or pasted. A GUID counts as one in upper case, in braces or quotes,
    /// with blanks or invisible marks around it, and without its hyphens.
    pub fn parse(text: &str) -> Self {
        let text = text.trim_matches(is_blank);
        if text.is_empty() {
            return Self::All;
        }
        match guid(text) {
            Some(id) => Self::Id(id),
            None => Self::Beginning(text.to_owned()),
        }
    }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}')
}

fn guid(text: &str) -> Option<CustomerId> {
    let bare =
        text.trim_matches(|c| is_blank(c) || matches!(c, '{' | '}' | '(' | ')' | '"' | '\''));
    if let Ok(id) = bare.parse() {
        return Some(id);
    }
    if bare.len() != 32 || !bare.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let (a, rest) = bare.split_at(8);
    let (b, rest) = rest.split_at(4);
    let (c, rest) = rest.split_at(4);
    let (d, e) = rest.split_at(4);
    [a, b, c, d, e].join("-").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_every_customer() {
        for text in ["", "  ", "\t\n", "\u{feff}", "\u{200b} "] {
            assert_eq!(Search::parse(text), Search::All, "{text:?}");
        }
    }

    #[test]
    fn a_guid_is_read_however_it_was_copied() {
        let id: CustomerId = "5f1c0f6e-8a7b-4c3d-9e2f-0123456789ab".parse().unwrap();
        for text in [
            "5f1c0f6e-8a7b-4c3d-9e2f-0123456789ab",
            "  5F1C0F6E-8A7B-4C3D-9E2F-0123456789AB\r\n",
            "{5f1c0f6e-8a7b-4c3d-9e2f-0123456789ab}",
            " { 5F1C0F6E-8A7B-4C3D-9E2F-0123456789AB } ",
            "\"5f1c0f6e-8a7b-4c3d-9e2f-0123456789ab\"",
            "\u{200e}5f1c0f6e-8a7b-4c3d-9e2f-0123456789ab\u{feff}",
            "5f1c0f6e8a7b4c3d9e2f0123456789ab",
        ] {
            assert_eq!(Search::parse(text), Search::Id(id.clone()), "{text:?}");
        }
    }

    #[test]
    fn anything_else_is_a_beginning() {
        for (text, beginning) in [
            ("Con", "Con"),
            (" CONTOSO.fr ", "CONTOSO.fr"),
            ("Société İ", "Société İ"),
            (
                "5f1c0f6e-8a7b-4c3d-9e2f-0123456789a",
                "5f1c0f6e-8a7b-4c3d-9e2f-0123456789a",
            ),
            ("(Contoso)", "(Contoso)"),
            ("{", "{"),
            ("a  b", "a  b"),
        ] {
            assert_eq!(Search::parse(text), Search::Beginning(beginning.into()));
        }
    }
}
