//! What came of each order so far, and the way to stop.

use std::rc::Rc;

use super::desk::{Group, Progress, SeveralDesk};
use crate::dom::{CollectFragment, Fragment, component, view};
use crate::explain::explain;
use crate::features::cancel::refusal::{Refusal, changes};
use crate::features::failure::with_foreign;
use crate::features::software::words as software_words;
use crate::i18n::{counted, format, lang, text};
use crate::model::cancellation::{RowResult, Run};
use crate::paths::{self, CancelPage};
use crate::reactive::*;
use crate::ui::{Button, Foreign, Kind, Status, StepHeading, Tone, foreign};

#[component]
pub(super) fn Results(desk: SeveralDesk) -> Fragment {
    let over = Memo::new(move |_| desk.run.with(|run| run.as_ref().is_none_or(Run::is_over)));
    let told = move || desk.run.with(|run| run.as_ref().map(told));
    let rows = move || {
        let rows = desk
            .run
            .with(|run| run.as_ref().map(|run| run.rows().to_vec()));
        let rows = rows.unwrap_or_default().into_iter();
        rows.map(|(group, result)| view! { <ResultRow desk group result/> })
            .collect_view()
    };
    let software = move || {
        let named = desk.customer.named()?;
        Some(paths::software(&named).to_string())
    };
    let heading = move || match over.get() {
        true => text::SEVERAL_OVER.now(),
        false => text::SEVERAL_RUNNING.now(),
    };
    view! {
        <StepHeading words=heading/>
        <p role="status">{told}</p>
        <ul class="results">{rows}</ul>
        <div class="row">
            {move || match over.get() {
                false => view! {
                    <Button label=text::SEVERAL_STOP kind=Kind::Primary on_press=move |()| desk.stop()/>
                },
                true => view! {
                    <a class="button primary" href=software>{text::CONFIRMATION_SOFTWARE}</a>
                    <Button label=text::SEVERAL_MORE on_press=move |()| desk.close()/>
                },
            }}
        </div>
    }
}

/// How many of how many are through.
fn told(run: &Progress) -> String {
    let through = |result: &RowResult<Rc<Refusal>>| {
        !matches!(result, RowResult::Waiting | RowResult::Running)
    };
    let done = run
        .rows()
        .iter()
        .filter(|(_, result)| through(result))
        .count();
    let all = format::number(lang(), run.rows().len() as f64);
    text::several_done(lang(), counted(done), &all)
}

#[component]
fn ResultRow(desk: SeveralDesk, group: Group, result: RowResult<Rc<Refusal>>) -> Fragment {
    let (tone, label) = match &result {
        RowResult::Waiting => (Tone::Quiet, text::SEVERAL_WAITING),
        RowResult::Running => (Tone::Info, text::CANCEL_SENDING),
        RowResult::Cancelled => (Tone::Good, text::CANCEL_DONE),
        RowResult::Refused(_) => (Tone::Bad, text::CANCEL_NOT_DONE),
        RowResult::Unknown(_) => (Tone::Warning, text::CANCEL_CHECKING_TITLE),
        RowResult::NotSent => (Tone::Quiet, text::SEVERAL_NOT_SENT),
    };
    let names = group.items.iter().map(|item| {
        let name = software_words::name(item);
        view! { <li><Foreign text=name/></li> }
    });
    let why = match &result {
        RowResult::Refused(why) | RowResult::Unknown(why) => Some(why.clone()),
        _ => None,
    };
    let why = why.map(|why| {
        let said = explain(&why.error);
        let next = why.advice().unwrap_or(said.next);
        let foreign = said.foreign.map(|said| foreign::visible(&said));
        let words = move || {
            let words = [said.happened, next].map(|part| part.get(lang()));
            with_foreign(words.join(" "), foreign.as_deref())
        };
        let changed = why.changed.clone();
        view! {
            <p class="small">{words}</p>
            {changed.map(|changed| changes(&changed))}
        }
    });
    // What is done and what is in doubt is followed there; of what was refused there is the report.
    let at = match &result {
        RowResult::Cancelled | RowResult::Unknown(_) => Some((CancelPage::Done, text::PENDING_SEE)),
        RowResult::Refused(_) => Some((CancelPage::Ways, text::CANCEL_TO_WIZARD)),
        _ => None,
    };
    let order = group.order.clone();
    let link = at.map(|(at, words)| {
        let href = move || {
            let named = desk.customer.named()?;
            Some(paths::cancel(&named, &order, at).to_string())
        };
        view! { <a href=href>{words}</a> }
    });
    let number = group.number.clone();
    view! {
        <li>
            <div class="main">
                <p>{move || text::order_title(lang(), &foreign::visible(&number))}</p>
                <ul class="quiet small">{names.collect_view()}</ul>
                {why}
                {link}
            </div>
            <Status tone label/>
        </li>
    }
}
