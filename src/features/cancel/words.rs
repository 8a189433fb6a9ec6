//! The words for what can be cancelled and what cannot.

use crate::i18n::{Lang, Text, format, text};
use crate::model::Timestamp;
use crate::model::cancellation::{
    CancelReason, Credit, Expected, Line, MayCancel, Reason, ReasonProblem, WhyNo, WhyReport,
};
use crate::model::draft::CancelStep;
use crate::model::status::SubscriptionStatus;
use crate::model::window::{Refund, ServerDates, WhyUnknown};
use crate::ui::foreign;

pub(super) fn step(step: CancelStep) -> Text {
    match step {
        CancelStep::Lines => text::CANCEL_STEP_LINES,
        CancelStep::Reason => text::CANCEL_STEP_REASON,
        CancelStep::Consequences => text::CANCEL_STEP_CONSEQUENCES,
        CancelStep::Review => text::CANCEL_STEP_REVIEW,
    }
}

/// What a line is called: never empty.
pub(super) fn name(line: &Line) -> String {
    foreign::visible(line.title.as_deref().unwrap_or(&line.offer))
}

/// Whether a line can be cancelled, until when, or why not.
pub(super) fn may(lang: Lang, may: &MayCancel) -> String {
    let date = |at: Timestamp| format::date_time(lang, at.millis());
    match may {
        MayCancel::Now(credit) => {
            text::cancel_until(lang, credit_kind(credit).get(lang), &date(credit.deadline))
        }
        MayCancel::ReportOnly(WhyReport::WindowOver { deadline }) => {
            text::cancel_why_over(lang, &date(*deadline))
        }
        MayCancel::ReportOnly(why) => why_report(*why).get(lang).to_owned(),
        MayCancel::No(why) => why_no(*why).get(lang).to_owned(),
    }
}

/// What is credited.
pub(super) fn credit_kind(credit: &Credit) -> Text {
    refund_kind(credit.refund)
}

fn refund_kind(refund: Option<Refund>) -> Text {
    match refund {
        Some(Refund::Full) => text::CANCEL_CREDIT_FULL,
        Some(Refund::Prorated) => text::CANCEL_CREDIT_PRORATED,
        None => text::CANCEL_CREDIT_UNKNOWN,
    }
}

fn why_report(why: WhyReport) -> Text {
    match why {
        WhyReport::WindowOver { .. } => text::CANCEL_WHY_OVER_SHORT,
        WhyReport::WindowUnknown(WhyUnknown::NoPurchaseDate) => text::CANCEL_WHY_NO_DATE,
        WhyReport::WindowUnknown(WhyUnknown::NoPolicy) => text::CANCEL_WHY_NO_POLICY,
        WhyReport::ServerDoesNotCancel => text::CANCEL_WHY_SERVER,
        WhyReport::InReview => text::CANCEL_WHY_REVIEW,
    }
}

pub(super) fn why_no(why: WhyNo) -> Text {
    match why {
        WhyNo::Role => text::CANCEL_WHY_ROLE,
        WhyNo::AlreadyCancelled => text::CANCEL_WHY_CANCELLED,
        WhyNo::NotDeliveredYet => text::CANCEL_WHY_PENDING,
        WhyNo::NotDelivered => text::CANCEL_WHY_NOT_DELIVERED,
        WhyNo::NotSoftware => text::CANCEL_WHY_NOT_SOFTWARE,
    }
}

pub(super) fn reason(reason: CancelReason) -> Text {
    match reason {
        CancelReason::BoughtByMistake => text::CANCEL_REASON_MISTAKE,
        CancelReason::WrongProduct => text::CANCEL_REASON_PRODUCT,
        CancelReason::WrongQuantity => text::CANCEL_REASON_QUANTITY,
        CancelReason::CustomerChangedMind => text::CANCEL_REASON_MIND,
        CancelReason::DuplicateOrder => text::CANCEL_REASON_DUPLICATE,
        CancelReason::Other => text::CANCEL_REASON_OTHER,
    }
}

