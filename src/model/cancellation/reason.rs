//! Why a purchase is cancelled. The API does not ask: the reason is for the people who read about
//! it later, and for a report.

/// A reason to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CancelReason {
    BoughtByMistake,
    /// Or another edition.
    WrongProduct,
    WrongQuantity,
    CustomerChangedMind,
    DuplicateOrder,
    /// In words of one's own.
    Other,
}

/// Characters that words of one's own may have.
pub const LONGEST_REASON: usize = 1_000;

/// A reason as it was chosen and typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reason {
    pub chosen: Option<CancelReason>,
    /// Needed with [`CancelReason::Other`], welcome with every one.
    pub words: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReasonProblem {
    NothingChosen,
    /// "Other" without words.
    WordsMissing,
    TooLong,
}

impl CancelReason {
    pub const ALL: [CancelReason; 6] = [
        CancelReason::BoughtByMistake,
        CancelReason::WrongProduct,
        CancelReason::WrongQuantity,
        CancelReason::CustomerChangedMind,
        CancelReason::DuplicateOrder,
        CancelReason::Other,
    ];

    /// The word in drafts and forms.
    pub fn as_str(self) -> &'static str {
        match self {
            CancelReason::BoughtByMistake => "mistake",
            CancelReason::WrongProduct => "product",
            CancelReason::WrongQuantity => "quantity",
            CancelReason::CustomerChangedMind => "mind",
            CancelReason::DuplicateOrder => "duplicate",
            CancelReason::Other => "other",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == text)
    }
}

impl Reason {
    /// What has to be put right before it is enough.
    pub fn problem(&self) -> Option<ReasonProblem> {
        let words = self.words.trim();
        match self.chosen {
            None => Some(ReasonProblem::NothingChosen),
            Some(CancelReason::Other) if words.is_empty() => Some(ReasonProblem::WordsMissing),
            Some(_) => (words.chars().count() > LONGEST_REASON).then_some(ReasonProblem::TooLong),
        }
    }
}
