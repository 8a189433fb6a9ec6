//! What outlives the page, and what keeps its tabs apart.

use std::cell::RefCell;
use std::rc::Rc;

use latchkey::browser::lock;
use latchkey::kept::{self, Shelf};
use latchkey::reactive::spawn_local;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn what_is_kept_is_found_again_until_it_is_removed() {
    let (key, other) = ("a customer".to_owned(), "another".to_owned());
    kept::put(Shelf::Carts, key.clone(), "first".to_owned()).await;
    kept::put(Shelf::Carts, other.clone(), "second".to_owned()).await;
    kept::put(Shelf::Carts, key.clone(), "third".to_owned()).await;
    let found = kept::get(Shelf::Carts, key.clone()).await;
    assert_eq!(found.as_deref(), Some("third"));
    assert_eq!(kept::get(Shelf::Operations, key.clone()).await, None);
    let all = kept::all(Shelf::Carts).await;
    assert!(all.contains(&(other, "second".to_owned())));
    kept::remove(Shelf::Carts, key.clone()).await;
    assert_eq!(kept::get(Shelf::Carts, key).await, None);
    assert!(kept::is_safe(), "this browser has IndexedDB");
    kept::clear_all().await;
    assert!(kept::all(Shelf::Carts).await.is_empty());
}

#[wasm_bindgen_test]
async fn a_lock_lets_one_in_after_the_other() {
    let order = Rc::new(RefCell::new(Vec::new()));
    let first = lock::hold("test").await;
    let told = order.clone();
    spawn_local(async move {
        let _second = lock::hold("test").await;
        told.borrow_mut().push("second");
    });
    // Others are not waited for.
    drop(lock::hold("another").await);
    order.borrow_mut().push("first still holds it");
    drop(first);
    drop(lock::hold("test").await);
    assert_eq!(*order.borrow(), ["first still holds it", "second"]);
}
