//! The controls: role, clock, latency, faults, and what took effect. `GET` and `PUT
//! /extensions/sandbox`, `POST /extensions/sandbox/reset` and `…/decide`; ours alone, so not part of the API.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::call::{Call, Epoch};
use super::documents::Documents;
use super::failure::{Failure, fail, invalid, no_such_resource};
use super::http::{Request, Response};
use super::seed::catalog::Product;
use super::support;
use super::trouble::{Trouble, fits};
use super::{Counts, Sandbox};
use crate::model::Timestamp;
use crate::partner_center::extensions::{
    Effects, Fault, SandboxChange, SandboxClock, SandboxControl,
};
use crate::partner_center::json::{decode, encode};

/// The roles of the partner's users that the sandbox knows.
pub const ROLES: [&str; 4] = [
    "admin_agent",
    "global_admin",
    "sales_agent",
    "helpdesk_agent",
];

/// What the control resource sets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// One of [`ROLES`]
    pub role: String,
    pub clock: SandboxClock,
    /// Added to every answer.
    pub latency_ms: u32,
    /// How long what is new stays out of lists.
    pub list_lag_seconds: u32,
    /// How long a new order is pending.
    pub provisioning_seconds: u32,
    /// How long support takes to decide a refund.
    pub support_seconds: u32,
    /// The largest file that may be attached to a service request, in bytes.
    pub attachment_bytes: u32,
    /// The endings of names that such files may have.
    pub attachment_types: Vec<String>,
    /// How many products the catalogue has.
    pub catalog_products: u32,
    /// Of how many products in a hundred carts and orders tell the price.
    pub priced_share: u32,
    pub faults: Vec<Fault>,
    /// Whether calls need `Authorization: Bearer …`; any token will do.
    pub token_needed: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            role: ROLES[0].to_owned(),
            clock: SandboxClock::default(),
            latency_ms: 0,
            list_lag_seconds: 0,
            provisioning_seconds: 3,
            support_seconds: 20,
            attachment_bytes: 10 * 1024 * 1024,
            attachment_types: ATTACHMENT_TYPES.map(str::to_owned).to_vec(),
            catalog_products: Product::WRITTEN,
            priced_share: 60,
            faults: Vec::new(),
            token_needed: false,
        }
    }
}

const ATTACHMENT_TYPES: [&str; 10] = [
    "pdf", "png", "jpg", "jpeg", "txt", "csv", "docx", "xlsx", "msg", "zip",
];

const SETTINGS: &str = "settings";

impl Settings {
    /// The settings as last changed, or as at the start.
    pub fn load(documents: &Documents, start: &Settings) -> Settings {
        let stored = documents.get(SETTINGS).cloned();
        stored
            .and_then(|stored| decode(stored).ok())
            .unwrap_or_else(|| start.clone())
    }

    /// The sandbox's time at the real time `now`.
    pub fn now(&self, now: Timestamp) -> Timestamp {
        self.clock
            .fixed
            .unwrap_or(now.plus_millis(self.clock.offset_ms))
    }

    /// The fault that a request meets, and whether the request takes effect all the same. Every
    /// matching fault counts the call.
    pub fn fault(&self, documents: &mut Documents, request: &Request) -> Option<(Trouble, bool)> {
        let mut met = None;
        for (place, fault) in self.faults.iter().enumerate() {
            let method = fault.method.as_deref().unwrap_or(&request.method);
            let path = fault.path.is_empty() || fits(&fault.path, &request.path);
            if !path || !method.eq_ignore_ascii_case(&request.method) {
                continue;
            }
            let calls = documents.count(&format!("fault/{place}"));
            let first = fault.nth.map_or(1, u64::from);
            let last = match (fault.nth, fault.times) {
                (None, None) => u64::MAX,
                (_, times) => first.saturating_add(times.map_or(1, u64::from) - 1),
            };
            if met.is_none() && (first..=last).contains(&calls) {
                met = trouble(fault).map(|trouble| (trouble, fault.after_effect));
            }
        }
        met
    }

    /// # Errors
    /// As [`Settings::check`].
    fn change(&mut self, change: SandboxChange) -> Result<(), Failure> {
        if let Some(role) = change.role {
            self.role = role;
        }
        if let Some(clock) = change.clock {
            self.clock = clock;
        }
        if let Some(latency_ms) = change.latency_ms {
            self.latency_ms = latency_ms;
        }
        if let Some(seconds) = change.list_lag_seconds {
            self.list_lag_seconds = seconds;
        }
        if let Some(seconds) = change.provisioning_seconds {
            self.provisioning_seconds = seconds;
        }
        if let Some(seconds) = change.support_seconds {
            self.support_seconds = seconds;
        }
        if let Some(bytes) = change.attachment_bytes {
            self.attachment_bytes = bytes;
        }
        if let Some(types) = change.attachment_types {
            self.attachment_types = types;
        }
        if let Some(products) = change.catalog_products {
            self.catalog_products = products;
        }
        if let Some(share) = change.priced_share {
            self.priced_share = share;
        }
        if let Some(faults) = change.faults {
            self.faults = faults;
        }
        if let Some(needed) = change.token_needed {
            self.token_needed = needed;
        }
        self.check()
    }

