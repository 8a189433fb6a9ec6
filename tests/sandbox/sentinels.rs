use latchkey::model::status::ArtifactState;
use latchkey::partner_center::entitlements::Entitlement;
use latchkey::partner_center::orders::Order;
use latchkey::partner_center::subscriptions::Subscription;
use latchkey::sandbox::http::Delivery;
use latchkey::sandbox::sentinels::SENTINELS;

use super::software::{customer, key_links};
use super::*;

fn orders_of(sandbox: &mut Sandbox, name: &str) -> Answer {
    let path = customer(sandbox, name);
    answer(sandbox, &request("GET", &format!("{path}/orders")))
}

#[test]
fn all_profiles_are_well() {
    let mut sandbox = Sandbox::new(0);
    let (_, body) = get(&mut sandbox, "/customers?size=500");
    let rows = body["items"].as_array().unwrap();
    assert_eq!(rows.len(), SENTINELS.len());
    for row in rows {
        let (status, body) = get(
            &mut sandbox,
            &format!("/customers/{}", row["id"].as_str().unwrap()),
        );
        assert_eq!(status, 200);
        assert!(
            body["companyProfile"]["companyName"]
                .as_str()
                .unwrap()
                .starts_with("Zz ")
        );
    }
}

#[test]
fn each_fails_as_its_name_says() {
    let mut sandbox = Sandbox::new(0);
    for (name, status) in [
        ("Zz Always throttled", 429),
        ("Zz Forbidden", 403),
        ("Zz HTML error page", 502),
        ("Zz Server error", 500),
        ("Zz Service unavailable", 503),
        ("Zz Sign-in expired", 401),
        ("Zz Orders fail", 500),
        ("Zz Empty answer", 200),
    ] {
        let answer = orders_of(&mut sandbox, name);
        assert_eq!(answer.response.status, status, "{name}");
        let body: Value = serde_json::from_slice(&answer.response.body).unwrap_or_default();
        assert!(body.get("items").is_none());
    }
    let statuses = [(); 4].map(|()| {
        orders_of(&mut sandbox, "Zz Throttled twice")
            .response
            .status
    });
    assert_eq!(statuses, [429, 429, 200, 429]);
    let statuses = [(); 2].map(|()| orders_of(&mut sandbox, "Zz Fails once").response.status);
    assert_eq!(statuses, [500, 200]);
    assert_eq!(
        orders_of(&mut sandbox, "Zz Network failure").delivery,
        Delivery::Reset
    );
    assert_eq!(
        orders_of(&mut sandbox, "Zz Time-out").delivery,
        Delivery::Never
    );
    assert!(orders_of(&mut sandbox, "Zz Slow").delay_ms >= 4_000);
    let cut = orders_of(&mut sandbox, "Zz Connection cut in the answer");
    assert!(matches!(cut.delivery, Delivery::Cut(length) if length < cut.response.body.len()));
    let broken = orders_of(&mut sandbox, "Zz JSON breaks off").response;
    assert!(broken.status == 200 && serde_json::from_slice::<Value>(&broken.body).is_err());
}

#[test]
fn one_row_of_a_list_is_unreadable_and_the_others_stand() {
    let mut sandbox = Sandbox::new(0);
    let order = customer(&mut sandbox, "Zz Order row unreadable");
    assert_eq!(
        unreadable::<Order>(&mut sandbox, &format!("{order}/orders")),
        (1, 1)
    );
    let entitlement = customer(&mut sandbox, "Zz Entitlement row unreadable");
    assert_eq!(
        unreadable::<Entitlement>(&mut sandbox, &format!("{entitlement}/entitlements")),
        (1, 2)
    );
}

/// How many rows of a list cannot be read, and how many can.
fn unreadable<T: Read>(sandbox: &mut Sandbox, target: &str) -> (usize, usize) {
    let (_, body) = get(sandbox, target);
    let rows = latchkey::partner_center::collection::Collection::<T>::decode(body)
        .unwrap()
        .items;
    let readable = rows.iter().filter(|row| row.is_ok()).count();
    (rows.len() - readable, readable)
}

#[test]
fn keys_and_downloads_fail_one_by_one() {
    let mut sandbox = Sandbox::new(0);
    for (name, status) in [
        ("Zz Key read fails", 500),
        ("Zz Key refused for the role", 403),
        ("Zz Key revoked meanwhile", 410),
        ("Zz Download options fail", 200),
    ] {
        let path = customer(&mut sandbox, name);
        let link = key_links(&mut sandbox, &path, &ArtifactState::Active).remove(0);
        assert_eq!(get(&mut sandbox, &link).0, status, "{name}");
    }
    let keys = |sandbox: &mut Sandbox, name: &str| {
        let path = customer(sandbox, name);
        key_links(sandbox, &path, &ArtifactState::Active).len()
    };
    assert_eq!(keys(&mut sandbox, "Zz Download without key"), 0);
    assert_eq!(keys(&mut sandbox, "Zz Key without download"), 1);
    assert!(keys(&mut sandbox, "Zz Many keys") > 3);
    for (name, product, status) in [
        ("Zz Download options fail", "DG7GMGF0DWTK", 500),
        ("Zz Key without download", "DG7GMGF0DRDS", 200),
        ("Zz Download link fails", "DG7GMGF0DWTK", 200),
    ] {
        let path = customer(&mut sandbox, name);
        let (found, body) = get(
            &mut sandbox,
            &format!("{path}/products/{product}/skus/0001/downloadoptions"),
        );
        assert_eq!(found, status, "{name}");
        if let Some(link) = body["items"][0]["downloadLink"]["uri"].as_str() {
            assert_eq!(get(&mut sandbox, link).0, 500);
        }
    }
}

#[test]
fn windows_close_just_before_and_just_after() {
    let mut sandbox = Sandbox::new(0);
    let mut first_deadline = |name: &str| {
        let path = customer(&mut sandbox, name);
        let subscriptions: Vec<Subscription> = rows(&mut sandbox, &format!("{path}/subscriptions"));
        subscriptions
            .iter()
            .filter_map(|one| one.cancellation_allowed_until_date)
            .min()
            .unwrap()
    };
    assert_eq!(
        first_deadline("Zz Window just closing").since(noon()),
        20 * 60_000
    );
    assert_eq!(
        first_deadline("Zz Window just closed").since(noon()),
        -5 * 60_000
    );
}

#[test]
fn a_pending_order_has_nothing_to_read_yet() {
    let mut sandbox = Sandbox::new(0);
    let path = customer(&mut sandbox, "Zz Pending order");
    let orders: Vec<Order> = rows(&mut sandbox, &format!("{path}/orders"));
    assert_eq!(
        orders[0].status,
        latchkey::model::status::OrderStatus::Pending
    );
    let entitlements: Vec<Entitlement> = rows(&mut sandbox, &format!("{path}/entitlements"));
    assert!(
        entitlements
            .iter()
            .all(|one| one.reference_order.as_ref().unwrap().id != orders[0].id)
    );
}

#[test]
fn audit_records_are_refused_for_one() {
    let mut sandbox = Sandbox::new(0);
    let path = customer(&mut sandbox, "Zz Audit records refused");
    let tenant = path.trim_start_matches("/customers/");
    let filter = encoded(&format!(
        r#"{{"Field":"CustomerId","Value":"{tenant}","Operator":"equals"}}"#
    ));
    assert_eq!(
        get(&mut sandbox, &format!("/auditrecords?filter={filter}")).0,
        403
    );
    assert_eq!(get(&mut sandbox, &format!("{path}/orders")).0, 200);
}
