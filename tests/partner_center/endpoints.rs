//! Every call that the client can make, with what it asks for and what answers it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use latchkey::model::agreement::Contact;
use latchkey::model::billing::BillingCycle;
use latchkey::model::cancellation::What;
use latchkey::model::cart::{Cart, CartLine};
use latchkey::model::report::Impact;
use latchkey::model::role::Role;
use latchkey::model::segment::Segment;
use latchkey::model::service_request::NewRequest;
use latchkey::model::{
    AttachmentId, CartId, CatalogItemId, CustomerId, CustomerRef, OrderId, ProductId, RequestId,
    ServiceRequestId, SkuId, Timestamp,
};
use latchkey::partner_center::ApiError;
use latchkey::partner_center::catalog::TargetView;
use latchkey::partner_center::client::PartnerCenter;
use latchkey::partner_center::customers::{CustomerQuery, CustomerSearch, SearchField};
use latchkey::partner_center::json::Read;
use latchkey::partner_center::service_requests::RequestChange;
use latchkey::partner_center::subscriptions::WholeSubscription;
use latchkey::partner_center::transport::LocalFuture;

use percent_encoding::percent_decode_str;

use crate::scripted::customer_id;

pub type Outcome = LocalFuture<Result<(), ApiError>>;

/// What a call does at the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Does {
    /// `GET`
    Read,
    /// Asks with a body, and changes nothing.
    Ask,
    Write,
}

pub struct Endpoint {
    /// The method of [`PartnerCenter`].
    pub name: &'static str,
    pub does: Does,
    /// The path of each call that it makes, in order; `{}` stands for an identifier, `{*}` for what may
    /// hold slashes.
    pub paths: &'static [&'static str],
    /// What each of them is answered when all is well.
    pub answers: &'static [&'static str],
    pub ask: fn(&PartnerCenter, &Given) -> Outcome,
}

/// What calls are made with.
#[derive(Clone)]
pub struct Given {
    pub request: RequestId,
    pub customer: CustomerId,
    /// By domain: one by id is read at once.
    pub named: CustomerRef,
    pub order: OrderId,
    pub item: CatalogItemId,
    pub cart: CartId,
    pub subscription: WholeSubscription,
    pub service_request: ServiceRequestId,
    pub attachment: AttachmentId,
    /// Texts that the server gave.
    pub template: String,
    pub option_key: String,
    pub segment: Segment,
    pub country: String,
    pub language: String,
    pub key_uri: String,
    pub search: String,
}

/// A subscription with this id.
pub fn subscription(id: &str) -> Option<WholeSubscription> {
    let mut body: serde_json::Value = serde_json::from_str(fixture!("subscription")).unwrap();
    body["id"] = id.into();
    WholeSubscription::read(body).ok()
}

/// Where keys of a customer lie.
pub fn keys_of(customer: &CustomerId) -> String {
    format!("/customers/{customer}/artifacts/productkey/")
}

impl Given {
    pub fn new() -> Self {
        Given {
            request: "11111111-1111-4111-8111-111111111111".parse().unwrap(),
            customer: customer_id(),
            named: "contoso.com".parse().unwrap(),
            order: "2y6dF_rVgDAXMxypQPPnTquuXhKVK_3N1".parse().unwrap(),
            item: "DG7GMGF0DWTL:0001:DG7GMGF0DSFM".parse().unwrap(),
            cart: "6b1c2f0a-71f4-4b0f-9a53-0d8f5f1f7a10".parse().unwrap(),
            subscription: subscription("3f2504e0-4f89-11d3-9a0c-0305e82c3301").unwrap(),
            service_request: "616122292874576".parse().unwrap(),
            attachment: "a-1".parse().unwrap(),
            template: "998b88de-aa99-4388-a42c-1b3517d49490".to_owned(),
            option_key: "AH+Y/N8=".to_owned(),
            segment: Segment::from("commercial".to_owned()),
            country: "FR".to_owned(),
            language: "fr-FR".to_owned(),
            key_uri: format!("{}groups", keys_of(&customer_id())),
            search: "Contoso".to_owned(),
        }
    }

