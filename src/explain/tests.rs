//! That everything a server can say has words.

use super::*;
use crate::i18n::Lang;
use crate::model::cart::{LINE_ERROR_NUMBERS, LineErrorKind};
use crate::partner_center::transport::Response;

const KINDS: [ErrorKind; 14] = [
    ErrorKind::Network,
    ErrorKind::Timeout,
    ErrorKind::Unreadable,
    ErrorKind::TooLarge,
    ErrorKind::Address,
    ErrorKind::SignIn,
    ErrorKind::SignInMfa,
    ErrorKind::Forbidden,
    ErrorKind::NotFound,
    ErrorKind::Throttled,
    ErrorKind::Conflict,
    ErrorKind::Revoked,
    ErrorKind::Refused,
    ErrorKind::Server,
];

fn error(kind: ErrorKind, code: Option<&str>) -> ApiError {
    ApiError {
        code: code.map(str::to_owned),
        description: Some("What the server said".to_owned()),
        ..ApiError::of(kind)
    }
}

#[test]
fn every_kind_says_what_happened_and_what_to_do_in_both_languages() {
    for kind in KINDS {
        let said = explain(&error(kind, None));
        for text in [said.title, said.happened, said.next] {
            assert!(!text.get(Lang::En).is_empty());
            assert_ne!(text.get(Lang::En), text.get(Lang::Fr), "{kind:?}");
        }
        assert_eq!(said.foreign.as_deref(), Some("What the server said"));
    }
}

#[test]
fn a_known_code_is_said_in_our_words() {
    for (kind, code, happened) in [
        (ErrorKind::Forbidden, "900150", words::ERRORS_ROLE),
        (ErrorKind::Forbidden, "900308", words::ERRORS_ROLE),
        (ErrorKind::Forbidden, "20002", words::ERRORS_RELATIONSHIP),
        (ErrorKind::Forbidden, "900329", words::ERRORS_APP_ONLY),
        (ErrorKind::NotFound, "1000", words::ERRORS_CUSTOMER),
        (ErrorKind::NotFound, "60003", words::ERRORS_CUSTOMER),
        (ErrorKind::NotFound, "20000", words::ERRORS_ORDER),
        (ErrorKind::NotFound, "400013", words::ERRORS_PRODUCT),
        (ErrorKind::NotFound, "400018", words::ERRORS_PRODUCT),
        (ErrorKind::NotFound, "800007", words::ERRORS_PENDING),
        (ErrorKind::Revoked, "800037", words::ERRORS_REVOKED),
    ] {
        let said = explain(&error(kind, Some(code)));
        assert_eq!((said.happened, said.foreign), (happened, None), "{code}");
    }
}

#[test]
fn a_code_means_nothing_with_another_status() {
    let said = explain(&error(ErrorKind::Refused, Some("900150")));
    assert_eq!(said.happened, words::ERRORS_REFUSED);
    assert!(said.foreign.is_some());
}

/// Every code that buying can meet, with the statuses it is documented with (Microsoft, "Partner
/// Center REST error codes").
const BUYING: [(u16, &str); 34] = [
    // Access, partner, customer
    (
        403,
        "2032 13605 20002 800073 800074 800075 900123 900124 900150 900308",
    ),
    (404, "1000 600074"),
    (400, "600061"),
    // Catalogue and eligibility
    (200, "400072"),
    (403, "400030 400036"),
    (404, "400013 400018 400019"),
    (403, "2006 2030 2085 2091"),
    (400, "2100 3000"),
    (403, "800020"),
    (400, "800022 800024 800026 800062"),
    (403, "800028 800043"),
    (400, "800070 800086"),
    (403, "900322"),
    // Cart and order
    (400, "2002 4018 27006 27007"),
    (404, "20000 20003"),
    (400, "800002 800004"),
    (500, "800003 800005"),
    (404, "800007 800008"),
    (400, "800009 800010 800017"),
    (409, "800014"),
    (404, "800015 800016"),
    (400, "800015 800016 800018"),
    (403, "800019"),
    (400, "800021"),
    (403, "800023 800025"),
    (400, "800023 800025"),
    (403, "800027"),
    (500, "800031 800087 900192"),
    (417, "800036"),
    (404, "800037"),
    (400, "800040 800041 800042 800061 800063 800065 800071"),
    (409, "800060 800064"),
    (
        403,
        "800066 800067 800068 800069 800077 800088 800089 900121",
    ),
    (
        400,
        "900117 900126 900127 900141 900142 900143 900169 900203 900206 900213 900252 900253 900254 900275 2055",
    ),
];

/// Codes that say no more than that the server failed, which is what is said of them.
const SAY_NO_MORE: [&str; 2] = ["800003", "900192"];

