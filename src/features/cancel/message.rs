//! The words for the customer, in the customer's language: what was cancelled, and what to uninstall.

use super::record::Cancelled;
use crate::dom::{Fragment, component, view};
use crate::features::customers::CurrentCustomer;
use crate::features::message_language::{MessageLanguage, MessageLanguagePicker};
use crate::features::orders::use_order;
use crate::i18n::{Lang, Text, format, text};
use crate::model::OrderId;
use crate::model::cancellation::{Proof, Tracker, line_of};
use crate::model::order::Order;
use crate::reactive::*;
use crate::ui::{CopyButton, foreign};

/// The text, the choice of its language, and *Copy*.
#[component]
pub(super) fn CustomerMessage(
    customer: CurrentCustomer,
    order: Option<OrderId>,
    cancelled: Cancelled,
    /// As it goes on.
    tracker: RwSignal<Tracker>,
) -> Fragment {
    let read = use_order(customer, move || order.clone());
    let language = MessageLanguage::begin();
    let words = move || {
        let order = read.ready()?;
        let bought = bought(&order, cancelled.line, language.get());
        let name = customer.introduced().name;
        Some(message(
            language.get(),
            &name,
            order.number(),
            &bought,
            &tracker.get(),
        ))
    };
    let words = Signal::derive(move || words().unwrap_or_default());
    view! {
        <details class="for-customer">
            <summary on:click=move |_| language.prefer_that_of(customer)>
                {text::TRACK_MESSAGE}
            </summary>
            <MessageLanguagePicker language/>
            <div
                class="letter"
                role="group"
                tabindex="0"
                aria-label=text::MESSAGE_PREVIEW
                lang=move || language.get().code()
            >
                {move || words.get()}
            </div>
            <CopyButton value=move || words.get() what=text::TRACK_MESSAGE words=true/>
        </details>
    }
}

/// What a line was: `Windows Server 2022 Standard (10)`.
fn bought(order: &Order, line: u32, lang: Lang) -> String {
    let Some(item) = line_of(order, line) else {
        return String::new();
    };
    let name = foreign::visible(item.friendly_name.as_deref().unwrap_or(&item.offer_id));
    match item.quantity.filter(|quantity| *quantity > 0) {
        Some(quantity) => format!("{name} ({})", format::number(lang, quantity as f64)),
        None => name,
    }
}

/// The message, ready to be sent.
fn message(lang: Lang, customer: &str, order: &str, bought: &str, tracker: &Tracker) -> String {
    let day = format::date(lang, tracker.accepted.millis());
    let parts = [
        Some(text::MESSAGE_HELLO.get(lang).to_owned()),
        Some(text::track_message_intro(
            lang,
            customer,
            &foreign::visible(order),
            &day,
        )),
        Some(format!("- {bought}")),
        revoked(tracker).map(|words| words.get(lang).to_owned()),
        Some(text::TRACK_MESSAGE_UNINSTALL.get(lang).to_owned()),
        Some(text::MESSAGE_BYE.get(lang).to_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}

/// What becomes of key and links, as far as there are any and no other purchase keeps them alive. That
/// they are gone is said once they answer so.
fn revoked(tracker: &Tracker) -> Option<Text> {
    let there = |proof| proof != Proof::NothingThere;
    let gone = tracker.revoked().is_some();
    Some(match (there(tracker.key), there(tracker.link), gone) {
        (true, true, false) => text::TRACK_MESSAGE_KEYS_SOON,
        (true, true, true) => text::TRACK_MESSAGE_KEYS,
        (true, false, false) => text::TRACK_MESSAGE_KEY_SOON,
        (true, false, true) => text::TRACK_MESSAGE_KEY,
        (false, true, false) => text::TRACK_MESSAGE_LINKS_SOON,
        (false, true, true) => text::TRACK_MESSAGE_LINKS,
        (false, false, _) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Timestamp;

    #[test]
    fn tells_what_was_cancelled_and_what_to_uninstall() {
        let accepted = Timestamp::parse("2026-11-20T10:00:00Z").unwrap();
        let tracker = Tracker::new(accepted, true, true);
        for lang in Lang::ALL {
            let words = message(
                lang,
                "Contoso SARL",
                "f76c6b7f449d",
                "Visio LTSC (3)",
                &tracker,
            );
            for part in ["Contoso SARL", "f76c6b7f449d", "- Visio LTSC (3)", "2026"] {
                assert!(words.contains(part), "{part}\n{words}");
            }
            assert!(words.contains(text::TRACK_MESSAGE_UNINSTALL.get(lang)));
        }
    }

    #[test]
    fn says_that_key_and_links_are_gone_once_they_are() {
        let accepted = Timestamp::parse("2026-11-20T10:00:00Z").unwrap();
        let (gone, none) = (Proof::Revoked(accepted), Proof::NothingThere);
        for (key, link, said) in [
            (
                Proof::Waiting,
                Proof::Waiting,
                Some(text::TRACK_MESSAGE_KEYS_SOON),
            ),
            (gone, Proof::Waiting, Some(text::TRACK_MESSAGE_KEYS_SOON)),
            (gone, gone, Some(text::TRACK_MESSAGE_KEYS)),
            // Another purchase keeps the links alive, or there are none.
            (Proof::Waiting, none, Some(text::TRACK_MESSAGE_KEY_SOON)),
            (gone, none, Some(text::TRACK_MESSAGE_KEY)),
            (none, Proof::Waiting, Some(text::TRACK_MESSAGE_LINKS_SOON)),
            (none, gone, Some(text::TRACK_MESSAGE_LINKS)),
            (none, none, None),
        ] {
            let tracker = Tracker {
                key,
                link,
                ..Tracker::new(accepted, true, true)
            };
            for lang in Lang::ALL {
                let words = |text: Option<Text>| text.map(|text| text.get(lang));
                assert_eq!(words(revoked(&tracker)), words(said), "{key:?} {link:?}");
                let all = message(lang, "Contoso", "f76c6b7f449d", "Visio", &tracker);
                assert!(words(said).is_none_or(|said| all.contains(said)));
            }
        }
    }
}
