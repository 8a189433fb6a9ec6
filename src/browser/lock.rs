//! One tab at a time (W3C, "Web Locks API").

use futures::channel::oneshot;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// A lock that is held; dropping it lets the next tab in, and so does the end of the page.
pub struct Held {
    release: Option<Function>,
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(release) = self.release.take() {
            // Resolving a promise does not fail.
            let _ = release.call0(&JsValue::NULL);
        }
    }
}

/// Waits until no other tab of this site holds the lock of that name. Where there are no such locks
/// (pages over plain http) nobody is waited for.
pub async fn hold(name: &str) -> Held {
    let nobody = Held { release: None };
    let Some(locks) = manager() else {
        return nobody;
    };
    let (granted, waiting) = oneshot::channel();
    let callback = Closure::once_into_js(move |_lock: JsValue| {
        let mut release = None;
        let held = Promise::new(&mut |resolve, _| release = Some(resolve));
        // Nobody waits any more: the lock is let go at once.
        if let Err(held) = granted.send(Held { release }) {
            drop(held);
        }
        held
    });
    let request = Reflect::get(&locks, &"request".into());
    let asked = request
        .and_then(|request| request.dyn_into::<Function>())
        .and_then(|request| request.call2(&locks, &name.into(), &callback));
    match asked {
        Ok(_) => waiting.await.unwrap_or(nobody),
        Err(_) => nobody,
    }
}

fn manager() -> Option<JsValue> {
    let navigator = super::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    locks.is_object().then_some(locks)
}
