//! `/extensions/attachments`: files for service requests, sent chunk by chunk so that a broken upload
//! goes on where it ended. Ours alone: the API never took files.

mod attachment;
mod new;

pub use attachment::Attachment;

use serde_json::Value;

use super::call::Call;
use super::failure::{Failure, fail, invalid};
use super::http::Response;

/// # Errors
/// Those of [`new::read`].
pub fn create(call: &mut Call) -> Result<Response, Failure> {
    const ATTACHMENT: u64 = 80;
    let made = new::read(call)?;
    let id = call.new_id(ATTACHMENT);
    let found = Attachment::find(call.documents, &id);
    let attachment = found.unwrap_or(Attachment { id, ..made });
    attachment.store(call.documents);
    Ok(Response::json(201, &attachment.body()))
}

pub fn one(call: &mut Call) -> Result<Response, Failure> {
    let attachment = asked_for(call)?;
    Ok(Response::json(200, &attachment.body()))
}

/// Takes a chunk, which may come again. All are of the same size but the last.
///
/// # Errors
/// 404 for a file or a chunk that there is not, 413 for a chunk larger than any, 400 for one that is
/// not of its size.
pub fn put_chunk(call: &mut Call) -> Result<Response, Failure> {
    let mut attachment = asked_for(call)?;
    let number = call.parameter(1).parse().ok();
    let wanted = number.and_then(|number| Some((number, attachment.size_of(number)?)));
    let (number, size) = wanted.ok_or_else(|| {
        let text = format!("The file has chunks 0 to {}.", attachment.count() - 1);
        fail(404, "AttachmentChunkUnknown", text)
    })?;
    let sent = call.request.body.len() as u64;
    if sent > attachment::CHUNK {
        let text = format!("A chunk has at most {} bytes.", attachment::CHUNK);
        return Err(fail(413, "AttachmentChunkTooLarge", text));
    }
    if sent != size {
        let text = format!("Chunk {number} has {size} bytes, not {sent}.");
        return Err(fail(400, "AttachmentChunkSize", text));
    }
    if !attachment.is_whole() {
        let key = attachment.key_of(number);
        call.documents.put_bytes(key, call.request.body.clone());
        attachment.chunks.insert(number);
        attachment.store(call.documents);
        if attachment.is_whole() {
            call.takes_effect(&format!("attachment:{}", attachment.id));
        }
    }
    Ok(Response::json(200, &attachment.body()))
}

/// The file as it was sent.
///
/// # Errors
/// 404 for a file that there is not, or not yet wholly.
pub fn content(call: &mut Call) -> Result<Response, Failure> {
    let attachment = asked_for(call)?;
    let chunks = (0..attachment.count()).map(|number| {
        let bytes = call.documents.bytes(&attachment.key_of(number));
        bytes.ok_or_else(|| fail(404, "AttachmentIncomplete", "The file is not complete."))
    });
    let chunks: Vec<&[u8]> = chunks.collect::<Result<_, _>>()?;
    let name = super::http::encode(&attachment.file_name);
    let disposition = format!("attachment; filename*=UTF-8''{name}");
    let response = Response::text(200, "application/octet-stream", chunks.concat());
    Ok(response
        .with("Content-Disposition", disposition)
        .with("Cache-Control", "no-store"))
}

/// # Errors
/// 404 for a file that there is not, 409 for one that belongs to a request.
pub fn delete(call: &mut Call) -> Result<Response, Failure> {
    let attachment = asked_for(call)?;
    if attachment.request.is_some() {
        let text = "The file belongs to a service request.";
        return Err(fail(409, "AttachmentInUse", text));
    }
    attachment.remove(call.documents);
    Ok(Response::empty(204))
}

/// Gives files to a service request; `ids` is an array, or nothing.
///
/// # Errors
/// 400 for a file that there is not, is not complete, or belongs to another request.
pub fn attach(call: &mut Call, ids: &Value, request: &str) -> Result<Vec<String>, Failure> {
    let ids = match ids {
        Value::Null => return Ok(Vec::new()),
        Value::Array(ids) => ids,
        _ => return Err(invalid("attachmentIds")),
    };
    let mut files: Vec<Attachment> = Vec::new();
    for id in ids {
        let id = id.as_str().ok_or_else(|| invalid("attachmentIds"))?;
        let file = Attachment::find(call.documents, id);
        let file = file.ok_or_else(|| fail(400, "AttachmentUnknown", unknown(id)))?;
        if !file.is_whole() {
            let text = format!("The file {id} is not complete.");
            return Err(fail(400, "AttachmentIncomplete", text));
        }
        let taken = file.request.as_ref().is_some_and(|of| of != request);
        if taken || files.iter().any(|known| known.id == file.id) {
            let text = format!("The file {id} belongs to a service request already.");
            return Err(fail(400, "AttachmentInUse", text));
        }
        files.push(file);
    }
    let mut attached = Vec::new();
    for mut file in files {
        file.request = Some(request.to_owned());
        file.store(call.documents);
        attached.push(file.id);
    }
    Ok(attached)
}

fn asked_for(call: &Call) -> Result<Attachment, Failure> {
    let id = call.parameter(0);
    let found = Attachment::find(call.documents, id);
    found.ok_or_else(|| fail(404, "AttachmentUnknown", unknown(id)))
}

fn unknown(id: &str) -> String {
    format!("There is no file {id}.")
}
