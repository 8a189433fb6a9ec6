//! A file as it is stored: what is known of it, apart from its bytes.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::partner_center::json::{decode, encode};
use crate::sandbox::documents::Documents;

/// Bytes in every chunk but the last.
pub const CHUNK: u64 = 512 * 1024;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Attachment {
    pub id: String,
    pub file_name: String,
    /// In bytes
    pub size: u64,
    pub content_type: String,
    /// The numbers of the chunks that have come, counted from 0.
    pub chunks: BTreeSet<u64>,
    /// The service request that it belongs to.
    pub request: Option<String>,
}

impl Attachment {
    pub fn find(documents: &Documents, id: &str) -> Option<Attachment> {
        let stored = documents.get(&key(id))?;
        decode(stored.clone()).ok()
    }

    pub fn store(&self, documents: &mut Documents) {
        documents.put(key(&self.id), encode(self).unwrap_or_default());
    }

    pub fn remove(&self, documents: &mut Documents) {
        for number in &self.chunks {
            documents.remove_bytes(&self.key_of(*number));
        }
        documents.remove(&key(&self.id));
    }

    /// How many chunks the whole file has.
    pub fn count(&self) -> u64 {
        self.size.div_ceil(CHUNK)
    }

    /// How many bytes a chunk has; `None` for one that the file does not have.
    pub fn size_of(&self, number: u64) -> Option<u64> {
        let before = number.checked_mul(CHUNK)?;
        let left = self.size.checked_sub(before).filter(|left| *left > 0)?;
        Some(left.min(CHUNK))
    }

    pub fn is_whole(&self) -> bool {
        self.chunks.len() as u64 == self.count()
    }

    /// The key of a chunk's bytes.
    pub fn key_of(&self, number: u64) -> String {
        format!("{}/{number:06}", self.id)
    }

    pub fn body(&self) -> Value {
        let received = self.chunks.iter();
        let received: u64 = received.filter_map(|number| self.size_of(*number)).sum();
        json!({
            "id": self.id,
            "fileName": self.file_name,
            "size": self.size,
            "contentType": self.content_type,
            "chunkSize": CHUNK,
            "received": received,
            "chunks": self.chunks,
        })
    }

    /// As a service request lists it (Microsoft, "FileInfo").
    pub fn file_info(&self) -> Value {
        let (name, extension) = self
            .file_name
            .rsplit_once('.')
            .unwrap_or((&self.file_name, ""));
        json!({
            "comment": "",
            "fileExtension": extension,
            "fileNameWithoutExtension": name,
            "fileSize": self.size,
            "id": self.id,
            "location": format!("/extensions/attachments/{}/content", self.id),
        })
    }
}

fn key(id: &str) -> String {
    format!("attachment/{id}")
}
