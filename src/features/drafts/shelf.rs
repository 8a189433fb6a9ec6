//! The drafts on the shelf, as they change: in this tab, and in others.

use std::time::Duration;

use leptos::ev::focus;

use crate::kept::{self, Shelf};
use crate::model::draft::is_sent;
use crate::reactive::*;
use crate::session::use_session;

/// How long a change rests before the shelf is read: a draft changes with every letter.
const REST: Duration = Duration::from_millis(300);

/// A record, and the key it is kept under.
pub type Stored = (String, String);

/// Drafts of wizards for this server, in no order; `None` until they were read. They are not looked
/// into, as their number stands on every page.
pub fn use_drafts() -> RwSignal<Option<Vec<Stored>>> {
    let drafts = RwSignal::new(None);
    let server = use_session().api().address().to_owned();
    let later = Later::begin();
    let read = StoredValue::new(move || {
        let server = server.clone();
        spawn_local(async move {
            let all = kept::all(Shelf::Drafts).await;
            drafts.set(Some(of_wizards(all, &server)));
        });
    });
    effect(move || {
        kept::changes(Shelf::Drafts);
        if drafts.with_untracked(Option::is_none) {
            return read.with_value(|read| read());
        }
        later.put_off(REST, move || {
            read.try_with_value(|read| read());
        });
    });
    // A tab that was put away may have kept something last of all, and told nobody.
    let returning = window_event_listener(focus, move |_| {
        read.try_with_value(|read| read());
    });
    on_cleanup(move || returning.remove());
    drafts
}

/// What is kept for one server is nothing to another; and a report that was sent is no draft.
fn of_wizards(all: Vec<Stored>, server: &str) -> Vec<Stored> {
    let kinds = ["cancel", "report"].map(|kind| format!("{server} {kind} "));
    let own = all
        .into_iter()
        .filter(|(key, text)| kinds.iter().any(|kind| key.starts_with(kind)) && !is_sent(text));
    own.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_wizards_of_this_server_that_are_not_over() {
        let open = r#"{"schema":1,"report":{"step":"review"}}"#;
        let sent = r#"{"schema":1,"report":{"step":"sent"}}"#;
        let stored = [
            ("/v1 cancel c/o", "{}"),
            ("/v1 report 1", open),
            ("/v1 report 2", sent),
            ("/v1 report 3", "of a newer version"),
            ("/v1 note 6161", "x"),
            ("https://other/v1 cancel c/o", "{}"),
        ];
        let stored = stored.map(|(key, text)| (key.to_owned(), text.to_owned()));
        let listed = of_wizards(stored.to_vec(), "/v1");
        let keys: Vec<&str> = listed.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(keys, ["/v1 cancel c/o", "/v1 report 1", "/v1 report 3"]);
    }
}
