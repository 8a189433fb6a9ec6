//! The places of the site, at the side; on a phone a bar at the bottom.

use crate::dom::{Fragment, component, live, view};
use crate::features::drafts::use_drafts;
use crate::navigation::use_path;

use super::language_switch::LanguageSwitch;
use super::theme_switch::ThemeSwitch;
use crate::i18n::{Lang, Text, counted, format, lang, text};
use crate::paths::{self, Href};
use crate::reactive::*;
use crate::ui::{Icon, icon};

thread_local! {
    static WAITING: GlobalSignal<usize> = GlobalSignal::new(0);
}

/// Says how many requests wait for an answer, as far as they were read: nothing is asked for that
/// alone.
pub fn requests_waiting(count: usize) {
    WAITING.with(|waiting| waiting.set(count));
}

/// Navigation, and at its foot language and colours.
#[component]
pub(super) fn Places() -> Fragment {
    let kept = use_drafts();
    let drafts = Memo::new(move |_| kept.with(|kept| kept.as_ref().map_or(0, Vec::len)));
    let waiting = Memo::new(|_| WAITING.with(GlobalSignal::get));
    let drafts = Counted {
        count: drafts,
        words: text::nav_drafts_count,
    };
    let waiting = Counted {
        count: waiting,
        words: text::nav_requests_count,
    };
    view! {
        <nav class="side" aria-label=text::NAV_LABEL>
            <a class="brand" href=paths::start().to_string()>
                <Icon of=icon::KEY large=true/>
                {text::APP_NAME}
            </a>
            <div class="places">
                {place(text::NAV_START, icon::HOME, paths::start(), None, "")}
                {place(text::NAV_CUSTOMERS, icon::PEOPLE, paths::customers(""), None, "")}
                {place(text::NAV_REQUESTS, icon::REQUEST, paths::requests(), Some(waiting), "")}
                {place(text::NAV_DRAFTS, icon::DRAFT, paths::drafts(), Some(drafts), "")}
                {place(text::REPORT_ACT, icon::REPORT, paths::new_report(None, None, None), None, "task")}
                {place(text::NAV_SETTINGS, icon::SETTINGS, paths::settings(), None, "last")}
            </div>
            <div class="side-foot">
                <LanguageSwitch/>
                <ThemeSwitch/>
            </div>
        </nav>
    }
}

/// How many things of a place want something.
#[derive(Clone, Copy)]
struct Counted {
    count: Memo<usize>,
    /// The number for who does not see where it stands.
    words: fn(Lang, u32) -> String,
}

impl Counted {
    /// Nothing where there are none.
    fn shown(self) -> Fragment {
        live(move || {
            let count = self.count.get();
            (count > 0).then(|| {
                let number = move || format::number(lang(), count as f64);
                let words = move || (self.words)(lang(), counted(count));
                view! {
                    <span class="count number" aria-hidden="true">{number}</span>
                    <span class="sr-only">" " {words}</span>
                }
            })
        })
    }
}

/// `kind` is *last* for what stands apart at the end, which on a phone, where there is room for four,
/// is in the head; and *task* where something is done instead of seen.
fn place(
    name: Text,
    icon: &'static str,
    href: Href,
    counted: Option<Counted>,
    kind: &'static str,
) -> Fragment {
    let here = use_path();
    let path = href.to_string();
    let address = path.clone();
    // A place is also where one is while on a page below it; the start page is above all others.
    let current = move || {
        here.with(|here| {
            let below = || {
                here.strip_prefix(path.as_str())
                    .is_some_and(|rest| rest.starts_with('/'))
            };
            if *here == path {
                Some("page")
            } else if !path.ends_with('/') && below() {
                Some("true")
            } else {
                None
            }
        })
    };
    view! {
        <a class=format!("place {kind}") href=address aria-current=current>
            <Icon of=icon large=true/>
            <span>{name}</span>
            {counted.map(Counted::shown)}
        </a>
    }
}
