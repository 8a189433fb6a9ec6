//! What stands above the table or in place of its rows.

use super::view::View;
use crate::dom::{CollectFragment, Fragment, component, live, view};
use crate::features::failure::Failure;
use crate::features::software::data::{CustomerSoftware, Part};
use crate::i18n::{Text, counted, lang, text};
use crate::reactive::*;
use crate::ui::{Button, Empty, Note, Tone, icon};

/// Calls that failed, each with its own *Try again*.
#[component]
pub(in crate::features) fn Failures(software: CustomerSoftware) -> Fragment {
    let one = move |part: Part| {
        move || {
            software.failure(part).map(|error| {
                view! { <Failure what=what(part) error on_retry=move |()| software.again(part)/> }
            })
        }
    };
    Part::ALL.map(one).into_iter().collect_view()
}

fn what(part: Part) -> Text {
    match part {
        Part::Entitlements => text::SOFTWARE_FAILED_ENTITLEMENTS,
        Part::Orders => text::SOFTWARE_FAILED_ORDERS,
        Part::Subscriptions => text::SOFTWARE_FAILED_SUBSCRIPTIONS,
    }
}

/// Rows that could not be read, counted where everyone sees it.
#[component]
pub(super) fn UnreadableRows(count: Signal<usize>) -> Fragment {
    live(move || {
        let count = counted(count.get());
        (count > 0).then(|| {
            view! {
                <Note tone=Tone::Warning>
                    <p>{move || text::software_unreadable(lang(), count)}</p>
                </Note>
            }
        })
    })
}

/// Nothing was bought.
#[component]
pub(super) fn Nothing(software: CustomerSoftware) -> Fragment {
    let again = move |()| {
        for part in Part::ALL {
            software.again(part);
        }
    };
    view! {
        <Empty words=text::SOFTWARE_EMPTY>
            <p class="quiet">{text::SOFTWARE_EMPTY_NEXT}</p>
            <Button label=text::SOFTWARE_READ_AGAIN icon=icon::RETRY on_press=again/>
        </Empty>
    }
}

/// Search and filters leave nothing.
#[component]
pub(super) fn NoMatch(view: View) -> Fragment {
    view! {
        <Empty words=text::SOFTWARE_NO_MATCH>
            <Button label=text::SOFTWARE_SHOW_ALL on_press=move |()| view.show_all()/>
        </Empty>
    }
}
