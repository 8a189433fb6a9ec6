//! How the customer's own Global admin gets the same (Microsoft 365 admin center, "Software
//! downloads and keys").

use crate::dom::{Fragment, component, view};
use crate::i18n::text;
use crate::session::use_session;
use crate::ui::ExternalLink;

#[component]
pub(super) fn CustomerWay() -> Fragment {
    let href = use_session()
        .config()
        .links
        .customer_admin_center
        .href()
        .to_owned();
    view! {
        <details class="section customer-way">
            <summary>{text::ITEM_CUSTOMER_WAY}</summary>
            <div class="stack">
                <p>{text::ITEM_CUSTOMER_WAY_WHO}</p>
                <ol>
                    <li>{text::ITEM_CUSTOMER_WAY_1}</li>
                    <li>{text::ITEM_CUSTOMER_WAY_2}</li>
                    <li>{text::ITEM_CUSTOMER_WAY_3}</li>
                    <li>{text::ITEM_CUSTOMER_WAY_4}</li>
                </ol>
                <ExternalLink href label=text::ITEM_CUSTOMER_WAY_OPEN/>
            </div>
        </details>
    }
}
