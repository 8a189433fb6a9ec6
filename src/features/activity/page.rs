//! The page: the calls as they were when it was opened. What is newer comes when it is asked for, so
//! that nothing moves under whoever reads.

use std::rc::Rc;
use std::sync::Arc;

use super::list::List;
use crate::dom::{Fragment, component, live, view};
use crate::features::addressed::use_addressed;
use crate::i18n::{counted, format, lang, lang_untracked, text};
use crate::partner_center::client::activity::{CALLS, Recorded};
use crate::paths;
use crate::reactive::*;
use crate::session::use_session;
use crate::ui::{Button, CheckBox, CopyButton, Crumb, Empty, PageHead, announce, icon};

/// The name in the address of what is left out, and its value that leaves only failures.
const ONLY: &str = "only";
const FAILURES: &str = "failures";

#[derive(Clone, Copy, PartialEq)]
enum Face {
    Rows,
    Nothing,
    NoFailure,
}

/// The last calls, with what support asks for.
#[component]
pub fn ActivityPage() -> Fragment {
    let api = use_session().api();
    let read = {
        let api = api.clone();
        move || -> Vec<Rc<Recorded>> { api.activity().into_iter().map(Rc::new).collect() }
    };
    let calls = RwSignal::new(read());
    let newer = RwSignal::new(0_usize);
    api.watch_activity(Some(Arc::new(move |_| {
        newer.update(|newer| *newer = (*newer + 1).min(CALLS));
    })));
    let unwatched = api.clone();
    on_cleanup(move || unwatched.watch_activity(None));
    let show = move || {
        newer.set(0);
        calls.set(read());
    };
    let first = show.clone();
    effect(move || {
        // Nobody reads an empty list.
        if newer.get() > 0 && calls.with_untracked(Vec::is_empty) {
            first();
        }
    });
    let address = use_addressed(|| Some(paths::activity()));
    let only_failures = Memo::new(move |_| address.query().get(ONLY) == Some(FAILURES));
    let choose = move |on: bool| {
        let only = if on { FAILURES } else { "" };
        address.change(|query| query.with(ONLY, only));
    };
    let rows = Memo::new(move |_| {
        let only = only_failures.get();
        let rows = calls.get().into_iter();
        rows.filter(|call| !only || call.has_failed())
            .collect::<Vec<_>>()
    });
    let face = Memo::new(
        move |_| match (rows.with(Vec::is_empty), calls.with(Vec::is_empty)) {
            (false, _) => Face::Rows,
            (true, true) => Face::Nothing,
            (true, false) => Face::NoFailure,
        },
    );
    let about = {
        let base = api.address().to_owned();
        move || text::activity_about(lang(), &format::number(lang(), CALLS as f64), &base)
    };
    let show_newer = {
        let show = show.clone();
        move |()| show()
    };
    let newer_words = move || match newer.get() {
        0 => text::ACTIVITY_REFRESH.now().to_owned(),
        count => text::activity_newer(lang(), counted(count)),
    };
    let clear = {
        let api = api.clone();
        move |()| {
            api.clear_activity();
            show();
            announce(text::ACTIVITY_CLEARED.get(lang_untracked()).to_owned());
        }
    };
    let told = move || {
        let (shown, all) = (rows.with(Vec::len), calls.with(Vec::len));
        match shown == all {
            true => text::activity_calls(lang(), counted(all)),
            false => {
                let all = format::number(lang(), all as f64);
                text::activity_calls_of(lang(), counted(shown), &all)
            }
        }
    };
    let head = format!(
        "Latchkey {}, {}\n",
        env!("CARGO_PKG_VERSION"),
        api.address()
    );
    let as_text = move || {
        let calls = rows.get().into_iter().map(|call| call.to_string());
        [head.clone()].into_iter().chain(calls).collect::<String>()
    };
    let crumbs = vec![
        Crumb::to(text::SETTINGS_TITLE, paths::settings()),
        Crumb::here(text::ACTIVITY_TITLE),
    ];
    view! {
        <PageHead title=text::ACTIVITY_TITLE crumbs/>
        <p class="activity-about quiet">{about}</p>
        <div class="bar activity-bar">
            <Button label=newer_words icon=icon::RETRY on_press=show_newer/>
            <CheckBox label=text::ACTIVITY_FAILURES checked=only_failures on_change=choose/>
            <p class="counted quiet small number" role="status">{told}</p>
            <div class="row">
                <CopyButton value=as_text what=text::ACTIVITY_ALL_SHOWN words=true/>
                <Button label=text::ACTIVITY_CLEAR small=true on_press=clear/>
            </div>
        </div>
        {live(move || match face.get() {
            Face::Rows => view! { <List rows/> },
            Face::Nothing => view! { <Empty words=text::ACTIVITY_NONE/> },
            Face::NoFailure => view! { <Empty words=text::ACTIVITY_NONE_FAILED/> },
        })}
    }
}
