//! The join.

use super::sources::{Entitled, Ordered, OrderedLine, Sources, Subscribed, Titles, Unreadable};
use super::status::{Facts, status};
use super::{KeyArtifact, SoftwareItem, Term, Title};
use crate::model::sorted::{SortedMap, include};
use crate::model::window::{Policies, Purchase, SoftwareKind, Window};
use crate::model::{OrderId, ProductId, SkuId, SoftwareItemId, Timestamp};

/// The list, and what is missing from it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SoftwareList {
    pub items: Vec<SoftwareItem>,
    /// Rows that could not be read, to be shown apart.
    pub unreadable: Vec<Unreadable>,
    /// What the catalogue has to be asked for.
    pub missing: Missing,
}

/// Catalogue entries that the lists do not name, sorted and each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    /// Title unknown, or not known whether it is software at all.
    pub products: Vec<ProductId>,
    pub skus: Vec<(ProductId, SkuId)>,
}

impl SoftwareList {
    pub fn find(&self, id: &SoftwareItemId) -> Option<&SoftwareItem> {
        self.items.iter().find(|item| item.id == *id)
    }
}

/// Joins what the lists say, at `now`.
///
/// Lines of orders without an entitlement stay in the list (pending and cancelled ones have none),
/// unless their product is known to be no software.
pub fn join(
    sources: &Sources,
    titles: &Titles,
    policies: &Policies,
    now: Timestamp,
) -> SoftwareList {
    let mut join = Join::new(sources, titles, policies, now);
    for entitled in &sources.entitlements {
        join.entitlement(entitled, None);
    }
    for order in &sources.orders {
        for line in &order.lines {
            join.line(order, line);
        }
    }
    join.finish()
}

struct Join<'a> {
    titles: &'a Titles,
    policies: &'a Policies,
    now: Timestamp,
    /// By id and by friendly number: an entitlement may name either.
    orders: SortedMap<&'a str, &'a Ordered>,
    subscriptions: &'a [Subscribed],
    /// Sorted by id.
    items: Vec<SoftwareItem>,
    /// Order lines that an entitlement stands for, sorted.
    entitled: Vec<(OrderId, u32)>,
    /// Products of entitlements, sorted.
    software: Vec<ProductId>,
    unreadable: Vec<Unreadable>,
    missing: Missing,
}

/// One item before its words are found.
struct Draft<'a> {
    id: SoftwareItemId,
    order: Option<&'a Ordered>,
    line: Option<&'a OrderedLine>,
    /// The item is what the line names, not something that came along with it.
    is_line: bool,
    entitled: Option<&'a Entitled>,
    included_in: Option<SoftwareItemId>,
}

impl<'a> Join<'a> {
    fn new(
        sources: &'a Sources,
        titles: &'a Titles,
        policies: &'a Policies,
        now: Timestamp,
    ) -> Self {
        let mut orders = SortedMap::default();
        // Of two with the same number the first one counts, and an id before a number.
        for order in sources.orders.iter().rev() {
            if let Some(number) = order.number.as_deref() {
                orders.insert(number, order);
            }
        }
        for order in &sources.orders {
            orders.insert(order.id.as_str(), order);
        }
        Join {
            titles,
            policies,
            now,
            orders,
            subscriptions: &sources.subscriptions,
            items: Vec::new(),
            entitled: Vec::new(),
            software: Vec::new(),
            unreadable: sources.unreadable.clone(),
            missing: Missing::default(),
        }
    }

