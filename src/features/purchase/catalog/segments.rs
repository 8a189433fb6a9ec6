//! The segments of the catalogue, and which of them the customer may be sold.

use crate::features::customers::{CurrentCustomer, use_query_of};
use crate::i18n::{Lang, Text, text};
use crate::model::qualification::Qualification;
use crate::model::segment::{SEGMENTS, Segment, SegmentRight};
use crate::query::{Loaded, Query};
use crate::ui::Choice;

/// The word for a segment.
pub(in crate::features::purchase) fn segment_word(segment: &Segment) -> Text {
    match segment {
        Segment::Education => text::CATALOG_EDUCATION,
        Segment::Nonprofit => text::CATALOG_NONPROFIT,
        Segment::Government => text::CATALOG_GOVERNMENT,
        Segment::Commercial | Segment::Unknown(_) => text::CATALOG_COMMERCIAL,
    }
}

/// Reads what the customer counts as.
pub(in crate::features::purchase) fn use_qualifications(
    customer: CurrentCustomer,
) -> Query<Vec<Qualification>> {
    use_query_of(
        customer,
        || Some(()),
        |id, ()| format!("qualifications/{id}"),
        |api, id, ()| async move {
            let read = api.qualifications(&id).await?;
            Ok(read.items.into_iter().flatten().collect())
        },
    )
}

/// The segments as choices; those that the customer may not be sold say why.
pub(super) fn choices(
    lang: Lang,
    qualifications: &Query<Vec<Qualification>>,
    chosen: &Segment,
) -> Vec<Choice> {
    let read = match qualifications.get() {
        Loaded::Ready(all) => Some(all),
        Loaded::Waiting | Loaded::Failed(_) => None,
    };
    let all = read.as_ref().map(|all| all.as_slice());
    let choice = |segment: Segment| {
        let right = SegmentRight::of(&segment, all);
        let word = segment_word(&segment).get(lang);
        let label = match right {
            SegmentRight::Allowed | SegmentRight::NotKnown => word.to_owned(),
            SegmentRight::NotQualified => text::catalog_not_qualified(lang, word),
            SegmentRight::InReview => text::catalog_in_review(lang, word),
            SegmentRight::Denied => text::catalog_denied(lang, word),
        };
        Choice {
            disabled: !right.may_choose() && segment != *chosen,
            ..Choice::new(segment.as_str(), label)
        }
    };
    SEGMENTS.into_iter().map(choice).collect()
}
