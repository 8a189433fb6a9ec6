//! A text as a file of this page (W3C, "File API", *Blob URLs*).

use js_sys::Array;
use web_sys::{Blob, BlobPropertyBag, Url};

/// The address of such a file, which is given up when this is dropped.
pub struct ObjectUrl(String);

impl ObjectUrl {
    /// Makes a file of a text; `None` where the browser refuses.
    #[must_use]
    pub fn of(text: &str, kind: &str) -> Option<Self> {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let parts = Array::of1(&text.into());
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
        Url::create_object_url_with_blob(&blob).ok().map(Self)
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Drop for ObjectUrl {
    fn drop(&mut self) {
        // Nothing is left of an address that is unknown.
        let _ = Url::revoke_object_url(&self.0);
    }
}
