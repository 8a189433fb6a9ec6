//! What the page has read from the server, kept by key so that going back
//! shows it at once.
//!
//! A page asks for a value with [`use_query`]; the value it got last time, if
//! any, is shown immediately and read again in the background once it is older
//! than [`FRESH_FOR_MS`]. A failing background read keeps the value on the
//! screen. Leaving the page drops the request, which aborts its `fetch`.
//!
//! The state is one non-generic cell (`Rc<dyn Any>`), because each generic
//! cell would be compiled again for every type read. Product keys are never
//! read through this cache.

use std::any::Any;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

use futures::future::{AbortHandle, Abortable};

use crate::model::Timestamp;
use crate::partner_center::{ApiError, PartnerCenter};
use crate::reactive::*;

/// How long a value counts as fresh, in milliseconds.
pub const FRESH_FOR_MS: f64 = 30_000.0;

/// A value as a view sees it.
pub enum Loaded<T> {
    /// Nothing yet, and the request is on its way.
    Waiting,
    /// The value read last.
    Ready(Rc<T>),
    /// Nothing to show, and why.
    Failed(Rc<ApiError>),
}

type Value = Rc<dyn Any>;
type Reading = Pin<Box<dyn Future<Output = Result<Value, ApiError>>>>;
type Reader = Box<dyn Call<PartnerCenter, Reading>>;

#[derive(Clone, Default)]
struct Cell {
    value: Option<Value>,
    error: Option<Rc<ApiError>>,
    busy: bool,
}

/// The key on the screen, and the request for it while there is one.
#[derive(Default)]
struct AskedFor {
    key: String,
    running: Option<AbortHandle>,
}

impl AskedFor {
    fn stop(&mut self) {
        if let Some(handle) = self.running.take() {
            handle.abort();
        }
    }
}

#[derive(Clone)]
struct Kept {
    key: String,
    value: Value,
    read_at: f64,
}

/// The values read so far. One per page, given as context by [`provide_queries`].
#[derive(Clone, Copy)]
pub struct Queries {
    /// A list, which weighs less than a map and is looked through once for each page.
    kept: StoredValue<Vec<Kept>>,
    stale: RwSignal<u32>,
    /// How often the server was reached again after it was lost.
    returned: RwSignal<u32>,
    /// The views that show a value, each by its number, and when that was read.
    shown: StoredValue<Vec<(u32, f64)>>,
    views: StoredValue<u32>,
}

/// Gives the cache to everything below the current owner.
pub fn provide_queries() {
    provide_context(Queries {
        kept: StoredValue::new(Vec::new()),
        stale: RwSignal::new(0),
        returned: RwSignal::new(0),
        shown: StoredValue::new(Vec::new()),
        views: StoredValue::new(0),
    });
}

impl Queries {
    /// Forgets what begins with this prefix; what is on the screen is read again.
    pub fn invalidate(&self, prefix: &str) {
        self.kept
            .update_value(|all| all.retain(|kept| !kept.key.starts_with(prefix)));
        self.stale.update(|n| *n += 1);
    }

    /// The server is reached again: what is on the screen and no longer fresh is read again, and nothing
    /// is forgotten.
    pub fn reached_again(&self) {
        self.stale.update(|n| *n += 1);
        self.returned.update(|n| *n += 1);
    }

    /// Does this whenever the server is reached again, for what is not read through queries. Of the
    /// current owner.
    pub fn when_reached_again(self, act: impl Fn() + 'static) {
        effect_after(move |before: Option<u32>| {
            let now = self.returned.get();
            if before.is_some_and(|before| before != now) {
                untrack(&act);
            }
            now
        });
    }

    /// When the oldest value on the screen was read, by the visitor's clock; `None` where nothing is
    /// shown.
    pub fn oldest_shown(&self) -> Option<Timestamp> {
        let times = |shown: &Vec<(u32, f64)>| shown.iter().map(|(_, at)| *at).reduce(f64::min);
        let oldest = self.shown.with_value(times)?;
        Some(Timestamp::from_millis(oldest as i64))
    }

    /// The number of a view that shows something it has read.
    pub fn new_view(&self) -> u32 {
        self.views.update_value(|number| *number += 1);
        self.views.get_value()
    }

    /// Notes what a view shows from now on: a value read at this time (milliseconds since 1970), or none.
    pub fn shows(&self, view: u32, read_at: Option<f64>) {
        self.shown.try_update_value(|shown| {
            shown.retain(|(number, _)| *number != view);
            shown.extend(read_at.map(|at| (view, at)));
        });
    }

    /// Keeps a value that was read another way, such as one row of a list.
    pub fn keep<T: 'static>(&self, key: String, value: T) {
        self.put(key, Rc::new(value));
    }

    fn put(&self, key: String, value: Value) {
        let kept = Kept {
            key,
            value,
            read_at: now(),
        };
        self.kept.try_update_value(|all| {
            match all.iter_mut().find(|other| other.key == kept.key) {
                Some(place) => *place = kept,
                None => all.push(kept),
            }
        });
    }

    fn find(&self, key: &str) -> Option<Kept> {
        self.kept
            .with_value(|all| all.iter().find(|kept| kept.key == key).cloned())
    }

    /// The value kept under a key, however old.
    pub fn peek<T: 'static>(&self, key: &str) -> Option<Rc<T>> {
        self.find(key)?.value.downcast().ok()
    }
}

