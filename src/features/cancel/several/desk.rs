//! What is chosen, and the run through it.

use std::rc::Rc;

use crate::features::cancel::finish::Finish;
use crate::features::cancel::refusal::Refusal;
use crate::features::cancel::send::{Ask, CancelOf, Sent};
use crate::features::customers::CurrentCustomer;
use crate::features::drafts;
use crate::features::software::{CustomerSoftware, use_software};
use crate::model::cancellation::{
    Expected, Given, MayCancel, Reason, RowResult, Run, Selection, WhyNo, by_order, lines, of_item,
};
use crate::model::draft::{CancelDraft, CancelStep, Draft, Wizard};
use crate::model::permissions::Action;
use crate::model::software::SoftwareItem;
use crate::model::sorted::sorted_by;
use crate::model::window::{WhyUnknown, Window};
use crate::model::{CustomerId, OrderId, SoftwareItemId};
use crate::operations::{Operations, use_operations};
use crate::partner_center::{ApiError, ErrorKind};
use crate::reactive::*;
use crate::session::{Session, use_session};

/// A purchase, and whether it can be cancelled.
#[derive(Clone, PartialEq)]
pub(super) struct Row {
    pub item: SoftwareItem,
    pub may: MayCancel,
}

/// What is asked of one order.
#[derive(Clone, PartialEq)]
pub(super) struct Group {
    pub order: OrderId,
    /// The number to show to people.
    pub number: String,
    pub items: Vec<SoftwareItem>,
    lines: Vec<u32>,
    /// What is kept of it once it is cancelled.
    draft: Draft,
}

/// How far it is.
pub(super) type Progress = Run<Group, Rc<Refusal>>;

/// Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct SeveralDesk {
    pub customer: CurrentCustomer,
    pub software: CustomerSoftware,
    /// What was bought and is not cancelled; `None` while it is being read.
    pub rows: Memo<Option<Rc<Vec<Row>>>>,
    given: Memo<Given>,
    chosen: RwSignal<Vec<SoftwareItemId>>,
    /// The choice was confirmed, and nothing of it can be changed for now.
    pub held: RwSignal<bool>,
    pub run: RwSignal<Option<Progress>>,
    finish: StoredValue<Finish>,
    operations: Operations,
    session: Session,
}

pub(super) fn use_several(customer: CurrentCustomer) -> SeveralDesk {
    let session = use_session();
    let software = use_software(customer);
    let given = Memo::new(move |_| Given {
        permission: session.may(Action::Cancel),
        server_cancels: session.config().api.capabilities.cancel_orders,
    });
    let rows = Memo::new(move |_| {
        let (list, given) = (software.list()?, given.get());
        // What came in a bundle goes with the bundle.
        let own = list.items.iter().filter(|item| item.included_in.is_none());
        let rows = own.map(|item| Row {
            item: item.clone(),
            may: of_item(item, item.paid.as_ref(), given),
        });
        let left = rows.filter(|row| row.may != MayCancel::No(WhyNo::AlreadyCancelled));
        // What can be cancelled comes first, and of it what is most urgent.
        let place = |row: &Row| match &row.may {
            MayCancel::Now(credit) => (false, Some(credit.deadline)),
            _ => (true, None),
        };
        Some(Rc::new(sorted_by(left, &|a, b| place(a).cmp(&place(b)))))
    });
    SeveralDesk {
        customer,
        software,
        rows,
        given,
        chosen: RwSignal::new(Vec::new()),
        held: RwSignal::new(false),
        run: RwSignal::new(None),
        finish: StoredValue::new(Finish::new()),
        operations: use_operations(),
        session,
    }
}

impl SeveralDesk {
    /// The chosen ones of those that can be cancelled; tracks both.
    pub fn chosen(self) -> Vec<Row> {
        let rows = self.rows.get().unwrap_or_default();
        let chosen = self.chosen.get();
        let able = rows.iter().filter(|row| row.is_able());
        able.filter(|row| chosen.contains(&row.item.id))
            .cloned()
            .collect()
    }

    /// Whether a row is chosen; tracks it.
    pub fn has(self, id: &SoftwareItemId) -> bool {
        self.chosen.with(|chosen| chosen.contains(id))
    }

    pub fn choose(self, id: &SoftwareItemId, chosen: bool) {
        if self.held.get_untracked() {
            return;
        }
        self.chosen.update(|all| {
            all.retain(|one| one != id);
            if chosen {
                all.push(id.clone());
            }
        });
    }

    /// Chooses all that can be cancelled, or none.
    pub fn choose_all(self, chosen: bool) {
        if self.held.get_untracked() {
            return;
        }
        let rows = self.rows.get_untracked().unwrap_or_default();
        let able = rows.iter().filter(|row| chosen && row.is_able());
        self.chosen
            .set(able.map(|row| row.item.id.clone()).collect());
    }

    /// The credit to expect for what is chosen; tracks it.
    pub fn expected(self) -> Expected {
        Expected::of(self.chosen().iter().map(|row| &row.may))
    }

