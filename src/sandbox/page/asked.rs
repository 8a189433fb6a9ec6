//! From the arguments of `fetch` to a request.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, RequestInit};

use crate::sandbox::http::{Headers, Request};

/// A call of `fetch` that is for the sandbox.
pub struct Asked {
    request: web_sys::Request,
    site: String,
    /// Path and query behind the version.
    target: String,
}

impl Asked {
    /// Reads the arguments of `fetch`; `None` when they are not for the sandbox at `site`, an error
    /// when `fetch` would refuse them.
    pub fn read(input: &JsValue, init: &JsValue, site: &str) -> Option<Result<Asked, JsValue>> {
        let given = input.dyn_ref::<web_sys::Request>();
        let address = match given {
            Some(request) => request.url(),
            None => absolute(input)?,
        };
        let target = below(&address, site)?;
        let init: &RequestInit = init.unchecked_ref();
        let request = match given {
            Some(request) if init.is_undefined() => Ok(Clone::clone(request)),
            Some(request) => web_sys::Request::new_with_request_and_init(request, init),
            None if init.is_undefined() => web_sys::Request::new_with_str(&address),
            None => web_sys::Request::new_with_str_and_init(&address, init),
        };
        Some(request.map(|request| Asked {
            request,
            site: site.to_owned(),
            target,
        }))
    }

    pub fn signal(&self) -> AbortSignal {
        self.request.signal()
    }

    /// The request with its whole body, whatever it was given as.
    pub async fn request(&self) -> Result<Request, JsValue> {
        let mut request = Request::new(&self.request.method(), &self.site, &self.target);
        let headers = Array::from(&self.request.headers());
        let pairs = headers.iter().filter_map(|pair| {
            let part = |place: u32| Reflect::get_u32(&pair, place).ok()?.as_string();
            Some((part(0)?, part(1)?))
        });
        request.headers = pairs.collect::<Headers>();
        let body = JsFuture::from(self.request.array_buffer()?).await?;
        request.body = Uint8Array::new(&body).to_vec();
        Ok(request)
    }
}

/// The address as the page resolves it.
fn absolute(input: &JsValue) -> Option<String> {
    let text = match input.as_string() {
        Some(text) => text,
        None => input.dyn_ref::<web_sys::Url>()?.href(),
    };
    let base = web_sys::window()?.document()?.base_uri().ok()??;
    web_sys::Url::new_with_base(&text, &base)
        .ok()
        .map(|url| url.href())
}

/// Path and query behind the version, when the address is the sandbox's.
fn below(address: &str, site: &str) -> Option<String> {
    let rest = address.strip_prefix(site)?.strip_prefix("/v1")?;
    let rest = rest.split('#').next().unwrap_or_default();
    (rest.is_empty() || rest.starts_with(['/', '?'])).then(|| rest.to_owned())
}
