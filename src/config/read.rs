//! From parsed JSON to [`Config`]: one function for each object of the file.

use std::cell::RefCell;

use serde_json::Value;

use super::reader::Reader;
use super::*;
use crate::model::role::Role;
use crate::model::window::{Length, Policy, Refund, SoftwareKind};

pub(super) fn config(value: &Value, secure_page: bool) -> Result<Config, Vec<ConfigError>> {
    let problems = RefCell::default();
    let file = Reader::new(Some(value), String::new(), fields::FILE, &problems);
    let data_source = match file.one_of("dataSource", &["sandbox", "api"]) {
        Some(1) => DataSource::Api,
        _ => DataSource::Sandbox,
    };
    let config = Config {
        data_source,
        api: api(&file, data_source, secure_page),
        roles: roles(&file),
        cancellation_policies: policies(&file, data_source),
        download_link_life_days: small(&file, "downloadLinkLifeDays", 3_650, 5),
        attachments: attachments(&file),
        download_hosts: hosts(&file),
        links: links(&file),
        locale: locale(&file),
    };
    file.text("$schema");
    if file.get("signIn").is_some_and(|value| !value.is_null()) {
        file.report("signIn", Problem::NotSupported);
    }
    match problems.into_inner() {
        problems if problems.is_empty() => Ok(config),
        problems => Err(problems),
    }
}

fn small(file: &Reader, name: &str, most: u32, default: u32) -> u32 {
    let number = file.number(name, 1, u64::from(most));
    number
        .and_then(|n| u32::try_from(n).ok())
        .unwrap_or(default)
}

fn api(file: &Reader, source: DataSource, secure_page: bool) -> Api {
    let api = file.object("api", fields::API);
    let base = api.text("baseUrl").unwrap_or("/api/v1");
    let problem = match Origin::of(base) {
        _ if !is_base(base) => Some(Problem::NotUrl),
        Some(origin) if !origin.is_https() && !origin.is_loopback() => Some(Problem::Insecure),
        None if !secure_page && source == DataSource::Api => Some(Problem::InsecurePage),
        _ => None,
    };
    if let Some(problem) = problem {
        api.report("baseUrl", problem);
    }
    let token = match api.get("token").is_some_and(|value| !value.is_null()) {
        true if api.one_of("token", &["page"]).is_some() => TokenSource::Page,
        _ => TokenSource::None,
    };
    let offers = api.object("capabilities", &fields::CAPABILITIES);
    let [
        software_keys,
        service_requests,
        audit_records,
        cancel_orders,
    ] = fields::CAPABILITIES.map(|name| offers.truth(name, true));
    Api {
        base_url: base.trim_end_matches('/').to_owned(),
        token,
        capabilities: Capabilities {
            software_keys,
            service_requests,
            audit_records,
            cancel_orders,
        },
    }
}

/// An absolute address without query and fragment, or a path that says the same to every browser.
fn is_base(text: &str) -> bool {
    if text.contains("://") {
        return Origin::of(text).is_some() && !text.contains(['?', '#']);
    }
    let below = text.trim_start_matches('/');
    let steps = text.len() - below.len();
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~/".contains(&b);
    let climbs = |segment: &str| segment == "." || segment == "..";
    steps <= 1
        && !below.is_empty()
        && below.bytes().all(plain)
        && !below.contains("//")
        && !below.split('/').any(climbs)
}

/// The name of a header: a `token` of RFC 9110, 5.6.2.
fn is_header(text: &str) -> bool {
    let fits = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b);
    !text.is_empty() && text.bytes().all(fits)
}

fn roles(file: &Reader) -> Roles {
    const NAMES: &[&str] = &[
        "admin_agent",
        "global_admin",
        "sales_agent",
        "helpdesk_agent",
    ];
    let roles = file.object("roles", fields::ROLES);
    let path = roles.text("path").unwrap_or(Roles::PATH);
    if !path.starts_with('/') || !is_base(path) {
        roles.report("path", Problem::NotPath);
    }
    let header = roles.text("header");
    if header.is_some_and(|name| !is_header(name)) {
        roles.report("header", Problem::NotHeader);
    }
    let source = match roles.one_of("source", &["api", "header", "none"]) {
        Some(1) => RoleSource::Header {
            name: header.unwrap_or_default().to_owned(),
        },
        Some(2) => RoleSource::None,
        _ => RoleSource::Api {
            path: path.to_owned(),
        },
    };
    if matches!(source, RoleSource::Header { .. }) && !roles.has("header") {
        roles.report("header", Problem::Missing);
    }
    let mapped = roles.get("mapping").and_then(Value::as_object);
    let names: Vec<&str> = mapped
        .into_iter()
        .flat_map(|m| m.keys().map(String::as_str))
        .collect();
    let mapping = roles.object("mapping", &names);
    let pairs = mapping.members().filter_map(|(theirs, _)| {
        let place = mapping.one_of(theirs, NAMES)?;
        Some((theirs.clone(), Role::from(NAMES[place].to_owned())))
    });
    Roles {
        source,
        mapping: pairs.collect(),
    }
}

