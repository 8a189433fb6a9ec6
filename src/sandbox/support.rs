//! What Microsoft's support does of its own accord: it decides requests for a refund, some time after
//! it has what it needs. Evaluated when the next call comes.

use super::call::Call;
use super::cancelling::business_key;
use super::credits;
use super::failure::Failure;
use super::history;
use super::hostile::is;
use super::seed::catalog::Text;
use super::seed::purchases::{Line, Purchase};
use super::sentinels::Kind;
use super::service_requests::{self, ServiceRequest, Status};
use crate::model::Timestamp;

const APPROVED: Text = Text {
    en: "The refund is approved. The order is cancelled, its product keys and downloads are revoked. \
         The credit will be on your next monthly invoice.",
    fr: "Le remboursement est approuvé. La commande est annulée, ses clés de produit et ses \
         téléchargements sont révoqués. Le crédit figurera sur votre prochaine facture mensuelle.",
};
const DECLINED: Text = Text {
    en: "The refund is declined: the reason given is not one for which a credit is granted after the \
         cancellation window. Nothing was cancelled.",
    fr: "Le remboursement est refusé : le motif indiqué n'ouvre pas droit à un crédit après la période \
         d'annulation. Rien n'a été annulé.",
};
const NOTHING_LEFT: Text = Text {
    en: "Nothing of this order is left to be refunded: it is cancelled already, or was never delivered.",
    fr: "Il ne reste rien à rembourser de cette commande : elle est déjà annulée ou n'a jamais été livrée.",
};
const WHICH_ORDER: Text = Text {
    en: "We do not find the order. Please add a note with the order ID or the subscription ID.",
    fr: "Nous ne trouvons pas la commande. Veuillez ajouter une note avec l'ID de commande ou d'abonnement.",
};
const WHY: Text = Text {
    en: "Please tell us in a note whether the software was installed, and on how many computers.",
    fr: "Veuillez indiquer dans une note si le logiciel a été installé, et sur combien d'ordinateurs.",
};
const ANSWERED: Text = Text {
    en: "Your request is answered. Open it again if it is not what you need.",
    fr: "Votre demande a reçu une réponse. Rouvrez-la si elle ne vous convient pas.",
};

/// Decides what is due by now, as of the moment when it was due.
pub fn act(call: &mut Call) {
    let takes = 1_000 * i64::from(call.settings.support_seconds);
    for mut request in service_requests::stored(call) {
        let due = request.waits_since.map(|since| since.saturating_add(takes));
        let due = due.map(Timestamp::from_millis);
        if let Some(due) = due.filter(|due| *due <= call.now) {
            decide(call, &mut request, due);
            request.store(call.documents);
        }
    }
}

/// Decides a request at once, as the control resource asks for.
///
/// # Errors
/// 404 when there is no such request.
pub fn decide_now(
    call: &mut Call,
    id: &str,
    approve: bool,
    note: Option<&str>,
) -> Result<(), Failure> {
    let found = service_requests::find(call, id);
    let mut request = found.ok_or_else(service_requests::no_such_request)?;
    let at = call.now;
    let said = match (request.is_refund(), approve) {
        (true, true) => APPROVED,
        (true, false) => DECLINED,
        (false, _) => ANSWERED,
    };
    if approve && request.is_refund() {
        for (order, lines) in named(call, &request) {
            refund(call, &request, &order, &lines, at);
        }
    }
    request.answer(note.unwrap_or(said.get(request.in_french)), at);
    request.close(at);
    request.store(call.documents);
    Ok(())
}

fn decide(call: &mut Call, request: &mut ServiceRequest, at: Timestamp) {
    let company = request.company();
    let is = |kind| company.as_ref().is_some_and(|company| is(company, kind));
    let named = named(call, request);
    let (said, done) = if is(Kind::RefundDeclined) {
        (DECLINED, true)
    } else if named.is_empty() {
        (WHICH_ORDER, false)
    } else if is(Kind::SupportNeedsMore) && !request.was_asked {
        (WHY, false)
    } else if named.iter().all(|(_, lines)| lines.is_empty()) {
        (NOTHING_LEFT, true)
    } else {
        for (order, lines) in &named {
            refund(call, request, order, lines, at);
        }
        (APPROVED, true)
    };
    request.answer(said.get(request.in_french), at);
    if done {
        request.close(at);
    } else {
        request.status = Status::AttentionNeeded;
        request.was_asked = true;
        request.waits_since = None;
    }
}

/// Cancels lines, whether or not their window is open.
fn refund(
    call: &mut Call,
    request: &ServiceRequest,
    order: &Purchase,
    lines: &[Line],
    at: Timestamp,
) {
    let Some(company) = request.company().filter(|_| !lines.is_empty()) else {
        return;
    };
    for line in lines {
        call.counts(&business_key(&company, order, line));
    }
    let numbers: Vec<u32> = lines.iter().map(|line| line.number).collect();
    history::cancel(call.documents, &company, &order.id, &numbers, at);
    let lines: Vec<&Line> = lines.iter().collect();
    credits::book(call, &company, order, &lines, at);
}

/// The orders of the customer that the request or one of the partner's notes names, with those of
/// their lines that can be refunded: of an order whose subscription is named, that line alone; else
/// those that are named by their number, as `Line 2`, counted from 1.
fn named(call: &Call, request: &ServiceRequest) -> Vec<(Purchase, Vec<Line>)> {
    let Some(company) = request.company() else {
        return Vec::new();
    };
    let words = words(request);
    let mut found = Vec::new();
    for order in call.purchases(&company) {
        let by_subscription = |line: &&Line| {
            let subscription = line.subscription.as_ref();
            subscription.is_some_and(|subscription| has(&words, &subscription.id))
        };
        let of_subscriptions: Vec<_> = order.lines.iter().filter(by_subscription).collect();
        let lines = match of_subscriptions.is_empty() {
            true if !has(&words, &order.id) && !has(&words, &order.alternate_id) => continue,
            true => numbered(&words, &order),
            false => of_subscriptions,
        };
        let live = lines.into_iter().filter(|line| line.is_live()).cloned();
        let live = live.collect();
        found.push((order, live));
    }
    found
}

/// The lines of an order that are named by number; all of them where none is.
fn numbered<'a>(words: &[&str], order: &'a Purchase) -> Vec<&'a Line> {
    let named = |line: &&Line| {
        words.windows(2).any(|pair| {
            let word = ["line", "ligne"];
            let is_word = word.iter().any(|word| word.eq_ignore_ascii_case(pair[0]));
            is_word && pair[1].parse() == Ok(u64::from(line.number) + 1)
        })
    };
    let some: Vec<&Line> = order.lines.iter().filter(named).collect();
    match some.is_empty() {
        true => order.lines.iter().collect(),
        false => some,
    }
}

fn words(request: &ServiceRequest) -> Vec<&str> {
    let own = [&request.order_id, &request.subscription_id];
    let own = own.into_iter().flatten().map(String::as_str);
    let notes = request.notes.iter().filter(|note| !note.by_support);
    let notes = notes.map(|note| note.text.as_str());
    let texts = own.chain([request.description.as_str()]).chain(notes);
    let between = |letter: char| !(letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_'));
    let words = texts.flat_map(|text| text.split(between));
    words.filter(|word| !word.is_empty()).collect()
}

fn has(words: &[&str], id: &str) -> bool {
    // GUIDs and friendly numbers may be typed in capitals; older ids differ in case.
    let hexadecimal = id
        .bytes()
        .all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    let mut words = words.iter();
    words.any(|word| *word == id || (hexadecimal && word.eq_ignore_ascii_case(id)))
}
