//! Lines about what is going on.

use std::time::{Duration, Instant};

/// A step that takes a while: said when it begins and when it is done.
pub struct Step {
    what: String,
    began: Instant,
}

impl Step {
    pub fn begin(what: impl Into<String>) -> Self {
        let what = what.into();
        eprintln!("· {what} …");
        Self {
            what,
            began: Instant::now(),
        }
    }

    pub fn done(self) {
        eprintln!("✓ {} ({})", self.what, seconds(self.began.elapsed()));
    }
}

/// A duration in words: `0.4 s`, `2 min 05 s`.
pub fn seconds(duration: Duration) -> String {
    let whole = duration.as_secs();
    if whole < 60 {
        format!("{:.1} s", duration.as_secs_f64())
    } else {
        format!("{} min {:02} s", whole / 60, whole % 60)
    }
}

/// A number of bytes with its thousands set apart.
pub fn bytes(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(bytes(7), "7");
        assert_eq!(bytes(999), "999");
        assert_eq!(bytes(1000), "1,000");
        assert_eq!(bytes(1_234_567), "1,234,567");
    }

    #[test]
    fn durations_read_well() {
        assert_eq!(seconds(Duration::from_millis(440)), "0.4 s");
        assert_eq!(seconds(Duration::from_secs(125)), "2 min 05 s");
    }
}
