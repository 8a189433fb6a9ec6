use super::*;
use crate::i18n::Lang;
use crate::model::role::Role;
use crate::model::window::{Length, Refund, SoftwareKind};

mod schema;

use schema::judge;

/// Every field, each with another value than its default.
const FULL: &str = r#"{
  "dataSource": "api",
  "api": {
    "baseUrl": "https://gateway.example/csp/v1/",
    "token": "page",
    "capabilities": {
      "softwareKeys": false, "serviceRequests": false, "auditRecords": false, "cancelOrders": false
    }
  },
  "signIn": null,
  "roles": {
    "source": "header",
    "path": "/extensions/whoami",
    "header": "X-Groups",
    "mapping": { "Vertrieb": "sales_agent" }
  },
  "cancellationPolicies": [
    { "kind": "perpetual", "segment": "*", "days": 30, "refund": "full" },
    { "kind": "subscription", "segment": "education", "hours": 168, "refund": "prorated" }
  ],
  "downloadLinkLifeDays": 14,
  "attachments": { "maxFiles": 2, "maxBytesEach": 1024, "types": ["PDF"] },
  "downloadHosts": ["files.example.net"],
  "links": {
    "dashboard": "https://dashboard.example/",
    "support": "https://support.example/",
    "customerAdminCenter": "https://admin.example/",
    "operationsGuide": "https://guide.example/"
  },
  "locale": { "default": "fr" }
}"#;

fn problems(text: &str) -> Vec<(String, Problem)> {
    let errors = judge(text).unwrap_err();
    errors.into_iter().map(|e| (e.field, e.problem)).collect()
}

