//! The page: the list to choose from, then what came of it.

use super::choice::Choice;
use super::confirm::Confirm;
use super::desk::use_several;
use super::progress::Results;
use crate::dom::{Fragment, component, view};
use crate::features::customers::use_customer;
use crate::features::software::Failures;
use crate::i18n::{lang, text};
use crate::model::cancellation::Run;
use crate::paths;
use crate::reactive::*;
use crate::ui::{Empty, SkeletonLines, notices};

/// What is shown.
#[derive(Clone, Copy, PartialEq)]
enum Face {
    Reading,
    Nothing,
    Choosing,
    Results,
}

#[component]
pub fn SeveralPage() -> Fragment {
    let customer = use_customer();
    customer.show_part(|| text::SEVERAL_TITLE.now().to_owned());
    let desk = use_several(customer);
    let face = Memo::new(move |_| {
        if desk.run.with(Option::is_some) {
            return Face::Results;
        }
        match desk.rows.get() {
            None => Face::Reading,
            Some(rows) if rows.is_empty() => Face::Nothing,
            Some(_) => Face::Choosing,
        }
    });
    // Whoever leaves sends nothing more.
    on_cleanup(move || {
        let running = |run: &Option<_>| run.as_ref().is_some_and(|run: &Run<_, _>| !run.is_over());
        if desk
            .run
            .try_get_untracked()
            .is_some_and(|run| running(&run))
        {
            desk.stop();
            notices::say(text::SEVERAL_LEFT);
        }
    });
    let back = move || {
        let named = customer.named()?;
        Some(paths::software(&named).to_string())
    };
    let for_whom = move || text::several_for(lang(), &customer.full_name());
    view! {
        <a class="back" href=back>{text::ITEM_BACK}</a>
        <div class="item-head">
            <h2>{text::SEVERAL_TITLE}</h2>
            <p><bdi>{for_whom}</bdi></p>
        </div>
        <Failures software=desk.software/>
        {move || match face.get() {
            Face::Reading => view! { <SkeletonLines what=text::ITEM_LOADING/> },
            Face::Nothing => view! { <Empty words=text::SEVERAL_NOTHING/> },
            Face::Choosing => view! { <Choice desk/> <Confirm desk/> },
            Face::Results => view! { <Results desk/> },
        }}
    }
}
