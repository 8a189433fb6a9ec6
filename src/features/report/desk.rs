//! A report as it is being filled in.

use super::lookups::{Lookups, use_lookups};
use super::proposals;
use crate::features::drafts::{self, Shared};
use crate::features::files::{Uploads, use_uploads};
use crate::i18n::{Lang, lang, lang_untracked};
use crate::model::RequestId;
use crate::model::draft::{Draft, ReportDraft, Whose, Wizard};
use crate::model::permissions::{Action, Permission};
use crate::model::report::{Field, Problem, Report};
use crate::model::service_request::Topic;
use crate::query::{Query, use_query};
use crate::reactive::*;
use crate::session::{Session, use_session};
use crate::ui::{Handler, foreign};

mod checking;
mod text;

/// The wizard of a draft; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct ReportDesk {
    pub id: Memo<Option<RequestId>>,
    pub lookups: Lookups,
    /// What a report can be about, as the server says.
    pub topics: Query<Vec<Topic>>,
    pub may_refund: Memo<bool>,
    pub uploads: Uploads,
    /// The language of what is sent; its texts are here.
    pub spoken: RwSignal<Lang>,
    pub session: Session,
    /// Whether the draft is there; `None` while it is being read.
    there: RwSignal<Option<bool>>,
    draft: RwSignal<Option<Draft>>,
    /// Keeps it, beside other tabs.
    pub shared: Shared,
    /// What was wrong when a step was left, and how often one was.
    blamed: RwSignal<(u32, Vec<(Field, Problem)>)>,
}

/// Reads the draft, and what is known beside it.
pub(super) fn use_report_desk(id: Memo<Option<RequestId>>) -> ReportDesk {
    let session = use_session();
    let draft = RwSignal::new(None::<Draft>);
    let of_draft = move || draft.with(|draft| draft.as_ref().and_then(|draft| of(draft).cloned()));
    let lookups = use_lookups(move || Some(of_draft()?.report.facts));
    let shared = Shared::begin(draft);
    let files = Signal::derive(move || Some(of_draft()?.files));
    let keep_files = Handler::from(move |files| {
        shared.change(|draft| {
            if let Some(report) = of_mut(draft) {
                report.files = files;
            }
        });
    });
    let desk = ReportDesk {
        id,
        lookups,
        topics: use_topics(session),
        may_refund: Memo::new(move |_| session.may(Action::Cancel) != Permission::Denied),
        uploads: use_uploads(id, files, keep_files),
        spoken: RwSignal::new(lang_untracked()),
        session,
        there: RwSignal::new(None),
        draft,
        shared,
        blamed: RwSignal::new((0, Vec::new())),
    };
    desk.restore();
    desk.speak();
    proposals::follow(desk);
    desk
}

impl ReportDesk {
    /// Whether the draft is there; `None` while it is being read. Tracks it.
    pub fn is_there(self) -> Option<bool> {
        self.there.get()
    }

    /// The whole draft, as it is kept; tracks it.
    pub fn draft(self) -> Option<Draft> {
        self.draft.get()
    }

    /// What was filled in; `None` until it is there. Tracks it.
    pub fn filled(self) -> Option<ReportDraft> {
        self.draft
            .with(|draft| draft.as_ref().and_then(|draft| of(draft).cloned()))
    }

    /// The report itself, empty until it is there; tracks it.
    pub fn report(self) -> Report {
        self.filled()
            .map(|filled| filled.report)
            .unwrap_or_default()
    }

    /// Whom it is about, once that was found; tracks it.
    pub fn customer(self) -> Option<Whose> {
        self.draft.with(|draft| draft.as_ref()?.customer.clone())
    }

    /// The customer by name and domain; `None` while none was found. Tracks it.
    pub fn full_name(self) -> Option<String> {
        let Whose { id, name, domain } = self.customer()?;
        Some(match (name.trim(), domain.trim()) {
            ("", "") => id.to_string(),
            ("", domain) => foreign::visible(domain),
            (name, "") => foreign::visible(name),
            (name, domain) => format!("{} ({})", foreign::visible(name), foreign::visible(domain)),
        })
    }

    /// Whether the server takes requests; else the text is there to be copied.
    pub fn can_send(self) -> bool {
        self.session.config().api.capabilities.service_requests
    }

    /// Changes the draft, and keeps it.
    pub fn change_draft(self, with: impl FnOnce(&mut Draft)) {
        self.shared.change(with);
    }

    /// Changes what was filled in, and keeps it.
    pub fn change(self, with: impl FnOnce(&mut ReportDraft)) {
        self.change_draft(|draft| {
            if let Some(report) = of_mut(draft) {
                with(report);
            }
        });
    }

    /// Keeps it at once.
    pub fn keep_now(self) {
        self.shared.flush();
    }

    /// Where it is kept; tracks which one it is.
    pub fn key(self) -> Option<String> {
        Some(drafts::report_key(&self.session.api(), &self.id.get()?))
    }

    /// Brings back what was kept.
    fn restore(self) {
        effect(move || {
            let id = self.id.get();
            self.shared.flush();
            self.draft.set(None);
            self.there.set(None);
            let Some(key) = self.key() else {
                return self.there.set(Some(false));
            };
            spawn_local(async move {
                let found = self.shared.find(key).await;
                if self.id.try_get_untracked() != Some(id) {
                    return;
                }
                let found = found.filter(|draft| of(draft).is_some());
                let there = found.is_some();
                self.draft.set(found);
                self.there.set(Some(there));
            });
        });
    }
}

/// Named in the language of the client, so read again when that changes.
fn use_topics(session: Session) -> Query<Vec<Topic>> {
    let offered = session.config().api.capabilities.service_requests;
    let key = move || match offered {
        true => format!("topics/{}", lang().code()),
        false => String::new(),
    };
    use_query(key, |api| async move {
        let topics = api.support_topics().await?;
        Ok(topics.items.into_iter().flatten().collect())
    })
}

fn of(draft: &Draft) -> Option<&ReportDraft> {
    match &draft.wizard {
        Wizard::Report(report) => Some(report),
        Wizard::Cancel(_) => None,
    }
}

fn of_mut(draft: &mut Draft) -> Option<&mut ReportDraft> {
    match &mut draft.wizard {
        Wizard::Report(report) => Some(report),
        Wizard::Cancel(_) => None,
    }
}
