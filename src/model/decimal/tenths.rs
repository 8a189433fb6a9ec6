//! Numbers with at most one decimal, written without the standard library's `{}` of an `f64`, whose
//! tables and rounding weigh 11 kB of WebAssembly.

/// A number rounded to tenths, as CSS and plain texts write it: `5.6`, `44`, `-0.5`.
#[must_use]
pub fn tenths(value: f64) -> String {
    #[allow(
        clippy::cast_possible_truncation,
        reason = "a length or a size in units, far below 2^53; an `as` never wraps"
    )]
    let tenths = (value * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    match rest {
        0 => format!("{sign}{whole}"),
        rest => format!("{sign}{whole}.{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::tenths;

    #[test]
    fn one_decimal_and_no_more() {
        let written = [5.6, 44.0, 9.96, 0.04, -0.5, -12.0, 4_400_000.25].map(tenths);
        assert_eq!(
            written,
            ["5.6", "44", "10", "0", "-0.5", "-12", "4400000.3"]
        );
        assert_eq!(tenths(f64::NAN), "0");
    }
}
