//! What goes into the ready message to a customer, apart from its words.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::fold::fold;

/// How a product is activated with its key. CSP software comes with multiple activation keys
/// (Microsoft, "Manage software subscriptions"); each family takes them at another place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activation {
    /// `slmgr.vbs /ipk`, `/ato`
    Windows,
    /// `ospp.vbs /inpkey:`, `/act`
    Office,
    /// Setup's product key page, or edition upgrade.
    SqlServer,
    /// `Set-ExchangeServer -ProductKey`
    Exchange,
    /// Setup's product key page, or Central Administration.
    SharePoint,
    /// Remote Desktop Licensing Manager.
    RemoteDesktopLicence,
    /// A client access licence: a right, nothing to activate.
    NothingToActivate,
    /// When Setup asks for it.
    Setup,
}

impl Activation {
    /// By the words of the product's title, which Microsoft does not translate.
    pub fn of(title: &str) -> Activation {
        let title = fold(title);
        let words: Vec<&str> = title
            .split(|letter: char| !letter.is_ascii_alphanumeric())
            .collect();
        let any = |names: &[&str]| names.iter().any(|name| words.contains(name));
        let licence = any(&["cal", "cals"]) || title.contains("client access licen");
        if licence && (any(&["rds"]) || title.contains("remote desktop")) {
            Activation::RemoteDesktopLicence
        } else if licence {
            Activation::NothingToActivate
        } else if any(&["sql"]) {
            Activation::SqlServer
        } else if any(&["exchange"]) {
            Activation::Exchange
        } else if any(&["sharepoint"]) {
            Activation::SharePoint
        } else if any(&[
            "office",
            "visio",
            "project",
            "access",
            "word",
            "excel",
            "outlook",
            "powerpoint",
            "publisher",
        ]) && !any(&["server"])
        {
            Activation::Office
        } else if any(&["windows"]) {
            Activation::Windows
        } else {
            Activation::Setup
        }
    }
}

/// The longest address handed to a mail program. Windows passes no more than 2,047 characters of a
/// command line through its shell, and a longer one is cut or ignored without a word.
pub const LONGEST_MAILTO: usize = 2_000;

/// What RFC 3986 leaves unreserved stays; the rest is encoded.
const COMPONENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// An address that opens a new message in the mail program (RFC 6068), the recipient left to the
/// person. `None` when it would be too long to arrive whole.
pub fn mailto(subject: &str, body: &str) -> Option<String> {
    let encode = |text: &str| utf8_percent_encode(text, COMPONENT).to_string();
    let body = body.replace("\r\n", "\n").replace('\n', "\r\n");
    let address = format!("mailto:?subject={}&body={}", encode(subject), encode(&body));
    (address.len() <= LONGEST_MAILTO).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_product_is_activated_where_its_family_is() {
        for (title, expected) in [
            (
                "Windows Server 2022 Standard - 16 Core License Pack",
                Activation::Windows,
            ),
            ("Windows 11 Pro Upgrade", Activation::Windows),
            (
                "Windows Server 2022 - 1 User CAL",
                Activation::NothingToActivate,
            ),
            (
                "Windows Server Remote Desktop Services CAL - 1 User CAL – 3 year",
                Activation::RemoteDesktopLicence,
            ),
            (
                "SQL Server Enterprise - 2 Core License Pack - 3 year",
                Activation::SqlServer,
            ),
            (
                "SQL Server 2022 - 1 User CAL",
                Activation::NothingToActivate,
            ),
            ("Office LTSC Professional Plus 2021", Activation::Office),
            ("Visio LTSC Standard 2021", Activation::Office),
            ("Access 2016", Activation::Office),
            ("Project Server 2019", Activation::Setup),
            ("Exchange Server Standard 2019", Activation::Exchange),
            ("SharePoint Server 2019", Activation::SharePoint),
            ("System Center 2022 Datacenter", Activation::Setup),
            ("", Activation::Setup),
        ] {
            assert_eq!(Activation::of(title), expected, "{title}");
        }
    }

    #[test]
    fn a_message_is_encoded_whole() {
        assert_eq!(
            mailto("Clé & lien", "a\nb=c?d#e%\r\nf+g").as_deref(),
            Some("mailto:?subject=Cl%C3%A9%20%26%20lien&body=a%0D%0Ab%3Dc%3Fd%23e%25%0D%0Af%2Bg")
        );
    }

    #[test]
    fn a_message_that_would_be_cut_is_refused() {
        let room = LONGEST_MAILTO - "mailto:?subject=&body=".len();
        assert!(mailto("", &"a".repeat(room)).is_some());
        assert!(mailto("", &"a".repeat(room + 1)).is_none());
        assert!(mailto("", &"é".repeat(room / 6 + 1)).is_none());
    }
}
