//! What was bought for a customer, and when: the orders from before the first use.

use super::catalog::{Item, Product, Segment, Sku, Sold, week};
use super::company::Company;
use super::random::{Random, guid_of, hash};
use crate::model::Timestamp;
use crate::model::window::Length;
use crate::sandbox::call::Epoch;
use crate::sandbox::hostile::is;
use crate::sandbox::pricing::Pricing;
use crate::sandbox::sentinels::Kind;

mod plans;

use plans::{Plan, plans};

/// An order.
#[derive(Clone, Debug)]
pub struct Purchase {
    pub id: String,
    /// The friendly number that newer orders have for their id.
    pub alternate_id: String,
    pub created: Timestamp,
    /// The wire's text
    pub status: &'static str,
    pub lines: Vec<Line>,
}

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Live,
    /// Its quantity is 0, its key revoked.
    Cancelled,
    /// Not delivered: of an order that is not through, or only in part.
    Unfulfilled,
}

#[derive(Clone, Debug)]
pub struct Line {
    pub number: u32,
    /// As it was offered when it was bought.
    pub item: Item,
    /// Billing cycle, the wire's text
    pub cycle: &'static str,
    /// As bought.
    pub quantity: u32,
    pub state: State,
    pub price: Price,
    /// Of a subscription: its id, and the end of its cancellation window.
    pub subscription: Option<Subscription>,
    /// Names the line in the paths of its keys.
    pub guid: String,
    /// How many product keys each of its products has.
    pub keys: u32,
}

/// What a line cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Price {
    /// What it costs today: of what was bought before the first use.
    Today,
    /// As sold, if it had a price.
    Sold(Option<Pricing>),
}

#[derive(Clone, Debug)]
pub struct Subscription {
    pub id: String,
    pub cancellable_until: Timestamp,
    pub ends: Timestamp,
    pub renews: bool,
    /// The API does not list the oldest ones; they are in orders only.
    pub listed: bool,
}

/// Days of the sandbox's cancellation policy, which is the brief's.
pub const WINDOW_DAYS: u32 = 60;
/// Subscriptions bought earlier are in orders only.
const LISTED_DAYS: i64 = 1_000;

/// The orders of a customer from before the first use, newest first. [`Call::purchases`] has all.
///
/// [`Call::purchases`]: crate::sandbox::call::Call::purchases
pub fn before_first_use(company: &Company, epoch: Epoch) -> Vec<Purchase> {
    let plans = plans(company);
    let mut all: Vec<_> = plans
        .iter()
        .zip(0..)
        .map(|(plan, place)| purchase(company, epoch, plan, place))
        .collect();
    all.sort_by_key(|purchase| std::cmp::Reverse(purchase.created));
    all
}

fn purchase(company: &Company, epoch: Epoch, plan: &Plan, place: u64) -> Purchase {
    let mut random = Random::of(&[company.who.number().into(), 20, place]);
    let created = moment(&mut random, epoch, plan.days_ago);
    let id = order_id(&mut random, plan.days_ago);
    let alternate_id = match id.len() {
        12 => id.clone(),
        _ => hex12(random.number()),
    };
    let planned = plan.lines.iter().zip(0..);
    let lines: Vec<_> = planned
        .map(|(line, number)| {
            let mut subscription = Subscription::of(
                line.sku,
                created,
                guid_of(&[22, company.who.number().into(), place, number]),
            );
            if let Some(subscription) = &mut subscription {
                subscription.listed = plan.days_ago <= LISTED_DAYS;
                if let Some(minutes) = plan.closes_in_minutes {
                    subscription.cancellable_until = epoch.first_use.plus_millis(minutes * 60_000);
                }
            }
            Line {
                number: number as u32,
                item: Item {
                    product: line.product,
                    sku: line.sku,
                    segment: Segment::Commercial,
                    week: week(created),
                },
                cycle: line.sku.sold.cycle(),
                price: Price::Today,
                quantity: line.quantity,
                state: if fulfilled(plan.status) {
                    line.state
                } else {
                    State::Unfulfilled
                },
                subscription,
                guid: guid_of(&[company.who.number().into(), 21, place, number]),
                keys: keys(company),
            }
        })
        .collect();
    let cancelled = lines.iter().all(|line| line.state == State::Cancelled);
    Purchase {
        id,
        alternate_id,
        created,
        status: if cancelled { "cancelled" } else { plan.status },
        lines,
    }
}

