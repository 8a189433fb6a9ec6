//! The list of customers in its order, without the list: which customer stands at a place, and which
//! ones begin with a text.

use std::ops::Range;

use super::known::KNOWN;
use super::names::{self, NAMES, TOP, fold};
use super::who::Who;
use crate::sandbox::sentinels::SENTINELS;

/// The customers of one sandbox: the first `known` of the known companies, `made` made-up ones spread
/// over the alphabet between them, and behind all of them the sentinels.
#[derive(Clone, Debug)]
pub struct Directory {
    made: u32,
    /// For each known company, how many made-up names stand before it.
    made_before: Vec<u32>,
}

/// A part of the directory, in the order of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    made: Range<u32>,
    /// Where known companies stand in this selection, and which.
    known: Vec<(usize, u32)>,
    sentinels: Vec<u32>,
}

/// What `starts_with` may look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    CompanyName,
    Domain,
}

const _: () = assert!(Directory::LARGEST <= NAMES);

impl Directory {
    /// A directory of `customers` besides the sentinels; at most [`Directory::LARGEST`].
    pub fn new(customers: u32) -> Self {
        let known = (KNOWN.len() as u32).min(customers);
        let made = (customers - known).min(NAMES);
        let mut directory = Directory {
            made,
            made_before: Vec::new(),
        };
        let known = KNOWN.iter().take(known as usize);
        directory.made_before = known
            .map(|company| directory.place(&fold(company.name)))
            .collect();
        directory
    }

    /// The most customers that a sandbox may have.
    pub const LARGEST: u32 = 100_000;

    /// How many customers there are besides the sentinels.
    pub fn ordinary(&self) -> u32 {
        self.made + self.made_before.len() as u32
    }

    /// The number of the name at a place among the made-up ones: they are spread evenly.
    fn number(&self, place: u32) -> u32 {
        (u64::from(place) * u64::from(NAMES) / u64::from(self.made.max(1))) as u32
    }

