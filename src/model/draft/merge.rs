//! A draft that was filled in in two tabs, put together: what only one of them changed is as that one
//! has it.

use serde_json::{Map, Value};

use super::record::{Record, is_sent, read};

/// The record that both come to. `base` is what both began with, if they did. `None` where both changed
/// the same, each in its way: then a person has to say which.
///
/// What was sent stays sent. Of a record that this version cannot read nothing is taken over.
pub fn merged(base: Option<&str>, ours: &str, theirs: &str) -> Option<String> {
    if is_sent(theirs) || ours == theirs {
        return Some(theirs.to_owned());
    }
    if is_sent(ours) || !matches!(read(theirs), Record::Draft(_)) {
        return Some(ours.to_owned());
    }
    let [base, ours, theirs] = [base.unwrap_or_default(), ours, theirs].map(value);
    let together = merge("", &base, &ours, &theirs)?;
    Some(together.to_string())
}

fn value(text: &str) -> Value {
    serde_json::from_slice(text.as_bytes()).unwrap_or_default()
}

fn merge(name: &str, base: &Value, ours: &Value, theirs: &Value) -> Option<Value> {
    // Everything else belongs together, such as a customer's id and name.
    let is_form = matches!(name, "" | "cancel" | "report" | "facts" | "contact");
    if let (true, Value::Object(own), Value::Object(other)) = (is_form, ours, theirs) {
        return members(name, base, own, other).map(Value::Object);
    }
    let number = |value: &Value| value.as_i64();
    let chosen = match name {
        // Where one is in the wizard is a matter of each tab.
        "step" => ours,
        "changed" if number(ours) > number(theirs) => ours,
        "changed" | "id" | "created" | "operation" => theirs,
        _ if ours == theirs || ours == base => theirs,
        _ if theirs == base => ours,
        _ => return None,
    };
    Some(chosen.clone())
}

fn members(
    name: &str,
    base: &Value,
    ours: &Map<String, Value>,
    theirs: &Map<String, Value>,
) -> Option<Map<String, Value>> {
    let nothing = Value::Null;
    let mut all = Map::new();
    let names = ours.keys().chain(theirs.keys());
    for member in names {
        let [ours, theirs] = [ours, theirs].map(|of| of.get(member).unwrap_or(&nothing));
        let base = base.get(member).unwrap_or(&nothing);
        let together = merge(member, base, ours, theirs)?;
        if !together.is_null() {
            all.insert(member.clone(), together);
        }
    }
    if name == "cancel" && !is_acknowledged_for(base, ours, theirs) {
        all.insert("acknowledged".to_owned(), Value::Bool(false));
    }
    Some(all)
}