fn policies(file: &Reader, source: DataSource) -> Policies {
    let Some(listed) = file.list("cancellationPolicies") else {
        if source == DataSource::Api && !file.has("cancellationPolicies") {
            file.report("cancellationPolicies", Problem::NoPolicy);
        }
        return Policies(vec![
            brief(SoftwareKind::Perpetual),
            brief(SoftwareKind::Subscription),
        ]);
    };
    if source == DataSource::Api && listed.is_empty() {
        file.report("cancellationPolicies", Problem::NoPolicy);
    }
    let read = listed
        .iter()
        .filter_map(|(name, value)| policy(file, name, value));
    Policies(read.collect())
}

/// The sandbox's policy: 60 days, all of it.
fn brief(kind: SoftwareKind) -> Policy {
    Policy {
        kind,
        segment: None,
        length: Length::Days(60),
        refund: Refund::Full,
    }
}

fn policy(file: &Reader, name: &str, value: &Value) -> Option<Policy> {
    const SEGMENTS: &[&str] = &["*", "commercial", "education", "government", "nonprofit"];
    let policy = file.element(name, value, fields::POLICY);
    if !value.is_object() {
        return None;
    }
    let needed = ["kind", "refund"];
    for name in needed.into_iter().filter(|name| !policy.has(name)) {
        policy.report(name, Problem::Missing);
    }
    let kind = policy.one_of("kind", &["perpetual", "subscription"]);
    let refund = policy.one_of("refund", &["full", "prorated"]);
    let segment = policy.one_of("segment", SEGMENTS).unwrap_or(0);
    let length = match (policy.has("days"), policy.has("hours")) {
        (true, false) => policy
            .number("days", 0, 3_650)
            .map(|n| Length::Days(n as u32)),
        (false, true) => policy
            .number("hours", 0, 87_600)
            .map(|n| Length::Hours(n as u32)),
        _ => {
            policy.report("days", Problem::NotOneLength);
            None
        }
    };
    Some(Policy {
        kind: [SoftwareKind::Perpetual, SoftwareKind::Subscription][kind?],
        segment: (segment > 0).then(|| SEGMENTS[segment].to_owned()),
        length: length?,
        refund: [Refund::Full, Refund::Prorated][refund?],
    })
}

fn attachments(file: &Reader) -> Attachments {
    let limits = file.object("attachments", fields::ATTACHMENTS);
    let default = [
        "pdf", "png", "jpg", "txt", "csv", "docx", "xlsx", "msg", "zip",
    ];
    let types = limits.list("types").map(|listed| {
        let read = listed.iter().filter_map(|(name, value)| {
            let text = value.as_str().filter(|text| is_extension(text));
            if text.is_none() {
                limits.report(name, Problem::NotText);
            }
            text.map(str::to_ascii_lowercase)
        });
        read.collect()
    });
    Attachments {
        max_files: small(&limits, "maxFiles", 100, 5),
        max_bytes_each: limits
            .number("maxBytesEach", 1, 1 << 32)
            .unwrap_or(10 << 20),
        types: types.unwrap_or_else(|| default.map(str::to_owned).to_vec()),
    }
}

fn is_extension(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric())
}

fn hosts(file: &Reader) -> Vec<HostPattern> {
    let Some(listed) = file.list("downloadHosts") else {
        return "*.microsoft.com".parse().into_iter().collect();
    };
    let read = listed.iter().filter_map(|(name, value)| {
        let host = value.as_str().and_then(|text| text.parse().ok());
        if host.is_none() {
            file.report(name, Problem::NotHost);
        }
        host
    });
    read.collect()
}

fn links(file: &Reader) -> Links {
    let links = file.object("links", &fields::LINKS);
    let defaults = [
        "https://partner.microsoft.com/",
        "https://partner.microsoft.com/support",
        "https://admin.microsoft.com/",
        "https://partner.microsoft.com/resources/detail/\
         partner-center-new-commerce-operations-guide-pdf",
    ];
    let [dashboard, support, customer_admin_center, operations_guide] = [0, 1, 2, 3].map(|at| {
        let text = links.text(fields::LINKS[at]).unwrap_or(defaults[at]);
        SafeUrl::https(text).unwrap_or_else(|| {
            links.report(fields::LINKS[at], Problem::NotUrl);
            SafeUrl::default()
        })
    });
    Links {
        dashboard,
        support,
        customer_admin_center,
        operations_guide,
    }
}

fn locale(file: &Reader) -> DefaultLocale {
    let locale = file.object("locale", fields::LOCALE);
    match locale.one_of("default", &["auto", "en", "fr"]) {
        Some(1) => DefaultLocale::En,
        Some(2) => DefaultLocale::Fr,
        _ => DefaultLocale::Auto,
    }
}
