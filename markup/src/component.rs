//! From a function to a component: the same function over a struct of its parameters, which has a
//! builder.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::punctuated::Punctuated;
use syn::{
    Attribute, Error, FnArg, Ident, ItemFn, Pat, PatType, Path, Result, Token, Type, parse2,
};

pub fn expand(function: TokenStream) -> Result<TokenStream> {
    let ItemFn {
        attrs,
        vis,
        sig,
        block,
        ..
    } = parse2(function)?;
    let name = &sig.ident;
    let props = format_ident!("{name}Props");
    let builder = format_ident!("{name}PropsBuilder");
    let output = &sig.output;
    let inputs = sig.inputs.iter().map(Prop::read);
    let inputs: Vec<Prop> = inputs.collect::<Result<_>>()?;
    let fields = inputs.iter().map(|prop| prop.field(&vis));
    let names = inputs.iter().map(|prop| &prop.name);
    let about = format!("Properties of [`{name}`].");
    Ok(quote! {
        #[doc = #about]
        #[derive(::leptos::typed_builder_macro::TypedBuilder)]
        #[builder(crate_module_path = ::leptos::typed_builder)]
        #vis struct #props {
            #(#fields),*
        }

        impl crate::dom::Props for #props {
            type Builder = #builder;
            fn builder() -> Self::Builder {
                #props::builder()
            }
        }

        #(#attrs)*
        #[allow(non_snake_case, reason = "a component is named as a type")]
        #vis fn #name(props: #props) #output {
            let #props { #(#names),* } = props;
            ::leptos::prelude::untrack(move || #block)
        }
    })
}

/// A parameter.
struct Prop {
    docs: Vec<Attribute>,
    name: Ident,
    kind: Type,
    optional: bool,
    into: bool,
    /// Given as the `Option` that it is.
    whole: bool,
}

impl Prop {
    fn read(input: &FnArg) -> Result<Self> {
        let FnArg::Typed(PatType { attrs, pat, ty, .. }) = input else {
            return Err(Error::new_spanned(input, "a component has no self"));
        };
        let Pat::Ident(pattern) = pat.as_ref() else {
            return Err(Error::new_spanned(pat, "a property has a name"));
        };
        let mut prop = Self {
            docs: Vec::new(),
            name: pattern.ident.clone(),
            kind: ty.as_ref().clone(),
            optional: false,
            into: false,
            whole: false,
        };
        for attribute in attrs {
            if !attribute.path().is_ident("prop") {
                prop.docs.push(attribute.clone());
                continue;
            }
            let options = Punctuated::<Path, Token![,]>::parse_terminated;
            for option in attribute.parse_args_with(options)? {
                if option.is_ident("optional") {
                    prop.optional = true;
                } else if option.is_ident("optional_no_strip") {
                    prop.optional = true;
                    prop.whole = true;
                } else if option.is_ident("into") {
                    prop.into = true;
                } else {
                    return Err(Error::new_spanned(
                        option,
                        "`optional`, `optional_no_strip` or `into`",
                    ));
                }
            }
        }
        Ok(prop)
    }

    fn field(&self, vis: &syn::Visibility) -> TokenStream {
        let Self {
            docs, name, kind, ..
        } = self;
        let default = self.optional.then(|| quote!(default,));
        let strip =
            (self.optional && !self.whole && is_option(kind)).then(|| quote!(strip_option,));
        let into = self.into.then(|| quote!(into,));
        quote! {
            #(#docs)*
            #[builder(#default setter(#strip #into))]
            #vis #name: #kind
        }
    }
}

fn is_option(kind: &Type) -> bool {
    match kind {
        Type::Path(path) => path
            .path
            .segments
            .last()
            .is_some_and(|last| last.ident == "Option"),
        _ => false,
    }
}
