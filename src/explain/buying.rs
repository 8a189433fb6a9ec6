//! What buying is refused for (Microsoft, "Partner Center REST error codes", "Cart resources").
//!
//! A code of these means the same whatever the status is, and some come inside a success, where
//! there is none.

use super::Group;
use crate::i18n::Text;
use crate::i18n::text as words;
use crate::model::cart::LineErrorKind;

pub(super) const GROUPS: [Group; 33] = [
    (
        "400019 10001",
        words::ERRORS_OFFER_CHANGED,
        words::ERRORS_NEXT_AGAIN,
    ),
    (
        "400072 2091 800028",
        words::ERRORS_NOT_SOLD,
        words::ERRORS_NEXT_OTHER,
    ),
    (
        "2085 800020 800022 800024 800026 800062 800086 500600",
        words::ERRORS_NOT_ELIGIBLE,
        words::ERRORS_NEXT_SUPPORT,
    ),
    (
        "800070",
        words::ERRORS_NOT_IN_COUNTRY,
        words::ERRORS_NEXT_OTHER,
    ),
    ("400030", words::ERRORS_SEGMENT, words::ERRORS_NEXT_SEGMENT),
    ("400036", words::ERRORS_VIEW, words::ERRORS_NEXT_OTHER),
    (
        "2030",
        words::ERRORS_PARTNER_COUNTRY,
        words::ERRORS_NEXT_GLOBAL,
    ),
    ("800043", words::ERRORS_PRICING, words::ERRORS_NEXT_ADMIN),
    (
        "900143",
        words::ERRORS_OFFER_UNREAD,
        words::ERRORS_NEXT_LATER,
    ),
    (
        "2100 3000 800002 800004 900126 900142 10010",
        words::ERRORS_MALFORMED,
        words::ERRORS_NEXT_HOST,
    ),
    (
        "800031 900127 900141",
        words::ERRORS_NOT_SUPPORTED,
        words::ERRORS_NEXT_DASHBOARD,
    ),
    (
        "800018 900322 10009",
        words::ERRORS_TEST_LIMIT,
        words::ERRORS_NEXT_FEWER,
    ),
    (
        "2002 900275 10018 10019",
        words::ERRORS_QUANTITY,
        words::ERRORS_NEXT_QUANTITY,
    ),
    (
        "800010 800017 10003",
        words::ERRORS_INVENTORY,
        words::ERRORS_NEXT_FEWER,
    ),
    (
        "800066 800067 800068 800088 800089 10002 10015",
        words::ERRORS_LIMIT,
        words::ERRORS_NEXT_FEWER,
    ),
    ("800009", words::ERRORS_LINES, words::ERRORS_NEXT_LINES),
    (
        "4018 800087 10006",
        words::ERRORS_LINE,
        words::ERRORS_NEXT_LINES,
    ),
    (
        "10007 10008 10011",
        words::ERRORS_AZURE,
        words::ERRORS_NEXT_OTHER,
    ),
    ("10013", words::ERRORS_PLAN, words::ERRORS_NEXT_PLAN),
    (
        "10016 10017",
        words::ERRORS_TERM_END,
        words::ERRORS_NEXT_PLAN,
    ),
    (
        "900169 10000",
        words::ERRORS_CURRENCY,
        words::ERRORS_NEXT_LINES,
    ),
    (
        "900203 900206 10012",
        words::ERRORS_ATTESTATION,
        words::ERRORS_NEXT_ATTEST,
    ),
    (
        "27006 27007 10014",
        words::ERRORS_PROMOTION,
        words::ERRORS_NEXT_LINES,
    ),
    (
        "800015 800016 10004",
        words::ERRORS_RESELLER,
        words::ERRORS_NEXT_DASHBOARD,
    ),
    (
        "900252 900253 900254",
        words::ERRORS_DOCUMENTS,
        words::ERRORS_NEXT_DASHBOARD,
    ),
    (
        "800023 800025 900121",
        words::ERRORS_CREDIT,
        words::ERRORS_NEXT_CREDIT,
    ),
    ("800069", words::ERRORS_RISK, words::ERRORS_NEXT_SUPPORT),
    ("800008", words::ERRORS_CART, words::ERRORS_NEXT_CART),
    (
        "800060 800064",
        words::ERRORS_ORDERING,
        words::ERRORS_NEXT_ORDERS,
    ),
    ("800065", words::ERRORS_ORDERED, words::ERRORS_NEXT_ORDERS),
    (
        "800005",
        words::ERRORS_NOT_CREATED,
        words::ERRORS_NEXT_ORDERS,
    ),
    (
        "800003 900192",
        words::ERRORS_SERVER,
        words::ERRORS_NEXT_LATER,
    ),
    (
        "2055 800036 800040 800041 800042",
        words::ERRORS_CHANGED,
        words::ERRORS_NEXT_RELOAD,
    ),
];

/// What a line's own error says.
pub(super) fn by_line(kind: &LineErrorKind) -> Option<(Text, Text)> {
    kind.number().and_then(super::by_group)
}
