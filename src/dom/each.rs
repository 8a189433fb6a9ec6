//! Lists whose items keep their elements.

use std::cell::RefCell;
use std::collections::HashMap;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DocumentFragment, Element, Node};

use super::fragment::Fragment;
use super::live::{Place, keep, remove};
use super::template::document;

/// An item to be shown: what tells it from the others, and how it is made.
type Wanted = (String, Box<dyn FnOnce() -> Fragment>);

struct Item {
    element: Element,
    owner: Owner,
}

/// Items side by side, each one element. An item whose key stays keeps its element, and all that
/// the element shows; only what changes its place among the others is moved.
pub fn each<T: 'static, F>(
    items: impl Fn() -> Vec<T> + 'static,
    key: impl Fn(&T) -> String + 'static,
    make: F,
) -> Fragment
where
    F: Fn(T) -> Fragment + Clone + 'static,
{
    keyed(Box::new(move || {
        let wanted = |item: T| -> Wanted {
            let (key, make) = (key(&item), make.clone());
            (key, Box::new(move || make(item)))
        };
        items().into_iter().map(wanted).collect()
    }))
}

fn keyed(wanted: Box<dyn Fn() -> Vec<Wanted>>) -> Fragment {
    let holder: DocumentFragment = document().create_document_fragment();
    let place = Place::at_end_of(&holder);
    let list = Owner::current();
    let shown = RefCell::new(HashMap::<String, Item>::new());
    keep(RenderEffect::new(move |_| {
        let mut before = shown.take();
        let mut now = HashMap::new();
        let mut order: Vec<Node> = Vec::new();
        for (mut key, make) in wanted() {
            // Two that cannot be told apart: both are shown, told apart by their order.
            while now.contains_key(&key) {
                key.push('+');
            }
            let item = before.remove(&key).or_else(|| made(list.as_ref()?, make));
            let Some(item) = item else { continue };
            order.push(item.element.clone().unchecked_into());
            now.insert(key, item);
        }
        for (_, item) in before {
            item.owner.cleanup();
            remove(&item.element);
        }
        place.line_up(&order);
        shown.replace(now);
    }));
    Fragment::of(holder.into())
}

fn made(list: &Owner, make: Box<dyn FnOnce() -> Fragment>) -> Option<Item> {
    let owner = list.child();
    let element = owner.with(|| untrack(make)).element()?;
    Some(Item { element, owner })
}
