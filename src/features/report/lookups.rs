//! What is found out about the facts of a report while they are typed: whose purchase it is, and
//! what was paid for it.

use std::rc::Rc;
use std::time::Duration;

use crate::features::customers::is_nobody;
use crate::model::report::{Facts, Lookup, Purchase, Purchased};
use crate::model::{CustomerId, CustomerRef, Money};
use crate::partner_center::customers::Customer;
use crate::partner_center::{ApiError, ErrorKind, PartnerCenter};
use crate::query::{Loaded, Query, use_query};
use crate::reactive::*;

/// How long typing rests before something is looked up.
const REST: Duration = Duration::from_millis(400);

/// What is looked up.
#[derive(Clone, Debug, Default, PartialEq)]
struct Asked {
    tenant: Option<CustomerRef>,
    /// As it was typed, without spaces around it; empty where it has not the form of one.
    purchase: String,
}

/// What was found.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Found {
    pub tenant: Lookup,
    pub customer: Option<Rc<Customer>>,
    pub purchase: Lookup,
    pub bought: Option<Rc<Purchase>>,
    /// Something is still being looked up, or about to be.
    pub pending: bool,
}

impl Found {
    /// What was paid for the lines that are meant.
    pub fn paid(&self, lines: &[u32]) -> Vec<Money> {
        let bought = self.bought.as_ref();
        bought.map(|bought| bought.paid(lines)).unwrap_or_default()
    }
}

/// Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Lookups {
    pub found: Memo<Found>,
    typed: Memo<Option<Asked>>,
    asked: RwSignal<Asked>,
    later: Later,
}

/// Follows the facts; `None` while there are none.
pub(super) fn use_lookups(facts: impl Fn() -> Option<Facts> + 'static) -> Lookups {
    let typed = Memo::new(move |_| facts().map(|facts| asked_by(&facts)));
    let asked = RwSignal::new(Asked::default());
    let later = Later::begin();
    effect_after(move |before: Option<bool>| {
        let Some(now) = typed.get() else {
            return false;
        };
        // What stands there at first was not typed just now.
        match before {
            Some(true) => later.put_off(REST, move || asked.set(now)),
            _ => asked.set(now),
        }
        true
    });
    let tenant = use_tenant(asked);
    let whose = Memo::new(move |_| match asked.get().tenant? {
        CustomerRef::Id(id) => Some(id),
        named => {
            let tenant = tenant.ready().filter(|tenant| tenant.named == named)?;
            tenant.customer.as_ref().map(|customer| customer.id.clone())
        }
    });
    let bought = use_purchase(asked, whose);
    let found = Memo::new(move |_| {
        let (Some(typed), asked) = (typed.get(), asked.get()) else {
            return Found::default();
        };
        let mut found = Found {
            pending: typed != asked,
            ..Found::default()
        };
        if found.pending {
            return found;
        }
        if let Some(named) = asked.tenant {
            match tenant.get() {
                Loaded::Ready(tenant) if tenant.named == named => {
                    found.tenant = found_if(tenant.customer.is_some());
                    found.customer.clone_from(&tenant.customer);
                }
                // Nobody can tell.
                Loaded::Failed(_) => {}
                _ => found.pending = true,
            }
        }
        if let (Some(whose), false) = (whose.get(), asked.purchase.is_empty()) {
            let of = (whose, asked.purchase);
            match bought.get() {
                Loaded::Ready(bought) if bought.of == of => {
                    found.purchase = found_if(bought.purchase.is_some());
                    found.bought.clone_from(&bought.purchase);
                }
                Loaded::Failed(_) => {}
                _ => found.pending = true,
            }
        }
        found
    });
    Lookups {
        found,
        typed,
        asked,
        later,
    }
}

impl Lookups {
    /// Does not wait for typing to rest.
    pub fn look_now(self) {
        self.later.cancel();
        let typed = self.typed.get_untracked().unwrap_or_default();
        if self.asked.with_untracked(|asked| *asked != typed) {
            self.asked.set(typed);
        }
    }
}

