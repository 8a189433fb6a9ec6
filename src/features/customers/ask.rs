//! What is asked of Partner Center to carry out a search.

use crate::model::CustomerId;
use crate::model::customer_list::{CustomerRow, ListedRow};
use crate::model::customer_search::Search;
use crate::partner_center::customers::{Customer, CustomerQuery, CustomerSearch, SearchField};
use crate::partner_center::paging::NextPage;
use crate::partner_center::{ApiError, ErrorKind, PartnerCenter};

/// Customers a page.
const PAGE: u32 = 100;

/// One question. A search by beginning takes two: the API compares one field at a time.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Ask {
    List(CustomerQuery),
    One(CustomerId),
}

/// What a question brought.
pub(super) struct Answer {
    pub rows: Vec<ListedRow>,
    pub next: Option<NextPage>,
}

impl Ask {
    /// The questions of a search, in the order in which their answers are best read.
    pub fn all(search: &Search) -> Vec<Self> {
        let list = |search| Self::List(CustomerQuery { size: PAGE, search });
        match search {
            Search::All => vec![list(None)],
            Search::Id(id) => vec![Self::One(id.clone())],
            Search::Beginning(text) => [SearchField::CompanyName, SearchField::Domain]
                .map(|field| CustomerSearch {
                    field,
                    text: text.clone(),
                })
                .map(|search| list(Some(search)))
                .into(),
        }
    }

    /// Asks for the first page, or for the one after `next`. That nobody has this id is an answer
    /// without rows.
    pub async fn send(
        self,
        client: PartnerCenter,
        next: Option<NextPage>,
    ) -> Result<Answer, ApiError> {
        match self {
            Self::List(query) => {
                let page = client.customers(&query, next.as_ref()).await?;
                let rows = page.items.into_iter().map(|row| match row {
                    Ok(customer) => ListedRow::Customer(slim(customer)),
                    Err(unreadable) => ListedRow::Unreadable(unreadable.id),
                });
                Ok(Answer {
                    rows: rows.collect(),
                    next: page.next,
                })
            }
            Self::One(id) => match client.customer(&id).await {
                Ok(customer) => {
                    let rows = vec![ListedRow::Customer(slim(customer))];
                    Ok(Answer { rows, next: None })
                }
                Err(error) if is_nobody(&error) => Ok(Answer {
                    rows: Vec::new(),
                    next: None,
                }),
                Err(error) => Err(error),
            },
        }
    }
}

/// Whether an error says that this partner has no such customer: the API answers 404, or 403 with
/// code 20002 for a tenant that it knows from elsewhere (Microsoft, "Partner Center REST error
/// codes").
pub(in crate::features) fn is_nobody(error: &ApiError) -> bool {
    match error.kind {
        ErrorKind::NotFound => true,
        ErrorKind::Forbidden => error.code.as_deref() == Some("20002"),
        _ => false,
    }
}

/// What the list shows of a customer. The rest is not kept: there may be a hundred thousand.
fn slim(customer: Customer) -> CustomerRow {
    CustomerRow {
        id: customer.id,
        name: customer.company_profile.company_name,
        domain: customer.company_profile.domain,
        relationship: customer.relationship_to_partner.unwrap_or_default(),
    }
}
