//! A template: the fixed part of some markup as a string of operations, each a control character
//! with its operand behind it, and the expressions that fill its places. `latchkey::dom` reads it.

use proc_macro2::TokenStream;
use quote::quote;

/// An operation. The numbers are known to `latchkey::dom::template` too.
#[derive(Clone, Copy)]
pub enum Operation {
    /// Several nodes side by side, at the beginning of a template only.
    Fragment = 1,
    /// Opens an element of this name.
    Open = 2,
    Close = 3,
    /// Fixed text.
    Text = 4,
    /// A place among the children.
    Child = 5,
    /// `name=value`.
    FixedAttribute = 6,
    /// The places below have their name behind them.
    Attribute = 7,
    /// A class that is there or not.
    Class = 8,
    /// A property of the element's style.
    Style = 14,
    Property = 15,
    /// A listener for an event.
    Listener = 16,
    /// Where the element itself is wanted.
    Element = 17,
}

/// A template being written.
#[derive(Default)]
pub struct Template {
    operations: String,
    parts: Vec<TokenStream>,
}

impl Template {
    /// Adds an operation that is complete in itself.
    pub fn fixed(&mut self, operation: Operation, operand: &str) {
        self.operations.push(char::from(operation as u8));
        self.operations.push_str(operand);
    }

    /// Adds a place and what fills it, a `latchkey::dom::Part`.
    pub fn place(&mut self, operation: Operation, operand: &str, part: TokenStream) {
        self.fixed(operation, operand);
        self.parts.push(part);
    }

    /// The expression that builds it.
    pub fn finish(self) -> TokenStream {
        let Self { operations, parts } = self;
        quote!(crate::dom::build(#operations, &mut [#(crate::dom::given(#parts)),*]))
    }
}
