//! The calls as rows; on a phone as cards.

use std::rc::Rc;

use super::words;
use crate::dom::{Fragment, component, each, view};
use crate::i18n::{format, lang, text};
use crate::partner_center::client::activity::Recorded;
use crate::reactive::*;
use crate::ui::{CopyButton, Status, foreign};

#[component]
pub(super) fn List(rows: Memo<Vec<Rc<Recorded>>>) -> Fragment {
    let heads = [
        (text::ACTIVITY_TIME, ""),
        (text::ACTIVITY_OUTCOME, ""),
        (text::ACTIVITY_DURATION, "end"),
        (text::ACTIVITY_ATTEMPTS, "end"),
    ];
    let heads = heads.map(|(head, class)| {
        view! { <th role="columnheader" scope="col" class=class>{head}</th> }
    });
    let key = |call: &Rc<Recorded>| call.number.to_string();
    view! {
        <table class="table activity" role="table">
            <caption class="sr-only">{text::ACTIVITY_TITLE}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col" class="main">{text::ACTIVITY_CALL}</th>
                    {heads}
                    <th role="columnheader" scope="col" class="commands">
                        <span class="sr-only">{text::ACTIVITY_COPYING}</span>
                    </th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                {each(move || rows.get(), key, move |call| view! { <Row call/> })}
            </tbody>
        </table>
    }
}

#[component]
fn Row(call: Rc<Recorded>) -> Fragment {
    let named = words::named(&call);
    let time = words::time(call.sent());
    let millis = call.sent().millis();
    let (took, attempts) = (call.took as f64, call.attempts.len() as f64);
    let last = call.attempts.last();
    let correlation = last.map(|last| foreign::visible(&last.correlation_id));
    let request = foreign::visible(&call.request_id);
    let tone = words::tone(&call);
    let what = {
        let (named, time) = (named.clone(), time.clone());
        move || text::activity_one(lang(), &named, &time)
    };
    let value = call.to_string();
    view! {
        <tr role="row">
            <td role="rowheader" class="main">
                <span class="name mono" translate="no">{named}</span>
                <span class="sub">"MS-RequestId " <span class="mono">{request}</span></span>
                <span class="sub">"MS-CorrelationId " <span class="mono">{correlation}</span></span>
            </td>
            <td role="cell" class="tight" data-label=text::ACTIVITY_TIME>
                <span>
                    <span class="number">{time}</span>
                    <span class="sub">{move || format::date_utc(lang(), millis)}</span>
                </span>
            </td>
            <td role="cell" data-label=text::ACTIVITY_OUTCOME>
                <Status tone label=move || words::outcome(lang(), &call)/>
            </td>
            <td role="cell" class="end tight" data-label=text::ACTIVITY_DURATION>
                {move || text::activity_millis(lang(), &format::number(lang(), took))}
            </td>
            <td role="cell" class="end" data-label=text::ACTIVITY_ATTEMPTS>
                {move || format::number(lang(), attempts)}
            </td>
            <td role="cell" class="commands"><CopyButton value what/></td>
        </tr>
    }
}
