//! What a command says when it cannot go on.

use std::fmt::{self, Display};

pub type Result<T> = std::result::Result<T, Failure>;

/// A sentence for the person at the terminal.
#[derive(Debug)]
pub struct Failure(String);

impl Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<String> for Failure {
    fn from(words: String) -> Self {
        Self(words)
    }
}

impl From<&str> for Failure {
    fn from(words: &str) -> Self {
        Self(words.to_owned())
    }
}

/// Says what was being done when something outside went wrong.
pub trait During<T> {
    fn during(self, act: impl Display) -> Result<T>;
}

impl<T, E: Display> During<T> for std::result::Result<T, E> {
    fn during(self, act: impl Display) -> Result<T> {
        self.map_err(|error| Failure(format!("{act}: {error}")))
    }
}
