//! The words for files and what becomes of them.

use crate::config::Attachments;
use crate::explain::explain;
use crate::features::failure::with_foreign;
use crate::i18n::{Lang, counted, format, text};
use crate::model::attachment::{FileProblem, FileState, Queue, QueuedFile};
use crate::partner_center::ApiError;
use crate::ui::foreign;

/// What may be added: `Up to 5 files of 10 MB each: pdf, png and zip.`
pub(super) fn limits(lang: Lang, limits: &Attachments) -> String {
    let types = format::list(lang, &limits.types);
    let each = format::bytes(lang, limits.max_bytes_each);
    text::files_limits(lang, limits.max_files, &each, &types)
}

/// Why a file is not taken.
pub(super) fn problem(
    lang: Lang,
    problem: &FileProblem,
    size: u64,
    limits: &Attachments,
) -> String {
    let types = || format::list(lang, &limits.types);
    match problem {
        FileProblem::WrongType(kind) if kind.is_empty() => text::files_no_type(lang, &types()),
        FileProblem::WrongType(kind) => {
            text::files_wrong_type(lang, &foreign::visible(kind), &types())
        }
        FileProblem::TooLarge(most) => {
            let (size, most) = sizes(lang, size, *most);
            text::files_too_large(lang, &size, &most)
        }
        FileProblem::Empty => text::FILES_EMPTY.get(lang).to_owned(),
        FileProblem::TooMany(most) => text::files_too_many(lang, *most),
        FileProblem::Twice => text::FILES_TWICE.get(lang).to_owned(),
        FileProblem::Unreadable => text::FILES_UNREADABLE.get(lang).to_owned(),
        FileProblem::OtherContents(kind) => text::files_other_contents(lang, kind),
    }
}

/// Two sizes that are told apart: in bytes where rounding makes them the same.
fn sizes(lang: Lang, one: u64, other: u64) -> (String, String) {
    let rounded = [one, other].map(|size| format::bytes(lang, size));
    let [first, second] = match rounded[0] == rounded[1] {
        true => [one, other].map(|size| text::files_bytes(lang, counted(size as usize))),
        false => rounded,
    };
    (first, second)
}

/// Why a file broke off, and what can be done.
pub(super) fn broken_off(lang: Lang, error: Option<&ApiError>) -> String {
    let failed = text::FILES_FAILED.get(lang).to_owned();
    let Some(error) = error else { return failed };
    let explanation = explain(error);
    let said = explanation.foreign.map(|said| foreign::visible(&said));
    let happened = [&failed, explanation.happened.get(lang)].join(" ");
    let happened = with_foreign(happened, said.as_deref());
    [&happened, explanation.next.get(lang)].join(" ")
}

/// How much of a file is acknowledged: `512 kB of 2 MB`.
pub(super) fn progress(lang: Lang, one: &QueuedFile) -> String {
    let (received, size) = (one.file.received, one.file.size);
    let [received, size] = [received, size].map(|size| format::bytes(lang, size));
    text::files_received(lang, &received, &size)
}

/// All files in one line; it changes with what becomes of a file, not with each chunk.
pub(super) fn status(lang: Lang, queue: &Queue) -> String {
    let count = |fits: &dyn Fn(&QueuedFile) -> bool| {
        counted(queue.files().iter().filter(|one| fits(one)).count())
    };
    let all = count(&|one| !one.is_refused());
    let sent = count(&|one| one.state == FileState::Sent);
    let failed = count(&|one| one.state == FileState::Failed);
    let missing = count(&|one| one.state == FileState::BytesMissing);
    let refused = count(&|one| one.is_refused());
    let sent = match all {
        0 => None,
        all => Some(text::files_sent_of(
            lang,
            sent,
            &format::number(lang, all.into()),
        )),
    };
    let parts = [
        sent,
        (failed > 0).then(|| text::files_count_failed(lang, failed)),
        (missing > 0).then(|| text::files_count_missing(lang, missing)),
        (refused > 0).then(|| text::files_count_refused(lang, refused)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
