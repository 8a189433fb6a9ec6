//! What the catalogue says of the SKUs in a cart: their titles, their limits and what is offered of
//! them now.

use std::rc::Rc;

use crate::features::customers::{CurrentCustomer, use_query_of};
use crate::i18n::lang;
use crate::model::cart::{CartLine, Current};
use crate::model::catalog::Sku;
use crate::model::quantity::QuantityLimits;
use crate::model::segment::Segment;
use crate::model::sorted::include;
use crate::model::window::{Refund, SoftwareKind};
use crate::model::{CatalogItemId, CustomerId, ProductId};
use crate::partner_center::PartnerCenter;
use crate::partner_center::client::all;
use crate::query::Query;
use crate::reactive::*;
use crate::ui::foreign;

/// The catalogue's word on some SKUs. What could not be read is missing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct SkuFacts {
    products: Vec<(ProductId, String)>,
    skus: Vec<Current>,
}

impl SkuFacts {
    fn find(&self, item: &CatalogItemId) -> Option<&Current> {
        self.skus.iter().find(|one| one.item.is_same_sku(item))
    }

    pub fn sku(&self, item: &CatalogItemId) -> Option<&Sku> {
        self.find(item)?.sku.as_ref()
    }

    /// For comparing a cart with what is offered now.
    pub fn current(&self) -> &[Current] {
        &self.skus
    }

    pub fn limits(&self, item: &CatalogItemId) -> QuantityLimits {
        self.sku(item).map(|sku| sku.limits).unwrap_or_default()
    }

    /// What it is called, deceptive marks spelled out: product and SKU, or the ids.
    pub fn name(&self, item: &CatalogItemId) -> (String, Option<String>) {
        let product = self
            .products
            .iter()
            .find(|(id, title)| *id == item.product && !title.trim().is_empty());
        let sku = self.sku(item).filter(|sku| !sku.title.trim().is_empty());
        let visible = |text: &str| foreign::visible(text);
        match (product, sku) {
            (Some((_, product)), sku) => {
                let detail = sku.map(|sku| visible(&sku.title));
                (visible(product), detail.filter(|detail| detail != product))
            }
            (None, Some(sku)) => (visible(&sku.title), None),
            (None, None) => (format!("{} / {}", item.product, item.sku), None),
        }
    }

    /// Both parts in one line.
    pub fn whole_name(&self, item: &CatalogItemId) -> String {
        match self.name(item) {
            (name, Some(detail)) => format!("{name} – {detail}"),
            (name, None) => name,
        }
    }

    /// Who a catalogue item is priced for, as long as it is offered.
    pub fn segment(&self, item: &CatalogItemId) -> Option<&Segment> {
        let offered = self.find(item)?.availabilities.iter();
        let mut own = offered.filter(|one| one.item == *item);
        own.next()?.segment.as_ref()
    }

    /// What the catalogue says of cancelling a line: the first thing that is refunded, and its ISO
    /// 8601 duration. Nothing where it says nothing.
    pub fn refund(&self, line: &CartLine) -> Option<(Refund, String)> {
        let plan = crate::model::catalog::Plan {
            billing_cycle: line.billing_cycle.clone(),
            term: line.term.clone(),
        };
        let availabilities = &self.find(&line.catalog_item)?.availabilities;
        let mut steps = availabilities.iter().flat_map(|one| one.refunds(&plan));
        steps.find_map(|step| Some((step.refund?, step.expires_after.clone()?)))
    }
}

/// Whether a line is bought for good or for a term.
pub(super) fn kind(line: &CartLine) -> SoftwareKind {
    match line.term {
        Some(_) => SoftwareKind::Subscription,
        None => SoftwareKind::Perpetual,
    }
}

/// Reads them for what `items` names, in the interface's language. With `offered` also what is
/// offered of each now, which takes a call for each.
pub(super) fn use_facts(
    customer: CurrentCustomer,
    items: impl Fn() -> Vec<CatalogItemId> + 'static,
    offered: bool,
) -> Query<SkuFacts> {
    let wanted = Memo::new(move |_| {
        let mut skus = Vec::new();
        for item in items() {
            include(&mut skus, item);
        }
        skus.dedup_by(|one, other| one.is_same_sku(other));
        skus
    });
    let some = move || Some(wanted.get()).filter(|skus| !skus.is_empty());
    let key = move |id: &CustomerId, skus: &Vec<CatalogItemId>| {
        let mut key = format!("catalog/{id}/skus/{}/{offered}", lang().code());
        for item in skus {
            key.push_str(&format!("/{}:{}", item.product, item.sku));
        }
        key
    };
    use_query_of(customer, some, key, move |api, id, skus| async move {
        Ok(read(&api, &id, skus, offered).await)
    })
}

/// Reads them once, past any cache.
pub(super) async fn read(
    api: &PartnerCenter,
    customer: &CustomerId,
    items: Vec<CatalogItemId>,
    offered: bool,
) -> SkuFacts {
    let mut products: Vec<&ProductId> = items.iter().map(|item| &item.product).collect();
    products.dedup();
    let titles = products.iter().map(|id| api.product(customer, id));
    let titles = all(titles.collect()).await;
    let lists = products.iter().map(|id| api.skus(customer, id, None));
    let lists = all(lists.collect()).await;
    let offers = match offered {
        true => {
            let calls = items
                .iter()
                .map(|item| api.availabilities(customer, &item.product, &item.sku, None));
            all(calls.collect()).await
        }
        false => Vec::new(),
    };
    let mut facts = SkuFacts::default();
    for (id, title) in products.iter().zip(titles) {
        if let Ok(product) = title {
            facts.products.push(((*id).clone(), product.title));
        }
    }
    for (place, item) in items.iter().enumerate() {
        let list = products
            .iter()
            .position(|product| *product == &item.product)
            .and_then(|place| lists.get(place)?.as_ref().ok());
        let Some(list) = list else { continue };
        let mut rows = list.items.iter().flatten();
        let sku = rows.find(|sku| sku.id == item.sku).cloned();
        let offers = match (offers.get(place), offered) {
            (Some(Ok(offers)), _) => offers.items.iter().flatten().cloned().collect(),
            (_, false) => Vec::new(),
            // Could not be read: not to be taken for sold out.
            (_, true) => continue,
        };
        facts.skus.push(Current {
            item: item.clone(),
            sku,
            availabilities: offers,
        });
    }
    facts
}

/// Nothing known yet is no facts.
pub(super) fn known(query: Query<SkuFacts>) -> Rc<SkuFacts> {
    query.ready().unwrap_or_default()
}
