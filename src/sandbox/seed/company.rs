//! A customer's profile.

use super::countries::{Address, Country};
use super::known::{KNOWN, Portfolio};
use super::names;
use super::random::{Random, guid_of};
use super::who::Who;
use crate::sandbox::sentinels::Kind;

pub struct Company {
    pub who: Who,
    /// Tenant GUID: the customer's id.
    pub tenant: String,
    pub name: String,
    pub domain: String,
    pub country: &'static Country,
    pub portfolio: Portfolio,
}

/// Countries of the sentinels, so that they too are spread over a few.
const SENTINEL_COUNTRIES: &[&str] = &["US", "FR", "DE", "GB", "CA"];

impl Company {
    pub fn of(who: Who) -> Company {
        let (name, domain, country, portfolio) = match who {
            Who::Known(place) => {
                let known = &KNOWN[place as usize];
                (
                    known.name.to_owned(),
                    known.domain.to_owned(),
                    known.country,
                    known.portfolio,
                )
            }
            Who::Made(number) => {
                let country = names::country(number);
                (
                    names::name(number),
                    names::domain(number),
                    country,
                    Portfolio::Usual,
                )
            }
            Who::Sentinel(place) => {
                let sentinel = &crate::sandbox::sentinels::SENTINELS[place as usize];
                let country = match sentinel.kind {
                    Kind::ThreeDecimals => "TN",
                    _ => SENTINEL_COUNTRIES[place as usize % SENTINEL_COUNTRIES.len()],
                };
                (
                    sentinel.name.to_owned(),
                    sentinel.domain(),
                    country,
                    Portfolio::Usual,
                )
            }
        };
        let country = Country::by_code(country);
        Company {
            who,
            tenant: who.tenant(),
            name,
            domain,
            country,
            portfolio,
        }
    }

    pub fn address(&self) -> Address {
        self.country
            .address(&mut Random::of(&[self.who.number().into(), 3]))
    }

    pub fn commerce_id(&self) -> String {
        guid_of(&[self.who.number().into(), 4])
    }

    pub fn billing_id(&self) -> String {
        guid_of(&[self.who.number().into(), 5])
    }
}
