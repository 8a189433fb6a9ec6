//! What a cancellation in doubt was about, as its operation remembers it.

use crate::model::sorted::sorted_by;

/// The lines that were asked for, and by which way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AskedFor {
    /// Numbers, sorted.
    pub lines: Vec<u32>,
    /// Line by line, through their subscriptions, since the order could not be cancelled as such.
    pub line_by_line: bool,
}

const LINE_BY_LINE: &str = " line by line";

impl AskedFor {
    pub fn lines(lines: &[u32]) -> Self {
        AskedFor {
            lines: sorted_by(lines.iter().copied(), &|a, b| a.cmp(b)),
            line_by_line: false,
        }
    }

    /// As it is kept: `0,2`, or `0,2 line by line`.
    pub fn to_text(&self) -> String {
        let numbers: Vec<String> = self.lines.iter().map(u32::to_string).collect();
        let way = if self.line_by_line { LINE_BY_LINE } else { "" };
        numbers.join(",") + way
    }

    /// Reads what was kept; what is no number is left out.
    pub fn read(text: &str) -> Self {
        let numbers = text.strip_suffix(LINE_BY_LINE);
        AskedFor {
            lines: numbers
                .unwrap_or(text)
                .split(',')
                .filter_map(|number| number.parse().ok())
                .collect(),
            line_by_line: numbers.is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::AskedFor;

    #[test]
    fn what_was_asked_is_read_back() {
        for line_by_line in [false, true] {
            let asked = AskedFor {
                line_by_line,
                ..AskedFor::lines(&[12, 0, 3])
            };
            assert_eq!(AskedFor::read(&asked.to_text()), asked);
            assert_eq!(asked.lines, [0, 3, 12]);
        }
        assert_eq!(AskedFor::read(""), AskedFor::default());
        assert_eq!(AskedFor::read("x"), AskedFor::default());
    }
}
