//! The transport of the page: the browser's `fetch`.

use std::cell::Cell;
use std::future::{Future, poll_fn, ready};
use std::pin::pin;
use std::task::Poll;

use gloo_net::http;
use js_sys::{Date, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, ReadableStreamDefaultReader, RequestCache, RequestInit, RequestRedirect,
    ResponseType,
};
use zeroize::Zeroizing;

use super::token::{NoToken, Token};
use super::transport::{
    Body, LARGEST_BODY, LocalFuture, Request, Response, Transport, TransportError,
};
use crate::browser;
use crate::model::Timestamp;

/// Milliseconds until the headers of an answer have to be there.
const HEADERS_WITHIN: i32 = 30_000;

/// Milliseconds until its whole body has to be there, counted from the headers.
const BODY_WITHIN: i32 = 60_000;

/// Milliseconds until the hosting page has to have given a token: it may be signing somebody in.
const TOKEN_WITHIN: i32 = 120_000;

/// The hosting page's function that gives a token, as a text or a promise of one. It is told which
/// token was refused, or `null`.
const GIVES_TOKEN: &str = "latchkeyToken";

/// `fetch`, aborted when it takes too long or when nobody waits for it any more.
#[derive(Clone, Debug, Default)]
pub struct FetchTransport {
    /// Whether what is asked lies beyond the network: then nothing is sent while the browser has none.
    /// (That it has one proves little; that it has none can be trusted.)
    pub needs_connection: bool,
    /// Whether the hosting page gives the token of each call.
    pub page_gives_token: bool,
    /// The header that names the visitor's role, kept beside [`Response::HEADERS`].
    pub role_header: Option<String>,
}

impl Transport for FetchTransport {
    fn send(&self, request: Request) -> LocalFuture<Result<Response, TransportError>> {
        let offline = self.needs_connection && !browser::is_online();
        let role_header = self.role_header.clone();
        Box::pin(async move {
            if offline {
                return Err(TransportError::Offline);
            }
            let abort = AbortOnDrop(AbortController::new().map_err(|_| TransportError::Network)?);
            let fetched = fetch(&request, &abort.0);
            let answer = within(HEADERS_WITHIN, fetched).await??;
            let body = within(BODY_WITHIN, read_body(&answer)).await??;
            let headers = answer.headers();
            let kept = Response::HEADERS.into_iter().chain(role_header.as_deref());
            Ok(Response {
                status: answer.status(),
                status_text: answer.status_text(),
                headers: kept
                    .filter_map(|name| Some((name.to_owned(), headers.get(name)?)))
                    .collect(),
                body,
            })
        })
    }

    fn token(&self, refused: Option<&Token>) -> LocalFuture<Result<Option<Token>, NoToken>> {
        if !self.page_gives_token {
            return Box::pin(ready(Ok(None)));
        }
        let refused = refused.map_or(JsValue::NULL, |token| token.expose().into());
        Box::pin(async move {
            let given = within(TOKEN_WITHIN, ask_page_for_token(refused)).await;
            let text = given.ok().and_then(|given| given.ok()?.as_string());
            text.ok_or(NoToken).and_then(Token::new).map(Some)
        })
    }

    fn sleep(&self, millis: u32) -> LocalFuture<()> {
        Box::pin(sleep(i32::try_from(millis).unwrap_or(i32::MAX)))
    }

    fn now(&self) -> Timestamp {
        Timestamp::from_millis(Date::now() as i64)
    }

    fn random(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        let crypto = web_sys::window().and_then(|window| window.crypto().ok());
        // Every browser that runs WebAssembly has it, on plain http too.
        if let Some(crypto) = crypto {
            let _ = crypto.get_random_values_with_u8_array(&mut bytes);
        }
        bytes
    }
}

