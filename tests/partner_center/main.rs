//! What callers of the client can rely on, played over a scripted transport.

// Helpers of tests may panic as tests do.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod errors;
mod headers;
mod paging;
mod retries;
mod scripted;
mod wire;