/// Whether who ticked that it is understood what follows had these lines before their eyes.
fn is_acknowledged_for(
    base: &Value,
    ours: &Map<String, Value>,
    theirs: &Map<String, Value>,
) -> bool {
    let of = |of: &Map<String, Value>| ["lines", "acknowledged"].map(|part| of.get(part).cloned());
    let before = ["lines", "acknowledged"].map(|part| base.get(part).cloned());
    let (ours, theirs) = (of(ours), of(theirs));
    ours[0] == theirs[0] || ours == before || theirs == before
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::cancellation::Reason;
    use crate::model::draft::{
        CancelDraft, CancelStep, Draft, ReportDraft, ReportStep, Wizard, write,
    };
    use crate::model::{RequestId, Timestamp};

    fn draft(changed: i64, wizard: Wizard) -> Draft {
        Draft {
            id: RequestId::from_random([7; 16]),
            customer: None,
            created: Timestamp::from_millis(0),
            changed: Timestamp::from_millis(changed),
            operation: None,
            wizard,
        }
    }

    fn report(changed: i64, change: impl FnOnce(&mut ReportDraft)) -> String {
        let mut filled = ReportDraft::default();
        filled.report.facts.reason = "Bought twice".to_owned();
        change(&mut filled);
        write(&draft(changed, Wizard::Report(filled.into())))
    }

    fn back(text: Option<String>) -> (i64, ReportDraft) {
        let Some(Record::Draft(draft)) = text.map(|text| read(&text)) else {
            panic!()
        };
        let Wizard::Report(filled) = draft.wizard else {
            panic!()
        };
        (draft.changed.millis(), *filled)
    }

    #[test]
    fn what_one_tab_changed_is_as_that_one_has_it() {
        let base = report(1, |_| ());
        let ours = report(5, |filled| {
            filled.step = ReportStep::Contact;
            filled.report.contact.name = "Zoë".to_owned();
            filled.report.facts.reason = String::new();
        });
        let theirs = report(4, |filled| {
            filled.step = ReportStep::Details;
            filled.report.title = "Refund".to_owned();
            filled.report.contact.phone = "+33".to_owned();
        });
        let (changed, filled) = back(merged(Some(&base), &ours, &theirs));
        assert_eq!((changed, filled.step), (5, ReportStep::Contact));
        assert_eq!(
            (&*filled.report.contact.name, &*filled.report.contact.phone),
            ("Zoë", "+33")
        );
        assert_eq!(
            (&*filled.report.title, &*filled.report.facts.reason),
            ("Refund", "")
        );
        // Where one of them changed nothing, the other is taken over.
        let (_, filled) = back(merged(Some(&base), &base, &theirs));
        assert_eq!(filled.report.title, "Refund");
        let (_, filled) = back(merged(Some(&base), &ours, &base));
        assert_eq!(filled.report.contact.name, "Zoë");
    }

    #[test]
    fn what_both_changed_in_their_ways_is_for_a_person_to_say() {
        let reason =
            |at, words: &str| report(at, |filled| filled.report.facts.reason = words.into());
        let base = reason(1, "Bought");
        assert_eq!(
            merged(Some(&base), &reason(2, "Bought twice"), &reason(3, "Not")),
            None
        );
        assert!(merged(Some(&base), &reason(2, "Not"), &reason(3, "Not")).is_some());
        // Each of them began it, neither from the other's.
        assert_eq!(merged(None, &reason(2, "Bought"), &reason(3, "Not")), None);
        assert!(merged(None, &reason(2, "Not"), &reason(3, "Not")).is_some());
    }

    #[test]
    fn what_was_sent_stays_sent_and_what_cannot_be_read_is_not_taken_over() {
        let base = report(1, |_| ());
        let sent = report(2, |filled| filled.step = ReportStep::Sent);
        let open = report(3, |filled| filled.report.facts.reason = "Not".to_owned());
        assert_eq!(merged(Some(&base), &open, &sent).as_ref(), Some(&sent));
        assert_eq!(merged(Some(&base), &sent, &open).as_ref(), Some(&sent));
        assert_eq!(merged(Some(&base), &open, "{}").as_ref(), Some(&open));
    }

    #[test]
    fn nobody_has_acknowledged_what_follows_for_lines_of_another_tab() {
        let cancel = |lines: &[u32], acknowledged| {
            let cancel = CancelDraft {
                step: CancelStep::Lines,
                order: "f76c6b7f449d".parse().unwrap(),
                lines: lines.to_vec(),
                reason: Reason::default(),
                acknowledged,
                tracker: None,
            };
            let mut draft = draft(1, Wizard::Cancel(cancel));
            draft.customer = Some(crate::model::draft::Whose {
                id: "b44bb1fb-c595-45b0-9e09-d657365580bf".parse().unwrap(),
                name: String::new(),
                domain: String::new(),
            });
            write(&draft)
        };
        let base = cancel(&[0, 1], false);
        let together = |ours: &str, theirs: &str| {
            let together = merged(Some(&base), ours, theirs).unwrap();
            let Record::Draft(draft) = read(&together) else {
                panic!("{together}")
            };
            let Wizard::Cancel(cancel) = draft.wizard else {
                panic!()
            };
            (cancel.lines, cancel.acknowledged)
        };
        let (ticked, fewer) = (cancel(&[0, 1], true), cancel(&[1], false));
        assert_eq!(together(&ticked, &fewer), (vec![1], false));
        assert_eq!(together(&fewer, &ticked), (vec![1], false));
        assert_eq!(together(&base, &cancel(&[1], true)), (vec![1], true));
        assert_eq!(together(&ticked, &base), (vec![0, 1], true));
    }
}
