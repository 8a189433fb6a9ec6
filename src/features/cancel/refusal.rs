//! Why something was not cancelled; and where somebody else had changed it meanwhile, both versions.

use std::rc::Rc;

use super::desk::CancelDesk;
use super::words;
use crate::dom::{CollectFragment, Fragment, component, view};
use crate::features::failure::Failure;
use crate::features::software::words as software_words;
use crate::i18n::{Lang, Text, format, lang, text};
use crate::model::cancellation::Change;
use crate::partner_center::ApiError;
use crate::ui::{Foreign, Handler};

/// What the server said, and what it said no to.
pub(super) struct Refusal {
    pub error: ApiError,
    /// Where what was to be cancelled is no longer what was read.
    pub changed: Option<Changed>,
}

/// What somebody else did to a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Changed {
    /// Its number.
    pub line: u32,
    pub changes: Vec<Change>,
}

impl From<ApiError> for Refusal {
    fn from(error: ApiError) -> Self {
        Refusal {
            error,
            changed: None,
        }
    }
}

impl Refusal {
    /// What to do next, where the error does not know it: what was changed is read anew by now.
    pub fn advice(&self) -> Option<Text> {
        let changed = self.changed.is_some();
        changed.then_some(text::CANCEL_DECIDE_ANEW)
    }
}

/// Says it. What was filled in stays, and a person who has seen both versions decides anew.
#[component]
pub(super) fn NotCancelled(
    desk: CancelDesk,
    what: Text,
    why: Rc<Refusal>,
    #[prop(into)] on_retry: Handler<()>,
) -> Fragment {
    let advice = why.advice();
    let changed = why.changed.clone().map(|changed| {
        let number = changed.line;
        let name = move || {
            let lines = desk.lines.get().unwrap_or_default();
            let line = lines.iter().find(|line| line.number == number);
            line.map(|line| view! { <p><Foreign text=words::name(line)/></p> })
        };
        view! { {name} {changes(&changed)} }
    });
    view! {
        <Failure what error=Rc::new(why.error.clone()) on_retry advice/>
        {changed.map(|changed| view! { <div class="both-versions">{changed}</div> })}
    }
}

/// What was read before, and what is there now.
pub(super) fn changes(changed: &Changed) -> Fragment {
    let rows = changed.changes.iter().cloned().map(|change| {
        let label = label(&change);
        let shown = change.clone();
        let (before, now) = (
            move || versions(lang(), &shown).0,
            move || versions(lang(), &change).1,
        );
        view! {
            <tr role="row">
                <th role="rowheader" scope="row">{label}</th>
                <td>{before}</td>
                <td>{now}</td>
            </tr>
        }
    });
    view! {
        <table class="versions" role="table">
            <caption>{text::CANCEL_CHANGED_ELSEWHERE}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <td role="cell"></td>
                    <th role="columnheader" scope="col">{text::CANCEL_BEFORE}</th>
                    <th role="columnheader" scope="col">{text::CANCEL_NOW_IS}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows.collect_view()}</tbody>
        </table>
    }
}

fn label(change: &Change) -> Text {
    match change {
        Change::Status(..) => text::SOFTWARE_STATUS,
        Change::Quantity(..) => text::SOFTWARE_QUANTITY,
        Change::Dates(..) => text::SOFTWARE_WINDOW,
        Change::Term(..) => text::ITEM_TERM,
    }
}

/// Both in words, the earlier one first.
fn versions(lang: Lang, change: &Change) -> (String, String) {
    match change {
        Change::Status(was, is) => (
            words::subscription_status(lang, was),
            words::subscription_status(lang, is),
        ),
        Change::Quantity(was, is) => (quantity(lang, *was), quantity(lang, *is)),
        Change::Dates(was, is) => (words::dates(lang, was), words::dates(lang, is)),
        Change::Term(was, is) => (
            software_words::term(lang, was),
            software_words::term(lang, is),
        ),
    }
}

fn quantity(lang: Lang, quantity: Option<i64>) -> String {
    quantity.map_or_else(
        || text::SOFTWARE_DATE_UNKNOWN.get(lang).to_owned(),
        |quantity| format::number(lang, quantity as f64),
    )
}
