//! Where the server has no requests: said plainly, with the place that has them.

use crate::dom::{Fragment, component, view};
use crate::i18n::text;
use crate::session::use_session;
use crate::ui::{Empty, ExternalLink};

/// Whether the configuration says that the server has them.
pub(super) fn are_offered() -> bool {
    use_session().config().api.capabilities.service_requests
}

#[component]
pub(super) fn NotOffered() -> Fragment {
    let support = use_session().config().links.support.href().to_owned();
    view! {
        <Empty words=text::REQUESTS_NOT_OFFERED>
            <ExternalLink href=support label=text::REQUESTS_SUPPORT/>
        </Empty>
    }
}
