//! What can be done with a row without opening it.

use crate::dom::{Fragment, component, view};
use crate::features::cancel::CancelInMenu;
use crate::features::report::ReportInMenu;
use crate::features::software::key::{KeyDesk, KeyOf};
use crate::features::software::quick_link::use_quick_link;
use crate::features::software::rights::{Rights, use_rights};
use crate::features::software::words;
use crate::i18n::{lang, text};
use crate::model::software::{Keys, SoftwareItem};
use crate::paths;
use crate::reactive::*;
use crate::ui::{Button, Icon, Menu, icon};

/// *Copy key* where the item has one, else why not; the rest in a menu.
#[component]
pub(super) fn Commands(item: SoftwareItem, desk: KeyDesk) -> Fragment {
    let rights = use_rights();
    let name = words::name(&item);
    let named = untrack(|| desk.customer.named());
    let href = named.map(|named| paths::software_item(&named, &item.id).to_string());
    let main = main_command(&item, desk, rights, name.clone());
    let reachable = rights.offered() && item.nothing_delivered().is_none();
    let key = match item.keys() {
        Keys::One(key) if reachable => Some(KeyOf {
            product: name.clone(),
            uri: key.uri.clone(),
        }),
        _ => None,
    };
    let menu_name = name.clone();
    let quick = use_quick_link(desk.customer);
    let id = item.id.clone();
    let link = move |()| quick.copy(id.clone(), name.clone());
    let denied = Signal::derive(move || rights.denied());
    view! {
        {main}
        <Menu label=move || text::software_more_for(lang(), &menu_name)>
            {key.map(|key| view! {
                <Button
                    label=text::SOFTWARE_GET_KEY
                    icon=icon::KEY
                    disabled_reason=denied
                    on_press=move |()| desk.open(key.clone())
                />
            })}
            {reachable.then(|| view! {
                <Button
                    label=text::SOFTWARE_COPY_LINK
                    icon=icon::LINK
                    disabled_reason=denied
                    on_press=link
                />
            })}
            <a href=href><Icon of=icon::RIGHT/> {text::SOFTWARE_OPEN}</a>
            <ReportInMenu
                customer=desk.customer
                order=item.id.order.clone()
                line=item.id.line
            />
            <CancelInMenu item customer=desk.customer/>
        </Menu>
    }
}

fn main_command(item: &SoftwareItem, desk: KeyDesk, rights: Rights, name: String) -> Fragment {
    let said = |words| view! { <span class="quiet small">{words}</span> };
    if !rights.offered() {
        return Fragment::empty();
    }
    match item.keys() {
        Keys::One(key) => {
            let key = KeyOf {
                product: name.clone(),
                uri: key.uri.clone(),
            };
            let of = key.uri.clone();
            let busy = Signal::derive(move || desk.is_busy_with(&of));
            let about = move || text::software_copy_key_of(lang(), &name);
            view! {
                <Button
                    label=text::SOFTWARE_COPY_KEY
                    about
                    icon=icon::COPY
                    small=true
                    busy
                    disabled_reason=Signal::derive(move || rights.denied())
                    on_press=move |()| desk.copy_at_once(key.clone())
                />
            }
        }
        Keys::Several(_) => said(text::SOFTWARE_SEVERAL_KEYS),
        Keys::None(why) => words::no_key_short(&why).map_or_else(Fragment::empty, said),
    }
}
