//! What cancelling is refused for (Microsoft, "Partner Center REST error codes", "Cancel software
//! purchases"), and reading what was bought.

use super::Group;
use crate::i18n::text as words;

pub(super) const GROUPS: [Group; 9] = [
    (
        "900117 900213",
        words::ERRORS_WINDOW,
        words::ERRORS_NEXT_REPORT,
    ),
    (
        "800061",
        words::ERRORS_NO_CANCELLING,
        words::ERRORS_NEXT_LOOK_OR_REPORT,
    ),
    (
        "800019 800027",
        words::ERRORS_ONLY_SOFTWARE,
        words::ERRORS_NEXT_DASHBOARD,
    ),
    (
        "800063 800077",
        words::ERRORS_BY_SUBSCRIPTION,
        words::ERRORS_NEXT_SUBSCRIPTION,
    ),
    (
        "800014",
        words::ERRORS_ADJUSTING,
        words::ERRORS_NEXT_LOOK_AGAIN,
    ),
    ("800071", words::ERRORS_NO_LINE, words::ERRORS_NEXT_RELOAD),
    (
        "800082",
        words::ERRORS_SUBSCRIPTION_BUSY,
        words::ERRORS_NEXT_LATER,
    ),
    (
        "900277 900278 900279 900280 900311",
        words::ERRORS_SUBSCRIPTION_BUSY,
        words::ERRORS_NEXT_TOMORROW,
    ),
    (
        "20000 20003 800021 800037",
        words::ERRORS_ORDER,
        words::ERRORS_NEXT_LATER,
    ),
];
