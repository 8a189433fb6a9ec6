//! Step 1: which lines are cancelled, each whole.

use super::desk::CancelDesk;
use super::ways_on::Ways;
use super::words;
use crate::dom::{CollectFragment, Fragment, component, view};
use crate::i18n::{format, lang, text};
use crate::model::SoftwareItemId;
use crate::model::cancellation::Line;
use crate::model::draft::CancelStep;
use crate::paths;
use crate::reactive::*;
use crate::ui::{Foreign, Note, StepHeading, Tone};

#[component]
pub(super) fn Lines(desk: CancelDesk) -> Fragment {
    let blamed = RwSignal::new(false);
    let problem = Signal::derive(move || {
        let none = desk.selection().numbers().is_empty();
        none.then_some(text::CANCEL_LINES_NEEDED)
    });
    let rows = move || {
        let lines = desk.lines.get().unwrap_or_default();
        lines
            .iter()
            .cloned()
            .map(|line| row(line, desk))
            .collect_view()
    };
    view! {
        <StepHeading words=text::CANCEL_LINES_QUESTION/>
        <p class="quiet">{text::CANCEL_LINES_WHOLE}</p>
        <fieldset class="choice-list">
            <legend class="sr-only">{text::CANCEL_LINES_QUESTION}</legend>
            {rows}
        </fieldset>
        {move || (blamed.get()).then(|| problem.get()).flatten().map(|problem| view! {
            <Note tone=Tone::Bad><p role="alert">{problem}</p></Note>
        })}
        <Ways desk step=CancelStep::Lines blocked=Signal::derive(move || problem.get().is_some()) on_blocked=move |()| blamed.set(true)/>
    }
}

fn row(line: Line, desk: CancelDesk) -> Fragment {
    let able = line.is_cancellable();
    let number = line.number;
    let chosen = move || desk.selection().has(number);
    let choose = move |event: web_sys::Event| {
        let checked = event_target_checked(&event);
        desk.change(|draft| {
            // What was read was about another choice.
            draft.acknowledged = false;
            draft.lines.retain(|one| *one != number);
            if checked {
                draft.lines.push(number);
            }
        });
    };
    let several = able && line.quantity.is_some_and(|quantity| quantity > 1);
    let item = line.catalog_item().filter(|_| several);
    let some = move || {
        let (named, order) = (desk.customer.named()?, desk.id.get()?);
        let item = item.clone()?;
        let id = SoftwareItemId {
            order,
            line: number,
            product: item.product,
            sku: item.sku,
        };
        let href = paths::return_some(&named, &id).to_string();
        Some(view! { <a href=href>{text::RETURNS_LINK}</a> })
    };
    let (may, quantity) = (line.may.clone(), line.quantity);
    view! {
        <div class="choice" class:off=!able>
            <label>
                <input type="checkbox" disabled=!able prop:checked=chosen on:change=choose/>
                <span>
                    <Foreign text=words::name(&line)/>
                    {quantity.map(|quantity| view! {
                        <span class="quiet number">" × " {move || format::number(lang(), quantity as f64)}</span>
                    })}
                    <span class="sub">{move || words::may(lang(), &may)}</span>
                </span>
            </label>
            {some}
        </div>
    }
}
