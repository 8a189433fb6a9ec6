//! Numbers that look random and are always the same: everything in the seed is a function of what
//! it belongs to.

/// Steele, Lea and Flood's SplitMix64 generator.
#[derive(Clone, Debug)]
pub struct Random(u64);

/// One well-mixed number of several.
pub fn mix(parts: &[u64]) -> u64 {
    let mut random = Random(0x4C61_7463_686B_6579);
    for part in parts {
        random.0 ^= *part;
        random.0 = random.number();
    }
    random.number()
}

/// A number of a text (FNV-1a, mixed).
pub fn hash(text: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
    mix(&[text.bytes().fold(0xCBF2_9CE4_8422_2325, step)])
}

impl Random {
    pub fn of(parts: &[u64]) -> Self {
        Random(mix(parts))
    }

    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`; 0 when `end` is 0.
    pub fn below(&mut self, end: u32) -> u32 {
        (self.number() % u64::from(end.max(1))) as u32
    }

    /// One of `all`, which must not be empty.
    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len() as u32) as usize]
    }

    /// True once in `times`.
    pub fn once_in(&mut self, times: u32) -> bool {
        self.below(times) == 0
    }
}

/// A GUID that looks like a random one (version 4), made of two numbers.
pub fn guid(high: u64, low: u64) -> String {
    let high = (high & !0xF000) | 0x4000;
    let low = (low & !(0xC << 60)) | (0x8 << 60);
    format!(
        "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
        high >> 32,
        (high >> 16) & 0xFFFF,
        high & 0xFFFF,
        low >> 48,
        low & 0xFFFF_FFFF_FFFF
    )
}

/// A GUID of what it belongs to.
pub fn guid_of(parts: &[u64]) -> String {
    let mut random = Random::of(parts);
    guid(random.number(), random.number())
}

/// Permutes the 32-bit numbers, so that neighbours look unrelated; [`unscramble`] is its inverse.
pub fn scramble(number: u32) -> u32 {
    let (mut left, mut right) = ((number >> 16) as u16, number as u16);
    for round in ROUNDS {
        (left, right) = (right, left ^ shuffle(right, round));
    }
    (u32::from(left) << 16) | u32::from(right)
}

pub fn unscramble(number: u32) -> u32 {
    let (mut left, mut right) = ((number >> 16) as u16, number as u16);
    for round in ROUNDS.into_iter().rev() {
        (left, right) = (right ^ shuffle(left, round), left);
    }
    (u32::from(left) << 16) | u32::from(right)
}

const ROUNDS: [u16; 4] = [0x4C61, 0x7463, 0x686B, 0x6579];

/// The round function of the Feistel network.
fn shuffle(half: u16, round: u16) -> u16 {
    mix(&[u64::from(half), u64::from(round)]) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scrambling_can_be_undone() {
        for number in (0..200_000).chain([u32::MAX, 0x0200_0003]) {
            assert_eq!(unscramble(scramble(number)), number);
        }
        assert_ne!(scramble(1) >> 16, scramble(2) >> 16);
    }

    #[test]
    fn a_guid_has_its_version_and_variant() {
        let text = guid(u64::MAX, u64::MAX);
        assert_eq!(text, "ffffffff-ffff-4fff-bfff-ffffffffffff");
        assert_eq!(guid(0, 0), "00000000-0000-4000-8000-000000000000");
        assert_eq!(guid_of(&[1, 2]), guid_of(&[1, 2]));
    }
}
