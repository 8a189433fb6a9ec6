//! The changes to a cart: one at a time, each made again to a later state of the cart where somebody
//! else was faster.

use std::rc::Rc;

use super::{CartDesk, CartState, Gone, gone};
use crate::features::purchase::cart::Edit;
use crate::features::purchase::cart::elsewhere::Elsewhere;
use crate::i18n::text;
use crate::model::cart::{Cart, CartLine};
use crate::model::quantity::QuantityLimits;
use crate::model::{CustomerId, RequestId};
use crate::partner_center::{ApiError, ErrorKind, PartnerCenter};
use crate::reactive::*;
use crate::ui::notices;

/// A change that has been asked for.
#[derive(Clone)]
pub(super) struct Waiting {
    edit: Edit,
    /// The same for every attempt to make it.
    request: RequestId,
    /// Called once it is made.
    done: Rc<dyn Call<()>>,
}

/// How often a change is made again because somebody else was faster.
const ATTEMPTS: u32 = 3;

impl CartDesk {
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

    fn save(self) {
        if self.saving.get_untracked() {
            return;
        }
        let Some(customer) = self.of.get_value() else {
            return;
        };
        self.saving.set(true);
        self.failed.set(None);
        self.elsewhere.set(None);
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
                        self.catch_up(&customer, &next.edit).await;
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
        self.adopt(customer, Rc::new(cart)).await;
        Ok(())
    }

    /// Reads the cart that somebody else changed. One that is gone meanwhile leaves its lines to the
    /// next one, unless they were ordered.
    async fn catch_up(self, customer: &CustomerId, edit: &Edit) {
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
                    let changes = Elsewhere::between(&before.lines, &cart.lines, edit);
                    self.elsewhere.set(Some(changes));
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

/// Whether the cart is no longer what the change was made to (404/800008: it is gone; 400/800065: it
/// was ordered).
fn is_outdated(error: &ApiError) -> bool {
    error.is_stale() || matches!(error.code.as_deref(), Some("800008" | "800065"))
}
