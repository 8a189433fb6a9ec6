//! The customer that the pages under `/customers/{tenant GUID or domain}` are about.

use std::rc::Rc;

use super::lists::CustomerLists;
use crate::i18n::Lang;
use crate::model::{CustomerId, CustomerRef};
use crate::navigation::use_page;
use crate::partner_center::customers::Customer;
use crate::partner_center::{ApiError, ErrorKind};
use crate::paths::Page;
use crate::query::{Loaded, Query, use_query};
use crate::reactive::*;
use crate::ui::foreign;

/// The customer of the address, as a value that follows the address and the reading of it.
/// Cheap to copy into every closure.
#[derive(Clone, Copy)]
pub struct CurrentCustomer {
    /// What stands in the address where a customer is named.
    pub(super) address: Memo<String>,
    named: Memo<Option<CustomerRef>>,
    query: Query<Customer>,
    /// Stays the same when the customer is read again, and so does all that follows it.
    id: Memo<Option<CustomerId>>,
    lists: CustomerLists,
    part: RwSignal<Option<Signal<String>>>,
}

/// What can be said of a customer, known in part while the rest is being read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Introduced {
    /// What to call the customer, fit for a title: never empty, deceptive marks spelled out.
    pub name: String,
    /// The primary domain, fit for a title; empty while unknown.
    pub domain: String,
    /// ISO 3166-1 alpha-2, of the billing address or else of the company's; `None` while unknown.
    pub country: Option<String>,
    /// `relationshipToPartner` as it came; empty while unknown.
    pub relationship: String,
}

/// The customer of the page. Only below [`CustomerFrame`](super::CustomerFrame).
pub fn use_customer() -> CurrentCustomer {
    expect_context()
}

impl CurrentCustomer {
    /// Reads the customer that the address names.
    pub(super) fn follow_address() -> Self {
        let page = use_page();
        // While the page is being left the address names no customer any more: the last one stays.
        let address = Memo::new(move |before: Option<&String>| {
            page.with(|page| match page {
                Page::Customer { named, .. } => named.clone(),
                _ => before.cloned().unwrap_or_default(),
            })
        });
        let named = Memo::new(move |_| address.with(|named| named.parse::<CustomerRef>().ok()));
        let query = use_query(
            move || {
                named
                    .get()
                    .map(|named| format!("customer/{named}"))
                    .unwrap_or_default()
            },
            move |api| {
                let named = named.get_untracked();
                async move {
                    match named {
                        Some(named) => api.find_customer(&named).await,
                        None => Err(ApiError::of(ErrorKind::NotFound)),
                    }
                }
            },
        );
        let id = Memo::new(move |_| match named.get()? {
            CustomerRef::Id(id) => Some(id),
            CustomerRef::Domain(_) => query.ready().map(|customer| customer.id.clone()),
        });
        Self {
            address,
            named,
            query,
            id,
            lists: expect_context(),
            part: RwSignal::new(None),
        }
    }

    /// How the address names the customer; `None` when it names none. Links to other pages of the
    /// same customer are built from it. Tracks it.
    pub fn named(self) -> Option<CustomerRef> {
        self.named.get()
    }

    /// The tenant id: at once where the address says it, else once the domain is resolved.
    /// Whatever belongs to the customer can be read as soon as it is here. Tracks it.
    pub fn id(self) -> Option<CustomerId> {
        self.id.get()
    }

    /// The customer as Partner Center describes it; tracks it.
    pub fn get(self) -> Loaded<Customer> {
        self.query.get()
    }

    /// Why the customer could not be read, when there is nothing to show; tracks it.
    pub fn failure(self) -> Option<Rc<ApiError>> {
        match self.query.get() {
            Loaded::Failed(error) => Some(error),
            Loaded::Waiting | Loaded::Ready(_) => None,
        }
    }

    /// The language of its billing profile, if that one is spoken here; tracks it.
    pub fn language(self) -> Option<Lang> {
        let customer = self.query.ready()?;
        let profile = customer.billing_profile.as_ref()?;
        let tag = profile.culture.as_ref().or(profile.language.as_ref())?;
        Lang::from_tag(tag)
    }

    /// Reads the customer again, and nothing else.
    pub fn again(self) {
        self.query.again();
    }

    /// Name, domain and the like, as far as they are known; tracks it.
    pub fn introduced(self) -> Introduced {
        if let Some(customer) = self.query.ready() {
            return introduce(&customer);
        }
        let Some(named) = self.named.get() else {
            return Introduced::default();
        };
        let listed = match &named {
            CustomerRef::Id(id) => self.lists.find(id),
            CustomerRef::Domain(_) => None,
        };
        let Some(row) = listed else {
            return Introduced {
                name: named.to_string(),
                ..Introduced::default()
            };
        };
        Introduced {
            name: foreign::visible(super::words::name(&row)),
            domain: foreign::visible(&row.domain),
            country: None,
            relationship: row.relationship,
        }
    }

    /// The customer by name and domain, for titles of dialogs and windows:
    /// `Contoso SARL (contoso.fr)`. Tracks it.
    pub fn full_name(self) -> String {
        let Introduced { name, domain, .. } = self.introduced();
        if domain.is_empty() || domain == name {
            name
        } else {
            format!("{name} ({domain})")
        }
    }

    /// Says which part of the customer's pages is shown, for the window's title, until the caller's
    /// owner goes away.
    pub fn show_part(self, part: impl Fn() -> String + 'static) {
        let part = Signal::derive(part);
        self.part.set(Some(part));
        on_cleanup(move || {
            // Unless the next part is already there.
            let _ = self.part.update(|shown| {
                if *shown == Some(part) {
                    *shown = None;
                }
            });
        });
    }

    /// The window's title; tracks it.
    pub(super) fn title(self) -> String {
        let part = self.part.get().and_then(|part| part.try_get());
        match part {
            Some(part) => format!("{part} · {}", self.full_name()),
            None => self.full_name(),
        }
    }
}

fn introduce(customer: &Customer) -> Introduced {
    let profile = &customer.company_profile;
    let called = [&profile.company_name, &profile.domain]
        .into_iter()
        .find(|text| !text.trim().is_empty())
        .map_or(customer.id.as_str(), String::as_str);
    let billing = customer.billing_profile.as_ref();
    let addresses = [
        billing.and_then(|billing| billing.default_address.as_ref()),
        profile.address.as_ref(),
    ];
    let country = addresses.into_iter().flatten().find_map(|address| {
        address
            .country
            .clone()
            .filter(|country| !country.trim().is_empty())
    });
    Introduced {
        name: foreign::visible(called),
        domain: foreign::visible(&profile.domain),
        country,
        relationship: customer.relationship_to_partner.clone().unwrap_or_default(),
    }
}
