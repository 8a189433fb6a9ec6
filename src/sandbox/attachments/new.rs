//! What `POST /extensions/attachments` takes.

use super::attachment::Attachment;
use crate::sandbox::call::Call;
use crate::sandbox::failure::{Failure, fail, invalid};

/// In characters.
const LONGEST_NAME: usize = 255;

/// A file without an id yet.
///
/// # Errors
/// 400/800002 for a name or size that cannot be read, `AttachmentTypeRefused`, `AttachmentEmpty` and
/// `AttachmentTooLarge` for what the settings do not allow.
pub fn read(call: &Call) -> Result<Attachment, Failure> {
    let body = call.body()?;
    let name = body["fileName"].as_str().map_or("", str::trim);
    let is_path = name.contains(['/', '\\']) || name.chars().any(char::is_control);
    if name.is_empty() || name.chars().count() > LONGEST_NAME || is_path {
        return Err(invalid("fileName"));
    }
    let size = body["size"].as_u64().ok_or_else(|| invalid("size"))?;
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let mut types = call.settings.attachment_types.iter();
    if !types.any(|known| known.eq_ignore_ascii_case(extension)) {
        let types = call.settings.attachment_types.join(", ");
        let text = format!("Files of this type are not taken, only {types}.");
        return Err(fail(400, "AttachmentTypeRefused", text));
    }
    if size == 0 {
        return Err(fail(400, "AttachmentEmpty", "The file is empty."));
    }
    let largest = call.settings.attachment_bytes;
    if size > u64::from(largest) {
        let text = format!("The file has {size} bytes, and may have {largest}.");
        return Err(fail(400, "AttachmentTooLarge", text));
    }
    Ok(Attachment {
        file_name: name.to_owned(),
        size,
        content_type: body["contentType"].as_str().unwrap_or_default().to_owned(),
        ..Attachment::default()
    })
}
