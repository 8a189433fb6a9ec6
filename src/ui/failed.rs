//! A call that failed, in place of what it should have brought.

use super::Handler;

use super::icon::{self, Icon};
use super::{Button, CallDetails};
use crate::browser;
use crate::dom::{Fragment, Words, component, view};
use crate::i18n::text;
use crate::reactive::Signal;

/// What happened in words, *Try again* for that call only, and the details: to copy for support, or to
/// be put into a report. It can be given the focus where that of a button that it replaces would be
/// lost.
#[component]
pub fn Failed(
    #[prop(into)] what: Words,
    /// What to do about it.
    #[prop(optional, into)]
    advice: Option<Words>,
    /// The server's error code.
    #[prop(optional_no_strip)]
    code: Option<String>,
    /// The server's correlation id.
    #[prop(optional_no_strip)]
    correlation: Option<String>,
    #[prop(optional, into)] on_retry: Option<Handler<()>>,
    /// Where a report of it begins, if it is worth one.
    #[prop(optional_no_strip)]
    report: Option<String>,
    /// Whether loading the page anew signs in again.
    #[prop(optional)]
    signs_in: bool,
    /// Why it cannot be tried again now; `None` when it can.
    #[prop(optional, into)]
    held_back: Signal<Option<String>>,
) -> Fragment {
    view! {
        <div class="note bad failed" role="alert" tabindex="-1">
            <Icon of=icon::WARNING/>
            <div class="body">
                <p>{what}</p>
                {advice.map(|advice| view! { <p>{advice}</p> })}
                <div class="row">
                    {on_retry.map(|retry| view! {
                        <Button
                            label=text::ACT_RETRY
                            on_press=retry
                            icon=icon::RETRY
                            disabled_reason=held_back
                        />
                    })}
                    {signs_in
                        .then(|| view! { <Button label=text::FAILED_SIGN_IN on_press=|()| browser::reload()/> })}
                    {report.map(|href| view! { <a class="button plain" href=href>{text::FAILED_REPORT}</a> })}
                </div>
                <CallDetails code correlation/>
            </div>
        </div>
    }
}
