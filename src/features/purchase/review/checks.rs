//! What has to be so before an order, each with how it stands and the way to put it right.

use super::agreement::{Agreement, AgreementDialog, use_agreement};
use crate::dom::{CollectFragment, Fragment, component, view};
use crate::features::customers::{CurrentCustomer, use_query_of};
use crate::features::purchase::cart::CartDesk;
use crate::features::purchase::catalog::{segment_word, use_qualifications};
use crate::features::purchase::facts::{SkuFacts, known};
use crate::features::purchase::rights;
use crate::i18n::{Text, format, lang, text};
use crate::model::checks::{
    AccountStatus, Check, CheckState, Checks as Outcome, Facts, Known, Obstacle,
};
use crate::model::qualification::Qualification;
use crate::model::segment::{Segment, SegmentRight};
use crate::query::{Loaded, Query};
use crate::reactive::*;
use crate::ui::{Button, Status, Tone};

/// The questions and their answers. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct ChecksDesk {
    pub agreement: Query<Agreement>,
    account: Query<Option<AccountStatus>>,
    qualifications: Query<Vec<Qualification>>,
    segments: Memo<Vec<Segment>>,
}

/// Asks.
pub(super) fn use_checks(
    customer: CurrentCustomer,
    desk: CartDesk,
    facts: Query<SkuFacts>,
) -> ChecksDesk {
    let account = use_query_of(
        customer,
        || Some(()),
        |id, ()| format!("account/{id}"),
        |api, id, ()| async move { api.account_status(&id).await },
    );
    let segments = Memo::new(move |_| {
        let cart = desk.open_cart();
        let facts = known(facts);
        let lines = cart.iter().flat_map(|cart| &cart.lines);
        let mut segments: Vec<Segment> = Vec::new();
        for segment in lines.filter_map(|line| facts.segment(&line.catalog_item)) {
            if *segment != Segment::Commercial && !segments.contains(segment) {
                segments.push(segment.clone());
            }
        }
        segments
    });
    ChecksDesk {
        agreement: use_agreement(customer),
        account,
        qualifications: use_qualifications(customer),
        segments,
    }
}

impl ChecksDesk {
    /// The outcome; `None` while something is still being asked. Tracks it.
    pub fn outcome(self) -> Option<Outcome> {
        let agreement = match self.agreement.get() {
            Loaded::Waiting => return None,
            Loaded::Failed(_) => Known::Unreadable,
            Loaded::Ready(agreement) => Known::Read(*agreement != Agreement::Missing),
        };
        let account = match self.account.get() {
            Loaded::Waiting => return None,
            Loaded::Failed(_) => Known::Unreadable,
            Loaded::Ready(status) => Known::Read((*status).clone()),
        };
        let qualifications = match self.qualifications.get() {
            Loaded::Waiting => return None,
            Loaded::Failed(_) => None,
            Loaded::Ready(all) => Some(all),
        };
        let all = qualifications.as_ref().map(|all| all.as_slice());
        let right = |segment: Segment| {
            let right = SegmentRight::of(&segment, all);
            (segment, right)
        };
        let segments = self.segments.get().into_iter().map(right).collect();
        Some(Outcome::of(&Facts {
            agreement,
            account,
            segments,
        }))
    }

    fn has_no_record(self) -> bool {
        matches!(self.account.get(), Loaded::Ready(status) if status.is_none())
    }

    fn again(self, check: &Check) {
        match check {
            Check::Agreement => self.agreement.again(),
            Check::Account => self.account.again(),
            Check::Segment(_) => self.qualifications.again(),
        }
    }
}

/// The list, with green or what is in the way.
#[component]
pub(super) fn Checks(customer: CurrentCustomer, checks: ChecksDesk) -> Fragment {
    let confirming = RwSignal::new(false);
    let list = move || match checks.outcome() {
        None => view! {
            <li><Status tone=Tone::Info label=text::REVIEW_CHECK_READING/></li>
        },
        Some(outcome) => outcome
            .list()
            .iter()
            .filter(|(_, state)| *state != CheckState::NotNeeded)
            .map(|(check, state)| row(check.clone(), *state, checks, confirming))
            .collect_view(),
    };
    view! {
        <div role="status">
            <ul class="checks">{list}</ul>
        </div>
        <AgreementDialog open=confirming customer/>
    }
}

