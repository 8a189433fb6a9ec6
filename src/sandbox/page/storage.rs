//! The changed documents in IndexedDB, so that killing the tab loses nothing and two tabs see one
//! truth; in memory where there is no IndexedDB or no room in it.

use std::cell::RefCell;

use futures::future::{join, select};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbObjectStore, IdbTransactionMode};

use super::sleep;
use crate::browser::indexed_db::{committed, done, open};
use crate::model::Timestamp;
use crate::sandbox::documents::Documents;
use crate::sandbox::http::{Answer, Request};
use crate::sandbox::trouble::fits;
use crate::sandbox::{Sandbox, handle};

/// Name of the database. The build checks by it that the page itself holds no sandbox.
const DATABASE: &str = "latchkey-sandbox";
const STORE: &str = "documents";
/// A database that has not opened by then, in milliseconds, is done without.
const OPENS_WITHIN: u32 = 5_000;

/// The sandbox with its documents as they were last read.
pub struct Storage {
    sandbox: RefCell<Sandbox>,
    database: RefCell<Option<IdbDatabase>>,
}

impl Storage {
    pub async fn open(customers: u32) -> Storage {
        let opened = open(DATABASE, 1, &[STORE]);
        let late = async {
            let _slept = sleep(OPENS_WITHIN).await;
            Err(JsValue::NULL)
        };
        let (opened, late) = (Box::pin(opened), Box::pin(late));
        let first = select(opened, late).await;
        let database = first.factor_first().0.ok();
        let mut sandbox = Sandbox::new(customers);
        sandbox.persistent = database.is_some();
        Storage {
            sandbox: RefCell::new(sandbox),
            database: RefCell::new(database),
        }
    }

    /// Answers a request in a transaction of its own: what changed is stored before it is answered.
    /// A browser that stores no more is answered from memory from then on.
    pub async fn exchange(&self, request: &Request, now: Timestamp) -> Answer {
        let database = self.database.borrow().clone();
        if let Some(database) = database {
            match self.in_transaction(&database, request, now).await {
                Ok(answer) => return answer,
                Err(_refused) => {
                    self.database.replace(None);
                    self.sandbox.borrow_mut().persistent = false;
                }
            }
        }
        handle(&mut self.sandbox.borrow_mut(), request, now)
    }

    /// Nothing is awaited between reading and writing but the reading itself, or the transaction
    /// would end.
    async fn in_transaction(
        &self,
        database: &IdbDatabase,
        request: &Request,
        now: Timestamp,
    ) -> Result<Answer, JsValue> {
        let transaction =
            database.transaction_with_str_and_mode(STORE, IdbTransactionMode::Readwrite)?;
        let store = transaction.object_store(STORE)?;
        let range = documents_alone()?;
        let (keys, values) = (
            store.get_all_keys_with_key(&range)?,
            store.get_all_with_key(&range)?,
        );
        let range = bytes_of(file_asked_for(request).unwrap_or_default())?;
        let (names, bytes) = (
            store.get_all_keys_with_key(&range)?,
            store.get_all_with_key(&range)?,
        );
        let documents_read = join(done(&keys), done(&values));
        let bytes_read = join(done(&names), done(&bytes));
        let ((keys, values), (names, bytes)) = join(documents_read, bytes_read).await;
        let mut stored = documents(&keys?, &values?);
        stored.add_stored_bytes(contents(&names?, &bytes?));
        let (answer, before) = {
            let sandbox = &mut *self.sandbox.borrow_mut();
            sandbox.documents = stored.clone();
            (handle(sandbox, request, now), stored)
        };
        let committed = committed(&transaction);
        let written = self.write(&store);
        if written.is_err() {
            transaction.abort()?;
        }
        match written.and(committed.await) {
            Ok(()) => Ok(answer),
            Err(error) => {
                // The request has not happened: it is answered anew, from memory.
                self.sandbox.borrow_mut().documents = before;
                Err(error)
            }
        }
    }

    fn write(&self, store: &IdbObjectStore) -> Result<(), JsValue> {
        let changes = self.sandbox.borrow_mut().documents.take_changes();
        if changes.cleared {
            store.delete(&all_bytes()?)?;
        }
        for (key, value) in changes.documents {
            match value {
                Some(value) => store.put_with_key(&value.to_string().into(), &key.into())?,
                None => store.delete(&key.into())?,
            };
        }
        for (key, bytes) in changes.bytes {
            let key = format!("{BYTES}{key}").into();
            match bytes {
                Some(bytes) => {
                    store.put_with_key(&Uint8Array::from(bytes.as_slice()).into(), &key)?
                }
                None => store.delete(&key)?,
            };
        }
        Ok(())
    }
}

/// The keys of bytes begin with it. They sort behind those of all documents, so that both are ranges.
const BYTES: &str = "~";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = IDBKeyRange)]
    type KeyRange;

    #[wasm_bindgen(static_method_of = KeyRange, js_class = "IDBKeyRange", js_name = upperBound, catch)]
    fn below(end: &str, open: bool) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(static_method_of = KeyRange, js_class = "IDBKeyRange", js_name = lowerBound, catch)]
    fn from(start: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(static_method_of = KeyRange, js_class = "IDBKeyRange", js_name = bound, catch)]
    fn between(start: &str, end: &str) -> Result<JsValue, JsValue>;
}

fn documents_alone() -> Result<JsValue, JsValue> {
    KeyRange::below(BYTES, true)
}

fn all_bytes() -> Result<JsValue, JsValue> {
    KeyRange::from(BYTES)
}

/// The file whose content a request asks for.
fn file_asked_for(request: &Request) -> Option<&str> {
    let asks = request.method == "GET" && fits("extensions/attachments/*/content", &request.path);
    request.path.get(2).filter(|_| asks).map(String::as_str)
}

/// The bytes of one file: nothing for one without a name.
fn bytes_of(file: &str) -> Result<JsValue, JsValue> {
    KeyRange::between(&format!("{BYTES}{file}/"), &format!("{BYTES}{file}/~"))
}

fn contents(keys: &JsValue, values: &JsValue) -> Vec<(String, Vec<u8>)> {
    let (keys, values) = (Array::from(keys), Array::from(values));
    let pairs = keys.iter().zip(values.iter());
    let read = pairs.filter_map(|(key, value)| {
        let key = key.as_string()?;
        let bytes = value.dyn_into::<Uint8Array>().ok()?;
        Some((key.strip_prefix(BYTES)?.to_owned(), bytes.to_vec()))
    });
    read.collect()
}

fn documents(keys: &JsValue, values: &JsValue) -> Documents {
    let (keys, values) = (Array::from(keys), Array::from(values));
    let pairs = keys.iter().zip(values.iter());
    let read = pairs.filter_map(|(key, value)| {
        let value = serde_json::from_str(&value.as_string()?).ok()?;
        Some((key.as_string()?, value))
    });
    Documents::from_stored(read)
}
