use latchkey::model::status::ArtifactState;
use latchkey::partner_center::audit::AuditRecord;

use super::software::{customer, key, key_links};
use super::*;

fn filter(field: &str, value: &str, operator: &str) -> String {
    encoded(&format!(
        r#"{{"Field":"{field}","Value":"{value}","Operator":"{operator}"}}"#
    ))
}

fn records(sandbox: &mut Sandbox, customer: &str) -> Vec<AuditRecord> {
    let tenant = customer.trim_start_matches("/customers/");
    let filter = filter("CustomerId", tenant, "equals");
    rows(
        sandbox,
        &format!("/auditrecords?startDate=2026-02-01&size=500&filter={filter}"),
    )
}

#[test]
fn reading_a_key_is_recorded_once_per_intent() {
    let mut sandbox = Sandbox::new(60);
    let customer = customer(&mut sandbox, "Contoso");
    let before = records(&mut sandbox, &customer).len();
    let link = key_links(&mut sandbox, &customer, &ArtifactState::Active).remove(0);
    let mut asked = request("GET", &link);
    asked.headers.set("MS-RequestId", "intent");
    answer(&mut sandbox, &asked);
    answer(&mut sandbox, &asked);
    let after = records(&mut sandbox, &customer);
    assert_eq!(after.len(), before + 1);
    let newest = &after[0];
    assert_eq!(newest.operation_type, "get_software_key");
    assert_eq!(newest.operation_date, Some(noon()));
    assert_eq!(
        newest.user_principal_name.as_deref(),
        Some("adele.agent@partner.example")
    );
    assert!(link.contains(newest.detail("ProductId").unwrap()));
    asked.headers.set("MS-RequestId", "another");
    answer(&mut sandbox, &asked);
    assert_eq!(records(&mut sandbox, &customer).len(), before + 2);
    let control = get(&mut sandbox, "/extensions/sandbox").1;
    assert_eq!(control["effects"]["byRequestId"]["intent"], 1);
    let by_key = control["effects"]["byBusinessKey"].as_object().unwrap();
    assert_eq!(by_key.values().filter_map(Value::as_u64).sum::<u64>(), 2);
}

#[test]
fn records_are_filtered_dated_and_paged() {
    let mut sandbox = Sandbox::new(60);
    let all: Vec<AuditRecord> = rows(&mut sandbox, "/auditrecords?startDate=2025-12-15&size=500");
    assert!(all.len() > 20);
    assert!(all.is_sorted_by(|one, next| one.operation_date >= next.operation_date));
    let by_name = filter("CompanyName", "contoso", "substring");
    let contoso: Vec<AuditRecord> = rows(
        &mut sandbox,
        &format!("/auditrecords?startDate=2025-12-15&filter={by_name}"),
    );
    assert!(!contoso.is_empty() && contoso.len() < all.len());
    let (_, page) = get(&mut sandbox, "/auditrecords?startDate=2025-12-15&size=5");
    assert_eq!(page["totalCount"], 5);
    let mut next = request("GET", page["links"]["next"]["uri"].as_str().unwrap());
    next.headers.set(
        "MS-ContinuationToken",
        page["continuationToken"].as_str().unwrap(),
    );
    let next: Value = serde_json::from_slice(&answer(&mut sandbox, &next).response.body).unwrap();
    let (_, whole) = get(&mut sandbox, "/auditrecords?startDate=2025-12-15&size=500");
    assert_eq!(next["items"][0]["id"], whole["items"][5]["id"]);
    assert_eq!(
        get(&mut sandbox, "/auditrecords?startDate=2025-12-01").0,
        200
    );
    assert_eq!(
        get(&mut sandbox, "/auditrecords?startDate=2025-11-30").0,
        400
    );
}

#[test]
fn what_is_new_stays_out_of_the_list_for_the_lag() {
    let mut sandbox = Sandbox::new(60);
    let customer = customer(&mut sandbox, "Contoso");
    let link = key_links(&mut sandbox, &customer, &ArtifactState::Active).remove(0);
    let before = records(&mut sandbox, &customer).len();
    let mut put = request("PUT", "/extensions/sandbox");
    put.body = b"{\"listLagSeconds\":60}".to_vec();
    answer(&mut sandbox, &put);
    key(&mut sandbox, &link);
    assert_eq!(records(&mut sandbox, &customer).len(), before);
}