/// The word for a subscription's state; one that nobody knows, as it came.
pub(super) fn subscription_status(lang: Lang, status: &SubscriptionStatus) -> String {
    let word = match status {
        SubscriptionStatus::Active => text::SOFTWARE_ON_STATUS_ACTIVE,
        SubscriptionStatus::Pending => text::SOFTWARE_ON_STATUS_PENDING,
        SubscriptionStatus::Suspended => text::SOFTWARE_ON_STATUS_SUSPENDED,
        SubscriptionStatus::Expired | SubscriptionStatus::Disabled => {
            text::SOFTWARE_ON_STATUS_EXPIRED
        }
        SubscriptionStatus::Deleted => text::SOFTWARE_ON_STATUS_CANCELLED,
        SubscriptionStatus::None => text::SOFTWARE_DATE_UNKNOWN,
        SubscriptionStatus::Unknown(raw) => return foreign::visible(raw),
    };
    word.get(lang).to_owned()
}

/// Until when a subscription can be cancelled by its own word, and for what credit.
pub(super) fn dates(lang: Lang, dates: &ServerDates) -> String {
    let date = |end: Timestamp| format::date_time(lang, end.millis());
    let options = dates.refund_options.iter();
    let options = options.map(|(refund, end)| {
        text::cancel_until(lang, refund_kind(Some(*refund)).get(lang), &date(*end))
    });
    let allowed = dates.allowed_until.iter();
    let allowed = allowed.map(|end| text::window_until(lang, &date(*end)));
    let all: Vec<String> = options.chain(allowed).collect();
    match all.is_empty() {
        true => text::SOFTWARE_DATE_UNKNOWN.get(lang).to_owned(),
        false => all.join("; "),
    }
}

/// The reason as one text, for whoever reads about it elsewhere.
pub fn reason_words(lang: Lang, said: &Reason) -> String {
    let words = said.words.trim();
    // "Another reason" says nothing beside the reason itself.
    let chosen = said.chosen;
    let chosen = chosen.filter(|chosen| *chosen != CancelReason::Other || words.is_empty());
    let chosen = chosen.map(|chosen| reason(chosen).get(lang));
    let parts = chosen.into_iter().chain(Some(words));
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.join("\n")
}

pub(super) fn reason_problem(problem: ReasonProblem) -> Text {
    match problem {
        ReasonProblem::NothingChosen => text::CANCEL_REASON_NEEDED,
        ReasonProblem::WordsMissing => text::CANCEL_REASON_WORDS_NEEDED,
        ReasonProblem::TooLong => text::CANCEL_REASON_TOO_LONG,
    }
}

/// The credit to expect, one thought a line: sums by currency, and what nobody gives an amount of.
pub(super) fn expected(lang: Lang, expected: &Expected) -> Vec<String> {
    let mut lines: Vec<String> = expected
        .sums
        .iter()
        .map(|sum| text::cancel_expect_sum(lang, &format::money(lang, sum)))
        .collect();
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    if expected.unpriced > 0 {
        lines.push(text::cancel_expect_unpriced(lang, count(expected.unpriced)));
    }
    if expected.prorated > 0 {
        lines.push(text::cancel_expect_prorated(lang, count(expected.prorated)));
    }
    if expected.unknown > 0 {
        lines.push(text::cancel_expect_unknown(lang, count(expected.unknown)));
    }
    lines
}

/// What the last button says: the act, the order and the money.
pub(super) fn act(lang: Lang, number: &str, credit: &Expected) -> String {
    let number = foreign::visible(number);
    match (credit.is_complete(), credit.sums.as_slice()) {
        (true, [sum]) => text::cancel_act_sum(lang, &number, &format::money(lang, sum)),
        _ if credit.prorated > 0 && credit.priced + credit.unpriced + credit.unknown == 0 => {
            text::cancel_act_prorated(lang, &number)
        }
        _ if credit.prorated + credit.unknown == 0 => text::cancel_act_full(lang, &number),
        _ => text::cancel_act(lang, &number),
    }
}
