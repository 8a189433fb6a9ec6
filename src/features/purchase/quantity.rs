//! A quantity, checked against the limits of what is bought while it is typed.

use crate::dom::{Fragment, Words, component, view};
use crate::i18n::{Lang, format, lang, text};
use crate::model::quantity::{QuantityLimits, QuantityProblem};
use crate::reactive::*;
use crate::ui::{Handler, TextField, Typed};

/// What is wrong with a quantity, in words.
pub(super) fn problem(lang: Lang, problem: QuantityProblem) -> String {
    let number = |count: u32| format::number(lang, f64::from(count));
    match problem {
        QuantityProblem::Empty => text::QUANTITY_EMPTY.get(lang).to_owned(),
        QuantityProblem::NotWhole => text::quantity_not_whole(lang, "10"),
        QuantityProblem::TooFew(least) => text::quantity_too_few(lang, &number(least)),
        QuantityProblem::TooMany(most) => text::quantity_too_many(lang, &number(most)),
    }
}

/// A field for a quantity. An empty one is not blamed while it is being typed into: whoever uses the
/// quantity says so.
#[component]
pub(super) fn QuantityField(
    #[prop(into)] label: Words,
    typed: RwSignal<String>,
    #[prop(into)] limits: Signal<QuantityLimits>,
    /// Told of what is typed, right or wrong.
    #[prop(optional, into)]
    on_input: Option<Handler<()>>,
    /// Says so of an empty field too.
    #[prop(optional, into)]
    strict: Signal<bool>,
    #[prop(optional)] label_hidden: bool,
) -> Fragment {
    let wrong = Signal::derive(move || {
        let problem = limits.get().check(&typed.get()).err()?;
        let silent = problem == QuantityProblem::Empty && !strict.get();
        (!silent).then(|| self::problem(lang(), problem))
    });
    let input = move |value: String| {
        typed.set(value);
        if let Some(on_input) = on_input {
            on_input.call(());
        }
    };
    view! {
        <TextField
            label
            value=typed
            on_input=input
            typed=Typed::Number
            wrong
            narrow=true
            label_hidden
        />
    }
}
