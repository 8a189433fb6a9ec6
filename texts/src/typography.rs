//! Typography is set here, once, so that the JSON can be typed on any keyboard.

/// Apostrophes, and in French the spaces that must not break (U+00A0; U+202F before `;`, `?`, `!`).
pub fn typography(text: &str, french: bool) -> String {
    let text = text.replace('\'', "’");
    if !french {
        return text;
    }
    [
        (" :", "\u{a0}:"),
        (" ;", "\u{202f};"),
        (" ?", "\u{202f}?"),
        (" !", "\u{202f}!"),
        ("« ", "«\u{a0}"),
        (" »", "\u{a0}»"),
        (" %", "\u{a0}%"),
    ]
    .iter()
    .fold(text, |text, (from, to)| text.replace(from, to))
}
