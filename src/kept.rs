//! What must not be lost when the page is closed, reloaded or killed: kept in IndexedDB, which loses
//! nothing that was committed (localStorage loses the last seconds when a browser is killed).
//!
//! Where there is no IndexedDB, or no room in it, it is kept in memory, which is said by [`is_safe`].
//! Never a product key, and nothing that the server could tell as well.

use std::cell::{Cell, RefCell};

use futures::future::LocalBoxFuture;
use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::{IdbDatabase, IdbTransactionMode};

use crate::browser::indexed_db::{committed, done, open, strict};
use crate::paths;

/// Where something is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shelf {
    /// The id of each customer's cart, which the API cannot list.
    Carts,
    /// Writes under way, and how they ended.
    Operations,
    /// What came of the carts that were ordered here.
    Checkouts,
}

impl Shelf {
    const ALL: &[&str] = &["carts", "operations", "checkouts"];

    fn store(self) -> &'static str {
        match self {
            Shelf::Carts => "carts",
            Shelf::Operations => "operations",
            Shelf::Checkouts => "checkouts",
        }
    }
}

/// What found no room elsewhere. There is little of it, if any.
struct Remembered {
    shelf: Shelf,
    key: String,
    value: String,
}

thread_local! {
    static DATABASE: RefCell<Option<IdbDatabase>> = const { RefCell::new(None) };
    static SAFE: Cell<bool> = const { Cell::new(true) };
    static MEMORY: RefCell<Vec<Remembered>> = const { RefCell::new(Vec::new()) };
}

/// Whether what was kept so far outlives the page.
#[must_use]
pub fn is_safe() -> bool {
    SAFE.get()
}

/// What is kept under a key.
pub fn get(shelf: Shelf, key: String) -> LocalBoxFuture<'static, Option<String>> {
    Box::pin(async move {
        if let Some(found) = remembered(shelf, &key) {
            return Some(found);
        }
        read(shelf, &key).await.ok().flatten()
    })
}

/// Everything kept on a shelf, by key.
pub fn all(shelf: Shelf) -> LocalBoxFuture<'static, Vec<(String, String)>> {
    Box::pin(async move {
        let mut found = read_all(shelf).await.unwrap_or_default();
        MEMORY.with_borrow(|memory| {
            let own = memory.iter().filter(|one| one.shelf == shelf);
            found.extend(own.map(|one| (one.key.clone(), one.value.clone())));
        });
        found
    })
}

/// Keeps a value; it is on the disk when this is done.
pub fn put(shelf: Shelf, key: String, value: String) -> LocalBoxFuture<'static, ()> {
    Box::pin(async move {
        if write(shelf, &key, Some(&value)).await.is_err() {
            SAFE.set(false);
            forget(shelf, &key);
            MEMORY.with_borrow_mut(|memory| memory.push(Remembered { shelf, key, value }));
        }
    })
}

/// Forgets a value.
pub fn remove(shelf: Shelf, key: String) -> LocalBoxFuture<'static, ()> {
    Box::pin(async move {
        // Without a database there is nothing in it.
        let _ = write(shelf, &key, None).await;
        forget(shelf, &key);
    })
}

/// Forgets everything: what was kept of a sandbox says nothing of the next one.
pub fn clear_all() -> LocalBoxFuture<'static, ()> {
    Box::pin(async move {
        for shelf in [Shelf::Carts, Shelf::Operations, Shelf::Checkouts] {
            for (key, _) in all(shelf).await {
                remove(shelf, key).await;
            }
        }
    })
}

fn remembered(shelf: Shelf, key: &str) -> Option<String> {
    MEMORY.with_borrow(|memory| {
        let mut own = memory.iter().filter(|one| one.shelf == shelf);
        own.find(|one| one.key == key).map(|one| one.value.clone())
    })
}

fn forget(shelf: Shelf, key: &str) {
    MEMORY.with_borrow_mut(|memory| memory.retain(|one| one.shelf != shelf || one.key != key));
}

async fn database() -> Result<IdbDatabase, JsValue> {
    if let Some(database) = DATABASE.with_borrow(Clone::clone) {
        return Ok(database);
    }
    // Two installations on one origin keep apart.
    let opened = open(&format!("latchkey:{}", paths::base()), Shelf::ALL).await?;
    DATABASE.set(Some(opened.clone()));
    Ok(opened)
}

async fn read(shelf: Shelf, key: &str) -> Result<Option<String>, JsValue> {
    let database = database().await?;
    let transaction = database.transaction_with_str(shelf.store())?;
    let request = transaction.object_store(shelf.store())?.get(&key.into())?;
    Ok(done(&request).await?.as_string())
}

async fn read_all(shelf: Shelf) -> Result<Vec<(String, String)>, JsValue> {
    let database = database().await?;
    let mode = IdbTransactionMode::Readonly;
    let transaction = database.transaction_with_str_and_mode(shelf.store(), mode)?;
    let store = transaction.object_store(shelf.store())?;
    let (keys, values) = (done(&store.get_all_keys()?), done(&store.get_all()?));
    let (keys, values) = (Array::from(&keys.await?), Array::from(&values.await?));
    let pairs = keys.iter().zip(values.iter());
    let text = pairs.filter_map(|(key, value)| Some((key.as_string()?, value.as_string()?)));
    Ok(text.collect())
}

async fn write(shelf: Shelf, key: &str, value: Option<&str>) -> Result<(), JsValue> {
    let database = database().await?;
    let transaction = strict(&database, shelf.store())?;
    let store = transaction.object_store(shelf.store())?;
    let committed = committed(&transaction);
    match value {
        Some(value) => store.put_with_key(&value.into(), &key.into())?,
        None => store.delete(&key.into())?,
    };
    committed.await
}
