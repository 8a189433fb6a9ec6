//! A cart as it is stored.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::line::CartLine;
use crate::model::Timestamp;
use crate::partner_center::json::{decode, encode};
use crate::sandbox::audit::user;
use crate::sandbox::call::Call;
use crate::sandbox::seed::company::Company;
use crate::sandbox::seed::random::{hash, mix};

/// A cart lives so long.
const LIFE_DAYS: i64 = 7;

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Cart {
    pub id: String,
    /// Milliseconds since 1970, as `modified`
    created: i64,
    modified: i64,
    /// Name of who changed it last.
    pub user: String,
    /// Grows with every change.
    version: u64,
    pub lines: Vec<CartLine>,
    /// How often its checkout was asked for without success.
    #[serde(default)]
    pub refused: u32,
    /// What the checkout answered.
    pub result: Option<Value>,
}

impl Cart {
    pub fn new(call: &Call, id: String, lines: Vec<CartLine>) -> Cart {
        Cart {
            id,
            created: call.now.millis(),
            modified: call.now.millis(),
            user: user(&call.settings.role).to_owned(),
            version: 0,
            lines,
            refused: 0,
            result: None,
        }
    }

    /// The whole of it at once, as the API replaces it.
    pub fn replace(&mut self, call: &Call, lines: Vec<CartLine>) {
        self.modified = call.now.millis();
        self.user = user(&call.settings.role).to_owned();
        self.version += 1;
        self.lines = lines;
    }

    pub fn find(call: &Call, company: &Company, id: &str) -> Option<Cart> {
        let stored = call.documents.get(&key(company, id))?;
        decode(stored.clone()).ok()
    }

    pub fn store(&self, call: &mut Call, company: &Company) {
        let body = encode(self).unwrap_or_default();
        call.documents.put(key(company, &self.id), body);
    }

    pub fn is_ordered(&self) -> bool {
        self.result.is_some()
    }

    pub fn created(&self) -> Timestamp {
        Timestamp::from_millis(self.created)
    }

    pub fn modified(&self) -> Timestamp {
        Timestamp::from_millis(self.modified)
    }

    pub fn expires(&self) -> Timestamp {
        self.created().plus_days(LIFE_DAYS)
    }

    /// A signed number as text, as the API prints its ETags.
    pub fn etag(&self) -> String {
        let number = mix(&[51, hash(&self.id), self.version, self.is_ordered().into()]);
        (number as i64).to_string()
    }
}

/// GUIDs are compared without regard to case.
fn key(company: &Company, id: &str) -> String {
    format!("cart/{}/{}", company.tenant, id.to_ascii_lowercase())
}
