//! The purchases, each with its box, or with the reason why it has none.

use super::desk::{Row, SeveralDesk};
use crate::dom::{Fragment, component, each, view};
use crate::features::cancel::words;
use crate::features::software::words as software_words;
use crate::i18n::{counted, format, lang, text};
use crate::model::cancellation::MayCancel;
use crate::paths;
use crate::reactive::*;
use crate::ui::{CheckBox, Foreign};

#[component]
pub(super) fn Choice(desk: SeveralDesk) -> Fragment {
    let caption = move || text::several_caption(lang(), &desk.customer.full_name());
    let rows = move || desk.rows.get().unwrap_or_default().to_vec();
    let able = move || rows().iter().filter(|row| row.is_able()).count();
    let all = Signal::derive(move || {
        let chosen = desk.chosen().len();
        chosen > 0 && chosen == able()
    });
    let counted = move || {
        let all = format::number(lang(), able() as f64);
        text::several_counted(lang(), counted(desk.chosen().len()), &all)
    };
    let key = |row: &Row| {
        let item = &row.item;
        format!("{}/{}/{}", item.id.order, item.id.line, row.is_able())
    };
    view! {
        <div class="choice all">
            <CheckBox label=text::SEVERAL_ALL checked=all on_change=move |chosen| desk.choose_all(chosen)/>
            <p class="quiet small" role="status">{counted}</p>
        </div>
        <table class="table several" role="table">
            <caption class="sr-only">{caption}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col" class="tick"><span class="sr-only">{text::SEVERAL_CHOICE}</span></th>
                    <th role="columnheader" scope="col" class="main">{text::SOFTWARE_PRODUCT}</th>
                    <th role="columnheader" scope="col">{text::SOFTWARE_ORDER_NUMBER}</th>
                    <th role="columnheader" scope="col">{text::SOFTWARE_WINDOW}</th>
                    <th role="columnheader" scope="col" class="end">{text::CANCEL_CREDIT}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{each(rows, key, move |row| view! { <ChoiceRow row desk/> })}</tbody>
        </table>
    }
}

#[component]
fn ChoiceRow(row: Row, desk: SeveralDesk) -> Fragment {
    let able = row.is_able();
    let Row { item, may } = row;
    let id = StoredValue::new(item.id.clone());
    let name = software_words::name(&item);
    let label = name.clone();
    let number = item.order_number.clone();
    let of = number.clone();
    let href = move || {
        let named = desk.customer.named()?;
        Some(paths::software_item(&named, &id.get_value()).to_string())
    };
    let credit = match &may {
        MayCancel::Now(credit) => Some(credit.clone()),
        MayCancel::ReportOnly(_) | MayCancel::No(_) => None,
    };
    let credit = move || {
        let credit = credit.as_ref()?;
        Some(match &credit.amount {
            Some(amount) => format::money(lang(), amount),
            None => words::credit_kind(credit).now().to_owned(),
        })
    };
    let quantity = item.quantity;
    view! {
        <tr role="row" class:off=!able>
            <td role="cell" class="tick">
                <input
                    type="checkbox"
                    aria-label=move || text::several_one(lang(), &label, &of)
                    disabled=move || !able || desk.held.get()
                    prop:checked=move || id.with_value(|id| desk.has(id))
                    on:change=move |event| {
                        id.with_value(|id| desk.choose(id, event_target_checked(&event)));
                    }
                />
            </td>
            <td role="rowheader" class="main">
                <a href=href><Foreign text=name/></a>
                {quantity.map(|quantity| view! {
                    <span class="quiet number">" × " {move || format::number(lang(), quantity as f64)}</span>
                })}
            </td>
            <td role="cell" data-label=text::SOFTWARE_ORDER_NUMBER><span class="mono">{number}</span></td>
            <td role="cell" data-label=text::SOFTWARE_WINDOW>
                <span>{move || words::may(lang(), &may)}</span>
            </td>
            <td role="cell" class="end number" data-label=text::CANCEL_CREDIT>{credit}</td>
        </tr>
    }
}
