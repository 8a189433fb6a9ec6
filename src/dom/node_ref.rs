//! A way from code to an element of its view.

use std::marker::PhantomData;

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::part::{IntoPart, Part};
use crate::reactive::RwSignal;

/// The element that carries it as `node_ref`; cheap to copy.
pub struct NodeRef<T> {
    element: RwSignal<Option<Element>>,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for NodeRef<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for NodeRef<T> {}

impl<T: JsCast> NodeRef<T> {
    /// Without an element yet.
    #[must_use]
    #[allow(
        clippy::new_without_default,
        reason = "an empty one is no value of its own"
    )]
    pub fn new() -> Self {
        Self {
            element: RwSignal::new(None),
            kind: PhantomData,
        }
    }

    /// The element, once it has been made; tracks it.
    #[must_use]
    pub fn get(self) -> Option<T> {
        self.element.get().map(JsCast::unchecked_into)
    }

    /// The element, if its view still stands.
    #[must_use]
    pub fn try_get_untracked(self) -> Option<T> {
        let element = self.element.try_get_untracked().flatten();
        element.map(JsCast::unchecked_into)
    }

    /// The element, once it has been made.
    #[must_use]
    pub fn get_untracked(self) -> Option<T> {
        self.element.get_untracked().map(JsCast::unchecked_into)
    }
}

impl<T> IntoPart for NodeRef<T> {
    fn into_part(self) -> Part {
        Part::Element(self.element)
    }
}
