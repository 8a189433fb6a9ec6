//! What a primitive calls when it is used.

use std::rc::Rc;

use crate::reactive::*;

/// A function of the view's owner, made from any closure (`move |()| …` where nothing is handed
/// over). It may hold what cannot leave the page's thread. Once its view is gone it does nothing.
pub struct Handler<T: 'static>(StoredValue<Rc<dyn Call<T>>>);

impl<T> Clone for Handler<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Handler<T> {}

impl<T, F: Fn(T) + 'static> From<F> for Handler<T> {
    fn from(function: F) -> Self {
        Self(StoredValue::new(Rc::new(function)))
    }
}

impl<T> Handler<T> {
    /// Calls it.
    pub fn call(&self, value: T) {
        if let Some(function) = self.0.try_get_value() {
            function.call(value);
        }
    }
}
