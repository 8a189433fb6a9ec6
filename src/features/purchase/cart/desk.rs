//! What is known of the customer's cart. Changing it is the business of [`changes`].

use std::rc::Rc;

use super::elsewhere::Elsewhere;
use crate::features::customers::CurrentCustomer;
use crate::i18n::{counted, text};
use crate::kept::{self, Shelf};
use crate::model::cart::{Cart, CartLine, CartStatus, Expiry};
use crate::model::{CartId, CatalogItemId, CustomerId, Timestamp};
use crate::partner_center::{ApiError, ErrorKind, PartnerCenter};
use crate::query::Queries;
use crate::reactive::*;
use crate::session::use_session;
use crate::ui::notices;

mod changes;

use changes::Waiting;

/// A cart as it stands.
#[derive(Clone)]
pub(in crate::features::purchase) enum CartState {
    /// It is being read, or it is not known yet whether there is one.
    Reading,
    /// The customer has none.
    None,
    Open(Rc<Cart>),
    /// It cannot be ordered any more; its lines, where they can still be read.
    Gone(Gone, Option<Rc<Cart>>),
    Failed(Rc<ApiError>),
}

/// Why a cart cannot be ordered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::features::purchase) enum Gone {
    Ordered,
    Expired,
    /// The server knows no such cart of this customer.
    Unknown,
}

/// Why a cart that was read cannot be ordered; `None` when it can.
pub(in crate::features::purchase) fn gone(cart: &Cart, now: Timestamp) -> Option<Gone> {
    match (&cart.status, cart.expiry(now)) {
        (CartStatus::Ordered, _) => Some(Gone::Ordered),
        (_, Expiry::Expired(_)) => Some(Gone::Expired),
        _ => None,
    }
}

/// The customer's cart; cheap to copy.
#[derive(Clone, Copy)]
pub(in crate::features::purchase) struct CartDesk {
    api: StoredValue<PartnerCenter>,
    /// Whose cart it is: changes for another customer's are not made to it.
    of: StoredValue<Option<CustomerId>>,
    id: RwSignal<Option<CartId>>,
    state: RwSignal<CartState>,
    waiting: StoredValue<Vec<Waiting>>,
    /// The cart whose last line was taken out here; the server still has it.
    emptied: StoredValue<Option<CartId>>,
    pub saving: RwSignal<bool>,
    /// Why a change could not be made; it waits to be tried again.
    pub failed: RwSignal<Option<Rc<ApiError>>>,
    /// How often changes that could not be made were given up: what was typed for them goes too.
    pub given_up: RwSignal<u32>,
    /// What somebody else changed in the lines of the cart while a change was made; `None` where nobody
    /// changed anything of it.
    pub(super) elsewhere: RwSignal<Option<Vec<Elsewhere>>>,
}

/// Gives the customer's pages the customer's cart.
pub fn provide_cart(customer: CurrentCustomer) {
    let desk = CartDesk {
        api: StoredValue::new(use_session().api()),
        of: StoredValue::new(None),
        id: RwSignal::new(None),
        state: RwSignal::new(CartState::Reading),
        waiting: StoredValue::new(Vec::new()),
        emptied: StoredValue::new(None),
        saving: RwSignal::new(false),
        failed: RwSignal::new(None),
        given_up: RwSignal::new(0),
        elsewhere: RwSignal::new(None),
    };
    provide_context(desk);
    effect(move || {
        if let Some(customer) = customer.id()
            && desk.of.with_value(|of| of.as_ref() != Some(&customer))
        {
            untrack(|| desk.begin(customer));
        }
    });
    // Another tab, or somebody else, may have changed it meanwhile.
    let returning = window_event_listener(leptos::ev::focus, move |_| desk.look_again());
    on_cleanup(move || returning.remove());
    expect_context::<Queries>().when_reached_again(move || desk.look_again());
}

/// The cart of the page's customer. Only below the customer's frame.
pub(in crate::features::purchase) fn use_cart() -> CartDesk {
    expect_context()
}

impl CartDesk {
    /// How the cart stands; tracks it.
    pub fn state(self) -> CartState {
        self.state.get()
    }

    /// The cart, if it can be ordered; tracks it.
    pub fn open_cart(self) -> Option<Rc<Cart>> {
        self.state.with(|state| match state {
            CartState::Open(cart) => Some(cart.clone()),
            _ => None,
        })
    }

    /// Its id, also while it is being read; tracks it.
    pub fn id(self) -> Option<CartId> {
        self.id.get()
    }

    /// How many lines can be ordered; tracks it.
    pub fn lines(self) -> u32 {
        let lines = self.open_cart().map_or(0, |cart| cart.lines.len());
        counted(lines)
    }

    /// What can be bought of all that is told of the cart: its lines, and those that somebody else took
    /// out. Tracks both.
    pub fn items(self) -> Vec<CatalogItemId> {
        let cart = self.open_cart();
        let lines = cart.iter().flat_map(|cart| &cart.lines);
        let mut items: Vec<_> = lines.map(|line| line.catalog_item.clone()).collect();
        self.elsewhere.with(|changes| {
            let gone = changes
                .iter()
                .flatten()
                .filter(|change| !self.holds(change.line()));
            items.extend(gone.map(|change| change.line().catalog_item.clone()));
        });
        items
    }

