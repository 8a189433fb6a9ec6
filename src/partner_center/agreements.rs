//! The Microsoft Customer Agreement: its templates, and what was confirmed for a customer.

use serde_json::Value;

use super::client::{Asked, PartnerCenter, Write};
use super::collection::Collection;
use super::json::{Fields, Object, Read, Unfit, Writer};
use super::path::{path, query};
use super::transport::{Body, Method};
use crate::model::agreement::{CUSTOMER_AGREEMENT, Confirmation, Contact, Template};
use crate::model::{CustomerId, RequestId, Timestamp};

impl Read for Template {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = Template {
            id: from.words("templateId"),
            kind: from.words("agreementType"),
            link: from.text("agreementLink"),
            version_rank: from.number("versionRank"),
        };
        from.or_unfit(read)
    }
}

impl Read for Confirmation {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let contact: Option<Contact> = from.member("primaryContact");
        let read = Confirmation {
            contact: contact.unwrap_or_default(),
            template: from.words("templateId"),
            agreed: from.date("dateAgreed"),
            kind: from.words("type"),
            link: from.text("agreementLink"),
        };
        from.or_unfit(read)
    }
}

impl Read for Contact {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = Contact {
            first_name: from.words("firstName"),
            last_name: from.words("lastName"),
            email: from.words("email"),
            phone: from.words("phoneNumber"),
        };
        from.or_unfit(read)
    }
}

/// Whether a customer signed by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DirectSigning {
    pub is_signed: bool,
}

impl Read for DirectSigning {
    fn read(from: Value) -> Result<Self, Unfit> {
        let signed = Object::of(from)?.truth("isSigned")?;
        signed
            .map(|is_signed| DirectSigning { is_signed })
            .ok_or(Unfit("isSigned"))
    }
}

/// Where a template can be read, for five minutes: foreign addresses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgreementDocument {
    pub display: Option<String>,
    pub download: Option<String>,
}

impl Read for AgreementDocument {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = AgreementDocument {
            display: from.text("displayUri"),
            download: from.text("downloadUri"),
        };
        from.or_unfit(read)
    }
}

const TYPE: [(&str, &str); 1] = [("agreementType", CUSTOMER_AGREEMENT)];

impl PartnerCenter {
    /// The templates of the customer agreement.
    pub fn agreement_templates(&self) -> Asked<Collection<Template>> {
        self.list(Ok(query("/agreements", &TYPE)))
    }

    /// Where a template can be read, in a language (`fr-FR`) and for a country.
    pub fn agreement_document(
        &self,
        template: &str,
        language: &str,
        country: &str,
    ) -> Asked<AgreementDocument> {
        let path = path("/agreementtemplates/{}/document", &[template]);
        let asked = [("language", language), ("country", country)];
        self.read(path.map(|path| query(&path, &asked)))
    }

    /// What was confirmed for a customer: nothing when the agreement is missing.
    pub fn agreements(&self, customer: &CustomerId) -> Asked<Collection<Confirmation>> {
        let path = path("/customers/{}/agreements", &[customer.as_str()]);
        self.list(path.map(|path| query(&path, &TYPE)))
    }

    /// Whether the customer signed by itself, without the partner.
    pub fn direct_signing(&self, customer: &CustomerId) -> Asked<DirectSigning> {
        self.read(path(
            "/customers/{}/directSignedMicrosoftCustomerAgreementStatus",
            &[customer.as_str()],
        ))
    }

    /// Confirms that a person accepted the agreement for the customer, at a moment that has come.
    pub fn confirm_agreement(
        &self,
        request: &RequestId,
        customer: &CustomerId,
        template: &str,
        contact: &Contact,
        agreed: Timestamp,
    ) -> Asked<Confirmation> {
        self.carry_out(Write {
            request,
            customer: Some(customer),
            method: Method::Post,
            path: path("/customers/{}/agreements", &[customer.as_str()]),
            body: Some(Body::Json(confirmation(template, contact, agreed))),
            etag: None,
        })
    }
}

/// What is sent to confirm an acceptance.
pub fn confirmation(template: &str, contact: &Contact, agreed: Timestamp) -> String {
    let filled = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
    let person = Writer::new()
        .text("firstName", contact.first_name.trim())
        .text("lastName", contact.last_name.trim())
        .text("email", contact.email.trim())
        .text_if("phoneNumber", filled(&contact.phone).as_deref())
        .end();
    Writer::new()
        .raw("primaryContact", &person)
        .text("templateId", template)
        .text("dateAgreed", &agreed.to_string())
        .text("type", CUSTOMER_AGREEMENT)
        .end()
}
