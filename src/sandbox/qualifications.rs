//! `/customers/{id}/qualifications`: for which segments' prices a customer qualifies.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::call::Call;
use super::failure::{Failure, invalid};
use super::hostile::is;
use super::http::Response;
use super::seed::catalog::Segment;
use super::seed::company::Company;
use super::sentinels::Kind;
use super::wire::date;
use crate::model::Timestamp;
use crate::partner_center::json::{decode, encode};

/// Domains of the customers that qualified before the first use.
const QUALIFIED: &[(&str, &str)] = &[
    ("cpandl.com", "GovernmentCommunityCloud"),
    ("fineartschool.net", "Education"),
    ("lamnahealthcare.com", "Nonprofit"),
];

/// Schools are looked at for a day; the others are approved at once.
const REVIEW_DAYS: i64 = 1;

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Qualification {
    name: String,
    /// Milliseconds since 1970
    created: i64,
    /// When it is approved, in milliseconds since 1970; never when absent.
    approved: Option<i64>,
}

/// A bare array.
pub fn list(call: &mut Call) -> Result<Response, Failure> {
    let company = call.customer()?;
    let known = known(call, &company).into_iter();
    let bodies: Vec<Value> = known.map(|one| one.body(call.now)).collect();
    Ok(Response::json(200, &bodies.into()))
}

/// # Errors
/// 400 for a qualification that cannot be asked for, or without what it needs.
pub fn create(call: &mut Call) -> Result<Response, Failure> {
    let company = call.customer()?;
    call.sellers_only()?;
    let body = call.body()?;
    let text = |name: &str| body[name].as_str().filter(|text| !text.trim().is_empty());
    let name = text("qualification").ok_or_else(|| invalid("qualification"))?;
    let approved = match name {
        "Education" => {
            let segment = text("educationSegment").unwrap_or_default();
            if !["K12", "HigherEducation"].contains(&segment) {
                return Err(invalid("educationSegment, K12 or HigherEducation"));
            }
            text("website").ok_or_else(|| invalid("website"))?;
            call.now.plus_days(REVIEW_DAYS)
        }
        "GovernmentCommunityCloud" => {
            text("validationCode").ok_or_else(|| invalid("validationCode"))?;
            call.now
        }
        "StateOwnedEntity" => call.now,
        _ => return Err(invalid("qualification")),
    };
    let already = known(call, &company)
        .into_iter()
        .find(|one| one.name == name);
    let qualification = already.unwrap_or_else(|| Qualification {
        name: name.to_owned(),
        created: call.now.millis(),
        approved: Some(approved.millis()),
    });
    let key = format!("{}{name}", prefix(&company));
    let stored = encode(&qualification).unwrap_or_default();
    call.documents.put(key, stored);
    call.takes_effect(&format!("qualification:{}:{name}", company.tenant));
    Ok(Response::json(201, &qualification.body(call.now)))
}

/// Whether a customer may be sold what is for that segment.
pub fn qualifies_for(call: &Call, company: &Company, segment: Segment) -> bool {
    let name = match segment {
        Segment::Commercial => return true,
        Segment::Education => "Education",
        Segment::Government => "GovernmentCommunityCloud",
        Segment::Nonprofit => "Nonprofit",
    };
    let mut known = known(call, company).into_iter();
    known.any(|one| one.name == name && one.is_approved(call.now))
}

fn known(call: &Call, company: &Company) -> Vec<Qualification> {
    let before = call.epoch.midnight.plus_days(-300).millis();
    let mut seeded = QUALIFIED.iter();
    let seeded = seeded.find(|(domain, _)| *domain == company.domain);
    let seeded = seeded.map(|(_, name)| Qualification {
        name: (*name).to_owned(),
        created: before,
        approved: Some(before),
    });
    let in_review = is(company, Kind::EducationInReview).then(|| Qualification {
        name: "Education".to_owned(),
        created: call.epoch.midnight.millis(),
        approved: None,
    });
    let prefix = prefix(company);
    let stored = call.documents.scan(&prefix);
    let stored = stored.filter_map(|(_, body)| decode::<Qualification>(body.clone()).ok());
    let mut all: Vec<_> = seeded.into_iter().chain(in_review).collect();
    for one in stored {
        if all.iter().all(|known| known.name != one.name) {
            all.push(one);
        }
    }
    all
}

fn prefix(company: &Company) -> String {
    format!("qualification/{}/", company.tenant)
}

impl Qualification {
    fn is_approved(&self, now: Timestamp) -> bool {
        let approved = self.approved.map(Timestamp::from_millis);
        approved.is_some_and(|approved| approved <= now)
    }

    fn body(&self, now: Timestamp) -> Value {
        let status = if self.is_approved(now) {
            "Approved"
        } else {
            "InReview"
        };
        json!({
            "qualification": self.name,
            "vettingStatus": status,
            "vettingCreatedDate": date(Timestamp::from_millis(self.created)),
        })
    }
}
