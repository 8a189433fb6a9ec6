//! Term, quantity and *Add to cart* of a SKU.

use std::rc::Rc;

use super::data::offers as read_offers;
use crate::dom::{Fragment, component, live, view};
use crate::features::customers::CurrentCustomer;
use crate::features::failure::Failure;
use crate::features::purchase::cart::{CartDesk, Edit};
use crate::features::purchase::quantity::QuantityField;
use crate::features::purchase::{rights, words};
use crate::i18n::{lang, text};
use crate::model::cart::CartLine;
use crate::model::catalog::{Availability, Plan, Sku, plans};
use crate::model::segment::Segment;
use crate::partner_center::{ApiError, PartnerCenter};
use crate::reactive::*;
use crate::session::use_session;
use crate::ui::{Button, CheckBox, Choice, Handler, Kind, Note, Picker, Tone, notices};

/// Why a SKU did not get into the cart.
#[derive(Clone)]
enum Refusal {
    Failed(Rc<ApiError>),
    /// Not offered like this any more.
    NotSold,
    NoStock,
}

#[component]
pub(super) fn Buy(
    sku: Sku,
    offers: Vec<Availability>,
    /// Product and SKU in one.
    name: String,
    segment: Segment,
    customer: CurrentCustomer,
    cart: CartDesk,
) -> Fragment {
    let api = use_session().api();
    let choices: Vec<Plan> = all_plans(&sku, &offers);
    let typed = RwSignal::new(sku.limits.min.to_string());
    let chosen = RwSignal::new(0_usize);
    let attested = RwSignal::new(false);
    let blamed = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let refusal = RwSignal::new(None::<Refusal>);
    let limits = sku.limits;
    let needs_attestation = sku.needs_attestation();

    let told = name.clone();
    let plan_choices = choices.clone();
    let add = Handler::from(move |()| {
        blamed.set(true);
        let (Ok(quantity), Some(plan), Some(of)) = (
            limits.check(&typed.get_untracked()),
            plan_choices.get(chosen.get_untracked()).cloned(),
            untrack(|| customer.id()),
        ) else {
            return;
        };
        if busy.get_untracked() || (needs_attestation && !attested.get_untracked()) {
            return;
        }
        busy.set(true);
        refusal.set(None);
        let (api, sku, segment, told) = (api.clone(), sku.clone(), segment.clone(), told.clone());
        let product = offers.first().map(|offer| offer.item.product.clone());
        let country = offers.first().and_then(|offer| offer.country.clone());
        spawn_local(async move {
            let Some(product) = product else { return };
            let fresh = read_offers(&api, &of, &product, &sku.id, &segment).await;
            let ready = async {
                let fresh = fresh.map_err(|error| Refusal::Failed(Rc::new(error)))?;
                let sold = fresh
                    .into_iter()
                    .find(|offer| plans(&sku, offer).contains(&plan))
                    .ok_or(Refusal::NotSold)?;
                if sku.needs_inventory_check() {
                    in_stock(&api, &of, country.as_deref(), &sold).await?;
                }
                Ok(sold)
            };
            match ready.await {
                Err(why) => {
                    refusal.set(Some(why));
                }
                Ok(sold) => {
                    let mut line = CartLine::new(
                        sold.item,
                        quantity,
                        plan.billing_cycle.clone(),
                        plan.term.clone(),
                    );
                    line.attestation_accepted = needs_attestation.then_some(true);
                    let done = move |()| {
                        let told = told.clone();
                        notices::say(move || text::product_added(lang(), &told));
                    };
                    cart.change(Edit::Put(vec![(line, limits)]), done);
                    blamed.set(false);
                }
            }
            busy.set(false);
        });
    });

    let button_name = name;
    let single = choices.len() < 2;
    let options = choices.clone();
    let options = Signal::derive(move || {
        let plans = options.iter().zip(0_usize..);
        plans
            .map(|(plan, place)| Choice::new(place.to_string(), words::plan(lang(), plan)))
            .collect::<Vec<_>>()
    });
    let only = choices.first().cloned();
    let term = match single {
        true => {
            let words = move || only.as_ref().map(|plan| words::plan(lang(), plan));
            view! {
                <div class="field narrow">
                    <span class="label">{text::PRODUCT_TERM}</span>
                    <p class="fixed">{words}</p>
                </div>
            }
        }
        false => view! {
            <Picker
                label=text::PRODUCT_TERM
                options
                chosen=Signal::derive(move || chosen.get().to_string())
                on_choose=move |value: String| chosen.set(value.parse().unwrap_or_default())
            />
        },
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        add.call(());
    };
    view! {
        <form class="buy" on:submit=submit novalidate>
            {term}
            <QuantityField
                label=text::PRODUCT_QUANTITY
                typed
                limits
                strict=blamed
            />
            {needs_attestation.then(|| view! { <Attest attested blamed/> })}
            <Button
                label=text::PRODUCT_ADD
                about=move || text::product_add_of(lang(), &button_name)
                kind=Kind::Primary
                busy=Signal::derive(move || busy.get() || cart.saving.get())
                disabled_reason=rights::use_denied()
                submit=true
                on_press=|()| ()
            />
        </form>
        {live(move || refusal.get().map(|why| refused(why, add)))}
    }
}

/// The plans of all offers, each once.
fn all_plans(sku: &Sku, offers: &[Availability]) -> Vec<Plan> {
    let mut all: Vec<Plan> = Vec::new();
    for plan in offers.iter().flat_map(|offer| plans(sku, offer)) {
        if !all.contains(&plan) {
            all.push(plan);
        }
    }
    all
}

async fn in_stock(
    api: &PartnerCenter,
    customer: &crate::model::CustomerId,
    country: Option<&str>,
    offer: &Availability,
) -> Result<(), Refusal> {
    let Some(country) = country else {
        // Without a country nobody can ask: the server checks at the order.
        return Ok(());
    };
    let items = [offer.item.clone()];
    let answer = api.check_inventory(country, customer, &items).await;
    let answer = answer.map_err(|error| Refusal::Failed(Rc::new(error)))?;
    let restricted = answer.items.iter().flatten().any(|item| item.is_restricted);
    match restricted {
        true => Err(Refusal::NoStock),
        false => Ok(()),
    }
}

fn refused(why: Refusal, again: Handler<()>) -> Fragment {
    let words = match why {
        Refusal::Failed(error) => {
            return view! {
                <Failure
                    what=text::PRODUCT_AVAILABILITY_FAILED
                    error
                    on_retry=again
                />
            };
        }
        Refusal::NotSold => text::PRODUCT_NOT_SOLD,
        Refusal::NoStock => text::PRODUCT_NO_STOCK,
    };
    view! { <Note tone=Tone::Warning><p role="alert">{words}</p></Note> }
}

/// What the partner vouches for.
#[component]
fn Attest(attested: RwSignal<bool>, blamed: RwSignal<bool>) -> Fragment {
    let wrong = move || {
        (blamed.get() && !attested.get())
            .then(|| view! { <p class="wrong" role="alert">{text::PRODUCT_ATTEST_FIRST}</p> })
    };
    view! {
        <div class="check">
            <CheckBox
                label=text::PRODUCT_ATTEST
                checked=attested
                on_change=move |checked| attested.set(checked)
            />
            {wrong}
        </div>
    }
}
