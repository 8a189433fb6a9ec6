//! A note as it is being written: kept, so that nothing typed is ever lost, and added once.

use super::{Note, same_words};
use crate::model::{RequestId, product_key};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteDraft {
    /// The intent to add it. A new note is a new one, also where it says the same as the last.
    pub id: RequestId,
    pub text: String,
    /// How many notes said the same before it was first sent.
    pub before: Option<usize>,
}

impl NoteDraft {
    pub fn new(id: RequestId) -> Self {
        NoteDraft {
            id,
            text: String::new(),
            before: None,
        }
    }

    /// Whether there is anything to add.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Whether it is among the notes by now, of one that was sent.
    pub fn is_among(&self, notes: &[Note]) -> bool {
        let before = self.before.unwrap_or_default();
        same_words(notes, &self.text) > before
    }

    /// As it is stored: the intent and the number in the first line, and then the text, without keys.
    pub fn write(&self) -> String {
        let before = self.before.map(|before| before.to_string());
        let NoteDraft { id, text, .. } = self;
        let text = product_key::without(text);
        format!("{id} {}\n{text}", before.unwrap_or_default())
    }

    /// Reads what was stored; `None` for what no version wrote.
    pub fn read(stored: &str) -> Option<Self> {
        let (head, text) = stored.split_once('\n')?;
        let (id, before) = head.split_once(' ')?;
        Some(NoteDraft {
            id: id.parse().ok()?,
            text: text.to_owned(),
            before: before.parse().ok(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(text: &str, before: Option<usize>) -> NoteDraft {
        NoteDraft {
            id: RequestId::from_random([7; 16]),
            text: text.to_owned(),
            before,
        }
    }

    #[test]
    fn comes_back_as_it_was_typed() {
        for text in ["", " a b\n\nc ", "\n", "12 34"] {
            for before in [None, Some(0), Some(3)] {
                let typed = draft(text, before);
                assert_eq!(NoteDraft::read(&typed.write()), Some(typed));
            }
        }
        for broken in ["", "x", "x y\nz", "{}"] {
            assert_eq!(NoteDraft::read(broken), None, "{broken}");
        }
    }

    #[test]
    fn a_key_is_not_stored() {
        let key = "00001111222233334444555566667777";
        let stored = draft(&format!("The key {key} is refused"), None).write();
        assert!(!stored.contains(key), "{stored}");
        assert!(stored.ends_with(" is refused"), "{stored}");
    }

    #[test]
    fn one_more_note_with_its_words_tells_that_it_was_added() {
        let note = |text: &str| Note {
            text: text.to_owned(),
            ..Note::default()
        };
        let sent = draft("Any news?", Some(1));
        assert!(!sent.is_among(&[note("Any news?"), note("No.")]));
        assert!(sent.is_among(&[note("Any news?"), note("No."), note("Any news? ")]));
        // What was kept of a note with a key is still that note.
        let words = "The key 8F9FN-2JWYW-12345-67890-XWRTF is refused.";
        let back = NoteDraft::read(&draft(words, Some(0)).write()).unwrap();
        assert_ne!(back.text, words);
        assert!(back.is_among(&[note(words)]));
    }
}
