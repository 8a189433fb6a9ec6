//! A cart whose availabilities had changed when it was ordered (404/400019): it is brought up to date
//! by the catalogue, and what changed is told.

use std::rc::Rc;

use crate::dom::{CollectFragment, Fragment, component, view};
use crate::features::purchase::cart::{CartDesk, Edit};
use crate::features::purchase::facts::{self, SkuFacts};
use crate::i18n::{Lang, format, lang, text};
use crate::model::cart::{Cart, Change, Difference, differences, refresh};
use crate::model::{CatalogItemId, CustomerId, Money};
use crate::partner_center::PartnerCenter;
use crate::reactive::*;
use crate::ui::{Note, Tone};

/// What was put right.
#[derive(Clone)]
pub(super) struct BroughtUpToDate {
    changes: Vec<(CatalogItemId, Change)>,
    differences: Vec<Difference>,
    facts: Rc<SkuFacts>,
}

/// Reads the catalogue, puts the cart right, and tells `done`; nothing where it could not be read.
pub(super) async fn bring_up_to_date(
    api: &PartnerCenter,
    customer: &CustomerId,
    desk: CartDesk,
    done: impl Fn(Option<BroughtUpToDate>) + 'static,
) {
    let Some(before) = untrack(|| desk.open_cart()) else {
        return done(None);
    };
    let items = before.lines.iter().map(|line| line.catalog_item.clone());
    let now = facts::read(api, customer, items.collect(), true).await;
    if now.current().is_empty() {
        return done(None);
    }
    let refreshed = refresh(&before.lines, now.current());
    let facts = Rc::new(now);
    let changes = refreshed.changes;
    desk.change(Edit::All(refreshed.lines), move |()| {
        let after = untrack(|| desk.open_cart());
        done(Some(BroughtUpToDate {
            changes: changes.clone(),
            differences: after
                .map_or_else(Vec::new, |after: Rc<Cart>| differences(&before, &after)),
            facts: facts.clone(),
        }));
    });
}

#[component]
pub(super) fn UpToDate(what: BroughtUpToDate) -> Fragment {
    let lines = move || {
        let lang = lang();
        let mut lines: Vec<String> = what
            .changes
            .iter()
            .map(|(item, change)| changed(lang, &what.facts.whole_name(item), *change))
            .collect();
        lines.extend(
            what.differences
                .iter()
                .filter_map(|difference| differs(lang, &what.facts, difference)),
        );
        if lines.is_empty() {
            lines.push(text::STALE_SAME.get(lang).to_owned());
        }
        let line = |line| view! { <li><bdi>{line}</bdi></li> };
        lines.into_iter().map(line).collect_view()
    };
    view! {
        <Note tone=Tone::Warning>
            <div class="error-summary" role="alert">
                <p>{text::STALE_INTRO}</p>
                <ul>{lines}</ul>
                <p>{text::STALE_NEXT}</p>
            </div>
        </Note>
    }
}

fn changed(lang: Lang, name: &str, change: Change) -> String {
    let number = |count: u32| format::number(lang, f64::from(count));
    match change {
        Change::NotSold => text::stale_not_sold(lang, name),
        Change::PlanNotOffered => text::stale_plan(lang, name),
        Change::Quantity { from, to } => {
            text::stale_quantity(lang, name, &number(to), &number(from))
        }
        Change::Joined => text::stale_joined(lang, name),
        Change::Renewed => text::stale_renewed(lang, name),
    }
}

fn differs(lang: Lang, facts: &SkuFacts, difference: &Difference) -> Option<String> {
    let price = |price: &Option<Money>| match price {
        Some(price) => format::money(lang, price),
        None => text::REVIEW_NO_PRICE.get(lang).to_owned(),
    };
    match difference {
        Difference::Price { item, from, to } => Some(text::stale_price(
            lang,
            &facts.whole_name(item),
            &price(to),
            &price(from),
        )),
        Difference::Refused { item, .. } => {
            Some(text::stale_refused(lang, &facts.whole_name(item)))
        }
        // Of no matter to whoever buys.
        Difference::Orders { .. } => None,
    }
}
