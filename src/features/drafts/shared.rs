//! Keeps a draft while it is filled in, in this tab and perhaps in another one as well.
//!
//! Nothing that another tab has kept is written over unread: what only one of them changed is put
//! together, and where both changed the same a person is asked. What was sent stays sent.

mod meeting;

use leptos::ev::{focus, pagehide, visibilitychange};

use super::rest::rest;
use super::{cancel_key, report_key};
use crate::browser::{is_visible, visitors_now};
use crate::kept::{self, Shelf};
use crate::model::Timestamp;
use crate::model::draft::{Draft, Record, Wizard, merged, read, write};
use crate::reactive::*;
use crate::session::{Session, use_session};

/// A draft that is kept as it changes. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Shared {
    draft: RwSignal<Option<Draft>>,
    /// What stands on the shelf, as far as this tab knows: all that differs was changed here.
    known: StoredValue<Option<String>>,
    /// What was begun with in this tab and is not on the shelf, until anything of it is.
    begun: StoredValue<Option<String>>,
    /// Since when something is not kept, by the visitor's clock.
    unkept: StoredValue<Option<Timestamp>>,
    /// What is being kept just now.
    going: StoredValue<Option<String>>,
    /// To be kept at once after that.
    again: StoredValue<bool>,
    /// What another tab kept, where both changed the same.
    other: RwSignal<Option<String>>,
    /// A newer version of the program has kept what this one cannot read.
    newer: RwSignal<bool>,
    /// The draft is as another tab left it, and nothing was changed here since.
    taken_over: StoredValue<bool>,
    waiting: Later,
    session: Session,
}

impl Shared {
    /// Keeps what stands in `draft` as it is [`change`](Self::change)d, and brings into it what other tabs
    /// keep. What waits is kept when the page is put aside.
    pub fn begin(draft: RwSignal<Option<Draft>>) -> Self {
        let shared = Shared {
            draft,
            known: StoredValue::new(None),
            begun: StoredValue::new(None),
            unkept: StoredValue::new(None),
            going: StoredValue::new(None),
            again: StoredValue::new(false),
            other: RwSignal::new(None),
            newer: RwSignal::new(false),
            taken_over: StoredValue::new(false),
            waiting: Later::begin(),
            session: use_session(),
        };
        effect(move || {
            kept::changes(Shelf::Drafts);
            shared.look();
        });
        // A tab that was put away may have kept something last of all, and told nobody.
        let returning = window_event_listener(focus, move |_| shared.look());
        let hidden = window_event_listener(visibilitychange, move |_| match is_visible() {
            true => shared.look(),
            false => shared.flush(),
        });
        let left = window_event_listener(pagehide, move |_| shared.keep_last());
        on_cleanup(move || {
            shared.keep_beyond();
            returning.remove();
            hidden.remove();
            left.remove();
        });
        shared
    }

    /// The draft under a key, if there is one that this version can read. What is changed from now on is
    /// told from it.
    pub async fn find(self, key: String) -> Option<Draft> {
        let stored = kept::get(Shelf::Drafts, key).await;
        let found = stored.as_deref().and_then(readable);
        self.know(stored);
        found
    }

    /// A draft of which nothing is kept before it is changed. Until then what another tab keeps is taken
    /// over.
    pub fn start(self, draft: Draft) {
        self.begun.set_value(Some(write(&draft)));
        self.draft.set(Some(draft));
    }

    /// Changes it, and keeps it once typing rests, or before long where it does not.
    pub fn change(self, with: impl FnOnce(&mut Draft)) {
        let changed = self.session.api().server_now();
        let there = self.draft.update(|draft| {
            let draft = draft.as_mut()?;
            with(draft);
            draft.changed = changed;
            Some(())
        });
        if there.flatten().is_none() {
            return;
        }
        let now = visitors_now();
        let since = self
            .unkept
            .update_value(|unkept| *unkept.get_or_insert(now));
        self.taken_over.set_value(false);
        self.waiting.put_off(rest(since, now), move || self.flush());
    }

    /// It has become something else, which is kept already.
    pub fn replace(self, draft: Draft) {
        self.know(Some(write(&draft)));
        self.draft.set(Some(draft));
    }

    /// Does not keep what waits.
    pub fn drop_unkept(self) {
        self.waiting.cancel();
        self.unkept.try_update_value(Option::take);
    }

