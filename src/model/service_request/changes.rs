//! What happened to a request between two times that it was read.

use super::{Note, ServiceRequest};
use crate::model::product_key;

/// Whether support has decided it: closed, with a note that was not there before. What a refund
/// cancels was read before it, and is out of date.
pub fn decided(before: &ServiceRequest, now: &ServiceRequest) -> bool {
    let closed = now.status.is_closed() && !before.status.is_closed();
    closed && now.notes.len() > before.notes.len()
}

/// How many of the notes say exactly this: whether a note whose answer was lost was added is told by
/// one more of them. Space around a text is not kept by every server; what looks like a product key is
/// not kept here, so that none counts.
pub fn same_words(notes: &[Note], text: &str) -> usize {
    let text = plain(text);
    notes
        .iter()
        .filter(|note| plain(&note.text) == text)
        .count()
}

/// A text without what is changed of it: by servers space at its ends and how its lines end, here what
/// looks like a product key.
fn plain(text: &str) -> String {
    product_key::without(text.replace("\r\n", "\n").trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::service_request::{RequestStatus, Severity};

    fn request(status: RequestStatus, notes: &[&str]) -> ServiceRequest {
        let note = |text: &&str| Note {
            text: (*text).to_owned(),
            ..Note::default()
        };
        ServiceRequest {
            id: "616122292874576".parse().unwrap(),
            title: String::new(),
            description: String::new(),
            severity: Severity::Critical,
            topic: None,
            topic_name: None,
            status,
            organization: None,
            contact: None,
            created: None,
            modified: None,
            closed: None,
            notes: notes.iter().map(note).collect(),
            files: Vec::new(),
        }
    }

    #[test]
    fn a_decision_is_a_note_and_the_end() {
        use RequestStatus::{AttentionNeeded, Closed, Open};
        let open = request(Open, &["a"]);
        assert!(decided(&open, &request(Closed, &["a", "approved"])));
        assert!(!decided(&open, &request(Closed, &["a"])));
        assert!(!decided(&open, &request(AttentionNeeded, &["a", "why?"])));
        let closed = request(Closed, &["a"]);
        assert!(!decided(&closed, &request(Closed, &["a", "b"])));
    }

    #[test]
    fn a_note_is_known_by_its_text_however_it_is_stored() {
        let notes = request(RequestStatus::Open, &["Any\r\nnews?", "Any\nnews? ", "Any"]).notes;
        assert_eq!(same_words(&notes, " Any\nnews?\n"), 2);
        assert_eq!(same_words(&notes, "any"), 0);
    }
}
