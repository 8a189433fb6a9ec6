//! The type of the problem: the brief's for a refund, and those that the server lists.

use super::desk::ReportDesk;
use super::field;
use crate::dom::{Fragment, component, live, view};
use crate::features::failure::Failure;
use crate::i18n::text;
use crate::model::report::{Field, ProblemType};
use crate::reactive::*;
use crate::ui::{Choice, Note, Picker, Tone, foreign};

/// The refund's place among the types, whatever the server calls it.
const REFUND: &str = "refund";
/// Where no server lists any: what is not about a refund.
const OTHER: &str = "other";

#[component]
pub(super) fn TopicPicker(desk: ReportDesk) -> Fragment {
    let options = Signal::derive(move || options(desk));
    let chosen = Memo::new(move |_| match desk.report().problem {
        ProblemType::Refund if desk.may_refund.get() => REFUND.to_owned(),
        ProblemType::Refund => String::new(),
        ProblemType::Topic(id) => id,
    });
    let choose = move |value: String| {
        desk.change(|draft| {
            draft.report.problem = match value.as_str() {
                REFUND => ProblemType::Refund,
                _ => ProblemType::Topic(value),
            };
        });
    };
    let described = Memo::new(move |_| described(desk));
    let denied = Memo::new(move |_| !desk.may_refund.get());
    let failure = move || {
        desk.topics.error().map(|error| {
            let again = move |()| desk.topics.again();
            view! { <Failure what=text::REPORT_TOPICS_FAILED error on_retry=again/> }
        })
    };
    view! {
        <Picker
            label=text::REPORT_TYPE
            options
            chosen
            on_choose=choose
            id=field::id(Field::Topic)
            wrong=field::wrong(desk, Field::Topic)
        />
        {move || described.get().map(|said| view! { <p class="quiet small report-about">{said}</p> })}
        {move || denied.get().then(|| view! {
            <Note tone=Tone::Info><p>{text::REPORT_REFUND_ROLE}</p></Note>
        })}
        {live(failure)}
    }
}

fn options(desk: ReportDesk) -> Vec<Choice> {
    let mut options = vec![Choice {
        disabled: !desk.may_refund.get(),
        ..Choice::new(REFUND, text::REPORT_TYPE_REFUND.now())
    }];
    if !desk.can_send() {
        options.push(Choice::new(OTHER, text::REPORT_TYPE_OTHER.now()));
    }
    let topics = desk.topics.ready();
    let others = topics.iter().flat_map(|topics| topics.iter());
    let others = others.filter(|topic| !topic.is_refund());
    options.extend(others.map(|topic| Choice::new(&topic.id, foreign::visible(&topic.name))));
    options
}

/// What the chosen type is for, in the server's words.
fn described(desk: ReportDesk) -> Option<String> {
    let (report, topics) = (desk.report(), desk.topics.ready()?);
    if report.is_refund() && !desk.may_refund.get() {
        return None;
    }
    let id = report.problem.topic(&topics)?;
    let topic = topics.iter().find(|topic| topic.id == id)?;
    topic.description.as_deref().map(foreign::visible)
}
