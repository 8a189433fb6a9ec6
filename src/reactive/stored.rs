//! Values that belong to an owner.

use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;

use leptos::prelude::{GetValue, LocalStorage, StoredValue as Arena};

use super::gone;

/// A handle on a value that lives as long as the owner under which it was made; nothing follows it.
/// Cheap to copy.
pub struct StoredValue<T> {
    held: Held,
    kind: PhantomData<fn() -> T>,
}

/// A handle on something of any type.
pub(super) type Held = Arena<Rc<dyn Any>, LocalStorage>;

pub(super) fn hold(value: Rc<dyn Any>) -> Held {
    Arena::new_local(value)
}

pub(super) fn held(held: Held) -> Option<Rc<dyn Any>> {
    held.try_get_value()
}

impl<T> Clone for StoredValue<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for StoredValue<T> {}

impl<T: 'static> StoredValue<T> {
    /// Stores a value under the current owner.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self {
            held: hold(Rc::new(RefCell::new(value))),
            kind: PhantomData,
        }
    }

    fn cell(self) -> Option<Rc<RefCell<T>>> {
        held(self.held)?.downcast().ok()
    }

    /// A copy of the value.
    pub fn get_value(self) -> T
    where
        T: Clone,
    {
        self.with_value(T::clone)
    }

    /// A copy of the value; `None` once its owner has gone.
    pub fn try_get_value(self) -> Option<T>
    where
        T: Clone,
    {
        Some(self.cell()?.borrow().clone())
    }

    /// Reads the value where it is.
    pub fn with_value<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(&self.cell().unwrap_or_else(|| gone()).borrow())
    }

    /// Reads the value where it is; `None` once its owner has gone.
    pub fn try_with_value<R>(self, read: impl FnOnce(&T) -> R) -> Option<R> {
        Some(read(&self.cell()?.borrow()))
    }

    /// Changes the value where it is.
    pub fn update_value<R>(self, change: impl FnOnce(&mut T) -> R) -> R {
        change(&mut self.cell().unwrap_or_else(|| gone()).borrow_mut())
    }

    /// Changes the value where it is; `None` once its owner has gone.
    pub fn try_update_value<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        Some(change(&mut self.cell()?.borrow_mut()))
    }

    /// Stores another value.
    pub fn set_value(self, value: T) {
        self.update_value(|stored| *stored = value);
    }
}
