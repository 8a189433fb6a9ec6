//! Starting the sandbox over.

use crate::browser;
use crate::dom::{Fragment, component, view};
use crate::i18n::text;
use crate::kept;
use crate::reactive::*;
use crate::session::use_session;
use crate::ui::{Button, Dialog, Kind, notices};

/// Asks, then resets, then loads the page anew: nothing read before holds any more.
#[component]
pub(in crate::shell) fn ResetButton(
    /// Looks like part of the banner.
    #[prop(optional)]
    slim: bool,
) -> Fragment {
    let open = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let api = use_session().api();
    let reset = move |()| {
        let api = api.clone();
        busy.set(true);
        spawn_local(async move {
            let outcome = api.reset_sandbox().await;
            busy.set(false);
            match outcome {
                Ok(()) => {
                    kept::clear_all().await;
                    browser::reload();
                }
                Err(_) => notices::say(text::FAILED_TITLE),
            }
        });
    };
    let reset = crate::ui::Handler::from(reset);
    view! {
        {if slim {
            view! {
                <button type="button" on:click=move |_| open.set(true)>{text::SANDBOX_RESET}</button>
            }
        } else {
            view! { <Button label=text::SETTINGS_SANDBOX_RESET on_press=move |()| open.set(true)/> }
        }}
        <Dialog open title=text::SANDBOX_RESET_QUESTION light_dismiss=true>
            <p>{text::SANDBOX_RESET_TEXT}</p>
            <footer>
                <Button label=text::SETTINGS_SANDBOX_RESET on_press=reset kind=Kind::Danger busy=busy/>
                <Button label=text::ACT_CANCEL on_press=move |()| open.set(false)/>
            </footer>
        </Dialog>
    }
}
