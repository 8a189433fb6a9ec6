//! What another tab has kept of the same draft, put together with what stands here.

use super::{Shared, is_newer, readable};
use crate::i18n::{Text, text};
use crate::kept::{self, Shelf};
use crate::model::draft::{is_sent, merged, write};
use crate::reactive::*;

impl Shared {
    /// Whether it is as another tab left it, and nothing was changed here since. Then nothing is changed
    /// of what follows from it either, else two tabs would answer each other without end.
    pub fn is_taken_over(self) -> bool {
        self.taken_over.get_value()
    }

    /// Whether another tab changed the same, and a person has to say what is to stay; tracks it.
    pub fn is_contested(self) -> bool {
        self.other.with(Option::is_some)
    }

    /// Why nothing is to be sent of it before a person has said what is to stay; tracks it.
    pub fn held_back(self) -> Option<Text> {
        self.is_contested().then_some(text::DRAFTS_CONTESTED_FIRST)
    }

    /// Whether a newer version of the program has kept something here. It is not written over, so nothing
    /// is kept that is filled in here; tracks it.
    pub fn is_newer(self) -> bool {
        self.newer.get()
    }

    /// What stands here is to stay.
    pub fn keep_ours(self) {
        if let Some(other) = self.other.get_untracked() {
            self.know(Some(other));
            self.change(|_| ());
            self.flush();
        }
    }

    /// What the other tab kept is to stay.
    pub fn take_theirs(self) {
        if let Some(other) = self.other.get_untracked() {
            self.show(&other);
            self.know(Some(other));
        }
    }

    /// Reads what stands on the shelf, and takes over what other tabs have changed.
    pub(super) fn look(self) {
        let draft = self.draft.try_get_untracked().flatten();
        let Some(key) = draft.as_ref().and_then(|draft| self.key_of(draft)) else {
            return;
        };
        let (known, base) = (self.known.get_value(), self.base());
        spawn_local(async move {
            let Some(found) = kept::get(Shelf::Drafts, key.clone()).await else {
                return;
            };
            // What is kept meanwhile sees for itself what it meets.
            let quiet = self.going.try_with_value(Option::is_none) == Some(true);
            let still = self.known.try_with_value(|now| *now == known) == Some(true);
            if quiet && still && known.as_ref() != Some(&found) && self.is_at(&key) {
                self.meet(base.as_deref(), found);
            }
        });
    }

    /// Puts together what stands here with what stands on the shelf; `base` is what both began with.
    pub(super) fn meet(self, base: Option<&str>, stored: String) {
        let Some(ours) = self.draft.with_untracked(|draft| draft.as_ref().map(write)) else {
            return;
        };
        if is_newer(&stored) {
            return self.newer.set(true);
        }
        let Some(together) = merged(base, &ours, &stored) else {
            return self.other.set(Some(stored));
        };
        if together != ours {
            self.show(&together);
        }
        if is_sent(&together) {
            self.drop_unkept();
        }
        self.stands(Some(stored));
        self.settle(false);
    }

    fn show(self, text: &str) {
        if let Some(draft) = readable(text) {
            self.taken_over.set_value(true);
            self.draft.set(Some(draft));
        }
    }
}
