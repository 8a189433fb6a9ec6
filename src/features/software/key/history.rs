//! Who read the key of an item, or took a download link, and when: from the activity log.

use std::rc::Rc;

use crate::dom::{CollectFragment, Fragment, component, view};
use crate::features::customers::CurrentCustomer;
use crate::features::failure::Failure;
use crate::i18n::{format, lang, text};
use crate::model::SoftwareItemId;
use crate::partner_center::audit::Taken;
use crate::partner_center::{ApiError, ErrorKind};
use crate::query::{Loaded, use_query};
use crate::reactive::*;
use crate::session::use_session;
use crate::ui::{ExternalLink, Foreign};

/// The list below the keys. `grown` counts what this page itself added to the log.
#[component]
pub(in crate::features::software) fn History(
    customer: CurrentCustomer,
    item: SoftwareItemId,
    #[prop(into)] grown: Signal<u32>,
) -> Fragment {
    let session = use_session();
    let config = session.config();
    if !config.api.capabilities.audit_records {
        let href = config.links.dashboard.href().to_owned();
        return view! {
            <p class="quiet">{text::KEY_HISTORY_SERVER}</p>
            <ExternalLink href label=text::ITEM_OPEN_DASHBOARD/>
        };
    }
    let of = item.clone();
    let key = move || match customer.id() {
        Some(id) => format!(
            "audit/{id}/{}/{}/{}/{}/{}",
            of.order,
            of.line,
            of.product,
            of.sku,
            grown.get()
        ),
        None => String::new(),
    };
    let query = use_query(key, move |api| {
        let (id, item) = (customer.id(), item.clone());
        async move {
            let id = id.ok_or_else(|| ApiError::of(ErrorKind::NotFound))?;
            let records = api.audit_records(&id, None).await?.into_iter();
            let entries = records.filter_map(|record| record.taken(&item));
            Ok(entries.collect::<Vec<_>>())
        }
    });
    view! {
        {move || match query.get() {
            Loaded::Waiting => view! { <p class="quiet">{text::ITEM_READING}</p> },
            Loaded::Failed(error) => failed(error, move |()| query.again()),
            Loaded::Ready(entries) if entries.is_empty() => {
                view! { <p class="quiet">{text::KEY_HISTORY_NONE}</p> }
            }
            Loaded::Ready(entries) => {
                let lines = entries.iter().cloned().map(line).collect_view();
                view! { <ul class="history">{lines}</ul> }
            }
        }}
    }
}

fn failed(error: Rc<ApiError>, again: impl Fn(()) + 'static) -> Fragment {
    if error.kind == ErrorKind::Forbidden {
        return view! { <p class="quiet">{text::KEY_HISTORY_FORBIDDEN}</p> };
    }
    view! { <Failure what=text::KEY_HISTORY_FAILED error on_retry=again/> }
}

fn line(taken: Taken) -> Fragment {
    let what = if taken.is_key {
        text::KEY_READ_KEY
    } else {
        text::KEY_TOOK_LINK
    };
    let who = match taken.who.is_empty() {
        true => view! { {text::KEY_SOMEONE} },
        false => view! { <Foreign text=taken.who/> },
    };
    let at = taken.at;
    view! {
        <li>
            <span class="who">{who}</span>
            <span>{what}</span>
            <span class="quiet number">
                {move || at.map(|at| format::date_time(lang(), at))}
            </span>
        </li>
    }
}
