//! One file of a report.

use std::rc::Rc;

use super::uploads::Uploads;
use super::words;
use crate::dom::{Fragment, view};
use crate::i18n::{format, lang, text};
use crate::model::attachment::{FileState, QueuedFile};
use crate::reactive::*;
use crate::ui::{Button, Foreign, Handler, Kind, Status, Tone, foreign, icon};

/// A file with its state; `choose` opens the browser's choice of files, `leave` takes the focus from
/// a control that is about to go.
pub(super) fn row(
    uploads: Uploads,
    number: u32,
    choose: Handler<()>,
    leave: Handler<()>,
) -> Fragment {
    let file = Memo::new(move |before: Option<&Option<QueuedFile>>| {
        let now = uploads.queue.with(|queue| queue.find(number).cloned());
        // Its row goes with it: until then it stays as it was.
        now.or_else(|| before.cloned().flatten())
    });
    let state = Memo::new(move |_| file.with(|file| file.as_ref().map(|file| file.state.clone())));
    let (name, size) = file.with_untracked(|file| {
        let file = file.as_ref().map(|file| &file.file);
        file.map_or((String::new(), 0), |file| (file.name.clone(), file.size))
    });
    let called = Rc::new(foreign::visible(&name));
    let about = move |words: fn(crate::i18n::Lang, &str) -> String| {
        let called = called.clone();
        move || words(lang(), &called)
    };
    let (choose_this, retry, remove, dismiss) = (
        about(text::files_choose_this),
        about(text::files_retry),
        about(text::files_remove_this),
        about(text::files_dismiss),
    );
    let bar = about(text::files_progress);
    let take_out = move |()| {
        leave.call(());
        uploads.remove(number);
    };
    let try_again = move |()| {
        leave.call(());
        uploads.retry(number);
    };
    let said = move || match state.get() {
        Some(FileState::Waiting) => view! { <p class="quiet small">{text::FILES_WAITING}</p> },
        Some(FileState::Sending) => progress(file, bar.clone()),
        Some(FileState::Sent) => view! { <Status tone=Tone::Good label=text::FILES_SENT/> },
        Some(FileState::Failed) => {
            let error = uploads.error(number);
            view! {
                <p class="wrong">{move || words::broken_off(lang(), error.as_deref())}</p>
                {received(file)}
            }
        }
        Some(FileState::BytesMissing) => view! {
            <p class="wrong">{text::FILES_BYTES_MISSING}</p>
            {received(file)}
        },
        Some(FileState::Refused(problem)) => {
            let limits = &uploads.session.config().attachments;
            view! { <p class="wrong">{move || words::problem(lang(), &problem, size, limits)}</p> }
        }
        None => Fragment::empty(),
    };
    let again = move || match state.get() {
        Some(FileState::Failed) => view! {
            <Button
                label=text::ACT_RETRY
                about=retry.clone()
                icon=icon::RETRY
                small=true
                on_press=try_again
            />
        },
        Some(FileState::BytesMissing) => view! {
            <Button label=text::FILES_CHOOSE about=choose_this.clone() small=true on_press=choose/>
        },
        _ => Fragment::empty(),
    };
    let refused = Memo::new(move |_| matches!(state.get(), Some(FileState::Refused(_))));
    let out = move || match refused.get() {
        true => view! {
            <Button label=text::ACT_DISMISS about=dismiss.clone() kind=Kind::Plain small=true on_press=take_out/>
        },
        false => view! {
            <Button label=text::FILES_REMOVE about=remove.clone() kind=Kind::Plain small=true on_press=take_out/>
        },
    };
    view! {
        <li class="file" class:refused=move || refused.get()>
            <div class="what">
                <Foreign text=name/>
                <span class="quiet small number">{move || format::bytes(lang(), size)}</span>
            </div>
            <div class="state">{said}</div>
            <div class="commands">{again} {out}</div>
        </li>
    }
}

/// The bar counts what the server has acknowledged, and so do the words beside it.
fn progress(
    file: Memo<Option<QueuedFile>>,
    label: impl Fn() -> String + Clone + 'static,
) -> Fragment {
    let value = move || file.with(|file| file.as_ref().map(QueuedFile::progress));
    view! {
        <progress max="1000" value=move || value().map(|value| value.to_string()) aria-label=label></progress>
        {received(file)}
    }
}

/// How much of it the server has.
fn received(file: Memo<Option<QueuedFile>>) -> Fragment {
    let words = move || file.with(|file| file.as_ref().map(|file| words::progress(lang(), file)));
    view! { <span class="quiet small number">{words}</span> }
}
