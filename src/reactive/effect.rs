//! What runs when values change, and what runs on its own.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::Effect;

use super::CallMut;

/// An effect of the current owner: runs soon, and again whenever what it read changes.
pub fn effect(mut run: impl FnMut() + 'static) {
    new(Box::new(move |()| run()));
}

/// An effect that is given what its last run returned; nothing at the first.
pub fn effect_after<T: 'static>(mut run: impl FnMut(Option<T>) -> T + 'static) {
    let mut last = None;
    new(Box::new(move |()| last = Some(run(last.take()))));
}

fn new(mut run: Box<dyn CallMut<()>>) {
    Effect::new(move |_: Option<()>| run.call_mut(()));
}

/// Runs a future on the page's thread; what it belongs to may be gone when it ends.
pub fn spawn_local(future: impl Future<Output = ()> + 'static) {
    let future: Pin<Box<dyn Future<Output = ()>>> = Box::pin(future);
    wasm_bindgen_futures::spawn_local(future);
}
