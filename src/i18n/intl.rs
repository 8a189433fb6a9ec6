//! The browser's `Intl`, reached through one door: each formatter is made once per language and
//! kept. Outside a browser (host tests) every call answers `None`, and callers fall back.

use super::Lang;

/// A formatter that the interface uses.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Plural,
    Number,
    /// Amounts in the currency with these letters, with exactly so many places behind the point.
    Money([u8; 3], u32),
    Byte,
    Kilobyte,
    Megabyte,
    Gigabyte,
    Date,
    DateUtc,
    DateTime,
    DateTimeUtc,
    Relative,
    List,
    Country,
    Language,
}

/// Whether a count takes the singular in a language.
pub(super) fn is_one(lang: Lang, count: u32) -> bool {
    match call(lang, Kind::Plural, &count.into(), None) {
        Some(form) => form == "one",
        None => count == 1 || (count == 0 && lang == Lang::Fr),
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(super) fn call(_: Lang, _: Kind, _: &Argument, _: Option<&str>) -> Option<String> {
    None
}

#[cfg(not(target_arch = "wasm32"))]
pub(super) use host::{Argument, array};

/// Stands for a JavaScript value where there are none.
#[cfg(not(target_arch = "wasm32"))]
mod host {
    pub(in crate::i18n) struct Argument;

    pub(in crate::i18n) fn array(_: &[String]) -> Argument {
        Argument
    }

    macro_rules! from {
        ($($type:ty),*) => {
            $(impl From<$type> for Argument {
                fn from(_: $type) -> Self {
                    Argument
                }
            })*
        };
    }

    from!(f64, i32, u32, &str);
}

#[cfg(target_arch = "wasm32")]
pub(super) use browser::{array, call};

#[cfg(target_arch = "wasm32")]
mod browser {
    use std::cell::RefCell;

    use js_sys::{Array, Function, JSON, Reflect};
    use wasm_bindgen::{JsCast, JsValue};

    use super::{Kind, Lang};

    /// A kept formatter: its object and the method that is asked.
    type Kept = (Lang, Kind, JsValue, Function);

    thread_local! {
        static FORMATTERS: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
    }

    /// Asks a formatter; `None` when the browser lacks it or refuses the value.
    pub(in crate::i18n) fn call(
        lang: Lang,
        kind: Kind,
        value: &JsValue,
        unit: Option<&str>,
    ) -> Option<String> {
        let known = FORMATTERS.with_borrow(|all| {
            all.iter()
                .find(|kept| kept.0 == lang && kept.1 == kind)
                .cloned()
        });
        let (_, _, object, method) = known.or_else(|| {
            let made = make(lang, kind)?;
            FORMATTERS.with_borrow_mut(|all| all.push(made.clone()));
            Some(made)
        })?;
        match unit {
            Some(unit) => method.call2(&object, value, &unit.into()),
            None => method.call1(&object, value),
        }
        .ok()?
        .as_string()
    }

    /// The array that `Intl.ListFormat` takes.
    pub(in crate::i18n) fn array(items: &[String]) -> JsValue {
        items
            .iter()
            .map(|item| JsValue::from_str(item))
            .collect::<Array>()
            .into()
    }

    fn make(lang: Lang, kind: Kind) -> Option<Kept> {
        let (class, options, method) = match kind {
            Kind::Money(letters, places) => ("NumberFormat", &*currency(letters, places), "format"),
            kind => specification(kind),
        };
        let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let class: Function = Reflect::get(&intl, &class.into()).ok()?.dyn_into().ok()?;
        let arguments = Array::of2(&tag(lang).into(), &JSON::parse(options).ok()?);
        let object = Reflect::construct(&class, &arguments).ok()?;
        let method = Reflect::get(&object, &method.into())
            .ok()?
            .dyn_into()
            .ok()?;
        Some((lang, kind, object, method))
    }

    /// The visitor's own variety of the language (`en-GB`, `fr-CA`), else the language.
    fn tag(lang: Lang) -> String {
        let own = crate::browser::languages();
        own.into_iter()
            .find(|tag| Lang::from_tag(tag) == Some(lang))
            .unwrap_or_else(|| lang.code().to_owned())
    }

    /// Browsers know the places of a currency; an exact amount may need more of them.
    fn currency(letters: [u8; 3], places: u32) -> String {
        let code = letters.map(char::from);
        let code = code.iter().collect::<String>();
        format!(
            r#"{{"style":"currency","currency":"{code}","minimumFractionDigits":{places},"maximumFractionDigits":{places}}}"#
        )
    }

    /// Class of `Intl`, its options as JSON, and the method to ask.
    fn specification(kind: Kind) -> (&'static str, &'static str, &'static str) {
        match kind {
            Kind::Plural => ("PluralRules", "{}", "select"),
            Kind::Number | Kind::Money(..) => ("NumberFormat", "{}", "format"),
            Kind::Byte => (
                "NumberFormat",
                r#"{"style":"unit","unit":"byte","unitDisplay":"long"}"#,
                "format",
            ),
            Kind::Kilobyte => (
                "NumberFormat",
                r#"{"style":"unit","unit":"kilobyte","maximumFractionDigits":0}"#,
                "format",
            ),
            Kind::Megabyte => (
                "NumberFormat",
                r#"{"style":"unit","unit":"megabyte","maximumFractionDigits":0}"#,
                "format",
            ),
            Kind::Gigabyte => (
                "NumberFormat",
                r#"{"style":"unit","unit":"gigabyte","maximumFractionDigits":1}"#,
                "format",
            ),
            Kind::Date => (
                "DateTimeFormat",
                r#"{"year":"numeric","month":"short","day":"numeric"}"#,
                "format",
            ),
            Kind::DateUtc => (
                "DateTimeFormat",
                r#"{"year":"numeric","month":"short","day":"numeric","timeZone":"UTC"}"#,
                "format",
            ),
            Kind::DateTime => (
                "DateTimeFormat",
                r#"{"year":"numeric","month":"short","day":"numeric","hour":"2-digit","minute":"2-digit","timeZoneName":"short"}"#,
                "format",
            ),
            Kind::DateTimeUtc => (
                "DateTimeFormat",
                r#"{"year":"numeric","month":"short","day":"numeric","hour":"2-digit","minute":"2-digit","timeZoneName":"short","timeZone":"UTC"}"#,
                "format",
            ),
            Kind::Relative => ("RelativeTimeFormat", r#"{"numeric":"auto"}"#, "format"),
            Kind::List => ("ListFormat", "{}", "format"),
            Kind::Country => ("DisplayNames", r#"{"type":"region"}"#, "of"),
            Kind::Language => (
                "DisplayNames",
                r#"{"type":"language","languageDisplay":"standard","fallback":"none"}"#,
                "of",
            ),
        }
    }
}