    /// The first place whose name is not before `text`.
    fn place(&self, text: &str) -> u32 {
        let (mut low, mut high) = (0, self.made);
        while low < high {
            let middle = low + (high - low) / 2;
            if fold(&names::name(self.number(middle))).as_str() < text {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Whether this sandbox has that customer.
    pub fn holds(&self, who: Who) -> bool {
        match who {
            Who::Known(place) => (place as usize) < self.made_before.len(),
            Who::Sentinel(place) => (place as usize) < SENTINELS.len(),
            Who::Made(number) => {
                let place = u64::from(number) * u64::from(self.made);
                let place = place.div_ceil(u64::from(NAMES)) as u32;
                place < self.made && self.number(place) == number
            }
        }
    }

    pub fn everyone(&self) -> Selection {
        let known = 0..self.made_before.len() as u32;
        self.select(0..self.made, known, (0..SENTINELS.len() as u32).collect())
    }

    fn select(
        &self,
        made: Range<u32>,
        known: impl Iterator<Item = u32>,
        sentinels: Vec<u32>,
    ) -> Selection {
        let known = known.enumerate().map(|(rank, company)| {
            let before =
                self.made_before[company as usize].clamp(made.start, made.end) - made.start;
            (before as usize + rank, company)
        });
        Selection {
            known: known.collect(),
            made,
            sentinels,
        }
    }

    /// The customers whose name or domain begins with `text`, without regard to case.
    pub fn starting_with(&self, field: Field, text: &str) -> Selection {
        let text = text.to_lowercase();
        let begins = |name: &str, domain: &str| match field {
            Field::CompanyName => name.to_lowercase().starts_with(&text),
            Field::Domain => domain.starts_with(&text),
        };
        let known = 0..self.made_before.len() as u32;
        let known = known.filter(|place| {
            let company = &KNOWN[*place as usize];
            begins(company.name, company.domain)
        });
        let sentinels = 0..SENTINELS.len() as u32;
        let sentinels = sentinels.filter(|place| {
            let sentinel = &SENTINELS[*place as usize];
            begins(sentinel.name, &sentinel.domain())
        });
        self.select(
            self.made_starting_with(field, &text),
            known,
            sentinels.collect(),
        )
    }

    /// The made-up names have no accents but one, and a domain has the letters of its name: both
    /// searches are a search in the sorted names.
    fn made_starting_with(&self, field: Field, text: &str) -> Range<u32> {
        let begins = |place: u32| {
            let number = self.number(place);
            match field {
                Field::CompanyName => names::name(number).to_lowercase().starts_with(text),
                Field::Domain => names::domain(number).starts_with(text),
            }
        };
        let beginning = match field {
            Field::CompanyName => fold(text),
            Field::Domain => match text.split_once('.') {
                Some((host, top)) if TOP.starts_with(top) => host.replace('-', " "),
                Some(_) => return 0..0,
                None => text.replace('-', " "),
            },
        };
        let mut found = self.place(&beginning)..self.place(&format!("{beginning}\u{10FFFF}"));
        while found.start < found.end && !begins(found.start) {
            found.start += 1;
        }
        while found.start < found.end && !begins(found.end - 1) {
            found.end -= 1;
        }
        found
    }

    /// The customers of a selection from a place on.
    pub fn page(&self, selection: &Selection, from: usize, size: usize) -> Vec<Who> {
        let end = selection.len().min(from.saturating_add(size));
        (from..end)
            .filter_map(|place| self.at(selection, place))
            .collect()
    }

    fn at(&self, selection: &Selection, place: usize) -> Option<Who> {
        let before = selection
            .known
            .partition_point(|(stands_at, _)| *stands_at < place);
        let ordinary = selection.made.len() + selection.known.len();
        if place >= ordinary {
            return selection
                .sentinels
                .get(place - ordinary)
                .map(|place| Who::Sentinel(*place));
        }
        match selection.known.get(before) {
            Some((stands_at, company)) if *stands_at == place => Some(Who::Known(*company)),
            _ => Some(Who::Made(
                self.number(selection.made.start + (place - before) as u32),
            )),
        }
    }
}

impl Selection {
    pub fn len(&self) -> usize {
        self.made.len() + self.known.len() + self.sentinels.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sandbox::seed::company::Company;

    fn all(directory: &Directory, selection: &Selection) -> Vec<Who> {
        directory.page(selection, 0, usize::MAX)
    }

    fn in_order(everyone: &[Who]) -> bool {
        let names = everyone.iter().map(|who| fold(&Company::of(*who).name));
        names
            .collect::<Vec<_>>()
            .is_sorted_by(|one, next| one < next)
    }

    #[test]
    fn every_size_is_in_order_and_ends_with_the_sentinels() {
        for customers in [0, 1, 59, 60, 61, 1_000, Directory::LARGEST] {
            let directory = Directory::new(customers);
            let everyone = all(&directory, &directory.everyone());
            assert_eq!(everyone.len(), customers as usize + SENTINELS.len());
            assert!(in_order(&everyone), "{customers}");
            assert!(everyone.iter().all(|who| directory.holds(*who)));
        }
    }

    #[test]
    fn a_search_finds_what_looking_at_everybody_finds() {
        let directory = Directory::new(20_000);
        let everyone = all(&directory, &directory.everyone());
        let texts = [
            "",
            "c",
            "CONTOSO",
            "contoso f",
            "étoile",
            "a",
            "ab",
            "zz",
            "cedar l",
            "Cedar Legal Ltée",
            "cedar-legal",
            "cedar-legal-ltee.ex",
            "cedar-legal.",
            "fr.contoso",
            "x",
            "graphic <b>",
            "a. datum",
        ];
        for field in [Field::CompanyName, Field::Domain] {
            for text in texts {
                let expected = everyone.iter().copied().filter(|who| {
                    let company = Company::of(*who);
                    let looked_at = if field == Field::Domain {
                        company.domain
                    } else {
                        company.name
                    };
                    looked_at.to_lowercase().starts_with(&text.to_lowercase())
                });
                let found = all(&directory, &directory.starting_with(field, text));
                assert_eq!(found, expected.collect::<Vec<_>>(), "{field:?} {text}");
            }
        }
    }

    #[test]
    fn a_customer_that_this_sandbox_does_not_have_is_not_there() {
        let directory = Directory::new(60);
        assert!(!directory.holds(Who::Made(5)));
        assert!(!Directory::new(10).holds(Who::Known(10)));
    }
}