fn one(text: &str) -> (String, Problem) {
    let mut all = problems(text);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

#[test]
fn nothing_said_is_the_sandbox_with_its_policy() {
    for text in [
        "{}",
        r#"{"dataSource":"sandbox","signIn":null,"api":{"capabilities":{}}}"#,
    ] {
        let config = Config::parse(text, false).unwrap();
        assert_eq!(config.data_source, DataSource::Sandbox);
        assert_eq!(config.api_base("/sub/path/"), "/sub/path/sandbox/v1");
        for policy in &config.cancellation_policies.0 {
            assert_eq!(
                (policy.length, policy.refund),
                (Length::Days(60), Refund::Full)
            );
        }
        assert_eq!(config.cancellation_policies.0.len(), 2);
        assert_eq!(config.download_hosts[0].to_string(), "*.microsoft.com");
        let guide = config.links.operations_guide.href();
        assert!(
            guide.ends_with("/partner-center-new-commerce-operations-guide-pdf"),
            "{guide}"
        );
        assert_eq!(config.locale, DefaultLocale::Auto);
    }
}

#[test]
fn every_field_is_read() {
    let config = judge(FULL).unwrap();
    assert_eq!(config.api_base("/"), "https://gateway.example/csp/v1");
    assert!(config.page_gives_token());
    let offers = config.api.capabilities;
    assert!(!offers.software_keys && !offers.service_requests);
    assert!(!offers.audit_records && !offers.cancel_orders);
    assert_eq!(config.role_header(), Some("X-Groups"));
    assert_eq!(config.role_path(), None);
    assert_eq!(config.roles.read("Vertrieb"), Some(Role::SalesAgent));
    let [perpetual, education] = &config.cancellation_policies.0[..] else {
        panic!()
    };
    assert_eq!(
        (perpetual.kind, perpetual.segment.as_deref()),
        (SoftwareKind::Perpetual, None)
    );
    assert_eq!(perpetual.length, Length::Days(30));
    assert_eq!(education.segment.as_deref(), Some("education"));
    assert_eq!(
        (education.length, education.refund),
        (Length::Hours(168), Refund::Prorated)
    );
    assert_eq!(config.download_link_life_days, 14);
    let limits = &config.attachments;
    assert_eq!((limits.max_files, limits.max_bytes_each), (2, 1_024));
    assert_eq!(limits.types, ["pdf"]);
    assert_eq!(config.links.support.href(), "https://support.example/");
    assert_eq!(config.locale, DefaultLocale::Fr);
    let links = config.allowed_links("https://page.example");
    assert!(links.check("https://files.example.net/x").is_ok());
    assert!(links.check("https://gateway.example/x").is_ok());
    assert!(links.check("https://a.microsoft.com/x").is_err());
}

#[test]
fn a_token_is_for_a_real_api_alone() {
    let gives = |text: &str| judge(text).unwrap().page_gives_token();
    assert!(!gives(&FULL.replace("\"page\"", "null")));
    assert!(!gives(r#"{"api":{"token":"page"}}"#));
}

#[test]
fn a_role_is_asked_for_where_the_file_says() {
    let read = |text: &str| judge(text).unwrap();
    let places = |config: &Config| {
        let path = config.role_path().map(str::to_owned);
        (path, config.role_header().map(str::to_owned))
    };
    let some = |text: &str| Some(text.to_owned());
    let sandbox = read(r#"{"roles":{"source":"header","header":"X-Role"}}"#);
    assert_eq!(places(&sandbox), (some("/extensions/role"), None));
    for (source, path, header) in [
        ("api", some("/extensions/whoami"), None),
        ("header", None, some("X-Groups")),
        ("none", None, None),
    ] {
        let file = FULL.replace(r#""source": "header""#, &format!(r#""source": "{source}""#));
        assert_eq!(places(&read(&file)), (path, header), "{source}");
    }
}

#[test]
fn of_several_names_the_strongest_that_is_known_counts() {
    let unknown = |name: &str| Some(Role::Unknown(name.to_owned()));
    let roles = judge(FULL).unwrap().roles;
    for (names, role) in [
        ("", None),
        (" , ", None),
        ("AdminAgent", Some(Role::AdminAgent)),
        ("helpdesk_agent,Vertrieb", Some(Role::SalesAgent)),
        ("Vertrieb, global_admin , everyone", Some(Role::GlobalAdmin)),
        ("global_admin,admin_agent", Some(Role::AdminAgent)),
        ("everyone,helpdesk_agent", Some(Role::HelpdeskAgent)),
        ("everyone,others", unknown("everyone")),
        ("vertrieb", unknown("vertrieb")),
    ] {
        assert_eq!(roles.read(names), role, "{names}");
    }
}

#[test]
fn a_base_is_joined_to_where_the_page_lies() {
    for (base, joined) in [
        ("/api/v1", "/api/v1"),
        ("api/v1/", "/sub/api/v1"),
        ("http://127.0.0.1:8899/v1", "http://127.0.0.1:8899/v1"),
        ("https://gateway.example", "https://gateway.example"),
    ] {
        let text = FULL.replace("https://gateway.example/csp/v1/", base);
        assert_eq!(judge(&text).unwrap().api_base("/sub/"), joined);
    }
}

#[test]
fn an_address_that_cannot_be_the_api_is_refused() {
    for (base, problem) in [
        ("http://gateway.example/v1", Problem::Insecure),
        ("http://127.0.0.1.evil.example/v1", Problem::Insecure),
        ("ftp://gateway.example/v1", Problem::NotUrl),
        ("https://user:pass@gateway.example/v1", Problem::NotUrl),
        ("https://gateway.example/v1?x=1", Problem::NotUrl),
        ("https://gateway.example/../v1", Problem::NotUrl),
        ("//gateway.example/v1", Problem::NotUrl),
        ("/api/../v1", Problem::NotUrl),
        ("/api//v1", Problem::NotUrl),
        ("/api v1", Problem::NotUrl),
        ("javascript:alert(1)", Problem::NotUrl),
        ("/", Problem::NotUrl),
        ("", Problem::NotUrl),
    ] {
        let text = FULL.replace("https://gateway.example/csp/v1/", base);
        assert_eq!(one(&text), ("api.baseUrl".to_owned(), problem), "{base}");
    }
}

#[test]
fn a_page_over_plain_http_reaches_no_real_api() {
    let text = FULL.replace("https://gateway.example/csp/v1/", "/api/v1");
    assert!(judge(&text).is_ok());
    let errors = Config::parse(&text, false).unwrap_err();
    assert_eq!(errors[0].problem, Problem::InsecurePage);
    assert!(Config::parse(r#"{"api":{"baseUrl":"/api/v1"}}"#, false).is_ok());
}

#[test]
fn a_real_api_needs_policies() {
    let field = "cancellationPolicies".to_owned();
    for text in [
        r#"{"dataSource":"api"}"#,
        r#"{"dataSource":"api","cancellationPolicies":[]}"#,
    ] {
        assert_eq!(one(text), (field.clone(), Problem::NoPolicy));
    }
    assert!(judge(r#"{"cancellationPolicies":[]}"#).is_ok());
}

#[test]
fn a_problem_names_its_field() {
    use Problem::*;
    for (text, field, problem) in [
        (r#"{"dataSauce":1}"#, "dataSauce", UnknownField),
        (r#"{"dataSource":1}"#, "dataSource", NotText),
        (
            r#"{"dataSource":"API"}"#,
            "dataSource",
            NotOneOf(&["sandbox", "api"]),
        ),
        (r#"{"api":[]}"#, "api", NotObject),
        (
            r#"{"api":{"capabilities":{"softwareKeys":"yes"}}}"#,
            "api.capabilities.softwareKeys",
            NotTrueOrFalse,
        ),
        (
            r#"{"api":{"capabilities":{"keys":true}}}"#,
            "api.capabilities.keys",
            UnknownField,
        ),
        (
            r#"{"api":{"token":"abc"}}"#,
            "api.token",
            NotOneOf(&["page"]),
        ),
        (r#"{"api":{"token":true}}"#, "api.token", NotText),
        (r#"{"signIn":{"authority":"x"}}"#, "signIn", NotSupported),
        (
            r#"{"roles":{"source":"token"}}"#,
            "roles.source",
            NotOneOf(&["api", "header", "none"]),
        ),
        (r#"{"roles":{"source":"header"}}"#, "roles.header", Missing),
        (
            r#"{"roles":{"header":"X Role"}}"#,
            "roles.header",
            NotHeader,
        ),
        (r#"{"roles":{"header":""}}"#, "roles.header", NotHeader),
        (r#"{"roles":{"path":"role"}}"#, "roles.path", NotPath),
        (r#"{"roles":{"path":"/../role"}}"#, "roles.path", NotPath),
        (
            r#"{"roles":{"path":"https://a.b/role"}}"#,
            "roles.path",
            NotPath,
        ),
        (r#"{"roles":{"mapping":[]}}"#, "roles.mapping", NotObject),
        (
            r#"{"roles":{"mapping":{"x":7}}}"#,
            "roles.mapping.x",
            NotText,
        ),
        (
            r#"{"downloadLinkLifeDays":0}"#,
            "downloadLinkLifeDays",
            NotNumber {
                least: 1,
                most: 3_650,
            },
        ),
        (
            r#"{"downloadLinkLifeDays":1.5}"#,
            "downloadLinkLifeDays",
            NotNumber {
                least: 1,
                most: 3_650,
            },
        ),
        (
            r#"{"attachments":{"types":["a.b"]}}"#,
            "attachments.types[0]",
            NotText,
        ),
        (r#"{"downloadHosts":"x"}"#, "downloadHosts", NotList),
        (
            r#"{"downloadHosts":["a.b","*.com"]}"#,
            "downloadHosts[1]",
            NotHost,
        ),
        (
            r#"{"links":{"support":"http://a.b/"}}"#,
            "links.support",
            NotUrl,
        ),
        (
            r#"{"links":{"support":"javascript:alert(1)"}}"#,
            "links.support",
            NotUrl,
        ),
        (
            r#"{"locale":{"default":"de"}}"#,
            "locale.default",
            NotOneOf(&["auto", "en", "fr"]),
        ),
        ("[]", "", NotObject),
        ("null", "", NotObject),
        ("{\n  \"a\": }", "", NotJson { line: 2, column: 8 }),
    ] {
        assert_eq!(one(text), (field.to_owned(), problem), "{text}");
    }
}

#[test]
fn a_policy_says_kind_refund_and_one_length() {
    let policy = |members: &str| format!(r#"{{"cancellationPolicies":[{members}]}}"#);
    let field = |name: &str| format!("cancellationPolicies[0].{name}");
    let good = r#""kind":"perpetual","refund":"full""#;
    for (members, name, problem) in [
        (format!("{{{good}}}"), "days", Problem::NotOneLength),
        (
            format!(r#"{{{good},"days":1,"hours":1}}"#),
            "days",
            Problem::NotOneLength,
        ),
        (
            r#"{"refund":"full","days":1}"#.to_owned(),
            "kind",
            Problem::Missing,
        ),
        (
            r#"{"kind":"perpetual","days":1}"#.to_owned(),
            "refund",
            Problem::Missing,
        ),
        (
            format!(r#"{{{good},"days":1,"unit":"d"}}"#),
            "unit",
            Problem::UnknownField,
        ),
    ] {
        assert_eq!(one(&policy(&members)), (field(name), problem));
    }
    let (name, _) = one(&policy("7"));
    assert_eq!(name, "cancellationPolicies[0]");
}

#[test]
fn all_problems_are_collected_and_have_words_in_both_languages() {
    let text = r#"{"dataSource":"x","api":{"baseUrl":"http://a.b"},"locale":3,"zzz":0}"#;
    let errors = judge(text).unwrap_err();
    let fields: Vec<_> = errors.iter().map(|error| error.field.as_str()).collect();
    assert_eq!(fields, ["zzz", "dataSource", "api.baseUrl", "locale"]);
    for error in &errors {
        let (en, fr) = (error.words(Lang::En), error.words(Lang::Fr));
        assert!(!en.is_empty() && !fr.is_empty() && en != fr);
    }
    let json = ConfigError::new(
        "",
        Problem::NotJson {
            line: 3,
            column: 14,
        },
    );
    assert_eq!(
        json.words(Lang::En),
        "is not valid JSON at line 3, column 14."
    );
}
