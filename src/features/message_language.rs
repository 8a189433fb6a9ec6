//! The language of a text for a customer: the customer's, unless a person chooses another.

use crate::dom::{Fragment, component, view};
use crate::features::customers::CurrentCustomer;
use crate::i18n::{Lang, lang, lang_untracked, load, text};
use crate::reactive::*;
use crate::ui::{Choice, Note, Segments, Tone};

/// Which language a text is in; cheap to copy.
#[derive(Clone, Copy)]
pub struct MessageLanguage {
    /// Its texts are there.
    spoken: RwSignal<Lang>,
    /// What the picker shows: the choice, while its texts are on their way.
    chosen: RwSignal<Lang>,
    /// Its texts did not come.
    missing: RwSignal<Option<Lang>>,
    /// A person has said which.
    said: StoredValue<bool>,
}

impl MessageLanguage {
    /// Begins in the language of the page.
    pub fn begin() -> Self {
        MessageLanguage {
            spoken: RwSignal::new(lang_untracked()),
            chosen: RwSignal::new(lang_untracked()),
            missing: RwSignal::new(None),
            said: StoredValue::new(false),
        }
    }

    /// The language to write in; tracks it.
    pub fn get(self) -> Lang {
        self.spoken.get()
    }

    /// The customer's own language, as far as it is known and spoken here, unless a person has chosen.
    /// To be called when the text is looked at: its texts are loaded then.
    pub fn prefer_that_of(self, customer: CurrentCustomer) {
        let own = untrack(|| customer.language());
        if let Some(own) = own.filter(|_| !self.said.get_value()) {
            self.change(own);
        }
    }

    fn choose(self, lang: Lang) {
        self.said.set_value(true);
        self.change(lang);
    }

    fn change(self, lang: Lang) {
        self.chosen.set(lang);
        self.missing.set(None);
        spawn_local(async move {
            let loaded = load(lang).await;
            if self.chosen.try_get_untracked() != Some(lang) {
                return;
            }
            if loaded.is_ok() {
                self.spoken.set(lang);
            } else {
                self.chosen.set(self.spoken.get_untracked());
                self.missing.set(Some(lang));
            }
        });
    }
}

/// The choice of it, and that it could not be had.
#[component]
pub fn MessageLanguagePicker(language: MessageLanguage) -> Fragment {
    let options = Signal::derive(|| {
        let name = |lang: Lang| Choice::new(lang.code(), lang.name());
        Lang::ALL.map(name).to_vec()
    });
    let chosen = Signal::derive(move || language.chosen.get().code().to_owned());
    let choose = move |code: String| {
        if let Some(lang) = Lang::from_tag(&code) {
            language.choose(lang);
        }
    };
    let missing = move || {
        let missing = language.missing.get()?;
        let words = move || text::language_failed(lang(), missing.name());
        Some(view! { <Note tone=Tone::Warning><p role="alert">{words}</p></Note> })
    };
    view! {
        <Segments label=text::MESSAGE_LANGUAGE options chosen on_choose=choose/>
        {missing}
    }
}
