//! What `POST /servicerequests/{agent-locale}` takes.

use serde_json::Value;

use super::request::{Contact, ServiceRequest, Severity, Status};
use super::topics::{self, REFUND};
use crate::sandbox::attachments;
use crate::sandbox::call::Call;
use crate::sandbox::failure::{Failure, fail, invalid, no_such_customer};
use crate::sandbox::seed::company::Company;
use crate::sandbox::seed::who::Who;

/// In characters.
const LONGEST_TITLE: usize = 255;
pub const LONGEST_TEXT: usize = 10_000;
/// Of a contact's name, email and phone number.
const LONGEST_WORDS: usize = 255;

/// # Errors
/// 400/800002 for a locale, title, description, topic, contact or customer that is missing, too long
/// or unknown, 400/900126 for a severity, 403/900150 for a refund asked for by who may not, and those
/// of [`attachments::attach`].
pub fn read(call: &mut Call, id: String) -> Result<ServiceRequest, Failure> {
    let locale = locale(call.parameter(0))?;
    let body = call.body()?;
    let topic = topic(&body["supportTopicId"])?;
    if topic == REFUND {
        call.admins_only()?;
    }
    let title = text(&body, "title", LONGEST_TITLE)?;
    let description = text(&body, "description", LONGEST_TEXT)?;
    let severity = severity(&body["severity"])?;
    let contact = contact(&body["primaryContact"])?;
    let customer = customer(call, &body, &description)?;
    if topic == REFUND && customer.is_none() {
        return Err(invalid("organization.id, the customer's tenant"));
    }
    let attached = attachments::attach(call, &body["attachmentIds"], &id)?;
    let now = call.now.millis();
    Ok(ServiceRequest {
        id,
        tenant: customer.map(|company| company.tenant),
        title,
        description,
        severity,
        topic,
        contact,
        country: optional(&body["countryCode"]),
        status: Status::Open,
        created: now,
        modified: now,
        closed: None,
        notes: Vec::new(),
        attachments: attached,
        order_id: optional(&body["orderId"]),
        subscription_id: optional(&body["subscriptionId"]),
        in_french: locale.starts_with("fr"),
        waits_since: (topic == REFUND).then_some(now),
        was_asked: false,
    })
}

/// The language that support is to answer in: `en-US`.
fn locale(text: &str) -> Result<String, Failure> {
    let letters = |part: &str, length: usize| {
        part.len() == length && part.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    let (language, country) = text.split_once('-').unwrap_or((text, ""));
    let fits = letters(language, 2) && letters(country, 2);
    fits.then(|| text.to_ascii_lowercase())
        .ok_or_else(|| invalid("the agent's locale"))
}

/// A number, or a number as text.
fn topic(id: &Value) -> Result<u64, Failure> {
    let by_text = id.as_str().and_then(|text| text.trim().parse().ok());
    let id = id.as_u64().or(by_text);
    id.filter(|id| topics::find(*id).is_some())
        .ok_or_else(|| invalid("supportTopicId"))
}

/// What is not empty, and not too long in characters.
pub fn text(body: &Value, name: &str, longest: usize) -> Result<String, Failure> {
    let text = body[name].as_str().map_or("", str::trim);
    if text.is_empty() {
        return Err(invalid(name));
    }
    if text.chars().count() > longest {
        return Err(invalid(&format!(
            "{name}, longer than {longest} characters"
        )));
    }
    Ok(text.to_owned())
}

fn severity(value: &Value) -> Result<Severity, Failure> {
    if value.is_null() {
        return Err(invalid("severity"));
    }
    let is = |severity: &&Severity| match value.as_str() {
        Some(text) => text.eq_ignore_ascii_case(severity.text()),
        None => value.as_u64() == Some(severity.number().into()),
    };
    let found = Severity::ALL.iter().find(is).copied();
    found.ok_or_else(|| fail(400, "900126", "The severity is not understood."))
}

fn contact(value: &Value) -> Result<Option<Contact>, Failure> {
    if value.is_null() {
        return Ok(None);
    }
    let part = |name: &str| {
        let text = value[name].as_str().map_or("", str::trim);
        match text.chars().count() {
            0..=LONGEST_WORDS => Ok(text.to_owned()),
            _ => Err(invalid(&format!("primaryContact.{name}"))),
        }
    };
    Ok(Some(Contact {
        first_name: part("firstName")?,
        last_name: part("lastName")?,
        email: part("email")?,
        phone_number: part("phoneNumber")?,
    }))
}

/// The customer is named by `organization.id`, else by a tenant GUID in the description; the published
/// body has no place for it.
fn customer(call: &Call, body: &Value, description: &str) -> Result<Option<Company>, Failure> {
    let held = |tenant: &str| {
        let who = Who::from_tenant(tenant).filter(|who| call.directory.holds(*who));
        who.map(Company::of)
    };
    if let Some(tenant) = optional(&body["organization"]["id"]) {
        let known = held(&tenant).ok_or_else(no_such_customer);
        return known.map(Some);
    }
    let mut words =
        description.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
    Ok(words.find_map(held))
}

fn optional(value: &Value) -> Option<String> {
    let text = value.as_str()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
