//! A postal address as facts on the screen.

use super::profile::fact;
use crate::dom::{CollectFragment, Fragment, view};
use crate::i18n::{format, lang, text};
use crate::partner_center::customers::Address;
use crate::ui::{Fact, Foreign};

/// The address line by line, and its telephone number; nothing where none was given.
pub(super) fn facts(address: Option<Address>) -> Fragment {
    let Some(address) = address else {
        return Fragment::empty();
    };
    let country = address.country.clone().unwrap_or_default();
    let lines = lines(&address);
    let phone = fact(text::CUSTOMERS_PROFILE_PHONE, address.phone_number);
    if lines.is_empty() && country.is_empty() {
        return phone;
    }
    let lines = lines
        .into_iter()
        .map(|line| view! { <div><Foreign text=line /></div> });
    view! {
        <Fact label=text::CUSTOMERS_PROFILE_ADDRESS>
            <div>
                {lines.collect_view()}
                <div>{move || format::country(lang(), &country)}</div>
            </div>
        </Fact>
        {phone}
    }
}

/// An address without its country, in the order in which the API names its parts: whom it is for,
/// the street, the place. Parts that are missing or blank leave no gap.
fn lines(address: &Address) -> Vec<String> {
    [
        joined(
            &[
                &address.first_name,
                &address.middle_name,
                &address.last_name,
            ],
            " ",
        ),
        joined(&[&address.address_line1], ""),
        joined(&[&address.address_line2], ""),
        joined(&[&address.address_line3], ""),
        joined(&[&address.postal_code, &address.city], " "),
        joined(&[&address.district, &address.state, &address.region], ", "),
    ]
    .into_iter()
    .filter(|line| !line.is_empty())
    .collect()
}

/// Those of the parts that were given, with something between them.
pub(super) fn joined(parts: &[&Option<String>], between: &str) -> String {
    let given = parts.iter().filter_map(|part| part.as_deref());
    let given: Vec<&str> = given
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    given.join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leaves_no_gaps() {
        let some = |text: &str| Some(text.to_owned());
        let address = Address {
            first_name: some("Ana"),
            last_name: some(" Weiß "),
            address_line1: some("1 rue de la Paix"),
            address_line2: some("  "),
            postal_code: some("75002"),
            city: some("Paris"),
            country: some("FR"),
            ..Address::default()
        };
        assert_eq!(
            lines(&address),
            ["Ana Weiß", "1 rue de la Paix", "75002 Paris"]
        );
        assert!(lines(&Address::default()).is_empty());
    }
}
