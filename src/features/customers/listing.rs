//! The answers to one search, page after page.

use std::cell::RefCell;
use std::rc::Rc;

use futures::future::{AbortHandle, Abortable};

use super::ask::{Answer, Ask};
use crate::model::CustomerId;
use crate::model::customer_list::{CustomerList, CustomerRow, ListedRow};
use crate::model::customer_search::Search;
use crate::partner_center::paging::NextPage;
use crate::partner_center::{ApiError, PartnerCenter};
use crate::reactive::*;

/// How far the reading of a list has come.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Stage {
    /// A page is on its way.
    Reading,
    /// There is more, which nobody has asked for yet.
    More,
    /// A page could not be read.
    Failed(Rc<ApiError>),
    /// Everything is here.
    Whole,
}

/// A search and what it has brought so far. It outlives the screen that shows it, so that *Back*
/// finds it as it was.
pub(super) struct Listing {
    pub search: Search,
    client: PartnerCenter,
    inside: RefCell<Inside>,
    changed: ArcTrigger,
}

struct Inside {
    list: CustomerList,
    sources: Vec<Source>,
    answered_at: Option<f64>,
}

/// One of the questions and what of it is still to be read.
struct Source {
    ask: Ask,
    next: Next,
    error: Option<Rc<ApiError>>,
    task: Option<AbortHandle>,
}

enum Next {
    First,
    Page(NextPage),
    End,
}

impl Listing {
    pub fn new(client: PartnerCenter, search: Search) -> Rc<Self> {
        let sources = Ask::all(&search).into_iter().map(|ask| Source {
            ask,
            next: Next::First,
            error: None,
            task: None,
        });
        let inside = Inside {
            list: CustomerList::default(),
            sources: sources.collect(),
            answered_at: None,
        };
        Rc::new(Self {
            search,
            client,
            inside: RefCell::new(inside),
            changed: ArcTrigger::new(),
        })
    }

    /// Asks for the next page of every question that has one and did not fail.
    pub fn load_more(self: &Rc<Self>) {
        self.start(|source| source.error.is_none());
    }

    /// Asks again what failed, and nothing else.
    pub fn retry(self: &Rc<Self>) {
        self.start(|source| source.error.is_some());
    }

    /// Reads everything from the start.
    pub fn read_anew(self: &Rc<Self>) {
        self.stop();
        {
            let mut inside = self.inside.borrow_mut();
            inside.list = CustomerList::default();
            for source in &mut inside.sources {
                source.next = Next::First;
                source.error = None;
            }
        }
        self.load_more();
    }

    /// Gives up what is on its way; it can be asked for again.
    pub fn stop(&self) {
        for source in &mut self.inside.borrow_mut().sources {
            if let Some(task) = source.task.take() {
                task.abort();
            }
        }
    }

    /// How far the reading has come; tracks it.
    pub fn stage(&self) -> Stage {
        self.changed.track();
        let inside = self.inside.borrow();
        let sources = &inside.sources;
        if sources.iter().any(|source| source.task.is_some()) {
            return Stage::Reading;
        }
        if let Some(error) = sources.iter().find_map(|source| source.error.clone()) {
            return Stage::Failed(error);
        }
        if sources
            .iter()
            .all(|source| matches!(source.next, Next::End))
        {
            return Stage::Whole;
        }
        Stage::More
    }

    /// How many rows are here; tracks it.
    pub fn len(&self) -> usize {
        self.changed.track();
        self.inside.borrow().list.len()
    }

    /// A row by its place.
    pub fn row(&self, at: usize) -> Option<ListedRow> {
        self.inside.borrow().list.row(at).cloned()
    }

    /// The only match, once it is certain that there is no other; tracks it.
    pub fn single(&self) -> Option<CustomerRow> {
        if self.stage() != Stage::Whole {
            return None;
        }
        self.inside.borrow().list.single().cloned()
    }

    /// A customer among the rows.
    pub fn find(&self, id: &CustomerId) -> Option<CustomerRow> {
        self.inside.borrow().list.find(id).cloned()
    }

    /// When the last answer came, in milliseconds since 1970; `None` while there was none.
    pub fn answered_at(&self) -> Option<f64> {
        self.inside.borrow().answered_at
    }

    fn start(self: &Rc<Self>, chosen: fn(&Source) -> bool) {
        let mut inside = self.inside.borrow_mut();
        let mut started = false;
        for (at, source) in inside.sources.iter_mut().enumerate() {
            let next = match &source.next {
                Next::First => None,
                Next::Page(next) => Some(next.clone()),
                Next::End => continue,
            };
            if source.task.is_some() || !chosen(source) {
                continue;
            }
            source.error = None;
            let (task, registration) = AbortHandle::new_pair();
            source.task = Some(task);
            started = true;
            let answer = source.ask.clone().send(self.client.clone(), next);
            let answer = Abortable::new(answer, registration);
            let this = Rc::clone(self);
            spawn_local(async move {
                if let Ok(answer) = answer.await {
                    this.arrived(at, answer);
                }
            });
        }
        drop(inside);
        if started {
            self.changed.notify();
        }
    }

    fn arrived(&self, at: usize, answer: Result<Answer, ApiError>) {
        {
            let mut inside = self.inside.borrow_mut();
            let Inside {
                list,
                sources,
                answered_at,
            } = &mut *inside;
            let Some(source) = sources.get_mut(at) else {
                return;
            };
            source.task = None;
            match answer {
                Ok(answer) => {
                    list.append(answer.rows);
                    source.next = answer.next.map_or(Next::End, Next::Page);
                    *answered_at = Some(js_sys::Date::now());
                }
                Err(error) => source.error = Some(Rc::new(error)),
            }
        }
        self.changed.notify();
    }
}
