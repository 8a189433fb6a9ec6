//! From the wire's forms to what the join reads.

use crate::model::cancellation::number;
use crate::model::software::{
    Entitled, KeyArtifact, Ordered, OrderedLine, ProductFacts, Subscribed, Unreadable,
};
use crate::model::{ProductId, SkuId};
use crate::partner_center::catalog::Product;
use crate::partner_center::collection::{Collection, UnreadableRow};
use crate::partner_center::entitlements::Entitlement;
use crate::partner_center::orders::{Order, OrderLineItem};
use crate::partner_center::subscriptions::Subscription;

/// The rows of a list, and those of them that could not be read.
pub(super) struct Gathered<T> {
    pub rows: Vec<T>,
    pub unreadable: Vec<Unreadable>,
}

/// Takes the readable rows of a list through `convert`; `None` leaves a row out.
fn gather<W: Clone, T>(list: &Collection<W>, convert: fn(W) -> Option<T>) -> Gathered<T> {
    let mut gathered = Gathered {
        rows: Vec::new(),
        unreadable: Vec::new(),
    };
    for row in &list.items {
        match row {
            Ok(row) => gathered.rows.extend(convert(row.clone())),
            Err(UnreadableRow { id, problem }) => gathered.unreadable.push(Unreadable {
                id: id.clone(),
                problem: problem.clone(),
            }),
        }
    }
    gathered
}

pub(super) fn entitlements(list: &Collection<Entitlement>) -> Gathered<Entitled> {
    gather(list, entitled)
}

pub(super) fn orders(list: &Collection<Order>) -> Gathered<Ordered> {
    gather(list, ordered)
}

pub(super) fn subscriptions(list: &Collection<Subscription>) -> Gathered<Subscribed> {
    gather(list, subscribed)
}

/// Software and what says no type; reservations of machines are left out.
fn entitled(wire: Entitlement) -> Option<Entitled> {
    let kind = wire.entitlement_type.to_ascii_lowercase();
    if !kind.is_empty() && kind != "software" {
        return None;
    }
    let keys = wire.entitled_artifacts.into_iter().filter_map(|artifact| {
        let is_key = artifact.artifact_type.eq_ignore_ascii_case("product_key");
        let link = artifact
            .link
            .filter(|link| is_key && !link.uri.is_empty())?;
        Some(KeyArtifact {
            uri: link.uri,
            state: artifact.state,
            reason: artifact.reason,
        })
    });
    let order = wire.reference_order;
    Some(Entitled {
        line: order
            .as_ref()
            .and_then(|order| order.line_item_id.parse().ok()),
        order: order.map(|order| order.id),
        product: wire.product_id,
        sku: wire.sku_id,
        quantity: wire.quantity,
        expires: wire.expiry_date,
        keys: keys.collect(),
        included: wire
            .included_entitlements
            .into_iter()
            .filter_map(entitled)
            .collect(),
    })
}

fn ordered(wire: Order) -> Option<Ordered> {
    let lines = wire.line_items.iter().enumerate();
    let lines = lines.filter_map(|(place, line)| ordered_line(&wire, place, line));
    Some(Ordered {
        lines: lines.collect(),
        number: filled(wire.alternate_id),
        purchased: wire.creation_date,
        status: wire.status,
        id: wire.id,
    })
}

/// A line of software names its offer as `product:SKU:availability`; of other offers the id has
/// another form.
fn ordered_line(order: &Order, place: usize, wire: &OrderLineItem) -> Option<OrderedLine> {
    let (product, sku) = offer(&wire.offer_id)?;
    Some(OrderedLine {
        number: number(place, wire)?,
        product,
        sku,
        title: filled(wire.friendly_name.clone()),
        quantity: wire.quantity,
        paid: order.paid(wire),
        term: filled(wire.term_duration.clone()),
        subscription: wire
            .subscription_id
            .as_deref()
            .and_then(|id| id.parse().ok()),
    })
}

fn subscribed(wire: Subscription) -> Option<Subscribed> {
    let is_software = wire
        .product_type
        .as_ref()
        .and_then(|kind| software(&kind.id));
    let dates = wire.server_dates();
    Some(Subscribed {
        id: wire.id,
        order: wire.order_id,
        product: offer(&wire.offer_id),
        is_software,
        title: filled(wire.friendly_name).or(filled(wire.offer_name)),
        quantity: wire.quantity,
        created: wire.creation_date,
        status: wire.status,
        term: filled(wire.term_duration),
        ends: wire.commitment_end_date,
        auto_renew: wire.auto_renew_enabled,
        dates,
    })
}

/// What the catalogue says of a product.
pub(super) fn product_facts(wire: Product) -> ProductFacts {
    let kind = wire.product_type.as_ref();
    ProductFacts {
        is_software: kind.and_then(|kind| software(&kind.id)),
        title: wire.title,
    }
}

