//! What has to be put right, step by step, and what of it is said.

use super::ReportDesk;
use crate::model::draft::ReportStep;
use crate::model::report::{Field, Known, Problem};
use crate::reactive::*;

impl ReportDesk {
    /// What has to be put right on a step; tracks all that decides.
    pub fn problems_of(self, step: ReportStep) -> Vec<(Field, Problem)> {
        let Some(filled) = self.filled() else {
            return Vec::new();
        };
        let report = &filled.report;
        match step {
            ReportStep::Facts => {
                let topics = self.topics.ready().filter(|_| self.can_send());
                let topics = topics.as_deref().map(Vec::as_slice);
                let found = self.lookups.found.get();
                let paid = found.paid(&filled.lines);
                let known = Known {
                    tenant: found.tenant,
                    purchase: found.purchase,
                    paid: &paid,
                };
                let may_refund = self.may_refund.get();
                let mut problems = report.problems_of_topic(topics, may_refund);
                if report.is_refund() && !may_refund {
                    return problems;
                }
                problems.extend(report.problems_of_facts(known));
                problems
            }
            ReportStep::Details => report.problems_of_details(),
            ReportStep::Description => report.problems_of_description(&self.outgoing()),
            ReportStep::Contact => report.problems_of_contact(),
            ReportStep::Review | ReportStep::Sent => Vec::new(),
        }
    }

    /// The first step before this one that has something to be put right; tracks all that decides.
    pub fn first_wrong_before(self, step: ReportStep) -> Option<ReportStep> {
        let mut before = ReportStep::ALL.into_iter().take_while(|one| *one < step);
        before.find(|one| !self.problems_of(*one).is_empty())
    }

    /// Says from now on what is wrong on a step.
    pub fn blame(self, step: ReportStep) {
        let problems = untrack(|| self.problems_of(step));
        self.blamed.update(|(turn, blamed)| {
            *turn += 1;
            *blamed = problems;
        });
    }

    /// What is said to be wrong on a step, as long as it is; and how often it was said. Tracks both.
    pub fn blamed(self, step: ReportStep) -> (u32, Vec<(Field, Problem)>) {
        let now = self.problems_of(step);
        let (turn, mut blamed) = self.blamed.get();
        blamed.retain(|problem| now.contains(problem));
        (turn, blamed)
    }
}
