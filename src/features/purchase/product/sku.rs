//! One SKU: what it is, what it takes to buy it, and how.

use super::buy::Buy;
use super::data::use_offers;
use crate::dom::{CollectFragment, Fragment, component, view};
use crate::features::customers::CurrentCustomer;
use crate::features::failure::Failure;
use crate::features::purchase::cart::CartDesk;
use crate::i18n::{Lang, format, lang, text};
use crate::model::ProductId;
use crate::model::catalog::{Prerequisite, Sku};
use crate::model::segment::Segment;
use crate::query::Loaded;
use crate::reactive::*;
use crate::ui::{Button, Foreign, SkeletonLines, foreign};

#[component]
pub(super) fn SkuRow(
    sku: Sku,
    product: ProductId,
    product_title: String,
    segment: Segment,
    /// Whether its terms are read without being asked for.
    at_once: bool,
    customer: CurrentCustomer,
    cart: CartDesk,
) -> Fragment {
    let wanted = RwSignal::new(at_once);
    let offers = use_offers(
        customer,
        product,
        sku.id.clone(),
        segment.clone(),
        wanted.into(),
    );
    let title = match sku.title.trim() {
        "" => sku.id.to_string(),
        title => title.to_owned(),
    };
    let name = format!(
        "{} – {}",
        foreign::visible(&product_title),
        foreign::visible(&title)
    );
    let description = Some(sku.description.clone()).filter(|words| *words != sku.title);
    let facts = sku.clone();
    let facts = move || {
        facts_of(lang(), &facts)
            .into_iter()
            .map(|fact| view! { <span>{fact}</span> })
            .collect_view()
    };
    let show = move |()| wanted.set(true);
    let buying = move || {
        if !wanted.get() {
            return view! { <div><Button label=text::PRODUCT_SHOW_TERMS on_press=show/></div> };
        }
        match offers.get() {
            Loaded::Waiting => view! { <SkeletonLines what=text::PRODUCT_LOADING/> },
            Loaded::Failed(error) => view! {
                <Failure
                    what=text::PRODUCT_AVAILABILITY_FAILED
                    error
                    on_retry=move |()| offers.again()
                />
            },
            Loaded::Ready(offers) if offers.is_empty() => {
                view! { <p class="quiet">{text::PRODUCT_NOT_SOLD}</p> }
            }
            Loaded::Ready(offers) => view! {
                <Buy
                    sku=sku.clone()
                    offers=(*offers).clone()
                    name=name.clone()
                    segment=segment.clone()
                    customer
                    cart
                />
            },
        }
    };
    view! {
        <li>
            <div>
                <h3><Foreign text=title/></h3>
                {description.map(|words| view! { <p class="quiet small"><Foreign text=words/></p> })}
                <p class="facts-line">{facts}</p>
            </div>
            {buying}
        </li>
    }
}

/// Limits and conditions, each in a few words.
fn facts_of(lang: Lang, sku: &Sku) -> Vec<String> {
    let number = |count: u32| format::number(lang, f64::from(count));
    let mut facts = vec![text::product_minimum(lang, &number(sku.limits.min))];
    facts.push(match sku.limits.has_max() {
        true => text::product_maximum(lang, &number(sku.limits.max)),
        false => text::PRODUCT_NO_MAXIMUM.get(lang).to_owned(),
    });
    if sku.trial {
        facts.push(text::PRODUCT_TRIAL.get(lang).to_owned());
    }
    facts.extend(sku.prerequisites.iter().map(|needed| match needed {
        Prerequisite::MicrosoftCustomerAgreement | Prerequisite::MicrosoftCloudAgreement => {
            text::PRODUCT_NEEDS_AGREEMENT.get(lang).to_owned()
        }
        Prerequisite::InventoryCheck => text::PRODUCT_NEEDS_INVENTORY.get(lang).to_owned(),
        other => text::product_needs_other(lang, &foreign::visible(other.as_str())),
    }));
    facts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::quantity::QuantityLimits;

    #[test]
    fn limits_and_conditions_are_said() {
        let sku = |min, max, prerequisites| Sku {
            id: "0001".parse().unwrap(),
            title: String::new(),
            description: String::new(),
            limits: QuantityLimits::new(min, max),
            billing_cycles: Vec::new(),
            prerequisites,
            attestation: None,
            refundable: true,
            trial: false,
        };
        let plain = facts_of(Lang::En, &sku(None, None, Vec::new()));
        assert_eq!(plain, ["Minimum 1", "No maximum"]);
        let needed = vec![
            Prerequisite::MicrosoftCustomerAgreement,
            Prerequisite::Unknown("full_moon".to_owned()),
        ];
        let all = facts_of(Lang::En, &sku(Some(5), Some(40), needed));
        assert_eq!(
            all,
            [
                "Minimum 5",
                "Maximum 40",
                "Needs the Microsoft Customer Agreement",
                "Needs: full_moon",
            ]
        );
    }
}
