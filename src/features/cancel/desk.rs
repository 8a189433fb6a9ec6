//! A cancellation as it is being filled in.

use std::rc::Rc;

use super::refusal::Refusal;
use crate::features::customers::CurrentCustomer;
use crate::features::drafts::{self, Shared};
use crate::features::orders::use_order;
use crate::features::software::use_items_of;
use crate::i18n::Text;
use crate::model::OrderId;
use crate::model::cancellation::{Given, Line, Reason, Selection, line_of, lines, window};
use crate::model::draft::{CancelDraft, CancelStep, Draft, Wizard};
use crate::model::order::Order;
use crate::model::permissions::Action;
use crate::model::software::SoftwareItem;
use crate::navigation::use_page_query;
use crate::paths::{self, CancelPage};
use crate::query::Query;
use crate::reactive::*;
use crate::session::{Session, use_session};

/// The wizard of an order; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct CancelDesk {
    pub customer: CurrentCustomer,
    pub id: Memo<Option<OrderId>>,
    pub order: Query<Order>,
    /// The order's lines, as they can be cancelled now; `None` while that is not known.
    pub lines: Memo<Option<Rc<Vec<Line>>>>,
    /// What was kept; `None` until that is known.
    kept: RwSignal<Option<Option<Draft>>>,
    draft: RwSignal<Option<Draft>>,
    /// Keeps it, beside other tabs.
    pub shared: Shared,
    /// What was not cancelled, and why, when it was asked for last: to be seen on every step.
    pub refused: RwSignal<Option<(Text, Rc<Refusal>)>>,
    session: Session,
}

/// Reads the order, and what was filled in before.
pub(super) fn use_cancel_desk(customer: CurrentCustomer, id: Memo<Option<OrderId>>) -> CancelDesk {
    let session = use_session();
    let order = use_order(customer, move || id.get());
    let items = use_items_of(customer, id);
    let lines = Memo::new(move |_| {
        let (order, items) = (order.ready()?, items.get()?);
        let given = Given {
            permission: session.may(Action::Cancel),
            server_cancels: session.config().api.capabilities.cancel_orders,
        };
        let policies = &session.config().cancellation_policies;
        let now = session.api().server_now();
        let of_line = |number: u32| {
            let own = |item: &&SoftwareItem| item.id.line == number && item.included_in.is_none();
            if let Some(item) = items.iter().find(own) {
                return item.window.clone();
            }
            let line = line_of(&order, number).cloned();
            window(&order, &line.unwrap_or_default(), None, policies, now)
        };
        Some(Rc::new(self::lines(&order, given, &of_line)))
    });
    let draft = RwSignal::new(None);
    let desk = CancelDesk {
        customer,
        id,
        order,
        lines,
        kept: RwSignal::new(None),
        draft,
        shared: Shared::begin(draft),
        refused: RwSignal::new(None),
        session,
    };
    desk.restore();
    desk
}

impl CancelDesk {
    /// What was filled in; `None` until it is there. Tracks it.
    pub fn draft(self) -> Option<CancelDraft> {
        self.draft.with(|draft| draft.as_ref().and_then(of))
    }

    /// The lines that are chosen and can be cancelled; tracks both.
    pub fn selection(self) -> Selection {
        let chosen = self.draft().map(|draft| draft.lines).unwrap_or_default();
        match self.lines.get() {
            Some(lines) => Selection::of(&lines, &chosen),
            None => Selection::default(),
        }
    }

    /// Whether all that was chosen is cancelled by now; tracks it.
    pub fn is_overtaken(self) -> bool {
        let lines = self.lines.get().unwrap_or_default();
        let chosen = self.draft().map(|draft| draft.lines).unwrap_or_default();
        let cancelled = |number: &u32| {
            let mut lines = lines.iter();
            lines.any(|line| line.number == *number && line.is_cancelled())
        };
        !chosen.is_empty() && chosen.iter().all(cancelled)
    }

    /// Changes it, and keeps it.
    pub fn change(self, change: impl FnOnce(&mut CancelDraft)) {
        self.shared.change(|draft| {
            if let Wizard::Cancel(cancel) = &mut draft.wizard {
                change(cancel);
            }
        });
    }

