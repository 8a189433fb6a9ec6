//! How a customer is named and described on the screen.

use super::listing::{Listing, Stage};
use crate::i18n::{Lang, Text, counted, text};
use crate::model::customer_list::CustomerRow;
use crate::model::customer_search::Search;
use crate::ui::foreign;

/// What a customer is called: the company's name, else the domain, else the tenant GUID.
pub(super) fn name(customer: &CustomerRow) -> &str {
    [&customer.name, &customer.domain]
        .into_iter()
        .find(|text| !text.trim().is_empty())
        .map_or(customer.id.as_str(), String::as_str)
}

/// How many customers a list has, and how many of them are here.
pub(super) fn count(lang: Lang, listing: &Listing) -> String {
    let rows = counted(listing.len());
    match (&listing.search, listing.stage()) {
        (Search::Beginning(text), Stage::Whole) => {
            text::customers_found(lang, rows, &foreign::visible(text))
        }
        (_, Stage::Whole) => text::customers_count(lang, rows),
        _ => text::customers_so_far(lang, rows),
    }
}

/// A GUID by its beginning and its end, as one recognizes it: `5f1c…89ab`.
pub(super) fn short(guid: &str) -> String {
    match (guid.get(..4), guid.get(guid.len().saturating_sub(4)..)) {
        (Some(start), Some(end)) if guid.len() > 9 => format!("{start}…{end}"),
        _ => guid.to_owned(),
    }
}

/// The relationship in the interface's language, which it follows; one that nobody knows, as it
/// came.
pub(super) fn relationship(wire: &str) -> String {
    match known_relationship(wire) {
        Some(known) => known.now().to_owned(),
        None => foreign::visible(wire),
    }
}

/// The words for a value of `relationshipToPartner` (Microsoft, "Customer resources").
fn known_relationship(wire: &str) -> Option<Text> {
    Some(match wire.to_ascii_lowercase().as_str() {
        "reseller" => text::CUSTOMERS_RESELLER,
        "advisor" => text::CUSTOMERS_ADVISOR,
        "syndication" => text::CUSTOMERS_SYNDICATION,
        "microsoft_support" => text::CUSTOMERS_MICROSOFT_SUPPORT,
        "none" => text::CUSTOMERS_NO_RELATIONSHIP,
        "unknown" => text::CUSTOMERS_UNKNOWN_RELATIONSHIP,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn customer(name: &str, domain: &str) -> CustomerRow {
        CustomerRow {
            id: "5f1c0f6e-8a7b-4c3d-9e2f-0123456789ab".parse().unwrap(),
            name: name.to_owned(),
            domain: domain.to_owned(),
            relationship: String::new(),
        }
    }

    #[test]
    fn a_customer_is_always_called_something() {
        assert_eq!(name(&customer("Contoso", "contoso.fr")), "Contoso");
        assert_eq!(name(&customer("  ", "contoso.fr")), "contoso.fr");
        assert_eq!(
            name(&customer("", "")),
            "5f1c0f6e-8a7b-4c3d-9e2f-0123456789ab"
        );
    }

    #[test]
    fn a_guid_is_recognized_by_its_ends() {
        assert_eq!(short("5f1c0f6e-8a7b-4c3d-9e2f-0123456789ab"), "5f1c…89ab");
        assert_eq!(short("short"), "short");
    }

    #[test]
    fn relationships_are_named() {
        assert_eq!(
            known_relationship("Reseller"),
            Some(text::CUSTOMERS_RESELLER)
        );
        assert_eq!(known_relationship("cousin"), None);
    }
}
