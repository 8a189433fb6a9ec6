//! Values that follow from others.

use std::any::Any;
use std::marker::PhantomData;
use std::rc::Rc;

use leptos::prelude::{Get, GetUntracked, Memo as Arena};
use send_wrapper::SendWrapper;

use super::Call;

/// A handle on a value that follows from others. It is computed when it is asked for and something
/// of them has changed, and what follows it only runs when it comes out different. Cheap to copy.
pub struct Memo<T> {
    memo: Arena<Shared>,
    kind: PhantomData<fn() -> T>,
}

/// A value of any type that can be compared.
trait Value: Any {
    fn is(&self, other: &dyn Any) -> bool;
    fn any(self: Rc<Self>) -> Rc<dyn Any>;
    fn as_any(&self) -> &dyn Any;
}

impl<T: PartialEq + 'static> Value for T {
    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<T>() == Some(self)
    }

    fn any(self: Rc<Self>) -> Rc<dyn Any> {
        self
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

#[derive(Clone)]
struct Shared(SendWrapper<Rc<dyn Value>>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        let other: &dyn Value = &**other.0;
        self.0.is(other.as_any())
    }
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: PartialEq + 'static> Memo<T> {
    /// Makes one under the current owner. `compute` is given the last value.
    #[must_use]
    pub fn new(compute: impl Fn(Option<&T>) -> T + 'static) -> Self {
        let compute = move |before: Option<&dyn Any>| -> Rc<dyn Value> {
            Rc::new(compute(before.and_then(|before| before.downcast_ref())))
        };
        Self {
            memo: memo(Box::new(compute)),
            kind: PhantomData,
        }
    }

    fn read(shared: Shared) -> Rc<T> {
        let value = shared.0.take().any();
        // Nothing but values of this type is ever put into it.
        value.downcast().unwrap_or_else(|_| super::gone())
    }

    /// A copy of the value; tracks it.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// A copy of the value.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// A copy of the value; `None` once its owner has gone.
    pub fn try_get_untracked(self) -> Option<T>
    where
        T: Clone,
    {
        let now = self.memo.try_get_untracked()?;
        Some((*Self::read(now)).clone())
    }

    /// Reads the value where it is.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(&Self::read(now(self.memo, false)))
    }

    /// Reads the value where it is; tracks it.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(&Self::read(now(self.memo, true)))
    }

    /// Tracks it. (That takes reading it: a memo that was never read follows nothing itself.)
    pub fn track(self) {
        now(self.memo, true);
    }
}

type Compute = Box<dyn for<'a> Call<Option<&'a dyn Any>, Rc<dyn Value>>>;

fn memo(compute: Compute) -> Arena<Shared> {
    let compute = SendWrapper::new(compute);
    Arena::new(move |before: Option<&Shared>| {
        let before = before.map(|before| before.0.as_any());
        Shared(SendWrapper::new(compute.call(before)))
    })
}

fn now(memo: Arena<Shared>, tracked: bool) -> Shared {
    if tracked {
        memo.get()
    } else {
        memo.get_untracked()
    }
}
