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
    let bytes = || groups.iter().flat_map(|group| text[group.clone()].bytes());
    let whole = groups.iter().all(|group| group.len() == length);
    let mut gaps = groups
        .windows(2)
        .map(|pair| &text[pair[0].end..pair[1].start]);
    let first_gap = gaps.next();
    let alike = gaps.all(|gap| Some(gap) == first_gap);
    let parted = matches!(
        first_gap,
        None | Some("-" | " " | "\u{a0}" | "\u{2010}" | "\u{2011}" | "\u{2013}")
    );
    let digits = bytes().filter(u8::is_ascii_digit).count();
    let plain = bytes().all(|byte| byte.is_ascii_alphanumeric());
    let small = bytes().any(|byte| byte.is_ascii_lowercase());
    let mixed = small && bytes().any(|byte| byte.is_ascii_uppercase());
    let (start, end) = match groups {
        [] => return false,
        [first, ..] => (first.start, groups[groups.len() - 1].end),
    };
    let joint = |letter: char| matches!(letter, '-' | '_');
    let goes_on = || text[..start].ends_with(joint) || text[end..].starts_with(joint);
    let count = groups.len() * length;
    let fits = match count {
        32 => digits == 32,
        _ if groups.len() == 1 && goes_on() => false,
        _ => digits > 0 && digits < count && !mixed && !(small && first_gap == Some(" ")),
    };
    whole && alike && parted && plain && fits
}
