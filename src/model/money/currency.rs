//! Currencies by their codes.

use std::fmt;

/// The code of a currency (ISO 4217), in upper case. A code that the list does not have is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Currency(String);

/// Currencies whose amounts are written with another number of places than two (ISO 4217, list one).
const PLACES: [(u32, &str); 3] = [
    (
        0,
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    ),
    (3, "BHD IQD JOD KWD LYD OMR TND"),
    (4, "CLF UYW"),
];

impl Currency {
    /// `None` for empty text.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Currency(text.to_ascii_uppercase()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The three letters, if it is a code of that form.
    pub fn letters(&self) -> Option<[u8; 3]> {
        let letters: [u8; 3] = self.0.as_bytes().try_into().ok()?;
        letters
            .iter()
            .all(u8::is_ascii_uppercase)
            .then_some(letters)
    }

    /// Places behind the point that amounts are written with.
    pub fn places(&self) -> u32 {
        let has = |codes: &str| codes.split(' ').any(|code| code == self.0);
        let other = PLACES.iter().find(|(_, codes)| has(codes));
        other.map_or(2, |(places, _)| *places)
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}
