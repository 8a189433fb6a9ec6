//! `/customers`, `/customers/{id}` and its profiles (Microsoft, "Customer resources").

use serde_json::{Value, json};

use super::call::Call;
use super::failure::{Failure, fail, invalid};
use super::http::Response;
use super::json::{attributes, link};
use super::paging::Page;
use super::seed::company::Company;
use super::seed::directory::{Field, Selection};
use super::seed::random::mix;
use super::sentinels::Kind;

/// Ordered by company name; a search knows nothing but the beginning of the name or the domain.
pub fn list(call: &mut Call) -> Result<Response, Failure> {
    let page = Page::asked_for(call.request)?;
    let selection = select(call, &page)?;
    let customers = call.directory.page(&selection, page.from, page.size);
    let rows = customers
        .into_iter()
        .map(|who| row(&Company::of(who)))
        .collect();
    Ok(Response::json(
        200,
        &page.envelope("/customers", "", rows, selection.len()),
    ))
}

fn select(call: &Call, page: &Page) -> Result<Selection, Failure> {
    let Some(filter) = &page.filter else {
        return Ok(call.directory.everyone());
    };
    if !filter.operator.eq_ignore_ascii_case("starts_with") {
        return Err(fail(
            400,
            "900126",
            format!("Unknown operator '{}'.", filter.operator),
        ));
    }
    let field = match filter.field.to_ascii_lowercase().as_str() {
        "companyname" => Field::CompanyName,
        "domain" => Field::Domain,
        _ => return Err(invalid("filter field")),
    };
    Ok(call.directory.starting_with(field, &filter.value))
}

pub fn one(call: &mut Call) -> Result<Response, Failure> {
    let company = call.customer()?;
    let mut customer = row(&company);
    customer["commerceId"] = company.commerce_id().into();
    customer["companyProfile"] = company_body(&company);
    customer["billingProfile"] = billing_body(&company);
    customer["allowDelegatedAccess"] = true.into();
    customer["customDomains"] = json!([company.domain]);
    customer["links"] = json!({ "self": link(format!("/customers/{}", company.tenant)) });
    Ok(Response::json(200, &customer))
}

pub fn company_profile(call: &mut Call) -> Result<Response, Failure> {
    Ok(Response::json(200, &company_body(&call.customer()?)))
}

pub fn billing_profile(call: &mut Call) -> Result<Response, Failure> {
    Ok(Response::json(200, &billing_body(&call.customer()?)))
}

fn row(company: &Company) -> Value {
    let mut row = json!({
        "id": company.tenant,
        "companyProfile": {
            "tenantId": company.tenant,
            "domain": company.domain,
            "companyName": company.name,
            "attributes": attributes("CustomerCompanyProfile"),
        },
        "relationshipToPartner": "reseller",
        "attributes": attributes("Customer"),
    });
    let sentinel = company.who.sentinel().map(|sentinel| sentinel.kind);
    if sentinel == Some(Kind::CustomerUnreadable) {
        row["companyProfile"] = "unreadable on purpose".into();
    }
    row
}

fn company_body(company: &Company) -> Value {
    let address = company.address();
    let mut body = json!({
        "tenantId": company.tenant,
        "domain": company.domain,
        "companyName": company.name,
        "address": {
            "country": company.country.code,
            "city": address.town,
            "addressLine1": address.street,
            "postalCode": address.postal_code,
            "phoneNumber": address.phone,
        },
        "email": email(company),
        "links": { "self": link(format!("/customers/{}/profiles/company", company.tenant)) },
        "attributes": attributes("CustomerCompanyProfile"),
    });
    if !address.region.is_empty() {
        body["address"]["region"] = address.region.into();
    }
    body
}

fn billing_body(company: &Company) -> Value {
    let address = company.address();
    let language = company.country.language;
    let mut body = json!({
        "id": company.billing_id(),
        "firstName": address.first_name,
        "lastName": address.last_name,
        "email": email(company),
        "culture": language,
        "language": language.split('-').next().unwrap_or_default(),
        "companyName": company.name,
        "defaultAddress": {
            "country": company.country.code,
            "city": address.town,
            "addressLine1": address.street,
            "postalCode": address.postal_code,
            "firstName": address.first_name,
            "lastName": address.last_name,
            "phoneNumber": address.phone,
        },
        "links": { "self": link(format!("/customers/{}/profiles/billing", company.tenant)) },
        "attributes": attributes("CustomerBillingProfile"),
    });
    if !address.region.is_empty() {
        body["defaultAddress"]["state"] = address.region.into();
    }
    // A signed number as text, as the API prints its ETags.
    let etag = mix(&[company.who.number().into(), 6]) as i64;
    body["attributes"]["etag"] = etag.to_string().into();
    body
}

fn email(company: &Company) -> String {
    format!("licences@{}", company.domain)
}
