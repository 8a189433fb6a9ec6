//! The report once more before it is sent.

use super::desk::ReportDesk;
use super::words;
use crate::dom::{CollectFragment, Fragment, component, live, view};
use crate::i18n::{Text, lang, text};
use crate::model::draft::ReportStep;
use crate::model::report::{ProblemType, Report};
use crate::paths;
use crate::reactive::*;
use crate::ui::{Fact, Facts, Foreign, foreign};

/// Everything that was filled in, each with the way to change it.
#[component]
pub(super) fn Reviewed(desk: ReportDesk) -> Fragment {
    let change = move |step: ReportStep, what: Text| {
        let href = move || Some(paths::report(&desk.id.get()?, step).to_string());
        view! {
            <a class="change" href=href>
                {text::CANCEL_CHANGE} <span class="sr-only">" " {what}</span>
            </a>
        }
    };
    let is_refund = Memo::new(move |_| desk.report().is_refund());
    let said = move |pick: fn(&Report) -> String| {
        move || {
            let words = pick(&desk.report());
            view! { <span class="typed">{words}</span> }
        }
    };
    let has_purchase = Memo::new(move |_| !desk.report().facts.purchase.trim().is_empty());
    let purchase = move || {
        has_purchase.get().then(|| {
            view! {
                <Fact label=text::REPORT_PURCHASE>
                    <span class="mono">{move || desk.report().facts.purchase.trim().to_owned()}</span>
                    {change(ReportStep::Facts, text::REPORT_PURCHASE)}
                </Fact>
            }
        })
    };
    let facts = move || match is_refund.get() {
        false => Fragment::empty(),
        true => view! {
            <Fact label=text::REPORT_REASON>
                <div>{said(|report| report.facts.reason.trim().to_owned())}</div>
                {change(ReportStep::Facts, text::REPORT_REASON)}
            </Fact>
            <Fact label=text::REPORT_AMOUNT>
                <div>{move || words::amount(lang(), &desk.report().facts)}</div>
                {change(ReportStep::Facts, text::REPORT_AMOUNT)}
            </Fact>
        },
    };
    let files = move || {
        let filled = desk.filled().unwrap_or_default();
        let files = filled.files.into_iter();
        let files = files.map(|file| view! { <li><Foreign text=file.name/></li> });
        files.collect_view()
    };
    let no_files = move || desk.filled().is_none_or(|filled| filled.files.is_empty());
    view! {
        <Facts>
            <Fact label=text::REPORT_TYPE>
                <div>{move || problem(desk)}</div>
                {change(ReportStep::Facts, text::REPORT_TYPE)}
            </Fact>
            <Fact label=text::REPORT_CUSTOMER>
                <div>{move || desk.full_name().unwrap_or_else(|| tenant(desk))}</div>
                {change(ReportStep::Facts, text::REPORT_CUSTOMER)}
            </Fact>
            {live(purchase)}
            {live(facts)}
            <Fact label=text::REPORT_IMPACT>
                <div>{move || desk.report().impact.map(|impact| words::impact(impact).now())}</div>
                {change(ReportStep::Details, text::REPORT_IMPACT)}
            </Fact>
            <Fact label=text::REPORT_TITLE_FIELD>
                <div>{said(|report| report.title.trim().to_owned())}</div>
                {change(ReportStep::Details, text::REPORT_TITLE_FIELD)}
            </Fact>
            <Fact label=text::REPORT_CONTACT>
                <div>
                    <div>{said(|report| report.contact.name.trim().to_owned())}</div>
                    <div>{said(|report| report.contact.email.trim().to_owned())}</div>
                    <div>{said(|report| report.contact.phone.trim().to_owned())}</div>
                </div>
                {change(ReportStep::Contact, text::REPORT_CONTACT)}
            </Fact>
            {desk.can_send().then(|| view! {
                <Fact label=text::REPORT_FILES>
                    {move || no_files().then(|| text::REPORT_NO_FILES.now())}
                    <ul class="chosen">{files}</ul>
                    {change(ReportStep::Contact, text::REPORT_FILES)}
                </Fact>
            })}
        </Facts>
    }
}

fn problem(desk: ReportDesk) -> String {
    let problem = desk.report().problem;
    let topics = desk.topics.ready();
    let id = match &problem {
        ProblemType::Refund => return text::REPORT_TYPE_REFUND.now().to_owned(),
        ProblemType::Topic(id) => id,
    };
    let mut topics = topics.iter().flat_map(|topics| topics.iter());
    let topic = topics.find(|topic| topic.id == *id);
    match topic {
        Some(topic) => foreign::visible(&topic.name),
        None => text::REPORT_TYPE_OTHER.now().to_owned(),
    }
}

/// What was typed, where nobody was found by it.
fn tenant(desk: ReportDesk) -> String {
    let report = desk.report();
    match report.facts.tenant.trim() {
        "" => text::REPORT_NO_CUSTOMER.now().to_owned(),
        tenant => tenant.to_owned(),
    }
}
