//! The files of a request.

use super::words;
use crate::dom::{CollectFragment, Fragment, component, view};
use crate::i18n::{format, lang, text};
use crate::model::link::SafeUrl;
use crate::model::service_request::FileLink;
use crate::session::{Session, use_session};
use crate::ui::{ExternalLink, Foreign};

/// Names and sizes; a link only where it leads to a place that links from data may lead to.
#[component]
pub(super) fn Files(files: Vec<FileLink>) -> Fragment {
    if files.is_empty() {
        return Fragment::empty();
    }
    let session = use_session();
    let file = |file: FileLink| {
        let size = file.size.and_then(|size| u64::try_from(size).ok());
        let name = match address(session, &file) {
            Some(address) => {
                let href = address.href().to_owned();
                view! { <ExternalLink href label=move || words::file(lang(), &file)/> }
            }
            None => view! { <Foreign text=file.whole_name()/> },
        };
        view! {
            <li>
                <span>{name}</span>
                {size.map(|size| view! {
                    <span class="quiet number">{move || format::bytes(lang(), size)}</span>
                })}
            </li>
        }
    };
    view! {
        <section class="section" aria-labelledby="files">
            <h2 id="files">{text::REQUESTS_FILES}</h2>
            <ul class="request-files" role="list">{files.into_iter().map(file).collect_view()}</ul>
        </section>
    }
}

/// A path is one of the API's, which a link cannot call as the page does.
fn address(session: Session, file: &FileLink) -> Option<SafeUrl> {
    let location = file.location.as_deref()?;
    let whole = location.starts_with("https://");
    session
        .allowed_links()
        .check(location)
        .ok()
        .filter(|_| whole)
}
