//! A customer whose windows are looked at: who it is, and the software bought for it.

use crate::features::software::{CustomerSoftware, Part, use_software_of};
use crate::model::software::SoftwareItem;
use crate::model::{CustomerId, CustomerRef};
use crate::partner_center::customers::Customer;
use crate::query::{Loaded, Query, use_query};
use crate::reactive::*;
use crate::ui::foreign;

/// Its queries; the same that its own pages make, so that nothing is read twice.
#[derive(Clone, Copy)]
pub(super) struct Owner {
    customer: Query<Customer>,
    software: CustomerSoftware,
    known: Memo<Option<Known>>,
}

/// What they brought.
#[derive(Clone, PartialEq)]
pub(super) struct Known {
    pub id: CustomerId,
    /// Fit for a title: deceptive marks spelled out.
    pub name: String,
    /// The same; empty while unknown.
    pub domain: String,
    pub items: Vec<SoftwareItem>,
    /// Whether something of it could not be read.
    pub failed: bool,
}

impl Known {
    /// The customer by name and domain.
    pub fn full_name(&self) -> String {
        match self.domain.is_empty() {
            true => self.name.clone(),
            false => format!("{} ({})", self.name, self.domain),
        }
    }
}

pub(super) fn use_owner(id: CustomerId) -> Owner {
    let (key, asked) = (
        format!("customer/{}", CustomerRef::Id(id.clone())),
        id.clone(),
    );
    let customer = use_query(
        move || key.clone(),
        move |api| {
            let id = asked.clone();
            async move { api.customer(&id).await }
        },
    );
    let of = Some(id.clone());
    let software = use_software_of(Signal::from(of));
    Owner {
        customer,
        software,
        // What is read again stays meanwhile.
        known: Memo::new(move |before: Option<&Option<Known>>| {
            known(&id, customer, software).or_else(|| before.cloned().flatten())
        }),
    }
}

fn known(id: &CustomerId, customer: Query<Customer>, software: CustomerSoftware) -> Option<Known> {
    let list = software.list()?;
    let (name, domain) = match customer.get() {
        Loaded::Waiting => return None,
        Loaded::Failed(_) => (id.to_string(), String::new()),
        Loaded::Ready(customer) => {
            let profile = &customer.company_profile;
            (
                foreign::visible(&profile.company_name),
                foreign::visible(&profile.domain),
            )
        }
    };
    let mut parts = Part::ALL.into_iter();
    Some(Known {
        id: id.clone(),
        name,
        domain,
        items: list.items.clone(),
        failed: parts.any(|part| software.failure(part).is_some())
            || matches!(customer.get(), Loaded::Failed(_)),
    })
}

impl Owner {
    /// What is known once everything has come, or failed; `None` before. Tracks it.
    pub fn known(self) -> Option<Known> {
        self.known.get()
    }

    /// Reads what failed again, and nothing else.
    pub fn again(self) {
        if untrack(|| matches!(self.customer.get(), Loaded::Failed(_))) {
            self.customer.again();
        }
        for part in Part::ALL {
            if untrack(|| self.software.failure(part)).is_some() {
                self.software.again(part);
            }
        }
    }
}
