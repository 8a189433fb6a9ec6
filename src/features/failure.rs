//! A call that failed, in words.

use std::rc::Rc;

use leptos::prelude::*;

use crate::i18n::Text;
use crate::partner_center::ApiError;
use crate::ui::{Failed, Handler};

/// What a failed call should have brought, why it did not, and *Try again* for that call only.
#[component]
pub fn Failure(
    what: Text,
    error: Rc<ApiError>,
    #[prop(into)] on_retry: Handler<()>,
) -> impl IntoView {
    view! {
        <Failed
            what
            nostrip:code=error.code.clone()
            nostrip:correlation=error.correlation_id.clone()
            on_retry
        />
    }
}