    fn product(&self) -> &ProductId {
        &self.item.product
    }

    fn sku(&self) -> &SkuId {
        &self.item.sku
    }

    fn line(&self) -> CartLine {
        CartLine {
            id: 0,
            catalog_item: self.item.clone(),
            friendly_name: None,
            quantity: 1,
            billing_cycle: BillingCycle::from("one_time".to_owned()),
            term: None,
            attestation_accepted: None,
            order_group: None,
            currency: None,
            pricing: None,
            error: None,
        }
    }

    fn contact(&self) -> Contact {
        Contact {
            first_name: "Marie".to_owned(),
            last_name: "Curie".to_owned(),
            email: "m@example.com".to_owned(),
            phone: String::new(),
        }
    }

    fn query(&self) -> CustomerQuery {
        CustomerQuery {
            size: 40,
            search: Some(CustomerSearch {
                field: SearchField::CompanyName,
                text: self.search.clone(),
            }),
        }
    }
}

/// An outcome of which only success and failure matter.
fn of<T: 'static>(asked: impl Future<Output = Result<T, ApiError>> + 'static) -> Outcome {
    Box::pin(async move { asked.await.map(drop) })
}

const LIST: &str = r#"{"items":[]}"#;
const PRODUCT: &str = r#"{"id":"DG7GMGF0DWTL","title":"Office"}"#;
const ATTACHMENT: &str = r#"{"id":"a-1","received":0,"chunkSize":1024,"chunks":[]}"#;
const REQUEST: &str = r#"{"id":"616122292874576","title":"Refund"}"#;
const CONFIRMED: &str = r#"{"templateId":"1","type":"MicrosoftCustomerAgreement"}"#;
const BY_DOMAIN: &str = r#"{"items":[{"id":"5d1c3a40-9d0f-4c1b-8a55-2f7f0c9e1b11",
    "companyProfile":{"domain":"contoso.com"}}]}"#;
const FIRST_PAGE: &str = r#"{"items":[],"links":{"next":{"uri":"/auditrecords?seekOperation=Next",
    "headers":[{"key":"MS-ContinuationToken","value":"t"}]}}}"#;

macro_rules! endpoint {
    ($name:literal, $does:ident, $paths:expr, $answers:expr, $ask:expr) => {
        Endpoint {
            name: $name,
            does: Does::$does,
            paths: &$paths,
            answers: &$answers,
            ask: $ask,
        }
    };
}

