//! Who was the contact of the last report, kept on this device for the next one.

use crate::browser;
use crate::model::report::Contact;
use crate::paths::{self, Query};

/// Two installations on one origin keep apart.
fn kept_as() -> String {
    format!("latchkey.contact:{}", paths::base())
}

/// The last one; empty when there was none.
pub(super) fn remembered() -> Contact {
    read(&browser::kept(&kept_as()).unwrap_or_default())
}

/// Remembers one.
pub(super) fn remember(contact: &Contact) {
    browser::keep(&kept_as(), &write(contact));
}

fn write(contact: &Contact) -> String {
    let query = Query::default()
        .with("name", contact.name.trim())
        .with("email", contact.email.trim())
        .with("phone", contact.phone.trim());
    query.to_string()
}

fn read(kept: &str) -> Contact {
    let query = Query::parse(kept);
    let part = |name: &str| query.get(name).unwrap_or_default().to_owned();
    Contact {
        name: part("name"),
        email: part("email"),
        phone: part("phone"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_is_found_again_as_it_was() {
        let contact = Contact {
            name: "Zoë & fils = 100 %".to_owned(),
            email: "zoe+csp@example.com".to_owned(),
            phone: "+33 1 23 45 67 89".to_owned(),
        };
        assert_eq!(read(&write(&contact)), contact);
        assert_eq!(read(""), Contact::default());
        assert_eq!(read("<b>&%%%=x"), Contact::default());
    }
}
