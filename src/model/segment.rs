//! Who software is priced for, and whether a customer counts as one of them.

use super::qualification::{Qualification, QualificationKind, Vetting};
use super::status::wire_enum;

wire_enum!(
    /// A segment of the catalogue (Microsoft, "Get a list of products").
    Segment {
        Commercial = "commercial",
        Education = "education",
        Nonprofit = "nonprofit",
        Government = "government",
    }
);

/// Those that the catalogue can be asked for, in the order in which they are offered.
pub const SEGMENTS: [Segment; 4] = [
    Segment::Commercial,
    Segment::Education,
    Segment::Nonprofit,
    Segment::Government,
];

/// Whether a customer may buy in a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentRight {
    Allowed,
    /// The customer has no qualification for it.
    NotQualified,
    /// Microsoft is looking at the qualification.
    InReview,
    /// Microsoft denied the qualification.
    Denied,
    /// The qualifications could not be read: the server decides.
    NotKnown,
}

impl SegmentRight {
    /// The right of a customer with these qualifications; `None` where they could not be read.
    pub fn of(segment: &Segment, qualifications: Option<&[Qualification]>) -> Self {
        if *segment == Segment::Commercial {
            return SegmentRight::Allowed;
        }
        let Some(all) = qualifications else {
            return SegmentRight::NotKnown;
        };
        let own = || all.iter().filter(|one| qualifies(&one.kind, segment));
        let any = |vetting: &Vetting| own().any(|one| one.vetting == *vetting);
        if any(&Vetting::Approved) {
            SegmentRight::Allowed
        } else if any(&Vetting::InReview) {
            SegmentRight::InReview
        } else if any(&Vetting::Denied) {
            SegmentRight::Denied
        } else if own().next().is_some() {
            SegmentRight::NotKnown
        } else {
            SegmentRight::NotQualified
        }
    }

    /// Whether the segment can be chosen.
    pub fn may_choose(self) -> bool {
        matches!(self, SegmentRight::Allowed | SegmentRight::NotKnown)
    }
}

fn qualifies(kind: &QualificationKind, segment: &Segment) -> bool {
    matches!(
        (kind, segment),
        (QualificationKind::Education, Segment::Education)
            | (QualificationKind::Nonprofit, Segment::Nonprofit)
            | (
                QualificationKind::GovernmentCommunityCloud,
                Segment::Government
            )
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn qualified(kind: QualificationKind, vetting: Vetting) -> Qualification {
        Qualification {
            kind,
            vetting,
            reason: None,
            since: None,
        }
    }

    #[test]
    fn a_customer_without_qualifications_is_commercial() {
        let rights = SEGMENTS.map(|segment| SegmentRight::of(&segment, Some(&[])).may_choose());
        assert_eq!(rights, [true, false, false, false]);
    }

    #[test]
    fn a_qualification_opens_its_own_segment_once_it_is_approved() {
        use QualificationKind as Kind;
        let pairs = [
            (Kind::Education, Segment::Education),
            (Kind::Nonprofit, Segment::Nonprofit),
            (Kind::GovernmentCommunityCloud, Segment::Government),
        ];
        for (kind, own) in &pairs {
            for (vetting, right) in [
                (Vetting::Approved, SegmentRight::Allowed),
                (Vetting::InReview, SegmentRight::InReview),
                (Vetting::Denied, SegmentRight::Denied),
                (Vetting::Unknown(String::new()), SegmentRight::NotKnown),
            ] {
                let has = [qualified(kind.clone(), vetting)];
                for (_, segment) in &pairs {
                    let expected = match segment == own {
                        true => right,
                        false => SegmentRight::NotQualified,
                    };
                    assert_eq!(SegmentRight::of(segment, Some(&has)), expected);
                }
            }
        }
        let owned = [qualified(Kind::StateOwnedEntity, Vetting::Approved)];
        let right = SegmentRight::of(&Segment::Government, Some(&owned));
        assert_eq!(right, SegmentRight::NotQualified);
    }

    #[test]
    fn the_best_of_several_counts() {
        use QualificationKind::Education;
        let has = [Vetting::Denied, Vetting::Approved, Vetting::InReview];
        let mut has: Vec<_> = has.map(|vetting| qualified(Education, vetting)).into();
        let right = |has: &[Qualification]| SegmentRight::of(&Segment::Education, Some(has));
        assert_eq!(right(&has), SegmentRight::Allowed);
        has.remove(1);
        assert_eq!(right(&has), SegmentRight::InReview);
    }

    #[test]
    fn what_could_not_be_read_is_for_the_server_to_judge() {
        let right = SegmentRight::of(&Segment::Education, None);
        assert_eq!(right, SegmentRight::NotKnown);
        assert!(right.may_choose());
        let right = SegmentRight::of(&Segment::Commercial, None);
        assert_eq!(right, SegmentRight::Allowed);
    }
}
