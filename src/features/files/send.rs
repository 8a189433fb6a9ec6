//! Sending one file: announced once, then chunk after chunk, by what the server says that it lacks.

use futures::future::{AbortHandle, Abortable};
use web_sys::File;

use super::bytes;
use super::uploads::Uploads;
use crate::model::attachment::{FileProblem, Uploaded, contents, extension};
use crate::model::draft::DraftFile;
use crate::model::operation::{OperationKind, OperationState};
use crate::partner_center::{ApiError, ErrorKind};

/// Bytes looked at to tell whether a file is what its name says.
const LOOKED_AT: u64 = 4_096;

/// Milliseconds until it is asked again whether an announcement of the same file is over.
const AT_IT: u32 = 200;

/// How it ended.
pub(super) enum Ended {
    Sent,
    /// It is wanted no more.
    Removed,
    /// It shows only now that it cannot be taken.
    Refused(FileProblem),
    Failed(ApiError),
}

impl From<FileProblem> for Ended {
    fn from(problem: FileProblem) -> Self {
        Ended::Refused(problem)
    }
}

impl From<ApiError> for Ended {
    fn from(error: ApiError) -> Self {
        Ended::Failed(error)
    }
}

/// Sends what the server does not have of a file.
pub(super) async fn send(uploads: Uploads, number: u32) -> Ended {
    match try_to(uploads, number).await {
        Ok(()) => Ended::Sent,
        Err(ended) => ended,
    }
}

async fn try_to(uploads: Uploads, number: u32) -> Result<(), Ended> {
    let (file, bytes) = uploads.sending(number).ok_or(Ended::Removed)?;
    let start = bytes::read(&bytes, 0..file.size.min(LOOKED_AT)).await?;
    if let Some(problem) = contents(&extension(&file.name), &start) {
        return Err(problem.into());
    }
    uploads.sending(number).ok_or(Ended::Removed)?;
    let begun = begin(uploads, number, &file).await?;
    if !uploads.acknowledge(number, &begun) {
        // Removed or left while it was announced, which is never broken off.
        uploads.take_back(begun.id);
        return Err(Ended::Removed);
    }
    let (handle, registration) = AbortHandle::new_pair();
    if !uploads.can_be_stopped(number, handle) {
        return Err(Ended::Removed);
    }
    let sending = chunks(uploads, number, &file, &bytes, begun);
    let stopped = Abortable::new(sending, registration).await;
    stopped.unwrap_or(Err(Ended::Removed))
}

/// What the server has of it; announced where it knows nothing of it.
async fn begin(uploads: Uploads, number: u32, file: &DraftFile) -> Result<Uploaded, Ended> {
    if let Some(id) = &file.attachment {
        match uploads.api().attachment(id).await {
            Err(error) if error.kind == ErrorKind::NotFound => uploads.lose(number),
            known => return Ok(known?),
        }
    }
    Ok(announce(uploads, file).await?)
}

/// Announces it. Where the answer was lost the same request is sent again, so that it is announced
/// once; an announcement that is over was of a file that was removed since, or is in another report.
async fn announce(uploads: Uploads, file: &DraftFile) -> Result<Uploaded, ApiError> {
    let DraftFile { name, size, .. } = file;
    let target = uploads.target(file);
    let begun = loop {
        let begun = uploads
            .operations
            .begin(OperationKind::Attachment, target.clone());
        match begun {
            Some(begun) => break begun,
            // Removed and chosen again, at once.
            None => uploads.api().wait(AT_IT).await,
        }
    };
    let mut running = begun.open(&target).await;
    if running.state() == OperationState::Done {
        running.begin_anew(&target);
    }
    let answer = running
        .attempt(|api, id| api.create_attachment(id, name, *size, &file.content_type))
        .await;
    answer.map_err(|(_, error)| error)
}

async fn chunks(
    uploads: Uploads,
    number: u32,
    file: &DraftFile,
    bytes: &File,
    begun: Uploaded,
) -> Result<(), Ended> {
    let (api, id) = (uploads.api(), begun.id.clone());
    let mut has = begun;
    let mut last = None;
    while let Some(chunk) = has.next_chunk(file.size) {
        let range = has.cut(file.size).range(chunk);
        let range = range.filter(|_| last != Some(chunk));
        // A server that has taken a chunk and does not count it would be sent it for ever.
        let range = range.ok_or_else(|| ApiError::of(ErrorKind::Unreadable))?;
        let piece = bytes::read(bytes, range).await?;
        has = api
            .send_chunk(&api.new_request(), &id, chunk, piece)
            .await?;
        has.id.clone_from(&id);
        if !uploads.acknowledge(number, &has) {
            return Err(Ended::Removed);
        }
        last = Some(chunk);
    }
    Ok(())
}
