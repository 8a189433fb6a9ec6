//! What callers of the client can rely on, played over a scripted transport.

mod errors;
mod headers;
mod paging;
mod retries;
mod scripted;
mod wire;
