//! The software of the customer whose page is open, read once and joined.

use std::rc::Rc;
use std::sync::Arc;

use super::gather::{self, Gathered};
use crate::features::customers::CurrentCustomer;
use crate::i18n::lang;
use crate::model::software::{
    Entitled, Missing, Ordered, SoftwareList, Sources, Subscribed, Titles, join,
};
use crate::model::{CustomerId, ProductId, SkuId, Timestamp};
use crate::partner_center::client::all;
use crate::partner_center::{ApiError, ErrorKind, PartnerCenter};
use crate::query::{Loaded, Query, use_query};
use crate::reactive::*;
use crate::session::use_session;

/// The joined list and the calls it comes from. Cheap to copy into every closure.
#[derive(Clone, Copy)]
pub struct CustomerSoftware {
    entitlements: Query<Gathered<Entitled>>,
    orders: Query<Gathered<Ordered>>,
    subscriptions: Query<Gathered<Subscribed>>,
    list: Memo<Option<Arc<SoftwareList>>>,
}

/// One of the calls that make up the list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Entitlements,
    Orders,
    Subscriptions,
}

impl Part {
    pub const ALL: [Part; 3] = [Part::Entitlements, Part::Orders, Part::Subscriptions];
}

/// Reads the lists of the page's customer and joins them.
pub(in crate::features) fn use_software(customer: CurrentCustomer) -> CustomerSoftware {
    use_software_of(Signal::derive(move || customer.id()))
}

/// Reads the lists of a customer, once it is known which, and joins them.
pub fn use_software_of(customer: Signal<Option<CustomerId>>) -> CustomerSoftware {
    let key = move |part: &'static str| {
        move || {
            customer
                .get()
                .map_or(String::new(), |id| format!("software/{id}/{part}"))
        }
    };
    let entitlements = use_query(key("entitlements"), move |api| {
        let id = customer.get();
        async move { Ok(gather::entitlements(&api.entitlements(&known(id)?).await?)) }
    });
    let orders = use_query(key("orders"), move |api| {
        let id = customer.get();
        async move { Ok(gather::orders(&api.orders(&known(id)?).await?)) }
    });
    let subscriptions = use_query(key("subscriptions"), move |api| {
        let id = customer.get();
        async move {
            Ok(gather::subscriptions(
                &api.subscriptions(&known(id)?).await?,
            ))
        }
    });

    let session = use_session();
    let joined = move |titles: &Titles, sources: &Sources| {
        join(
            sources,
            titles,
            &session.config().cancellation_policies,
            session.api().server_now(),
        )
    };
    let sources = Memo::new(move |_| {
        let settled = !waiting(entitlements) && !waiting(orders) && !waiting(subscriptions);
        settled.then(|| Arc::new(sources(entitlements, orders, subscriptions)))
    });
    let titles = use_titles(customer, move || {
        let bare = sources
            .get()
            .map(|sources| joined(&Titles::default(), &sources).missing);
        bare.unwrap_or_default()
    });
    let list = Memo::new(move |_| {
        let titles = titles.ready();
        let titles = titles.as_deref();
        let sources = sources.get()?;
        Some(Arc::new(joined(
            titles.unwrap_or(&Titles::default()),
            &sources,
        )))
    });
    CustomerSoftware {
        entitlements,
        orders,
        subscriptions,
        list,
    }
}

fn waiting<T: 'static>(query: Query<T>) -> bool {
    matches!(query.get(), Loaded::Waiting)
}

fn known(id: Option<CustomerId>) -> Result<CustomerId, ApiError> {
    id.ok_or_else(|| ApiError::of(ErrorKind::NotFound))
}

