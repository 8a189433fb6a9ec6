//! Requests to support: what is sent, and what is read.

use latchkey::model::agreement::Contact;
use latchkey::model::report::{Impact, ProblemType, was_sent};
use latchkey::model::service_request::{
    NewRequest, RequestStatus, ServiceRequest, Severity, Topic,
};
use latchkey::model::{RequestId, ServiceRequestId};
use latchkey::partner_center::collection::Row;
use latchkey::partner_center::service_requests::RequestChange;
use latchkey::partner_center::transport::Method;
use serde_json::{Value, json};

use crate::scripted::{answer, client, customer_id, good, one, run};

fn request() -> RequestId {
    "11111111-1111-4111-8111-111111111111".parse().unwrap()
}

fn id() -> ServiceRequestId {
    "616122292874576".parse().unwrap()
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn first_of_list() -> String {
    parsed(fixture!("service-requests"))["items"][0].to_string()
}

#[test]
fn the_refund_topic_is_found_among_the_servers() {
    let (client, tape) = one(fixture!("support-topics"));
    let topics: Vec<Topic> = good(run(client.support_topics()).unwrap());
    assert_eq!(tape.sent()[0].path, "/servicerequests/supporttopics");
    assert_eq!(topics[0].id, "32444671");
    let refund = ProblemType::Refund.topic(&topics);
    assert_eq!(refund.as_deref(), Some("32444690"));
    let other = ProblemType::Topic("32444671".to_owned());
    assert_eq!(other.topic(&topics).as_deref(), Some("32444671"));
    assert_eq!(ProblemType::Topic("1".to_owned()).topic(&topics), None);
    assert_eq!(ProblemType::Refund.topic(&topics[..1]), None);
}

fn new_request() -> NewRequest {
    NewRequest {
        topic: "32444690".to_owned(),
        impact: Impact::Moderate,
        title: "Refund \"x\"".to_owned(),
        description: "a\nb".to_owned(),
        contact: Contact {
            first_name: "Marie".to_owned(),
            last_name: " van der Berg ".to_owned(),
            email: "m@example.com".to_owned(),
            phone: "+33 1 02".to_owned(),
        },
        customer: Some((customer_id(), "Boulangerie".to_owned())),
        attachments: vec!["a-1".parse().unwrap(), "a-2".parse().unwrap()],
    }
}

#[test]
fn a_request_is_handed_in_in_the_language_of_its_answer() {
    let (client, tape) = client([answer(201, &first_of_list())]);
    let asked = client.create_service_request(&request(), "fr-FR", &new_request());
    assert_eq!(run(asked).unwrap().id, id());
    let sent = &tape.sent()[0];
    assert_eq!(
        (sent.method, sent.path.as_str()),
        (Method::Post, "/servicerequests/fr-FR")
    );
    assert_eq!(sent.header("ms-requestid"), Some(request().as_str()));
    let expected = json!({
        "title": "Refund \"x\"",
        "description": "a\nb",
        "severity": "moderate",
        "supportTopicId": "32444690",
        "primaryContact": {
            "firstName": "Marie",
            "lastName": "van der Berg",
            "email": "m@example.com",
            "phoneNumber": "+33 1 02"
        },
        "organization": {"id": customer_id().as_str(), "name": "Boulangerie"},
        "attachmentIds": ["a-1", "a-2"]
    });
    assert_eq!(parsed(sent.json().unwrap()), expected);
}

#[test]
fn what_a_request_does_not_have_is_left_out() {
    let (client, tape) = client([answer(201, r#"{"id":"1"}"#)]);
    let bare = NewRequest {
        customer: None,
        attachments: Vec::new(),
        contact: Contact {
            last_name: "Plato".to_owned(),
            email: "p@example.com".to_owned(),
            ..Contact::default()
        },
        ..new_request()
    };
    run(client.create_service_request(&request(), "en-US", &bare)).unwrap();
    let body = parsed(tape.sent()[0].json().unwrap());
    assert_eq!(
        body["primaryContact"],
        json!({"lastName": "Plato", "email": "p@example.com"})
    );
    assert!(body.get("organization").is_none() && body.get("attachmentIds").is_none());
}

#[test]
fn requests_are_read_with_all_their_oddities() {
    let (client, tape) = one(fixture!("service-requests"));
    let page = run(client.service_requests(None)).unwrap();
    assert_eq!(tape.sent()[0].path, "/servicerequests?size=50");
    assert!(page.next.is_some());
    let unreadable: Vec<bool> = page.items.iter().map(Row::is_err).collect();
    assert_eq!(unreadable, [false, false, true, false]);
    let requests: Vec<ServiceRequest> = good(page);
    let [first, second, third] = &requests[..] else {
        panic!()
    };
    assert_eq!(first.severity, Severity::Moderate);
    assert_eq!(first.status, RequestStatus::Open);
    let organization = first.organization.as_ref().unwrap();
    assert_eq!(organization.id, Some(customer_id()));
    // Without a zone it is UTC, unset it is nobody's knowledge.
    let time = |time: Option<latchkey::model::Timestamp>| time.map(|time| time.to_string());
    assert_eq!(
        time(first.created).as_deref(),
        Some("2026-11-20T20:31:17.240Z")
    );
    assert_eq!(first.closed, None);
    assert_eq!(first.contact.as_ref().unwrap().last_name, "Account");
    assert_eq!(first.notes[0].text, "Which line?");
    assert_eq!(
        (first.notes[1].created, first.notes[1].text.as_str()),
        (None, "")
    );
    assert_eq!(first.files[0].whole_name(), "invoice.pdf");
    assert_eq!(first.files[0].size, Some(12_345));
    assert_eq!(second.severity, Severity::Critical);
    assert_eq!(second.status, RequestStatus::AttentionNeeded);
    assert_eq!(second.topic.as_deref(), Some("32444671"));
    assert_eq!(second.organization.as_ref().unwrap().id, None);
    assert_eq!(third.severity.as_str(), "apocalyptic");
    assert_eq!(third.status.as_str(), "77");
    assert_eq!(
        was_sent(&requests, "LK-0707").map(|found| &found.id),
        Some(&first.id)
    );
    assert!(was_sent(&requests, "LK-0708").is_none());
}

#[test]
fn a_customers_requests_and_one_of_them() {
    let (client, tape) = client([
        answer(200, fixture!("service-requests")),
        answer(200, &first_of_list()),
    ]);
    let list = run(client.service_requests_of(&customer_id())).unwrap();
    assert_eq!(good(list).len(), 3);
    assert_eq!(run(client.service_request(&id())).unwrap().id, id());
    let paths: Vec<String> = tape.sent().into_iter().map(|sent| sent.path).collect();
    let of_customer = format!("/customers/{}/servicerequests", customer_id());
    assert_eq!(paths, [&*of_customer, "/servicerequests/616122292874576"]);
}

#[test]
fn a_request_is_changed_by_one_thing_at_a_time() {
    for (change, body) in [
        (
            RequestChange::Note("line 1\n\"2\"".to_owned()),
            json!({"newNote": {"text": "line 1\n\"2\""}}),
        ),
        (RequestChange::Close, json!({"status": "closed"})),
        (RequestChange::Reopen, json!({"status": "open"})),
    ] {
        let (client, tape) = one(&first_of_list());
        run(client.change_service_request(&request(), &id(), &change)).unwrap();
        let sent = &tape.sent()[0];
        assert_eq!(sent.method, Method::Patch);
        assert_eq!(parsed(sent.json().unwrap()), body);
    }
}