/// A handle on a value being read; cheap to copy into every closure of a view.
pub struct Query<T> {
    core: Core,
    kind: PhantomData<fn() -> T>,
}

#[derive(Clone, Copy)]
struct Core {
    cell: RwSignal<Cell>,
    again: RwSignal<u32>,
    waits_until: RwSignal<Option<Timestamp>>,
}

impl Core {
    /// Apart, so that it is not compiled into each `get` of a type.
    #[inline(never)]
    fn now(&self) -> Cell {
        self.cell.get()
    }

    /// What there is of a value, whatever its type: all of a `get` but telling the type.
    #[inline(never)]
    fn loaded(&self) -> Result<Value, Option<Rc<ApiError>>> {
        let cell = self.now();
        cell.value.ok_or(cell.error)
    }
}

impl<T> Clone for Query<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Query<T> {}

impl<T: 'static> Query<T> {
    /// The value now; tracks it.
    pub fn get(&self) -> Loaded<T> {
        match self.core.loaded().map(Rc::downcast) {
            Ok(Ok(value)) => Loaded::Ready(value),
            Err(Some(error)) => Loaded::Failed(error),
            Ok(Err(_)) | Err(None) => Loaded::Waiting,
        }
    }

    /// The value, if there is one; tracks it.
    pub fn ready(&self) -> Option<Rc<T>> {
        match self.get() {
            Loaded::Ready(value) => Some(value),
            Loaded::Waiting | Loaded::Failed(_) => None,
        }
    }

    /// Why the last read failed, even where an older value is still shown; tracks it.
    pub fn error(&self) -> Option<Rc<ApiError>> {
        self.core.now().error
    }

    /// Whether a request is on its way; tracks it.
    pub fn busy(&self) -> bool {
        self.core.now().busy
    }

    /// Until when the server asked to wait before the next attempt, by the visitor's clock; tracks it.
    pub fn waits_until(&self) -> Option<Timestamp> {
        self.core.waits_until.get()
    }

    /// Reads this value again, and nothing else.
    pub fn again(&self) {
        self.core.again.update(|n| *n += 1);
    }
}

/// Reads a value and follows its key: when `key` gives another text, that value is read.
///
/// `key` must name everything `read` depends on; an empty key reads nothing. `read` gets a client that
/// tells this query when it has to wait.
pub fn use_query<T, F>(
    key: impl Fn() -> String + 'static,
    read: impl Fn(PartnerCenter) -> F + 'static,
) -> Query<T>
where
    T: 'static,
    F: Future<Output = Result<T, ApiError>> + 'static,
{
    let read = move |api| -> Reading {
        let reading = read(api);
        Box::pin(async move { reading.await.map(|value| Rc::new(value) as Value) })
    };
    Query {
        core: follow(Box::new(move |()| key()), Box::new(read)),
        kind: PhantomData,
    }
}

fn follow(key: Box<dyn Call<(), String>>, read: Reader) -> Core {
    let queries = expect_context::<Queries>();
    let cell = RwSignal::new(Cell::default());
    let again = RwSignal::new(0_u32);
    let waits_until = RwSignal::new(None);
    let api = expect_context::<PartnerCenter>().observed(Arc::new(move |until| {
        waits_until.set(until);
    }));
    let asked_for = StoredValue::new(AskedFor::default());
    let view = queries.new_view();

    effect_after(move |asked: Option<u32>| {
        let key = key.call(());
        queries.stale.track();
        let asks = again.get();
        asked_for.update_value(AskedFor::stop);
        if key.is_empty() {
            cell.set(Cell::default());
            queries.shows(view, None);
            return asks;
        }

        let same_key = asked_for.with_value(|asked| asked.key == key);
        let forced = same_key && asked.is_some_and(|before| before != asks);
        let kept = queries.find(&key);
        let fresh = kept
            .as_ref()
            .is_some_and(|kept| now() - kept.read_at < FRESH_FOR_MS);
        let on_screen = same_key
            .then(|| cell.with_untracked(|cell| cell.value.clone()))
            .flatten();
        if kept.is_some() || !same_key {
            queries.shows(view, kept.as_ref().map(|kept| kept.read_at));
        }
        let value = kept.map(|kept| kept.value).or(on_screen);
        asked_for.update_value(|asked| asked.key.clone_from(&key));
        if fresh && !forced {
            cell.set(Cell {
                value,
                ..Cell::default()
            });
            return asks;
        }
        cell.set(Cell {
            value,
            error: None,
            busy: true,
        });

        let (handle, registration) = AbortHandle::new_pair();
        asked_for.update_value(|asked| asked.running = Some(handle));
        let reading = Abortable::new(untrack(|| read.call(api.clone())), registration);
        spawn_local(async move {
            let Ok(outcome) = reading.await else { return };
            match outcome {
                Ok(value) => {
                    queries.put(key, value.clone());
                    queries.shows(view, Some(now()));
                    cell.set(Cell {
                        value: Some(value),
                        ..Cell::default()
                    });
                }
                Err(error) => {
                    cell.update(|cell| {
                        cell.error = Some(Rc::new(error));
                        cell.busy = false;
                    });
                }
            }
        });
        asks
    });
    on_cleanup(move || {
        asked_for.try_update_value(AskedFor::stop);
        queries.shows(view, None);
    });
    Core {
        cell,
        again,
        waits_until,
    }
}

fn now() -> f64 {
    js_sys::Date::now()
}
