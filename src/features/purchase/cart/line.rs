//! What the server finds wrong with a line, in words, on the line.

use crate::dom::{Fragment, component, view};
use crate::explain::explain_line;
use crate::features::failure::with_foreign;
use crate::i18n::{lang, text};
use crate::model::cart::LineError;
use crate::ui::foreign;

#[component]
pub(in crate::features::purchase) fn LineProblem(error: LineError) -> Fragment {
    let said = explain_line(&error);
    let foreign = said.foreign.map(|said| foreign::visible(&said));
    let left = error.available.and_then(|left| u32::try_from(left).ok());
    let words = move || {
        let words = [said.happened, said.next].map(|part| part.get(lang()));
        let mut words = with_foreign(words.join(" "), foreign.as_deref());
        if let Some(left) = left {
            words.push(' ');
            words.push_str(&text::cart_left(lang(), left));
        }
        words
    };
    view! { <p class="wrong" role="alert">{words}</p> }
}
