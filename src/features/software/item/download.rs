//! One download: a real link with what is known of the file, and how to pass it on.

use std::rc::Rc;

use percent_encoding::percent_decode_str;

use crate::dom::{Fragment, component, view};
use crate::features::customers::CurrentCustomer;
use crate::features::failure::Failure;
use crate::features::software::send::{Offer, SendDesk};
use crate::i18n::{format, lang, text};
use crate::model::SoftwareItemId;
use crate::model::downloads::DownloadOption;
use crate::model::link::SafeUrl;
use crate::partner_center::{ApiError, ErrorKind};
use crate::query::{Loaded, use_query};
use crate::reactive::*;
use crate::session::{Session, use_session};
use crate::ui::copy::{self, Copied};
use crate::ui::{
    Button, ExternalLink, Fact, Facts, Foreign, Icon, Note, SelectText, Tone, copied_notice,
    foreign, icon,
};

#[component]
pub(super) fn Download(
    option: DownloadOption,
    item: SoftwareItemId,
    customer: CurrentCustomer,
    /// What is sent to the customer, without the download.
    offer: Offer,
    send: SendDesk,
    /// Whether it is the only one shown.
    alone: bool,
    /// Counts the links got.
    links: RwSignal<u32>,
) -> Fragment {
    let session = use_session();
    let key = {
        let (product, sku, option) = (item.product.clone(), item.sku.clone(), option.key.clone());
        move || {
            let id = customer.id();
            id.map_or(String::new(), |id| {
                format!("link/{id}/{product}/{sku}/{option}")
            })
        }
    };
    let of = option.key.clone();
    let link = use_query(key, move |api| {
        let (id, item, of) = (customer.id(), item.clone(), of.clone());
        async move {
            let id = id.ok_or_else(|| ApiError::of(ErrorKind::NotFound))?;
            let link = api
                .download_link(&id, &item.product, &item.sku, &of)
                .await?;
            let _ = links.update(|links| *links += 1);
            Ok(link.uri)
        }
    });
    let body = move || match link.get() {
        Loaded::Waiting => view! { <span class="skeleton"></span> },
        Loaded::Failed(error) => failed(error, move |()| link.again()),
        Loaded::Ready(uri) => match session.allowed_links().check(&uri) {
            Ok(safe) => {
                let offer = offer_of(&safe, &option, offer.clone());
                if alone {
                    send.stands_beside(offer.clone());
                }
                ready(safe, offer, send, session)
            }
            Err(_) => blocked(&uri),
        },
    };
    view! {
        <div class="result stack">
            <h4>{text::ITEM_DOWNLOAD_HEAD}</h4>
            {body}
        </div>
    }
}

fn failed(error: Rc<ApiError>, again: impl Fn(()) + 'static) -> Fragment {
    let what = match error.kind {
        ErrorKind::Revoked => text::ITEM_LINK_REVOKED,
        _ => text::ITEM_LINK_FAILED,
    };
    view! { <Failure what error on_retry=again/> }
}

fn blocked(uri: &str) -> Fragment {
    // Enough to recognize it by, and not a link.
    let start: String = uri.chars().take(80).collect();
    view! {
        <Note tone=Tone::Bad>
            <p>{text::ITEM_LINK_BLOCKED}</p>
            <p class="mono"><Foreign text=start/></p>
        </Note>
    }
}

/// What is sent to the customer, the download included.
fn offer_of(safe: &SafeUrl, option: &DownloadOption, bare: Offer) -> Offer {
    Offer {
        version: Some(foreign::visible(&option.title)),
        language: Some((option.language_code.clone(), option.language_name.clone())),
        bits: option.bit().0,
        file: Some(file_name(safe.href())),
        size: option.size,
        link: Some(safe.href().to_owned()),
        ..bare
    }
}

fn ready(safe: SafeUrl, offer: Offer, send: SendDesk, session: Session) -> Fragment {
    let config = session.config();
    let days = config.download_link_life_days;
    let guide = config.links.operations_guide.href().to_owned();
    let file = file_name(safe.href());
    let size = offer.size;
    let (href, host) = (safe.href().to_owned(), safe.host().to_owned());
    let save_as = file.clone();
    view! {
        <Facts>
            <Fact label=text::ITEM_FILE><Foreign text=file/></Fact>
            <Fact label=text::ITEM_SIZE>
                {move || match size {
                    Some(size) => format::bytes(lang(), size),
                    None => text::ITEM_SIZE_UNKNOWN.now().to_owned(),
                }}
            </Fact>
            <Fact label=text::ITEM_HOST><span class="mono">{host}</span></Fact>
            <Fact label=text::ITEM_LIFE>{move || text::item_life_days(lang(), days)}</Fact>
        </Facts>
        <Note tone=Tone::Warning>
            <p>{text::ITEM_RISK}</p>
            <ExternalLink href=guide label=text::ITEM_GUIDE/>
        </Note>
        <div class="row">
            <a
                class="button primary"
                href=href
                download=save_as
                rel="external noopener noreferrer"
                referrerpolicy="no-referrer"
            >
                <Icon of=icon::DOWNLOAD/>
                {text::ITEM_DOWNLOAD}
            </a>
            <CopyLink link=safe/>
            <Button label=text::ITEM_SEND icon=icon::SEND on_press=move |()| send.open(offer.clone())/>
        </div>
        <p class="quiet small">{text::ITEM_SHARE_RISK}</p>
        {session.is_sandbox().then(|| view! {
            <p class="quiet small">{text::ITEM_SANDBOX_FILE}</p>
        })}
    }
}

#[component]
fn CopyLink(link: SafeUrl) -> Fragment {
    let by_hand = RwSignal::new(None::<String>);
    let press = move |()| {
        let copying = copy::copy_text(link.href());
        let text = link.href().to_owned();
        spawn_local(async move {
            match copying.await {
                Copied::Done => {
                    by_hand.set(None);
                    copied_notice(text::ITEM_THE_LINK);
                }
                Copied::SelectThis => {
                    by_hand.set(Some(text));
                }
            }
        });
    };
    view! {
        <Button label=text::ITEM_COPY_LINK icon=icon::LINK on_press=press/>
        {move || by_hand.get().map(|value| view! { <SelectText value/> })}
    }
}

/// The last segment of an address's path, decoded, fit to be shown and to name a file.
fn file_name(href: &str) -> String {
    let path = href.split(['?', '#']).next().unwrap_or_default();
    let last = path
        .trim_end_matches('/')
        .rsplit('/')
        .next()
        .unwrap_or_default();
    let decoded = percent_decode_str(last).decode_utf8_lossy();
    foreign::visible(&decoded.replace(['/', '\\'], "_"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_by_the_end_of_its_path() {
        for (href, name) in [
            (
                "https://a.microsoft.com/x/SW_DVD5.ISO?t=1&e=2",
                "SW_DVD5.ISO",
            ),
            (
                "https://a.microsoft.com/x/Visio%202021%20(fr).img#top",
                "Visio 2021 (fr).img",
            ),
            (
                "http://127.0.0.1:8080/sandbox/files/sample.zip",
                "sample.zip",
            ),
            ("https://a.microsoft.com/..%2f..%5cx", ".._.._x"),
            (
                "https://a.microsoft.com/a%E2%80%AEgpj.exe",
                "a⟨U+202E⟩gpj.exe",
            ),
        ] {
            assert_eq!(file_name(href), name);
        }
    }
}
