//! What a customer counts as, by Microsoft's vetting (Microsoft, "Get customer qualification").

use super::Timestamp;
use super::status::wire_enum;

wire_enum!(
    QualificationKind {
        None = "none",
        Education = "education",
        Nonprofit = "nonprofit",
        GovernmentCommunityCloud = "government_community_cloud",
        StateOwnedEntity = "state_owned_entity",
    }
);

wire_enum!(
    /// How far the vetting has come.
    Vetting {
        Approved = "approved",
        InReview = "in_review",
        Denied = "denied",
    }
);

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qualification {
    pub kind: QualificationKind,
    pub vetting: Vetting,
    /// Foreign text.
    pub reason: Option<String>,
    pub since: Option<Timestamp>,
}
