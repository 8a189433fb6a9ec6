//! `/auditrecords`: who bought, read a key or took a link (Microsoft, "Auditing resources").

use serde_json::{Value, json};

use super::call::Call;
use super::failure::{Failure, fail, invalid};
use super::hostile::{hostile, is};
use super::http::Response;
use super::json::attributes;
use super::paging::Page;
use super::seed::catalog::Key;
use super::seed::company::Company;
use super::seed::known::KNOWN;
use super::seed::purchases::before_first_use;
use super::seed::random::{Random, guid_of, hash};
use super::seed::who::Who;
use super::sentinels::Kind;
use super::wire::date;
use crate::model::Timestamp;
use crate::partner_center::filter::Filter;

/// What is recorded: operation and resource.
pub type Operation = (&'static str, &'static str);
pub const READ_KEY: Operation = ("get_software_key", "software_key");
pub const TOOK_LINK: Operation = ("get_software_download_link", "software_download_link");
pub const CREATED_ORDER: Operation = ("create_order", "order");
/// Cancelled, too: the API has no operation of its own for it.
pub const UPDATED_ORDER: Operation = ("update_order", "order");
const CREATED_CREDIT: Operation = ("create_credit", "order");
pub const CREATED_AGREEMENT: Operation = ("create_agreement", "agreement");

/// The partner that the sandbox's user works for.
pub const PARTNER: &str = "3b33e682-0000-4000-8000-000000000000";

/// The API keeps records for so long, and lists so many days unless asked for others.
const KEPT_DAYS: i64 = 90;
const LISTED_DAYS: i64 = 30;

/// Newest first.
///
/// # Errors
/// 400 for a start more than 90 days ago or a filter that cannot be read.
pub fn list(call: &mut Call) -> Result<Response, Failure> {
    let page = Page::asked_for(call.request)?;
    let (from, to) = period(call)?;
    let customer = page.filter.as_ref().and_then(the_customer);
    if customer
        .as_ref()
        .is_some_and(|company| is(company, Kind::AuditRefused))
    {
        return Err(fail(
            403,
            "900308",
            "The signed-in user has insufficient privileges.",
        ));
    }
    let visible = call.seen_in_lists();
    let mut records: Vec<(Timestamp, Value)> = call
        .documents
        .scan(STORED)
        .filter_map(|(key, body)| {
            let millis = key[STORED.len()..].split('-').next()?.parse().ok()?;
            Some((Timestamp::from_millis(millis), body.clone()))
        })
        .filter(|(time, _)| *time <= visible)
        .collect();
    match &customer {
        Some(company) => records.extend(seeded(call, company)),
        // Of everybody, only those whose names are known have a past: the others are too many.
        None => {
            let known = (0..KNOWN.len() as u32).map(Who::Known);
            let known = known.filter(|who| call.directory.holds(*who));
            records.extend(known.flat_map(|who| seeded(call, &Company::of(who))));
        }
    }
    records.retain(|(time, body)| {
        (from..=to).contains(time) && page.filter.as_ref().is_none_or(|filter| fits(filter, body))
    });
    records.sort_by_key(|(time, _)| std::cmp::Reverse(*time));
    let total = records.len();
    let items = records
        .into_iter()
        .skip(page.from)
        .take(page.size)
        .map(|(_, body)| body)
        .collect();
    Ok(Response::json(
        200,
        &page.envelope("/auditrecords", &query(call), items, total),
    ))
}

/// The dates as they were asked for, to stand in the links.
fn query(call: &Call) -> String {
    let given = ["startDate", "endDate"].into_iter();
    let given = given.filter_map(|name| Some(format!("{name}={}&", call.request.parameter(name)?)));
    given.collect()
}

fn period(call: &Call) -> Result<(Timestamp, Timestamp), Failure> {
    let read = |name: &str| match call.request.parameter(name) {
        Some(text) => Timestamp::parse(text)
            .map(Some)
            .ok_or_else(|| invalid(name)),
        None => Ok(None),
    };
    let from = read("startDate")?.unwrap_or(call.now.plus_days(-LISTED_DAYS));
    // A date alone means the whole of that day.
    let to = read("endDate")?.map_or(call.now, |day| match day.time_of_day() {
        (0, 0, 0, 0) => day.plus_days(1).plus_millis(-1),
        _ => day,
    });
    let earliest = call.now.plus_days(-KEPT_DAYS).date();
    if from.date().days() < earliest.days() {
        return Err(invalid("startDate, more than 90 days ago"));
    }
    Ok((from, to))
}

