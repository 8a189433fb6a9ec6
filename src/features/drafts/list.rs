//! The drafts as they are listed.

use super::shelf::Stored;
use crate::model::draft::{Draft, Record, Wizard, read};
use crate::model::operation::{Operation, OperationKind};
use crate::model::sorted::sorted_by;

/// A draft, or what cannot be read of one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Listed {
    /// What it is kept under.
    pub key: String,
    pub what: What,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum What {
    Draft(Box<Draft>),
    /// Written by a newer version.
    Newer,
    /// Nothing that any version wrote.
    Broken,
}

impl Listed {
    fn of((key, text): Stored) -> Self {
        let what = match read(&text) {
            Record::Draft(draft) => What::Draft(draft),
            Record::Newer(_) => What::Newer,
            Record::Broken => What::Broken,
        };
        Listed { key, what }
    }

    /// In milliseconds; what cannot be read stands behind everything else.
    fn changed(&self) -> i64 {
        match &self.what {
            What::Draft(draft) => draft.changed.millis(),
            What::Newer | What::Broken => i64::MIN,
        }
    }
}

/// Those changed last come first.
pub(super) fn listed(stored: Vec<Stored>) -> Vec<Listed> {
    let all = stored.into_iter().map(Listed::of);
    sorted_by(all, &|left, right| {
        let newest_first = right.changed().cmp(&left.changed());
        newest_first.then_with(|| left.key.cmp(&right.key))
    })
}

/// Whether nobody knows yet what became of what a draft sent: it is needed to find that out.
pub fn is_in_doubt(draft: &Draft, open: &[Operation]) -> bool {
    let own = |operation: &Operation| match &draft.wizard {
        Wizard::Cancel(cancel) => {
            let order = format!("/{}", cancel.order);
            operation.kind == OperationKind::Cancel && operation.target.ends_with(&order)
        }
        Wizard::Report(_) => {
            let by_target = operation.target.contains(draft.id.as_str());
            let by_id = draft.operation.as_ref() == Some(&operation.id);
            operation.kind == OperationKind::ServiceRequest && (by_target || by_id)
        }
    };
    open.iter().any(own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::cancellation::Reason;
    use crate::model::draft::{CancelDraft, CancelStep, Whose, write};
    use crate::model::{RequestId, Timestamp};

    fn draft(order: &str, changed: i64) -> Draft {
        Draft {
            id: RequestId::from_random([7; 16]),
            customer: Some(Whose {
                id: "b44bb1fb-c595-45b0-9e09-d657365580bf".parse().unwrap(),
                name: "Contoso".to_owned(),
                domain: "contoso.fr".to_owned(),
            }),
            created: Timestamp::from_millis(1),
            changed: Timestamp::from_millis(changed),
            operation: None,
            wizard: Wizard::Cancel(CancelDraft {
                step: CancelStep::Reason,
                order: order.parse().unwrap(),
                lines: vec![0],
                reason: Reason::default(),
                acknowledged: false,
                tracker: None,
            }),
        }
    }

    #[test]
    fn those_changed_last_come_first_and_what_is_unreadable_last() {
        let stored = |key: &str, text: String| (key.to_owned(), text);
        let all = listed(vec![
            stored("broken", "{".to_owned()),
            stored("old", write(&draft("a1", 10))),
            stored("newer", r#"{"schema":9}"#.to_owned()),
            stored("new", write(&draft("a2", 20))),
        ]);
        let keys: Vec<&str> = all.iter().map(|one| one.key.as_str()).collect();
        assert_eq!(keys, ["new", "old", "broken", "newer"]);
        assert_eq!(all[3].what, What::Newer);
        assert_eq!(all[2].what, What::Broken);
    }

    #[test]
    fn a_cancellation_that_is_being_checked_holds_its_draft() {
        let operation = |target: &str| {
            let id = RequestId::from_random([1; 16]);
            let now = Timestamp::from_millis(1);
            Operation::new(id, OperationKind::Cancel, target.to_owned(), "", now)
        };
        let of = |order: &str, target: &str| is_in_doubt(&draft(order, 1), &[operation(target)]);
        assert!(of("a1", "b44bb1fb/a1"));
        assert!(!of("a1", "b44bb1fb/a12"));
        assert!(!is_in_doubt(&draft("a1", 1), &[]));
    }
}
