//! Choosing the interface's language, from wherever it is offered.

use crate::i18n::{Lang, lang, set_lang, text};
use crate::reactive::spawn_local;
use crate::ui::notices;

/// Switches the interface. When the language's texts do not come, it stays and a notice says so.
pub(super) fn choose(chosen: Lang) {
    spawn_local(async move {
        if set_lang(chosen).await.is_err() {
            let words = move || text::language_failed(lang(), chosen.name());
            notices::say_with(words, text::ACT_RETRY, move |()| choose(chosen));
        }
    });
}
