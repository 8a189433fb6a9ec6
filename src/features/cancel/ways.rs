//! Both ways out of a purchase: cancelling it now, and asking Partner Center to.

use super::desk::CancelDesk;
use super::words;
use crate::dom::{CollectFragment, Fragment, component, view};
use crate::features::purchase::cart::Prices;
use crate::features::report::{Asked, AskedBefore, report_href};
use crate::i18n::{format, lang, text};
use crate::model::cancellation::{Expected, Line, MayCancel, Selection};
use crate::model::draft::CancelStep;
use crate::paths::CancelPage;
use crate::reactive::*;
use crate::session::use_session;
use crate::ui::{ExternalLink, Foreign, Note, Tone, foreign};

/// Which way to take, with what is known of each line beforehand.
#[component]
pub(super) fn Ways(desk: CancelDesk) -> Fragment {
    let able = move || {
        desk.lines.with(|lines| {
            lines
                .as_ref()
                .is_some_and(|lines| lines.iter().any(Line::is_cancellable))
        })
    };
    // Where somebody stopped before, else the first step.
    let go_on = move || {
        let step = desk.draft().map(|draft| draft.step).unwrap_or_default();
        let step = CancelStep::ALL
            .into_iter()
            .rfind(|one| *one <= step && desk.may_go_to(*one));
        desk.href(CancelPage::Step(step.unwrap_or_default()))
            .map(String::from)
    };
    let begun = move || {
        desk.draft()
            .is_some_and(|draft| draft.step != CancelStep::Lines)
    };
    let label = move || match begun() {
        true => text::CANCEL_NOW_GO_ON,
        false => text::CANCEL_NOW,
    };
    let credit = move || {
        let lines = desk.lines.get().unwrap_or_default();
        let expected = Selection::all(&lines).expected(&lines);
        words::expected(lang(), &expected)
            .into_iter()
            .map(|line| view! { <p>{line}</p> })
            .collect_view()
    };
    let report = move || report_of(desk);
    let config = use_session().config();
    let dashboard = move || {
        let href = config.links.dashboard.href().to_owned();
        let cancels = config.api.capabilities.cancel_orders;
        (!cancels).then(|| view! { <ExternalLink href label=text::ITEM_OPEN_DASHBOARD/> })
    };
    // What was filled in is taken over: it has to be on the disk by then.
    let keep = move |_| desk.keep_now();
    let asked = Signal::derive(move || {
        Some(Asked {
            customer: desk.customer.id()?,
            order: desk.id.get()?,
            number: desk.order.ready().map(|order| order.number().to_owned()),
            own: None,
        })
    });
    view! {
        <AskedBefore about=asked/>
        <ul class="cancel-lines">{move || {
            let lines = desk.lines.get().unwrap_or_default();
            lines.iter().cloned().map(|line| view! { <LineFacts line/> }).collect_view()
        }}</ul>
        <div class="ways">
            <section class="way" aria-labelledby="way-now">
                <h3 id="way-now">{text::CANCEL_NOW}</h3>
                {move || match able() {
                    true => view! {
                        <p>{text::CANCEL_NOW_TEXT}</p>
                        {credit}
                        <a class="button primary" href=go_on>{move || label().now()}</a>
                    },
                    false => view! {
                        <Note tone=Tone::Info>
                            <p>{move || why_not(desk)}</p>
                            {dashboard()}
                        </Note>
                    },
                }}
            </section>
            <section class="way" aria-labelledby="way-report">
                <h3 id="way-report">{text::CANCEL_REPORT}</h3>
                <p>{text::CANCEL_REPORT_TEXT}</p>
                <ul class="quiet small">
                    <li>{text::CANCEL_REPORT_TENANT} " " <span class="mono">{move || desk.customer.id().map(|id| id.to_string())}</span></li>
                    <li>{text::CANCEL_REPORT_ORDER} " " <span class="mono">{move || desk.id.get().map(|id| id.to_string())}</span></li>
                </ul>
                <a class="button" href=report on:click=keep>{text::CANCEL_REPORT_OPEN}</a>
            </section>
        </div>
    }
}

/// Where the report about the order begins; tracks the customer.
pub(super) fn report_of(desk: CancelDesk) -> Option<String> {
    report_href(desk.customer, desk.id.get().as_ref(), None)
}

/// Why nothing of the order can be cancelled now: what holds for all of it, else that it is said at
/// each line.
fn why_not(desk: CancelDesk) -> String {
    let lines = desk.lines.get().unwrap_or_default();
    let mut reasons = lines.iter().map(|line| words::may(lang(), &line.may));
    let first = reasons.next().unwrap_or_default();
    match reasons.all(|reason| reason == first) {
        true => first,
        false => text::CANCEL_NOTHING_NOW.now().to_owned(),
    }
}

#[component]
fn LineFacts(line: Line) -> Fragment {
    let (may, quantity) = (line.may.clone(), line.quantity);
    let tone = match may {
        MayCancel::Now(_) => "good",
        _ => "quiet",
    };
    view! {
        <li>
            <div class="main">
                <Foreign text=words::name(&line)/>
                {quantity.map(|quantity| view! {
                    <span class="quiet number">" × " {move || format::number(lang(), quantity as f64)}</span>
                })}
                <span class=format!("sub {tone}")>{move || words::may(lang(), &may)}</span>
            </div>
            <span class="number"><Prices price=line.paid/></span>
        </li>
    }
}

/// What is acted on, beside every step.
pub(super) fn summary(desk: CancelDesk) -> Fragment {
    let number = move || {
        let number = desk.order.ready().map(|order| order.number().to_owned());
        foreign::visible(&number.unwrap_or_default())
    };
    let chosen = move || {
        let lines = desk.lines.get().unwrap_or_default();
        let chosen = desk
            .selection()
            .lines(&lines)
            .into_iter()
            .cloned()
            .collect::<Vec<_>>();
        let expected = Expected::of(chosen.iter().map(|line| &line.may));
        let names = chosen.iter().map(|line| {
            let quantity = line.quantity;
            view! {
                <li>
                    <Foreign text=words::name(line)/>
                    {quantity.map(|quantity| view! {
                        <span class="quiet number">" × " {move || format::number(lang(), quantity as f64)}</span>
                    })}
                </li>
            }
        });
        let names = names.collect_view();
        let credit = words::expected(lang(), &expected);
        view! {
            <ul class="chosen">{names}</ul>
            {credit.into_iter().map(|line| view! { <p class="small">{line}</p> }).collect_view()}
        }
    };
    view! {
        <p><strong>{move || desk.customer.full_name()}</strong></p>
        <p class="quiet">{text::SOFTWARE_ORDER_NUMBER} " " <span class="mono">{number}</span></p>
        {chosen}
    }
}
