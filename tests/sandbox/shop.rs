//! A customer to sell to, and the few calls that selling takes, on raw JSON.

use latchkey::model::Timestamp;
use latchkey::sandbox::http::{Delivery, Request};
use latchkey::sandbox::{Sandbox, handle};
use serde_json::{Value, json};

use super::{noon, request, software};

pub const OFFICE: &str = "DG7GMGF0DWTK";
pub const WINDOWS_SERVER: &str = "DG7GMGF0DVWS";
/// By subscription, for one or three years.
pub const RDS_TERM: &str = "DG7GMGF0DVSV";

pub struct Shop {
    pub sandbox: Sandbox,
    /// `/customers/{id}`
    pub customer: String,
    pub now: Timestamp,
}

impl Shop {
    pub fn of(name: &str) -> Shop {
        let mut sandbox = Sandbox::new(60);
        let customer = software::customer(&mut sandbox, name);
        Shop {
            sandbox,
            customer,
            now: noon(),
        }
    }

    pub fn tenant(&self) -> &str {
        self.customer.trim_start_matches("/customers/")
    }

    /// What comes back, or nothing when the connection ends.
    pub fn ask(&mut self, asked: &Request) -> Option<(u16, Value)> {
        let answer = handle(&mut self.sandbox, asked, self.now);
        let body = serde_json::from_slice(&answer.response.body).unwrap_or_default();
        (answer.delivery == Delivery::Whole).then_some((answer.response.status, body))
    }

    /// Below the customer, or anywhere for a path that begins with two slashes.
    fn target(&self, path: &str) -> String {
        match path.strip_prefix('/').filter(|rest| rest.starts_with('/')) {
            Some(anywhere) => anywhere.to_owned(),
            None => format!("{}{path}", self.customer),
        }
    }

    pub fn request(&self, method: &str, path: &str, body: &Value) -> Request {
        let mut asked = request(method, &self.target(path));
        if !body.is_null() {
            asked.body = body.to_string().into_bytes();
        }
        asked
    }

    pub fn send(&mut self, method: &str, path: &str, body: &Value) -> (u16, Value) {
        let asked = self.request(method, path, body);
        self.ask(&asked).unwrap()
    }

    pub fn get(&mut self, path: &str) -> (u16, Value) {
        self.send("GET", path, &Value::Null)
    }

    /// The items of a collection, which is there.
    pub fn rows(&mut self, path: &str) -> Vec<Value> {
        let (status, body) = self.get(path);
        assert_eq!(status, 200, "{path}: {body}");
        body["items"].as_array().unwrap().clone()
    }

    pub fn set(&mut self, change: &Value) {
        let (status, body) = self.send("PUT", "//extensions/sandbox", change);
        assert_eq!(status, 200, "{body}");
    }

    /// What a SKU is bought by now.
    pub fn item(&mut self, product: &str, sku: &str) -> String {
        let path = format!("/products/{product}/skus/{sku}/availabilities");
        let rows = self.rows(&path);
        rows[0]["catalogItemId"].as_str().unwrap().to_owned()
    }

    /// A line with the SKU's usual billing cycle.
    pub fn line(&mut self, id: u32, product: &str, sku: &str, quantity: u32) -> Value {
        let item = self.item(product, sku);
        let (_, sku) = self.get(&format!("/products/{product}/skus/{sku}"));
        json!({
            "id": id,
            "catalogItemId": item,
            "quantity": quantity,
            "billingCycle": sku["supportedBillingCycles"][0],
        })
    }

    pub fn lines(&mut self, bought: &[(&str, &str, u32)]) -> Value {
        let lines = bought.iter().zip(0..);
        let lines =
            lines.map(|((product, sku, quantity), id)| self.line(id, product, sku, *quantity));
        json!({ "lineItems": lines.collect::<Vec<_>>() })
    }

    /// The path of a new cart.
    pub fn cart(&mut self, bought: &[(&str, &str, u32)]) -> String {
        let lines = self.lines(bought);
        let (status, cart) = self.send("POST", "/carts", &lines);
        assert_eq!(status, 201, "{cart}");
        format!("/carts/{}", cart["id"].as_str().unwrap())
    }

    pub fn checkout(&mut self, cart: &str) -> (u16, Value) {
        self.send("POST", &format!("{cart}/checkout"), &Value::Null)
    }

    /// Status and code of a checkout of that.
    pub fn buy(&mut self, bought: &[(&str, &str, u32)]) -> (u16, String) {
        let cart = self.cart(bought);
        code(self.checkout(&cart))
    }

    /// How often what begins like that took effect.
    pub fn effects(&mut self, prefix: &str) -> Vec<u64> {
        let (_, state) = self.get("//extensions/sandbox");
        let counts = state["effects"]["byBusinessKey"].as_object().unwrap();
        let counts = counts.iter().filter(|(key, _)| key.starts_with(prefix));
        counts.map(|(_, count)| count.as_u64().unwrap()).collect()
    }

    pub fn wait_seconds(&mut self, seconds: i64) {
        self.now = self.now.plus_millis(seconds * 1_000);
    }
}

/// Status and error code, whichever shape the error has.
pub fn code((status, body): (u16, Value)) -> (u16, String) {
    let code = match &body["code"] {
        Value::String(code) => code.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    (status, code)
}

/// For comparing with [`code`].
pub fn refused(status: u16, code: &str) -> (u16, String) {
    (status, code.to_owned())
}
