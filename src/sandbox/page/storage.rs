//! The changed documents in IndexedDB, so that killing the tab loses nothing and two tabs see one
//! truth; in memory where there is no IndexedDB or no room in it.

use std::cell::RefCell;

use futures::future::{join, select};
use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::{IdbDatabase, IdbObjectStore, IdbTransactionMode};

use super::sleep;
use crate::browser::indexed_db::{committed, done, open};
use crate::model::Timestamp;
use crate::sandbox::documents::Documents;
use crate::sandbox::http::{Answer, Request};
use crate::sandbox::{Sandbox, handle};

/// Name of the database. The build checks by it that the page itself holds no sandbox.
const DATABASE: &str = "latchkey-sandbox";
const STORE: &str = "documents";
/// A database that has not opened by then, in milliseconds, is done without.
const OPENS_WITHIN: u32 = 2_000;

/// The sandbox with its documents as they were last read.
pub struct Storage {
    sandbox: RefCell<Sandbox>,
    database: RefCell<Option<IdbDatabase>>,
}

impl Storage {
    pub async fn open(customers: u32) -> Storage {
        let opened = open(DATABASE, &[STORE]);
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
        let (keys, values) = (store.get_all_keys()?, store.get_all()?);
        let (keys, values) = join(done(&keys), done(&values)).await;
        let stored = documents(&keys?, &values?);
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
        for (key, value) in self.sandbox.borrow_mut().documents.take_changes() {
            match value {
                Some(value) => store.put_with_key(&value.to_string().into(), &key.into())?,
                None => store.delete(&key.into())?,
            };
        }
        Ok(())
    }
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
