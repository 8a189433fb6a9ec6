//! The parts of an address, as far as it is read at all.

pub struct Parts {
    /// Scheme, host and port in lower case; a default port is left out.
    pub origin: String,
    pub is_https: bool,
    pub is_default_port: bool,
    /// In lower case, without the port.
    pub host: String,
    /// From the path on; begins with `/`.
    pub rest: String,
}

impl Parts {
    pub fn read(text: &str) -> Option<Self> {
        if !text.bytes().all(is_plain) {
            return None;
        }
        let (scheme, after) = text.split_once("://")?;
        let scheme = scheme.to_ascii_lowercase();
        let default_port = match scheme.as_str() {
            "https" => "443",
            "http" => "80",
            _ => return None,
        };
        let end = after.find(['/', '?', '#']).unwrap_or(after.len());
        let (authority, rest) = after.split_at(end);
        let authority = authority.to_ascii_lowercase();
        let (host, port) = split_port(&authority)?;
        let is_default_port = port.is_none_or(|port| port == default_port);
        let origin = match port {
            Some(port) if !is_default_port => format!("{scheme}://{host}:{port}"),
            _ => format!("{scheme}://{host}"),
        };
        let slash = if rest.starts_with('/') { "" } else { "/" };
        let rest = format!("{slash}{rest}");
        stays_in_place(&rest).then_some(Parts {
            is_https: scheme == "https",
            is_default_port,
            host: host.to_owned(),
            origin,
            rest,
        })
    }
}

/// A path of the page's own origin: one slash, then anything but a second one.
pub fn own_path(text: &str) -> Option<&str> {
    let below = text.strip_prefix('/')?;
    (!below.starts_with('/') && text.bytes().all(is_plain)).then_some(text)
}

/// Whether it is an address of a scheme that is never followed, rather than no address at all.
pub fn is_other_scheme(text: &str) -> bool {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c.is_control());
    let scheme = text.split(':').next().unwrap_or_default();
    scheme.len() < text.len()
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && !scheme.eq_ignore_ascii_case("https")
        && !scheme.eq_ignore_ascii_case("http")
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
}

/// The number of labels of a host name; `None` when it is none: letters, digits and hyphens in
/// ASCII, and a last label that cannot make an IP address of it.
pub fn host_labels(host: &str) -> Option<usize> {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let last = host.rsplit('.').next()?;
    let is_name = last.starts_with(|c: char| c.is_ascii_alphabetic());
    let fits = host.len() <= 253 && is_name && host.split('.').all(label);
    fits.then(|| host.split('.').count())
}

/// Printable ASCII without what browsers repair: backslashes, quotes, brackets of markup…
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_graphic() && !b"\\\"<>^`{|}".contains(&byte)
}

/// Host and port of an authority. `[::1]` is the one IPv6 address that is read.
fn split_port(authority: &str) -> Option<(&str, Option<&str>)> {
    let (host, port) = match authority.strip_prefix("[::1]") {
        Some("") => (authority, None),
        Some(port) => (&authority[..5], Some(port.strip_prefix(':')?)),
        None => match authority.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (authority, None),
        },
    };
    let is_port = |port: &str| {
        let digits = port.bytes().all(|b| b.is_ascii_digit());
        digits && !port.starts_with('0') && port.parse::<u16>().is_ok()
    };
    let is_host = host == "[::1]" || is_ipv4(host) || host_labels(host).is_some();
    (is_host && port.is_none_or(is_port)).then_some((host, port))
}

/// Four decimal numbers without leading zeros: the one form that all readers agree on.
fn is_ipv4(host: &str) -> bool {
    let number = |part: &str| part.parse::<u8>().is_ok_and(|n| n.to_string() == part);
    host.split('.').count() == 4 && host.split('.').all(number)
}

/// No segment of the path is empty (but the last) or climbs, encoded or not.
fn stays_in_place(rest: &str) -> bool {
    let path = rest.split(['?', '#']).next().unwrap_or_default();
    let mut segments = path.split('/').skip(1).peekable();
    while let Some(segment) = segments.next() {
        let bare = segment.to_ascii_lowercase().replace("%2e", ".");
        let is_last = segments.peek().is_none();
        if bare == "." || bare == ".." || (bare.is_empty() && !is_last) {
            return false;
        }
    }
    true
}
