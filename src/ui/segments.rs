//! A choice between few, side by side: native radio buttons in one strip.

use super::Handler;

use super::{Choice, ids};
use crate::dom::{CollectFragment, Fragment, Words, component, view};
use crate::reactive::*;

/// A group of radio buttons with its label.
#[component]
pub fn Segments(
    #[prop(into)] label: Words,
    #[prop(into)] options: Signal<Vec<Choice>>,
    #[prop(into)] chosen: Signal<String>,
    #[prop(into)] on_choose: Handler<String>,
) -> Fragment {
    let name = ids::unique();
    let segment = move |choice: Choice| {
        let value = choice.value.clone();
        view! {
            <label>
                <input
                    type="radio"
                    name=name.clone()
                    value=choice.value
                    prop:checked=move || chosen.with(|chosen| *chosen == value)
                    disabled=choice.disabled
                    on:change=move |event| on_choose.call(event_target_value(&event))
                />
                {choice.label}
            </label>
        }
    };
    let segment = StoredValue::new(segment);
    view! {
        <fieldset class="field">
            <legend>{label}</legend>
            <div class="choices">
                {move || segment.with_value(|segment| options.get().into_iter().map(segment).collect_view())}
            </div>
        </fieldset>
    }
}