fn row(
    check: Check,
    state: CheckState,
    checks: ChecksDesk,
    confirming: RwSignal<bool>,
) -> Fragment {
    let tone = match state {
        CheckState::Good | CheckState::NotNeeded => Tone::Good,
        CheckState::Blocks(Obstacle::AccountUnderReview | Obstacle::QualificationInReview)
        | CheckState::CouldNotBeRead => Tone::Warning,
        CheckState::Blocks(_) => Tone::Bad,
    };
    let next = next(state);
    let of = check.clone();
    let label = move || label(&of, state, checks);
    let confirm = (state == CheckState::Blocks(Obstacle::AgreementMissing)).then(|| {
        view! {
            <Button
                label=text::AGREEMENT_CONFIRM
                disabled_reason=rights::use_may_not_confirm()
                on_press=move |()| confirming.set(true)
            />
        }
    });
    let again = (state == CheckState::CouldNotBeRead).then(|| {
        view! { <Button label=text::ACT_RETRY small=true on_press=move |()| checks.again(&check)/> }
    });
    view! {
        <li>
            <Status tone label/>
            {next.map(|next| view! { <p class="quiet small">{next}</p> })}
            {confirm}
            {again}
        </li>
    }
}

fn label(check: &Check, state: CheckState, checks: ChecksDesk) -> String {
    let word = match (check, state) {
        (Check::Agreement, CheckState::Good) => {
            return match checks.agreement.ready().as_deref() {
                Some(Agreement::Confirmed(Some(when))) => {
                    text::review_agreement_on(lang(), &format::date(lang(), when.millis()))
                }
                Some(Agreement::Signed) => text::REVIEW_AGREEMENT_SIGNED.now().to_owned(),
                _ => text::REVIEW_AGREEMENT_OK.now().to_owned(),
            };
        }
        (Check::Agreement, CheckState::CouldNotBeRead) => text::REVIEW_AGREEMENT_UNREAD,
        (Check::Agreement, _) => text::REVIEW_AGREEMENT_MISSING,
        (Check::Account, CheckState::Good) if checks.has_no_record() => {
            text::REVIEW_ACCOUNT_NO_RECORD
        }
        (Check::Account, CheckState::Good) => text::REVIEW_ACCOUNT_OK,
        (Check::Account, CheckState::Blocks(Obstacle::AccountUnderReview)) => {
            text::REVIEW_ACCOUNT_REVIEW
        }
        (Check::Account, CheckState::Blocks(Obstacle::AccountNotAllowed)) => {
            text::REVIEW_ACCOUNT_NOT_ALLOWED
        }
        (Check::Account, CheckState::Blocks(_)) => text::REVIEW_ACCOUNT_UNKNOWN,
        (Check::Account, _) => text::REVIEW_ACCOUNT_UNREAD,
        (Check::Segment(segment), state) => {
            let segment = segment_word(segment).now();
            return match state {
                CheckState::Good | CheckState::NotNeeded => {
                    text::review_qualification_ok(lang(), segment)
                }
                CheckState::CouldNotBeRead => text::review_qualification_unread(lang(), segment),
                CheckState::Blocks(Obstacle::QualificationInReview) => {
                    text::review_qualification_in_review(lang(), segment)
                }
                CheckState::Blocks(_) => text::review_qualification_missing(lang(), segment),
            };
        }
    };
    word.now().to_owned()
}

/// What can be done about it.
fn next(state: CheckState) -> Option<Text> {
    Some(match state {
        CheckState::Good | CheckState::NotNeeded => return None,
        CheckState::CouldNotBeRead => text::REVIEW_UNREAD_NEXT,
        CheckState::Blocks(obstacle) => match obstacle {
            Obstacle::AgreementMissing => text::REVIEW_AGREEMENT_NEXT,
            Obstacle::AccountUnderReview => text::REVIEW_ACCOUNT_REVIEW_NEXT,
            Obstacle::AccountNotAllowed | Obstacle::AccountNotKnown => {
                text::REVIEW_ACCOUNT_NOT_ALLOWED_NEXT
            }
            Obstacle::NotQualified
            | Obstacle::QualificationInReview
            | Obstacle::QualificationDenied => text::REVIEW_QUALIFICATION_NEXT,
        },
    })
}
