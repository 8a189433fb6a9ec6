//! The mock Partner Center: a request goes in, an answer comes out, without browser or socket.
//!
//! Inside the page (`bin/sandbox_page.rs`) it answers `fetch`; natively (`bin/sandbox_server.rs`)
//! it answers HTTP. It follows Partner Center's published contract; `docs/sandbox.md` lists where
//! it differs. Bodies are written as Microsoft's documentation prints them, property by property,
//! and read back through the wire types in tests: so a misspelling on either side is found.

use std::collections::BTreeMap;

use crate::model::Timestamp;

pub mod documents;
pub mod http;
#[cfg(target_arch = "wasm32")]
pub mod page;
pub mod seed;
pub mod sentinels;
#[cfg(not(target_arch = "wasm32"))]
pub mod server;
pub mod settings;

mod agreement_templates;
mod agreements;
mod attachments;
mod audit;
mod base64;
mod bought;
mod call;
mod cancelling;
mod carts;
mod checkout;
mod credits;
mod customers;
mod direct_order;
mod downloads;
mod eligibility;
mod entitlements;
mod failure;
mod files;
mod history;
mod hostile;
mod inventory;
mod json;
mod limits;
mod order_cancellation;
mod orders;
mod paging;
mod pricing;
mod product_keys;
mod products;
mod qualifications;
mod role;
mod router;
mod service_requests;
mod subscription_cancellation;
mod subscriptions;
mod support;
mod trouble;
mod validation;
mod wire;

use call::Call;
use documents::Documents;
use http::{Answer, Request, Response};
use seed::directory::Directory;
use seed::who::Who;
use settings::Settings;
use trouble::Trouble;

/// One sandbox: its seed, what was changed since, and how it was started.
#[derive(Clone, Debug)]
pub struct Sandbox {
    pub directory: Directory,
    pub documents: Documents,
    /// The settings at the start, and again after a reset.
    pub start: Settings,
    /// Whether changes outlive this page or process.
    pub persistent: bool,
}

impl Sandbox {
    /// A fresh sandbox with that many customers besides the sentinels.
    pub fn new(customers: u32) -> Self {
        Sandbox {
            directory: Directory::new(customers.min(Directory::LARGEST)),
            documents: Documents::default(),
            start: Settings::default(),
            persistent: false,
        }
    }
}

/// Answers a request at the real time `real_now`.
pub fn handle(sandbox: &mut Sandbox, request: &Request, real_now: Timestamp) -> Answer {
    let settings = Settings::load(&sandbox.documents, &sandbox.start);
    let now = settings.now(real_now);
    let answer = if settings::is_control(request) {
        Answer {
            response: settings::control(sandbox, request, real_now),
            ..Answer::default()
        }
    } else {
        let trouble = settings.fault(&mut sandbox.documents, request);
        let trouble = trouble.or_else(|| sentinel_trouble(sandbox, request));
        let delay_ms = settings.latency_ms;
        let answered = trouble
            .as_ref()
            .is_none_or(|(trouble, after)| *after || trouble.needs_answer());
        let response = if answered {
            respond(sandbox, &settings, request, now)
        } else {
            Response::default()
        };
        let answer = Answer {
            response,
            delay_ms,
            ..Answer::default()
        };
        trouble.map_or(answer.clone(), |(trouble, _)| trouble.spoil(answer))
    };
    Answer {
        response: call::finish(answer.response, request, now),
        ..answer
    }
}

fn respond(
    sandbox: &mut Sandbox,
    settings: &Settings,
    request: &Request,
    now: Timestamp,
) -> Response {
    let (handler, parameters) = match router::find(&request.method, &request.path) {
        router::Found::Handler(handler, parameters) => (handler, parameters),
        router::Found::OtherMethods(allowed) => {
            let failure =
                failure::fail(405, "405", "The method is not supported for this resource.");
            return failure.response().with("Allow", allowed);
        }
        router::Found::Nothing => return failure::no_such_resource().response(),
    };
    if settings.token_needed && !has_token(request) {
        return failure::unauthorized();
    }
    let mut call = Call::new(sandbox, settings, request, parameters, now);
    support::act(&mut call);
    handler(&mut call).unwrap_or_else(|failure| failure.response())
}

fn has_token(request: &Request) -> bool {
    let header = request.headers.get("Authorization").unwrap_or_default();
    header
        .strip_prefix("Bearer ")
        .is_some_and(|token| !token.trim().is_empty())
}

/// The tenant of the customer that a call is about: named by the path, or by a new service request.
fn customer_of(request: &Request) -> Option<String> {
    match request.path.first()?.as_str() {
        "customers" => request.path.get(1).cloned(),
        "servicerequests" if request.method == "POST" => {
            let tenant = &request.json()?["organization"]["id"];
            tenant.as_str().map(str::to_owned)
        }
        _ => None,
    }
}

/// What a call about a sentinel customer meets, and whether it takes effect.
fn sentinel_trouble(sandbox: &mut Sandbox, request: &Request) -> Option<(Trouble, bool)> {
    let sentinel = Who::from_tenant(&customer_of(request)?)?.sentinel()?;
    let calls = match sentinels::counted_by(sentinel.kind, request) {
        Some(counter) => sandbox.documents.count(&format!("calls/{counter}")),
        None => 1,
    };
    let trouble = sentinels::trouble(sentinel.kind, request, calls)?;
    Some((trouble, sentinels::takes_effect(sentinel.kind)))
}

/// Counts by name, as the control resource shows them.
type Counts = BTreeMap<String, u32>;
