//! Finding products by words, after every letter typed.

use super::CatalogProduct;
use crate::model::fold::fold;
use crate::model::window::SoftwareKind;

/// What is asked of a product.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProductFilter {
    /// Folded, none empty.
    words: Vec<String>,
    kind: Option<SoftwareKind>,
}

impl ProductFilter {
    /// Words as they were typed: each has to occur, at any place, case and accents ignored.
    pub fn new(words: &str, kind: Option<SoftwareKind>) -> Self {
        let folded = fold(words);
        let words = folded.split_whitespace().map(str::to_owned);
        ProductFilter {
            words: words.collect(),
            kind,
        }
    }

    fn lets_through(&self, product: &CatalogProduct) -> bool {
        self.kind.is_none_or(|kind| product.kinds.has(kind))
            && self.words.iter().all(|word| holds(&product.folded, word))
    }

    /// Whether what this lets through is let through by the other one as well.
    fn is_within(&self, other: &Self) -> bool {
        let within = |word: &String| self.words.iter().any(|own| own.contains(word.as_str()));
        (other.kind.is_none() || other.kind == self.kind) && other.words.iter().all(within)
    }
}

/// What was found for the letters so far, from few to many: more letters are looked for in what
/// fewer have found, and erasing one needs no search at all. (Of 5,000 products, reading every text
/// after every letter took half of the time of a press.)
#[derive(Debug, Default)]
pub(super) struct Search(Vec<(ProductFilter, Vec<usize>)>);

impl Search {
    /// The places of the products that a filter lets through. They are the same ones each time.
    pub fn find(&mut self, products: &[CatalogProduct], filter: &ProductFilter) -> Vec<usize> {
        let outside = |(found_by, _): &(ProductFilter, _)| !filter.is_within(found_by);
        while self.0.last().is_some_and(outside) {
            self.0.pop();
        }
        let found: Vec<usize> = match self.0.last() {
            Some((found_by, found)) if found_by == filter => return found.clone(),
            Some((_, found)) => {
                let places = found.iter().copied();
                let passing = places.filter(|place| filter.lets_through(&products[*place]));
                passing.collect()
            }
            None => {
                let passing =
                    (0..products.len()).filter(|place| filter.lets_through(&products[*place]));
                passing.collect()
            }
        };
        self.0.push((filter.clone(), found.clone()));
        found
    }
}

/// Whether a text holds a word. `str::contains` gets ready for long texts each time, which takes
/// longer here, with thousands of short ones after every letter typed, than the search itself.
fn holds(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let Some((first, rest)) = word.split_first() else {
        return true;
    };
    let mut left = text.iter();
    while left.any(|letter| letter == first) {
        if left.as_slice().starts_with(rest) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_wherever_it_stands() {
        for (text, word, expected) in [
            ("aaab", "aab", true),
            ("ababac", "abac", true),
            ("office", "office", true),
            ("office", "ice", true),
            ("office", "offices", false),
            ("off", "ofo", false),
            ("", "a", false),
            ("日本語", "本", true),
            ("日本語", "木", false),
        ] {
            assert_eq!(holds(text, word), expected, "{word} in {text}");
            assert_eq!(text.contains(word), expected);
        }
    }

    #[test]
    fn what_was_found_before_changes_nothing() {
        let product = |id: &str, title: &str, kind| {
            let mut product =
                CatalogProduct::new(id.parse().unwrap(), title.to_owned(), String::new());
            product.kinds.add(kind);
            product
        };
        let products = [
            product("P1", "Office", SoftwareKind::Perpetual),
            product("P2", "Office Server", SoftwareKind::Subscription),
            product("P3", "Windows Server", SoftwareKind::Perpetual),
            product("P4", "Offline", SoftwareKind::Perpetual),
        ];
        let mut search = Search::default();
        let typed = [
            "",
            "o",
            "of",
            "off",
            "offi",
            "off",
            "off s",
            "off se",
            "server off",
            "s",
            "",
            "w",
            "office",
            "offic",
            "offline",
            "x",
            "xy",
            "",
            "off",
        ];
        for kind in [None, Some(SoftwareKind::Perpetual), None] {
            for words in typed {
                let filter = ProductFilter::new(words, kind);
                let all = (0..products.len()).filter(|at| filter.lets_through(&products[*at]));
                let all: Vec<usize> = all.collect();
                assert_eq!(search.find(&products, &filter), all, "{words:?} {kind:?}");
            }
        }
    }
}
