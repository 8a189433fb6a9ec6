//! What was typed after `cargo xtask`.

use crate::failure::{Failure, Result};

/// Arguments not yet understood; what is left in the end is refused.
pub struct Arguments {
    left: Vec<String>,
    passed_on: Vec<String>,
}

impl Arguments {
    pub fn of_this_process() -> Self {
        Self::new(std::env::args().skip(1))
    }

    fn new(all: impl IntoIterator<Item = String>) -> Self {
        let mut left: Vec<String> = all.into_iter().collect();
        let mut passed_on = Vec::new();
        if let Some(at) = left.iter().position(|argument| argument == "--") {
            passed_on = left.split_off(at).split_off(1);
        }
        Self { left, passed_on }
    }

    /// The first word.
    pub fn command(&mut self) -> Option<String> {
        (!self.left.is_empty()).then(|| self.left.remove(0))
    }

    /// Whether `--name` was given.
    pub fn flag(&mut self, name: &str) -> bool {
        let at = self.left.iter().position(|argument| argument == name);
        at.map(|at| self.left.remove(at)).is_some()
    }

    /// What stands after `--name`, or behind `--name=`.
    pub fn value(&mut self, name: &str) -> Result<Option<String>> {
        let joined = format!("{name}=");
        let Some(at) = self
            .left
            .iter()
            .position(|argument| argument == name || argument.starts_with(&joined))
        else {
            return Ok(None);
        };
        let found = self.left.remove(at);
        if let Some(value) = found.strip_prefix(&joined) {
            return Ok(Some(value.to_owned()));
        }
        if at == self.left.len() {
            return Err(format!("{name} needs a value.").into());
        }
        Ok(Some(self.left.remove(at)))
    }

    /// The number after `--name`.
    pub fn number<N: std::str::FromStr>(&mut self, name: &str) -> Result<Option<N>> {
        let Some(text) = self.value(name)? else {
            return Ok(None);
        };
        text.parse()
            .map(Some)
            .map_err(|_| Failure::from(format!("{name} needs a number, not “{text}”.")))
    }

    /// What stood after `--`.
    pub fn passed_on(&mut self) -> Vec<String> {
        std::mem::take(&mut self.passed_on)
    }

    /// The words that are left.
    pub fn words(&mut self) -> Vec<String> {
        std::mem::take(&mut self.left)
    }

    /// Nothing may be left over.
    pub fn end(self) -> Result<()> {
        match self.left.first() {
            None => Ok(()),
            Some(unknown) => {
                Err(format!("“{unknown}” is not understood here; see cargo xtask help.").into())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Arguments {
        Arguments::new(text.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn flags_values_and_words_come_in_any_order() {
        let mut arguments = typed("serve --port 9 --open --base=/x/ -- --headed");
        assert_eq!(arguments.command().as_deref(), Some("serve"));
        assert!(arguments.flag("--open"));
        assert_eq!(arguments.number::<u16>("--port").unwrap(), Some(9));
        assert_eq!(arguments.value("--base").unwrap().as_deref(), Some("/x/"));
        assert_eq!(arguments.passed_on(), ["--headed"]);
        assert!(arguments.end().is_ok());
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        assert!(typed("--prot 9").end().is_err());
        assert!(typed("--port").value("--port").is_err());
        assert!(typed("--port x").number::<u16>("--port").is_err());
    }
}
