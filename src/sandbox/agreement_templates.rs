//! `GET /agreements` and `/agreementtemplates/{id}/document`: the agreements that customers accept.

use serde_json::json;

use super::call::Call;
use super::failure::{Failure, no_such_resource};
use super::http::{Response, encode};
use super::json::collection;

pub struct Template {
    pub id: &'static str,
    pub kind: &'static str,
    pub link: &'static str,
}

/// With the ids that Microsoft publishes.
const TEMPLATES: &[Template] = &[
    Template {
        id: "998b88de-aa99-4388-a42c-1b3517d49490",
        kind: "MicrosoftCloudAgreement",
        link: "https://docs.microsoft.com/partner-center/agreements",
    },
    Template {
        id: "117a77b0-9360-443b-8795-c6dedc750cf9",
        kind: "MicrosoftCustomerAgreement",
        link: "https://aka.ms/customeragreement",
    },
];

impl Template {
    pub fn find(id: &str) -> Option<&'static Template> {
        let mut all = TEMPLATES.iter();
        all.find(|template| template.id.eq_ignore_ascii_case(id))
    }

    pub fn of_kind(kind: &str) -> Option<&'static Template> {
        let mut all = TEMPLATES.iter();
        all.find(|template| template.kind.eq_ignore_ascii_case(kind))
    }
}

/// `agreementType` picks a kind, `*` all; without it the one of the older agreement, as the API does.
pub fn list(call: &mut Call) -> Result<Response, Failure> {
    let wanted = call.request.parameter("agreementType");
    let wanted = wanted.unwrap_or("MicrosoftCloudAgreement");
    let picked = TEMPLATES
        .iter()
        .filter(|template| wanted == "*" || template.kind.eq_ignore_ascii_case(wanted));
    let items = picked.map(|template| {
        json!({
            "templateId": template.id,
            "agreementType": template.kind,
            "agreementLink": template.link,
            "versionRank": 0,
        })
    });
    Ok(Response::json(200, &collection(items.collect(), None)))
}

/// Where the text of an agreement is read and got.
///
/// # Errors
/// 404 for an unknown template.
pub fn document(call: &mut Call) -> Result<Response, Failure> {
    let template = Template::find(call.parameter(0)).ok_or_else(no_such_resource)?;
    let asked = |name: &str, usual: &str| {
        let given = call.request.parameter(name).unwrap_or_default();
        if given.is_empty() { usual } else { given }.to_owned()
    };
    let (language, country) = (asked("language", "en-US"), asked("country", "US"));
    let uri = |act: &str| {
        format!(
            "https://www.microsoft.com/licensing/docs/customeragreement?template={}&language={}&country={}&act={act}",
            template.id,
            encode(&language),
            encode(&country)
        )
    };
    let body = json!({
        "displayUri": uri("display"),
        "downloadUri": uri("download"),
        "language": language,
        "country": country,
    });
    Ok(Response::json(200, &body))
}