    /// # Errors
    /// 400 for a role or a kind of fault that there is not, and for numbers out of range.
    pub fn check(&self) -> Result<(), Failure> {
        if !ROLES.contains(&self.role.as_str()) {
            return Err(invalid(&format!("role, one of {}", ROLES.join(", "))));
        }
        if !(Product::WRITTEN..=Product::MOST).contains(&self.catalog_products) {
            let range = format!("{} to {}", Product::WRITTEN, Product::MOST);
            return Err(invalid(&format!("catalogProducts, {range}")));
        }
        if self.priced_share > 100 {
            return Err(invalid("pricedShare, 0 to 100"));
        }
        match self.faults.iter().find(|fault| trouble(fault).is_none()) {
            Some(fault) => Err(invalid(&format!("kind of fault '{}'", fault.kind))),
            None => Ok(()),
        }
    }
}

fn trouble(fault: &Fault) -> Option<Trouble> {
    Some(match fault.kind.as_str() {
        "network" => Trouble::Reset,
        "timeout" => Trouble::Never,
        "cut_body" => Trouble::Cut,
        "truncated" => Trouble::Truncated,
        "html" => Trouble::Html(502),
        "page" => Trouble::Html(200),
        "empty" => Trouble::Empty,
        "garbage" => Trouble::Body("{\"unexpected\":[1,2,3]}".to_owned()),
        "slow" => Trouble::Slow(fault.delay_ms.unwrap_or(4_000)),
        "401" if fault.code.is_none() => Trouble::SignedOut,
        "429" => Trouble::Throttled(fault.retry_after),
        status => {
            let status = status
                .parse()
                .ok()
                .filter(|status| (400..600).contains(status))?;
            let code = fault.code.clone().unwrap_or_else(|| "800003".to_owned());
            let failure = Failure {
                code: code.into(),
                ..fail(status, "", "A fault of the sandbox, as asked for.")
            };
            Trouble::Refused(failure, fault.retry_after)
        }
    })
}

/// Whether the request is for the control resource, which no fault and no role touches.
pub fn is_control(request: &Request) -> bool {
    fits("extensions/sandbox/**", &request.path)
}

/// Answers the control resource.
pub fn control(sandbox: &mut Sandbox, request: &Request, real_now: Timestamp) -> Response {
    let done = match (request.method.as_str(), request.path.len()) {
        ("GET", 2) => Ok(()),
        ("PUT", 2) => change(sandbox, request),
        ("POST", 3) if request.path[2].eq_ignore_ascii_case("reset") => {
            sandbox.documents.clear();
            if request.body.is_empty() {
                Ok(())
            } else {
                change(sandbox, request)
            }
        }
        ("POST", 3) if request.path[2].eq_ignore_ascii_case("decide") => {
            decide(sandbox, request, real_now)
        }
        _ => Err(no_such_resource()),
    };
    match done {
        Ok(()) => Response::json(200, &state(sandbox, real_now)).with("Cache-Control", "no-store"),
        Err(failure) => failure.response(),
    }
}

/// `{"request":"…","approve":true,"note":"…"}`: support decides that request at once.
fn decide(sandbox: &mut Sandbox, request: &Request, real_now: Timestamp) -> Result<(), Failure> {
    let settings = Settings::load(&sandbox.documents, &sandbox.start);
    let now = settings.now(real_now);
    let mut call = Call::new(sandbox, &settings, request, Vec::new(), now);
    let body = call.body()?;
    let id = body["request"].as_str();
    let approve = body["approve"].as_bool();
    let (Some(id), Some(approve)) = (id, approve) else {
        return Err(invalid("request and approve"));
    };
    support::decide_now(&mut call, id, approve, body["note"].as_str())
}

fn change(sandbox: &mut Sandbox, request: &Request) -> Result<(), Failure> {
    let body = request.json().filter(serde_json::Value::is_object);
    let body = body.ok_or_else(|| invalid("JSON"))?;
    let change: SandboxChange = decode(body).map_err(|error| invalid(&error.to_string()))?;
    if change.faults.is_some() {
        for place in 0..64 {
            sandbox.documents.remove(&format!("fault/{place}"));
        }
    }
    let mut settings = Settings::load(&sandbox.documents, &sandbox.start);
    settings.change(change)?;
    sandbox.documents.put(SETTINGS, json!(settings));
    Ok(())
}

fn state(sandbox: &mut Sandbox, real_now: Timestamp) -> serde_json::Value {
    let settings = Settings::load(&sandbox.documents, &sandbox.start);
    let epoch = Epoch::load(&mut sandbox.documents, settings.now(real_now));
    let counts = |prefix: &str| -> Counts {
        let found = sandbox.documents.scan(prefix);
        let count = |value: &serde_json::Value| value.as_u64().unwrap_or_default() as u32;
        found
            .map(|(key, value)| (key[prefix.len()..].to_owned(), count(value)))
            .collect()
    };
    let control = SandboxControl {
        role: settings.role,
        clock: settings.clock,
        latency_ms: settings.latency_ms,
        list_lag_seconds: settings.list_lag_seconds,
        provisioning_seconds: settings.provisioning_seconds,
        support_seconds: settings.support_seconds,
        attachment_bytes: settings.attachment_bytes,
        attachment_types: settings.attachment_types,
        catalog_products: settings.catalog_products,
        priced_share: settings.priced_share,
        faults: settings.faults,
        effects: Effects {
            by_request_id: counts("effects/request/"),
            by_business_key: counts("effects/key/"),
        },
        customers: sandbox.directory.ordinary(),
        persistent: sandbox.persistent,
        token_needed: settings.token_needed,
        first_use: Some(epoch.first_use),
    };
    encode(&control).unwrap_or_default()
}
