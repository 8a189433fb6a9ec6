//! What a handler is given, and what every answer carries.

use serde_json::{Value, json};

use super::Sandbox;
use super::documents::Documents;
use super::failure::{Failure, invalid, no_such_customer, role_too_low};
use super::history;
use super::http::{Request, Response};
use super::seed::company::Company;
use super::seed::directory::Directory;
use super::seed::purchases::Purchase;
use super::seed::random::{guid_of, hash};
use super::seed::who::Who;
use super::settings::Settings;
use crate::model::Timestamp;

/// A request on its way through one handler.
pub struct Call<'a> {
    pub directory: &'a Directory,
    pub documents: &'a mut Documents,
    pub settings: &'a Settings,
    pub request: &'a Request,
    /// What stands in the placeholders of the path, in order.
    pub parameters: Vec<String>,
    /// The sandbox's clock.
    pub now: Timestamp,
    pub epoch: Epoch,
}

/// What the dates of the seed are counted from. Set once, at the first use or after a reset, so that
/// dates stay the same from then on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Epoch {
    /// The first use itself.
    pub first_use: Timestamp,
    /// The UTC midnight before it.
    pub midnight: Timestamp,
}

const EPOCH: &str = "epoch";

impl Epoch {
    pub fn load(documents: &mut Documents, now: Timestamp) -> Epoch {
        let stored = documents.get(EPOCH).and_then(|millis| millis.as_i64());
        if stored.is_none() {
            documents.put(EPOCH, json!(now.millis()));
        }
        Epoch::at(stored.map_or(now, Timestamp::from_millis))
    }

    pub fn at(first_use: Timestamp) -> Epoch {
        let midnight = Timestamp::from_civil(first_use.date(), 0, 0, 0).unwrap_or(first_use);
        Epoch {
            first_use,
            midnight,
        }
    }
}

impl<'a> Call<'a> {
    /// A call at the sandbox's time `now`; the first one ever sets the epoch.
    pub fn new(
        sandbox: &'a mut Sandbox,
        settings: &'a Settings,
        request: &'a Request,
        parameters: Vec<String>,
        now: Timestamp,
    ) -> Call<'a> {
        let epoch = Epoch::load(&mut sandbox.documents, now);
        Call {
            directory: &sandbox.directory,
            documents: &mut sandbox.documents,
            settings,
            request,
            parameters,
            now,
            epoch,
        }
    }

    pub fn parameter(&self, place: usize) -> &str {
        self.parameters.get(place).map_or("", String::as_str)
    }

    /// The customer that the path names first.
    pub fn customer(&self) -> Result<Company, Failure> {
        let who = Who::from_tenant(self.parameter(0)).filter(|who| self.directory.holds(*who));
        who.map(Company::of).ok_or_else(no_such_customer)
    }

    /// Whether titles are asked for in French.
    pub fn in_french(&self) -> bool {
        locale(self.request).to_ascii_lowercase().starts_with("fr")
    }

    /// Keys, links and provisioning are for Admin agents and Global admins.
    pub fn admins_only(&self) -> Result<(), Failure> {
        let admin = matches!(self.settings.role.as_str(), "admin_agent" | "global_admin");
        admin.then_some(()).ok_or_else(role_too_low)
    }

    /// Only who may sell may change carts, place orders and confirm agreements.
    pub fn sellers_only(&self) -> Result<(), Failure> {
        let sells = self.settings.role != "helpdesk_agent";
        sells.then_some(()).ok_or_else(role_too_low)
    }

    /// All orders of a customer, newest first.
    pub fn purchases(&self, company: &Company) -> Vec<Purchase> {
        history::purchases(self.documents, company, self.epoch, self.now, self.now)
    }

    /// The orders of a customer that lists show by now, in the state that they show.
    pub fn listed_purchases(&self, company: &Company) -> Vec<Purchase> {
        let seen = self.seen_in_lists();
        history::purchases(self.documents, company, self.epoch, self.now, seen)
    }

    /// What happened later than that does not show in lists yet.
    pub fn seen_in_lists(&self) -> Timestamp {
        let lag = 1_000 * i64::from(self.settings.list_lag_seconds);
        self.now.plus_millis(-lag)
    }

    /// The request's body, an object.
    pub fn body(&self) -> Result<Value, Failure> {
        let body = self.request.json().filter(Value::is_object);
        body.ok_or_else(|| invalid("the body is not a JSON object"))
    }

    /// The caller's id of the request, by which a repeated one is known.
    pub fn request_id(&self) -> Option<&'a str> {
        let id = self.request.headers.get("MS-RequestId");
        id.filter(|id| !id.is_empty())
    }

    /// A GUID for something new: the same for a repeated request.
    pub fn new_id(&mut self, kind: u64) -> String {
        let (named, number) = match self.request_id().map(hash) {
            Some(id) => (1, id),
            None => (0, self.documents.count("made")),
        };
        let customer = hash(&self.parameter(0).to_ascii_lowercase());
        guid_of(&[kind, named, number, customer])
    }

    /// Whether that took effect already, for this very `MS-RequestId`.
    pub fn has_taken_effect(&self, business_key: &str) -> bool {
        let done = |id| format!("done/{id}/{business_key}");
        self.request_id()
            .is_some_and(|id| self.documents.get(&done(id)).is_some())
    }

    /// Notes that something took effect. False when it already did for this `MS-RequestId`: a retry
    /// of a call has its effect once.
    pub fn takes_effect(&mut self, business_key: &str) -> bool {
        if let Some(id) = self.request_id() {
            let done = format!("done/{id}/{business_key}");
            if self.documents.get(&done).is_some() {
                return false;
            }
            self.documents.put(done, true.into());
            self.documents.count(&format!("effects/request/{id}"));
        }
        self.counts(business_key);
        true
    }

    /// Notes that something took effect that no call asked for.
    pub fn counts(&mut self, business_key: &str) {
        self.documents.count(&format!("effects/key/{business_key}"));
    }
}

