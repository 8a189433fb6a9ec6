//! Requests: handing them in, notes, closing, listing.

use latchkey::sandbox::http::Request;
use serde_json::{Value, json};

use super::shop::{Shop, code, refused};

pub(super) const REFUND: &str = "32444690";
pub(super) const KEYS: &str = "32444691";

/// A request as the published page creates one, about this customer.
pub(super) fn body(shop: &Shop, topic: &str, description: &str) -> Value {
    json!({
        "title": "Refund of a purchase",
        "description": description,
        "severity": "moderate",
        "supportTopicId": topic,
        "organization": { "id": shop.tenant() },
        "primaryContact": {
            "firstName": "Ada", "lastName": "Admin",
            "email": "ada@partner.example", "phoneNumber": "+33 1 23 45 67 89",
        },
    })
}

pub(super) fn create(shop: &mut Shop, body: &Value) -> (u16, Value) {
    shop.send("POST", "//servicerequests/en-US", body)
}

/// The path of a new request for a refund of what the description names.
pub(super) fn refund(shop: &mut Shop, description: &str) -> String {
    let body = body(shop, REFUND, description);
    let (status, made) = create(shop, &body);
    assert_eq!(status, 201, "{made}");
    format!("//servicerequests/{}", made["id"].as_str().unwrap())
}

pub(super) fn note(shop: &mut Shop, path: &str, text: &str) -> (u16, Value) {
    shop.send("PATCH", path, &json!({ "newNote": { "text": text } }))
}

#[test]
fn topics_are_in_the_language_asked_for() {
    let mut shop = Shop::of("Contoso");
    let topics = shop.rows("//servicerequests/supporttopics");
    assert_eq!(topics.len(), 12);
    let refund = |topics: &[Value]| {
        let mut topics = topics.iter();
        let found = topics.find(|topic| topic["id"] == 32_444_690);
        found.unwrap()["name"].clone()
    };
    assert_eq!(
        refund(&topics),
        "CSP Purchase/Refund on behalf of customers"
    );
    let mut asked = shop.request("GET", "//servicerequests/supporttopics", &Value::Null);
    asked.headers.set("X-Locale", "fr-FR");
    let topics = shop.ask(&asked).unwrap().1["items"]
        .as_array()
        .unwrap()
        .clone();
    assert_eq!(
        refund(&topics),
        "CSP achat/remboursement pour le compte des clients"
    );
}

#[test]
fn a_request_is_created_once_and_then_open() {
    let mut shop = Shop::of("Alpine Ski House");
    let body = body(&shop, KEYS, "The key does not work.");
    let mut asked = shop.request("POST", "//servicerequests/fr-FR", &body);
    asked.headers.set("MS-RequestId", "one");
    let (status, made) = shop.ask(&asked).unwrap();
    assert_eq!((status, &made["status"]), (201, &json!("none")), "{made}");
    assert_eq!(made["createdDate"], "0001-01-01T00:00:00");
    let id = made["id"].as_str().unwrap().to_owned();
    assert!(id.bytes().all(|byte| byte.is_ascii_digit()));
    assert_eq!(shop.ask(&asked).unwrap(), (201, made.clone()));
    asked.path[1] = "en-US".to_owned();
    assert_eq!(shop.ask(&asked).unwrap(), (201, made));
    assert_eq!(shop.effects("request:"), [1]);
    let (_, open) = shop.get(&format!("//servicerequests/{id}"));
    assert_eq!(open["status"], "open");
    assert_eq!(open["supportTopicId"], KEYS);
    assert_eq!(open["organization"]["name"], "Alpine Ski House");
    assert_eq!(open["createdDate"], "2026-03-01T12:00:00.0000000Z");
    assert_eq!(open["lastClosedDate"], "0001-01-01T00:00:00");
    assert_eq!(open["primaryContact"]["phoneNumber"], "+33 1 23 45 67 89");
    let row = shop.rows("/servicerequests")[0].clone();
    assert_eq!(
        (&row["id"], &row["status"], &row["severity"]),
        (&json!(id), &json!(1), &json!(2))
    );
    assert_eq!(shop.rows("//servicerequests?size=1")[0]["id"], id);
    // As any other client writes it, without a customer.
    let published = json!({
        "Id": null, "Title": "TrialSR", "Description": "Ignore this SR", "Severity": "critical",
        "SupportTopicId": "32444671", "Status": "none", "Organization": null,
        "PrimaryContact": null, "NewNote": null, "CountryCode": null, "FileLinks": null,
    });
    let (status, made) = create(&mut shop, &published);
    assert_eq!(
        (status, &made["severity"]),
        (201, &json!("critical")),
        "{made}"
    );
    assert_eq!(shop.effects("request:"), [1, 1]);
}

