//! *Return 4 of 10*: only whole lines can be returned, so the rest is bought anew first.

use crate::dom::{Fragment, component, live, view};
use crate::features::customers::{CurrentCustomer, use_customer};
use crate::features::purchase::again::use_again;
use crate::features::purchase::facts::{SkuFacts, known, use_facts};
use crate::features::purchase::{quantity, rights};
use crate::features::software::{use_item, words as software_words};
use crate::i18n::{Lang, format, lang, text};
use crate::model::billing::Term;
use crate::model::cart::CartLine;
use crate::model::catalog::plans;
use crate::model::quantity::QuantityProblem;
use crate::model::returns::{Return, ReturnProblem, line, nearest_plan, plan};
use crate::model::software::SoftwareItem;
use crate::model::{CatalogItemId, SoftwareItemId};
use crate::navigation::use_part;
use crate::paths::{self, CustomerPart};
use crate::reactive::*;
use crate::ui::{
    Button, Empty, Foreign, Kind, Note, SkeletonLines, TextField, Tone, Typed, notices,
};

/// The way to the helper, from an item of which some can be returned.
#[component]
pub fn ReturnLink(item: SoftwareItem, customer: CurrentCustomer) -> Fragment {
    let several = item.quantity.is_some_and(|quantity| quantity > 1);
    if !several || !item.window.is_open() || item.included_in.is_some() {
        return Fragment::empty();
    }
    let id = item.id;
    let href = move || {
        let named = customer.named()?;
        Some(paths::return_some(&named, &id).to_string())
    };
    view! { <a href=href>{text::RETURNS_LINK}</a> }
}

/// The helper.
#[component]
pub fn ReturnPage() -> Fragment {
    let customer = use_customer();
    customer.show_part(|| text::RETURNS_TITLE.now().to_owned());
    let id = use_part(|part| match part {
        CustomerPart::Return(item) => Some(item),
        _ => None,
    });
    let item = use_item(customer, id);
    let back = move || {
        let (named, id) = (customer.named()?, id.get()?);
        Some(paths::software_item(&named, &id).to_string())
    };
    view! {
        <a class="back" href=back>{text::RETURNS_BACK}</a>
        <div class="item-head"><h2>{text::RETURNS_TITLE}</h2></div>
        {live(move || match item.get() {
            None => view! { <SkeletonLines what=text::ITEM_LOADING/> },
            Some(None) => view! { <Empty words=text::ITEM_MISSING/> },
            Some(Some(item)) => helper(item, customer),
        })}
    }
}

fn helper(item: SoftwareItem, customer: CurrentCustomer) -> Fragment {
    let refusal = match item.quantity {
        None | Some(..=0) => Some(text::RETURNS_NOTHING),
        Some(1) => Some(text::RETURNS_SINGLE),
        _ if !item.window.is_open() => Some(text::RETURNS_CLOSED),
        _ => None,
    };
    match refusal {
        Some(words) => view! {
            <p><Foreign text=item.title.whole()/></p>
            <Note tone=Tone::Info><p>{words}</p></Note>
        },
        None => view! { <Helper item customer/> },
    }
}