fn locale(request: &Request) -> &str {
    request
        .headers
        .get("X-Locale")
        .filter(|locale| !locale.is_empty())
        .unwrap_or("en-US")
}

/// The headers that every answer has (Partner Center REST headers).
pub fn finish(response: Response, request: &Request, now: Timestamp) -> Response {
    let echoed = |name: &str| {
        let given = request.headers.get(name).filter(|id| !id.is_empty());
        given.map_or_else(
            || guid_of(&[now.millis() as u64, hash(name), hash(&request.route())]),
            str::to_owned,
        )
    };
    response
        .with("MS-RequestId", echoed("MS-RequestId"))
        .with("MS-CorrelationId", echoed("MS-CorrelationId"))
        .with("MS-CV", "c2FuZGJveGxhdGNoa2V5.0")
        .with("MS-ServerId", "sandbox")
        .with("X-Locale", locale(request))
        .with("Date", http_date(now))
}

/// The date of HTTP headers (RFC 9110, IMF-fixdate).
fn http_date(time: Timestamp) -> String {
    const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let date = time.date();
    let (hour, minute, second, _) = time.time_of_day();
    let weekday = DAYS[date.days().rem_euclid(7) as usize];
    let month = MONTHS[date.month as usize % 13 - 1];
    format!(
        "{weekday}, {:02} {month} {:04} {hour:02}:{minute:02}:{second:02} GMT",
        date.day, date.year
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_header_is_in_the_form_of_http() {
        let time = Timestamp::parse("1994-11-06T08:49:37Z").unwrap();
        assert_eq!(http_date(time), "Sun, 06 Nov 1994 08:49:37 GMT");
    }

    #[test]
    fn the_epoch_is_kept() {
        let mut documents = Documents::default();
        let first = Epoch::load(
            &mut documents,
            Timestamp::parse("2026-03-01T15:00:00Z").unwrap(),
        );
        assert_eq!(first.midnight.to_string(), "2026-03-01T00:00:00Z");
        let later = Epoch::load(
            &mut documents,
            Timestamp::parse("2026-04-01T15:00:00Z").unwrap(),
        );
        assert_eq!(later, first);
    }
}
