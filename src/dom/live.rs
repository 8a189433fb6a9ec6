//! The places among the children of an element, and what is done so that they follow their parts.

use std::borrow::Cow;
use std::cell::RefCell;

use leptos::prelude::*;
use web_sys::{Node, Text};

use super::fragment::Fragment;
use super::part::{Live, Part};
use super::template::document;

/// Puts a part at the end of a node's children.
pub(super) fn fill(parent: &Node, part: Part) {
    match part {
        Part::Text(text) => append(parent, &document().create_text_node(&text)),
        Part::Fragment(fragment) => fragment.insert(parent, None),
        Part::Live(made) => follow(parent, made),
        Part::Words(text) => follow(parent, Box::new(move || text.now())),
        Part::Nothing | Part::Flag(_) | Part::Listener(_) | Part::Element(_) => {}
    }
}

pub(super) fn append(parent: &Node, child: &Node) {
    // Refused only for a child that is the parent's own ancestor.
    let _ = parent.append_child(child);
}

/// Keeps an effect as long as the current owner.
pub(super) fn keep(effect: RenderEffect<()>) {
    on_cleanup(move || drop(effect));
}

fn follow(parent: &Node, made: Box<dyn Live>) {
    let place = Place::at_end_of(parent);
    keep(RenderEffect::new(move |_| place.show(made.part())));
}

/// A place whose content changes. Text stands in a text node of the place's own; markup stands
/// before it, and after another, empty one.
pub(super) struct Place {
    end: Text,
    start: RefCell<Option<Text>>,
}

impl Place {
    pub(super) fn at_end_of(parent: &Node) -> Self {
        let end = document().create_text_node("");
        append(parent, &end);
        Self {
            end,
            start: RefCell::new(None),
        }
    }

    fn show(&self, part: Part) {
        self.clear();
        let text = match part {
            Part::Text(text) => text,
            Part::Fragment(fragment) => {
                self.put(fragment);
                Cow::Borrowed("")
            }
            Part::Words(text) => Cow::Borrowed(text.now()),
            Part::Live(made) => {
                let mut inner = std::iter::once(Part::Live(made));
                self.put(Fragment::side_by_side(&mut inner));
                Cow::Borrowed("")
            }
            _ => Cow::Borrowed(""),
        };
        // The same text again would still take away what is selected of it.
        if self.end.data() != *text {
            self.end.set_data(&text);
        }
    }

    /// Brings nodes into this order, just before the place, without touching those that stand right:
    /// a node that is moved loses the focus.
    pub(super) fn line_up(&self, order: &[Node]) {
        let Some(parent) = self.end.parent_node() else {
            return;
        };
        let mut next: &Node = self.end.as_ref();
        for node in order.iter().rev() {
            if node.next_sibling().as_ref() != Some(next) {
                let _ = parent.insert_before(node, Some(next));
            }
            next = node;
        }
    }

    fn clear(&self) {
        if let Some(start) = self.start.borrow().as_ref() {
            while let Some(node) = start.next_sibling() {
                if node == *self.end.as_ref() {
                    break;
                }
                remove(&node);
            }
        }
    }

    fn put(&self, fragment: Fragment) {
        let Some(parent) = self.end.parent_node() else {
            return;
        };
        if self.start.borrow().is_none() {
            let start = document().create_text_node("");
            let _ = parent.insert_before(&start, Some(&self.end));
            self.start.replace(Some(start));
        }
        fragment.insert(&parent, Some(&self.end));
    }
}

/// Takes a node out of the page.
pub(super) fn remove(node: &Node) {
    if let Some(parent) = node.parent_node() {
        let _ = parent.remove_child(node);
    }
}
