//! The texts of each language that are here by now.

use std::sync::OnceLock;

use super::{Lang, text};

/// What parts the texts of a file (`SEPARATOR` of the crate `texts`).
const SEPARATOR: char = '\u{1e}';

/// Programs other than the page of a build have both languages in them: tests, servers and Trunk's
/// page while developing, which come without files beside them.
const BUILT_IN: bool = cfg!(not(release_page));

static EN: OnceLock<Vec<&'static str>> = OnceLock::new();
static FR: OnceLock<Vec<&'static str>> = OnceLock::new();

fn table(lang: Lang) -> &'static OnceLock<Vec<&'static str>> {
    match lang {
        Lang::En => &EN,
        Lang::Fr => &FR,
    }
}

fn built_in(lang: Lang) -> &'static str {
    match lang {
        Lang::En => include_str!(concat!(env!("OUT_DIR"), "/en.txt")),
        Lang::Fr => include_str!(concat!(env!("OUT_DIR"), "/fr.txt")),
    }
}

/// The texts of a language, if they are here.
fn loaded(lang: Lang) -> Option<&'static Vec<&'static str>> {
    if BUILT_IN {
        return Some(table(lang).get_or_init(|| built_in(lang).split(SEPARATOR).collect()));
    }
    table(lang).get()
}

/// Whether the texts of a language are here.
pub(super) fn has(lang: Lang) -> bool {
    loaded(lang).is_some()
}

/// Takes the texts of a language in, for as long as the page lives. Answers whether they are as
/// many as this program has names for: others are not its own, and are left out.
pub(super) fn install(lang: Lang, file: String) -> bool {
    let texts: Vec<&'static str> = file.leak().split(SEPARATOR).collect();
    let fit = texts.len() == text::count();
    if fit {
        // Already there only if it was loaded twice at once, from the same file.
        let _ = table(lang).set(texts);
    }
    fit
}

/// The texts of a language, in the order of their places.
///
/// They are here whenever the language can be asked for: the interface's language and that of a
/// message change only once `load` has ended well. Should that rule be broken, words of the other
/// language are better than none; and where there are none at all, the program ends, which shows
/// the panel for faults of our own.
pub(super) fn texts(lang: Lang) -> &'static [&'static str] {
    let any = || Lang::ALL.into_iter().find_map(loaded);
    match loaded(lang).or_else(any) {
        Some(texts) => texts,
        None => panic!("no texts are loaded"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_another_build_are_left_out() {
        assert!(install(Lang::En, built_in(Lang::En).to_owned()));
        assert!(!install(Lang::En, String::new()));
        assert!(!install(
            Lang::En,
            format!("{}{SEPARATOR}one more", built_in(Lang::En))
        ));
    }
}
