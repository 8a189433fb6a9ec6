//! The customer that a request is about, by name and domain.

use std::rc::Rc;

use super::words;
use crate::dom::{Fragment, view};
use crate::features::customers::is_nobody;
use crate::i18n::text;
use crate::model::service_request::ServiceRequest;
use crate::model::{CustomerId, CustomerRef};
use crate::partner_center::customers::Customer;
use crate::partner_center::{ApiError, ErrorKind};
use crate::paths;
use crate::query::{Loaded, use_query};
use crate::reactive::*;
use crate::ui::foreign;

/// What is known of it, fit for titles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Whom {
    /// As the customer itself is called, else as the request says; empty where nobody does.
    name: String,
    /// Empty while it is not known.
    domain: String,
    /// `None` where it is no customer: a request may be about the partner alone.
    customer: Option<CustomerId>,
}

/// Reads the customer, whose domain the request does not say.
pub(super) fn use_whom(shown: Memo<Option<Rc<ServiceRequest>>>) -> Memo<Whom> {
    let organization = Memo::new(move |_| {
        let request = shown.get();
        request.and_then(|request| request.organization.clone())
    });
    let id = Memo::new(move |_| organization.get().and_then(|of| of.id));
    let read = use_query::<Customer, _>(
        move || {
            let id = id.get();
            id.map_or(String::new(), |id| format!("customer/{id}"))
        },
        move |api| {
            let id = id.get_untracked();
            async move {
                match id {
                    Some(id) => api.customer(&id).await,
                    None => Err(ApiError::of(ErrorKind::NotFound)),
                }
            }
        },
    );
    Memo::new(move |_| {
        let said = organization.get().unwrap_or_default();
        let mut whom = Whom {
            name: words::whom(&said),
            domain: String::new(),
            customer: said.id.clone(),
        };
        match read.get() {
            Loaded::Ready(customer) => {
                let profile = &customer.company_profile;
                let name = profile.company_name.trim();
                if !name.is_empty() {
                    whom.name = foreign::visible(name);
                }
                whom.domain = foreign::visible(&profile.domain);
            }
            Loaded::Failed(error) if is_nobody(&error) => whom.customer = None,
            Loaded::Failed(_) | Loaded::Waiting => {}
        }
        whom
    })
}

impl Whom {
    /// `Contoso SARL (contoso.fr)`.
    pub fn full_name(&self) -> String {
        match self.domain.is_empty() || self.domain == self.name {
            true => self.name.clone(),
            false => format!("{} ({})", self.name, self.domain),
        }
    }

    /// The name, with the way to the customer's pages, and the domain.
    pub fn named(self) -> Fragment {
        let Whom {
            name,
            domain,
            customer,
        } = self;
        if name.is_empty() {
            return view! { <span class="quiet">{text::REQUESTS_NO_CUSTOMER}</span> };
        }
        let domain = Some(domain).filter(|domain| !domain.is_empty() && *domain != name);
        let name = match customer {
            None => view! { <bdi>{name}</bdi> },
            Some(id) => {
                let href = paths::customer(&CustomerRef::Id(id)).to_string();
                view! { <a href=href><bdi>{name}</bdi></a> }
            }
        };
        view! { {name} {domain.map(|domain| view! { <span class="quiet">{domain}</span> })} }
    }
}

#[cfg(test)]
mod tests {
    use super::Whom;

    #[test]
    fn is_named_with_its_domain_where_that_tells_more() {
        let whom = |name: &str, domain: &str| Whom {
            name: name.to_owned(),
            domain: domain.to_owned(),
            customer: None,
        };
        assert_eq!(
            whom("Contoso", "contoso.fr").full_name(),
            "Contoso (contoso.fr)"
        );
        assert_eq!(whom("contoso.fr", "contoso.fr").full_name(), "contoso.fr");
        assert_eq!(whom("Contoso", "").full_name(), "Contoso");
        assert_eq!(Whom::default().full_name(), "");
    }
}