    fn entitlement(&mut self, entitled: &'a Entitled, bundle: Option<&SoftwareItemId>) {
        let named = entitled
            .order
            .as_ref()
            .or(bundle.map(|bundle| &bundle.order));
        let line_number = entitled.line.or(bundle.map(|bundle| bundle.line));
        let (Some(named), Some(line_number)) = (named, line_number) else {
            self.unreadable.push(Unreadable {
                id: Some(format!("{}:{}", entitled.product, entitled.sku)),
                problem: "the entitlement names no order line".to_owned(),
            });
            return;
        };
        let order = self.orders.get(&named.as_str()).copied();
        let line =
            order.and_then(|order| order.lines.iter().find(|line| line.number == line_number));
        let id = SoftwareItemId {
            order: order.map_or(named, |order| &order.id).clone(),
            line: line_number,
            product: entitled.product.clone(),
            sku: entitled.sku.clone(),
        };
        include(&mut self.software, entitled.product.clone());
        include(&mut self.entitled, (id.order.clone(), id.line));
        let is_line = line.map_or(bundle.is_none(), |line| same(line, &id));
        self.add(Draft {
            id: id.clone(),
            order,
            line,
            is_line,
            entitled: Some(entitled),
            included_in: bundle.cloned(),
        });
        for included in &entitled.included {
            self.entitlement(included, Some(&id));
        }
    }

    fn line(&mut self, order: &'a Ordered, line: &'a OrderedLine) {
        let known = self.titles.products.get(&line.product);
        let place = (order.id.clone(), line.number);
        if self.entitled.binary_search(&place).is_ok() {
            return;
        }
        let subscribed = self
            .subscription(order, line)
            .and_then(|found| found.is_software);
        match subscribed.or(known.and_then(|facts| facts.is_software)) {
            Some(false) => return,
            Some(true) => {}
            None if self.software.binary_search(&line.product).is_ok() || known.is_some() => {}
            None => {
                include(&mut self.missing.products, line.product.clone());
            }
        }
        self.add(Draft {
            id: SoftwareItemId {
                order: order.id.clone(),
                line: line.number,
                product: line.product.clone(),
                sku: line.sku.clone(),
            },
            order: Some(order),
            line: Some(line),
            is_line: true,
            entitled: None,
            included_in: None,
        });
    }