#[rustfmt::skip]
pub const ALL: &[Endpoint] = &[
    endpoint!("customers", Read, ["/customers"], [LIST],
        |api, with| of(api.customers(&with.query(), None))),
    endpoint!("customer", Read, ["/customers/{}"], [fixture!("customer")],
        |api, with| of(api.customer(&with.customer))),
    endpoint!("find_customer", Read, ["/customers", "/customers/{}"], [BY_DOMAIN, fixture!("customer")],
        |api, with| of(api.find_customer(&with.named))),
    endpoint!("entitlements", Read, ["/customers/{}/entitlements"], [fixture!("entitlements")],
        |api, with| of(api.entitlements(&with.customer))),
    endpoint!("orders", Read, ["/customers/{}/orders"], [fixture!("orders")],
        |api, with| of(api.orders(&with.customer))),
    endpoint!("order", Read, ["/customers/{}/orders/{}"], [fixture!("cancelled-order")],
        |api, with| of(api.order(&with.customer, &with.order))),
    endpoint!("provisioning_status", Read, ["/customers/{}/orders/{}/provisioningstatus"], [fixture!("provisioning-status")],
        |api, with| of(api.provisioning_status(&with.customer, &with.order))),
    endpoint!("subscriptions", Read, ["/customers/{}/subscriptions"], [fixture!("subscriptions")],
        |api, with| of(api.subscriptions(&with.customer))),
    endpoint!("subscription", Read, ["/customers/{}/subscriptions/{}"], [fixture!("subscription")],
        |api, with| of(api.subscription(&with.customer, &with.subscription.known.id))),
    endpoint!("product_key", Read, ["/customers/{}/artifacts/productkey/{*}"], [fixture!("product-key")],
        |api, with| of(api.product_key(&with.customer, &with.key_uri))),
    endpoint!("download_options", Read, ["/customers/{}/products/{}/skus/{}/downloadoptions"], [fixture!("download-options")],
        |api, with| of(api.download_options(&with.customer, with.product(), with.sku()))),
    endpoint!("download_link", Read, ["/customers/{}/products/{}/skus/{}/downloadoptions/{*}/downloadlink"], [fixture!("download-link")],
        |api, with| of(api.download_link(&with.customer, with.product(), with.sku(), &with.option_key))),
    endpoint!("products_in_view", Read, ["/customers/{}/products"], [fixture!("products")],
        |api, with| of(api.products_in_view(&with.customer, TargetView::Software, &with.segment))),
    endpoint!("product", Read, ["/customers/{}/products/{}"], [PRODUCT],
        |api, with| of(api.product(&with.customer, with.product()))),
    endpoint!("skus", Read, ["/customers/{}/products/{}/skus"], [fixture!("skus")],
        |api, with| of(api.skus(&with.customer, with.product(), Some(&with.segment)))),
    endpoint!("availabilities", Read, ["/customers/{}/products/{}/skus/{}/availabilities"], [fixture!("availabilities")],
        |api, with| of(api.availabilities(&with.customer, with.product(), with.sku(), Some(&with.segment)))),
    endpoint!("check_inventory", Ask, ["/extensions/product/checkinventory"], [fixture!("inventory")],
        |api, with| of(api.check_inventory(&with.country, &with.customer, std::slice::from_ref(&with.item)))),
    endpoint!("cart", Read, ["/customers/{}/carts/{}"], [fixture!("cart")],
        |api, with| of(api.cart(&with.customer, &with.cart))),
    endpoint!("create_cart", Write, ["/customers/{}/carts"], [fixture!("cart")],
        |api, with| of(api.create_cart(&with.request, &with.customer, &[with.line()]))),
    endpoint!("update_cart", Write, ["/customers/{}/carts/{}"], [fixture!("cart")],
        |api, with| {
            let cart: serde_json::Value = serde_json::from_str(fixture!("cart")).unwrap();
            let cart = Cart { id: with.cart.clone(), ..Cart::read(cart).unwrap() };
            of(api.update_cart(&with.request, &with.customer, &cart))
        }),
    endpoint!("checkout", Write, ["/customers/{}/carts/{}/checkout"], [fixture!("checkout")],
        |api, with| of(api.checkout(&with.request, &with.customer, &with.cart))),
    endpoint!("cancel_order", Write, ["/customers/{}/orders/{}"], [fixture!("cancelled-order")],
        |api, with| of(api.cancel_order(&with.request, &with.customer, &with.order, &What::WholeOrder))),
    endpoint!("cancel_subscription", Write, ["/customers/{}/subscriptions/{}"], [fixture!("subscription")],
        |api, with| of(api.cancel_subscription(&with.request, &with.customer, &with.subscription))),
    endpoint!("agreement_templates", Read, ["/agreements"], [fixture!("agreement-templates")],
        |api, _| of(api.agreement_templates())),
    endpoint!("agreement_document", Read, ["/agreementtemplates/{*}/document"], [r#"{"displayUri":"https://a.example"}"#],
        |api, with| of(api.agreement_document(&with.template, &with.language, &with.country))),
    endpoint!("agreements", Read, ["/customers/{}/agreements"], [fixture!("agreements")],
        |api, with| of(api.agreements(&with.customer))),
    endpoint!("direct_signing", Read, ["/customers/{}/directSignedMicrosoftCustomerAgreementStatus"], [r#"{"isSigned":true}"#],
        |api, with| of(api.direct_signing(&with.customer))),
    endpoint!("confirm_agreement", Write, ["/customers/{}/agreements"], [CONFIRMED],
        |api, with| of(api.confirm_agreement(&with.request, &with.customer, &with.template, &with.contact(), Timestamp::from_millis(0)))),
    endpoint!("qualifications", Read, ["/customers/{}/qualifications"], [fixture!("qualifications")],
        |api, with| of(api.qualifications(&with.customer))),
    endpoint!("account_status", Read, ["/customers/{}/validationStatus"], [r#"{"type":"account","status":"Allowed"}"#],
        |api, with| of(api.account_status(&with.customer))),
    endpoint!("audit_records", Read, ["/auditrecords", "/auditrecords"], [FIRST_PAGE, fixture!("audit-records")],
        |api, with| {
            let (api, customer) = (api.clone(), with.customer.clone());
            of(async move { api.audit_records(&customer, None).await })
        }),
    endpoint!("support_topics", Read, ["/servicerequests/supporttopics"], [fixture!("support-topics")],
        |api, _| of(api.support_topics())),
    endpoint!("service_requests", Read, ["/servicerequests"], [fixture!("service-requests")],
        |api, _| of(api.service_requests(None))),
    endpoint!("service_requests_of", Read, ["/customers/{}/servicerequests"], [fixture!("service-requests")],
        |api, with| of(api.service_requests_of(&with.customer))),
    endpoint!("service_request", Read, ["/servicerequests/{}"], [REQUEST],
        |api, with| of(api.service_request(&with.service_request))),
    endpoint!("create_service_request", Write, ["/servicerequests/{}"], [REQUEST],
        |api, with| {
            let asked = NewRequest {
                topic: "32444690".to_owned(),
                impact: Impact::Moderate,
                title: "Refund".to_owned(),
                description: "Why".to_owned(),
                contact: with.contact(),
                customer: Some((with.customer.clone(), "Contoso".to_owned())),
                attachments: vec![with.attachment.clone()],
            };
            of(api.create_service_request(&with.request, "fr-FR", &asked))
        }),
    endpoint!("change_service_request", Write, ["/servicerequests/{}"], [REQUEST],
        |api, with| of(api.change_service_request(&with.request, &with.service_request, &RequestChange::Close))),
    endpoint!("create_attachment", Write, ["/extensions/attachments"], [ATTACHMENT],
        |api, with| of(api.create_attachment(&with.request, "a.pdf", 10, "application/pdf"))),
    endpoint!("send_chunk", Write, ["/extensions/attachments/{}/chunks/{}"], [ATTACHMENT],
        |api, with| of(api.send_chunk(&with.request, &with.attachment, 0, vec![1, 2]))),
    endpoint!("attachment", Read, ["/extensions/attachments/{}"], [ATTACHMENT],
        |api, with| of(api.attachment(&with.attachment))),
    endpoint!("delete_attachment", Write, ["/extensions/attachments/{}"], ["{}"],
        |api, with| of(api.delete_attachment(&with.request, &with.attachment))),
    endpoint!("role", Read, ["/extensions/role"], [r#"{"role":"admin_agent"}"#],
        |api, _| of(api.role("/extensions/role"))),
    endpoint!("sandbox", Read, ["/extensions/sandbox"], [r#"{"persistent":true}"#],
        |api, _| of(api.sandbox())),
    endpoint!("act_as", Write, ["/extensions/sandbox"], ["{}"],
        |api, _| of(api.act_as(&Role::AdminAgent))),
    endpoint!("reset_sandbox", Write, ["/extensions/sandbox/reset"], ["{}"],
        |api, _| of(api.reset_sandbox())),
];

/// Whether a path is the one of a template, also when gateways decode it up to three times and read
/// backslashes as slashes.
pub fn fits(template: &str, path: &str) -> bool {
    let mut path = path.split('?').next().unwrap_or_default().to_owned();
    for _ in 0..=3 {
        if !is_like(template, &path) {
            return false;
        }
        path = percent_decode_str(&path).decode_utf8_lossy().into_owned();
    }
    true
}

fn is_like(template: &str, path: &str) -> bool {
    let path = path.replace('\\', "/");
    let wanted: Vec<&str> = template.split('/').collect();
    let found: Vec<&str> = path.split('/').collect();
    let Some(open) = wanted.iter().position(|one| *one == "{*}") else {
        return wanted.len() == found.len() && pairs_fit(&wanted, &found);
    };
    let behind = wanted.len() - open - 1;
    if found.len() < wanted.len() {
        return false;
    }
    let (before, rest) = found.split_at(open);
    let (held, after) = rest.split_at(rest.len() - behind);
    pairs_fit(&wanted[..open], before)
        && held.iter().all(|one| one.is_empty() || is_inside(one))
        && pairs_fit(&wanted[open + 1..], after)
}

fn pairs_fit(wanted: &[&str], found: &[&str]) -> bool {
    let mut pairs = wanted.iter().zip(found);
    pairs.all(|(wanted, found)| match *wanted {
        "{}" => is_inside(found),
        literal => literal == *found,
    })
}

/// A segment that leads nowhere else, nor ends the path.
fn is_inside(segment: &str) -> bool {
    let name = segment.split(';').next().unwrap_or_default();
    let breaks = |c: char| c.is_control() || "?#".contains(c);
    !name.is_empty() && name != "." && name != ".." && !segment.contains(breaks)
}

/// The public methods of the client that make calls, as its source has them.
fn in_source() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/partner_center");
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    let files = files.filter(|file| file.extension().is_some_and(|ending| ending == "rs"));
    let mut names = BTreeSet::new();
    for file in files {
        let source = fs::read_to_string(file).unwrap();
        for block in source.split("\nimpl PartnerCenter {\n").skip(1) {
            let block = block.split("\n}\n").next().unwrap();
            names.extend(calls_in(block));
        }
    }
    names
}

/// Of a block of methods, those that can fail as calls do.
fn calls_in(block: &str) -> Vec<String> {
    let methods = block.split("\n    pub ").flat_map(|method| {
        let method = method.strip_prefix("async ").unwrap_or(method);
        let (name, rest) = method.strip_prefix("fn ")?.split_once('(')?;
        let signature = rest.split(" {\n").next()?;
        let calls = ["Asked<", "ApiError>"];
        let calls = calls.iter().any(|result| signature.contains(result));
        calls.then(|| name.split('<').next().unwrap_or(name).to_owned())
    });
    methods.collect()
}

#[test]
fn every_call_of_the_client_is_among_them() {
    let listed: BTreeSet<String> = ALL.iter().map(|one| one.name.to_owned()).collect();
    assert_eq!(listed, in_source());
    assert_eq!(listed.len(), ALL.len(), "each once");
}

#[test]
fn the_source_is_read_as_it_is_written() {
    let block = "    pub fn a(&self) -> Asked<T> {\n    }\n\n    /// Words.\n    pub async fn b(\n        \
                 &self,\n    ) -> Result<T, ApiError> {\n    }\n\n    pub fn c(&self) -> &str {\n    }\n\n    \
                 pub(super) fn d(&self) -> Asked<T> {\n    }\n";
    assert_eq!(calls_in(&format!("\n{block}")), ["a", "b"]);
}

#[test]
fn a_path_that_leaves_its_template_is_found_out() {
    let (one, open) = ("/a/{}/b", "/a/{*}/b");
    for good in ["/a/x/b", "/a/x%3Ay/b?c=/d"] {
        assert!(fits(one, good) && fits(open, good), "{good}");
    }
    assert!(fits(open, "/a/AH%2BY%2FN8%3D/b") && !fits(one, "/a/AH%2BY%2FN8%3D/b"));
    for bad in [
        "/a/b",
        "/a//b",
        "/a/../b",
        "/a/%2e%2e/b",
        "/a/%252e%252e%252fx/b",
        "/a/x%5c..%5cy/b",
        "/a/..;x/b",
        "/a/x%3fy/b",
        "/a/x%23y/b",
        "/a/x%250ay/b",
        "/b/x/b",
        "/a/x/c",
        "/a/x/b/c",
    ] {
        assert!(!fits(one, bad), "{bad}");
        assert!(bad == "/a//b" || !fits(open, bad), "{bad}");
    }
}