#[test]
fn what_cannot_be_sent_is_refused() {
    let mut shop = Shop::of("Contoso");
    let whole = body(&shop, KEYS, "Something.");
    for (change, status, wanted) in [
        (json!({ "title": " " }), 400, "800002"),
        (json!({ "title": "a".repeat(256) }), 400, "800002"),
        (json!({ "description": null }), 400, "800002"),
        (json!({ "description": "é".repeat(10_001) }), 400, "800002"),
        (json!({ "severity": null }), 400, "800002"),
        (json!({ "severity": "unknown" }), 400, "900126"),
        (json!({ "severity": 0 }), 400, "900126"),
        (json!({ "supportTopicId": "1" }), 400, "800002"),
        (json!({ "supportTopicId": null }), 400, "800002"),
        (
            json!({ "primaryContact": { "email": "a".repeat(256) } }),
            400,
            "800002",
        ),
        (
            json!({ "organization": { "id": "11111111-1111-4111-8111-111111111111" } }),
            403,
            "20002",
        ),
        (json!({ "attachmentIds": "a" }), 400, "800002"),
        (json!({ "attachmentIds": ["a"] }), 400, "AttachmentUnknown"),
        (
            json!({ "organization": null, "supportTopicId": REFUND }),
            400,
            "800002",
        ),
    ] {
        let mut body = whole.clone();
        let members = body.as_object_mut().unwrap();
        members.extend(change.as_object().unwrap().clone());
        let answer = create(&mut shop, &body);
        assert_eq!(code(answer), refused(status, wanted), "{change}");
    }
    let locale = shop.send("POST", "//servicerequests/english", &whole);
    assert_eq!(code(locale), refused(400, "800002"));
    let longest =
        json!({ "title": "é".repeat(255), "description": "é".repeat(10_000), "severity": 3 });
    let mut body = whole;
    let members = body.as_object_mut().unwrap();
    members.extend(longest.as_object().unwrap().clone());
    assert_eq!(create(&mut shop, &body).0, 201);
    assert_eq!(shop.effects("request:"), [1]);
}

#[test]
fn a_refund_is_for_admins_and_the_rest_for_everyone() {
    let mut shop = Shop::of("Contoso");
    for (role, status) in [
        ("admin_agent", 201),
        ("global_admin", 201),
        ("sales_agent", 403),
        ("helpdesk_agent", 403),
    ] {
        shop.set(&json!({ "role": role }));
        let refund = body(&shop, REFUND, "Please.");
        let answer = create(&mut shop, &refund);
        assert_eq!(answer.0, status, "{role}");
        assert!(status == 201 || answer.1["code"] == "900150");
        let other = body(&shop, KEYS, "Please.");
        assert_eq!(create(&mut shop, &other).0, 201, "{role}");
    }
}

