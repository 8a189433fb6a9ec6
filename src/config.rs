//! `config.json`: what a deployment decides. The same build serves them all.
//!
//! Read by hand from the parsed JSON, so that every problem names its field. Every field has a
//! default with which the sandbox works; a field nobody knows is a mistake, not decoration.

use crate::model::attachment::Limits;
use crate::model::link::{Allowed, HostPattern, Origin, SafeUrl};
use crate::model::window::Policies;

mod fields;
mod problem;
mod read;
mod reader;
mod roles;
#[cfg(test)]
mod tests;

pub use problem::{ConfigError, Problem};
pub use roles::{RoleSource, Roles};

/// Where the data comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataSource {
    /// The mock inside the page: nothing is real.
    Sandbox,
    /// The server at [`Api::base_url`].
    Api,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    pub data_source: DataSource,
    pub api: Api,
    pub roles: Roles,
    /// Never empty with [`DataSource::Api`], where no policy is a matter of course.
    pub cancellation_policies: Policies,
    /// Days that a download link lives, for saying so.
    pub download_link_life_days: u32,
    pub attachments: Attachments,
    /// Hosts that download links may lead to.
    pub download_hosts: Vec<HostPattern>,
    pub links: Links,
    pub locale: DefaultLocale,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Api {
    /// Absolute, or relative to the page's origin (`/api/v1`), or to its base (`api/v1`); without a
    /// slash at its end.
    pub base_url: String,
    pub token: TokenSource,
    pub capabilities: Capabilities,
}

/// Where the bearer token of each call comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenSource {
    /// Calls carry none: a proxy on the page's origin signs in.
    None,
    /// The hosting page, by its function `latchkeyToken`.
    Page,
}

/// What the server behind the base offers beyond, or less than, the public API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capabilities {
    /// Product keys and downloads.
    pub software_keys: bool,
    pub service_requests: bool,
    pub audit_records: bool,
    pub cancel_orders: bool,
}

/// Limits of files added to a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachments {
    pub max_files: u32,
    /// Bytes
    pub max_bytes_each: u64,
    /// Extensions in lower case, without a dot.
    pub types: Vec<String>,
}

impl Attachments {
    /// The limits, for checking files.
    pub fn limits(&self) -> Limits<'_> {
        Limits {
            max_files: self.max_files,
            max_bytes_each: self.max_bytes_each,
            types: &self.types,
        }
    }
}

/// Pages elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Links {
    pub dashboard: SafeUrl,
    pub support: SafeUrl,
    pub customer_admin_center: SafeUrl,
    pub operations_guide: SafeUrl,
}

/// The language of a first visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DefaultLocale {
    /// The browser's.
    Auto,
    En,
    Fr,
}

impl Config {
    /// Reads the text of `config.json`. `secure_page` says whether the page itself came by https or
    /// from this machine (`isSecureContext`), which a relative `api.baseUrl` needs.
    ///
    /// # Errors
    /// Everything that is wrong with it, in the order of the fields.
    pub fn parse(text: &str, secure_page: bool) -> Result<Config, Vec<ConfigError>> {
        // As bytes, like the API's bodies: another source has the parser compiled twice (6 kB).
        let value = serde_json::from_slice(text.as_bytes()).map_err(|error| {
            let (line, column) = (error.line(), error.column());
            vec![ConfigError::new("", Problem::NotJson { line, column })]
        })?;
        read::config(&value, secure_page)
    }

    /// The API's base for a page at `page_base` (with a slash at its end: `/`, `/sub/path/`).
    pub fn api_base(&self, page_base: &str) -> String {
        let base = self.api.base_url.as_str();
        match self.data_source {
            DataSource::Sandbox => format!("{page_base}sandbox/v1"),
            DataSource::Api if base.starts_with('/') || base.contains("://") => base.to_owned(),
            DataSource::Api => format!("{page_base}{base}"),
        }
    }

    /// Whether each call carries a token that the hosting page gives. The sandbox needs none.
    pub fn page_gives_token(&self) -> bool {
        self.data_source == DataSource::Api && self.api.token == TokenSource::Page
    }

    /// The header of answers that names the visitor's role, if there is one. The sandbox sends none.
    pub fn role_header(&self) -> Option<&str> {
        match &self.roles.source {
            RoleSource::Header { name } if self.data_source == DataSource::Api => Some(name),
            _ => None,
        }
    }

    /// Where the API tells the visitor's role, if it does. The sandbox always does.
    pub fn role_path(&self) -> Option<&str> {
        match (self.data_source, &self.roles.source) {
            (DataSource::Sandbox, _) => Some(Roles::PATH),
            (DataSource::Api, RoleSource::Api { path }) => Some(path),
            (DataSource::Api, RoleSource::Header { .. } | RoleSource::None) => None,
        }
    }

    /// Where links from data may lead, for a page of `page_origin`.
    pub fn allowed_links(&self, page_origin: &str) -> Allowed {
        Allowed {
            hosts: self.download_hosts.clone(),
            page: Origin::of(page_origin),
            api: match self.data_source {
                DataSource::Sandbox => None,
                DataSource::Api => Origin::of(&self.api.base_url),
            },
        }
    }
}
