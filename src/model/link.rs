//! The gate that every address from data passes before it is shown as a link, followed or copied.
//!
//! It reads less than a browser does, on purpose: what is not plainly an `https:` address of an
//! expected host (or of an own origin) is blocked, so that nothing depends on how a browser would
//! repair it (WHATWG URL; OWASP ASVS 5.0 1.2.2, 3.7.2).

use std::fmt;
use std::str::FromStr;

mod parts;
#[cfg(test)]
mod tests;

use parts::{Parts, host_labels};

/// Longer addresses are not links. Signed download addresses have hundreds of characters.
const LONGEST: usize = 8_192;

/// A host that links may lead to: `download.microsoft.com`, or with all its subdomains (and not
/// itself) `*.microsoft.com`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostPattern {
    any_below: bool,
    domain: String,
}

/// A pattern is a domain of at least two labels, in ASCII, perhaps after `*.`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidHost;

impl FromStr for HostPattern {
    type Err = InvalidHost;

    fn from_str(text: &str) -> Result<Self, InvalidHost> {
        let lower = text.to_ascii_lowercase();
        let below = lower.strip_prefix("*.");
        let domain = below.unwrap_or(&lower);
        match host_labels(domain) {
            Some(2..) => Ok(HostPattern {
                any_below: below.is_some(),
                domain: domain.to_owned(),
            }),
            _ => Err(InvalidHost),
        }
    }
}

impl HostPattern {
    /// `host` in lower case.
    fn matches(&self, host: &str) -> bool {
        match host.strip_suffix(self.domain.as_str()) {
            Some("") => !self.any_below,
            Some(before) => self.any_below && before.ends_with('.'),
            None => false,
        }
    }
}

impl fmt::Display for HostPattern {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let star = if self.any_below { "*." } else { "" };
        write!(f, "{star}{}", self.domain)
    }
}

/// Where links may lead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Allowed {
    pub hosts: Vec<HostPattern>,
    /// The page's own origin, which paths are relative to.
    pub page: Option<Origin>,
    /// The API's origin, where it is another one.
    pub api: Option<Origin>,
}

/// Scheme, host and port in lower case: `https://gateway.example`, `http://127.0.0.1:8080`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(String);

impl Origin {
    /// The origin of an absolute `http:` or `https:` address.
    pub fn of(address: &str) -> Option<Self> {
        Parts::read(address).map(|parts| Origin(parts.origin))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_https(&self) -> bool {
        self.0.starts_with("https:")
    }

    /// Whether it is this very machine, where plain http is as good as https.
    pub fn is_loopback(&self) -> bool {
        let authority = self.0.split("//").nth(1).unwrap_or_default();
        let host = match authority.rsplit_once(':') {
            Some((host, port)) if !port.ends_with(']') => host,
            _ => authority,
        };
        host == "localhost"
            || host.ends_with(".localhost")
            || host == "[::1]"
            || host.strip_prefix("127.").is_some_and(|rest| {
                let parts: Vec<_> = rest.split('.').map(str::parse::<u8>).collect();
                parts.len() == 3 && parts.iter().all(Result::is_ok)
            })
    }
}

/// An address that passed the gate. The default is none at all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SafeUrl {
    href: String,
    host: String,
}

impl SafeUrl {
    /// An `https:` address of any host, for links that the deployment itself chose.
    pub fn https(text: &str) -> Option<Self> {
        let parts = Parts::read(text).filter(|parts| parts.is_https)?;
        Some(SafeUrl::of(&parts))
    }

    fn of(parts: &Parts) -> Self {
        SafeUrl {
            href: format!("{}{}", parts.origin, parts.rest),
            host: parts
                .origin
                .split("//")
                .nth(1)
                .unwrap_or_default()
                .to_owned(),
        }
    }

    /// The whole address: what is followed and what is copied.
    pub fn href(&self) -> &str {
        &self.href
    }

    /// The host to show beside the link, with its port where it has one.
    pub fn host(&self) -> &str {
        &self.host
    }
}

/// Why an address is no link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blocked {
    /// Not an address that every browser reads alike.
    Malformed,
    /// Neither `https:` nor an own origin.
    Scheme,
    /// A host that nobody expects.
    Host,
}

impl Allowed {
    /// Lets an address pass or says why not.
    pub fn check(&self, text: &str) -> Result<SafeUrl, Blocked> {
        if text.len() > LONGEST {
            return Err(Blocked::Malformed);
        }
        if let (Some(page), Some(_)) = (&self.page, parts::own_path(text)) {
            return self.check(&format!("{}{text}", page.as_str()));
        }
        let parts = Parts::read(text).ok_or(match parts::is_other_scheme(text) {
            true => Blocked::Scheme,
            false => Blocked::Malformed,
        })?;
        let own = [&self.page, &self.api].into_iter().flatten();
        let is_own = own
            .into_iter()
            .any(|origin| origin.as_str() == parts.origin);
        let expected = self.hosts.iter().any(|host| host.matches(&parts.host));
        match (is_own, parts.is_https, expected && parts.is_default_port) {
            (true, _, _) | (false, true, true) => Ok(SafeUrl::of(&parts)),
            (false, false, _) => Err(Blocked::Scheme),
            (false, true, false) => Err(Blocked::Host),
        }
    }
}
