//! Ordering a cart: once, whatever happens on the way; and finding out what became of it.
//!
//! Checking out is idempotent for a cart (Microsoft, "Checkout a cart"): asked again it answers what
//! came of it the first time. So an answer that was lost is asked for again with the same id; where
//! that does not help, the cart says whether it was ordered, and the list of orders what came of it.

use serde_json::Value;

use crate::i18n::Text;
use crate::kept::{self, Shelf};
use crate::model::cart::{Cart, Checkout, OrderError, orders_of};
use crate::model::operation::{Effect, OperationKind, OperationState};
use crate::model::order::Order;
use crate::model::{CartId, CustomerId, OrderId, Timestamp};
use crate::operations::{Operations, Running};
use crate::partner_center::json::{Writer, array, quoted};
use crate::partner_center::{ApiError, ErrorKind, PartnerCenter};
use crate::reactive::spawn_local;

/// How a cart was ordered.
pub(super) enum Placed {
    Ordered(Ordered),
    /// The server has looked at it and says no.
    Refused(ApiError),
    /// It was turned away before it was looked at: nothing happened.
    NotCarriedOut(ApiError),
    /// Nobody knows; to be asked again.
    Unknown(ApiError),
    /// The server says that it was not ordered; why the last attempt failed, if there was one.
    NotOrdered(Option<ApiError>),
    /// This page is at it already.
    Busy,
}

/// What came of a cart: as much as is kept on this device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Ordered {
    pub orders: Vec<OrderId>,
    pub errors: Vec<OrderError>,
}

impl From<Checkout> for Ordered {
    fn from(checkout: Checkout) -> Self {
        Ordered {
            orders: checkout.orders.into_iter().map(|order| order.id).collect(),
            errors: checkout.errors,
        }
    }
}

/// Waits between asking again, in milliseconds.
const WAITS: [u32; 2] = [1_000, 3_000];

/// The order is in progress: the history will show it in a few minutes (Microsoft, "Partner Center
/// REST error codes").
const IN_PROGRESS: &str = "800060";

/// How long an order in doubt is sent again by itself, in milliseconds. After that the prices may be
/// others, and the person decides.
const RECENT: i64 = 15 * 60_000;

/// One cart of a customer, on its way to being ordered.
#[derive(Clone)]
pub(super) struct CheckoutOf {
    pub api: PartnerCenter,
    pub operations: Operations,
    pub customer: CustomerId,
    pub cart: CartId,
}

impl CheckoutOf {
    fn target(&self) -> String {
        format!("{}/{}", self.customer, self.cart)
    }

    fn kept_as(&self) -> String {
        format!("{} {}", self.api.address(), self.target())
    }

    /// How far it has come, if it was begun on this device.
    pub async fn state(&self) -> Option<OperationState> {
        let target = self.target();
        let found = self.operations.find(&OperationKind::Checkout, &target);
        Some(found.await?.state)
    }

    /// Orders the cart, and calls `done` with what came of it. The guard against a second press is
    /// set before this returns.
    pub fn place(self, done: impl Fn(Placed) + 'static) {
        self.run(true, done);
    }

    /// Finds out what became of a cart that may have been ordered. Of a cart that nobody here tried
    /// to order, or that somebody tried to long ago, it only asks.
    pub fn settle(self, done: impl Fn(Placed) + 'static) {
        self.run(false, done);
    }

    fn run(self, order: bool, done: impl Fn(Placed) + 'static) {
        let begun = self
            .operations
            .begin(OperationKind::Checkout, self.target());
        let Some(begun) = begun else {
            return done(Placed::Busy);
        };
        spawn_local(async move {
            // There is no body: the cart on the server is what is ordered.
            let running = begun.open("").await;
            done(self.go_on(running, order).await);
        });
    }

    async fn go_on(&self, mut running: Running, order: bool) -> Placed {
        match running.state() {
            OperationState::Done => match self.known().await {
                Some(ordered) => Placed::Ordered(ordered),
                None => self.ask_the_cart(&mut running, None).await,
            },
            OperationState::Unknown if self.is_recent(&running) => {
                self.ask_again(&mut running).await
            }
            OperationState::Unknown => self.ask_the_cart(&mut running, None).await,
            _ if order => match self.attempt(&mut running).await {
                Ok(ordered) => Placed::Ordered(ordered),
                Err((Effect::None, error)) => Placed::NotCarriedOut(error),
                Err((Effect::Refused, error)) => Placed::Refused(error),
                Err((Effect::Unknown, _)) => self.ask_again(&mut running).await,
            },
            _ => self.ask_the_cart(&mut running, None).await,
        }
    }

    /// Whether what the person confirmed still stands as they saw it.
    fn is_recent(&self, running: &Running) -> bool {
        self.api.server_now().since(running.created()) < RECENT
    }

    async fn attempt(&self, running: &mut Running) -> Result<Ordered, (Effect, ApiError)> {
        let answer = running
            .attempt(|api, id| api.checkout(id, &self.customer, &self.cart))
            .await?;
        let ordered = Ordered::from(answer);
        self.keep(&ordered).await;
        Ok(ordered)
    }

