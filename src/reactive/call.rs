//! Closures behind a pointer. A `dyn Fn` carries three functions for each closure (`call`, `call_mut`,
//! `call_once`), a `dyn FnMut` two; these carry one.

/// What can be called with an `A` and gives an `R`.
pub trait Call<A, R = ()> {
    fn call(&self, argument: A) -> R;
}

impl<A, R, F: Fn(A) -> R> Call<A, R> for F {
    fn call(&self, argument: A) -> R {
        self(argument)
    }
}

/// What can be called with an `A` and may change by it.
pub trait CallMut<A> {
    fn call_mut(&mut self, argument: A);
}

impl<A, F: FnMut(A)> CallMut<A> for F {
    fn call_mut(&mut self, argument: A) {
        self(argument);
    }
}
