//! A product, its SKUs, and what is offered of them.

use crate::features::customers::{CurrentCustomer, use_query_of};
use crate::i18n::lang;
use crate::model::catalog::{Availability, Sku};
use crate::model::segment::Segment;
use crate::model::{CustomerId, ProductId, SkuId};
use crate::partner_center::catalog::Product;
use crate::partner_center::{ApiError, PartnerCenter};
use crate::query::Query;
use crate::reactive::*;

/// A product and what may be bought of it in a segment.
pub(super) struct ProductRead {
    pub product: Product,
    pub skus: Vec<Sku>,
}

pub(super) fn use_product(
    customer: CurrentCustomer,
    product: Memo<Option<ProductId>>,
    segment: Memo<Segment>,
) -> Query<ProductRead> {
    use_query_of(
        customer,
        move || Some((product.get()?, segment.get())),
        |id, (product, segment)| {
            let (segment, lang) = (segment.as_str(), lang().code());
            format!("catalog/{id}/product/{product}/{segment}/{lang}")
        },
        |api, id, (product, segment)| async move {
            let skus = api.skus(&id, &product, Some(&segment)).await?;
            let product = api.product(&id, &product).await?;
            let skus = skus.items.into_iter().flatten().collect();
            Ok(ProductRead { product, skus })
        },
    )
}

/// What is offered of a SKU, once `wanted`.
pub(super) fn use_offers(
    customer: CurrentCustomer,
    product: ProductId,
    sku: SkuId,
    segment: Segment,
    wanted: Signal<bool>,
) -> Query<Vec<Availability>> {
    let offer = (product, sku, segment);
    use_query_of(
        customer,
        move || wanted.get().then(|| offer.clone()),
        |id, (product, sku, segment)| {
            let (segment, lang) = (segment.as_str(), lang().code());
            format!("catalog/{id}/offers/{product}/{sku}/{segment}/{lang}")
        },
        |api, id, (product, sku, segment)| async move {
            offers(&api, &id, &product, &sku, &segment).await
        },
    )
}

/// What can be bought of a SKU now, past any cache: availabilities change over time, so they are
/// read right before they are put into a cart (Microsoft, "Product resources").
pub(in crate::features::purchase) async fn offers(
    api: &PartnerCenter,
    customer: &CustomerId,
    product: &ProductId,
    sku: &SkuId,
    segment: &Segment,
) -> Result<Vec<Availability>, ApiError> {
    let read = api
        .availabilities(customer, product, sku, Some(segment))
        .await?;
    let offered = read.items.into_iter().flatten();
    Ok(offered.filter(|one| one.purchasable).collect())
}