    fn subscription(&self, order: &Ordered, line: &OrderedLine) -> Option<&'a Subscribed> {
        let by_id = self
            .subscriptions
            .iter()
            .find(|subscription| Some(&subscription.id) == line.subscription.as_ref());
        by_id.or_else(|| {
            self.subscriptions.iter().find(|subscription| {
                let of_order = subscription.order.as_ref().is_some_and(|named| {
                    *named == order.id || order.number.as_deref() == Some(named.as_str())
                });
                let product = subscription.product.as_ref();
                of_order && product.is_some_and(|(p, s)| *p == line.product && *s == line.sku)
            })
        })
    }

    fn add(&mut self, draft: Draft<'a>) {
        let place = match self.items.binary_search_by(|item| item.id.cmp(&draft.id)) {
            Err(place) => place,
            Ok(twin) => return merge(&mut self.items[twin], draft.entitled),
        };
        let subscription = match (draft.order, draft.line) {
            (Some(order), Some(line)) => self.subscription(order, line),
            _ => None,
        };
        let expires = draft.entitled.and_then(|entitled| entitled.expires);
        let facts = Facts {
            order: draft.order,
            line: draft.line,
            subscription,
            entitled_units: draft.entitled.map(|entitled| entitled.quantity),
            expires,
        };
        let status = status(&facts, self.now);
        let of_line = draft.line.and_then(|line| line.term.as_deref());
        let of_subscription = subscription.and_then(|found| found.term.as_deref());
        let mut terms = [of_line, of_subscription].into_iter().flatten();
        let duration = terms.find(|text| !text.is_empty()).map(str::to_owned);
        let subscribed = subscription.is_some()
            || duration.is_some()
            || expires.is_some()
            || draft.line.is_some_and(|line| line.subscription.is_some());
        let kind = match subscribed {
            true => SoftwareKind::Subscription,
            false => SoftwareKind::Perpetual,
        };
        let ordered = draft.order.and_then(|order| order.purchased);
        let purchased = ordered.or(subscription.and_then(|found| found.created));
        let purchase = Purchase {
            kind,
            segment: None,
            purchased,
            nothing_to_cancel: status.nothing_to_cancel(),
            server: subscription.map(|found| &found.dates),
        };
        let window = Window::of(&purchase, self.policies, self.now);
        let term = subscribed.then(|| Term {
            subscription: subscription.map(|found| found.id.clone()),
            duration,
            ends: subscription.and_then(|found| found.ends).or(expires),
            auto_renew: subscription.and_then(|found| found.auto_renew),
        });
        let number = draft.order.and_then(|order| order.number.as_deref());
        let own_units = draft.entitled.and_then(|entitled| entitled.quantity);
        let line_units = draft.line.and_then(|line| line.quantity);
        let cancelled = matches!(status, super::ItemStatus::Cancelled);
        let title = self.title(&draft, subscription);
        let item = SoftwareItem {
            title,
            quantity: if cancelled {
                line_units.or(own_units)
            } else {
                own_units.or(line_units)
            },
            kind,
            paid: draft
                .line
                .filter(|_| draft.is_line && draft.included_in.is_none())
                .and_then(|line| line.paid.clone()),
            order_number: number.unwrap_or(draft.id.order.as_str()).to_owned(),
            included_in: draft.included_in,
            purchased,
            status,
            term,
            window,
            key_artifacts: draft
                .entitled
                .map_or(Vec::new(), |entitled| entitled.keys.clone()),
            id: draft.id,
        };
        self.items.insert(place, item);
    }

    /// The line's own title where the item is the line; the catalogue's for what came along.
    fn title(&mut self, draft: &Draft, subscription: Option<&Subscribed>) -> Title {
        let filled = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
        let id = &draft.id;
        let product = self.titles.products.get(&id.product);
        let product = product
            .map(|facts| facts.title.clone())
            .filter(|title| !title.is_empty());
        let key = (id.product.clone(), id.sku.clone());
        let sku = self.titles.skus.get(&key).filter(|title| !title.is_empty());
        if draft.is_line {
            let line = draft.line.and_then(|line| filled(&line.title));
            let whole = line.or_else(|| subscription.and_then(|found| filled(&found.title)));
            if let Some(name) = whole {
                return Title {
                    name,
                    detail: None,
                    known: true,
                };
            }
        }
        if product.is_none() && self.titles.products.get(&id.product).is_none() {
            include(&mut self.missing.products, id.product.clone());
        }
        if sku.is_none() && self.titles.skus.get(&key).is_none() {
            include(&mut self.missing.skus, key);
        }
        match product {
            Some(name) => {
                let detail = sku.filter(|sku| **sku != name).cloned();
                Title {
                    name,
                    detail,
                    known: true,
                }
            }
            None => match sku {
                Some(sku) => Title {
                    name: sku.clone(),
                    detail: None,
                    known: true,
                },
                None => Title {
                    name: format!("{}:{}", id.product, id.sku),
                    detail: None,
                    known: false,
                },
            },
        }
    }

    fn finish(self) -> SoftwareList {
        SoftwareList {
            items: self.items,
            unreadable: self.unreadable,
            missing: self.missing,
        }
    }
}

fn same(line: &OrderedLine, id: &SoftwareItemId) -> bool {
    line.product == id.product && line.sku == id.sku
}

/// The same product twice under one order line is one row with all units and keys.
fn merge(twin: &mut SoftwareItem, entitled: Option<&Entitled>) {
    let Some(entitled) = entitled else { return };
    twin.quantity = match (twin.quantity, entitled.quantity) {
        (Some(left), Some(right)) => Some(left.saturating_add(right)),
        (left, right) => left.or(right),
    };
    let known = |keys: &[KeyArtifact], key: &KeyArtifact| keys.iter().any(|own| own.uri == key.uri);
    for key in &entitled.keys {
        if !known(&twin.key_artifacts, key) {
            twin.key_artifacts.push(key.clone());
        }
    }
}
