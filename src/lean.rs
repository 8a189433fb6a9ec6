//! Non-generic fronts of generic machinery. Each closure that is handed to the originals has them
//! compiled anew, a kilobyte or two of page each time; boxed, all share one copy.

use std::future::Future;
use std::pin::Pin;

use leptos::oco::Oco;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

/// Runs a future on the page's thread; what it belongs to may be gone when it ends.
pub fn spawn_local(future: impl Future<Output = ()> + 'static) {
    let future: Pin<Box<dyn Future<Output = ()>>> = Box::pin(future);
    leptos::task::spawn_local(future);
}

/// An effect of the current owner: runs soon, and again whenever what it read changes.
pub fn effect(run: impl FnMut() + 'static) {
    let run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(run);
}

/// A text prop as a view or an attribute's value.
pub fn words(words: TextProp) -> impl Fn() -> Oco<'static, str> + Clone + Send + Sync + 'static {
    move || words.get()
}
