//! The orders that were placed in the sandbox: kept as documents, and read back as the same purchases
//! that the seed has, so that everything behind an order is one code path.

use serde::{Deserialize, Serialize};

use super::call::Call;
use super::documents::Documents;
use super::hostile::is;
use super::pricing::Pricing;
use super::seed::catalog::{Item, Product, Segment};
use super::seed::company::Company;
use super::seed::purchases::{Line, Price, Purchase, State, Subscription, hex12, keys};
use super::seed::random::{guid_of, hash, mix};
use super::sentinels::Kind;
use crate::model::Timestamp;
use crate::partner_center::json::{decode, encode};

/// How long orders of "Provisioning takes long" are pending, in seconds: as long as the API may take.
const LONG: u32 = 15 * 60;

/// A line of an order that is about to be placed.
#[derive(Clone, Copy, Debug)]
pub struct Ordered {
    pub item: Item,
    pub quantity: u32,
    pub cycle: &'static str,
}

/// An order as it is stored.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Stored {
    id: String,
    /// Milliseconds since 1970
    created: i64,
    /// When it is provisioned, in milliseconds since 1970.
    ready: i64,
    lines: Vec<StoredLine>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct StoredLine {
    product: String,
    sku: String,
    segment: Segment,
    week: i64,
    quantity: u32,
    cycle: String,
    pricing: Option<Pricing>,
}

/// The id of the order that one part of a cart becomes: always the same, so that retries agree.
pub fn order_id(company: &Company, of: &str, group: &str) -> String {
    hex12(mix(&[hash(&company.tenant), hash(of), hash(group)]))
}

/// Stores an order and notes who placed it. The caller has made sure that it happens once.
pub fn place(call: &mut Call, company: &Company, id: &str, lines: &[Ordered]) -> Purchase {
    let seconds = match is(company, Kind::ProvisioningLong) {
        true => LONG,
        false => call.settings.provisioning_seconds,
    };
    let stored = Stored {
        id: id.to_owned(),
        created: call.now.millis(),
        ready: call.now.plus_millis(1_000 * i64::from(seconds)).millis(),
        lines: lines
            .iter()
            .map(|line| StoredLine::of(line, call, company))
            .collect(),
    };
    call.documents.put(
        format!("{}{id}", prefix(company)),
        encode(&stored).unwrap_or_default(),
    );
    let details = [("OrderId", id.to_owned())];
    super::audit::record(call, company, super::audit::CREATED_ORDER, &details);
    stored.purchase(company, call.now)
}

/// The orders placed for a customer, newest first.
pub fn since_first_use(documents: &Documents, company: &Company, now: Timestamp) -> Vec<Purchase> {
    let prefix = prefix(company);
    let stored = documents.scan(&prefix);
    let stored = stored.filter_map(|(_, body)| decode::<Stored>(body.clone()).ok());
    let mut all: Vec<_> = stored.map(|order| order.purchase(company, now)).collect();
    all.sort_by_key(|purchase| std::cmp::Reverse(purchase.created));
    all
}

fn prefix(company: &Company) -> String {
    format!("order/{}/", company.tenant)
}

impl StoredLine {
    fn of(line: &Ordered, call: &Call, company: &Company) -> StoredLine {
        let Ordered {
            item,
            quantity,
            cycle,
        } = line;
        StoredLine {
            product: item.product.id().into_owned(),
            sku: item.sku.id.to_owned(),
            segment: item.segment,
            week: item.week,
            quantity: *quantity,
            cycle: (*cycle).to_owned(),
            pricing: Pricing::of(item, cycle, *quantity, company, call.settings),
        }
    }

    fn item(&self) -> Option<Item> {
        let product = Product::find(&self.product)?;
        Some(Item {
            product,
            sku: product.sku(&self.sku)?,
            segment: self.segment,
            week: self.week,
        })
    }
}

impl Stored {
    fn purchase(&self, company: &Company, now: Timestamp) -> Purchase {
        let created = Timestamp::from_millis(self.created);
        let pending = now < Timestamp::from_millis(self.ready);
        let place = |number: u32| [hash(&company.tenant), hash(&self.id), number.into()];
        let lines = self.lines.iter().zip(0..).filter_map(|(line, number)| {
            let item = line.item()?;
            let [customer, order, number_of_line] = place(number);
            Some(Line {
                number,
                item,
                cycle: cycle(&line.cycle)?,
                quantity: line.quantity,
                state: if pending {
                    State::Unfulfilled
                } else {
                    State::Live
                },
                price: Price::Sold(line.pricing),
                subscription: Subscription::of(
                    item.sku,
                    created,
                    guid_of(&[23, customer, order, number_of_line]),
                ),
                guid: guid_of(&[24, customer, order, number_of_line]),
                keys: keys(company),
            })
        });
        Purchase {
            id: self.id.clone(),
            alternate_id: self.id.clone(),
            created,
            status: if pending { "pending" } else { "completed" },
            lines: lines.collect(),
        }
    }
}

/// Reads a billing cycle as the API does: whatever its case, with or without the underscore.
pub fn cycle(text: &str) -> Option<&'static str> {
    let wanted = text.replace('_', "");
    let mut known = ["one_time", "annual", "triennial", "monthly"].into_iter();
    known.find(|known| known.replace('_', "").eq_ignore_ascii_case(&wanted))
}
