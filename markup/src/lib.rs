//! The two macros of Latchkey's views, [`view!`] and [`macro@component`].
//!
//! They read the notation of Leptos (and parse it with the same parser), but what they write is
//! data: `view!` turns the fixed part of its markup into one string, a template, and the rest into a
//! list of parts, both of which one interpreter in `latchkey::dom` puts into the page. Leptos makes
//! a type, and with it machine code, of each piece of markup.

mod component;
mod template;
mod view;

use proc_macro::TokenStream;

/// Markup as a `latchkey::dom::Fragment`.
///
/// - `<div class="x" id=id>`: attributes, a literal or an expression. `class:name=`, `style:name=`,
///   `prop:name=`, `on:event=` and `node_ref=` as in Leptos.
/// - `{expression}`: whatever implements `dom::IntoPart`; a closure is followed.
/// - `<Name prop=value flag>…</Name>`: a function made by [`macro@component`]; a name alone is short
///   for `name=name`.
#[proc_macro]
pub fn view(markup: TokenStream) -> TokenStream {
    view::expand(markup.into())
        .unwrap_or_else(|error| error.to_compile_error())
        .into()
}

/// A function with named parameters, to be used as an element of [`view!`]. It runs untracked.
///
/// `#[prop(optional)]` on a parameter that may be left out (an `Option` is given by its content, with
/// `optional_no_strip` as it is), `#[prop(into)]` on one that is converted.
#[proc_macro_attribute]
pub fn component(_: TokenStream, function: TokenStream) -> TokenStream {
    component::expand(function.into())
        .unwrap_or_else(|error| error.to_compile_error())
        .into()
}
