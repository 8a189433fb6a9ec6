//! The windows that close soon, soonest first.

use std::rc::Rc;

use super::calendar::CalendarFile;
use super::row::{Shown, row};
use crate::dom::{Fragment, component, each, live, view};
use crate::i18n::{counted, lang, text};
use crate::reactive::*;
use crate::ui::{Button, Kind};

/// Rows shown until somebody asks for all: what each brings is asked for apart.
const SHOWN: usize = 8;

#[component]
pub(super) fn Rows(soon: Memo<Option<Rc<Vec<Shown>>>>) -> Fragment {
    let every = RwSignal::new(false);
    let all = Memo::new(move |_| soon.get().unwrap_or_default());
    let shown = move || {
        let most = if every.get() { usize::MAX } else { SHOWN };
        all.with(|all| all.iter().take(most).cloned().collect::<Vec<_>>())
    };
    let rows = each(
        shown,
        // Whatever is said of a window changes its row.
        |shown: &Shown| {
            let Shown { window, customer } = shown;
            format!(
                "{} {:?} {customer} {}",
                window.uid(),
                window.left,
                window.title
            )
        },
        row,
    );
    let more = Memo::new(move |_| {
        let count = all.with(|all| all.len());
        (count > SHOWN && !every.get()).then(|| counted(count))
    });
    let show = live(move || {
        more.get().map(|count| {
            view! {
                <Button
                    label=move || text::closing_show_all(lang(), count)
                    kind=Kind::Plain
                    small=true
                    on_press=move |()| every.set(true)
                />
            }
        })
    });
    view! {
        <ol class="closing-list" role="list">{rows}</ol>
        <div class="row">
            <CalendarFile
                windows=Signal::derive(move || all.with(|all| all.to_vec()))
                label=text::CLOSING_CALENDAR_ALL
            />
            {show}
        </div>
    }
}
