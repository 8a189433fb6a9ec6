//! What callers of the client can rely on, played over a scripted transport.

// Helpers of tests may panic as tests do.
#![allow(clippy::unwrap_used, clippy::expect_used)]

/// A body from `tests/fixtures`.
macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!("../fixtures/", $name, ".json"))
    };
}

mod activity;
mod attachments;
mod buying;
mod cancelling;
mod deadlines;
mod effects;
mod endpoints;
mod errors;
mod faults;
mod headers;
mod hostile;
mod paging;
mod retries;
mod roles;
mod scripted;
mod service_requests;
mod tokens;
mod wire;
mod writes;