fn refusal(status: u16, code: &str) -> ApiError {
    let body = format!(r#"{{"code":"{code}","description":"What the server said"}}"#);
    if status == 200 {
        let body = serde_json::from_str(&body).unwrap();
        return ApiError::from_success(status, &body).unwrap();
    }
    let response = Response {
        status,
        body: body.into_bytes(),
        ..Response::default()
    };
    ApiError::from_response(&response)
}

/// In words of its own, in both languages, and not those that the status alone would give.
fn assert_explained(said: &Explanation, general: (Text, Text), code: &str) {
    assert_ne!((said.happened, said.next), general, "{code}");
    assert_eq!(said.foreign, None, "{code}");
    for text in [said.title, said.happened, said.next] {
        let [en, fr] = [Lang::En, Lang::Fr].map(|lang| text.get(lang));
        assert!(!en.is_empty() && !fr.is_empty() && en != fr, "{code}: {en}");
    }
}

#[test]
fn every_code_that_buying_can_meet_has_words_of_its_own() {
    for (status, codes) in BUYING {
        for code in codes.split(' ') {
            let error = refusal(status, code);
            let (_, happened, next) = by_kind(error.kind);
            let said = explain(&error);
            if SAY_NO_MORE.contains(&code) {
                assert_eq!((said.happened, said.foreign), (words::ERRORS_SERVER, None));
            } else {
                assert_explained(&said, (happened, next), code);
            }
        }
    }
}

#[test]
fn every_such_code_has_words_for_a_part_of_a_checkout_too() {
    let general = explain_order(&OrderError::default());
    assert_eq!(general.foreign, None);
    for (_, codes) in BUYING {
        for code in codes.split(' ') {
            let error = OrderError {
                code: Some(code.to_owned()),
                description: Some("What the server said".to_owned()),
                ..OrderError::default()
            };
            let said = explain_order(&error);
            assert_explained(&said, (general.happened, general.next), code);
        }
    }
}

#[test]
fn a_code_stands_in_one_group_only() {
    let mut all: Vec<&str> = groups().flat_map(|group| group.0.split(' ')).collect();
    let count = all.len();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), count);
}

/// Every code that cancelling and asking support can meet, with the statuses it is documented with,
/// and what is left to do.
const CANCELLING: [(u16, &str, Text); 16] = [
    (400, "900117 900213", words::ERRORS_NEXT_REPORT),
    (400, "800061", words::ERRORS_NEXT_LOOK_OR_REPORT),
    (400, "800063", words::ERRORS_NEXT_SUBSCRIPTION),
    (403, "800077", words::ERRORS_NEXT_SUBSCRIPTION),
    (403, "800019", words::ERRORS_NEXT_DASHBOARD),
    (409, "800014", words::ERRORS_NEXT_LOOK_AGAIN),
    (400, "800071 2055 2011", words::ERRORS_NEXT_RELOAD),
    (400, "800040 800041 800042", words::ERRORS_NEXT_RELOAD),
    (404, "20000 20003", words::ERRORS_NEXT_LATER),
    (400, "800021", words::ERRORS_NEXT_LATER),
    (403, "20002", words::ERRORS_NEXT_RELATIONSHIP),
    (403, "900150 900308 2032", words::ERRORS_NEXT_ADMIN),
    (409, "800082", words::ERRORS_NEXT_LATER),
    (409, "900278", words::ERRORS_NEXT_TOMORROW),
    (
        400,
        "900277 900279 900280 900311",
        words::ERRORS_NEXT_TOMORROW,
    ),
    (410, "800037", words::ERRORS_NEXT_UNINSTALL),
];

#[test]
fn every_code_that_cancelling_can_meet_says_what_is_left_to_do() {
    for (status, codes, next) in CANCELLING {
        for code in codes.split(' ') {
            let error = refusal(status, code);
            let (_, happened, of_kind) = by_kind(error.kind);
            let said = explain(&error);
            assert_eq!(said.next, next, "{code}");
            // A key that is gone is said to be so with and without a code.
            if error.kind == ErrorKind::Revoked {
                assert_eq!((said.happened, said.foreign), (happened, None));
            } else {
                assert_explained(&said, (happened, of_kind), code);
            }
        }
    }
}

#[test]
fn what_is_wrong_with_a_file_is_said_in_both_languages() {
    for (status, codes) in [
        (
            400,
            "AttachmentTypeRefused AttachmentEmpty AttachmentTooLarge",
        ),
        (
            400,
            "AttachmentChunkSize AttachmentIncomplete AttachmentInUse",
        ),
        (404, "AttachmentUnknown AttachmentChunkUnknown"),
        (409, "AttachmentInUse"),
        (413, "AttachmentChunkTooLarge"),
    ] {
        for code in codes.split(' ') {
            let error = refusal(status, code);
            let (_, happened, next) = by_kind(error.kind);
            assert_explained(&explain(&error), (happened, next), code);
        }
    }
}

#[test]
fn after_the_window_the_report_is_named_in_both_languages() {
    let said = explain(&refusal(400, "900117"));
    assert!(said.next.get(Lang::En).contains("already filled in"));
    assert!(said.next.get(Lang::Fr).contains("déjà rempli"));
}

#[test]
fn every_error_of_a_line_has_words_of_its_own() {
    let error = |code: LineErrorKind| LineError {
        code,
        description: Some("What the server said".to_owned()),
        available: None,
        purchased: None,
    };
    let unknown = explain_line(&error(LineErrorKind::read("0".to_owned())));
    assert_eq!(unknown.foreign.as_deref(), Some("What the server said"));
    for (number, kind) in LINE_ERROR_NUMBERS {
        let said = explain_line(&error(kind.clone()));
        assert_eq!(said.foreign, None, "{number}");
        if kind != LineErrorKind::UnableToProcessCartLineItem {
            let general = (unknown.happened, unknown.next);
            assert_explained(&said, general, number);
        }
        // The same as a refusal of the whole call.
        let whole = explain(&refusal(400, number));
        assert_eq!((whole.happened, whole.next), (said.happened, said.next));
    }
}

#[test]
fn a_code_nobody_knows_keeps_what_the_server_said() {
    for code in ["", "80007", "800073 800074", "99", "8000700"] {
        let error = refusal(400, code);
        let said = explain(&error);
        assert_eq!(said.happened, words::ERRORS_REFUSED, "{code}");
        assert!(said.foreign.is_some());
    }
}

#[test]
fn the_same_number_of_another_status_is_another_code() {
    assert_eq!(
        explain(&refusal(403, "2006")).happened,
        words::ERRORS_PARTNER_OFFER
    );
    assert_eq!(
        explain(&refusal(400, "2006")).happened,
        words::ERRORS_REFUSED
    );
}
