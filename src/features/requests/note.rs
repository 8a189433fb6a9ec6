//! A note that is being written, and sent.

use std::rc::Rc;
use std::time::Duration;

use super::data::changed;
use super::send::{Ask, Change, ChangeOf, Sent};
use crate::features::drafts::{self, Keeper};
use crate::i18n::{Text, text};
use crate::kept::{self, Shelf};
use crate::model::operation::OperationState;
use crate::model::report::LONGEST_TEXT;
use crate::model::service_request::{NoteDraft, ServiceRequest, same_words};
use crate::model::{ServiceRequestId, product_key};
use crate::operations::{Operations, use_operations};
use crate::partner_center::ApiError;
use crate::query::Queries;
use crate::reactive::*;
use crate::session::{Session, use_session};
use crate::ui::notices;

/// How long after it is looked again what became of a note that is on its way.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// How far it is.
#[derive(Clone)]
pub(super) enum Stage {
    /// It is being written.
    Writing,
    Sending,
    /// It was not added, and why.
    Not(Text, Rc<ApiError>),
    /// Nobody knows whether it was added.
    Unsure(Rc<NoteDraft>, Rc<ApiError>),
}

/// The note of a request; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct NoteDesk {
    pub stage: RwSignal<Stage>,
    request: StoredValue<ServiceRequestId>,
    shown: Memo<Option<Rc<ServiceRequest>>>,
    draft: RwSignal<Option<NoteDraft>>,
    keeper: Keeper,
    later: Later,
    session: Session,
    operations: Operations,
    queries: Queries,
}

/// Brings back what was written before, and finds out what became of it where it was sent.
pub(super) fn use_note(
    request: ServiceRequestId,
    shown: Memo<Option<Rc<ServiceRequest>>>,
) -> NoteDesk {
    let named = request.clone();
    let desk = NoteDesk {
        stage: RwSignal::new(Stage::Writing),
        request: StoredValue::new(request),
        shown,
        draft: RwSignal::new(None),
        keeper: Keeper::begin(),
        later: Later::begin(),
        session: use_session(),
        operations: use_operations(),
        queries: expect_context(),
    };
    let key = drafts::note_key(&desk.session.api(), &named);
    spawn_local(async move {
        let found = kept::get(Shelf::Drafts, key).await;
        let found = found.and_then(|text| NoteDraft::read(&text));
        // What is typed by now wins.
        let typed = desk
            .draft
            .try_get_untracked()
            .is_none_or(|now| now.is_some());
        let Some(found) = found.filter(|_| !typed) else {
            return;
        };
        desk.draft.set(Some(found.clone()));
        let Some(change) = desk.change_of(&found) else {
            return;
        };
        match change.state().await {
            Some(OperationState::Unknown) => desk.send(found, Ask::Settle),
            // It was added after this page had been left.
            Some(OperationState::Done) => desk.begin_anew(&found),
            _ => {}
        }
    });
    desk
}

impl NoteDesk {
    /// As it stands in the field; tracks it.
    pub fn text(self) -> String {
        self.draft
            .with(|draft| draft.as_ref().map(|draft| draft.text.clone()))
            .unwrap_or_default()
    }

    /// What is wrong with it, if it were sent now; tracks it.
    pub fn problem(self) -> Option<Text> {
        problem(&self.text())
    }

    /// Takes what is typed, and keeps it.
    pub fn type_in(self, text: String) {
        let draft = self.draft.get_untracked();
        let draft = draft.unwrap_or_else(|| NoteDraft::new(self.session.api().new_request()));
        self.write(NoteDraft { text, ..draft });
    }

    /// Adds it, unless it is on its way.
    pub fn add(self) {
        let may = matches!(self.stage.get_untracked(), Stage::Writing | Stage::Not(..));
        let Some(draft) = self.draft.get_untracked().filter(|_| may) else {
            return;
        };
        // It may have been changed since it was refused, and is sent again from there.
        if problem(&draft.text).is_some() {
            return self.stage.set(Stage::Writing);
        }
        let notes = self.shown.get_untracked();
        let same = notes.map(|shown| same_words(&shown.notes, &draft.text));
        let draft = NoteDraft {
            before: same.or(draft.before),
            ..draft
        };
        self.write(draft.clone());
        self.keeper.flush();
        self.send(draft, Ask::Change);
    }

