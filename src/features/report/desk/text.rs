//! The text that is sent, and its language.

use super::{ReportDesk, of};
use crate::features::report::words;
use crate::i18n::{Lang, load};
use crate::model::report::{About, Phrase, outgoing, reference};
use crate::reactive::*;
use crate::ui::foreign;

impl ReportDesk {
    /// The name by which it can be found again once it was sent; tracks which one it is.
    pub fn reference(self) -> String {
        self.id.get().map(|id| reference(&id)).unwrap_or_default()
    }

    /// The text as it is sent, in its language; tracks all it is made of.
    pub fn outgoing(self) -> String {
        self.text(&self.reference())
    }

    /// The same without the reference, to be taken over as the person's own.
    pub fn proposed_text(self) -> String {
        self.text("")
    }

    fn text(self, reference: &str) -> String {
        let Some(filled) = self.filled() else {
            return String::new();
        };
        let customer = self.customer().map(|whose| foreign::visible(&whose.name));
        let spoken = self.spoken.get();
        let found = self.lookups.found.get();
        let bought = found.bought.as_ref();
        let meant = &filled.lines;
        let (part, whole) = match bought {
            Some(bought) if bought.is_part(meant) => (words::lines(spoken, bought, meant), None),
            bought => (
                Vec::new(),
                bought.and_then(|bought| words::bought(spoken, bought, meant)),
            ),
        };
        let about = About {
            customer: customer.as_deref().filter(|name| !name.trim().is_empty()),
            product: whole.as_deref(),
            lines: &part,
        };
        outgoing(&filled.report, about, reference, &|phrase| match phrase {
            Phrase::Reference("") => String::new(),
            phrase => words::phrase(spoken, phrase),
        })
    }

    /// Writes what is sent in another language, once its texts are there.
    ///
    /// # Errors
    /// They did not come.
    pub async fn choose_language(self, wanted: Lang) -> Result<(), ()> {
        let before = untrack(|| self.filled()).map(|filled| filled.language);
        self.change(|report| report.language = wanted.code().to_owned());
        let loaded = load(wanted).await;
        let still = self.draft.try_get_untracked().flatten();
        let still = still
            .as_ref()
            .and_then(of)
            .map(|report| report.language.clone());
        if still.as_deref() != Some(wanted.code()) {
            return Ok(());
        }
        match loaded {
            Ok(()) => self.spoken.set(wanted),
            Err(_) => {
                let before = before.unwrap_or_default();
                self.change(|report| report.language = before);
                return Err(());
            }
        }
        Ok(())
    }

    /// Speaks the language of the draft that was brought back.
    pub(super) fn speak(self) {
        let language = Memo::new(move |_| self.filled().map(|filled| filled.language));
        effect(move || {
            let wanted = language.get().and_then(|tag| Lang::from_tag(&tag));
            let Some(wanted) = wanted.filter(|wanted| *wanted != self.spoken.get_untracked())
            else {
                return;
            };
            spawn_local(async move {
                let there = load(wanted).await.is_ok();
                let still = self.draft.try_get_untracked().flatten();
                let still = still
                    .as_ref()
                    .and_then(of)
                    .map(|report| report.language.clone());
                if there && still.as_deref() == Some(wanted.code()) {
                    self.spoken.set(wanted);
                }
            });
        });
    }
}
