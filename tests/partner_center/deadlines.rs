//! The last second of a cancellation window and the first after it, where the visitor's clock is a
//! day wrong: the server's own counts.

use latchkey::model::cancellation::{Given, MayCancel, WhyReport, lines, window};
use latchkey::model::permissions::Permission;
use latchkey::model::time::Date;
use latchkey::model::window::{Length, Policies, Policy, Refund, SoftwareKind};
use latchkey::model::{OrderId, Timestamp};
use latchkey::partner_center::PartnerCenter;

use crate::scripted::{Scripted, answer_with, customer_id, run};

const DAY: i64 = 86_400_000;

/// A purchase made at one moment, written in five zones; its UTC date is 24 September in all.
const PURCHASED: [&str; 5] = [
    "2026-09-24T00:30:00.250-11:00",
    "2026-09-24T06:30:00.2500000-05:00",
    "2026-09-24T11:30:00.25",
    "2026-09-24T17:15:00.250+05:45",
    "2026-09-25T01:30:00.25+14:00",
];

/// 60 days later, at 23:59:00 UTC.
const DEADLINE: &str = "2026-11-23T23:59:00Z";

const WEEKDAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// As a server writes it: in whole seconds.
fn http_date(time: Timestamp) -> String {
    let Date { year, month, day } = time.date();
    let weekday = WEEKDAYS[time.millis().div_euclid(DAY).rem_euclid(7) as usize];
    let month = MONTHS[month as usize - 1];
    let (hour, minute, second, _) = time.time_of_day();
    format!("{weekday}, {day:02} {month} {year} {hour:02}:{minute:02}:{second:02} GMT")
}

fn policies() -> Policies {
    Policies(vec![Policy {
        kind: SoftwareKind::Perpetual,
        segment: None,
        length: Length::Days(60),
        refund: Refund::Full,
    }])
}

/// What may be done with the order by a visitor whose clock is wrong by `wrong` milliseconds, when
/// the server's says `server`.
fn judged(purchased: &str, server: Timestamp, wrong: i64) -> MayCancel {
    let body = format!(
        r#"{{"id":"7kQ2_xYz","status":"completed","currencyCode":"EUR","creationDate":"{purchased}",
        "lineItems":[{{"lineItemNumber":0,"offerId":"P1:0001:A","quantity":1}}]}}"#
    );
    let date = http_date(server);
    let scripted = Scripted::new([answer_with(200, &[("Date", &date)], &body)]);
    scripted.tape(|tape| tape.now = server.millis() + wrong);
    let client = PartnerCenter::new(scripted, "/api/v1");
    let id: OrderId = "7kQ2_xYz".parse().unwrap();
    let order = run(client.order(&customer_id(), &id)).unwrap();
    let given = Given {
        permission: Permission::Allowed,
        server_cancels: true,
    };
    let now = client.server_now();
    let of_line = |_| window(&order, &order.line_items[0], None, &policies(), now);
    lines(&order, given, &of_line)[0].may.clone()
}

#[test]
fn the_last_second_is_inside_and_the_first_after_it_is_not_whatever_the_visitors_clock_says() {
    let deadline = Timestamp::parse(DEADLINE).unwrap();
    for purchased in PURCHASED {
        for wrong in [-DAY, -1, 0, 1, DAY] {
            // A `Date` of a whole second stands for its middle.
            let last = judged(purchased, deadline.plus_millis(-1_000), wrong);
            match last {
                MayCancel::Now(credit) => assert_eq!(credit.deadline, deadline),
                other => panic!("{purchased}, {wrong} ms wrong: {other:?}"),
            }
            let after = judged(purchased, deadline.plus_millis(1_000), wrong);
            let over = WhyReport::WindowOver { deadline };
            assert_eq!(
                after,
                MayCancel::ReportOnly(over),
                "{purchased}, {wrong} ms"
            );
        }
    }
}

/// Without it the same visitor would be told the opposite: the correction is what decides.
#[test]
fn a_clock_that_is_a_day_wrong_is_set_right_by_an_answer() {
    let server = Timestamp::parse("2026-11-23T12:00:00Z").unwrap();
    for wrong in [-DAY, DAY] {
        let date = http_date(server);
        let scripted = Scripted::new([answer_with(200, &[("Date", &date)], r#"{"items":[]}"#)]);
        scripted.tape(|tape| tape.now = server.millis() + wrong);
        let client = PartnerCenter::new(scripted, "/api/v1");
        assert_eq!(client.server_now(), server.plus_millis(wrong));
        run(client.orders(&customer_id())).unwrap();
        let off = client.server_now().since(server);
        assert!((0..1_000).contains(&off), "{off} ms");
    }
}
