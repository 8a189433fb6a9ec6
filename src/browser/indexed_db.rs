//! IndexedDB as futures: where the page and its sandbox keep their documents.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbRequest, IdbTransaction};

/// Opens a database that has these object stores, whose keys are given with each value. A database of
/// an earlier version gets those that it lacks. A page that is open with a later version has it for
/// itself: this one then keeps nothing.
///
/// # Errors
/// Where the browser has no IndexedDB, or refuses it to this page.
pub async fn open(
    name: &str,
    version: u32,
    stores: &'static [&'static str],
) -> Result<IdbDatabase, JsValue> {
    let window = super::window().ok_or("no window")?;
    let factory = window.indexed_db()?.ok_or("no IndexedDB")?;
    let request = factory.open_with_u32(name, version)?;
    let opening = request.clone();
    let create = Closure::once_into_js(move || {
        let database: Option<IdbDatabase> = opening
            .result()
            .ok()
            .and_then(|result| result.dyn_into().ok());
        let Some(database) = database else { return };
        for store in stores {
            // One that is there already is refused; when another cannot be made, the transactions fail
            // and memory is used.
            let _created = database.create_object_store(store);
        }
    });
    request.set_onupgradeneeded(Some(create.unchecked_ref()));
    let database: IdbDatabase = done(&request).await?.dyn_into()?;
    let own = database.clone();
    let make_room = Closure::<dyn Fn()>::new(move || own.close());
    database.set_onversionchange(Some(make_room.as_ref().unchecked_ref()));
    // As long as the page.
    make_room.forget();
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

/// Has what was asked of a transaction so far take effect, without waiting for the answers: a page that is
/// going away hears none any more (W3C, "Indexed Database API 3.0").
///
/// # Errors
/// Where it has come to its end already.
#[expect(
    deprecated,
    reason = "web-sys marks what its old WebIDL said of it; the standard does not"
)]
pub fn commit(transaction: &IdbTransaction) -> Result<(), JsValue> {
    transaction.commit()
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
