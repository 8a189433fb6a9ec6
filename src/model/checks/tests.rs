use super::*;

fn facts() -> Facts {
    Facts {
        agreement: Known::Read(true),
        account: Known::Read(Some(AccountStatus::Allowed)),
        segments: vec![(Segment::Commercial, SegmentRight::Allowed)],
    }
}

fn states(facts: &Facts) -> Vec<CheckState> {
    let checks = Checks::of(facts);
    checks.list().iter().map(|(_, state)| *state).collect()
}

#[test]
fn all_is_well() {
    use CheckState::*;
    assert_eq!(states(&facts()), [Good, Good, NotNeeded]);
    assert!(Checks::of(&facts()).may_order());
}

#[test]
fn an_order_may_be_placed_unless_something_is_known_to_be_in_the_way() {
    let agreements = [Known::Read(true), Known::Read(false), Known::Unreadable];
    let accounts = [
        Known::Read(None),
        Known::Read(Some(AccountStatus::Allowed)),
        Known::Read(Some(AccountStatus::UnderReview)),
        Known::Read(Some(AccountStatus::NotAllowed)),
        Known::Read(Some(AccountStatus::NotKnown)),
        Known::Read(Some(AccountStatus::NotReady)),
        Known::Read(Some(AccountStatus::Unknown("odd".to_owned()))),
        Known::Unreadable,
    ];
    let rights = [
        SegmentRight::Allowed,
        SegmentRight::NotKnown,
        SegmentRight::NotQualified,
        SegmentRight::InReview,
        SegmentRight::Denied,
    ];
    for agreement in agreements {
        for account in &accounts {
            for right in rights {
                let facts = Facts {
                    agreement,
                    account: account.clone(),
                    segments: vec![(Segment::Education, right)],
                };
                let refused = matches!(
                    account,
                    Known::Read(Some(
                        AccountStatus::UnderReview
                            | AccountStatus::NotAllowed
                            | AccountStatus::NotKnown
                    ))
                );
                let may = agreement != Known::Read(false) && !refused && right.may_choose();
                assert_eq!(Checks::of(&facts).may_order(), may, "{facts:?}");
            }
        }
    }
}

#[test]
fn each_obstacle_is_named() {
    let missing = Facts {
        agreement: Known::Read(false),
        account: Known::Read(Some(AccountStatus::UnderReview)),
        segments: vec![
            (Segment::Education, SegmentRight::InReview),
            (Segment::Education, SegmentRight::InReview),
            (Segment::Government, SegmentRight::NotQualified),
        ],
    };
    let expected = [
        Obstacle::AgreementMissing,
        Obstacle::AccountUnderReview,
        Obstacle::QualificationInReview,
        Obstacle::NotQualified,
    ];
    assert_eq!(states(&missing), expected.map(CheckState::Blocks));
}

#[test]
fn no_record_of_an_account_is_good_and_no_answer_is_for_the_server_to_judge() {
    let unread = Facts {
        agreement: Known::Unreadable,
        account: Known::Unreadable,
        segments: vec![(Segment::Nonprofit, SegmentRight::NotKnown)],
    };
    assert_eq!(states(&unread), [CheckState::CouldNotBeRead; 3]);
    let none = Facts {
        account: Known::Read(None),
        ..facts()
    };
    assert_eq!(states(&none)[1], CheckState::Good);
}
