//! Values that views follow.

use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;

use leptos::prelude::{ArcTrigger, Notify, Track};

use super::gone;
use super::stored::{Held, held, hold};

/// A value and who follows it.
struct Followed {
    followers: ArcTrigger,
    value: Rc<dyn Any>,
}

/// A handle on a value that lives as long as the owner under which it was made. Whoever reads it in
/// a view, an effect or a [`Memo`](super::Memo) runs again when it changes. Cheap to copy.
pub struct RwSignal<T> {
    held: Held,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T: 'static> RwSignal<T> {
    /// Makes a signal of the current owner.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self {
            held: hold(followed(Rc::new(RefCell::new(value)))),
            kind: PhantomData,
        }
    }

    fn cell(self, tracked: bool) -> Option<Rc<RefCell<T>>> {
        look(self.held, tracked)?.downcast().ok()
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
        Some(self.cell(false)?.borrow().clone())
    }

    /// Tracks it without reading it.
    pub fn track(self) {
        look(self.held, true);
    }

    /// Reads the value where it is; tracks it.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(&self.cell(true).unwrap_or_else(|| gone()).borrow())
    }

    /// Reads the value where it is.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(&self.cell(false).unwrap_or_else(|| gone()).borrow())
    }

    /// Gives it another value, if its owner still stands.
    pub fn set(self, value: T) {
        self.update(|held| *held = value);
    }

    /// Changes the value, if its owner still stands, and runs what follows it; `None` if not.
    pub fn update<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        let cell = self.cell(false)?;
        let result = change(&mut cell.borrow_mut());
        tell(self.held);
        Some(result)
    }
}

fn followed(value: Rc<dyn Any>) -> Rc<dyn Any> {
    Rc::new(Followed {
        followers: ArcTrigger::new(),
        value,
    })
}

fn look(signal: Held, tracked: bool) -> Option<Rc<dyn Any>> {
    let held = held(signal)?;
    let followed = held.downcast_ref::<Followed>()?;
    if tracked {
        followed.followers.track();
    }
    Some(followed.value.clone())
}

fn tell(signal: Held) {
    let held = held(signal);
    if let Some(followed) = held
        .as_ref()
        .and_then(|held| held.downcast_ref::<Followed>())
    {
        followed.followers.notify();
    }
}

/// A signal of the whole page, for a `thread_local`.
pub struct GlobalSignal<T> {
    followers: ArcTrigger,
    value: RefCell<T>,
}

impl<T> GlobalSignal<T> {
    /// Makes one.
    pub fn new(value: T) -> Self {
        Self {
            followers: ArcTrigger::new(),
            value: RefCell::new(value),
        }
    }

    /// A copy of the value; tracks it.
    pub fn get(&self) -> T
    where
        T: Clone,
    {
        self.followers.track();
        self.value.borrow().clone()
    }

    /// A copy of the value.
    pub fn get_untracked(&self) -> T
    where
        T: Clone,
    {
        self.value.borrow().clone()
    }

    /// Gives it another value.
    pub fn set(&self, value: T) {
        self.value.replace(value);
        self.followers.notify();
    }
}
