//! Every page has its path, and every path leads to its page.

use super::*;
use crate::model::draft::CancelStep;

fn contoso() -> CustomerRef {
    "5f1c0f6e-8a7b-4c3d-9e2f-0123456789ab".parse().unwrap()
}

fn item() -> SoftwareItemId {
    SoftwareItemId {
        order: "2y6dF_rVgDAXMxypQPPnTquuXhKVK_3N1".parse().unwrap(),
        line: 2,
        product: "DG7GMGF0DWTL".parse().unwrap(),
        sku: "0001".parse().unwrap(),
    }
}

fn draft() -> RequestId {
    RequestId::from_random([7; 16])
}

fn service_request() -> ServiceRequestId {
    "616122292874576".parse().unwrap()
}

fn cart_id() -> CartId {
    "3e22b548-647d-4223-9675-1fcb6cb57665".parse().unwrap()
}

#[test]
fn every_page_has_its_path() {
    let by_domain: CustomerRef = "contoso.fr".parse().unwrap();
    let paths = [
        (start(), "/"),
        (customers(""), "/customers"),
        (
            customers("Søren & fils"),
            "/customers?q=S%C3%B8ren%20%26%20fils",
        ),
        (
            customer(&contoso()),
            "/customers/5f1c0f6e-8a7b-4c3d-9e2f-0123456789ab",
        ),
        (customer(&by_domain), "/customers/contoso.fr"),
        (
            customer_profile(&by_domain),
            "/customers/contoso.fr/profile",
        ),
        (software(&by_domain), "/customers/contoso.fr/software"),
        (
            software_item(&by_domain, &item()),
            "/customers/contoso.fr/software/2y6dF_rVgDAXMxypQPPnTquuXhKVK_3N1/2/DG7GMGF0DWTL/0001",
        ),
        (
            return_some(&by_domain, &item()),
            "/customers/contoso.fr/software/2y6dF_rVgDAXMxypQPPnTquuXhKVK_3N1/2/DG7GMGF0DWTL/0001/return",
        ),
        (catalog(&by_domain), "/customers/contoso.fr/products"),
        (
            product(&by_domain, &item().product),
            "/customers/contoso.fr/products/DG7GMGF0DWTL",
        ),
        (
            cart(&by_domain, &cart_id()),
            "/customers/contoso.fr/carts/3e22b548-647d-4223-9675-1fcb6cb57665",
        ),
        (
            confirmation(&by_domain, &cart_id()),
            "/customers/contoso.fr/carts/3e22b548-647d-4223-9675-1fcb6cb57665/confirmation",
        ),
        (orders(&by_domain), "/customers/contoso.fr/orders"),
        (
            order(&by_domain, &item().order),
            "/customers/contoso.fr/orders/2y6dF_rVgDAXMxypQPPnTquuXhKVK_3N1",
        ),
        (
            cancel(&by_domain, &item().order, CancelPage::Ways),
            "/customers/contoso.fr/orders/2y6dF_rVgDAXMxypQPPnTquuXhKVK_3N1/cancel",
        ),
        (
            cancel(
                &by_domain,
                &item().order,
                CancelPage::Step(CancelStep::Review),
            ),
            "/customers/contoso.fr/orders/2y6dF_rVgDAXMxypQPPnTquuXhKVK_3N1/cancel/review",
        ),
        (
            begin_cancel(&by_domain, &item().order, Some(2)),
            "/customers/contoso.fr/orders/2y6dF_rVgDAXMxypQPPnTquuXhKVK_3N1/cancel?line=2",
        ),
        (new_report(None, None, None), "/report"),
        (
            new_report(Some(&by_domain), Some(&item().order), Some(2)),
            "/report?customer=contoso.fr&order=2y6dF_rVgDAXMxypQPPnTquuXhKVK_3N1&line=2",
        ),
        (
            report(&draft(), ReportStep::Contact),
            "/report/07070707-0707-4707-8707-070707070707/contact",
        ),
        (requests(), "/requests"),
        (
            request(&"616122292874576".parse().unwrap()),
            "/requests/616122292874576",
        ),
        (
            customer_requests(&by_domain),
            "/customers/contoso.fr/requests",
        ),
        (drafts(), "/drafts"),
        (settings(), "/settings"),
        (activity(), "/settings/activity"),
        (file("config.json"), "/config.json"),
    ];
    for (built, expected) in paths {
        assert_eq!(built.as_str(), expected);
    }
}

