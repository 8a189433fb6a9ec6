//! Text as people search and sort it: without regard to case and accents.

/// The text in lower case, Latin letters without their accents, ligatures written out, other
/// scripts as they are. Not for showing.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        match lower(letter) {
            // Combining marks: text may come decomposed.
            '\u{300}'..='\u{36f}' => {}
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            letter => folded.push(base(letter)),
        }
    }
    folded
}

/// A letter in lower case: Latin, Greek, Cyrillic and Armenian as languages of today use them.
/// `char::to_lowercase` knows every script and adds 4 kB of tables to the page.
fn lower(letter: char) -> char {
    let pair = |odd: bool| u32::from((u32::from(letter) % 2 == 1) == odd);
    let ahead = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => 32,
        'İ' => return 'i',
        'Ÿ' => return 'ÿ',
        'ẞ' => return 'ß',
        'Ά' => 38,
        'Έ'..='Ί' => 37,
        'Ό' => 64,
        'Ύ' | 'Ώ' => 63,
        'Ѐ'..='Џ' => 80,
        'Ӏ' => 15,
        'Ա'..='Ֆ' => 48,
        'Ĺ'..='ň' | 'Ź'..='ž' | 'Ǎ'..='ǜ' | 'Ư'..='ư' | 'Ӂ'..='ӎ' => pair(true),
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ơ'..='ơ' | 'Ǟ'..='ǯ' | 'Ǹ'..='ȟ' | 'Ȣ'..='ȳ' => {
            pair(false)
        }
        'Ḁ'..='ẕ' | 'Ạ'..='ỿ' | 'Ѡ'..='ҁ' | 'Ҋ'..='ҿ' | 'Ӑ'..='ԯ' => pair(false),
        _ => 0,
    };
    char::from_u32(u32::from(letter) + ahead).unwrap_or(letter)
}

fn base(letter: char) -> char {
    const BASES: [(char, &str); 22] = [
        ('a', "àáâãäåāăąǎ"),
        ('c', "çćĉċč"),
        ('d', "ďđð"),
        ('e', "èéêëēĕėęěẽ"),
        ('g', "ĝğġģ"),
        ('h', "ĥħ"),
        ('i', "ìíîïĩīĭįı"),
        ('j', "ĵ"),
        ('k', "ķ"),
        ('l', "ĺļľŀł"),
        ('n', "ñńņňŉ"),
        ('o', "òóôõöøōŏőơ"),
        ('r', "ŕŗř"),
        ('s', "śŝşšș"),
        ('t', "ţťŧț"),
        ('u', "ùúûüũūŭůűųư"),
        ('w', "ŵ"),
        ('y', "ýÿŷ"),
        ('z', "źżž"),
        ('-', "‐‑–—"),
        ('\'', "’ʼ"),
        (' ', "\u{a0}\u{202f}"),
    ];
    if letter.is_ascii() {
        return letter;
    }
    let found = BASES.iter().find(|(_, variants)| variants.contains(letter));
    found.map_or(letter, |(base, _)| *base)
}

/// The text as a value for a URL: folded, and everything but letters and digits of ASCII turned
/// into single hyphens (`SQL Server 2019` → `sql-server-2019`). Empty for a text without any.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for letter in fold(text).chars() {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forgets_case_and_accents() {
        assert_eq!(fold("Édition ÎLE Čeština"), "edition ile cestina");
        assert_eq!(fold("e\u{301}te\u{301}"), "ete");
        assert_eq!(fold("Straße Œuvre Æon"), "strasse oeuvre aeon");
        assert_eq!(fold("日本語 Ελλάδα"), "日本語 ελλάδα");
        assert_eq!(fold("1 User CAL – 3 year"), "1 user cal - 3 year");
    }

    /// Against the standard library's tables.
    #[test]
    fn knows_the_letters_of_living_languages() {
        for letters in [
            '\0'..='\u{17f}',
            'Ơ'..='ơ',
            'Ư'..='ư',
            'Ǎ'..='ǰ',
            'Ǹ'..='ȟ',
            'Ȣ'..='ȳ',
            'Ḁ'..='ỿ',
            'ΰ'..='ώ',
            'Ά'..='Ϋ',
            'Ѐ'..='ֈ',
        ] {
            for letter in letters.filter(|letter| *letter != 'İ') {
                let expected: String = letter.to_lowercase().collect();
                assert_eq!(lower(letter).to_string(), expected, "{letter}");
            }
        }
        assert_eq!(fold("İ"), "i");
    }

    #[test]
    fn a_slug_is_safe_in_a_query() {
        assert_eq!(slug("SQL Server 2019"), "sql-server-2019");
        assert_eq!(slug("  64 Bit, ISO "), "64-bit-iso");
        assert_eq!(slug("Português (Brasil)"), "portugues-brasil");
        assert_eq!(slug("日本語"), "");
    }
}