fn found_if(there: bool) -> Lookup {
    match there {
        true => Lookup::Found,
        false => Lookup::NotFound,
    }
}

fn asked_by(facts: &Facts) -> Asked {
    let purchase = facts.purchased().map(|_| facts.purchase.trim().to_owned());
    Asked {
        tenant: facts.customer(),
        purchase: purchase.unwrap_or_default(),
    }
}

/// A customer, with the name it was asked for by: what is read follows the name only in time.
struct Tenant {
    named: CustomerRef,
    /// `None` where the partner has none of that name.
    customer: Option<Rc<Customer>>,
}

/// Reads the customer.
fn use_tenant(asked: RwSignal<Asked>) -> Query<Tenant> {
    let named = Memo::new(move |_| asked.get().tenant);
    let key = move || {
        let named = named.get();
        named.map_or(String::new(), |named| format!("report/{named}"))
    };
    use_query(key, move |api| {
        let named = named.get_untracked();
        async move {
            let named = named.ok_or_else(|| ApiError::of(ErrorKind::NotFound))?;
            let customer = match api.find_customer(&named).await {
                Ok(customer) => Some(Rc::new(customer)),
                Err(error) if is_nobody(&error) => None,
                Err(error) => return Err(error),
            };
            Ok(Tenant { named, customer })
        }
    })
}

/// A purchase, with what it was asked for by.
struct Bought {
    of: (CustomerId, String),
    purchase: Option<Rc<Purchase>>,
}

/// Reads the purchase. Kept with the orders: what makes those stale makes it stale.
fn use_purchase(asked: RwSignal<Asked>, whose: Memo<Option<CustomerId>>) -> Query<Bought> {
    let of = Memo::new(move |_| {
        let purchase = asked.with(|asked| asked.purchase.clone());
        let whose = whose.get().filter(|_| !purchase.is_empty());
        whose.zip(Some(purchase))
    });
    let key = move || {
        let of = of.get();
        of.map_or(String::new(), |(customer, purchase)| {
            format!("orders/{customer}/found/{purchase}")
        })
    };
    use_query(key, move |api| {
        let of = of.get_untracked();
        async move {
            let of = of.ok_or_else(|| ApiError::of(ErrorKind::NotFound))?;
            let purchase = find(&api, &of.0, &of.1).await?.map(Rc::new);
            Ok(Bought { of, purchase })
        }
    })
}

/// By its id; else, since people read the number on their screens, by that or by the subscription of
/// one of its lines.
async fn find(
    api: &PartnerCenter,
    customer: &CustomerId,
    purchase: &str,
) -> Result<Option<Purchase>, ApiError> {
    let facts = Facts {
        purchase: purchase.to_owned(),
        ..Facts::default()
    };
    let (order, subscription) = match facts.purchased() {
        None => return Ok(None),
        Some(Purchased::Order(order)) => (order, None),
        Some(Purchased::Either(order, subscription)) => (order, Some(subscription)),
    };
    match api.order(customer, &order).await {
        Ok(order) => return Ok(Some(Purchase::Order(Box::new(order), Vec::new()))),
        Err(error) if is_missing(&error) => {}
        Err(error) => return Err(error),
    }
    let orders = api.orders(customer).await?;
    let readable: Vec<_> = orders.items.iter().flatten().collect();
    if let Some(found) = Purchase::among(&readable, purchase) {
        return Ok(Some(found));
    }
    let Some(subscription) = subscription else {
        return Ok(None);
    };
    match api.subscription(customer, &subscription).await {
        Ok(_) => Ok(Some(Purchase::Subscription)),
        Err(error) if is_missing(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The server has none of that id, or says that it is none.
fn is_missing(error: &ApiError) -> bool {
    matches!(error.kind, ErrorKind::NotFound | ErrorKind::Refused)
}
