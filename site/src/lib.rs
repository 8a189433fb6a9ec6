//! What a static host of Latchkey sends: which file answers which path, and
//! with which headers.
//!
//! The development server, `sandbox_server --static` and the configuration
//! files shipped for real hosts all read the one table in [`Headers`].

mod csp;
mod headers;
mod router;

pub use csp::{content_security_policy, meta_content_security_policy};
pub use headers::{CachePolicy, Headers};
pub use router::{FILE_EXTENSIONS, is_page, router, with_headers};
