//! The dialog *Product key*.

use std::time::Duration;

use leptos::leptos_dom::helpers::set_interval_with_handle;
use web_sys::HtmlElement;

use super::away::on_leaving;
use super::desk::{Face, KeyDesk, SHOWN_FOR, now};
use crate::browser;
use crate::dom::{CollectFragment, Fragment, NodeRef, component, view};
use crate::features::failure::Failure;
use crate::features::software::rights::use_rights;
use crate::i18n::{lang, text};
use crate::model::product_key::MASK;
use crate::partner_center::ErrorKind;
use crate::reactive::*;
use crate::ui::{Button, Countdown, Dialog, Handler, Kind, Note, SelectText, Tone, icon};

/// The dialog of a page's key desk. `on_send` opens the message to the customer.
#[component]
pub(in crate::features::software) fn KeyDialog(
    desk: KeyDesk,
    #[prop(into)] on_send: Handler<()>,
) -> Fragment {
    let about = move || {
        let product = desk
            .about
            .get()
            .map(|about| about.product)
            .unwrap_or_default();
        format!("{} · {product}", desk.customer.full_name())
    };
    view! {
        <Dialog open=desk.open title=text::KEY_TITLE about wide=true>
            <Content desk on_send/>
        </Dialog>
    }
}

#[component]
fn Content(desk: KeyDesk, on_send: Handler<()>) -> Fragment {
    on_leaving(move || desk.hide());
    on_cleanup(move || {
        desk.hide();
        desk.just_copied.set(false);
    });
    let rights = use_rights();
    let denied = Signal::derive(move || rights.denied());
    let shown = move || matches!(desk.face.get(), Face::Shown { .. });
    // What is shown can always be hidden.
    let may_not_show = Signal::derive(move || denied.get().filter(|_| !shown()));
    let toggle = move |()| {
        if untrack(shown) {
            desk.hide()
        } else {
            desk.show()
        }
    };
    let label = move || {
        if shown() {
            text::KEY_HIDE.now()
        } else {
            text::KEY_SHOW.now()
        }
    };
    let send = move |()| {
        desk.open.set(false);
        on_send.call(());
    };
    view! {
        {move || match desk.face.get() {
            Face::Shown { until } => view! { <Shown desk until/> },
            Face::Masked => masked(),
            Face::PressAgain => view! {
                {masked()}
                <Note tone=Tone::Warning><p>{text::KEY_BY_HAND}</p></Note>
            },
            Face::ByHand => {
                let value = desk.with_key(|key| key.expose().to_owned()).unwrap_or_default();
                view! { <SelectText value/> }
            }
            Face::Failed(error) => {
                let what = match error.kind {
                    ErrorKind::Revoked => text::KEY_REVOKED,
                    _ => text::KEY_FAILED,
                };
                view! { <Failure what error on_retry=move |()| desk.show()/> }
            }
        }}
        <p class="quiet small">{text::KEY_SHARING}</p>
        <footer>
            <Button
                label=text::ACT_COPY
                kind=Kind::Primary
                icon=icon::COPY
                busy=desk.busy
                disabled_reason=denied
                on_press=move |()| desk.copy()
            />
            <Button label icon=icon::EYE busy=desk.busy disabled_reason=may_not_show on_press=toggle/>
            <Button label=text::KEY_SEND kind=Kind::Plain icon=icon::SEND on_press=send/>
            <span class="said" role="status">
                {move || desk.just_copied.get().then(|| text::ACT_COPIED.now())}
            </span>
        </footer>
    }
}

/// Dots that say nothing about the key.
fn masked() -> Fragment {
    let groups = MASK
        .split('-')
        .map(|group| view! { <span aria-hidden="true">{group}</span> });
    view! {
        <div class="key" role="group" aria-label=text::KEY_HIDDEN>{groups.collect_view()}</div>
    }
}

/// The key itself. Its text goes straight into the page, so that no other copy of it is made here.
#[component]
fn Shown(desk: KeyDesk, until: f64) -> Fragment {
    let place = NodeRef::<HtmlElement>::new();
    effect(move || {
        let (Some(place), Some(document)) = (place.get(), browser::document()) else {
            return;
        };
        place.set_text_content(None);
        desk.with_key(|key| {
            for group in key.groups() {
                // Neither a valid element name nor appending a new element is ever refused.
                if let Ok(span) = document.create_element("span") {
                    span.set_text_content(Some(group));
                    let _ = place.append_child(&span);
                }
            }
        });
    });
    on_leaving(move || {
        if let Some(place) = place.get_untracked() {
            place.set_text_content(None);
        }
    });
    let left = RwSignal::new(1.0);
    let ticking = set_interval_with_handle(
        move || {
            // A tab in the background runs timers late: the clock decides.
            let share = (until - now()) / SHOWN_FOR;
            match share > 0.0 {
                true => {
                    left.set(share);
                }
                false => desk.time_is_up(until),
            }
        },
        Duration::from_millis(500),
    );
    on_cleanup(move || {
        if let Ok(ticking) = ticking {
            ticking.clear();
        }
    });
    let seconds = Memo::new(move |_| (left.get() * SHOWN_FOR / 1_000.0).ceil() as u32);
    view! {
        <div class="stack shown-key">
            <div
                class="key secret"
                role="group"
                aria-label=text::KEY_THE_KEY
                translate="no"
                spellcheck="false"
                data-1p-ignore=""
                node_ref=place
            ></div>
            <Countdown left/>
            <p class="quiet small">{move || text::key_hides_in(lang(), seconds.get())}</p>
        </div>
    }
}
