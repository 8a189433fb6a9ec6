//! Text that somebody else wrote: names, file names, hosts. It may hold marks that reorder or hide
//! what stands around it, so it is isolated, and such marks are shown for what they are.

use crate::dom::{Fragment, component, view};

/// Foreign text, isolated from the direction of what stands around it.
#[component]
pub fn Foreign(#[prop(into)] text: String) -> Fragment {
    view! { <bdi>{visible(&text)}</bdi> }
}

/// Foreign text with its invisible characters spelled out, as in `⟨U+202E⟩`: for titles, names and
/// attributes, where no element can isolate it.
#[must_use]
pub fn visible(text: &str) -> String {
    if !text.chars().any(is_deceptive) {
        return text.to_owned();
    }
    let mut shown = String::new();
    for character in text.chars() {
        if is_deceptive(character) {
            shown.push_str(&format!("⟨U+{:04X}⟩", u32::from(character)));
        } else {
            shown.push(character);
        }
    }
    shown
}

/// The same of a text of several lines, whose breaks and tabs stay as they are.
#[must_use]
pub fn visible_lines(text: &str) -> String {
    let plain = text.replace("\r\n", "\n");
    let lines = plain.split_inclusive(['\n', '\t']);
    let shown = lines.map(|line| match line.strip_suffix(['\n', '\t']) {
        Some(words) => visible(words) + &line[words.len()..],
        None => visible(line),
    });
    shown.collect()
}

/// Controls, direction marks and zero-width characters.
fn is_deceptive(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::{visible, visible_lines};

    #[test]
    fn plain_names_are_left_alone() {
        assert_eq!(visible("Søren & fils <b>"), "Søren & fils <b>");
    }

    #[test]
    fn what_reorders_or_hides_is_spelled_out() {
        assert_eq!(visible("invoice\u{202e}fdp.exe"), "invoice⟨U+202E⟩fdp.exe");
        assert_eq!(visible("a\u{0}b\u{200b}c\n"), "a⟨U+0000⟩b⟨U+200B⟩c⟨U+000A⟩");
    }

    #[test]
    fn lines_stay_lines() {
        assert_eq!(visible_lines("a\r\n\n b\tc\n"), "a\n\n b\tc\n");
        assert_eq!(visible_lines("a\u{202e}\nb\r"), "a⟨U+202E⟩\nb⟨U+000D⟩");
    }
}
