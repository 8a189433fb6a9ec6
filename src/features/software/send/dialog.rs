//! The dialog *Send to customer*.

use leptos::ev::FocusEvent;
use leptos::web_sys::HtmlTextAreaElement;

use super::desk::{Said, SendDesk};
use crate::dom::{Fragment, component, view};
use crate::features::failure::Failure;
use crate::features::message_language::MessageLanguagePicker;
use crate::i18n::text;
use crate::reactive::*;
use crate::ui::{Button, CheckBox, Dialog, Kind, Note, Tone, icon};

#[component]
pub(in crate::features::software) fn SendDialog(desk: SendDesk) -> Fragment {
    let about = move || {
        let product = desk.offer.with(|offer| offer.product.clone());
        format!("{} · {product}", desk.customer.full_name())
    };
    view! {
        <Dialog open=desk.open title=text::MESSAGE_TITLE about wide=true>
            <Content desk/>
        </Dialog>
    }
}

#[component]
fn Content(desk: SendDesk) -> Fragment {
    // What was said was of the message in the other language.
    effect(move || {
        desk.language.get();
        desk.said.set(None);
    });
    let has_key = desk.offer.with_untracked(|offer| offer.key.is_some());
    let check = move |checked| {
        desk.with_key.set(checked);
        desk.said.set(None);
    };
    view! {
        <MessageLanguagePicker language=desk.language/>
        {has_key.then(|| view! {
            <div class="check">
                <CheckBox label=text::MESSAGE_WITH_KEY checked=desk.with_key on_change=check/>
                <p class="quiet small">{move || match desk.with_key.get() {
                    true => text::MESSAGE_MASKED_HINT.now(),
                    false => text::MESSAGE_WITH_KEY_HINT.now(),
                }}</p>
            </div>
        })}
        <div
            class="letter"
            role="group"
            tabindex="0"
            aria-label=text::MESSAGE_PREVIEW
            lang=move || desk.language.get().code()
        >
            {move || desk.preview()}
        </div>
        {move || desk.said.get().map(|said| outcome(desk, said))}
        <footer>
            <Button
                label=text::MESSAGE_COPY
                kind=Kind::Primary
                icon=icon::COPY
                busy=desk.busy
                on_press=move |()| desk.copy()
            />
            <Button
                label=text::MESSAGE_MAIL
                icon=icon::SEND
                busy=desk.busy
                on_press=move |()| desk.mail()
            />
            <span class="said" role="status">
                {move || (desk.said.get() == Some(Said::Copied)).then(|| text::ACT_COPIED.now())}
            </span>
        </footer>
    }
}

fn outcome(desk: SendDesk, said: Said) -> Fragment {
    match said {
        Said::Copied => Fragment::empty(),
        Said::TooLong => {
            view! { <Note tone=Tone::Warning><p>{text::MESSAGE_TOO_LONG}</p></Note> }
        }
        Said::ByHand(message) => by_hand(message),
        Said::Failed(error) => {
            let error = std::rc::Rc::new(*error);
            view! {
                <Failure what=text::MESSAGE_KEY_FAILED error on_retry=move |()| desk.copy()/>
            }
        }
    }
}

/// The message in a field, to be selected and copied by hand.
fn by_hand(message: String) -> Fragment {
    let select = |event: FocusEvent| event_target::<HtmlTextAreaElement>(&event).select();
    view! {
        <Note tone=Tone::Warning>
            <p>{move || text::copy_press(crate::i18n::lang(), crate::ui::copy::keys())}</p>
            <textarea
                class="input letter-field secret"
                readonly
                rows="6"
                autocomplete="off"
                spellcheck="false"
                aria-label=text::COPY_SELECTED
                prop:value=message
                on:focus=select
            ></textarea>
        </Note>
    }
}
