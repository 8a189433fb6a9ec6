//! Prices as the server gave them; where it gave none, that is said.

use crate::dom::{CollectFragment, Fragment, component, view};
use crate::i18n::{counted, format, lang, text};
use crate::model::Money;
use crate::model::money::Totals;

/// One price, or that there is none.
#[component]
pub(in crate::features) fn Prices(price: Option<Money>) -> Fragment {
    match price {
        Some(price) => view! { {move || format::money(lang(), &price)} },
        None => view! { <span class="quiet small">{text::REVIEW_NO_PRICE}</span> },
    }
}

/// A sum for each currency, and how much is not in them.
#[component]
pub(in crate::features) fn Sums(totals: Totals) -> Fragment {
    let unpriced = counted(totals.unpriced);
    if totals.priced == 0 {
        return view! { <p class="quiet">{text::REVIEW_NO_PRICES}</p> };
    }
    let sums = totals.sums.into_iter().map(|sum| {
        view! {
            <p class="sum">{move || format::money(lang(), &sum)}</p>
        }
    });
    view! {
        <span class="quiet small">{text::REVIEW_TOTAL}</span>
        {sums.collect_view()}
        {(unpriced > 0).then(|| view! {
            <p class="small">{move || text::review_some_unpriced(lang(), unpriced)}</p>
        })}
        <p class="quiet small">{text::REVIEW_BEFORE_TAX}</p>
    }
}