    /// What was kept of it when the page came; `None` until that is known. Tracks it.
    pub fn kept(self) -> Option<Option<Draft>> {
        let kept = self.kept.get()?;
        Some(self.draft.get_untracked().or(kept))
    }

    /// Keeps it at once.
    pub fn keep_now(self) {
        self.shared.flush();
    }

    /// What is kept of a cancellation, whatever has become of the page by then; of lines that are
    /// named later.
    pub fn to_note(self) -> Option<Draft> {
        self.shared.drop_unkept();
        let (customer, order) = untrack(|| Some((self.customer.id()?, self.id.get()?)))?;
        let filled_in = untrack(|| self.kept()).flatten();
        filled_in.or_else(|| {
            let wizard = begun(order, Vec::new());
            Some(drafts::begin_for(
                &self.session.api(),
                self.customer,
                customer,
                wizard,
            ))
        })
    }

    /// Where a step of it is; tracks the customer's name in the address.
    pub fn href(self, at: CancelPage) -> Option<paths::Href> {
        let (named, order) = (self.customer.named()?, self.id.get()?);
        Some(paths::cancel(&named, &order, at))
    }

    /// Whether everything up to a step is filled in, so that it can be gone to; tracks it.
    pub fn may_go_to(self, step: CancelStep) -> bool {
        let Some(draft) = self.draft() else {
            return false;
        };
        let chosen = !self.selection().numbers().is_empty();
        match step {
            CancelStep::Lines => true,
            CancelStep::Reason => chosen,
            CancelStep::Consequences => chosen && draft.reason.problem().is_none(),
            CancelStep::Review => chosen && draft.reason.problem().is_none() && draft.acknowledged,
        }
    }

    fn key(self) -> Option<String> {
        let (customer, order) = (self.customer.id()?, self.id.get()?);
        Some(drafts::cancel_key(&self.session.api(), &customer, &order))
    }

    /// Brings back what was kept. An address that names a line means that one.
    fn restore(self) {
        let query = use_page_query();
        let api = self.session.api();
        effect(move || {
            let Some(key) = self.key() else { return };
            let order = self.id.get_untracked();
            self.shared.flush();
            self.kept.set(None);
            self.draft.set(None);
            self.refused.set(None);
            spawn_local(async move {
                let found = self.shared.find(key).await;
                let found = found.filter(|draft| of_order(draft, &order));
                if self.id.try_get_untracked() == Some(order) {
                    self.kept.set(Some(found));
                }
            });
        });
        effect(move || {
            let Some(kept) = self.kept.get() else { return };
            if self.draft.with_untracked(Option::is_some) {
                return;
            }
            let (Some(customer), Some(order)) = (self.customer.id(), self.id.get()) else {
                return;
            };
            let named = query.with_untracked(|query| query.get("line")?.parse::<u32>().ok());
            // What a row leads to is meant, unless more of another choice is filled in already.
            let only_lines =
                |kept: &Draft| of(kept).is_some_and(|kept| kept.step == CancelStep::Lines);
            let kept = kept.filter(|kept| named.is_none() || !only_lines(kept));
            match (kept, self.lines.get()) {
                (Some(kept), _) => self.draft.set(Some(kept)),
                (None, None) => {}
                (None, Some(lines)) => {
                    let chosen = match named {
                        Some(line) => vec![line],
                        None => Selection::all(&lines).numbers().to_vec(),
                    };
                    let wizard = begun(order, chosen);
                    let draft = drafts::begin_for(&api, self.customer, customer, wizard);
                    self.shared.start(draft);
                }
            }
        });
    }
}

fn of(draft: &Draft) -> Option<CancelDraft> {
    match &draft.wizard {
        Wizard::Cancel(cancel) => Some(cancel.clone()),
        Wizard::Report(_) => None,
    }
}

/// A cancellation of which nothing is filled in but the lines.
fn begun(order: OrderId, lines: Vec<u32>) -> Wizard {
    Wizard::Cancel(CancelDraft {
        step: CancelStep::Lines,
        order,
        lines,
        reason: Reason::default(),
        acknowledged: false,
        tracker: None,
    })
}

fn of_order(draft: &Draft, order: &Option<OrderId>) -> bool {
    of(draft).is_some_and(|cancel| Some(cancel.order) == *order)
}