/// How many keys a customer has for each product.
pub fn keys(company: &Company) -> u32 {
    if is(company, Kind::ManyKeys) { 3 } else { 1 }
}

/// Whether the lines of an order in that status were delivered.
fn fulfilled(status: &str) -> bool {
    matches!(
        status,
        "completed" | "suspended" | "partial_success" | "teleported"
    )
}

/// A time on the day so many days before the epoch's; never after the first use.
fn moment(random: &mut Random, epoch: Epoch, days_ago: i64) -> Timestamp {
    let day = epoch.midnight.plus_days(-days_ago);
    let length = if days_ago == 0 {
        epoch.first_use.since(day)
    } else {
        86_400_000
    };
    day.plus_millis((random.number() % (length.max(1) as u64)) as i64)
}

/// Old orders have 33 characters, newer ones 12 hexadecimal digits, a few a GUID.
fn order_id(random: &mut Random, days_ago: i64) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    if days_ago > 365 {
        let letters = (0..31).map(|_| char::from(*random.pick(LETTERS)));
        letters.chain(['V', '1']).collect()
    } else if random.once_in(8) {
        super::random::guid(random.number(), random.number())
    } else {
        hex12(random.number())
    }
}

/// Twelve hexadecimal digits, as the ids of newer orders.
pub fn hex12(number: u64) -> String {
    format!("{:012x}", number >> 16)
}

impl Subscription {
    /// What a term that begins with an order is; `None` for what is bought for good.
    pub fn of(sku: &Sku, created: Timestamp, id: String) -> Option<Subscription> {
        let Sold::Years(years) = sku.sold else {
            return None;
        };
        let begins = Timestamp::from_millis(created.date().days() * 86_400_000);
        Some(Subscription {
            cancellable_until: Length::Days(WINDOW_DAYS).deadline(created),
            ends: begins.plus_days(365 * i64::from(years)),
            renews: !hash(&id).is_multiple_of(3),
            id,
            listed: true,
        })
    }
}

impl Line {
    pub fn is_live(&self) -> bool {
        self.state == State::Live
    }

    /// The products that the line delivers: its own, then what a bundle brings along.
    pub fn delivers(&self) -> impl Iterator<Item = (Product, &'static Sku)> {
        let included = self.item.product.family.includes.iter();
        let included = included.filter_map(|id| Product::find(id));
        let included = included.filter_map(|product| Some((product, product.family.skus.first()?)));
        std::iter::once((self.item.product, self.item.sku)).chain(included)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sandbox::seed::known::KNOWN;
    use crate::sandbox::seed::who::Who;
    use crate::sandbox::sentinels::SENTINELS;

    fn epoch() -> Epoch {
        Epoch::at(Timestamp::parse("2026-03-01T00:00:30Z").unwrap())
    }

    fn everyone() -> impl Iterator<Item = Vec<Purchase>> {
        let known = (0..KNOWN.len() as u32).map(Who::Known);
        let sentinels = (0..SENTINELS.len() as u32).map(Who::Sentinel);
        known
            .chain(sentinels)
            .map(|who| before_first_use(&Company::of(who), epoch()))
    }

    #[test]
    fn nothing_was_bought_in_the_future() {
        let mut all = everyone().flatten();
        assert!(all.all(|purchase| purchase.created <= epoch().first_use));
    }

    #[test]
    fn orders_of_every_status_and_customers_of_every_size_are_there() {
        let all: Vec<_> = everyone().collect();
        for status in [
            "completed",
            "pending",
            "cancelled",
            "suspended",
            "pending_review",
            "pending_po_upload",
            "po_upload_complete",
            "po_review_rejected",
            "partial_success",
            "error",
        ] {
            assert!(
                all.iter()
                    .flatten()
                    .any(|purchase| purchase.status == status),
                "{status}"
            );
        }
        let sizes: Vec<usize> = all
            .iter()
            .map(|orders| orders.iter().map(|order| order.lines.len()).sum())
            .collect();
        assert!(sizes.contains(&0) && sizes.contains(&1) && sizes.iter().any(|size| *size > 300));
    }

    #[test]
    fn every_kind_of_order_id_occurs() {
        let lengths: Vec<_> = everyone()
            .flatten()
            .map(|purchase| purchase.id.len())
            .collect();
        assert!(lengths.contains(&12) && lengths.contains(&33) && lengths.contains(&36));
    }
}
