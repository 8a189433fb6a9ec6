//! `/customers/{id}/agreements`: whether the customer has accepted the Microsoft Customer Agreement.

use serde_json::json;

use super::call::Call;
use super::failure::Failure;
use super::hostile::is;
use super::http::Response;
use super::json::collection;
use super::sentinels::Kind;
use super::wire::date;

pub fn list(call: &mut Call) -> Result<Response, Failure> {
    let company = call.customer()?;
    let address = company.address();
    let agreement = json!({
        "primaryContact": {
            "firstName": address.first_name,
            "lastName": address.last_name,
            "email": format!("licences@{}", company.domain),
            "phoneNumber": address.phone,
        },
        "templateId": "117a77b0-9360-443b-8795-c6dedc750cf9",
        "dateAgreed": date(call.epoch.midnight.plus_days(-1_500)),
        "type": "MicrosoftCustomerAgreement",
        "agreementLink": "https://aka.ms/customeragreement",
    });
    let missing = is(&company, Kind::AgreementMissing);
    let items = if missing { Vec::new() } else { vec![agreement] };
    Ok(Response::json(200, &collection(items, None)))
}
