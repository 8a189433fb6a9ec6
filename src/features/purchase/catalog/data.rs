//! The catalogue of a customer in a segment, read in the interface's language.

use crate::features::customers::{CurrentCustomer, use_query_of};
use crate::i18n::lang;
use crate::model::catalog::{Catalog, CatalogProduct};
use crate::model::segment::{SEGMENTS, Segment};
use crate::model::window::SoftwareKind;
use crate::partner_center::ApiError;
use crate::partner_center::catalog::{Product, TargetView};
use crate::partner_center::client::all;
use crate::partner_center::collection::Collection;
use crate::paths::Query as Address;
use crate::query::Query;
use crate::reactive::*;

/// What was read of it.
pub(super) struct CatalogRead {
    pub catalog: Catalog,
    /// Products that did not fit their type.
    pub unreadable: usize,
}

const KINDS: [SoftwareKind; 2] = [SoftwareKind::Perpetual, SoftwareKind::Subscription];

/// The segment that an address names, one of [`SEGMENTS`].
pub(in crate::features::purchase) fn address_segment(query: &Address) -> Segment {
    let named = query.get("segment").unwrap_or_default();
    let known = SEGMENTS.into_iter().find(|one| one.as_str() == named);
    known.unwrap_or(Segment::Commercial)
}

/// Reads the catalogue of a segment.
pub(super) fn use_catalog(customer: CurrentCustomer, segment: Memo<Segment>) -> Query<CatalogRead> {
    use_query_of(
        customer,
        move || Some(segment.get()),
        |id, segment| format!("catalog/{id}/all/{}/{}", segment.as_str(), lang().code()),
        |api, id, segment| async move {
            let views = KINDS.map(|kind| api.products_in_view(&id, TargetView::of(kind), &segment));
            join(all(views.into()).await)
        },
    )
}

/// The lists of both kinds as one catalogue. A kind that is not sold here (403/400036) has nothing
/// in it; where both are refused, that is said.
fn join(lists: Vec<Result<Collection<Product>, ApiError>>) -> Result<CatalogRead, ApiError> {
    let mut refused = None;
    let mut unreadable = 0;
    let mut read = Vec::new();
    for (kind, list) in KINDS.into_iter().zip(lists) {
        let list = match list {
            Ok(list) => list,
            Err(error) if error.code.as_deref() == Some("400036") => {
                refused = Some(error);
                continue;
            }
            Err(error) => return Err(error),
        };
        let mut products = Vec::with_capacity(list.items.len());
        for row in list.items {
            match row {
                Ok(Product {
                    id,
                    title,
                    description,
                    ..
                }) => products.push(CatalogProduct::new(id, title, description)),
                Err(_) => unreadable += 1,
            }
        }
        read.push((kind, products));
    }
    match (read.is_empty(), refused) {
        (true, Some(error)) => Err(error),
        _ => Ok(CatalogRead {
            catalog: Catalog::of(read),
            unreadable,
        }),
    }
}
