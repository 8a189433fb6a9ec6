//! The bearer token of a call.

use std::fmt;

use zeroize::Zeroize;

/// A bearer token, which is a secret: its memory is overwritten when it is dropped, and nothing
/// prints it by accident.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

/// No token can be had: nobody is signed in, or what was given is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoToken;

impl Token {
    /// Takes a text that can stand in a header as it is: printable ASCII without spaces (RFC 6750,
    /// 2.1, allows less).
    ///
    /// # Errors
    /// Any other text, an empty one too.
    pub fn new(text: String) -> Result<Self, NoToken> {
        let token = Token(text);
        match !token.0.is_empty() && token.0.bytes().all(|byte| byte.is_ascii_graphic()) {
            true => Ok(token),
            false => Err(NoToken),
        }
    }

    /// The text, for whoever sends it or has to replace it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl Drop for Token {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("[redacted]")
    }
}
