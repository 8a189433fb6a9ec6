//! `config.schema.json` says the same as the reader: whatever these tests read is judged by both.

use std::sync::LazyLock;

use jsonschema::Validator;
use serde_json::{Value, json};

use super::super::fields;
use super::*;

static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    let text = include_str!("../../../public/config.schema.json");
    serde_json::from_str(text).unwrap()
});

static VALIDATOR: LazyLock<Validator> =
    LazyLock::new(|| jsonschema::draft202012::new(&SCHEMA).unwrap());

/// What the reader says of a file, with which the schema has to agree.
pub fn judge(text: &str) -> Result<Config, Vec<ConfigError>> {
    let read = Config::parse(text, true);
    if let Ok(file) = serde_json::from_str(text) {
        let fits = VALIDATOR.is_valid(&file);
        assert_eq!(fits, read.is_ok(), "{text}\n{read:?}");
    }
    read
}

/// The names of an object's fields, in order.
fn names(of: &str) -> Vec<&str> {
    let object = SCHEMA.pointer(of).and_then(Value::as_object).unwrap();
    let mut names: Vec<_> = object.keys().map(String::as_str).collect();
    names.sort_unstable();
    names
}

#[test]
fn the_schema_is_one_itself() {
    assert!(jsonschema::meta::is_valid(&SCHEMA));
}

#[test]
fn it_knows_the_fields_of_the_reader() {
    for (place, known) in [
        ("/properties", fields::FILE),
        ("/properties/api/properties", fields::API),
        (
            "/properties/api/properties/capabilities/properties",
            &fields::CAPABILITIES,
        ),
        ("/properties/roles/properties", fields::ROLES),
        (
            "/properties/cancellationPolicies/items/properties",
            fields::POLICY,
        ),
        ("/properties/attachments/properties", fields::ATTACHMENTS),
        ("/properties/links/properties", &fields::LINKS),
        ("/properties/locale/properties", fields::LOCALE),
    ] {
        let mut known = known.to_vec();
        known.sort_unstable();
        assert_eq!(names(place), known, "{place}");
    }
}

#[test]
fn every_field_is_described_and_every_object_closed() {
    fn look(at: &Value, place: &str) {
        let Some(properties) = at.get("properties").and_then(Value::as_object) else {
            return;
        };
        assert!(at.get("additionalProperties").is_some(), "{place}");
        for (name, field) in properties {
            let place = format!("{place}.{name}");
            let words = field.get("description").and_then(Value::as_str);
            assert!(words.is_some_and(|words| words.ends_with('.')), "{place}");
            look(field, &place);
            look(field.get("items").unwrap_or(&Value::Null), &place);
        }
    }
    look(&SCHEMA, "");
}

#[test]
fn its_defaults_are_those_of_the_reader() {
    fn defaults(at: &Value) -> Value {
        let own = at.get("default").cloned();
        let members = at.get("properties").and_then(Value::as_object);
        let below = members.map(|members| {
            let each = members
                .iter()
                .map(|(name, field)| (name.clone(), defaults(field)));
            Value::Object(each.filter(|(_, value)| *value != Value::Null).collect())
        });
        own.or(below).unwrap_or(Value::Null)
    }
    let said = defaults(&SCHEMA).to_string();
    assert_eq!(judge(&said), judge("{}"), "{said}");
}

#[test]
fn the_files_that_are_shipped_and_shown_are_good() {
    let shipped = include_str!("../../../public/config.json");
    assert_eq!(judge(shipped), judge("{}"));
    let readme = include_str!("../../../README.md");
    let proxy = include_str!("../../../docs/proxy.md");
    for page in [readme, proxy] {
        let shown: Vec<&str> = page.split("```json\n").skip(1).collect();
        assert!(!shown.is_empty());
        for block in shown {
            let file = block.split("```").next().unwrap();
            assert!(judge(file).is_ok(), "{file}");
        }
    }
}

#[test]
fn addresses_and_hosts_are_judged_alike() {
    for address in [
        "https://a.b",
        "HTTPS://A.B:8443/x?y#z",
        "https://localhost/",
        "https://10.0.0.1/",
        "https://[::1]:1/",
        "https://a.b?x=//",
        "https://a.b/x/?../",
        "https://a.b:0/",
        "https://a.b:/",
        "https://a.b//x",
        "https://a.b/x//",
        "https://a.b/./x",
        "https://a.b/x/..",
        "https://a.b/%2E%2e/x",
        "https://a.b/..x",
        "https://-a.b/",
        "https://a_b/",
        "https://a.1/",
        "https://1.2.3/",
        "https://256.1.1.1/",
        "https://u@a.b/",
        "https://a.b/{x}",
        "https://a.b/é",
        "https://a.b/x y",
        "https://",
        "http://a.b/",
        "http://localhost:8080/v1",
        "http://LOCALHOST/v1",
        "http://x.localhost/v1",
        "http://127.9.8.7/v1",
        "http://127.0.0.256/v1",
        "http://[::1]/v1",
        "http://localhost.evil.example/",
        "//a.b/v1",
        "/api/v1/",
        "api",
        "/a/.b",
        "/a/./b",
        "..",
        "/a?b",
        "a:b",
    ] {
        let _ = judge(&json!({ "links": { "support": address } }).to_string());
        let _ = judge(&json!({ "api": { "baseUrl": address } }).to_string());
        let _ = judge(&json!({ "roles": { "path": address } }).to_string());
    }
    for host in [
        "a.b", "*.a.b", "A.B", "a", "*.a", "*", "a.*.b", "*.*.b", "a.b.", ".a.b", "a..b", "a.1",
        "10.0.0.1", "a-.b", "a b.c", "", "é.fr",
    ] {
        let _ = judge(&json!({ "downloadHosts": [host] }).to_string());
    }
    for header in ["X-Role", "x_role", "X Role", "X:Role", "", "é", "~"] {
        let _ = judge(&json!({ "roles": { "header": header } }).to_string());
    }
}

#[test]
fn every_field_of_a_wrong_type_is_judged_alike() {
    let mut places = Vec::new();
    for name in fields::FILE {
        places.push(vec![*name]);
    }
    let below: [(&str, &[&str]); 5] = [
        ("api", fields::API),
        ("roles", fields::ROLES),
        ("attachments", fields::ATTACHMENTS),
        ("links", &fields::LINKS),
        ("locale", fields::LOCALE),
    ];
    for (object, names) in below {
        places.extend(names.iter().map(|name| vec![object, *name]));
    }
    let capabilities = fields::CAPABILITIES.iter();
    places.extend(capabilities.map(|name| vec!["api", "capabilities", *name]));
    let values = [
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(3.5),
        json!(99_999_999_999_u64),
        json!(""),
        json!("x"),
        json!([]),
        json!([7]),
        json!([{}]),
        json!({}),
        json!({ "x": 7 }),
    ];
    for place in &places {
        for value in &values {
            let file = place
                .iter()
                .rev()
                .fold(value.clone(), |inner, name| json!({ *name: inner }));
            let _ = judge(&file.to_string());
        }
    }
}
