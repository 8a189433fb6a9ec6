//! A failed call as the subject of a report.

/// What is known of it: none of this is a secret.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trouble {
    /// What went wrong, in the words that were on the screen.
    pub what: String,
    /// The server's own code.
    pub code: Option<String>,
    /// What finds the call in the server's logs.
    pub correlation: Option<String>,
    /// What finds the intent there: the same for each attempt.
    pub request: Option<String>,
}

impl Trouble {
    /// Whether a text tells of the same call.
    pub fn is_told_by(&self, words: &str) -> bool {
        let tells = |part: &str| !part.is_empty() && words.contains(part);
        match &self.correlation {
            Some(id) => tells(id),
            None => tells(&self.what),
        }
    }
}
