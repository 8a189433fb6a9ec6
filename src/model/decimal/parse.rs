//! Reading decimal numbers.

use super::{Decimal, power};

pub(super) fn decimal(text: &str) -> Option<Decimal> {
    let (text, exponent) = match text.split_once(['e', 'E']) {
        None => (text, 0),
        Some((text, exponent)) => (text, shift(exponent)?),
    };
    let (negative, text) = match text.strip_prefix('-') {
        None => (false, text),
        Some(rest) => (true, rest),
    };
    let (whole, fraction) = match text.split_once('.') {
        None => (text, ""),
        Some((_, "")) => return None,
        Some(parts) => parts,
    };
    if whole.is_empty() || ![whole, fraction].iter().all(|part| are_digits(part)) {
        return None;
    }
    // Nothing that is read has more digits than the limits of both sides together.
    let whole = whole.trim_start_matches('0');
    let most = (Decimal::WHOLE_DIGITS + Decimal::PLACES) as usize;
    let fraction = match exponent {
        0 => fraction,
        // What an exponent moves may end in zeros that it need not.
        _ => fraction.trim_end_matches('0'),
    };
    let fraction = match fraction.len() > Decimal::PLACES as usize {
        true => fraction.trim_end_matches('0'),
        false => fraction,
    };
    if whole.len() + fraction.len() > most {
        return None;
    }
    let digits = whole.bytes().chain(fraction.bytes());
    let mantissa = digits.fold(0_i128, |sum, digit| sum * 10 + i128::from(digit - b'0'));
    let scale = i32::try_from(fraction.len()).ok()? - exponent;
    fitting(if negative { -mantissa } else { mantissa }, scale)
}

fn are_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// An exponent; `None` for one that moves the point out of every reach.
fn shift(text: &str) -> Option<i32> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let fits = (1..=4).contains(&unsigned.len()) && are_digits(unsigned);
    let exponent: i32 = unsigned.parse().ok().filter(|_| fits)?;
    Some(if text.starts_with('-') {
        -exponent
    } else {
        exponent
    })
}

/// The number within the limits, with a scale that is none below zero.
fn fitting(mut mantissa: i128, mut scale: i32) -> Option<Decimal> {
    if mantissa == 0 {
        scale = scale.clamp(0, Decimal::PLACES.cast_signed());
    }
    while scale > Decimal::PLACES.cast_signed() && mantissa % 10 == 0 {
        (mantissa, scale) = (mantissa / 10, scale - 1);
    }
    while scale < 0 {
        if mantissa.unsigned_abs() >= power(Decimal::WHOLE_DIGITS).unsigned_abs() {
            return None;
        }
        (mantissa, scale) = (mantissa * 10, scale + 1);
    }
    let scale = u32::try_from(scale).ok()?;
    let fits = scale <= Decimal::PLACES
        && mantissa.unsigned_abs() / power(scale).unsigned_abs()
            < power(Decimal::WHOLE_DIGITS).unsigned_abs();
    fits.then_some(Decimal { mantissa, scale })
}