    /// What is chosen is what was confirmed: it stays as it is until it is sent or taken back.
    pub fn hold(self, held: bool) {
        self.held.set(held);
    }

    /// Cancels what is chosen, order by order.
    pub fn start(self) {
        self.held.set(false);
        let Some(customer) = untrack(|| self.customer.id()) else {
            return;
        };
        let chosen = untrack(|| self.chosen());
        let ids: Vec<SoftwareItemId> = chosen.iter().map(|row| row.item.id.clone()).collect();
        let groups = by_order(&ids).into_iter().map(|(order, lines)| {
            let of_order = chosen.iter().filter(|row| row.item.id.order == order);
            let items = of_order.map(|row| row.item.clone()).collect();
            self.group(&customer, order, lines, items)
        });
        self.run.set(Some(Run::new(groups.collect())));
        self.chosen.set(Vec::new());
        // What is on its way is noted even if the page is left meanwhile.
        let task = Rc::new(Task {
            customer,
            given: self.given.get_untracked(),
            session: self.session,
            operations: self.operations,
            finish: self.finish.get_value(),
        });
        self.go_on(task);
    }

    fn group(
        self,
        customer: &CustomerId,
        order: OrderId,
        lines: Vec<u32>,
        items: Vec<SoftwareItem>,
    ) -> Group {
        let wizard = Wizard::Cancel(CancelDraft {
            step: CancelStep::Review,
            order: order.clone(),
            lines: lines.clone(),
            reason: Reason::default(),
            acknowledged: true,
            tracker: None,
        });
        let number = items.first().map(|item| item.order_number.clone());
        Group {
            number: number.unwrap_or_else(|| order.to_string()),
            draft: drafts::begin_for(&self.session.api(), self.customer, customer.clone(), wizard),
            order,
            items,
            lines,
        }
    }

    /// Sends nothing more.
    pub fn stop(self) {
        self.run.update(|run| run.as_mut().map(Run::stop));
    }

    /// Back to the list, once it is over.
    pub fn close(self) {
        self.run.set(None);
    }

    fn go_on(self, task: Rc<Task>) {
        let next = self.run.update(|run| {
            let run = run.as_mut()?;
            let place = run.begin_next()?;
            Some((place, run.rows()[place].0.clone()))
        });
        let Some((place, group)) = next.flatten() else {
            return;
        };
        spawn_local(async move {
            let result = task.cancel(group).await;
            self.run
                .update(|run| run.as_mut().map(|run| run.note(place, result)));
            self.go_on(task);
        });
    }
}

/// What a run needs, whatever becomes of the page.
struct Task {
    customer: CustomerId,
    given: Given,
    session: Session,
    operations: Operations,
    finish: Finish,
}

impl Task {
    async fn cancel(&self, group: Group) -> RowResult<Rc<Refusal>> {
        let conflict = || Rc::new(ApiError::of(ErrorKind::Conflict).into());
        let api = self.session.api();
        let order = match api.order(&self.customer, &group.order).await {
            Ok(order) => order,
            // Nothing was asked for yet.
            Err(error) => return RowResult::Refused(Rc::new(error.into())),
        };
        let window = |number: u32| {
            let mut items = group.items.iter();
            let item = items.find(|item| item.id.line == number);
            item.map_or(Window::Unknown(WhyUnknown::NoPurchaseDate), |item| {
                item.window.clone()
            })
        };
        let lines = lines(&order, self.given, &window);
        if Selection::of(&lines, &group.lines).numbers().len() < group.lines.len() {
            // Meanwhile some of it is cancelled, or in another state.
            return RowResult::Refused(conflict());
        }
        let cancel = CancelOf {
            api,
            operations: self.operations,
            customer: self.customer.clone(),
            order: group.order.clone(),
            lines: group.lines.clone(),
        };
        match cancel.start(Ask::Cancel).await {
            Sent::Cancelled => {
                self.note(&group, group.lines.clone());
                RowResult::Cancelled
            }
            Sent::Partly(lines, why) => {
                self.note(&group, lines);
                self.refused(why)
            }
            Sent::Refused(why) => self.refused(why),
            Sent::NotCarriedOut(error) => RowResult::Refused(Rc::new(error.into())),
            Sent::Unknown(error) => RowResult::Unknown(Rc::new(error.into())),
            Sent::NotBegun | Sent::Busy => RowResult::Unknown(conflict()),
        }
    }

    /// What was read before is out of date where somebody else has changed it.
    fn refused(&self, why: Refusal) -> RowResult<Rc<Refusal>> {
        self.finish.heed(&self.customer, &why);
        RowResult::Refused(Rc::new(why))
    }

    /// Keeps what was cancelled of an order.
    fn note(&self, group: &Group, lines: Vec<u32>) {
        self.finish.note(group.draft.clone(), lines, || ());
    }
}

impl Row {
    pub fn is_able(&self) -> bool {
        matches!(self.may, MayCancel::Now(_))
    }
}
