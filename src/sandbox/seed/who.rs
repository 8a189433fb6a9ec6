//! Who a customer of the seed is, and the tenant GUID that can be read back without a list.

use super::known::KNOWN;
use super::names::NAMES;
use super::random::{guid, mix, scramble, unscramble};
use crate::sandbox::sentinels::SENTINELS;

/// A customer of the seed; stays the same whatever the number of customers is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    /// Place in [`KNOWN`]
    Known(u32),
    /// Number of a made-up name
    Made(u32),
    /// Place in [`SENTINELS`]
    Sentinel(u32),
}

const KNOWN_FROM: u32 = 0x0100_0000;
const SENTINELS_FROM: u32 = 0x0200_0000;

impl Who {
    /// A number of its own, from which everything about the customer is derived.
    pub fn number(self) -> u32 {
        match self {
            Who::Made(name) => name,
            Who::Known(place) => KNOWN_FROM + place,
            Who::Sentinel(place) => SENTINELS_FROM + place,
        }
    }

    fn from_number(number: u32) -> Option<Who> {
        let known = number.wrapping_sub(KNOWN_FROM);
        let sentinel = number.wrapping_sub(SENTINELS_FROM);
        if number < NAMES {
            Some(Who::Made(number))
        } else if (known as usize) < KNOWN.len() {
            Some(Who::Known(known))
        } else if (sentinel as usize) < SENTINELS.len() {
            Some(Who::Sentinel(sentinel))
        } else {
            None
        }
    }

    /// The tenant GUID: its first eight digits are the scrambled number, the rest follows from it.
    pub fn tenant(self) -> String {
        let number = self.number();
        let first = u64::from(scramble(number)) << 32;
        let high = first | (mix(&[1, number.into()]) >> 32);
        guid(high, mix(&[2, number.into()]))
    }

    /// The customer of a tenant GUID, whatever its case.
    pub fn from_tenant(tenant: &str) -> Option<Who> {
        let first = u32::from_str_radix(tenant.get(..8)?, 16).ok()?;
        let who = Who::from_number(unscramble(first))?;
        who.tenant().eq_ignore_ascii_case(tenant).then_some(who)
    }

    pub fn sentinel(self) -> Option<&'static crate::sandbox::sentinels::Sentinel> {
        match self {
            Who::Sentinel(place) => SENTINELS.get(place as usize),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tenant_guid_leads_back_to_its_customer() {
        let everyone = (0..NAMES)
            .step_by(997)
            .map(Who::Made)
            .chain([Who::Known(0), Who::Sentinel(0)]);
        for who in everyone {
            let tenant = who.tenant();
            assert_eq!(Who::from_tenant(&tenant), Some(who));
            assert_eq!(Who::from_tenant(&tenant.to_uppercase()), Some(who));
            let mut changed = tenant;
            changed.replace_range(35.., if changed.ends_with('0') { "1" } else { "0" });
            assert_eq!(Who::from_tenant(&changed), None);
        }
        assert_eq!(Who::from_tenant("not a GUID, é"), None);
    }
}
