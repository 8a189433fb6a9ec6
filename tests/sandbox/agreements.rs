use serde_json::{Value, json};

use super::shop::{OFFICE, Shop, code, refused};

const MISSING: &str = "Zz Agreement missing";
const TEMPLATE: &str = "117a77b0-9360-443b-8795-c6dedc750cf9";

fn confirmation() -> Value {
    json!({
        "primaryContact": { "firstName": "Ada", "lastName": "Byron", "email": "ada@host.example" },
        "templateId": TEMPLATE,
        "dateAgreed": "2026-03-01T11:59:59Z",
        "type": "MicrosoftCustomerAgreement",
    })
}

#[test]
fn a_customer_without_an_agreement_buys_once_it_is_confirmed() {
    let mut shop = Shop::of(MISSING);
    assert!(shop.rows("/agreements").is_empty());
    let signed = shop.get("/directSignedMicrosoftCustomerAgreementStatus");
    assert_eq!(signed, (200, json!({ "isSigned": false })));
    let cart = shop.cart(&[(OFFICE, "0001", 1)]);
    assert_eq!(code(shop.checkout(&cart)), refused(403, "13605"));
    let mut post = shop.request("POST", "/agreements", &confirmation());
    post.headers.set("MS-RequestId", "one");
    let (status, agreement) = shop.ask(&post).unwrap();
    assert_eq!(status, 201, "{agreement}");
    assert_eq!(agreement["primaryContact"]["lastName"], "Byron");
    assert_eq!(shop.ask(&post).unwrap(), (201, agreement.clone()));
    assert_eq!(shop.rows("/agreements"), [agreement]);
    assert_eq!(shop.effects("agreement:"), [1]);
    assert_eq!(shop.checkout(&cart).0, 201);
}

#[test]
fn an_agreement_is_confirmed_once() {
    let mut shop = Shop::of("Contoso");
    let (status, body) = shop.send("POST", "/agreements", &confirmation());
    assert_eq!((status, &body["code"]), (400, &json!(600_061)));
    assert_eq!(body["errorName"], "PartnerConfirmedAgreementAlreadyExists");
    assert_eq!(body["isRetryable"], false);
    assert!(body["message"].is_string() && body["errorMessageExtended"].is_string());
}

#[test]
fn who_when_and_what_are_needed_and_not_in_the_future() {
    let mut shop = Shop::of(MISSING);
    for (pointer, value) in [
        ("/dateAgreed", json!("2026-03-01T12:00:01Z")),
        ("/dateAgreed", json!("yesterday")),
        ("/templateId", json!("none")),
        ("/type", json!("MicrosoftCloudAgreement")),
        ("/primaryContact/firstName", json!(" ")),
        ("/primaryContact/lastName", Value::Null),
        ("/primaryContact/email", json!("")),
    ] {
        let mut body = confirmation();
        *body.pointer_mut(pointer).unwrap() = value;
        assert_eq!(
            code(shop.send("POST", "/agreements", &body)),
            refused(400, "800002"),
            "{pointer}"
        );
    }
    shop.set(&json!({ "role": "helpdesk_agent" }));
    assert_eq!(
        code(shop.send("POST", "/agreements", &confirmation())),
        refused(403, "900150")
    );
}

#[test]
fn templates_come_with_their_document() {
    let mut shop = Shop::of("Contoso");
    let kinds = |shop: &mut Shop, query: &str| {
        let rows = shop.rows(&format!("//agreements{query}"));
        let kinds = rows.iter().map(|row| row["agreementType"].clone());
        kinds.collect::<Vec<_>>()
    };
    assert_eq!(kinds(&mut shop, ""), ["MicrosoftCloudAgreement"]);
    assert_eq!(
        kinds(&mut shop, "?agreementType=MicrosoftCustomerAgreement"),
        ["MicrosoftCustomerAgreement"]
    );
    assert_eq!(kinds(&mut shop, "?agreementType=*").len(), 2);
    let path = format!("//agreementtemplates/{TEMPLATE}/document?language=fr-FR&country=FR");
    let (status, document) = shop.get(&path);
    assert_eq!((status, &document["language"]), (200, &json!("fr-FR")));
    assert!(
        document["displayUri"]
            .as_str()
            .unwrap()
            .starts_with("https://")
    );
    assert_eq!(shop.get("//agreementtemplates/none/document").0, 404);
}

#[test]
fn the_account_has_a_status() {
    for (name, status) in [
        ("Contoso", "Allowed"),
        ("Zz Account under review", "UnderReview"),
        ("Zz Account not approved", "NotAllowed"),
        ("Zz Account status unknown", "Unknown"),
    ] {
        let (found, body) = Shop::of(name).get("/validationStatus?type=account");
        assert_eq!((found, &body["status"]), (200, &json!(status)));
    }
    let mut shop = Shop::of("Zz Account status missing");
    let (status, body) = shop.get("/validationStatus?type=account");
    assert_eq!((status, &body["code"]), (404, &json!(600_074)));
    assert_eq!(shop.get("/validationStatus").0, 400);
}

#[test]
fn a_customer_can_be_put_forward_for_a_segment() {
    let mut shop = Shop::of("Bellows College");
    assert_eq!(shop.get("/qualifications"), (200, json!([])));
    for wrong in [
        json!({ "qualification": "Royalty" }),
        json!({ "qualification": "Education", "educationSegment": "K13", "website": "x" }),
        json!({ "qualification": "Education", "educationSegment": "K12" }),
        json!({ "qualification": "GovernmentCommunityCloud" }),
    ] {
        let asked = shop.send("POST", "/qualifications", &wrong);
        assert_eq!(code(asked), refused(400, "800002"), "{wrong}");
    }
    let school = json!({
        "Qualification": "Education",
        "EducationSegment": "HigherEducation",
        "Website": "bellowscollege.com",
    });
    let (status, body) = shop.send("POST", "/qualifications", &school);
    assert_eq!((status, &body["vettingStatus"]), (201, &json!("InReview")));
    let education = "/products?targetView=Software&targetSegment=education";
    assert_eq!(shop.get(education).0, 403);
    shop.now = shop.now.plus_days(1);
    assert_eq!(
        shop.get("/qualifications").1[0]["vettingStatus"],
        "Approved"
    );
    assert_eq!(shop.get(education).0, 200);
    let known = Shop::of("School of Fine Art").get("/qualifications").1;
    assert_eq!(known[0]["qualification"], "Education");
    let waiting = Shop::of("Zz Education in review").get("/qualifications").1;
    assert_eq!(waiting[0]["vettingStatus"], "InReview");
}
