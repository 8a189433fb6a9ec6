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

use crate::browser::indexed_db::{commit, committed, done, open, strict};
use crate::reactive::GlobalSignal;
use crate::{news, paths};

/// Where something is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shelf {
    /// The id of each customer's cart, which the API cannot list.
    Carts,
    /// Writes under way, and how they ended.
    Operations,
    /// What came of the carts that were ordered here.
    Checkouts,
    /// What was typed into a wizard and not sent.
    Drafts,
    /// What was cancelled here, and how far its consequences have come.
    Cancellations,
}

impl Shelf {
    const ALL: [Shelf; 5] = [
        Shelf::Carts,
        Shelf::Operations,
        Shelf::Checkouts,
        Shelf::Drafts,
        Shelf::Cancellations,
    ];

    const STORES: [&str; 5] = [
        "carts",
        "operations",
        "checkouts",
        "drafts",
        "cancellations",
    ];

    fn store(self) -> &'static str {
        Shelf::STORES[self as usize]
    }
}

/// The version of the database: one more with each shelf that is put up.
const VERSION: u32 = 2;

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
    static CHANGES: [GlobalSignal<u32>; 5] = Shelf::ALL.map(|_| GlobalSignal::new(0));
}

/// How news of a shelf begins.
const NEWS: &str = "kept/";

/// Counts how often a shelf has changed, here and as other tabs tell; tracks it.
pub fn changes(shelf: Shelf) -> u32 {
    CHANGES.with(|changes| changes[shelf as usize].get())
}

/// Takes news of another tab; `false` when they are of something else.
pub fn heard(news: &str) -> bool {
    let Some(store) = news.strip_prefix(NEWS) else {
        return false;
    };
    let shelf = Shelf::ALL.into_iter().find(|one| one.store() == store);
    if let Some(shelf) = shelf {
        count(shelf);
    }
    true
}

/// A shelf has changed: whoever follows it, in whichever tab, reads it again.
fn changed(shelf: Shelf) {
    count(shelf);
    news::tell(&[NEWS, shelf.store()].concat());
}

fn count(shelf: Shelf) {
    CHANGES.with(|changes| {
        let changes = &changes[shelf as usize];
        changes.set(changes.get_untracked().wrapping_add(1));
    });
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
        changed(shelf);
    })
}

/// Keeps a value like [`put`], if what stands there is what the caller last knew of, or nothing any
/// more.
///
/// # Errors
/// What stands there instead; nothing has changed then.
pub fn swap(
    shelf: Shelf,
    key: String,
    known: Option<String>,
    value: String,
) -> LocalBoxFuture<'static, Result<(), String>> {
    Box::pin(async move {
        if let Some(other) = remembered(shelf, &key).filter(|found| Some(found) != known.as_ref()) {
            return Err(other);
        }
        match replace(shelf, &key, known.as_deref(), &value).await {
            Ok(None) => {
                forget(shelf, &key);
                changed(shelf);
            }
            Ok(Some(other)) => return Err(other),
            Err(_) => put(shelf, key, value).await,
        }
        Ok(())
    })
}

/// Forgets a value.
pub fn remove(shelf: Shelf, key: String) -> LocalBoxFuture<'static, ()> {
    Box::pin(async move {
        // Without a database there is nothing in it.
        let _ = write(shelf, &key, None).await;
        forget(shelf, &key);
        changed(shelf);
    })
}

/// Forgets everything: what was kept of a sandbox says nothing of the next one.
pub fn clear_all() -> LocalBoxFuture<'static, ()> {
    Box::pin(async move {
        for shelf in Shelf::ALL {
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
    let name = format!("latchkey:{}", paths::base());
    let opened = open(&name, VERSION, &Shelf::STORES).await?;
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

/// In one transaction, so that no other tab comes between. What stands there instead, if it does.
async fn replace(
    shelf: Shelf,
    key: &str,
    known: Option<&str>,
    value: &str,
) -> Result<Option<String>, JsValue> {
    let database = database().await?;
    let transaction = strict(&database, shelf.store())?;
    let store = transaction.object_store(shelf.store())?;
    let committed = committed(&transaction);
    let found = done(&store.get(&key.into())?).await?.as_string();
    if found.is_some() && found.as_deref() != known {
        return Ok(found);
    }
    store.put_with_key(&value.into(), &key.into())?;
    commit(&transaction)?;
    committed.await?;
    Ok(None)
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
    commit(&transaction)?;
    committed.await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn news_of_a_shelf_are_counted_and_others_left_to_others() {
        let before = Shelf::ALL.map(changes);
        assert!(heard("kept/drafts"));
        assert!(heard("kept/of a later version"));
        assert!(!heard("orders/b44bb1fb"));
        let after = Shelf::ALL.map(changes);
        for (shelf, (before, after)) in Shelf::ALL.into_iter().zip(before.into_iter().zip(after)) {
            assert_eq!(
                after - before,
                u32::from(shelf == Shelf::Drafts),
                "{shelf:?}"
            );
        }
    }
}