    async fn ask_again(&self, running: &mut Running) -> Placed {
        let mut last = None;
        for wait in WAITS {
            self.api.wait(wait).await;
            match self.attempt(running).await {
                Ok(ordered) => return Placed::Ordered(ordered),
                Err((_, error)) => last = Some(error),
            }
        }
        self.ask_the_cart(running, last).await
    }

    /// The cart itself says whether it was ordered; `error` is why asking again gave nothing.
    async fn ask_the_cart(&self, running: &mut Running, error: Option<ApiError>) -> Placed {
        let cart = match self.api.cart(&self.customer, &self.cart).await {
            Ok(cart) => cart,
            Err(now) => return Placed::Unknown(error.unwrap_or(now)),
        };
        match cart.status.was_ordered() {
            Some(true) => {}
            Some(false) => {
                running.resolve(false).await;
                return match error {
                    Some(error) if error.effect() == Effect::Refused => Placed::Refused(error),
                    error => Placed::NotOrdered(error),
                };
            }
            None => {
                let now = ApiError::of(ErrorKind::Conflict);
                return Placed::Unknown(error.unwrap_or(now));
            }
        }
        // Asked for what came of a cart that is ordered, checking out does nothing but tell.
        if let Ok(ordered) = self.attempt(running).await {
            return Placed::Ordered(ordered);
        }
        match self.find_orders(&cart, running.created()).await {
            Ok(ordered) => {
                self.keep(&ordered).await;
                running.resolve(true).await;
                Placed::Ordered(ordered)
            }
            Err(now) => Placed::Unknown(error.unwrap_or(now)),
        }
    }

    /// The orders of the cart, as far as they are listed.
    async fn find_orders(&self, cart: &Cart, since: Timestamp) -> Result<Ordered, ApiError> {
        let list = self.api.orders(&self.customer).await?;
        let listed: Vec<Order> = list.items.into_iter().flatten().collect();
        let orders = orders_of(cart, &listed, since).into_iter();
        let orders: Vec<OrderId> = orders.map(|order| order.id.clone()).collect();
        match orders.is_empty() {
            // A new order may take its time to be listed.
            true => Err(ApiError {
                code: Some(IN_PROGRESS.to_owned()),
                ..ApiError::of(ErrorKind::Conflict)
            }),
            false => Ok(Ordered {
                orders,
                errors: Vec::new(),
            }),
        }
    }

    /// What is kept of it.
    pub async fn known(&self) -> Option<Ordered> {
        read(&kept::get(Shelf::Checkouts, self.kept_as()).await?)
    }

    async fn keep(&self, ordered: &Ordered) {
        kept::put(Shelf::Checkouts, self.kept_as(), write(ordered)).await;
    }
}

fn write(ordered: &Ordered) -> String {
    let order = |order: &OrderId| quoted(order.as_str());
    let error = |error: &OrderError| {
        Writer::new()
            .text_if("group", error.group.as_deref())
            .text_if("code", error.code.as_deref())
            .text_if("description", error.description.as_deref())
            .end()
    };
    let orders: Vec<String> = ordered.orders.iter().map(order).collect();
    let errors: Vec<String> = ordered.errors.iter().map(error).collect();
    Writer::new()
        .number("schema", 1)
        .raw("orders", &array(&orders))
        .raw("errors", &array(&errors))
        .end()
}

fn read(text: &str) -> Option<Ordered> {
    let value: Value = serde_json::from_slice(text.as_bytes()).ok()?;
    let list = |name: &str| value.get(name).and_then(Value::as_array);
    let text_of = |value: &Value, name: &str| {
        let text = value.get(name).and_then(Value::as_str);
        text.map(str::to_owned)
    };
    let orders = list("orders")?.iter().map(|id| id.as_str()?.parse().ok());
    let errors = list("errors")?.iter().map(|error| OrderError {
        group: text_of(error, "group"),
        code: text_of(error, "code"),
        description: text_of(error, "description"),
    });
    Some(Ordered {
        orders: orders.collect::<Option<_>>()?,
        errors: errors.collect(),
    })
}

/// What to call a cart that was ordered, by how much of it was.
pub(super) fn title(ordered: &Ordered) -> Text {
    use crate::i18n::text;
    match (ordered.orders.is_empty(), ordered.errors.is_empty()) {
        (true, _) => text::CONFIRMATION_TITLE_NONE,
        (false, true) => text::CONFIRMATION_TITLE,
        (false, false) => text::CONFIRMATION_TITLE_SOME,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_of_a_cart_is_kept_whole() {
        let ordered = Ordered {
            orders: vec!["f76c6b7f449d".parse().unwrap()],
            errors: vec![OrderError {
                group: Some("1".to_owned()),
                code: Some("900121".to_owned()),
                description: None,
            }],
        };
        assert_eq!(read(&write(&ordered)), Some(ordered));
        for broken in ["", "{}", "[]", r#"{"orders":["../x"],"errors":[]}"#] {
            assert_eq!(read(broken), None, "{broken}");
        }
    }
}
