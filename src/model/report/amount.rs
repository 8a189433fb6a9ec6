//! Reading an amount as people write it.

use crate::model::decimal::Decimal;
use crate::model::money::Currency;

/// What is wrong with an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountProblem {
    NotANumber,
    /// `1,234`: a thousand, or one and a bit? Nobody guesses with money.
    Ambiguous,
    /// Nothing, or less.
    NotPositive,
    /// More places than the currency has: how many it has.
    TooManyPlaces(u32),
}

/// Reads `1234.5`, `1 234,50`, `1.234,50` and `1,234.50` alike.
///
/// # Errors
/// What is wrong with it.
pub fn amount(text: &str, currency: &Currency) -> Result<Decimal, AmountProblem> {
    let places = currency.places();
    let plain = plain(text.trim(), places)?;
    let amount = Decimal::parse(&plain).ok_or(AmountProblem::NotANumber)?;
    if amount <= Decimal::ZERO {
        return Err(AmountProblem::NotPositive);
    }
    if amount.places() > places {
        return Err(AmountProblem::TooManyPlaces(places));
    }
    Ok(amount)
}

/// The number with a point before its places and nothing between its thousands.
fn plain(text: &str, places: u32) -> Result<String, AmountProblem> {
    let (sign, text) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => ("-", rest),
        None => ("", text),
    };
    let (whole, fraction) = split(text, places)?;
    let whole = ungrouped(whole).ok_or(AmountProblem::NotANumber)?;
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(AmountProblem::NotANumber);
    }
    let point = if fraction.is_empty() { "" } else { "." };
    Ok([sign, &whole, point, fraction].concat())
}

/// What stands before and behind the decimal point or comma.
fn split(text: &str, places: u32) -> Result<(&str, &str), AmountProblem> {
    let Some(last) = text.rfind(['.', ',']) else {
        return Ok((text, ""));
    };
    let (whole, fraction) = (&text[..last], &text[last + 1..]);
    let mark = &text[last..=last];
    let grouped = whole.contains(['.', ',', ' ', '\'', '\u{a0}', '\u{202f}', '\u{2019}']);
    // The same mark twice stands between thousands.
    if whole.contains(mark) {
        return Ok((text, ""));
    }
    let like_thousands = fraction.len() == 3 && (1..=3).contains(&whole.len()) && whole != "0";
    if grouped || !like_thousands {
        return match fraction.is_empty() {
            true => Err(AmountProblem::NotANumber),
            false => Ok((whole, fraction)),
        };
    }
    match places {
        // No currency without places is written with them.
        0 => Ok((text, "")),
        // As this page itself writes an amount of such a currency.
        3.. if mark == "." && places == 3 => Ok((whole, fraction)),
        _ => Err(AmountProblem::Ambiguous),
    }
}

/// A whole number without what stands between its thousands, which have to be whole ones.
fn ungrouped(text: &str) -> Option<String> {
    let marks = [' ', '\'', '.', ',', '\u{a0}', '\u{202f}', '\u{2019}'];
    let mut groups = text.split(marks);
    let first = groups.next()?;
    let mut whole = first.to_owned();
    let mut grouped = false;
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        grouped = true;
        whole.push_str(group);
    }
    let digits = !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit());
    let fits = !grouped || (1..=3).contains(&first.len());
    // One kind of mark, or `1.234'567` would be read.
    let mut kinds = text.chars().filter(|letter| marks.contains(letter));
    let kind = kinds.next();
    let alike = kinds.all(|other| Some(other) == kind);
    (digits && fits && alike).then_some(whole)
}
