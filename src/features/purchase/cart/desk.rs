//! What is known of the cart, and the changes to it: one at a time, each made again to a later state
//! of the cart where somebody else was faster.

use std::rc::Rc;

use crate::features::customers::CurrentCustomer;
use crate::i18n::text;
use crate::kept::{self, Shelf};
use crate::model::cart::{Cart, CartLine, CartStatus, Expiry};
use crate::model::quantity::QuantityLimits;
use crate::model::{CartId, CustomerId, RequestId, Timestamp};
use crate::partner_center::{ApiError, ErrorKind, PartnerCenter};
use crate::reactive::*;
use crate::session::use_session;
use crate::ui::notices;

use super::Edit;

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
    /// Somebody else changed the cart while a change was made.
    pub conflict: RwSignal<bool>,
}

/// A change that has been asked for.
#[derive(Clone)]
struct Waiting {
    edit: Edit,
    /// The same for every attempt to make it.
    request: RequestId,
    /// Called once it is made.
    done: Rc<dyn Call<()>>,
}

/// How often a change is made again because somebody else was faster.
const ATTEMPTS: u32 = 3;

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
        conflict: RwSignal::new(false),
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
        u32::try_from(lines).unwrap_or(u32::MAX)
    }

    /// Makes a change after those asked for before, and calls `done` once it is made.
    pub fn change(self, edit: Edit, done: impl Fn(()) + 'static) {
        // Whoever asks may have had to wait, and the customer's pages may be gone by now.
        if self.of.try_get_value().is_some() {
            let waiting = self.to_make(edit, Rc::new(done));
            self.waiting.update_value(|all| all.push(waiting));
            self.save();
        }
    }

    fn to_make(self, edit: Edit, done: Rc<dyn Call<()>>) -> Waiting {
        Waiting {
            edit,
            request: self.api.with_value(PartnerCenter::new_request),
            done,
        }
    }

    /// Makes the changes again that could not be made.
    pub fn try_again(self) {
        self.save();
    }

    /// Gives up the changes that could not be made; the cart is shown as the server has it.
    pub fn discard(self) {
        self.waiting.set_value(Vec::new());
        self.failed.set(None);
        self.given_up.update(|count| *count += 1);
        self.look_again();
    }

    /// Takes a cart for the customer's, from here on.
    pub fn adopt(self, cart: Rc<Cart>) {
        self.keep(&cart);
        self.state.set(CartState::Open(cart));
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
        self.conflict.set(false);
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

    fn keep(self, cart: &Cart) {
        self.id.set(Some(cart.id.clone()));
        if let Some(customer) = self.of.get_value() {
            let (key, id) = (self.key(&customer), cart.id.to_string());
            spawn_local(async move { kept::put(Shelf::Carts, key, id).await });
        }
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

    fn save(self) {
        if self.saving.get_untracked() {
            return;
        }
        let Some(customer) = self.of.get_value() else {
            return;
        };
        self.saving.set(true);
        self.failed.set(None);
        self.conflict.set(false);
        spawn_local(async move {
            let mut attempts = ATTEMPTS;
            while let Some(next) = self.first_waiting() {
                let made = self.make(&customer, &next.edit, &next.request).await;
                // What waits now may be another customer's.
                if !self.is_of(&customer) {
                    return;
                }
                match made {
                    Ok(()) => {
                        attempts = ATTEMPTS;
                        let others = |other: &Waiting| other.request != next.request;
                        self.waiting.update_value(|all| all.retain(others));
                        next.done.call(());
                    }
                    Err(error) if is_outdated(&error) && attempts > 0 => {
                        attempts -= 1;
                        self.catch_up(&customer).await;
                    }
                    Err(error) => {
                        self.failed.set(Some(Rc::new(error)));
                        break;
                    }
                }
                if !self.is_of(&customer) {
                    return;
                }
            }
            self.saving.set(false);
        });
    }

    fn first_waiting(self) -> Option<Waiting> {
        self.waiting
            .try_with_value(|all| all.first().cloned())
            .flatten()
    }

    /// Makes one change to the cart as it is known.
    async fn make(
        self,
        customer: &CustomerId,
        edit: &Edit,
        request: &RequestId,
    ) -> Result<(), ApiError> {
        let before = self.open_cart_untracked();
        let lines = edit.apply(before.as_ref().map_or(&[], |cart| &cart.lines));
        let api = self.api.get_value();
        let cart = match before {
            // The API deletes no cart: an empty one is left to expire.
            _ if lines.is_empty() => {
                self.emptied.set_value(self.id.get_untracked());
                self.forget(CartState::None);
                return Ok(());
            }
            None if !edit.starts_a_cart() => return Ok(()),
            None => api.create_cart(request, customer, &lines).await?,
            Some(before) => {
                let wanted = Cart {
                    lines,
                    ..(*before).clone()
                };
                api.update_cart(request, customer, &wanted).await?
            }
        };
        if self.is_of(customer) {
            self.adopt(Rc::new(cart));
        }
        Ok(())
    }

    /// Reads the cart that somebody else changed. One that is gone meanwhile leaves its lines to the
    /// next one, unless they were ordered.
    async fn catch_up(self, customer: &CustomerId) {
        let Some(before) = self.open_cart_untracked() else {
            return;
        };
        let api = self.api.get_value();
        let answer = api.cart(customer, &before.id).await;
        if !self.is_of(customer) {
            return;
        }
        match answer {
            Ok(cart) => match gone(&cart, self.now()) {
                None => {
                    self.conflict.set(true);
                    self.state.set(CartState::Open(Rc::new(cart)));
                }
                Some(Gone::Ordered) => self.forget(CartState::None),
                Some(_) => self.start_anew(&before.lines),
            },
            Err(error) if error.kind == ErrorKind::NotFound => self.start_anew(&before.lines),
            // The change is tried again, and says why if that fails too.
            Err(_) => {}
        }
    }

    fn start_anew(self, lines: &[CartLine]) {
        let all = lines
            .iter()
            .map(|line| (line.clone(), QuantityLimits::default()));
        let first = self.to_make(Edit::Put(all.collect()), Rc::new(|()| ()));
        self.forget(CartState::None);
        notices::say(text::CART_MOVED);
        self.waiting
            .try_update_value(|waiting| waiting.insert(0, first));
    }
}

/// Whether the cart is no longer what the change was made to (400/2055 and 412: its ETag; 404/800008:
/// it is gone; 400/800065: it was ordered).
fn is_outdated(error: &ApiError) -> bool {
    error.status == Some(412) || matches!(error.code.as_deref(), Some("2055" | "800008" | "800065"))
}
