//! What one tab has changed, told to the others of the same installation, so that none of them goes
//! on showing what is no more.

use js_sys::JsString;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

use crate::query::Queries;
use crate::reactive::expect_context;
use crate::{kept, paths};

thread_local! {
    // A browser without it shows what is new once its page is opened again.
    static CHANNEL: Option<BroadcastChannel> =
        BroadcastChannel::new(&format!("latchkey:{}", paths::base())).ok();
}

/// Reads anew what other tabs say is out of date.
pub fn provide_news() {
    let queries = expect_context::<Queries>();
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Ok(stale) = event.data().dyn_into::<JsString>() {
            let stale = String::from(stale);
            if !kept::heard(&stale) {
                queries.invalidate(&stale);
            }
        }
    });
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        }
    });
    // As long as the page.
    heard.forget();
}

/// Tells the other tabs that everything whose key begins so is out of date.
pub fn tell(stale: &str) {
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            // Fails only once the channel is closed, which it never is.
            let _ = channel.post_message(&stale.into());
        }
    });
}
