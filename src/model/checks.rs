//! What has to be so before an order, as a list; and whether it keeps the order from being placed.

use super::segment::{Segment, SegmentRight};
use super::status::wire_enum;
#[cfg(test)]
mod tests;

wire_enum!(
    /// What Microsoft's validation says of a customer's account (Microsoft, "Retrieve the validation
    /// status of a customer account").
    AccountStatus {
        Allowed = "allowed",
        UnderReview = "under_review",
        NotAllowed = "not_allowed",
        /// It says `Unknown` itself.
        NotKnown = "unknown",
        NotReady = "not_ready",
    }
);

/// What is checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Check {
    /// That the customer accepted the Microsoft Customer Agreement.
    Agreement,
    /// That Microsoft lets the customer's account buy.
    Account,
    /// That the customer counts as what the software is priced for.
    Segment(Segment),
}

/// How a check came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckState {
    Good,
    /// The server would refuse the order.
    Blocks(Obstacle),
    /// Nobody can tell beforehand: the server decides.
    CouldNotBeRead,
    NotNeeded,
}

/// What is in the way of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    AgreementMissing,
    AccountUnderReview,
    AccountNotAllowed,
    /// The validation came to no result.
    AccountNotKnown,
    NotQualified,
    QualificationInReview,
    QualificationDenied,
}

/// Something the server was asked: its answer, or that there was none to be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known<T> {
    Read(T),
    Unreadable,
}

/// What was read for the checks.
#[derive(Clone, Debug)]
pub struct Facts {
    /// Whether the agreement was confirmed by the partner, or signed by the customer itself.
    pub agreement: Known<bool>,
    /// `None`: Microsoft has no record of the account, which keeps nobody from buying.
    pub account: Known<Option<AccountStatus>>,
    /// Segments of the cart's lines, with the customer's right to each.
    pub segments: Vec<(Segment, SegmentRight)>,
}

/// The checks with their outcomes, in the order in which they are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checks(Vec<(Check, CheckState)>);

impl Checks {
    pub fn of(facts: &Facts) -> Self {
        let mut checks = vec![
            (Check::Agreement, agreement(facts.agreement)),
            (Check::Account, account(&facts.account)),
        ];
        for (segment, right) in &facts.segments {
            let check = Check::Segment(segment.clone());
            if !checks.iter().any(|(other, _)| *other == check) {
                checks.push((check, qualification(segment, *right)));
            }
        }
        Checks(checks)
    }

    pub fn list(&self) -> &[(Check, CheckState)] {
        &self.0
    }

    /// Whether the order may be placed. What could not be read keeps nobody from it.
    pub fn may_order(&self) -> bool {
        let blocks = |state: &CheckState| matches!(state, CheckState::Blocks(_));
        !self.0.iter().any(|(_, state)| blocks(state))
    }
}

fn agreement(found: Known<bool>) -> CheckState {
    match found {
        Known::Read(true) => CheckState::Good,
        Known::Read(false) => CheckState::Blocks(Obstacle::AgreementMissing),
        Known::Unreadable => CheckState::CouldNotBeRead,
    }
}

fn account(status: &Known<Option<AccountStatus>>) -> CheckState {
    let status = match status {
        Known::Unreadable => return CheckState::CouldNotBeRead,
        Known::Read(None) => return CheckState::Good,
        Known::Read(Some(status)) => status,
    };
    CheckState::Blocks(match status {
        AccountStatus::Allowed => return CheckState::Good,
        AccountStatus::UnderReview => Obstacle::AccountUnderReview,
        AccountStatus::NotAllowed => Obstacle::AccountNotAllowed,
        AccountStatus::NotKnown => Obstacle::AccountNotKnown,
        // Not among the states that refuse an order.
        AccountStatus::NotReady | AccountStatus::Unknown(_) => return CheckState::CouldNotBeRead,
    })
}

fn qualification(segment: &Segment, right: SegmentRight) -> CheckState {
    CheckState::Blocks(match right {
        _ if *segment == Segment::Commercial => return CheckState::NotNeeded,
        SegmentRight::Allowed => return CheckState::Good,
        SegmentRight::NotKnown => return CheckState::CouldNotBeRead,
        SegmentRight::NotQualified => Obstacle::NotQualified,
        SegmentRight::InReview => Obstacle::QualificationInReview,
        SegmentRight::Denied => Obstacle::QualificationDenied,
    })
}