async fn ask_page_for_token(refused: JsValue) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(&js_sys::global(), &GIVES_TOKEN.into())?.dyn_into()?;
    let given = function.call1(&JsValue::UNDEFINED, &refused)?;
    JsFuture::from(Promise::resolve(&given)).await
}

async fn fetch(
    request: &Request,
    abort: &AbortController,
) -> Result<http::Response, TransportError> {
    let url = format!("{}{}", request.base, request.path);
    let init = RequestInit::new();
    init.set_method(request.method.as_str());
    // Keys must not be stored, a `Date` from a store would be no clock, and "Try again" means it.
    init.set_cache(RequestCache::NoStore);
    // Never followed; with "error" it could not be told from a broken connection.
    init.set_redirect(RequestRedirect::Manual);
    init.set_signal(Some(&abort.signal()));
    match &request.body {
        None => {}
        Some(Body::Json(text)) => init.set_body(&JsValue::from_str(text)),
        Some(Body::Bytes(bytes)) => init.set_body(&Uint8Array::from(bytes.as_slice())),
    }
    let address = |_| TransportError::Address;
    // Not gloo-net's builder: it puts a `&` behind every query.
    let built = web_sys::Request::new_with_str_and_init(&url, &init).map_err(address)?;
    for (name, value) in &request.headers {
        built.headers().set(name, value).map_err(address)?;
    }
    if let Some(token) = &request.token {
        let bearer = Zeroizing::new(["Bearer ", token.expose()].concat());
        let set = built.headers().set("Authorization", &bearer);
        set.map_err(address)?;
    }
    if !built.url().ends_with(&request.path) {
        return Err(TransportError::Address);
    }
    let built = http::Request::from(built);
    let answer = built.send().await.map_err(|_| TransportError::Network)?;
    match answer.type_() {
        ResponseType::Opaqueredirect => Err(TransportError::Redirected),
        _ => Ok(answer),
    }
}

async fn read_body(answer: &http::Response) -> Result<Vec<u8>, TransportError> {
    let mut body = Vec::new();
    let Some(stream) = answer.body() else {
        return Ok(body);
    };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    loop {
        let chunk = JsFuture::from(reader.read()).await;
        let chunk = chunk.map_err(|_| TransportError::Network)?;
        let member = |name: &str| Reflect::get(&chunk, &JsValue::from_str(name));
        let value = member("value").ok().and_then(|value| value.dyn_into().ok());
        let Some(value) = value else {
            return Ok(body);
        };
        let value: Uint8Array = value;
        let start = body.len();
        if start + value.length() as usize > LARGEST_BODY {
            return Err(TransportError::TooLarge);
        }
        body.resize(start + value.length() as usize, 0);
        value.copy_to(&mut body[start..]);
        // It may hold a key.
        value.fill(0, 0, value.length());
    }
}

struct AbortOnDrop(AbortController);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// The outcome of a future, unless the time is over first.
async fn within<T>(millis: i32, future: impl Future<Output = T>) -> Result<T, TransportError> {
    let mut future = pin!(future);
    let mut over = pin!(sleep(millis));
    poll_fn(|context| {
        if let Poll::Ready(outcome) = future.as_mut().poll(context) {
            return Poll::Ready(Ok(outcome));
        }
        over.as_mut()
            .poll(context)
            .map(|()| Err(TransportError::Timeout))
    })
    .await
}

async fn sleep(millis: i32) {
    let timer = Timer(Cell::new(None));
    let promise = Promise::new(&mut |resolve, _| {
        let window = web_sys::window();
        timer.0.set(window.and_then(|window| {
            window
                .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, millis)
                .ok()
        }));
    });
    let _ = JsFuture::from(promise).await;
}

/// Leaves no timer behind when nobody waits for it any more.
struct Timer(Cell<Option<i32>>);

impl Drop for Timer {
    fn drop(&mut self) {
        if let (Some(handle), Some(window)) = (self.0.get(), web_sys::window()) {
            window.clear_timeout_with_handle(handle);
        }
    }
}
