//! What follows from the facts: whom the report is about, and the title and the amount as long as
//! they are the proposed ones.

use super::desk::ReportDesk;
use super::lookups::Found;
use super::words;
use crate::i18n::Lang;
use crate::model::draft::{Draft, ReportDraft, ReportStep, Whose, Wizard};
use crate::model::report::{Lookup, proposed_title};
use crate::reactive::*;
use crate::ui::foreign;

/// Keeps the draft in step with what was found.
pub(super) fn follow(desk: ReportDesk) {
    effect(move || apply(desk));
}

/// Brings the draft in step with what was found, unless something is still being looked up. Tracks
/// all that decides.
pub(super) fn apply(desk: ReportDesk) {
    let found = desk.lookups.found.get();
    let spoken = desk.spoken.get();
    let Some(draft) = desk.draft() else { return };
    if desk.shared.is_taken_over() {
        return;
    }
    if found.pending || draft_of(&draft).is_none_or(|filled| filled.step == ReportStep::Sent) {
        return;
    }
    let mut changed = draft.clone();
    changed.customer = whose(&found, &draft);
    if let Wizard::Report(filled) = &mut changed.wizard {
        propose(&found, spoken, changed.customer.as_ref(), filled);
    }
    if changed != draft {
        untrack(|| desk.change_draft(|draft| *draft = changed));
    }
}

fn draft_of(draft: &Draft) -> Option<&ReportDraft> {
    match &draft.wizard {
        Wizard::Report(filled) => Some(filled),
        Wizard::Cancel(_) => None,
    }
}

/// Whom it is about: the one that was found; nobody once none is named.
fn whose(found: &Found, draft: &Draft) -> Option<Whose> {
    if let Some(customer) = &found.customer {
        return Some(Whose {
            id: customer.id.clone(),
            name: customer.company_profile.company_name.clone(),
            domain: customer.company_profile.domain.clone(),
        });
    }
    let tenant = draft_of(draft).map(|filled| filled.report.facts.tenant.trim());
    let named = tenant.is_some_and(|tenant| !tenant.is_empty());
    draft.customer.clone().filter(|_| named)
}

fn propose(found: &Found, spoken: Lang, customer: Option<&Whose>, filled: &mut ReportDraft) {
    let is_refund = filled.report.is_refund();
    let facts = &mut filled.report.facts;
    let purchase = facts.purchase.trim();
    if !filled.own_title {
        let order = found.bought.as_ref().and_then(|bought| bought.order());
        let number = order.map_or(purchase, |order| order.number());
        let name = customer.map(|customer| foreign::visible(&customer.name));
        filled.report.title = match is_refund && !purchase.is_empty() {
            true => proposed_title(&words::title(spoken, &foreign::visible(number), name)),
            false => String::new(),
        };
    }
    // Where nobody could tell, what was found before stays.
    if filled.own_amount || (found.purchase == Lookup::NotKnown && !purchase.is_empty()) {
        return;
    }
    let paid = found.paid(&filled.lines);
    let order = found.bought.as_ref().and_then(|bought| bought.order());
    let currency = order.and_then(|order| order.currency.clone());
    (facts.amount, facts.currency) = match (paid.as_slice(), currency) {
        ([one], _) => (one.digits(), one.currency.to_string()),
        (_, currency) => (
            String::new(),
            currency
                .map(|currency| currency.to_string())
                .unwrap_or_default(),
        ),
    };
}