    /// Whether the cart has a line for the same purchase.
    pub(super) fn holds(self, line: &CartLine) -> bool {
        let cart = self.open_cart_untracked();
        cart.is_some_and(|cart| cart.lines.iter().any(|other| other.is_same_purchase(line)))
    }

    /// Takes a cart for the customer's, from here on. It is kept before it is shown: what is seen
    /// outlives the page.
    pub async fn adopt(self, customer: &CustomerId, cart: Rc<Cart>) {
        let known = self.open_cart_untracked();
        if known.is_none_or(|known| known.id != cart.id) {
            kept::put(Shelf::Carts, self.key(customer), cart.id.to_string()).await;
        }
        if self.is_of(customer) {
            self.id.set(Some(cart.id.clone()));
            self.state.set(CartState::Open(cart));
        }
    }

    /// Reads the cart anew.
    pub fn look_again(self) {
        let gone = matches!(
            self.state.try_get_untracked(),
            None | Some(CartState::Gone(..))
        );
        if let (Some(Some(id)), Some(false)) =
            (self.id.try_get_untracked(), self.saving.try_get_untracked())
            && !gone
        {
            self.read(id);
        }
    }

    /// Whether this cart has nothing in it any more, whatever the server says.
    pub fn is_emptied(self, id: &CartId) -> bool {
        self.emptied
            .with_value(|emptied| emptied.as_ref() == Some(id))
    }

    /// The cart has been ordered: the next product begins another one.
    pub fn ordered(self, id: &CartId) {
        if self.id.try_get_untracked().flatten().as_ref() == Some(id) {
            self.forget(CartState::None);
        }
    }

    fn begin(self, customer: CustomerId) {
        self.of.set_value(Some(customer.clone()));
        self.id.set(None);
        self.state.set(CartState::Reading);
        self.waiting.set_value(Vec::new());
        self.saving.set(false);
        self.failed.set(None);
        self.elsewhere.set(None);
        let key = self.key(&customer);
        spawn_local(async move {
            let id = kept::get(Shelf::Carts, key).await;
            if !self.is_of(&customer) || self.id.get_untracked().is_some() {
                return;
            }
            match id.and_then(|id| id.parse().ok()) {
                Some(id) => self.read(id),
                None => self.state.set(CartState::None),
            }
        });
    }

    fn read(self, id: CartId) {
        let Some(customer) = self.of.get_value() else {
            return;
        };
        self.id.set(Some(id.clone()));
        let api = self.api.get_value();
        spawn_local(async move {
            let answer = api.cart(&customer, &id).await;
            let still = self.is_of(&customer) && self.id.get_untracked() == Some(id);
            if still && !self.saving.get_untracked() {
                self.show(answer);
            }
        });
    }

    fn show(self, answer: Result<Cart, ApiError>) {
        match answer {
            Ok(cart) => {
                let cart = Rc::new(cart);
                match gone(&cart, self.now()) {
                    None => self.state.set(CartState::Open(cart)),
                    Some(why) => {
                        if why == Gone::Expired {
                            notices::say(text::CART_EXPIRED_BEFORE);
                        }
                        self.forget(CartState::Gone(why, Some(cart)));
                    }
                }
            }
            Err(error) if error.kind == ErrorKind::NotFound => {
                let known = matches!(
                    self.state.try_get_untracked(),
                    Some(CartState::Open(_) | CartState::Reading)
                );
                if known {
                    notices::say(text::CART_EXPIRED_BEFORE);
                }
                // What was seen of it says whether it had its time, and what was in it.
                let seen = self.open_cart_untracked();
                let expired = seen.filter(|cart| gone(cart, self.now()) == Some(Gone::Expired));
                self.forget(match expired {
                    Some(cart) => CartState::Gone(Gone::Expired, Some(cart)),
                    None => CartState::Gone(Gone::Unknown, None),
                });
            }
            // What is shown stays, as long as there is something.
            Err(_) if self.open_cart_untracked().is_some() => {}
            Err(error) => self.state.set(CartState::Failed(Rc::new(error))),
        }
    }

    fn open_cart_untracked(self) -> Option<Rc<Cart>> {
        untrack(|| self.open_cart())
    }

    fn now(self) -> Timestamp {
        self.api.with_value(PartnerCenter::server_now)
    }

    fn is_of(self, customer: &CustomerId) -> bool {
        let of = self.of.try_get_value().flatten();
        of.as_ref() == Some(customer)
    }

    fn key(self, customer: &CustomerId) -> String {
        self.api
            .with_value(|api| format!("{} {customer}", api.address()))
    }

    /// The next product begins another cart. One that is gone is still named by its page.
    fn forget(self, state: CartState) {
        if matches!(state, CartState::None) {
            self.id.set(None);
        }
        self.state.set(state);
        if let Some(customer) = self.of.get_value() {
            let key = self.key(&customer);
            spawn_local(async move { kept::remove(Shelf::Carts, key).await });
        }
    }
}
