//! Exact decimal numbers, for money: nothing here is ever a floating-point number.

use std::cmp::Ordering;

mod parse;
mod tenths;

pub use tenths::tenths;

/// A decimal number: `mantissa` shifted by `scale` places. `1.50` and `1.5` are equal and are still
/// written as they came.
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    mantissa: i128,
    scale: u32,
}

impl Decimal {
    pub const ZERO: Decimal = Decimal {
        mantissa: 0,
        scale: 0,
    };

    /// Digits that are read before the point: quadrillions, which no amount of money comes near.
    pub const WHOLE_DIGITS: u32 = 16;

    /// Places that are read behind the point. A server that computes with floating point writes
    /// `0.30000000000000004`, which has 17.
    pub const PLACES: u32 = 18;

    /// Reads JSON's form of numbers (`1234.50`, `-0.5`, `1e3`), which is also that of plain text.
    /// `None` for anything else, and beyond the limits above.
    pub fn parse(text: &str) -> Option<Self> {
        parse::decimal(text)
    }

    /// The sum. Thousands of the largest numbers that are read fit into one.
    #[must_use]
    pub fn plus(self, other: Decimal) -> Self {
        let scale = self.scale.max(other.scale);
        Decimal {
            mantissa: self.at(scale).saturating_add(other.at(scale)),
            scale,
        }
    }

    /// The product with a whole number; `None` when it has too many digits.
    pub fn times(self, factor: i64) -> Option<Self> {
        let mantissa = self.mantissa.checked_mul(i128::from(factor))?;
        Some(Decimal { mantissa, ..self })
    }

    /// The whole number that this is, if it is one.
    pub fn whole(self) -> Option<i64> {
        let unit = power(self.scale);
        let whole = self.mantissa / unit;
        (whole * unit == self.mantissa).then(|| i64::try_from(whole).ok())?
    }

    pub fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// Places behind the point, zeros at the end not counted.
    pub fn places(self) -> u32 {
        let (mut mantissa, mut places) = (self.mantissa, self.scale);
        while places > 0 && mantissa % 10 == 0 {
            (mantissa, places) = (mantissa / 10, places - 1);
        }
        places
    }

    /// The number in digits, with at least so many places behind the point, and no zeros at the end
    /// beyond them: `1234.50`.
    pub fn with_places(self, least: u32) -> String {
        let places = self.places();
        let shown = places.max(least);
        let mantissa = self.mantissa / power(self.scale - places);
        write(mantissa, places, shown)
    }

    fn at(self, scale: u32) -> i128 {
        self.mantissa.saturating_mul(power(scale - self.scale))
    }
}

/// The text as it came, without an exponent: `1234.50`.
impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(&write(self.mantissa, self.scale, self.scale))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let scale = self.scale.max(other.scale);
        self.at(scale).cmp(&other.at(scale))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Decimal {}

impl From<i64> for Decimal {
    fn from(whole: i64) -> Self {
        Decimal {
            mantissa: i128::from(whole),
            scale: 0,
        }
    }
}

fn power(places: u32) -> i128 {
    10_i128.pow(places)
}

/// Digit by digit: the standard library's writing of 128-bit numbers weighs more.
fn write(mantissa: i128, scale: u32, places: u32) -> String {
    let mut digits = vec![b'0'; (places - scale) as usize];
    let mut rest = mantissa.unsigned_abs();
    while rest > 0 || digits.len() <= places as usize {
        digits.push(b'0' + (rest % 10) as u8);
        rest /= 10;
    }
    let mut text = String::with_capacity(digits.len() + 2);
    if mantissa < 0 {
        text.push('-');
    }
    for (behind, digit) in digits.into_iter().enumerate().rev() {
        text.push(char::from(digit));
        if behind > 0 && behind == places as usize {
            text.push('.');
        }
    }
    text
}

#[cfg(test)]
mod tests;
