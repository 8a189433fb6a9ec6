//! From markup to templates.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote, quote_spanned};
use rstml::node::{
    KeyedAttribute, KeyedAttributeValue, Node, NodeAttribute, NodeElement, NodeName,
};
use syn::spanned::Spanned;
use syn::{Error, Result};

use crate::template::{Operation, Template};

type Element = NodeElement<rstml::Infallible>;

pub fn expand(markup: TokenStream) -> Result<TokenStream> {
    let nodes = rstml::parse2(markup)?;
    fragment(&nodes)
}

/// Nodes side by side, as an expression of type `Fragment`.
fn fragment(nodes: &[Node]) -> Result<TokenStream> {
    match nodes {
        [Node::Element(element)] if is_component(element) => component(element),
        [Node::Element(element)] => {
            let mut template = Template::default();
            html(&mut template, element)?;
            Ok(template.finish())
        }
        nodes => {
            let mut template = Template::default();
            template.fixed(Operation::Fragment, "");
            children(&mut template, nodes)?;
            Ok(template.finish())
        }
    }
}

fn children(template: &mut Template, nodes: &[Node]) -> Result<()> {
    nodes.iter().try_for_each(|node| child(template, node))
}

fn child(template: &mut Template, node: &Node) -> Result<()> {
    match node {
        Node::Element(element) if is_component(element) => {
            let built = component(element)?;
            template.place(
                Operation::Child,
                "",
                quote!(crate::dom::Part::Fragment(#built)),
            );
        }
        Node::Element(element) => html(template, element)?,
        Node::Text(text) => {
            template.fixed(Operation::Text, &printable(&text.value_string(), text)?)
        }
        Node::Block(block) => {
            let block = block
                .try_block()
                .ok_or_else(|| Error::new(block.span(), "not an expression"))?;
            let value = unbraced(block);
            template.place(Operation::Child, "", part(&value));
        }
        Node::Fragment(inner) => children(template, &inner.children)?,
        Node::Comment(_) => {}
        other => return Err(Error::new(other.span(), "text stands in quotes")),
    }
    Ok(())
}

fn html(template: &mut Template, element: &Element) -> Result<()> {
    template.fixed(Operation::Open, &element.name().to_string());
    for attribute in element.attributes() {
        html_attribute(template, keyed(attribute)?)?;
    }
    children(template, &element.children)?;
    template.fixed(Operation::Close, "");
    Ok(())
}

fn html_attribute(template: &mut Template, attribute: &KeyedAttribute) -> Result<()> {
    let name = attribute.key.to_string();
    let (kind, name) = name.split_once(':').unwrap_or(("", &name));
    if kind.is_empty() && name != "node_ref" {
        let fixed = match &attribute.possible_value {
            KeyedAttributeValue::None => Some(String::new()),
            _ => attribute.value_literal_string(),
        };
        if let Some(fixed) = fixed {
            let fixed = printable(&format!("{name}={fixed}"), attribute)?;
            template.fixed(Operation::FixedAttribute, &fixed);
            return Ok(());
        }
    }
    let value = attribute
        .value()
        .map(ToTokens::to_token_stream)
        .ok_or_else(|| Error::new(attribute.span(), "needs a value"))?;
    let (operation, part) = match kind {
        "" if name == "node_ref" => (Operation::Element, part(&value)),
        "" => (Operation::Attribute, part(&value)),
        "class" => (Operation::Class, part(&value)),
        "style" => (Operation::Style, part(&value)),
        "prop" => (Operation::Property, part(&value)),
        "on" => {
            let event = event(name, attribute)?;
            (
                Operation::Listener,
                quote!(crate::dom::on::<::web_sys::#event>(#value)),
            )
        }
        _ => return Err(Error::new(attribute.span(), "no such kind of attribute")),
    };
    let operand = if operation as u8 == Operation::Element as u8 {
        ""
    } else {
        name
    };
    template.place(operation, operand, part);
    Ok(())
}

/// The interface of an event (HTML standard, *Events*; UI Events).
fn event(name: &str, at: &KeyedAttribute) -> Result<syn::Ident> {
    let interface = match name {
        "click" | "mousedown" => "MouseEvent",
        "keydown" => "KeyboardEvent",
        "focus" | "focusin" => "FocusEvent",
        "dragover" | "dragleave" | "drop" => "DragEvent",
        "submit" => "SubmitEvent",
        "input" | "change" | "close" => "Event",
        _ => {
            return Err(Error::new(
                at.span(),
                "add this event's interface to the macro",
            ));
        }
    };
    Ok(format_ident!("{interface}"))
}

/// A component with its properties, as an expression of type `Fragment`.
fn component(element: &Element) -> Result<TokenStream> {
    let name = element.name();
    let span = name.span();
    let path = name.to_token_stream();
    let mut built = quote_spanned!(span=> crate::dom::props(#path));
    for attribute in element.attributes() {
        let attribute = keyed(attribute)?;
        let key = &attribute.key;
        let value = match &attribute.possible_value {
            KeyedAttributeValue::None => key.to_token_stream(),
            _ => attribute
                .value()
                .map(ToTokens::to_token_stream)
                .ok_or_else(|| Error::new(attribute.span(), "needs a value"))?,
        };
        built = quote_spanned!(key.span()=> #built.#key(#value));
    }
    if !element.children.is_empty() {
        let children = fragment(&element.children)?;
        built = quote!(#built.children(crate::dom::ToChildren::to_children(move || #children)));
    }
    Ok(quote_spanned!(span=> #path(#built.build())))
}

fn is_component(element: &Element) -> bool {
    let NodeName::Path(path) = element.name() else {
        return false;
    };
    let last = path.path.segments.last();
    last.is_some_and(|last| {
        last.ident
            .to_string()
            .starts_with(|c: char| c.is_ascii_uppercase())
    })
}

fn keyed(attribute: &NodeAttribute) -> Result<&KeyedAttribute> {
    match attribute {
        NodeAttribute::Attribute(attribute) => Ok(attribute),
        NodeAttribute::Block(block) => Err(Error::new(block.span(), "needs a name")),
    }
}

fn part(value: &TokenStream) -> TokenStream {
    quote!(crate::dom::IntoPart::into_part(#value))
}

/// What stands between a block's braces, where that is one expression.
fn unbraced(block: &syn::Block) -> TokenStream {
    match block.stmts.as_slice() {
        [syn::Stmt::Expr(expression, None)] => expression.to_token_stream(),
        _ => block.to_token_stream(),
    }
}

/// Refuses what would be read as an operation.
fn printable(text: &str, at: &impl Spanned) -> Result<String> {
    if text.chars().any(char::is_control) {
        return Err(Error::new(at.span(), "no control characters in markup"));
    }
    Ok(text.to_owned())
}
