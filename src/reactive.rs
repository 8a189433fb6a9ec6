//! Leptos's signals with one compiled form for values of all types.
//!
//! The originals compile their whole machinery (guards, locks, arena, notification) for each type
//! and each operation used: 150 kB of WebAssembly here. These keep values as `Rc<dyn Any>` and leave
//! to Leptos what does not depend on the type: who reads what, when effects run, and what an owner
//! takes with it. They are named and behave like the originals, but stay on the page's thread, so
//! that nothing has to be `Send`.

mod call;
mod derived;
mod effect;
mod later;
mod memo;
mod signal;
mod stored;
#[cfg(test)]
mod tests;

pub use call::{Call, CallMut};
pub use derived::Signal;
pub use effect::{effect, effect_after, spawn_local};
pub use later::Later;
pub use leptos::prelude::{
    ArcTrigger, Notify, Owner, Track, event_target, event_target_checked, event_target_value,
    expect_context, on_cleanup, provide_context, request_animation_frame, set_timeout, untrack,
    use_context, window_event_listener,
};
pub use memo::Memo;
pub use signal::{GlobalSignal, RwSignal};
pub use stored::StoredValue;

/// What a handle that outlived its owner comes to: a fault of ours.
#[cold]
fn gone() -> ! {
    panic!("a reactive value was used after its owner had gone")
}
