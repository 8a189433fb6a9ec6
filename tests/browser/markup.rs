//! The renderer of the views, and the signals that it follows.

// Helpers of tests may panic as tests do.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use latchkey::dom::{CollectFragment, Fragment, component, each, live, mount, view};
use latchkey::reactive::*;
use leptos::task::tick;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Document, Element, HtmlElement};

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// A view in an element of the page.
fn shown(make: impl FnOnce() -> Fragment + 'static) -> HtmlElement {
    let place = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&place).unwrap();
    let place: HtmlElement = place.unchecked_into();
    mount(place.clone(), make);
    place
}

/// The elements below one that a selector fits, in their order.
fn all(place: &Element, selector: &str) -> Vec<Element> {
    let mut found = Vec::new();
    let mut child = place.first_element_child();
    while let Some(element) = child {
        if element.matches(selector).unwrap() {
            found.push(element.clone());
        }
        found.extend(all(&element, selector));
        child = element.next_element_sibling();
    }
    found
}

fn words(place: &Element, selector: &str) -> Vec<String> {
    let found = all(place, selector).into_iter();
    found.filter_map(|element| element.text_content()).collect()
}

#[wasm_bindgen_test]
async fn texts_and_attributes_follow_what_they_read() {
    let name = RwSignal::new("first".to_owned());
    let on = RwSignal::new(false);
    let place = shown(move || {
        view! {
            <p class:on=move || on.get() title=move || name.get()>"It is " {move || name.get()} "."</p>
        }
    });
    assert_eq!(words(&place, "p"), ["It is first."]);
    let paragraph = all(&place, "p").remove(0);
    assert!(!paragraph.class_list().contains("on"));
    name.set("<b>second</b>".to_owned());
    on.set(true);
    tick().await;
    assert_eq!(words(&place, "p"), ["It is <b>second</b>."]);
    assert_eq!(paragraph.get_attribute("title").unwrap(), "<b>second</b>");
    assert!(paragraph.class_list().contains("on"));
    assert!(all(&place, "b").is_empty());
}

#[wasm_bindgen_test]
async fn what_is_given_up_is_cleaned_up_and_listens_no_more() {
    #[component]
    fn Inner(gone: Arc<AtomicU32>, pressed: RwSignal<u32>) -> Fragment {
        on_cleanup(move || {
            gone.fetch_add(1, Ordering::Relaxed);
        });
        let press = move |_| {
            pressed.update(|times| *times += 1);
        };
        view! { <button on:click=press>{move || pressed.get().to_string()}</button> }
    }

    let (there, pressed) = (RwSignal::new(true), RwSignal::new(0_u32));
    let gone = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&gone);
    let place = shown(move || {
        live(move || {
            let gone = Arc::clone(&counted);
            there.get().then(|| view! { <Inner gone pressed/> })
        })
    });
    let button: HtmlElement = all(&place, "button").remove(0).unchecked_into();
    button.click();
    tick().await;
    assert_eq!(words(&place, "button"), ["1"]);
    there.set(false);
    tick().await;
    assert!(all(&place, "button").is_empty());
    assert_eq!(gone.load(Ordering::Relaxed), 1);
}

fn list(items: RwSignal<Vec<&'static str>>) -> HtmlElement {
    shown(move || {
        let row = |item: &'static str| view! { <li tabindex="-1">{item}</li> };
        view! { <ul>{each(move || items.get(), |item| (*item).to_owned(), row)}</ul> }
    })
}

#[wasm_bindgen_test]
async fn an_item_keeps_its_element_and_the_focus_wherever_others_go() {
    let items = RwSignal::new(vec!["a", "b", "c"]);
    let place = list(items);
    let before = all(&place, "li");
    let focused: &HtmlElement = before[1].unchecked_ref();
    focused.focus().unwrap();
    items.set(vec!["d", "b", "c", "a"]);
    tick().await;
    assert_eq!(words(&place, "li"), ["d", "b", "c", "a"]);
    let after = all(&place, "li");
    for (was, is) in [(0, 3), (1, 1), (2, 2)] {
        assert!(before[was] == after[is]);
    }
    assert!(document().active_element().unwrap() == before[1]);
}

#[wasm_bindgen_test]
async fn items_that_cannot_be_told_apart_all_stand_and_all_go() {
    let items = RwSignal::new(vec!["a", "a", "b", "a"]);
    let place = list(items);
    assert_eq!(words(&place, "li"), ["a", "a", "b", "a"]);
    items.set(vec!["b", "a"]);
    tick().await;
    assert_eq!(words(&place, "li"), ["b", "a"]);
    items.set(Vec::new());
    tick().await;
    assert!(words(&place, "li").is_empty());
}

#[wasm_bindgen_test]
fn fragments_stand_side_by_side_in_their_order() {
    let place = shown(|| {
        let rows = ["x", "y"].map(|name| view! { <i>{name}</i> });
        view! { <b>"1"</b> {rows.collect_view()} {None::<Fragment>} "tail" }
    });
    assert_eq!(place.text_content().unwrap(), "1xytail");
    assert_eq!(words(&place, "i"), ["x", "y"]);
}
