//! What products are sold as, and what is said about them.

use super::{Sku, Sold, Text};

const fn text(en: &'static str, fr: &'static str) -> Text {
    Text { en, fr }
}

const fn sku(id: &'static str, price: u64, en: &'static str, fr: &'static str) -> Sku {
    Sku {
        id,
        price,
        title: text(en, fr),
        sold: Sold::Perpetual,
    }
}

const fn term(id: &'static str, price: u64, years: u32, en: &'static str, fr: &'static str) -> Sku {
    Sku {
        id,
        price,
        title: text(en, fr),
        sold: Sold::Years(years),
    }
}

pub const ONE_LICENSE: &[Sku] = &[sku("0001", 1_000, "1 License", "1 licence")];
pub const CORES: &[Sku] = &[
    sku(
        "0001",
        1_000,
        "16 Core License Pack",
        "Pack de licences 16 cœurs",
    ),
    sku(
        "0002",
        125,
        "2 Core License Pack",
        "Pack de licences 2 cœurs",
    ),
    sku(
        "0003",
        500,
        "8 Core License Pack",
        "Pack de licences 8 cœurs",
    ),
];
pub const CALS: &[Sku] = &[
    sku(
        "0001",
        1_000,
        "1 User CAL",
        "1 licence d’accès client utilisateur",
    ),
    sku(
        "0002",
        850,
        "1 Device CAL",
        "1 licence d’accès client appareil",
    ),
];
pub const CORE_TERMS: &[Sku] = &[
    term(
        "0001",
        1_000,
        1,
        "2 Core License Pack - 1 year",
        "Pack de licences 2 cœurs - 1 an",
    ),
    term(
        "0003",
        2_700,
        3,
        "2 Core License Pack - 3 year",
        "Pack de licences 2 cœurs - 3 ans",
    ),
];
pub const CAL_TERMS: &[Sku] = &[
    term(
        "000N",
        1_000,
        1,
        "1 User CAL - 1 year",
        "1 licence d’accès client utilisateur - 1 an",
    ),
    term(
        "000P",
        2_700,
        3,
        "1 User CAL - 3 year",
        "1 licence d’accès client utilisateur - 3 ans",
    ),
    term(
        "000C",
        2_300,
        3,
        "1 Device CAL - 3 year",
        "1 licence d’accès client appareil - 3 ans",
    ),
];
pub const SERVER_TERMS: &[Sku] = &[
    term(
        "0005",
        1_000,
        1,
        "8 Core License Pack - 1 year",
        "Pack de licences 8 cœurs - 1 an",
    ),
    term(
        "0006",
        2_700,
        3,
        "8 Core License Pack - 3 year",
        "Pack de licences 8 cœurs - 3 ans",
    ),
];

pub const DEVICE_TERM: &[Sku] = &[term(
    "0001",
    1_000,
    1,
    "1 Device - 1 year",
    "1 appareil - 1 an",
)];

pub const OPERATING_SYSTEM: Text = text(
    "Server operating system.",
    "Système d’exploitation serveur.",
);
pub const DATABASE: Text = text("Database platform.", "Plateforme de base de données.");
pub const SUITE: Text = text(
    "Office applications for good, without a subscription.",
    "Applications de bureau à vie, sans abonnement.",
);
pub const APPLICATION: Text = text(
    "One application for one device.",
    "Une application pour un appareil.",
);
pub const ACCESS: Text = text(
    "Gives a user or a device access to a server.",
    "Donne à un utilisateur ou à un appareil l’accès à un serveur.",
);
pub const COLLABORATION: Text = text(
    "Mail and collaboration on your own servers.",
    "Messagerie et collaboration sur vos propres serveurs.",
);
pub const MANAGEMENT: Text = text(
    "Management of servers and clients.",
    "Gestion des serveurs et des postes.",
);
pub const DESKTOP: Text = text(
    "Upgrade of a licensed Windows device.",
    "Mise à niveau d’un appareil Windows sous licence.",
);
pub const DEVELOPMENT: Text = text("Development tools.", "Outils de développement.");
