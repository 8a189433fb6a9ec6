//! What is ours alone and no part of Microsoft's API: the visitor's role and the sandbox's controls.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::client::{Asked, PartnerCenter};
use super::error::ApiError;
use super::json::{self, Object, Read, Unfit};
use super::transport::{LocalFuture, Method};
use crate::model::Timestamp;
use crate::model::role::Role;

const SANDBOX: &str = "/extensions/sandbox";

/// What the page shows of the sandbox's state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SandboxFacts {
    /// Whether changes outlive the page.
    pub persistent: bool,
}

impl Read for SandboxFacts {
    fn read(from: Value) -> Result<Self, Unfit> {
        let persistent = Object::of(from)?.truth("persistent")?;
        persistent
            .map(|persistent| SandboxFacts { persistent })
            .ok_or(Unfit("persistent"))
    }
}

/// `{"role":"admin_agent"}`
struct RoleName(String);

impl Read for RoleName {
    fn read(from: Value) -> Result<Self, Unfit> {
        Object::of(from)?.words("role").map(RoleName)
    }
}

/// `GET /extensions/sandbox`: the state of the sandbox's controls.
/// `PUT` replaces what is named in [`SandboxChange`]; `POST /extensions/sandbox/reset` starts anew.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SandboxControl {
    pub role: String,
    pub clock: SandboxClock,
    /// Added to every answer.
    pub latency_ms: u32,
    /// How long a new order stays out of lists.
    pub list_lag_seconds: u32,
    /// How long a new order is pending.
    pub provisioning_seconds: u32,
    /// How long support takes to decide a refund.
    pub support_seconds: u32,
    /// The largest file that a service request takes, in bytes.
    pub attachment_bytes: u32,
    /// The endings of names that such files may have.
    pub attachment_types: Vec<String>,
    /// How many products the catalogue has, up to 10,000.
    pub catalog_products: u32,
    /// Of how many products in a hundred carts and orders tell the price.
    pub priced_share: u32,
    pub faults: Vec<Fault>,
    pub effects: Effects,
    /// Number of ordinary customers, sentinels not counted.
    pub customers: u32,
    /// Whether changes outlive the page (`false`: held in memory only).
    pub persistent: bool,
    /// Whether calls need a bearer token, any one.
    pub token_needed: bool,
    /// What the dates of the seed are counted from: the first use.
    #[serde(with = "json::date")]
    pub first_use: Option<Timestamp>,
}

/// The sandbox's clock: the real one shifted, or one that stands still.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SandboxClock {
    pub offset_ms: i64,
    #[serde(with = "json::date")]
    pub fixed: Option<Timestamp>,
}

/// A failure to happen.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Fault {
    /// `GET`…; any method when absent.
    pub method: Option<String>,
    /// Pattern for the path below `/v1`: `*` stands for one segment, `**` at the end for any number
    /// of them. Any path when empty.
    pub path: String,
    /// Which matching call fails, counted from 1 since the fault was set; every one when absent.
    pub nth: Option<u32>,
    /// How many calls fail from the `nth` on; one when absent.
    pub times: Option<u32>,
    /// Whether the effect happens although the answer is lost.
    pub after_effect: bool,
    /// `network`, `timeout`, `cut_body`, `truncated`, `html`, `page`, `empty`, `garbage`, `slow`, or an
    /// HTTP status (`"503"`).
    pub kind: String,
    /// `Retry-After` of an HTTP status, in seconds; none when absent.
    pub retry_after: Option<u32>,
    /// How long `slow` takes, in milliseconds; 4,000 when absent.
    pub delay_ms: Option<u32>,
    /// `code` of the error body.
    pub code: Option<String>,
}

/// Effects counted, not requests: browsers resend a write by themselves.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Effects {
    pub by_request_id: BTreeMap<String, u32>,
    /// `key:<customer>:<order>:<line>:<item>`, `link:<customer>:<product>:<sku>:<option>`,
    /// `cart:<customer>:<cart>`, `order:<customer>:<cart>:<order group>`…
    pub by_business_key: BTreeMap<String, u32>,
}

/// `PUT /extensions/sandbox`: only what is named changes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SandboxChange {
    pub role: Option<String>,
    pub clock: Option<SandboxClock>,
    pub latency_ms: Option<u32>,
    pub list_lag_seconds: Option<u32>,
    pub provisioning_seconds: Option<u32>,
    pub support_seconds: Option<u32>,
    pub attachment_bytes: Option<u32>,
    pub attachment_types: Option<Vec<String>>,
    pub catalog_products: Option<u32>,
    pub priced_share: Option<u32>,
    pub faults: Option<Vec<Fault>>,
    pub token_needed: Option<bool>,
}

impl PartnerCenter {
    /// What the server at `path` calls the visitor's role; `None` where it has no such call, as the
    /// public API has none.
    pub fn role(&self, path: &str) -> LocalFuture<Result<Option<String>, ApiError>> {
        let answer = self.read::<RoleName>(Ok(path.to_owned()));
        Box::pin(async move {
            match answer.await {
                Ok(RoleName(name)) if name.is_empty() => Ok(None),
                Ok(RoleName(name)) => Ok(Some(name)),
                Err(error) if matches!(error.status, Some(404 | 405 | 501)) => Ok(None),
                Err(error) => Err(error),
            }
        })
    }

    /// The state of the sandbox.
    pub fn sandbox(&self) -> Asked<SandboxFacts> {
        self.read(Ok(SANDBOX.to_owned()))
    }

    /// Makes the sandbox answer as it would answer a role.
    pub fn act_as(&self, role: &Role) -> Asked<()> {
        let change = format!(r#"{{"role":{}}}"#, json::quoted(role.as_str()));
        self.write(Method::Put, SANDBOX.to_owned(), change)
    }

    /// Puts everything back as it was at first.
    pub fn reset_sandbox(&self) -> Asked<()> {
        self.write(Method::Post, format!("{SANDBOX}/reset"), "{}".to_owned())
    }
}
