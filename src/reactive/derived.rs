//! Values that a component is given to follow, wherever they come from.

use std::marker::PhantomData;
use std::rc::Rc;

use super::stored::{Held, held, hold};
use super::{Call, Memo, RwSignal, gone};

/// A handle on a way to a value: a signal, a memo, a closure, or the value itself. Cheap to copy.
pub struct Signal<T> {
    held: Held,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

impl<T> PartialEq for Signal<T> {
    fn eq(&self, other: &Self) -> bool {
        self.held == other.held
    }
}

type Make<T> = Box<dyn Call<(), T>>;

impl<T: 'static> Signal<T> {
    /// Computed each time; whoever reads it follows what it reads.
    #[must_use]
    pub fn derive(make: impl Fn() -> T + 'static) -> Self {
        let make: Make<T> = Box::new(move |()| make());
        Self {
            held: hold(Rc::new(make)),
            kind: PhantomData,
        }
    }

    /// The value; tracks what it depends on.
    pub fn get(self) -> T {
        self.try_get().unwrap_or_else(|| gone())
    }

    /// The value, if its owner still stands; tracks what it depends on.
    pub fn try_get(self) -> Option<T> {
        let held = held(self.held)?;
        let make = held.downcast_ref::<Make<T>>()?;
        Some(make.call(()))
    }

    /// Tracks what the value depends on.
    pub fn track(self) {
        self.try_get();
    }

    /// The value.
    pub fn get_untracked(self) -> T {
        leptos::prelude::untrack(move || self.get())
    }

    /// Reads the value; tracks what it depends on.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(&self.get())
    }

    /// Reads the value.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(&self.get_untracked())
    }
}

impl<T: Clone + 'static> From<T> for Signal<T> {
    fn from(value: T) -> Self {
        Self::derive(move || value.clone())
    }
}

impl<T: Clone + 'static> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self::derive(move || signal.get())
    }
}

impl<T: Clone + PartialEq + 'static> From<Memo<T>> for Signal<T> {
    fn from(memo: Memo<T>) -> Self {
        Self::derive(move || memo.get())
    }
}

impl<T: Clone + Default + 'static> Default for Signal<T> {
    fn default() -> Self {
        Self::from(T::default())
    }
}
