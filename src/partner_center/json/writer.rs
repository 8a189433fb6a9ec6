//! Writing JSON objects member by member, as small in the page as reading them.

use super::quoted;

/// An object that is being written. Members without a value are left out.
pub struct Writer(String);

impl Writer {
    pub fn new() -> Self {
        Writer("{".to_owned())
    }

    #[must_use]
    pub fn text(self, name: &str, text: &str) -> Self {
        self.raw(name, &quoted(text))
    }

    #[must_use]
    pub fn text_if(self, name: &str, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.text(name, text),
            None => self,
        }
    }

    #[must_use]
    pub fn number(self, name: &str, number: u32) -> Self {
        self.raw(name, &number.to_string())
    }

    #[must_use]
    pub fn truth_if(self, name: &str, truth: Option<bool>) -> Self {
        match truth {
            Some(true) => self.raw(name, "true"),
            Some(false) => self.raw(name, "false"),
            None => self,
        }
    }

    /// A member whose value is JSON already.
    #[must_use]
    pub fn raw(mut self, name: &str, json: &str) -> Self {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        self.0.push_str(&quoted(name));
        self.0.push(':');
        self.0.push_str(json);
        self
    }

    pub fn end(mut self) -> String {
        self.0.push('}');
        self.0
    }
}

/// A list of values that are JSON already.
pub fn array(items: &[String]) -> String {
    ["[", &items.join(","), "]"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn what_is_written_is_json() {
        let inner = Writer::new().end();
        let written = Writer::new()
            .text("a", "\"\\\n\u{202e}é")
            .text_if("b", None)
            .number("c", 4_294_967_295)
            .truth_if("d", Some(false))
            .truth_if("e", None)
            .raw("f", &array(&[inner.clone(), inner]))
            .raw("g", &array(&[]))
            .end();
        let read: Value = serde_json::from_str(&written).unwrap();
        let expected = json!({
            "a": "\"\\\n\u{202e}é", "c": 4_294_967_295_u32, "d": false, "f": [{}, {}], "g": []
        });
        assert_eq!(read, expected);
    }
}