#[test]
fn every_path_leads_to_its_page() {
    let named = |customer: &CustomerRef, part| Page::Customer {
        named: customer.to_string(),
        part,
    };
    let by_domain: CustomerRef = "contoso.fr".parse().unwrap();
    let pages = [
        (start(), Page::Start),
        (customers(""), Page::Customers),
        (
            customer(&contoso()),
            named(&contoso(), CustomerPart::Software),
        ),
        (
            customer(&by_domain),
            named(&by_domain, CustomerPart::Software),
        ),
        (
            software(&by_domain),
            named(&by_domain, CustomerPart::Software),
        ),
        (
            customer_profile(&by_domain),
            named(&by_domain, CustomerPart::Profile),
        ),
        (
            software_item(&by_domain, &item()),
            named(&by_domain, CustomerPart::Item(Some(item()))),
        ),
        (
            return_some(&by_domain, &item()),
            named(&by_domain, CustomerPart::Return(Some(item()))),
        ),
        (
            catalog(&by_domain),
            named(&by_domain, CustomerPart::Catalog),
        ),
        (
            product(&by_domain, &item().product),
            named(&by_domain, CustomerPart::Product(Some(item().product))),
        ),
        (
            cart(&by_domain, &cart_id()),
            named(&by_domain, CustomerPart::Cart(Some(cart_id()))),
        ),
        (
            confirmation(&by_domain, &cart_id()),
            named(&by_domain, CustomerPart::Confirmation(Some(cart_id()))),
        ),
        (orders(&by_domain), named(&by_domain, CustomerPart::Orders)),
        (
            order(&by_domain, &item().order),
            named(&by_domain, CustomerPart::Order(Some(item().order))),
        ),
        (
            customer_requests(&by_domain),
            named(&by_domain, CustomerPart::Requests),
        ),
        (requests(), Page::Requests),
        (
            request(&service_request()),
            Page::Request(Some(service_request())),
        ),
        (drafts(), Page::Drafts),
        (settings(), Page::Settings),
        (activity(), Page::Activity),
        (new_report(None, None, None), Page::Report(ReportPage::New)),
    ];
    let reporting = ReportStep::ALL.map(|step| {
        let page = Page::Report(ReportPage::At(Some((draft(), step))));
        (report(&draft(), step), page)
    });
    let cancelling = [
        CancelPage::Ways,
        CancelPage::Step(CancelStep::Lines),
        CancelPage::Step(CancelStep::Reason),
        CancelPage::Step(CancelStep::Consequences),
        CancelPage::Step(CancelStep::Review),
        CancelPage::Done,
    ]
    .map(|at| {
        let href = cancel(&by_domain, &item().order, at);
        let part = CustomerPart::Cancel(Some((item().order, at)));
        (href, named(&by_domain, part))
    });
    let pages = pages.into_iter().chain(cancelling).chain(reporting);
    for (href, page) in pages {
        assert_eq!(Page::at(href.as_str()), page);
        assert_eq!(Page::at(&format!("{href}/")), page, "{href}/");
    }
}

#[test]
fn a_path_that_leads_nowhere_is_said_to() {
    for path in [
        "/nowhere",
        "/customers/contoso.fr/software/1",
        "/customers/contoso.fr/orders/f76c6b7f449d/cancel/x",
        "/settings/x",
        "/settings/activity/x",
        "/report/07070707-0707-4707-8707-070707070707",
        "/report/07070707-0707-4707-8707-070707070707/x",
        "/requests/616122292874576/x",
        "/drafts/x",
        "//",
    ] {
        let found = Page::at(path);
        let nowhere = match found {
            Page::NotFound => true,
            Page::Customer { part, .. } => part == CustomerPart::NotFound,
            _ => path == "//",
        };
        assert!(nowhere, "{path}");
    }
    let Page::Customer { named, part } = Page::at("/customers/..%2f..%2fadmin/software/a/x/c/d")
    else {
        panic!("a customer's page, whatever the customer");
    };
    assert_eq!(
        (named.as_str(), part),
        ("../../admin", CustomerPart::Item(None))
    );
    assert!(named.parse::<CustomerRef>().is_err());
    assert_eq!(Page::at("/requests/..%2fcustomers"), Page::Request(None));
}