fn the_customer(filter: &Filter) -> Option<Company> {
    let equals = filter.operator.eq_ignore_ascii_case("equals");
    let by_id = equals && filter.field.eq_ignore_ascii_case("CustomerId");
    by_id
        .then(|| Who::from_tenant(&filter.value))
        .flatten()
        .map(Company::of)
}

fn fits(filter: &Filter, body: &Value) -> bool {
    let property = match filter.field.to_ascii_lowercase().as_str() {
        "customerid" => "customerId",
        "companyname" => "customerName",
        "resourcetype" => "resourceType",
        _ => return false,
    };
    let found = body[property].as_str().unwrap_or_default().to_lowercase();
    let wanted = filter.value.to_lowercase();
    match filter.operator.to_ascii_lowercase().as_str() {
        "equals" => found == wanted,
        "substring" => found.contains(&wanted),
        "starts_with" => found.starts_with(&wanted),
        _ => false,
    }
}

const STORED: &str = "audit/";

/// Adds a record of what the sandbox's user just did.
pub fn record(
    call: &mut Call,
    company: &Company,
    operation: Operation,
    details: &[(&str, String)],
) {
    let user = user(&call.settings.role);
    let body = body(company, user, operation, call.now, details);
    store(call, call.now, body);
}

/// Adds a record of a credit that the partner gets at a time, which may be still to come: it is not
/// listed before.
pub fn book(call: &mut Call, company: &Company, at: Timestamp, details: &[(&str, String)]) {
    let body = body(company, BILLING, CREATED_CREDIT, at, details);
    store(call, at, body);
}

fn store(call: &mut Call, at: Timestamp, body: Value) {
    let number = call.documents.scan(STORED).count();
    // The number keeps records of one moment apart; both sort as text.
    let key = format!("{STORED}{:015}-{number:06}", at.millis());
    call.documents.put(key, body);
}

/// Who writes the invoices.
const BILLING: &str = "billing@partner-center.example";

/// The sandbox's user in each role.
pub fn user(role: &str) -> &'static str {
    match role {
        "global_admin" => "grace.admin@partner.example",
        "sales_agent" => "sam.sales@partner.example",
        "helpdesk_agent" => "hugo.helpdesk@partner.example",
        _ => "adele.agent@partner.example",
    }
}

fn body(
    company: &Company,
    user: &str,
    operation: Operation,
    time: Timestamp,
    details: &[(&str, String)],
) -> Value {
    let details = details
        .iter()
        .map(|(key, value)| json!({ "key": key, "value": value }));
    json!({
        "id": guid_of(&[40, time.millis() as u64, company.who.number().into(), hash(user)]),
        "partnerId": PARTNER,
        "customerId": company.tenant,
        "customerName": company.name,
        "userPrincipalName": hostile(Some(company), user.to_owned()),
        "applicationId": "Sandbox",
        "resourceType": operation.1,
        "operationType": operation.0,
        "operationDate": date(time),
        "operationStatus": "succeeded",
        "customizedData": details.collect::<Vec<_>>(),
        "attributes": attributes("AuditRecord"),
    })
}

/// What colleagues did before the first use: some keys read and links taken soon after a purchase.
fn seeded(call: &Call, company: &Company) -> Vec<(Timestamp, Value)> {
    const COLLEAGUES: [&str; 3] = [
        "adele.agent@partner.example",
        "noah.agent@partner.example",
        "grace.admin@partner.example",
    ];
    let mut records = Vec::new();
    for order in before_first_use(company, call.epoch) {
        let mut random = Random::of(&[41, hash(&order.id)]);
        for line in order.lines.iter().filter(|line| line.is_live()) {
            let mut details = vec![
                ("OrderId", order.id.clone()),
                ("LineItemNumber", line.number.to_string()),
                ("ProductId", line.item.product.id().into_owned()),
                ("SkuId", line.item.sku.id.to_owned()),
            ];
            let time = order
                .created
                .plus_millis(600_000 + i64::from(random.below(172_800_000)));
            let colleague = *random.pick(&COLLEAGUES);
            if line.item.product.family.key != Key::None && random.once_in(2) {
                records.push((time, body(company, colleague, READ_KEY, time, &details)));
            }
            let option = super::downloads::options(&line.item.product)
                .into_iter()
                .next();
            if let Some(option) = option.filter(|_| random.once_in(3)) {
                let time = time.plus_millis(90_000);
                details.push(("OptionKey", option.key));
                records.push((time, body(company, colleague, TOOK_LINK, time, &details)));
            }
        }
    }
    records.retain(|(time, _)| *time <= call.epoch.first_use);
    records
}