fn sources(
    entitlements: Query<Gathered<Entitled>>,
    orders: Query<Gathered<Ordered>>,
    subscriptions: Query<Gathered<Subscribed>>,
) -> Sources {
    let mut sources = Sources::default();
    if let Some(found) = entitlements.ready() {
        sources.entitlements.clone_from(&found.rows);
        sources.unreadable.extend_from_slice(&found.unreadable);
    }
    if let Some(found) = orders.ready() {
        sources.orders.clone_from(&found.rows);
        sources.unreadable.extend_from_slice(&found.unreadable);
    }
    if let Some(found) = subscriptions.ready() {
        sources.subscriptions.clone_from(&found.rows);
        sources.unreadable.extend_from_slice(&found.unreadable);
    }
    sources
}

impl CustomerSoftware {
    /// The list; `None` while it is being read. What failed is missing from it. Tracks it.
    pub fn list(self) -> Option<Arc<SoftwareList>> {
        self.list.get()
    }

    /// Why a call failed, if there is nothing of it to show; tracks it.
    pub fn failure(self, part: Part) -> Option<Rc<ApiError>> {
        match part {
            Part::Entitlements => failed(self.entitlements),
            Part::Orders => failed(self.orders),
            Part::Subscriptions => failed(self.subscriptions),
        }
    }

    /// Reads one part again, and nothing else.
    pub fn again(self, part: Part) {
        match part {
            Part::Entitlements => self.entitlements.again(),
            Part::Orders => self.orders.again(),
            Part::Subscriptions => self.subscriptions.again(),
        }
    }

    /// Until when the server asked to wait, by the visitor's clock; tracks it.
    pub fn waits_until(self) -> Option<Timestamp> {
        let until = [
            self.entitlements.waits_until(),
            self.orders.waits_until(),
            self.subscriptions.waits_until(),
        ];
        until.into_iter().flatten().max()
    }
}

fn failed<T: 'static>(query: Query<T>) -> Option<Rc<ApiError>> {
    match query.get() {
        Loaded::Failed(error) => Some(error),
        Loaded::Waiting | Loaded::Ready(_) => None,
    }
}

/// Reads the catalogue entries that the lists do not name, in the interface's language.
fn use_titles(
    customer: Signal<Option<CustomerId>>,
    missing: impl Fn() -> Missing + 'static,
) -> Query<Titles> {
    let missing = Memo::new(move |_| missing());
    let key = move || {
        let missing = missing.get();
        let Some(id) = customer.get() else {
            return String::new();
        };
        if missing == Missing::default() {
            return String::new();
        }
        let mut key = format!("software/{id}/titles/{}", lang().code());
        for product in &missing.products {
            key.push('/');
            key.push_str(product.as_str());
        }
        for (product, sku) in &missing.skus {
            key.push('/');
            key.push_str(product.as_str());
            key.push(':');
            key.push_str(sku.as_str());
        }
        key
    };
    use_query(key, move |api| {
        let id = customer.get();
        let missing = missing.get();
        async move { Ok(titles(&api, &known(id)?, missing).await) }
    })
}

/// What the catalogue does not know is kept as unknown, so that it is not asked for again.
async fn titles(api: &PartnerCenter, customer: &CustomerId, missing: Missing) -> Titles {
    let mut titles = Titles::default();
    let products = missing
        .products
        .iter()
        .map(|product| api.product(customer, product));
    for (product, answer) in missing.products.iter().zip(all(products.collect()).await) {
        let facts = answer.map(gather::product_facts).unwrap_or_default();
        titles.products.insert(product.clone(), facts);
    }
    let mut of_skus: Vec<&ProductId> = missing.skus.iter().map(|(product, _)| product).collect();
    of_skus.dedup();
    let lists = of_skus
        .iter()
        .map(|product| api.skus(customer, product, None));
    let lists = all(lists.collect()).await;
    for (product, sku) in &missing.skus {
        let place = of_skus.iter().position(|other| *other == product);
        let list = place
            .and_then(|place| lists.get(place))
            .and_then(|list| list.as_ref().ok());
        let title = list.and_then(|list| {
            let mut skus = list.items.iter().flatten();
            skus.find(|found| found.id == *sku)
                .map(|found| found.title.clone())
        });
        let key: (ProductId, SkuId) = (product.clone(), sku.clone());
        titles.skus.insert(key, title.unwrap_or_default());
    }
    titles
}
