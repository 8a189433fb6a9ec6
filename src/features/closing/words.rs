//! The words for a window that closes soon.

use crate::features::software::words;
use crate::i18n::{Lang, text};
use crate::model::closing::Closing;
use crate::model::window::{Open, Refund, Window};
use crate::ui::Tone;

/// `2 days left · full credit`
pub(super) fn left(lang: Lang, closing: &Closing) -> String {
    words::window(lang, &window(closing), None)
}

/// `until 4 Feb 2027, 23:59 CET · by your configuration`; whose word it is matters on `real` data.
pub(super) fn until(lang: Lang, closing: &Closing, real: bool) -> String {
    let window = window(closing);
    let source = words::window_source(&window).filter(|_| real);
    let source = source.map(|source| source.get(lang).to_owned());
    let parts = [words::window_until(lang, &window), source];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What is credited; empty where nobody says it.
pub(super) fn refund(lang: Lang, closing: &Closing) -> String {
    let refund = closing.refund.map(|refund| match refund {
        Refund::Full => text::CANCEL_CREDIT_FULL,
        Refund::Prorated => text::CANCEL_CREDIT_PRORATED,
    });
    refund.map_or(String::new(), |refund| refund.get(lang).to_owned())
}

pub(super) fn tone(closing: &Closing) -> Tone {
    words::window_tone(&window(closing))
}

/// As the list of software has it.
pub(super) fn window(closing: &Closing) -> Window {
    Window::Open(Open {
        deadline: closing.deadline,
        left: closing.left,
        ends_soon: closing.ends_soon,
        share_left: None,
        refund: closing.refund,
        source: closing.source,
    })
}
