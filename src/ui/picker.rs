//! A labelled choice of one out of several, on the native select.

use web_sys::HtmlSelectElement;

use super::Handler;

use super::icon::{self, Icon};
use super::ids;
use crate::dom::{CollectFragment, Fragment, NodeRef, Words, component, view};
use crate::i18n::text;
use crate::reactive::*;

/// Something that can be chosen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choice {
    /// What stands for it in code and addresses; not empty.
    pub value: String,
    /// What a person reads.
    pub label: String,
    /// Shown, but not to be chosen now.
    pub disabled: bool,
    /// Stands in a group of its own at the end (see `apart` of [`Picker`]).
    pub apart: bool,
}

impl Choice {
    /// A choice that can be made.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            disabled: false,
            apart: false,
        }
    }
}

/// A native select with its label. While nothing is chosen (an empty `chosen`) it says so.
#[component]
pub fn Picker(
    #[prop(into)] label: Words,
    #[prop(into)] options: Signal<Vec<Choice>>,
    #[prop(into)] chosen: Signal<String>,
    #[prop(into)] on_choose: Handler<String>,
    /// A line under it.
    #[prop(optional, into)]
    hint: Option<Words>,
    /// The name of the group of options that stand apart.
    #[prop(optional, into)]
    apart: Option<Words>,
    /// What is wrong with the choice.
    #[prop(optional, into)]
    wrong: Signal<Option<String>>,
    /// Links of a summary of errors lead here.
    #[prop(optional, into)]
    id: Option<String>,
) -> Fragment {
    let id = id.unwrap_or_else(ids::unique);
    let hint_id = hint.is_some().then(ids::unique);
    let wrong_id = ids::unique();
    let (described, wrong_named) = (hint_id.clone(), wrong_id.clone());
    let described_by = move || {
        let wrong = wrong.get().is_some().then(|| wrong_named.clone());
        let both: Vec<_> = [described.clone(), wrong].into_iter().flatten().collect();
        (!both.is_empty()).then(|| both.join(" "))
    };
    let select = NodeRef::<HtmlSelectElement>::new();
    // After the options have changed the element has forgotten its value: set it again, always.
    effect(move || {
        options.track();
        let value = chosen.get();
        if let Some(select) = select.get() {
            request_animation_frame(move || select.set_value(&value));
        }
    });
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <div class="select-wrap">
                <select
                    class="select"
                    id=id
                    aria-invalid=move || wrong.get().is_some().then_some("true")
                    aria-describedby=described_by
                    node_ref=select
                    on:change=move |event| on_choose.call(event_target_value(&event))
                >
                    {move || {
                        let nothing = chosen.with(String::is_empty);
                        nothing.then(|| view! { <option value="" selected>{text::PICKER_CHOOSE}</option> })
                    }}
                    {move || {
                        let chosen = chosen.get();
                        let (others, usual): (Vec<_>, Vec<_>) =
                            options.get().into_iter().partition(|choice| choice.apart);
                        let views = |choices: Vec<Choice>| {
                            choices.into_iter().map(|choice| option(choice, &chosen)).collect_view()
                        };
                        let group = (!others.is_empty()).then(|| {
                            let label = apart.as_ref().map(Words::get);
                            view! { <optgroup label=label>{views(others)}</optgroup> }
                        });
                        (views(usual), group)
                    }}
                </select>
                <Icon of=icon::DOWN/>
            </div>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
            {move || wrong.get().map(|wrong| view! { <p class="wrong" id=wrong_id.clone()>{wrong}</p> })}
        </div>
    }
}

fn option(choice: Choice, chosen: &str) -> Fragment {
    let selected = choice.value == chosen;
    view! {
        <option value=choice.value selected=selected disabled=choice.disabled>{choice.label}</option>
    }
}