#[component]
fn Helper(item: SoftwareItem, customer: CurrentCustomer) -> Fragment {
    let bought = item.quantity;
    let all = bought.unwrap_or_default();
    let typed = RwSignal::new(String::new());
    let blamed = RwSignal::new(false);
    let Some(wanted) = any_availability(&item.id) else {
        return Fragment::empty();
    };
    let asked = wanted.clone();
    let facts = use_facts(customer, move || vec![asked.clone()], true);
    let limits = {
        let wanted = wanted.clone();
        move || known(facts).limits(&wanted)
    };
    let planned = {
        let limits = limits.clone();
        move || plan(bought, &typed.get(), limits())
    };
    let wrong = {
        let planned = planned.clone();
        Signal::derive(move || {
            let problem = planned().err()?;
            let silent = problem == ReturnProblem::Empty && !blamed.get();
            (!silent).then(|| problem_words(lang(), problem))
        })
    };
    let again = use_again(customer);
    let denied = rights::use_denied();
    let term = item.term.as_ref().and_then(|term| term.duration.clone());
    let prepare = {
        let planned = planned.clone();
        move |()| {
            blamed.set(true);
            let Ok(Return::BuyAnew { keep, .. }) = untrack(&planned) else {
                return;
            };
            let facts = untrack(|| known(facts));
            match anew(&facts, &wanted, keep, term.as_deref()) {
                Some(line) => again.put(vec![line]),
                None => notices::say(text::GONE_NOTHING_SOLD),
            }
        }
    };
    let number = move |count: u32| format::number(lang(), f64::from(count));
    let count = move || format::number(lang(), all as f64);
    let most = move || format::number(lang(), (all - 1) as f64);
    let window = item.window.clone();
    let until = move || software_words::window_until(lang(), &window).unwrap_or_default();
    let steps = move || {
        let keep = match planned() {
            Ok(Return::BuyAnew { keep, .. }) => keep,
            Ok(Return::WholeLine { .. }) => {
                return Some(view! {
                    <Note tone=Tone::Info><p>{text::RETURNS_WHOLE}</p></Note>
                });
            }
            Err(_) => return None,
        };
        let (until, prepare) = (until.clone(), prepare.clone());
        Some(view! {
            <div class="steps">
                <p>{move || text::returns_step_buy(lang(), keep)}</p>
                <p>{move || text::returns_step_cancel(lang(), &count(), &until())}</p>
                <p class="quiet">{text::RETURNS_STEP_KEY}</p>
                <div>
                    <Button
                        label=move || text::returns_prepare(lang(), &number(keep))
                        kind=Kind::Primary
                        busy=again.busy
                        disabled_reason=denied
                        on_press=prepare
                    />
                </div>
            </div>
        })
    };
    view! {
        <p><Foreign text=item.title.whole()/></p>
        <p>{move || text::returns_why(lang(), &count())}</p>
        <TextField
            label=text::RETURNS_HOW_MANY
            value=typed
            on_input=move |value| typed.set(value)
            typed=Typed::Number
            hint=move || text::returns_hint(lang(), &most())
            wrong
            narrow=true
        />
        {steps}
    }
}

/// The SKU of an item, with an availability that stands for any: only product and SKU are asked about.
fn any_availability(item: &SoftwareItemId) -> Option<CatalogItemId> {
    format!("{}:{}:any", item.product, item.sku).parse().ok()
}

/// What is kept, as it can be bought now: for the same term, where that is still offered.
fn anew(
    facts: &SkuFacts,
    wanted: &CatalogItemId,
    keep: u32,
    term: Option<&str>,
) -> Option<CartLine> {
    let mut all = facts.current().iter();
    let now = all.find(|one| one.item.is_same_sku(wanted))?;
    let (sku, term) = (now.sku.as_ref()?, term.and_then(Term::parse));
    let offers = now.availabilities.iter().filter(|one| one.purchasable);
    offers.into_iter().find_map(|offer| {
        let plans = plans(sku, offer);
        let plan = nearest_plan(&plans, None, term.as_ref())?;
        Some(line(offer.item.clone(), keep, plan))
    })
}

fn problem_words(lang: Lang, problem: ReturnProblem) -> String {
    let number = |count: u32| format::number(lang, f64::from(count));
    let of_quantity = |problem| quantity::problem(lang, problem);
    match problem {
        ReturnProblem::NothingToReturn => text::RETURNS_NOTHING.get(lang).to_owned(),
        ReturnProblem::Empty => of_quantity(QuantityProblem::Empty),
        ReturnProblem::NotWhole => of_quantity(QuantityProblem::NotWhole),
        ReturnProblem::TooFew => of_quantity(QuantityProblem::TooFew(1)),
        ReturnProblem::TooMany(most) => of_quantity(QuantityProblem::TooMany(most)),
        ReturnProblem::RestTooFew { rest, min } => {
            text::returns_rest_too_few(lang, &number(rest), &number(min))
        }
        ReturnProblem::RestTooMany { rest, max } => {
            text::returns_rest_too_many(lang, &number(rest), &number(max))
        }
    }
}
