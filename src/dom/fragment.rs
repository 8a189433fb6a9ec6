//! What a view has made.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{DocumentFragment, Element, HtmlElement, Node};

use super::part::{IntoPart, Part};
use super::template;

/// Nodes that wait to be put into the page: an element, or several nodes in a `DocumentFragment`.
pub struct Fragment(Option<Node>);

impl Fragment {
    /// Nothing at all.
    #[must_use]
    pub fn empty() -> Self {
        Self(None)
    }

    pub(super) fn of(node: Node) -> Self {
        Self(Some(node))
    }

    /// Parts side by side.
    pub(super) fn side_by_side(parts: &mut dyn Iterator<Item = Part>) -> Self {
        let holder: Node = template::document().create_document_fragment().into();
        for part in parts {
            super::live::fill(&holder, part);
        }
        Self::of(holder)
    }

    /// Puts the nodes into `parent`, before one of its children or at its end.
    pub fn insert(self, parent: &Node, before: Option<&Node>) {
        if let Some(node) = self.0 {
            // Refused only for a place that is not the parent's, and both come from the same hand.
            let _ = parent.insert_before(&node, before);
        }
    }

    /// Its first element.
    #[must_use]
    pub fn element(&self) -> Option<Element> {
        let node = self.0.as_ref()?;
        match node.dyn_ref::<DocumentFragment>() {
            Some(holder) => holder.first_element_child(),
            None => node.dyn_ref::<Element>().cloned(),
        }
    }
}

/// Shows a view in an element of the document, as long as the document stands.
pub fn mount(place: HtmlElement, make: impl FnOnce() -> Fragment + 'static) {
    let inside = place.clone();
    leptos::mount::mount_to(place, move || make().insert(&inside, None)).forget();
}

/// The children that a component is given.
pub type Children = Box<dyn FnOnce() -> Fragment>;

/// Children that can be made again and again.
pub type ChildrenFn = Rc<dyn Fn() -> Fragment>;

/// What the children of an element of [`view!`](super::view) become; which one, the component's
/// property tells.
pub trait ToChildren<F> {
    fn to_children(make: F) -> Self;
}

impl<F: FnOnce() -> Fragment + 'static> ToChildren<F> for Children {
    fn to_children(make: F) -> Self {
        Box::new(make)
    }
}

impl<F: Fn() -> Fragment + 'static> ToChildren<F> for ChildrenFn {
    fn to_children(make: F) -> Self {
        Rc::new(make)
    }
}

/// Many views side by side.
pub trait CollectFragment {
    fn collect_view(self) -> Fragment;
}

impl<I> CollectFragment for I
where
    I: IntoIterator,
    I::Item: IntoPart,
{
    fn collect_view(self) -> Fragment {
        Fragment::side_by_side(&mut self.into_iter().map(IntoPart::into_part))
    }
}

/// The parameters of a [`component`](super::component), which implements it.
pub trait Props {
    type Builder;
    fn builder() -> Self::Builder;
}

/// The builder of a component's parameters: a component is all that has to be in scope.
pub fn props<P: Props>(_: fn(P) -> Fragment) -> P::Builder {
    P::builder()
}
