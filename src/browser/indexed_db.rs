//! IndexedDB as futures: where the page and its sandbox keep their documents.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbRequest, IdbTransaction};

/// Opens a database that has these object stores, whose keys are given with each value.
///
/// # Errors
/// Where the browser has no IndexedDB, or refuses it to this page.
pub async fn open(name: &str, stores: &'static [&'static str]) -> Result<IdbDatabase, JsValue> {
    let window = super::window().ok_or("no window")?;
    let factory = window.indexed_db()?.ok_or("no IndexedDB")?;
    let request = factory.open_with_u32(name, 1)?;
    let opening = request.clone();
    let create = Closure::once_into_js(move || {
        let database: Option<IdbDatabase> = opening
            .result()
            .ok()
            .and_then(|result| result.dyn_into().ok());
        let Some(database) = database else { return };
        for store in stores {
            // When the store cannot be made, the transactions fail and memory is used.
            let _created = database.create_object_store(store);
        }
    });
    request.set_onupgradeneeded(Some(create.unchecked_ref()));
    let database: IdbDatabase = done(&request).await?.dyn_into()?;
    Ok(database)
}

/// A transaction that has reached the disk once it is [`committed`], not only the system's memory.
///
/// # Errors
/// Where the database is closed or has no such store.
pub fn strict(database: &IdbDatabase, store: &str) -> Result<IdbTransaction, JsValue> {
    let begin: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    begin
        .call3(database, &store.into(), &"readwrite".into(), &options)?
        .dyn_into()
}

/// The result of a request to the database. Listens from the call on, not only when awaited.
pub fn done(request: &IdbRequest) -> impl Future<Output = Result<JsValue, JsValue>> + use<> {
    let finished = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    let request = request.clone();
    async move {
        JsFuture::from(finished).await?;
        request.result()
    }
}

/// Whether a transaction came through.
pub fn committed(
    transaction: &IdbTransaction,
) -> impl Future<Output = Result<(), JsValue>> + use<> {
    let finished = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    async move { JsFuture::from(finished).await.map(|_| ()) }
}
