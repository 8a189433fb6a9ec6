//! *Keys and downloads*: the pickers, the button, and what it shows.

use super::pickers::{Pickers, use_choosing};
use super::results::Results;
use super::why::{Why, WhyRole, WhyServer};
use crate::dom::{Fragment, component, view};
use crate::features::customers::CurrentCustomer;
use crate::features::failure::Failure;
use crate::features::software::key::{History, KeyDialog, use_key_desk};
use crate::features::software::remembered::remember;
use crate::features::software::rights::use_rights;
use crate::features::software::send::{SendDialog, use_send_desk};
use crate::i18n::text;
use crate::model::downloads::Choice;
use crate::model::software::SoftwareItem;
use crate::query::Loaded;
use crate::reactive::*;
use crate::ui::{Button, Kind, icon};

#[component]
pub(super) fn KeysAndDownloads(item: SoftwareItem, customer: CurrentCustomer) -> Fragment {
    let body = if !use_rights().offered() {
        view! { <WhyServer/> }
    } else {
        match item.nothing_delivered() {
            Some(why) => view! {
                <Why why/>
                <Log item customer grown=Signal::from(0)/>
            },
            None => view! { <Offered item customer/> },
        }
    };
    view! {
        <section class="section stack keys">
            <h3>{text::ITEM_SECTION}</h3>
            {body}
        </section>
    }
}

/// Both are to be had, if the role allows it.
#[component]
fn Offered(item: SoftwareItem, customer: CurrentCustomer) -> Fragment {
    let rights = use_rights();
    let desk = use_key_desk(customer);
    let send = use_send_desk(customer);
    let choosing = use_choosing(customer, &item);
    let links = RwSignal::new(0_u32);
    let grown = Signal::derive(move || desk.got.get() + send.got.get() + links.get());
    // What was viewed; another choice has to be viewed anew.
    let viewed = RwSignal::new(None::<Choice>);
    let held = Memo::new(move |_| choosing.pickers.get().map(|pickers| pickers.held));
    let shown = Memo::new(move |_| {
        viewed
            .get()
            .filter(|viewed| held.get().as_ref() == Some(viewed))
    });
    let (product, sku) = (item.id.product.clone(), item.id.sku.clone());
    let press = move |()| {
        let Some(held) = held.get_untracked() else {
            return;
        };
        if !held.is_empty() {
            remember(&product, &sku, &held);
        }
        viewed.set(Some(held));
    };
    let log = item.clone();
    view! {
        {move || rights.denied().map(|_| view! { <WhyRole/> })}
        {move || match choosing.options.get() {
            // Nothing is asked for that the role does not allow.
            Loaded::Waiting if rights.denied().is_some() => Fragment::empty(),
            Loaded::Failed(error) => view! {
                <Failure
                    what=text::ITEM_OPTIONS_FAILED
                    error
                    on_retry=move |()| choosing.options.again()
                />
            },
            Loaded::Waiting | Loaded::Ready(_) => view! { <Pickers choosing/> },
        }}
        {move || shown.get().is_none().then(|| {
            let press = press.clone();
            view! {
                <Button
                    label=text::ITEM_VIEW
                    kind=Kind::Primary
                    icon=icon::KEY
                    disabled_reason=Signal::derive(move || rights.denied())
                    busy=Signal::derive(move || choosing.is_waiting() && rights.denied().is_none())
                    on_press=press
                />
            }
        })}
        {move || shown.get().map(|_| view! {
            <Results item=item.clone() customer choosing desk send links/>
        })}
        <Log item=log customer grown/>
        <KeyDialog desk on_send=move |()| send.open_for_key(desk.about())/>
        <SendDialog desk=send/>
    }
}

/// Who read the key or took a link.
#[component]
fn Log(item: SoftwareItem, customer: CurrentCustomer, grown: Signal<u32>) -> Fragment {
    view! {
        <div class="log stack">
            <h3>{text::KEY_HISTORY}</h3>
            <History customer item=item.id grown/>
        </div>
    }
}
