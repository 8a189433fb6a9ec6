//! `/customers/{id}/agreements`: whether the customer has accepted the Microsoft Customer Agreement,
//! by the partner's word or by signing it with Microsoft.

use serde_json::{Value, json};

use super::agreement_templates::Template;
use super::audit;
use super::call::Call;
use super::failure::{Failure, invalid, named};
use super::hostile::is;
use super::http::Response;
use super::json::collection;
use super::seed::company::Company;
use super::seed::random::{guid_of, hash};
use super::sentinels::Kind;
use super::wire::date;
use crate::model::Timestamp;

/// The agreement without which nothing is sold.
const NEEDED: &str = "MicrosoftCustomerAgreement";

/// Whole; `agreementType` picks a kind.
pub fn list(call: &mut Call) -> Result<Response, Failure> {
    let company = call.customer()?;
    let wanted = call.request.parameter("agreementType").unwrap_or("*");
    let items = confirmed(call, &company).into_iter().filter(|agreement| {
        let kind = agreement["type"].as_str().unwrap_or_default();
        wanted == "*" || wanted.eq_ignore_ascii_case(kind)
    });
    Ok(Response::json(200, &collection(items.collect(), None)))
}

/// Notes that a person of the customer has accepted an agreement.
///
/// # Errors
/// 400/800002 for a date in the future or without who, when and what; 400/600061 for one that is
/// confirmed already.
pub fn create(call: &mut Call) -> Result<Response, Failure> {
    let company = call.customer()?;
    call.sellers_only()?;
    let body = call.body()?;
    let (template, agreed) = read(call, &body)?;
    let key = format!("{}{}", prefix(&company), template.kind);
    let effect = format!("agreement:{}:{}", company.tenant, template.kind);
    if let Some(stored) = call.documents.get(&key)
        && call.has_taken_effect(&effect)
    {
        return Ok(Response::json(201, stored));
    }
    let mut known = confirmed(call, &company).into_iter();
    if known.any(|agreement| agreement["type"] == template.kind) {
        let text = "A partner confirmed agreement already exists for the customer.";
        let name = "PartnerConfirmedAgreementAlreadyExists";
        return Err(named(400, "600061", name, text));
    }
    let agreement = json!({
        "userId": guid_of(&[52, hash(audit::user(&call.settings.role))]),
        "primaryContact": body["primaryContact"],
        "templateId": template.id,
        "dateAgreed": date(agreed),
        "type": template.kind,
        "agreementLink": template.link,
    });
    call.documents.put(key, agreement.clone());
    call.takes_effect(&effect);
    audit::record(call, &company, audit::CREATED_AGREEMENT, &[]);
    Ok(Response::json(201, &agreement))
}

/// Which agreement, and when it was accepted.
fn read(call: &Call, body: &Value) -> Result<(&'static Template, Timestamp), Failure> {
    let text = |value: &Value| value.as_str().is_some_and(|text| !text.trim().is_empty());
    for name in ["firstName", "lastName", "email"] {
        if !text(&body["primaryContact"][name]) {
            return Err(invalid(&format!("primaryContact.{name}")));
        }
    }
    let template = body["templateId"].as_str().and_then(Template::find);
    let template = template.ok_or_else(|| invalid("templateId"))?;
    let kind = body["type"].as_str().unwrap_or_default();
    if !kind.eq_ignore_ascii_case(template.kind) {
        return Err(invalid("type, not that of the template"));
    }
    let agreed = body["dateAgreed"].as_str().and_then(Timestamp::parse);
    let agreed = agreed.ok_or_else(|| invalid("dateAgreed"))?;
    if agreed > call.now {
        return Err(invalid("dateAgreed, in the future"));
    }
    Ok((template, agreed))
}

/// Whether a customer may be sold anything, as far as agreements go.
pub fn has_agreed(call: &Call, company: &Company) -> bool {
    let mut known = confirmed(call, company).into_iter();
    known.any(|agreement| agreement["type"] == NEEDED) || is_signed(company)
}

/// `GET …/directSignedMicrosoftCustomerAgreementStatus`
pub fn direct_signed(call: &mut Call) -> Result<Response, Failure> {
    let company = call.customer()?;
    Ok(Response::json(
        200,
        &json!({ "isSigned": is_signed(&company) }),
    ))
}

/// One customer in five has signed with Microsoft too.
fn is_signed(company: &Company) -> bool {
    !is(company, Kind::AgreementMissing) && hash(&company.tenant).is_multiple_of(5)
}

fn confirmed(call: &Call, company: &Company) -> Vec<Value> {
    let prefix = prefix(company);
    let stored = call.documents.scan(&prefix).map(|(_, body)| body.clone());
    seeded(call, company).into_iter().chain(stored).collect()
}

fn prefix(company: &Company) -> String {
    format!("agreement/{}/", company.tenant)
}

/// What was confirmed before the first use.
fn seeded(call: &Call, company: &Company) -> Option<Value> {
    if is(company, Kind::AgreementMissing) {
        return None;
    }
    let address = company.address();
    let template = Template::of_kind(NEEDED)?;
    Some(json!({
        "primaryContact": {
            "firstName": address.first_name,
            "lastName": address.last_name,
            "email": format!("licences@{}", company.domain),
            "phoneNumber": address.phone,
        },
        "templateId": template.id,
        "dateAgreed": date(call.epoch.midnight.plus_days(-1_500)),
        "type": template.kind,
        "agreementLink": template.link,
    }))
}
