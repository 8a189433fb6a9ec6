//! The words of the message, in the customer's language.

use crate::features::software::key::KeyOf;
use crate::i18n::{Lang, Text, format, text};
use crate::model::message::Activation;

/// What is sent.
#[derive(Clone, Default, PartialEq, Eq)]
pub(in crate::features::software) struct Offer {
    pub product: String,
    pub version: Option<String>,
    /// BCP 47 tag, and its name for where the browser knows none.
    pub language: Option<(String, String)>,
    pub bits: Option<u32>,
    pub file: Option<String>,
    pub size: Option<u64>,
    /// An address that passed the gate.
    pub link: Option<String>,
    /// Where the item's key is, if it has one.
    pub key: Option<KeyOf>,
}

/// The key in the message.
#[derive(Clone, Copy)]
pub(super) enum KeyPart<'a> {
    /// Not asked for: how the customer gets it.
    Left,
    /// The item has none.
    None,
    Given(&'a str),
}

/// What does not come from the item.
pub(super) struct Around<'a> {
    /// The customer's name.
    pub customer: &'a str,
    pub link_life_days: u32,
    /// Host of the customer's own admin center.
    pub admin_center: &'a str,
}

pub(super) fn subject(lang: Lang, offer: &Offer) -> String {
    text::message_subject(lang, &offer.product)
}

pub(super) fn body(lang: Lang, offer: &Offer, around: &Around, key: KeyPart) -> String {
    let mut body = String::new();
    let mut paragraph = |lines: Vec<String>| {
        if !lines.is_empty() {
            if !body.is_empty() {
                body.push_str("\n\n");
            }
            body.push_str(&lines.join("\n"));
        }
    };
    let say = |text: Text| text.get(lang).to_owned();
    paragraph(vec![say(text::MESSAGE_HELLO)]);
    paragraph(vec![text::message_intro(lang, around.customer)]);
    paragraph(product(lang, offer));
    if let Some(link) = &offer.link {
        let life = text::message_life(lang, around.link_life_days);
        paragraph(vec![say(text::MESSAGE_LINK), link.clone(), life]);
    }
    let activation = Activation::of(&offer.product);
    match key {
        KeyPart::Given(key) => {
            paragraph(vec![
                text::message_key(lang, key),
                say(text::MESSAGE_KEY_CARE),
            ]);
        }
        KeyPart::Left => paragraph(vec![text::message_key_self(lang, around.admin_center)]),
        KeyPart::None => {}
    }
    if !matches!(key, KeyPart::None) || activation == Activation::NothingToActivate {
        paragraph(vec![say(text::MESSAGE_ACTIVATION), say(steps(activation))]);
    }
    paragraph(vec![say(text::MESSAGE_BYE)]);
    body
}

fn product(lang: Lang, offer: &Offer) -> Vec<String> {
    let mut lines = vec![text::message_product(lang, &offer.product)];
    if let Some(version) = &offer.version {
        lines.push(text::message_version(lang, version));
    }
    if let Some((tag, name)) = &offer.language {
        let name = format::language(lang, tag).unwrap_or_else(|| name.clone());
        lines.push(text::message_language_line(lang, &name));
    }
    if let Some(bits) = offer.bits {
        let bits = text::item_bits(lang, &bits.to_string());
        lines.push(text::message_bit(lang, &bits));
    }
    if let Some(file) = &offer.file {
        let size = offer
            .size
            .map(|size| format!(" ({})", format::bytes(lang, size)));
        let file = format!("{file}{}", size.unwrap_or_default());
        lines.push(text::message_file(lang, &file));
    }
    lines
}

fn steps(activation: Activation) -> Text {
    match activation {
        Activation::Windows => text::MESSAGE_ACTIVATE_WINDOWS,
        Activation::Office => text::MESSAGE_ACTIVATE_OFFICE,
        Activation::SqlServer => text::MESSAGE_ACTIVATE_SQL,
        Activation::Exchange => text::MESSAGE_ACTIVATE_EXCHANGE,
        Activation::SharePoint => text::MESSAGE_ACTIVATE_SHAREPOINT,
        Activation::RemoteDesktopLicence => text::MESSAGE_ACTIVATE_RDS,
        Activation::Setup => text::MESSAGE_ACTIVATE_SETUP,
        Activation::NothingToActivate => text::MESSAGE_ACTIVATE_NOTHING,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::message::mailto;

    const AROUND: Around = Around {
        customer: "Contoso SARL",
        link_life_days: 5,
        admin_center: "admin.microsoft.com",
    };

    fn offer() -> Offer {
        Offer {
            product: "Windows Server 2022 Standard - 16 Core License Pack".to_owned(),
            version: Some("Windows Server 2022 Standard".to_owned()),
            language: Some(("fr-FR".to_owned(), "French".to_owned())),
            bits: Some(64),
            file: Some("windows-server-2022.iso".to_owned()),
            size: Some(5_600_000_000),
            link: Some("https://software.download.microsoft.com/x.iso?t=1".to_owned()),
            key: None,
        }
    }

    #[test]
    fn says_what_was_bought_where_it_is_and_how_to_activate_it() {
        let body = body(Lang::En, &offer(), &AROUND, KeyPart::Given("00001234"));
        for part in [
            "Contoso SARL",
            "Version: Windows Server 2022 Standard",
            "Language: French",
            "Bit: 64-bit",
            "windows-server-2022.iso (5.6 GB)",
            "\nhttps://software.download.microsoft.com/x.iso?t=1\n",
            "expires 5 days after",
            "Product key: 00001234",
            "slmgr.vbs /ato",
        ] {
            assert!(body.contains(part), "{part}\n---\n{body}");
        }
    }

    #[test]
    fn holds_the_key_only_if_it_was_asked_for() {
        for lang in Lang::ALL {
            let without = body(lang, &offer(), &AROUND, KeyPart::Left);
            assert!(without.contains("admin.microsoft.com"), "{without}");
            let given = body(lang, &offer(), &AROUND, KeyPart::Given("K-E-Y"));
            assert!(given.contains("K-E-Y") && !given.contains("admin.microsoft.com"));
            let none = body(lang, &offer(), &AROUND, KeyPart::None);
            assert!(!none.contains("slmgr"), "nothing to activate without a key");
        }
    }

    #[test]
    fn leaves_out_what_is_not_known() {
        let bare = Offer {
            product: "Visio".to_owned(),
            ..Offer::default()
        };
        let body = body(Lang::Fr, &bare, &AROUND, KeyPart::Left);
        assert!(
            !body.contains("Version") && !body.contains("https://"),
            "{body}"
        );
    }

    #[test]
    fn an_ordinary_message_fits_a_mail_program() {
        for lang in Lang::ALL {
            let body = body(lang, &offer(), &AROUND, KeyPart::Given(&"0".repeat(32)));
            let address = mailto(&subject(lang, &offer()), &body);
            assert!(address.is_some(), "{} bytes in {lang:?}", body.len());
        }
    }
}
