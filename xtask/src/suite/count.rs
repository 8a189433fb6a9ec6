//! How many tests passed and failed.

use std::fmt::{self, Display};
use std::ops::AddAssign;
use std::process::ExitCode;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub passed: usize,
    pub failed: usize,
}

impl Count {
    /// One failure.
    pub fn failed() -> Self {
        Self {
            passed: 0,
            failed: 1,
        }
    }

    /// Counts one test and says how it went.
    pub fn record(&mut self, name: &str, outcome: Result<(), impl Display>) {
        match outcome {
            Ok(()) => {
                eprintln!("✓ {name}");
                self.passed += 1;
            }
            Err(why) => {
                eprintln!("✗ {name}: {why}");
                self.failed += 1;
            }
        }
    }

    /// Adds up the result lines of Rust's test harness.
    pub fn of_rust_tests(output: &str) -> Self {
        let mut count = Self::default();
        for line in output.lines() {
            let Some((_, result)) = line.split_once("test result: ") else {
                continue;
            };
            count.passed += number_before(result, " passed");
            count.failed += number_before(result, " failed");
        }
        count
    }

    /// Nothing failed, and something ran.
    pub fn exit_code(self) -> ExitCode {
        if self.failed == 0 && self.passed > 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}

fn number_before(text: &str, word: &str) -> usize {
    let before = text.split_once(word).map_or("", |(before, _)| before);
    before
        .rsplit(|c: char| !c.is_ascii_digit())
        .next()
        .and_then(|digits| digits.parse().ok())
        .unwrap_or(0)
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn result_lines_are_added_up() {
        let output = "running 2 tests\ntest result: ok. 2 passed; 0 failed; 1 ignored; 0 measured\n\
                      \u{1b}[31mtest result: FAILED. 10 passed; 3 failed; 0 ignored\n";
        assert_eq!(
            Count::of_rust_tests(output),
            Count {
                passed: 12,
                failed: 3
            }
        );
        assert_eq!(
            Count::of_rust_tests("error: could not compile"),
            Count::default()
        );
    }

    #[test]
    fn the_last_line_reads_as_agreed() {
        assert_eq!(
            Count {
                passed: 12,
                failed: 3
            }
            .to_string(),
            "12 passed, 3 failed"
        );
    }
}
