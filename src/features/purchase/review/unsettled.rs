//! Quantities that are typed and not in the cart yet: an order has to wait for them.

use crate::reactive::*;

/// What is the matter with a quantity.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unsettled {
    /// Typed, and not sent yet.
    Waiting,
    /// Not a quantity that can be bought.
    Wrong,
}

/// The quantities of the page, by line. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Quantities(RwSignal<Vec<(String, Unsettled)>>);

impl Quantities {
    pub fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// Says how the quantity of a line stands; `None` when it is in the cart.
    pub fn set(self, line: &str, state: Option<Unsettled>) {
        self.0.update(|all| {
            all.retain(|(other, _)| other != line);
            all.extend(state.map(|state| (line.to_owned(), state)));
        });
    }

    /// The worst of them; tracks them.
    pub fn worst(self) -> Option<Unsettled> {
        self.0.with(|all| {
            let any = |state| all.iter().any(|(_, other)| *other == state);
            [Unsettled::Wrong, Unsettled::Waiting]
                .into_iter()
                .find(|state| any(*state))
        })
    }
}
