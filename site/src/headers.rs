//! The one table of response headers.

use crate::content_security_policy;

/// How long a response may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CachePolicy {
    /// Asked for again each time: pages, configuration, errors.
    Revalidate,
    /// Kept for a year: files whose name holds the hash of their content.
    Immutable,
}

impl CachePolicy {
    /// The value of `Cache-Control`.
    #[must_use]
    pub fn value(self) -> &'static str {
        match self {
            Self::Revalidate => "no-cache",
            Self::Immutable => "public, max-age=31536000, immutable",
        }
    }

    /// The policy for an answer. Only a file that was found is immutable:
    /// else the 404 of a file not yet uploaded would last a year.
    #[must_use]
    pub fn of(path: &str, status: u16) -> Self {
        if path.starts_with("/assets/") && matches!(status, 200 | 206 | 304) {
            Self::Immutable
        } else {
            Self::Revalidate
        }
    }
}

/// The headers that every answer carries. They are the same for every build
/// and deployment, except for the origins that `connect-src` names.
#[derive(Clone, Debug, Default)]
pub struct Headers {
    connect: Vec<String>,
    https: bool,
}

impl Headers {
    /// Headers of a page that may call `connect` (origins such as
    /// `https://api.example`) besides its own origin.
    #[must_use]
    pub fn new(connect: Vec<String>) -> Self {
        Self {
            connect,
            https: false,
        }
    }

    /// With `Strict-Transport-Security`, which hosts with a certificate send.
    ///
    /// The servers here speak http on loopback and leave it out: browsers
    /// ignore it there (RFC 6797, 8.1), and a promise made for `localhost`
    /// through some local proxy would lock out every other program on it.
    #[must_use]
    pub fn over_https(mut self) -> Self {
        self.https = true;
        self
    }

    /// Names and values. `Cache-Control` is not among them, because it depends
    /// on the answer: [`CachePolicy::of`].
    #[must_use]
    pub fn table(&self) -> Vec<(&'static str, String)> {
        let mut rows = vec![
            ("Content-Security-Policy", content_security_policy(&self.connect)),
            ("Integrity-Policy", "blocked-destinations=(script)".into()),
            ("X-Content-Type-Options", "nosniff".into()),
            ("X-Frame-Options", "DENY".into()),
            ("Referrer-Policy", "no-referrer".into()),
            ("Cross-Origin-Opener-Policy", "same-origin".into()),
            ("Cross-Origin-Embedder-Policy", "require-corp".into()),
            ("Cross-Origin-Resource-Policy", "same-origin".into()),
            (
                "Permissions-Policy",
                "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), \
                 clipboard-read=(), clipboard-write=(self)"
                    .into(),
            ),
        ];
        if self.https {
            rows.push((
                "Strict-Transport-Security",
                "max-age=63072000; includeSubDomains".into(),
            ));
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_found_assets_are_immutable() {
        assert_eq!(
            CachePolicy::of("/assets/boot-1.js", 200),
            CachePolicy::Immutable
        );
        assert_eq!(
            CachePolicy::of("/assets/boot-1.js", 304),
            CachePolicy::Immutable
        );
        assert_eq!(
            CachePolicy::of("/assets/boot-1.js", 404),
            CachePolicy::Revalidate
        );
        assert_eq!(
            CachePolicy::of("/config.json", 200),
            CachePolicy::Revalidate
        );
    }

    #[test]
    fn transport_security_is_promised_over_https_only() {
        let has = |headers: Headers| {
            headers
                .table()
                .iter()
                .any(|(name, _)| *name == "Strict-Transport-Security")
        };
        assert!(!has(Headers::default()));
        assert!(has(Headers::default().over_https()));
    }
}