    /// Keeps at once what waits, after what is being kept just now.
    pub fn flush(self) {
        if self.going.try_with_value(Option::is_some) == Some(true) {
            return self.again.set_value(true);
        }
        let Some((key, written)) = self.take_unkept() else {
            return;
        };
        let (known, base) = (self.known.get_value(), self.base());
        self.going.set_value(Some(written.clone()));
        spawn_local(async move {
            let met = kept::swap(Shelf::Drafts, key.clone(), known, written.clone()).await;
            if self.going.try_update_value(Option::take).is_none() {
                // Nobody is here any more.
                return;
            }
            match met {
                Ok(()) if self.is_at(&key) => self.stands(Some(written)),
                Ok(()) => {}
                Err(found) if self.is_at(&key) => {
                    self.unkept
                        .update_value(|unkept| *unkept.get_or_insert_with(visitors_now));
                    self.again.set_value(true);
                    self.meet(base.as_deref(), found);
                }
                Err(_) => {}
            }
            if self.again.update_value(std::mem::take) {
                self.flush();
            }
        });
    }

    /// Nothing waits, and nobody has to be asked.
    fn know(self, stored: Option<String>) {
        self.drop_unkept();
        let newer = stored.as_deref().is_some_and(is_newer);
        self.stands(stored);
        self.settle(newer);
    }

    /// What stands on the shelf.
    fn stands(self, stored: Option<String>) {
        self.known.try_update_value(|known| *known = stored);
        self.begun.try_update_value(Option::take);
    }

    /// What this tab and the shelf have in common.
    fn base(self) -> Option<String> {
        self.begun.get_value().or(self.known.get_value())
    }

    /// Nobody has to be asked any more.
    fn settle(self, newer: bool) {
        if self.other.try_get_untracked().flatten().is_some() {
            self.other.set(None);
        }
        if self.newer.try_get_untracked() == Some(!newer) {
            self.newer.set(newer);
        }
    }

    /// Keeps what waits without asking anything, and what is being kept just now once more: the page may be
    /// gone before there is an answer.
    fn keep_last(self) {
        if self.going.with_value(Option::is_some) {
            self.unkept
                .update_value(|unkept| *unkept.get_or_insert_with(visitors_now));
        }
        if let Some((key, written)) = self.take_unkept() {
            spawn_local(kept::put(Shelf::Drafts, key, written));
        }
    }

    /// Keeps what waits, as the wizard goes and nobody can be asked any more: where both changed the same,
    /// what the other tab has kept stays.
    fn keep_beyond(self) {
        let Some((key, mut written)) = self.take_unkept() else {
            return;
        };
        let mut known = self.going.get_value().or(self.known.get_value());
        let mut base = self.begun.get_value().or(known.clone());
        spawn_local(async move {
            let put = |known: &Option<String>, written: &String| {
                kept::swap(Shelf::Drafts, key.clone(), known.clone(), written.clone())
            };
            while let Err(found) = put(&known, &written).await {
                if is_newer(&found) {
                    return;
                }
                match merged(base.as_deref(), &written, &found) {
                    Some(together) if together != found => written = together,
                    _ => return,
                }
                base = Some(found.clone());
                known = Some(found);
            }
        });
    }

    /// What waits to be kept, and where; nothing while a person is asked what is to stay, or where it would
    /// be put over what a newer version has kept.
    fn take_unkept(self) -> Option<(String, String)> {
        let draft = self.draft.try_get_untracked()??;
        if self.other.with_untracked(Option::is_some) || self.newer.get_untracked() {
            return None;
        }
        self.unkept.try_update_value(Option::take)??;
        self.waiting.cancel();
        Some((self.key_of(&draft)?, write(&draft)))
    }

    /// Whether the draft under a key is filled in here.
    fn is_at(self, key: &str) -> bool {
        let draft = self.draft.try_get_untracked().flatten();
        let own = draft.and_then(|draft| self.key_of(&draft));
        own.as_deref() == Some(key)
    }

    fn key_of(self, draft: &Draft) -> Option<String> {
        let api = self.session.api();
        match &draft.wizard {
            Wizard::Report(_) => Some(report_key(&api, &draft.id)),
            Wizard::Cancel(cancel) => {
                let customer = draft.customer.as_ref()?;
                Some(cancel_key(&api, &customer.id, &cancel.order))
            }
        }
    }
}

fn is_newer(text: &str) -> bool {
    matches!(read(text), Record::Newer(_))
}

fn readable(text: &str) -> Option<Draft> {
    match read(text) {
        Record::Draft(draft) => Some(*draft),
        Record::Newer(_) | Record::Broken => None,
    }
}
