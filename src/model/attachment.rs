//! Files added to a report: which are taken, and in which pieces they are sent.
//!
//! Partner Center has no call for them; they go to an extension of ours, `/extensions/attachments`.

use std::ops::Range;

use super::AttachmentId;

mod check;
mod queue;
#[cfg(test)]
mod tests;

pub use check::{FileProblem, Limits, Offered, check, clean_name, contents, extension};
pub use queue::{AT_ONCE, Chosen, FileState, Queue, QueuedFile};

/// Bytes of a chunk, unless the server asks for another size.
pub const CHUNK: u32 = 512 * 1_024;

/// What the server has of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uploaded {
    pub id: AttachmentId,
    /// Bytes received so far.
    pub received: u64,
    /// Bytes of every chunk but the last, where the server says it.
    pub chunk_size: Option<u32>,
    /// The numbers of the chunks received, where the server says them.
    pub chunks: Vec<u32>,
}

impl Uploaded {
    /// A file of so many bytes, cut as the server wants it.
    pub fn cut(&self, size: u64) -> Chunks {
        Chunks::of(size, self.chunk_size.unwrap_or(CHUNK))
    }

    /// The chunk to be sent next; `None` once the server has the whole file. Where it does not say
    /// which chunks it has, what it received is the beginning.
    pub fn next_chunk(&self, size: u64) -> Option<u32> {
        let chunks = self.cut(size);
        if !self.chunks.is_empty() {
            return chunks.missing(&self.chunks).first().copied();
        }
        (self.received < size).then(|| chunks.holding(self.received))
    }

    /// Bytes of the file that the server has.
    pub fn acknowledged(&self, size: u64) -> u64 {
        match self.chunks.is_empty() {
            true => self.received.min(size),
            false => self.cut(size).received(&self.chunks),
        }
    }
}

/// A file cut into chunks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chunks {
    size: u64,
    chunk: u64,
}

impl Chunks {
    /// Of a file's size in bytes, in chunks of so many bytes (0 counts as [`CHUNK`]).
    pub fn of(size: u64, chunk: u32) -> Self {
        let chunk = if chunk == 0 { CHUNK } else { chunk };
        Chunks {
            size,
            chunk: u64::from(chunk),
        }
    }

    /// How many there are; an empty file has none.
    pub fn count(self) -> u32 {
        u32::try_from(self.size.div_ceil(self.chunk)).unwrap_or(u32::MAX)
    }

    /// The bytes of a chunk; `None` behind the last one.
    pub fn range(self, number: u32) -> Option<Range<u64>> {
        let start = u64::from(number) * self.chunk;
        (start < self.size).then(|| start..self.size.min(start + self.chunk))
    }

    /// The number of the chunk that has the byte at this place.
    fn holding(self, place: u64) -> u32 {
        u32::try_from(place / self.chunk).unwrap_or(u32::MAX)
    }

    /// The chunks that the server does not have, in order.
    pub fn missing(self, received: &[u32]) -> Vec<u32> {
        (0..self.count())
            .filter(|number| !received.contains(number))
            .collect()
    }

    /// Bytes of the chunks that were acknowledged.
    pub fn received(self, chunks: &[u32]) -> u64 {
        let known = (0..self.count()).filter(|number| chunks.contains(number));
        known
            .filter_map(|number| self.range(number))
            .map(|range| range.end - range.start)
            .sum()
    }

    /// How much is acknowledged, in thousandths: all of them only when everything is.
    pub fn progress(self, received: u64) -> u16 {
        match self.size {
            0 => 1_000,
            size => (u128::from(received.min(size)) * 1_000 / u128::from(size)) as u16,
        }
    }
}
