//! Files for a report: `/extensions/attachments`, which is ours and no part of Microsoft's API.
//!
//! A file is announced, sent in chunks that may be sent again, and then named in a request. What was
//! received stays, so that a broken upload goes on from there.

use serde_json::Value;

use super::client::{Asked, PartnerCenter, Write};
use super::json::{Fields, Read, Unfit, Writer};
use super::path::path;
use super::transport::{Body, Method};
use crate::model::attachment::Uploaded;
use crate::model::{AttachmentId, RequestId};

impl Read for Uploaded {
    fn read(from: Value) -> Result<Self, Unfit> {
        let mut from = Fields::of(from)?;
        let read = Uploaded {
            id: from.own_id("id")?,
            received: from.number("received").map_or(0, i64::unsigned_abs),
            chunk_size: from
                .number("chunkSize")
                .and_then(|size| u32::try_from(size).ok())
                .filter(|size| *size > 0),
            chunks: from
                .list::<ChunkNumber>("chunks")
                .into_iter()
                .map(|one| one.0)
                .collect(),
        };
        from.or_unfit(read)
    }
}

struct ChunkNumber(u32);

impl Read for ChunkNumber {
    fn read(from: Value) -> Result<Self, Unfit> {
        let number = from.as_u64().and_then(|number| u32::try_from(number).ok());
        number.map(ChunkNumber).ok_or(Unfit("chunks"))
    }
}

/// What an answer to a deletion says: nothing that matters.
pub struct Deleted;

impl Read for Deleted {
    fn read(_: Value) -> Result<Self, Unfit> {
        Ok(Deleted)
    }
}

impl PartnerCenter {
    /// Announces a file of so many bytes. Its chunks are those of the answer's `chunk_size`.
    pub fn create_attachment(
        &self,
        request: &RequestId,
        name: &str,
        size: u64,
        content_type: &str,
    ) -> Asked<Uploaded> {
        let body = Writer::new()
            .text("fileName", name)
            .raw("size", &size.to_string())
            .text("contentType", content_type)
            .end();
        self.carry_out(Write {
            request,
            customer: None,
            method: Method::Post,
            path: Ok("/extensions/attachments".to_owned()),
            body: Some(Body::Json(body)),
            etag: None,
        })
    }

    /// Sends a chunk, counted from 0. To send it again does no harm.
    pub fn send_chunk(
        &self,
        request: &RequestId,
        attachment: &AttachmentId,
        number: u32,
        bytes: Vec<u8>,
    ) -> Asked<Uploaded> {
        let parameters = [attachment.as_str(), &number.to_string()];
        self.carry_out(Write {
            request,
            customer: None,
            method: Method::Put,
            path: path("/extensions/attachments/{}/chunks/{}", &parameters),
            body: Some(Body::Bytes(bytes)),
            etag: None,
        })
    }

    /// What the server has of a file.
    pub fn attachment(&self, attachment: &AttachmentId) -> Asked<Uploaded> {
        self.read(path("/extensions/attachments/{}", &[attachment.as_str()]))
    }

    /// Takes a file back.
    pub fn delete_attachment(
        &self,
        request: &RequestId,
        attachment: &AttachmentId,
    ) -> Asked<Deleted> {
        self.carry_out(Write {
            request,
            customer: None,
            method: Method::Delete,
            path: path("/extensions/attachments/{}", &[attachment.as_str()]),
            body: None,
            etag: None,
        })
    }
}
