//! Finding what looks like a product key in a text that people typed or pasted.

use std::ops::Range;

/// Where the first one is: 25 letters and digits in five groups or in none, 32 digits in eight
/// groups or in none. Groups are parted by one hyphen or one space.
///
/// 25 characters without a digit are a word, and groups parted by spaces have no small letters:
/// else five words of five letters would be one. Capitals and small letters together are an id, and
/// so is a run that goes on behind a hyphen or an underscore. GUIDs have other groups.
pub(super) fn first(text: &str) -> Option<Range<usize>> {
    let runs = runs(text);
    (0..runs.len()).find_map(|at| {
        let from = &runs[at..];
        [(1, 25), (5, 5), (1, 32), (8, 4)]
            .into_iter()
            .find_map(|(count, length)| {
                let group = from.get(..count)?;
                is_key(text, group, length).then(|| group[0].start..group[count - 1].end)
            })
    })
}

/// Letters and digits that stand together. Of the letters that no key has, only those of European
/// languages count: the tables of all scripts would weigh more than the rest.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, letter) in text.char_indices() {
        if !letter.is_ascii_alphanumeric() && !('À'..='ɏ').contains(&letter) {
            continue;
        }
        let end = at + letter.len_utf8();
        match runs.last_mut() {
            Some(last) if last.end == at => last.end = end,
            _ => runs.push(at..end),
        }
    }
    runs
}

fn is_key(text: &str, groups: &[Range<usize>], length: usize) -> bool {
    let (Some(first), Some(last)) = (groups.first(), groups.last()) else {
        return false;
    };
    let joint = |letter: char| matches!(letter, '-' | '_');
    let goes_on = text[..first.start].ends_with(joint) || text[last.end..].starts_with(joint);
    let whole = groups.iter().all(|group| group.len() == length);
    whole
        && match groups.len() * length {
            32 => is_written(text, groups, Signs::Digits),
            _ if groups.len() == 1 && goes_on => false,
            _ => is_written(text, groups, Signs::Both),
        }
}

/// Whether a text holds the beginning of a key in groups, which somebody is about to type: more than
/// two groups of five, or more than four of four digits.
pub(super) fn begins(text: &str) -> bool {
    let runs = runs(text);
    [(2, 5, Signs::Both), (4, 4, Signs::Digits)]
        .into_iter()
        .any(|(count, length, signs)| {
            runs.windows(count + 1).any(|groups| {
                let (whole, begun) = groups.split_at(count);
                whole.iter().all(|group| group.len() == length)
                    && begun[0].len() <= length
                    && is_written(text, groups, signs)
            })
        })
}

/// What a kind of key is written in.
#[derive(Clone, Copy)]
enum Signs {
    Digits,
    /// Letters and digits: capitals, or small letters where no space parts the groups.
    Both,
}

/// Whether groups are written as those of one key: in its signs, and parted by one sign alone.
fn is_written(text: &str, groups: &[Range<usize>], signs: Signs) -> bool {
    let mut gaps = groups
        .windows(2)
        .map(|pair| &text[pair[0].end..pair[1].start]);
    let first_gap = gaps.next();
    let alike = gaps.all(|gap| Some(gap) == first_gap);
    let parted = matches!(
        first_gap,
        None | Some("-" | " " | "\u{a0}" | "\u{2010}" | "\u{2011}" | "\u{2013}")
    );
    let bytes = || groups.iter().flat_map(|group| text[group.clone()].bytes());
    let all = |is: fn(&u8) -> bool| bytes().all(|byte| is(&byte));
    let any = |is: fn(&u8) -> bool| bytes().any(|byte| is(&byte));
    let small = any(u8::is_ascii_lowercase);
    alike
        && parted
        && match signs {
            Signs::Digits => all(u8::is_ascii_digit),
            Signs::Both => {
                all(u8::is_ascii_alphanumeric)
                    && any(u8::is_ascii_digit)
                    && !all(u8::is_ascii_digit)
                    && !(small && (any(u8::is_ascii_uppercase) || first_gap == Some(" ")))
            }
        }
}
