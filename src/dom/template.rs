//! Reads templates. A template is what `markup::template` writes: operations, each a control
//! character with its operand behind it. The places are filled by the parts, in their order.

use std::mem::ManuallyDrop;

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, HtmlElement, Node};

use super::fragment::Fragment;
use super::live::{append, fill, keep};
use super::part::{IntoPart, Part};
use crate::reactive::CallMut;

const FRAGMENT: u8 = 1;
const OPEN: u8 = 2;
const CLOSE: u8 = 3;
const TEXT: u8 = 4;
const CHILD: u8 = 5;
const FIXED_ATTRIBUTE: u8 = 6;
const ATTRIBUTE: u8 = 7;
const CLASS: u8 = 8;
const STYLE: u8 = 14;
const PROPERTY: u8 = 15;
const LISTENER: u8 = 16;
const ELEMENT: u8 = 17;

const SVG: &str = "http://www.w3.org/2000/svg";

thread_local! {
    static DOCUMENT: Document = leptos::tachys::dom::document();
}

pub(super) fn document() -> Document {
    DOCUMENT.with(Document::clone)
}

/// A part on its way to [`build`], which takes every one: nothing is left to drop where it was
/// written, at each piece of markup.
pub type Given = ManuallyDrop<Part>;

/// Hands a part over.
#[must_use]
pub fn given(part: Part) -> Given {
    ManuallyDrop::new(part)
}

/// Makes the nodes of a template, its places filled by `parts`. Called by [`view!`](super::view).
#[must_use]
pub fn build(template: &'static str, parts: &mut [Given]) -> Fragment {
    let document = document();
    let mut parts = parts
        .iter_mut()
        .map(|part| ManuallyDrop::into_inner(std::mem::replace(part, given(Part::Nothing))));
    let mut part = || parts.next().unwrap_or(Part::Nothing);
    let mut listening = Vec::new();
    // The element being filled, below those that it stands in.
    let mut open: Vec<Node> = Vec::new();
    let mut rest = template;
    while let Some(operation) = rest.bytes().next() {
        let end = rest[1..].find(|c| c < ' ').map_or(rest.len(), |at| at + 1);
        let operand: &'static str = &rest[1..end];
        rest = &rest[end..];
        match operation {
            FRAGMENT => open.push(document.create_document_fragment().into()),
            OPEN => {
                let element = match operand {
                    "svg" | "use" => document.create_element_ns(Some(SVG), operand),
                    _ => document.create_element(operand),
                };
                // The names in templates are names of elements.
                let Ok(element) = element else { break };
                if let Some(parent) = open.last() {
                    append(parent, &element);
                }
                open.push(element.into());
            }
            CLOSE => {
                if open.len() > 1 {
                    open.pop();
                }
            }
            TEXT => {
                if let Some(parent) = open.last() {
                    append(parent, &document.create_text_node(operand));
                }
            }
            CHILD => {
                if let Some(parent) = open.last() {
                    fill(parent, part());
                }
            }
            _ => {
                let Some(element) = open.last() else { break };
                let element: &Element = element.unchecked_ref();
                match operation {
                    FIXED_ATTRIBUTE => {
                        let (name, value) = operand.split_once('=').unwrap_or((operand, ""));
                        let _ = element.set_attribute(name, value);
                    }
                    LISTENER => {
                        if let Part::Listener(run) = part() {
                            listening.push(Listening::begin(element, operand, run));
                        }
                    }
                    ELEMENT => {
                        if let Part::Element(place) = part() {
                            place.set(Some(element.clone()));
                        }
                    }
                    kind => bind(element, kind, operand, part()),
                }
            }
        }
    }
    if !listening.is_empty() {
        let listening = SendWrapper::new(listening);
        on_cleanup(move || listening.take().into_iter().for_each(Listening::end));
    }
    open.into_iter()
        .next()
        .map_or_else(Fragment::empty, Fragment::of)
}

/// Sets what a part says of an element, now and whenever it changes.
fn bind(element: &Element, kind: u8, name: &'static str, part: Part) {
    match part {
        Part::Live(made) => {
            let element = element.clone();
            keep(RenderEffect::new(move |_| {
                bind(&element, kind, name, made.part());
            }));
        }
        Part::Words(text) => bind(element, kind, name, (move || text.now()).into_part()),
        part => set(element, kind, name, part),
    }
}

/// None of these is refused: names and kinds are those of templates.
fn set(element: &Element, kind: u8, name: &str, part: Part) {
    let (on, text) = match part {
        Part::Flag(on) => (on, None),
        Part::Text(text) => (true, Some(text)),
        _ => (false, None),
    };
    match kind {
        ATTRIBUTE if on => {
            let _ = element.set_attribute(name, text.as_deref().unwrap_or_default());
        }
        ATTRIBUTE => {
            let _ = element.remove_attribute(name);
        }
        CLASS => {
            let _ = element.class_list().toggle_with_force(name, on);
        }
        STYLE => {
            let style = element.unchecked_ref::<HtmlElement>().style();
            let _ = style.set_property(name, text.as_deref().unwrap_or_default());
        }
        PROPERTY => {
            let value = match &text {
                Some(text) => JsValue::from_str(text),
                None => JsValue::from_bool(on),
            };
            let _ = js_sys::Reflect::set(element, &JsValue::from_str(name), &value);
        }
        _ => {}
    }
}

/// A listener of an element.
struct Listening {
    element: Element,
    event: &'static str,
    run: Closure<dyn FnMut(Event)>,
}

impl Listening {
    fn begin(
        element: &Element,
        event: &'static str,
        mut listener: Box<dyn CallMut<Event>>,
    ) -> Self {
        let run: Box<dyn FnMut(Event)> = Box::new(move |event| listener.call_mut(event));
        let run = Closure::wrap(run);
        let _ = element.add_event_listener_with_callback(event, run.as_ref().unchecked_ref());
        Self {
            element: element.clone(),
            event,
            run,
        }
    }

    fn end(self) {
        let run = self.run.as_ref().unchecked_ref();
        let _ = self
            .element
            .remove_event_listener_with_callback(self.event, run);
    }
}