/// Whether a product type is software (`Software`, `SoftwarePerpetual`…); `None` for no type.
fn software(kind: &str) -> Option<bool> {
    (!kind.is_empty()).then(|| kind.to_ascii_lowercase().starts_with("software"))
}

fn offer(id: &str) -> Option<(ProductId, SkuId)> {
    let mut parts = id.split(':');
    let product = parts.next()?.parse().ok()?;
    let sku = parts.next()?.parse().ok()?;
    Some((product, sku))
}

fn filled(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::model::status::ArtifactState;
    use crate::partner_center::json::Read;

    fn list<T: Read>(items: Value) -> Collection<T> {
        Collection::decode(json!({ "items": items })).unwrap()
    }

    #[test]
    fn reads_entitlements_with_what_they_bring_along() {
        let included = json!({
            "productId": "P2", "skuId": "0001", "quantity": 1, "entitlementType": "Software",
            "referenceOrder": { "id": "o1", "lineItemId": "0" },
            "entitledArtifacts": [
                { "artifactType": "product_key", "state": "Active", "reason": "",
                  "link": { "uri": "/customers/c/artifacts/productkey/x", "method": "GET" } },
                { "artifactType": "product_key", "state": "Active" },
                { "artifactType": "reservedinstance", "link": { "uri": "/elsewhere" } }
            ],
        });
        let all = entitlements(&list(json!([
            { "productId": "P1", "skuId": "0002", "entitlementType": "software",
              "referenceOrder": { "id": "o1", "lineItemId": 0 }, "includedEntitlements": [included] },
            { "productId": "VM", "skuId": "0007", "entitlementType": "reservedinstance" },
            { "productId": "../x", "skuId": "1" }
        ])));
        assert_eq!(all.unreadable.len(), 1);
        let [bundle] = all.rows.as_slice() else {
            panic!("{:?}", all.rows)
        };
        assert_eq!(bundle.line, Some(0));
        let [inner] = bundle.included.as_slice() else {
            panic!()
        };
        let [key] = inner.keys.as_slice() else {
            panic!("{:?}", inner.keys)
        };
        assert_eq!(key.uri, "/customers/c/artifacts/productkey/x");
        assert_eq!(key.state, ArtifactState::Active);
    }

    #[test]
    fn reads_orders_and_leaves_out_what_is_no_software() {
        let all = orders(&list(json!([{
            "id": "2y6dF_rVgDAXMxypQPPnTquuXhKVK_3N1", "alternateId": "", "status": "completed",
            "creationDate": "0001-01-01T00:00:00",
            "lineItems": [
                { "offerId": "P1:0003:A", "termDuration": "", "friendlyName": "SQL", "quantity": 0 },
                { "lineItemNumber": 7, "offerId": "P2:0001:A", "termDuration": "P3Y" },
                { "lineItemNumber": 2, "offerId": "C0BD2E08-11AC-4836-BDC7-3712E744922F" },
                { "lineItemNumber": -1, "offerId": "P3:0001:A" }
            ]
        }])));
        let [order] = all.rows.as_slice() else {
            panic!()
        };
        assert_eq!((&order.number, order.purchased), (&None, None));
        let numbers: Vec<u32> = order.lines.iter().map(|line| line.number).collect();
        assert_eq!(numbers, [0, 7]);
        assert_eq!(
            (&order.lines[0].term, order.lines[0].quantity),
            (&None, Some(0))
        );
    }

    #[test]
    fn reads_subscriptions() {
        let all = subscriptions(&list(json!([{
            "id": "d3b7c9a2-9a4b-40b2-b075-6e442909e3e7",
            "offerId": "DG7GMGF0DVSV:000P:DG7GMGF0F3Q9",
            "offerName": "RDS CAL", "friendlyName": "", "productType": { "id": "Software" },
            "cancellationAllowedUntilDate": "2021-10-14T23:59:00Z", "orderId": "123456789101",
            "status": "active", "autoRenewEnabled": true, "termDuration": "P3Y",
            "refundOptions": [
                { "type": "Full", "expiresAt": "2021-09-15T00:00:00Z" },
                { "type": "Odd", "expiresAt": "2021-09-16T00:00:00Z" }
            ]
        }])));
        let [found] = all.rows.as_slice() else {
            panic!("{:?}", all.unreadable)
        };
        assert_eq!(found.title.as_deref(), Some("RDS CAL"));
        assert_eq!(found.is_software, Some(true));
        assert_eq!(found.dates.refund_options.len(), 1);
        assert!(found.dates.allowed_until.is_some());
    }

    #[test]
    fn a_product_is_software_by_its_type() {
        let facts = |kind: Value| {
            let product = json!({ "id": "P1", "title": "T", "productType": kind });
            product_facts(Product::read(product).unwrap()).is_software
        };
        assert_eq!(facts(json!({ "id": "Software" })), Some(true));
        assert_eq!(facts(json!({ "id": "Azure" })), Some(false));
        assert_eq!(facts(Value::Null), None);
        assert_eq!(facts(json!({ "id": "" })), None);
    }
}
