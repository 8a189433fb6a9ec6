//! The bytes of a chosen file, read piece by piece: it is never in memory as a whole.

use std::ops::Range;

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::model::attachment::FileProblem;

/// Reads a part of a file.
///
/// # Errors
/// [`FileProblem::Unreadable`] where the browser cannot, or not all of it: the file was moved or
/// changed since it was chosen, or may not be read.
pub(super) async fn read(file: &File, range: Range<u64>) -> Result<Vec<u8>, FileProblem> {
    // Both are far below 2^53.
    let slice = file.slice_with_f64_and_f64(range.start as f64, range.end as f64);
    let slice = slice.map_err(|_| FileProblem::Unreadable)?;
    let buffer = JsFuture::from(slice.array_buffer()).await;
    let bytes = Uint8Array::new(&buffer.map_err(|_| FileProblem::Unreadable)?).to_vec();
    let whole = bytes.len() as u64 == range.end - range.start;
    whole.then_some(bytes).ok_or(FileProblem::Unreadable)
}