    /// Finds out what became of it, or sends once more what is in doubt.
    pub fn settle(self, ask: Ask) {
        if let Stage::Unsure(draft, _) = self.stage.get_untracked() {
            self.send((*draft).clone(), ask);
        }
    }

    fn send(self, draft: NoteDraft, ask: Ask) {
        let Some(change) = self.change_of(&draft) else {
            return;
        };
        // In this very event: an effect would come too late for a second press.
        self.stage.set(Stage::Sending);
        change.run(ask, move |sent| {
            let stage = match sent {
                Sent::Done => return self.added(&draft),
                // It was sent before the page was left and come back to.
                Sent::Busy => {
                    let draft = draft.clone();
                    let settle = move || self.send(draft, Ask::Settle);
                    return self.later.put_off(LOOK_AGAIN, settle);
                }
                Sent::Refused(error) => Stage::Not(text::REQUESTS_NOTE_REFUSED, Rc::new(error)),
                Sent::NotCarriedOut(error) => {
                    Stage::Not(text::REQUESTS_NOTE_NOT_SENT, Rc::new(error))
                }
                Sent::Unknown(error) => Stage::Unsure(Rc::new(draft.clone()), Rc::new(error)),
            };
            self.stage.set(stage);
        });
    }

    /// It stands in the request.
    fn added(self, sent: &NoteDraft) {
        notices::say(text::REQUESTS_NOTE_ADDED);
        // Where nobody is here any more to forget it, the next visit finds that it was added.
        if let Some(request) = self.request.try_get_value() {
            self.begin_anew(sent);
            changed(self.queries, &request);
        }
    }

    /// What was typed since a note was sent is the next one. Once the page has gone there is nothing to
    /// begin.
    fn begin_anew(self, sent: &NoteDraft) {
        let (Some(key), Some(now)) = (self.key(), self.draft.try_get_untracked()) else {
            return;
        };
        let next = now.map(|now| now.text).filter(|text| *text != sent.text);
        self.keeper.drop_unkept();
        self.draft.set(None);
        match next {
            Some(text) => self.type_in(text),
            None => spawn_local(kept::remove(Shelf::Drafts, key)),
        }
        self.stage.set(Stage::Writing);
    }

    fn write(self, draft: NoteDraft) {
        if let Some(key) = self.key() {
            self.keeper.soon(key, draft.write());
            self.draft.set(Some(draft));
        }
    }

    /// `None` once the page has gone.
    fn change_of(self, draft: &NoteDraft) -> Option<ChangeOf> {
        Some(ChangeOf {
            api: self.session.api(),
            operations: self.operations,
            request: self.request.try_get_value()?,
            change: Change::Note(draft.clone()),
        })
    }

    /// `None` once the page has gone.
    fn key(self) -> Option<String> {
        self.request
            .try_with_value(|request| drafts::note_key(&self.session.api(), request))
    }
}

/// What is wrong with a note, if it were sent. A product key is not support's to know.
fn problem(note: &str) -> Option<Text> {
    match note.trim().chars().count() {
        0 => Some(text::REQUESTS_NOTE_EMPTY),
        1..=LONGEST_TEXT => product_key::is_in(note).then_some(text::REQUESTS_NOTE_KEY),
        _ => Some(text::REQUESTS_NOTE_TOO_LONG),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_has_words_and_no_product_key() {
        assert_eq!(problem(" \n"), Some(text::REQUESTS_NOTE_EMPTY));
        assert_eq!(problem("Any news?"), None);
        assert_eq!(problem(&"é".repeat(LONGEST_TEXT)), None);
        let long = "é".repeat(LONGEST_TEXT + 1);
        assert_eq!(problem(&long), Some(text::REQUESTS_NOTE_TOO_LONG));
        let key = "The key 8F9FN-2JWYW-12345-67890-XWRTF is refused.";
        assert_eq!(problem(key), Some(text::REQUESTS_NOTE_KEY));
        // As it is kept, and comes back.
        assert_eq!(problem(&product_key::without(key)), None);
    }
}
