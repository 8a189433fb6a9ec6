//! The way from a failed call to a report of it, and what the address tells the report.

use super::{CustomerPart, Href, Page, Query, new_report};
use crate::model::report::Trouble;
use crate::model::{CustomerRef, OrderId};

/// Characters of each part; what is longer is no id, and no sentence of ours.
const LONGEST: usize = 500;

/// Beginning a report about a call that failed on a page.
pub fn report_of_error(page: &Page, trouble: &Trouble) -> Href {
    let (customer, order, line) = about(page);
    let href = new_report(customer.as_ref(), order.as_ref(), line);
    let search = href
        .as_str()
        .split_once('?')
        .map_or("", |(_, search)| search);
    let part = |part: &Option<String>| part.clone().unwrap_or_default();
    let query = Query::parse(search)
        .with("error", &trouble.what)
        .with("code", &part(&trouble.code))
        .with("correlation", &part(&trouble.correlation))
        .with("request", &part(&trouble.request));
    href.with_query(&query)
}

/// The call that a report is begun about, if it is about one.
pub fn trouble(query: &Query) -> Option<Trouble> {
    let part = |name: &str| {
        let text = query.get(name)?;
        Some(text.chars().take(LONGEST).collect::<String>())
    };
    Some(Trouble {
        what: part("error")?,
        code: part("code"),
        correlation: part("correlation"),
        request: part("request"),
    })
}

/// Whose page it is, and what of theirs.
fn about(page: &Page) -> (Option<CustomerRef>, Option<OrderId>, Option<u32>) {
    let Page::Customer { named, part } = page else {
        return (None, None, None);
    };
    let (order, line) = match part {
        CustomerPart::Item(Some(item)) | CustomerPart::Return(Some(item)) => {
            (Some(item.order.clone()), Some(item.line))
        }
        CustomerPart::Order(order) => (order.clone(), None),
        CustomerPart::Cancel(Some((order, _))) => (Some(order.clone()), None),
        _ => (None, None),
    };
    (named.parse().ok(), order, line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trouble_of(what: &str) -> Trouble {
        Trouble {
            what: what.to_owned(),
            code: Some("900150".to_owned()),
            correlation: Some("5d1a&b=c".to_owned()),
            request: None,
        }
    }

    #[test]
    fn what_failed_is_read_from_the_address_as_it_was() {
        let told = trouble_of("Les logiciels n'ont pas pu être lus : 100 % & plus?");
        let page = Page::at("/customers/contoso.fr/orders/2y6dF_rVg");
        let href = report_of_error(&page, &told);
        let (path, search) = href.as_str().split_once('?').unwrap();
        let query = Query::parse(search);
        assert_eq!(path, "/report");
        assert_eq!(query.get("customer"), Some("contoso.fr"));
        assert_eq!(query.get("order"), Some("2y6dF_rVg"));
        assert_eq!(trouble(&query), Some(told));
        assert_eq!(trouble(&Query::parse("customer=contoso.fr")), None);
    }

    #[test]
    fn what_is_typed_into_the_address_is_cut() {
        let query = Query::default().with("error", &"x".repeat(9_000));
        assert_eq!(trouble(&query).unwrap().what.len(), LONGEST);
    }
}
