//! What became of a report: its number, what happens next, and the ways on.

use std::time::Duration;

use super::desk::ReportDesk;
use super::send;
use crate::dom::{Fragment, component, live, view};
use crate::features::drafts;
use crate::i18n::text;
use crate::model::draft::{Draft, ReportDraft, Wizard};
use crate::model::report::Purchase;
use crate::model::{CustomerRef, ServiceRequestId, SoftwareItemId};
use crate::paths;
use crate::reactive::*;
use crate::ui::{CopyButton, Fact, Facts, Note, StepHeading, Tone, foreign};

/// Seconds between asking for a number that no list shows yet.
const WAIT: Duration = Duration::from_secs(10);

#[component]
pub(super) fn SentPage(desk: ReportDesk) -> Fragment {
    look_for_number(desk);
    let number = Memo::new(move |_| number(desk));
    let title = move || desk.report().title;
    let known = move || match number.get() {
        Some(number) => {
            let href = paths::request(&number).to_string();
            let copied = number.to_string();
            view! {
                <Facts>
                    <Fact label=text::REPORT_NUMBER>
                        <span class="mono">{number.to_string()}</span>
                        <CopyButton value=copied what=text::REPORT_NUMBER/>
                    </Fact>
                    <Fact label=text::REPORT_TITLE_FIELD><span class="typed">{title}</span></Fact>
                </Facts>
                <a class="button primary" href=href>{text::REPORT_TO_REQUEST}</a>
            }
        }
        None => view! {
            <Note tone=Tone::Info><p role="status">{text::REPORT_NO_NUMBER}</p></Note>
            <a class="button primary" href=paths::requests().to_string()>{text::REPORT_TO_REQUESTS}</a>
        },
    };
    let is_refund = Memo::new(move |_| desk.report().is_refund());
    let next = move || match is_refund.get() {
        true => view! {
            <li>{text::REPORT_NEXT_DECIDES}</li>
            <li>{text::REPORT_NEXT_CANCELLED}</li>
            <li>{text::REPORT_NEXT_ASKS}</li>
        },
        false => view! {
            <li>{text::REPORT_NEXT_ANSWERS}</li>
            <li>{text::REPORT_NEXT_ASKS}</li>
        },
    };
    view! {
        <div class="outcome report-sent" role="status"><StepHeading words=text::REPORT_SENT/></div>
        <div class="report-sent">
            {live(known)}
            <h4>{text::REPORT_NEXT}</h4>
            <ul class="follows">{live(next)}</ul>
            {live(move || ways_back(desk))}
        </div>
    }
}

fn number(desk: ReportDesk) -> Option<ServiceRequestId> {
    desk.filled()?.request?.parse().ok()
}

/// Back to the item that it is about, or as near to it as is known.
fn ways_back(desk: ReportDesk) -> Fragment {
    let Some(whose) = desk.customer() else {
        return Fragment::empty();
    };
    let customer = CustomerRef::Id(whose.id.clone());
    let filled = desk.filled().unwrap_or_default();
    let bought = desk.lookups.found.get().bought;
    let item = bought.and_then(|bought| item(&bought, &filled));
    let (href, label) = match (item, filled.order) {
        (Some(item), _) => (paths::software_item(&customer, &item), text::REPORT_TO_ITEM),
        (None, Some(order)) => (paths::order(&customer, &order), text::REPORT_TO_ORDER),
        (None, None) => (paths::software(&customer), text::CONFIRMATION_SOFTWARE),
    };
    let name = desk
        .full_name()
        .unwrap_or_else(|| foreign::visible(&whose.name));
    view! {
        <p><a href=href.to_string()>{label}</a> <span class="quiet">" · " {name}</span></p>
    }
}

/// The one item that it is about, if it is one.
fn item(bought: &Purchase, filled: &ReportDraft) -> Option<SoftwareItemId> {
    let order = bought.order()?.id.clone();
    let [(line, item)] = bought.lines(&filled.lines)[..] else {
        return None;
    };
    let item = item.catalog_item()?;
    Some(SoftwareItemId {
        order,
        line,
        product: item.product,
        sku: item.sku,
    })
}

/// A list may lag behind: its number is asked for until one shows it.
fn look_for_number(desk: ReportDesk) {
    let later = Later::begin();
    let turn = RwSignal::new(0_u32);
    effect(move || {
        turn.track();
        let Some(draft) = desk.draft() else { return };
        if number(desk).is_some() {
            return;
        }
        let api = desk.session.api();
        spawn_local(async move {
            let customer = draft.customer.as_ref().map(|whose| &whose.id);
            let found = send::find(&api, customer, &draft.id).await;
            if turn.try_get_untracked().is_none() {
                return;
            }
            match found.ok().flatten() {
                Some(found) => {
                    let draft = numbered(draft, &found);
                    drafts::keep(drafts::report_key(&api, &draft.id), &draft).await;
                    if turn.try_get_untracked().is_some() {
                        desk.shared.replace(draft);
                    }
                }
                None => later.put_off(WAIT, move || {
                    turn.update(|turn| *turn += 1);
                }),
            }
        });
    });
}

fn numbered(mut draft: Draft, number: &ServiceRequestId) -> Draft {
    if let Wizard::Report(filled) = &mut draft.wizard {
        filled.request = Some(number.to_string());
    }
    draft
}
