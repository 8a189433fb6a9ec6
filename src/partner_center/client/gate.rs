//! At most so many at a time.

use std::future::poll_fn;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Poll, Waker};

pub struct Gate {
    at_a_time: usize,
    inside: Mutex<Inside>,
}

#[derive(Default)]
struct Inside {
    taken: usize,
    waiting: Vec<Waker>,
}

/// A place inside; dropping it lets the next one in.
pub struct Permit(Arc<Gate>);

impl Gate {
    pub fn of(at_a_time: usize) -> Arc<Self> {
        Arc::new(Gate {
            at_a_time,
            inside: Mutex::default(),
        })
    }

    pub async fn enter(self: Arc<Self>) -> Permit {
        poll_fn(|context| {
            self.with(|inside| {
                if inside.taken < self.at_a_time {
                    inside.taken += 1;
                    return Poll::Ready(());
                }
                inside.waiting.push(context.waker().clone());
                Poll::Pending
            })
        })
        .await;
        Permit(self)
    }

    fn with<T>(&self, act: impl FnOnce(&mut Inside) -> T) -> T {
        act(&mut self.inside.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        // All of them, since one that is woken may have been given up: the others go on waiting.
        let waiting = self.0.with(|inside| {
            inside.taken -= 1;
            std::mem::take(&mut inside.waiting)
        });
        waiting.into_iter().for_each(Waker::wake);
    }
}
