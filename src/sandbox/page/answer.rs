//! From the sandbox's answers to what `fetch` resolves or rejects with, faults included.

use js_sys::{Function, Object, Reflect, TypeError, Uint8Array};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::ResponseInit;

use super::sleep;
use crate::sandbox::http::{Answer, Delivery, Response};

/// Waits as long as the answer says, and gives as much of it as it says.
///
/// # Errors
/// A `TypeError`, as `fetch` has for a connection that ends before the headers.
pub async fn deliver(answer: Answer) -> Result<JsValue, JsValue> {
    if answer.delay_ms > 0 {
        sleep(answer.delay_ms).await?;
    }
    let Answer {
        response, delivery, ..
    } = answer;
    match delivery {
        Delivery::Whole => {
            let body = Uint8Array::from(response.body.as_slice());
            let none = response.body.is_empty().then_some(JsValue::NULL);
            built(none.unwrap_or(body.into()), &response)
        }
        Delivery::Cut(length) => {
            let part = &response.body[..length.min(response.body.len())];
            built(cut_stream(part)?, &response)
        }
        Delivery::Reset => Err(network_error()),
        Delivery::Never => std::future::pending().await,
    }
}

fn network_error() -> JsValue {
    TypeError::new("Failed to fetch").into()
}

#[wasm_bindgen]
extern "C" {
    /// The browser's `Response`, constructed with any kind of body.
    #[wasm_bindgen(js_name = Response)]
    type AnyResponse;

    #[wasm_bindgen(constructor, js_class = "Response", catch)]
    fn new(body: &JsValue, init: &ResponseInit) -> Result<AnyResponse, JsValue>;

    #[wasm_bindgen(js_name = ReadableStream)]
    type AnyStream;

    #[wasm_bindgen(constructor, js_class = "ReadableStream", catch)]
    fn new(source: &JsValue) -> Result<AnyStream, JsValue>;
}

fn built(body: JsValue, response: &Response) -> Result<JsValue, JsValue> {
    let headers = web_sys::Headers::new()?;
    for (name, value) in response.headers.iter() {
        headers.set(name, value)?;
    }
    let init = ResponseInit::new();
    init.set_status(response.status);
    init.set_headers(&headers);
    AnyResponse::new(&body, &init).map(JsValue::from)
}

/// A body that ends in an error after its first part.
fn cut_stream(part: &[u8]) -> Result<JsValue, JsValue> {
    let part = Uint8Array::from(part);
    let method = |controller: &JsValue, name: &str, argument: &JsValue| {
        let method = Reflect::get(controller, &name.into())?.dyn_into::<Function>()?;
        method.call1(controller, argument)
    };
    let start =
        Closure::once_into_js(move |controller: JsValue| method(&controller, "enqueue", &part));
    // Asked for more only once the part was read.
    let pull = Closure::once_into_js(move |controller: JsValue| {
        method(&controller, "error", &network_error())
    });
    let source = Object::new();
    Reflect::set(&source, &"start".into(), &start)?;
    Reflect::set(&source, &"pull".into(), &pull)?;
    AnyStream::new(&source).map(JsValue::from)
}