#[test]
fn notes_are_added_once_and_a_request_is_closed_and_opened_again() {
    let mut shop = Shop::of("Contoso");
    let made = body(&shop, KEYS, "Something.");
    let (_, made) = create(&mut shop, &made);
    let path = format!("//servicerequests/{}", made["id"].as_str().unwrap());
    let text = json!({ "newNote": { "text": "One more thing." } });
    let mut asked = shop.request("PATCH", &path, &text);
    asked.headers.set("MS-RequestId", "one");
    for _attempt in 0..2 {
        let (status, noted) = shop.ask(&asked).unwrap();
        assert_eq!((status, noted["notes"].as_array().unwrap().len()), (200, 1));
        assert_eq!(
            noted["notes"][0]["createdByName"],
            "adele.agent@partner.example"
        );
        assert_eq!(noted["notes"][0]["createdDate"], "2026-03-01T12:00:00.000");
    }
    assert_eq!(shop.effects("note:"), [1]);
    let (_, whole) = shop.get(&path);
    let mut closed = whole.clone();
    closed["status"] = "closed".into();
    closed["newNote"] = json!({ "text": "Thank you." });
    let (status, closed) = shop.send("PATCH", &path, &closed);
    assert_eq!((status, &closed["status"]), (200, &json!("closed")));
    assert_eq!(closed["lastClosedDate"], "2026-03-01T12:00:00.0000000Z");
    assert_eq!(closed["notes"].as_array().unwrap().len(), 2);
    let (_, open) = shop.send("PATCH", &path, &json!({ "Status": "Open" }));
    assert_eq!(
        (&open["status"], &open["lastClosedDate"]),
        (&json!("open"), &json!("0001-01-01T00:00:00"))
    );
    for (body, wanted) in [
        (json!({ "status": "attention_needed" }), "800040"),
        (json!({ "status": "lost" }), "900126"),
        (json!({ "newNote": { "text": "" } }), "800002"),
    ] {
        let answer = shop.send("PATCH", &path, &body);
        assert_eq!(code(answer), refused(400, wanted));
    }
    let unknown = note(&mut shop, "//servicerequests/12", "Hello?");
    assert_eq!(code(unknown), refused(404, "1000"));
}

#[test]
fn well_known_customers_have_requests_already() {
    let mut shop = Shop::of("Contoso");
    let rows = shop.rows("/servicerequests");
    let states: Vec<_> = rows.iter().map(|row| row["status"].to_string()).collect();
    assert_eq!(states, ["1", "3", "2"]);
    let asked = format!("//servicerequests/{}", rows[1]["id"].as_str().unwrap());
    let (_, waiting) = shop.get(&asked);
    assert_eq!(waiting["status"], "attention_needed");
    assert_eq!(waiting["notes"].as_array().unwrap().len(), 3);
    let (_, answered) = note(&mut shop, &asked, "Invoice G012345678.");
    assert_eq!(answered["status"], "open");
    let rows = shop.rows("/servicerequests");
    assert_eq!((rows.len(), &rows[1]["status"]), (3, &json!(1)));
    let closed = r#"{"Field":"Status","Value":"closed","Operator":"equals"}"#;
    let path = format!(
        "//servicerequests?size=500&filter={}",
        super::encoded(closed)
    );
    let rows = shop.rows(&path);
    assert!(rows.len() > 20 && rows.iter().all(|row| row["status"] == "closed"));
}

#[test]
fn all_requests_come_page_by_page_newest_first() {
    let mut shop = Shop::of("Contoso");
    let mut asked = shop.request("GET", "//servicerequests?size=40", &Value::Null);
    let mut dates = Vec::new();
    loop {
        let (status, page) = shop.ask(&asked).unwrap();
        assert_eq!(status, 200, "{page}");
        let items = page["items"].as_array().unwrap().iter();
        dates.extend(items.map(|item| item["createdDate"].as_str().unwrap().to_owned()));
        let next = &page["links"]["next"];
        let Some(uri) = next["uri"].as_str() else {
            break;
        };
        asked = Request::new("GET", "", uri);
        let token = next["headers"][0]["value"].as_str().unwrap();
        asked.headers.set("MS-ContinuationToken", token);
    }
    assert!(dates.len() > 80);
    assert!(dates.is_sorted_by(|newer, older| newer >= older));
}

#[test]
fn a_new_request_stays_out_of_lists_for_the_lag() {
    let mut shop = Shop::of("Alpine Ski House");
    let before = shop.rows("/servicerequests").len();
    shop.set(&json!({ "listLagSeconds": 60 }));
    let path = refund(&mut shop, "Something.");
    shop.wait_seconds(59);
    assert_eq!(shop.rows("/servicerequests").len(), before);
    assert_eq!(shop.get(&path).0, 200);
    shop.wait_seconds(1);
    assert_eq!(shop.rows("/servicerequests").len(), before + 1);
}
