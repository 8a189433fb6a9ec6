//! One write at a time for each customer: the next is sent when the one before it is answered or
//! given up.

use std::future::poll_fn;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Poll, Waker};

use crate::model::CustomerId;

#[derive(Default)]
pub struct Turns(Mutex<Inside>);

#[derive(Default)]
struct Inside {
    taken: Vec<CustomerId>,
    waiting: Vec<Waker>,
}

/// A customer's turn; dropping it lets the next write of the customer go.
pub struct Turn {
    turns: Arc<Turns>,
    customer: CustomerId,
}

impl Turns {
    pub async fn enter(self: Arc<Self>, customer: &CustomerId) -> Turn {
        poll_fn(|context| {
            self.with(|inside| {
                if inside.taken.contains(customer) {
                    inside.waiting.push(context.waker().clone());
                    return Poll::Pending;
                }
                inside.taken.push(customer.clone());
                Poll::Ready(())
            })
        })
        .await;
        Turn {
            turns: self,
            customer: customer.clone(),
        }
    }

    fn with<T>(&self, act: impl FnOnce(&mut Inside) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        // All of them, since one that is woken may have been given up, or wait for another customer.
        let waiting = self.turns.with(|inside| {
            inside.taken.retain(|taken| *taken != self.customer);
            std::mem::take(&mut inside.waiting)
        });
        waiting.into_iter().for_each(Waker::wake);
    }
}
