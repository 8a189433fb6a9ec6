//! The renderer of the views: [`view!`] and [`component`] as in Leptos, on Leptos's signals, but
//! with one compiled form for all markup.
//!
//! Leptos gives each piece of markup a type of its own, which is compiled with all that is done to
//! it; with this page's markup that was two thirds of its WebAssembly. Here a view is data: a
//! [template](template) and the [parts](Part) that fill its places, from which elements are made at
//! once. What changes later is a closure among the parts, and an effect of the owner at hand follows
//! it. Nothing is compared: a closure that gives markup makes it anew whenever something that it
//! read changes, so it reads no more than it has to (a `Memo` helps); one that gives text only
//! changes the text.

mod each;
mod fragment;
mod live;
mod node_ref;
mod part;
mod template;
mod words;

pub use each::each;
pub use fragment::{
    Children, ChildrenFn, CollectFragment, Fragment, Props, ToChildren, mount, props,
};
pub use markup::{component, view};
pub use node_ref::NodeRef;
pub use part::{IntoPart, Part, live, on};
pub use template::{build, given};
pub use words::Words;
