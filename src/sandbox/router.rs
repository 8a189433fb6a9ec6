//! Which handler answers which path.

use super::call::Call;
use super::failure::Failure;
use super::http::Response;
use super::{
    agreement_templates, agreements, attachments, audit, carts, checkout, customers, direct_order,
    downloads, entitlements, inventory, order_cancellation, orders, product_keys, products,
    qualifications, role, service_requests, subscription_cancellation, subscriptions, validation,
};

pub type Handler = fn(&mut Call) -> Result<Response, Failure>;

/// `{}` stands for one segment, handed to the handler.
const ROUTES: &[(&str, &str, Handler)] = &[
    ("GET", "customers", customers::list),
    ("GET", "customers/{}", customers::one),
    (
        "GET",
        "customers/{}/profiles/company",
        customers::company_profile,
    ),
    (
        "GET",
        "customers/{}/profiles/billing",
        customers::billing_profile,
    ),
    ("GET", "customers/{}/agreements", agreements::list),
    ("POST", "customers/{}/agreements", agreements::create),
    (
        "GET",
        "customers/{}/directSignedMicrosoftCustomerAgreementStatus",
        agreements::direct_signed,
    ),
    ("GET", "customers/{}/validationStatus", validation::one),
    ("GET", "customers/{}/qualifications", qualifications::list),
    (
        "POST",
        "customers/{}/qualifications",
        qualifications::create,
    ),
    ("POST", "customers/{}/carts", carts::create),
    ("GET", "customers/{}/carts/{}", carts::one),
    ("PUT", "customers/{}/carts/{}", carts::replace),
    ("POST", "customers/{}/carts/{}/checkout", checkout::checkout),
    ("GET", "customers/{}/entitlements", entitlements::list),
    (
        "GET",
        "customers/{}/artifacts/productkey/groups/{}/lineitems/{}/items/{}",
        product_keys::one,
    ),
    ("GET", "customers/{}/orders", orders::list),
    ("POST", "customers/{}/orders", direct_order::create),
    ("GET", "customers/{}/orders/{}", orders::one),
    (
        "PATCH",
        "customers/{}/orders/{}",
        order_cancellation::cancel,
    ),
    (
        "GET",
        "customers/{}/orders/{}/provisioningstatus",
        orders::provisioning_status,
    ),
    ("GET", "customers/{}/subscriptions", subscriptions::list),
    ("GET", "customers/{}/subscriptions/{}", subscriptions::one),
    (
        "PATCH",
        "customers/{}/subscriptions/{}",
        subscription_cancellation::cancel,
    ),
    ("GET", "customers/{}/products", products::list),
    ("GET", "customers/{}/products/{}", products::one),
    ("GET", "customers/{}/products/{}/skus", products::skus),
    ("GET", "customers/{}/products/{}/skus/{}", products::sku),
    (
        "GET",
        "customers/{}/products/{}/skus/{}/availabilities",
        products::availabilities,
    ),
    (
        "GET",
        "customers/{}/products/{}/skus/{}/availabilities/{}",
        products::availability,
    ),
    (
        "GET",
        "customers/{}/products/{}/skus/{}/downloadoptions",
        downloads::list,
    ),
    (
        "GET",
        "customers/{}/products/{}/skus/{}/downloadoptions/{}/downloadlink",
        downloads::download_link,
    ),
    ("GET", "products", products::list),
    ("GET", "products/{}", products::one),
    ("GET", "products/{}/skus", products::skus),
    ("GET", "products/{}/skus/{}", products::sku),
    (
        "GET",
        "products/{}/skus/{}/availabilities",
        products::availabilities,
    ),
    (
        "GET",
        "products/{}/skus/{}/availabilities/{}",
        products::availability,
    ),
    (
        "GET",
        "products/{}/skus/{}/downloadoptions",
        downloads::list,
    ),
    ("GET", "agreements", agreement_templates::list),
    (
        "GET",
        "agreementtemplates/{}/document",
        agreement_templates::document,
    ),
    ("GET", "auditrecords", audit::list),
    (
        "GET",
        "customers/{}/servicerequests",
        service_requests::of_customer,
    ),
    (
        "GET",
        "servicerequests/supporttopics",
        service_requests::topics,
    ),
    ("GET", "servicerequests", service_requests::list),
    ("GET", "servicerequests/{}", service_requests::one),
    ("POST", "servicerequests/{}", service_requests::create),
    ("PATCH", "servicerequests/{}", service_requests::change),
    ("POST", "extensions/attachments", attachments::create),
    ("GET", "extensions/attachments/{}", attachments::one),
    ("DELETE", "extensions/attachments/{}", attachments::delete),
    (
        "GET",
        "extensions/attachments/{}/content",
        attachments::content,
    ),
    (
        "PUT",
        "extensions/attachments/{}/chunks/{}",
        attachments::put_chunk,
    ),
    (
        "POST",
        "extensions/product/checkinventory",
        inventory::check,
    ),
    ("GET", "extensions/role", role::one),
];

pub enum Found {
    Handler(Handler, Vec<String>),
    /// The path is known, with these methods.
    OtherMethods(String),
    Nothing,
}

pub fn find(method: &str, path: &[String]) -> Found {
    let mut allowed = Vec::new();
    for (known, template, handler) in ROUTES {
        match fit(template, path) {
            Some(parameters) if *known == method => return Found::Handler(*handler, parameters),
            Some(_) => allowed.push(*known),
            None => {}
        }
    }
    if allowed.is_empty() {
        Found::Nothing
    } else {
        Found::OtherMethods(allowed.join(", "))
    }
}

/// The segments that stand in the placeholders; fixed parts are compared without regard to case.
fn fit(template: &str, path: &[String]) -> Option<Vec<String>> {
    let parts = template.split('/');
    if parts.clone().count() != path.len() {
        return None;
    }
    let mut parameters = Vec::new();
    for (part, segment) in parts.zip(path) {
        if part == "{}" {
            parameters.push(segment.clone());
        } else if !part.eq_ignore_ascii_case(segment) {
            return None;
        }
    }
    Some(parameters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_finds_its_handler_or_says_what_it_takes() {
        let path = |text: &str| text.split('/').map(str::to_owned).collect::<Vec<_>>();
        let found = find("GET", &path("Customers/A:b"));
        assert!(matches!(found, Found::Handler(_, parameters) if parameters == ["A:b"]));
        assert!(
            matches!(find("PUT", &path("customers")), Found::OtherMethods(allowed) if allowed == "GET")
        );
        assert!(matches!(
            find("GET", &path("customers/a/b/c/d")),
            Found::Nothing
        ));
    }
}
