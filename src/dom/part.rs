//! What fills the places of a template.

use std::borrow::Cow;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::fragment::{CollectFragment, Fragment};
use crate::i18n::Text;
use crate::reactive::{CallMut, RwSignal, Signal};

/// What stands in a place of a template: the value of an attribute, or a child.
pub enum Part {
    /// No attribute, no child.
    Nothing,
    /// An attribute, class or property that is there or not; no child.
    Flag(bool),
    Text(Cow<'static, str>),
    Fragment(Fragment),
    /// A text of ours, which follows the language.
    Words(Text),
    /// Followed: the place has what this gives, whenever what it reads changes.
    Live(Box<dyn Live>),
    Listener(Box<dyn CallMut<Event>>),
    /// Told of the element.
    Element(RwSignal<Option<Element>>),
}

/// A way to a part that changes. (A trait of its own: a `dyn Fn` brings three functions for each
/// closure.)
pub trait Live {
    fn part(&self) -> Part;
}

impl<F: Fn() -> T, T: IntoPart> Live for F {
    fn part(&self) -> Part {
        self().into_part()
    }
}

/// A listener for an event of the interface `E`.
pub fn on<E: JsCast>(mut listener: impl FnMut(E) + 'static) -> Part {
    Part::Listener(Box::new(move |event: Event| {
        listener(event.unchecked_into());
    }))
}

/// Markup that is made anew whenever something that `make` reads changes.
pub fn live<T: IntoPart>(make: impl Fn() -> T + 'static) -> Fragment {
    std::iter::once(make).collect_view()
}

/// A value that can stand in a template.
pub trait IntoPart {
    fn into_part(self) -> Part;
}

impl IntoPart for Part {
    fn into_part(self) -> Part {
        self
    }
}

impl IntoPart for () {
    fn into_part(self) -> Part {
        Part::Nothing
    }
}

impl IntoPart for bool {
    fn into_part(self) -> Part {
        Part::Flag(self)
    }
}

impl IntoPart for &'static str {
    fn into_part(self) -> Part {
        Part::Text(Cow::Borrowed(self))
    }
}

impl IntoPart for String {
    fn into_part(self) -> Part {
        Part::Text(Cow::Owned(self))
    }
}

impl IntoPart for Cow<'static, str> {
    fn into_part(self) -> Part {
        Part::Text(self)
    }
}

impl IntoPart for usize {
    fn into_part(self) -> Part {
        Part::Text(Cow::Owned(self.to_string()))
    }
}

impl IntoPart for Fragment {
    fn into_part(self) -> Part {
        Part::Fragment(self)
    }
}

impl<T: IntoPart> IntoPart for Option<T> {
    fn into_part(self) -> Part {
        self.map_or(Part::Nothing, T::into_part)
    }
}

impl IntoPart for Text {
    fn into_part(self) -> Part {
        Part::Words(self)
    }
}

impl<T: IntoPart> IntoPart for Vec<T> {
    fn into_part(self) -> Part {
        self.collect_view().into_part()
    }
}

impl<T: IntoPart, const N: usize> IntoPart for [T; N] {
    fn into_part(self) -> Part {
        self.collect_view().into_part()
    }
}

impl<A: IntoPart, B: IntoPart> IntoPart for (A, B) {
    fn into_part(self) -> Part {
        [self.0.into_part(), self.1.into_part()].into_part()
    }
}

impl<F, T> IntoPart for F
where
    F: Fn() -> T + 'static,
    T: IntoPart,
{
    fn into_part(self) -> Part {
        Part::Live(Box::new(self))
    }
}

impl IntoPart for Signal<bool> {
    fn into_part(self) -> Part {
        (move || self.get()).into_part()
    }
}
