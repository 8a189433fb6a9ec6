//! The sandbox inside the page: `fetch` is answered here for what lies below `{base}sandbox/v1`, and
//! passed on for everything else.

use std::rc::Rc;

use js_sys::{Array, Date, Function, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

mod answer;
mod asked;
mod storage;

use crate::model::Timestamp;
use asked::Asked;
use storage::Storage;

/// Customers besides the sentinels.
const CUSTOMERS: u32 = 60;

/// Puts the sandbox before the page's `fetch`.
///
/// # Errors
/// When there is no window, or its `fetch` cannot be replaced.
pub async fn install(base: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let site = format!("{}{base}sandbox", window.location().origin()?);
    let fetch: Function = Reflect::get(&window, &"fetch".into())?.dyn_into()?;
    let storage = Rc::new(Storage::open(CUSTOMERS).await);
    let before = window.clone();
    let answer = move |input: JsValue, init: JsValue| -> Promise {
        match Asked::read(&input, &init, &site) {
            Some(Ok(asked)) => future_to_promise(respond(asked, storage.clone())),
            Some(Err(error)) => Promise::reject(&error),
            None => pass_on(&fetch, &before, &input, &init),
        }
    };
    let answer = Closure::<dyn FnMut(JsValue, JsValue) -> Promise>::new(answer);
    Reflect::set(&window, &"fetch".into(), answer.as_ref())?;
    // The page's `fetch` from now on.
    answer.forget();
    Ok(())
}

fn pass_on(fetch: &Function, window: &JsValue, input: &JsValue, init: &JsValue) -> Promise {
    match fetch.call2(window, input, init) {
        Ok(promise) => Promise::resolve(&promise),
        Err(error) => Promise::reject(&error),
    }
}

/// The answer, or the reason of the caller's `AbortSignal` when that comes first.
async fn respond(asked: Asked, storage: Rc<Storage>) -> Result<JsValue, JsValue> {
    let signal = asked.signal();
    if signal.aborted() {
        return Err(signal.reason());
    }
    let work = future_to_promise(async move {
        let request = asked.request().await?;
        let answer = storage.exchange(&request, now()).await;
        answer::deliver(answer).await
    });
    let mut abort = None;
    let aborted = Promise::new(&mut |_, reject| {
        let signal = signal.clone();
        let listener = Closure::<dyn FnMut()>::new(move || {
            let _told = reject.call1(&JsValue::UNDEFINED, &signal.reason());
        });
        abort = Some(listener);
    });
    let listener = abort
        .as_ref()
        .map(|listener| listener.as_ref().unchecked_ref::<Function>());
    if let Some(listener) = listener {
        signal.add_event_listener_with_callback("abort", listener)?;
    }
    let first = JsFuture::from(Promise::race(&Array::of2(&work, &aborted))).await;
    if let Some(listener) = listener {
        signal.remove_event_listener_with_callback("abort", listener)?;
    }
    first
}

fn now() -> Timestamp {
    Timestamp::from_millis(Date::now() as i64)
}

/// Resolves after so many milliseconds.
async fn sleep(ms: u32) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let ms = i32::try_from(ms).unwrap_or(i32::MAX);
    let slept = Promise::new(&mut |resolve, reject| {
        if let Err(error) =
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms)
        {
            let _told = reject.call1(&JsValue::UNDEFINED, &error);
        }
    });
    JsFuture::from(slept).await.map(|_| ())
}
