//! Deadlines as a file for a calendar, saved by a real link.

use super::row::Shown;
use super::words;
use crate::browser;
use crate::browser::object_url::ObjectUrl;
use crate::dom::{Fragment, Words, component, live, view};
use crate::i18n::{Lang, Text, format, lang, text};
use crate::model::Timestamp;
use crate::model::closing::{Event, calendar};
use crate::reactive::*;
use crate::ui::{Icon, foreign, icon};

const CALENDAR: &str = "text/calendar;charset=utf-8";

/// A link that saves these deadlines, in the interface's language.
#[component]
pub(super) fn CalendarFile(windows: Signal<Vec<Shown>>, label: Text) -> Fragment {
    live(move || {
        let (windows, lang) = (windows.get(), lang());
        let file = file(lang, &windows, &origin(), browser::visitors_now());
        let url = ObjectUrl::of(&file, CALENDAR)?;
        let href = url.as_str().to_owned();
        // Given up together with the link.
        let _until_then = StoredValue::new(url);
        let about = match windows.as_slice() {
            [only] => {
                let (product, customer) = (only.product(), only.customer.clone());
                Words::from(move || text::closing_calendar_of(lang, &product, &customer))
            }
            _ => Words::from(label),
        };
        Some(view! {
            <a class="button small" href=href download=file_name(lang, &windows) aria-label=about>
                <Icon of=icon::DOWNLOAD/> {label}
            </a>
        })
    })
}

fn origin() -> String {
    let origin = browser::window().and_then(|window| window.location().origin().ok());
    origin.unwrap_or_default()
}

/// Says neither whose deadlines they are nor of what: names of files are seen by many.
fn file_name(lang: Lang, windows: &[Shown]) -> String {
    let name = text::CLOSING_FILE.get(lang);
    match windows {
        [only] => format!("{name}-{}.ics", only.window.deadline.date()),
        _ => format!("{name}.ics"),
    }
}

fn file(lang: Lang, windows: &[Shown], origin: &str, made: Timestamp) -> String {
    let texts: Vec<_> = windows
        .iter()
        .map(|shown| {
            let summary = text::closing_event(lang, &shown.product(), &shown.customer);
            let href = [origin, &shown.href()].concat();
            (shown.window.uid(), summary, description(lang, shown), href)
        })
        .collect();
    let both = windows.iter().zip(&texts);
    let events: Vec<_> = both
        .map(|(shown, (uid, summary, description, url))| Event {
            uid,
            at: shown.window.deadline,
            summary,
            description,
            url,
        })
        .collect();
    calendar(&events, made)
}

fn description(lang: Lang, shown: &Shown) -> String {
    let window = &shown.window;
    // In UTC: nobody knows where the calendar is opened.
    let until = format::date_time_utc(lang, window.deadline.millis());
    [
        text::closing_event_until(lang, &until),
        text::closing_event_customer(lang, &shown.customer),
        text::closing_event_product(lang, &shown.product()),
        text::closing_event_order(lang, &foreign::visible(&window.order_number)),
        words::refund(lang, window),
    ]
    .join("\n")
    .trim_end()
    .to_owned()
}

#[cfg(test)]
mod tests {
    use std::slice::from_ref;

    use super::*;
    use crate::model::SoftwareItemId;
    use crate::model::closing::Closing;
    use crate::model::window::{Left, Refund, Source};

    fn shown(order: &str, deadline: &str) -> Shown {
        Shown {
            window: Closing {
                customer: "5f1c0f6e-8a7b-4c3d-9e2f-0123456789ab".parse().unwrap(),
                customer_name: "Contoso".to_owned(),
                item: SoftwareItemId {
                    order: order.parse().unwrap(),
                    line: 2,
                    product: "P1".parse().unwrap(),
                    sku: "0001".parse().unwrap(),
                },
                title: "SQL Server, 2 Core".to_owned(),
                order_number: order.to_owned(),
                deadline: Timestamp::parse(deadline).unwrap(),
                left: Left::Days(3),
                ends_soon: true,
                refund: Some(Refund::Full),
                amount: None,
                source: Source::Configuration,
            },
            customer: "Contoso (contoso.fr)".to_owned(),
        }
    }

    #[test]
    fn each_deadline_is_an_entry_in_the_language_of_the_interface() {
        let windows = [
            shown("one", "2026-12-24T23:59:00Z"),
            shown("two", "2026-12-25T23:59:00Z"),
        ];
        let made = Timestamp::parse("2026-12-20T10:00:00Z").unwrap();
        for lang in Lang::ALL {
            let file = file(lang, &windows, "https://shop.example", made);
            let file = file.replace("\r\n ", "");
            assert_eq!(file.matches("BEGIN:VEVENT").count(), 2);
            assert!(file.contains("DTSTART:20261225T235900Z"));
            let url = "URL:https://shop.example/customers/5f1c0f6e-8a7b-4c3d-9e2f-0123456789ab/orders/two/cancel?line=2";
            assert!(file.contains(url), "{file}");
            let credit = text::CANCEL_CREDIT_FULL.get(lang);
            for words in ["SQL Server\\, 2 Core", "Contoso (contoso.fr)", credit] {
                assert!(file.contains(words), "{words}\n{file}");
            }
        }
    }

    #[test]
    fn the_name_of_the_file_tells_of_nobody() {
        let one = shown("one", "2026-12-24T23:59:00Z");
        let two = [one.clone(), shown("two", "2026-12-25T23:59:00Z")];
        for lang in Lang::ALL {
            for name in [file_name(lang, from_ref(&one)), file_name(lang, &two)] {
                assert!(name.ends_with(".ics"));
                assert!(!name.contains("ontoso") && !name.contains("one"), "{name}");
            }
        }
        let name = file_name(Lang::En, from_ref(&one));
        assert_eq!(name, "cancellation-deadlines-2026-12-24.ics");
    }
}
