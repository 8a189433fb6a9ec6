//! What files of a report are refused for, by our own extension of the API.

use super::Group;
use crate::i18n::text as words;

pub(super) const GROUPS: [Group; 6] = [
    (
        "AttachmentTypeRefused",
        words::ERRORS_FILE_TYPE,
        words::ERRORS_NEXT_OTHER_FILE,
    ),
    (
        "AttachmentEmpty",
        words::ERRORS_FILE_EMPTY,
        words::ERRORS_NEXT_OTHER_FILE,
    ),
    (
        "AttachmentTooLarge",
        words::ERRORS_FILE_LARGE,
        words::ERRORS_NEXT_OTHER_FILE,
    ),
    (
        "AttachmentChunkUnknown AttachmentChunkTooLarge AttachmentChunkSize",
        words::ERRORS_FILE_CHANGED,
        words::ERRORS_NEXT_FILE_AGAIN,
    ),
    (
        "AttachmentUnknown AttachmentIncomplete",
        words::ERRORS_FILE_GONE,
        words::ERRORS_NEXT_FILE_AGAIN,
    ),
    (
        "AttachmentInUse",
        words::ERRORS_FILE_USED,
        words::ERRORS_NEXT_FILE_AGAIN,
    ),
];
