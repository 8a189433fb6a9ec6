//! What *View keys and downloads* shows.

use super::download::Download;
use super::pickers::Choosing;
use super::why::Why;
use crate::dom::{CollectFragment, Fragment, component, view};
use crate::features::customers::CurrentCustomer;
use crate::features::software::key::{KeyDesk, KeyOf};
use crate::features::software::send::{Offer, SendDesk};
use crate::features::software::words;
use crate::i18n::{counted, lang, text};
use crate::model::software::{KeyArtifact, Keys, SoftwareItem};
use crate::reactive::*;
use crate::ui::{Button, Kind, icon};

#[component]
pub(super) fn Results(
    item: SoftwareItem,
    customer: CurrentCustomer,
    choosing: Choosing,
    desk: KeyDesk,
    send: SendDesk,
    links: RwSignal<u32>,
) -> Fragment {
    let name = words::name(&item);
    let key_of = |key: &KeyArtifact| KeyOf {
        product: name.clone(),
        uri: key.uri.clone(),
    };
    let (keys, only) = match item.keys() {
        Keys::One(key) => {
            let key = key_of(key);
            let of = key.clone();
            let get = view! {
                <Button
                    label=text::ITEM_GET_KEY
                    kind=Kind::Primary
                    icon=icon::KEY
                    on_press=move |()| desk.open(of.clone())
                />
            };
            (get, Some(key))
        }
        Keys::Several(keys) => {
            let count = counted(keys.len());
            let buttons = keys.iter().enumerate().map(|(place, key)| {
                let (key, number) = (key_of(key), (place + 1).to_string());
                let label = move || text::item_get_key_number(lang(), &number);
                view! { <Button label icon=icon::KEY on_press=move |()| desk.open(key.clone())/> }
            });
            let all = view! {
                <p>{move || text::item_key_several(lang(), count)}</p>
                <div class="row">{buttons.collect_view()}</div>
            };
            (all, None)
        }
        Keys::None(why) => (view! { <Why why/> }, None),
    };
    let has_key = !matches!(item.keys(), Keys::None(_));
    let offer = Offer {
        product: name.clone(),
        key: only,
        ..Offer::default()
    };
    let bare = offer.clone();
    let title = move || match choosing.words() {
        words if words.is_empty() => text::ITEM_RESULTS_BARE.now().to_owned(),
        words => text::item_results(lang(), &words),
    };
    let id = item.id.clone();
    let downloads = move || {
        let chosen = choosing.chosen();
        if chosen.is_empty() {
            let bare = bare.clone();
            let press = move |()| send.open(bare.clone());
            return view! {
                <Button label=text::ITEM_SEND icon=icon::SEND on_press=press/>
            };
        }
        let alone = chosen.len() == 1;
        let one = |option| {
            view! {
                <Download option item=id.clone() customer offer=offer.clone() send alone links/>
            }
        };
        chosen.into_iter().map(one).collect_view()
    };
    view! {
        <div class="results" role="region" aria-label=title>
            <div class="result stack">
                <h4>{text::ITEM_KEY}</h4>
                {keys}
                {has_key.then(|| view! { <p class="quiet small">{text::ITEM_KEY_ONE}</p> })}
            </div>
            {downloads}
        </div>
    }
}
