//! What is chosen and how far it is, for as long as the report's wizard stands.

use std::rc::Rc;

use futures::future::AbortHandle;
use web_sys::File;

use super::page_drops;
use super::send::{self, Ended};
use crate::model::attachment::{Chosen, FileProblem, Offered, Queue, Uploaded};
use crate::model::draft::DraftFile;
use crate::model::operation::hash;
use crate::model::{AttachmentId, RequestId};
use crate::operations::{Operations, use_operations};
use crate::partner_center::{ApiError, PartnerCenter};
use crate::reactive::*;
use crate::session::{Session, use_session};
use crate::ui::Handler;

/// The files of a report; cheap to copy.
#[derive(Clone, Copy)]
pub struct Uploads {
    pub(super) queue: RwSignal<Queue>,
    /// Whether it is known what the draft has.
    ready: RwSignal<bool>,
    /// Why files broke off, by their numbers.
    errors: RwSignal<Vec<(u32, Rc<ApiError>)>>,
    bytes: StoredValue<Vec<(u32, File)>>,
    running: StoredValue<Vec<(u32, AbortHandle)>>,
    /// What the draft has, as it was handed over last.
    handed_over: StoredValue<Vec<DraftFile>>,
    on_change: Handler<Vec<DraftFile>>,
    /// Whose files they are.
    draft: Memo<Option<RequestId>>,
    pub(super) session: Session,
    pub(super) operations: Operations,
}

/// Begins with what the draft has; `None` while it is being read. What changes of it is handed to
/// `on_change`. Files are sent for as long as the current owner stands, whichever step is shown.
pub fn use_uploads(
    draft: Memo<Option<RequestId>>,
    kept: Signal<Option<Vec<DraftFile>>>,
    on_change: Handler<Vec<DraftFile>>,
) -> Uploads {
    let uploads = Uploads {
        queue: RwSignal::new(Queue::default()),
        ready: RwSignal::new(false),
        errors: RwSignal::new(Vec::new()),
        bytes: StoredValue::new(Vec::new()),
        running: StoredValue::new(Vec::new()),
        handed_over: StoredValue::new(Vec::new()),
        on_change,
        draft,
        session: use_session(),
        operations: use_operations(),
    };
    let kept = Memo::new(move |_| kept.get());
    // A draft mostly changes by what is done here; else it is another one, or another tab changed it.
    effect(move || {
        let files = kept.get();
        if files.is_none() || !uploads.has_handed_over(files.as_ref()) {
            uploads.begin(files);
        }
    });
    page_drops::keep_the_page();
    on_cleanup(move || uploads.stop_all());
    uploads
}

impl Uploads {
    /// Those that are whole on the server, to be named in the request; tracks it.
    pub fn attachments(self) -> Vec<AttachmentId> {
        self.queue.with(Queue::attachments)
    }

    /// How many are still to be sent, or to be removed; tracks it.
    pub fn unfinished(self) -> usize {
        self.queue.with(Queue::unfinished)
    }

    /// Whether files can be chosen by now; tracks it.
    pub(super) fn is_ready(self) -> bool {
        self.ready.get()
    }

    /// Why a file broke off; tracks it.
    pub(super) fn error(self, number: u32) -> Option<Rc<ApiError>> {
        self.errors.with(|errors| {
            let found = errors.iter().find(|(of, _)| *of == number);
            found.map(|(_, error)| error.clone())
        })
    }

    /// Files are chosen or dropped: what is taken of them is sent.
    pub(super) fn add(self, files: Vec<File>) {
        if !self.ready.get_untracked() {
            return;
        }
        let limits = self.session.config().attachments.limits();
        for file in files {
            let (name, kind) = (file.name(), file.type_());
            let offered = Offered {
                name: &name,
                size: file.size() as u64,
            };
            let chosen = self.change(|queue| queue.choose(limits, offered, &kind));
            if let Some(Chosen::Taken(number)) = chosen {
                self.bytes.update_value(|bytes| {
                    bytes.retain(|(of, _)| *of != number);
                    bytes.push((number, file));
                });
            }
        }
        self.go_on();
    }

    /// Tries a file again that broke off.
    pub(super) fn retry(self, number: u32) {
        self.change(|queue| queue.retry(number));
        self.go_on();
    }

    /// Takes a file out, here and on the server.
    pub(super) fn remove(self, number: u32) {
        let removed = self.change(|queue| queue.remove(number)).flatten();
        self.bytes
            .update_value(|bytes| bytes.retain(|(of, _)| *of != number));
        // One that is just being announced stays at that: only the answer tells what there is to be
        // taken back.
        if let Some(id) = removed.and_then(|removed| removed.file.attachment) {
            self.stop(number);
            self.take_back(id);
        }
        self.go_on();
    }

    /// The intent to announce a file: the same for the same file of a draft, in each visit, and without
    /// its name.
    pub(super) fn target(self, file: &DraftFile) -> String {
        let draft = self.draft.try_get_untracked().flatten();
        let draft = draft.map(|draft| draft.to_string()).unwrap_or_default();
        let DraftFile { name, size, .. } = file;
        format!("{draft}/{:016x}", hash(&format!("{size}/{name}")))
    }

    pub(super) fn api(self) -> PartnerCenter {
        self.session.api()
    }

    /// A file that is being sent, and its bytes; `None` once it is wanted no more.
    pub(super) fn sending(self, number: u32) -> Option<(DraftFile, File)> {
        let queue = self.queue.try_get_untracked()?;
        let file = queue.find(number)?.file.clone();
        let bytes = self.bytes.try_get_value()?;
        let (_, bytes) = bytes.into_iter().find(|(of, _)| *of == number)?;
        Some((file, bytes))
    }

    /// The server says what it has of a file. False when the file is wanted no more.
    pub(super) fn acknowledge(self, number: u32, uploaded: &Uploaded) -> bool {
        self.change(|queue| queue.acknowledge(number, uploaded)) == Some(true)
    }

    /// The server does not know a file any more.
    pub(super) fn lose(self, number: u32) {
        self.change(|queue| queue.lose(number));
    }

    /// Lets the sending of a file's bytes be stopped. False once the wizard has gone.
    pub(super) fn can_be_stopped(self, number: u32, by: AbortHandle) -> bool {
        let kept = |running: &mut Vec<_>| running.push((number, by));
        self.running.try_update_value(kept).is_some()
    }

    /// Takes a file back on the server. One that stays there all the same is in no request.
    pub(super) fn take_back(self, id: AttachmentId) {
        let api = self.api();
        spawn_local(async move {
            let _ = api.delete_attachment(&api.new_request(), &id).await;
        });
    }

    /// Whether a draft has the files that were handed over last.
    fn has_handed_over(self, files: Option<&Vec<DraftFile>>) -> bool {
        let same = |handed_over: &Vec<DraftFile>| files == Some(handed_over);
        self.ready.get_untracked() && self.handed_over.with_value(same)
    }

    fn begin(self, draft: Option<Vec<DraftFile>>) {
        self.stop_all();
        self.bytes.set_value(Vec::new());
        self.errors.set(Vec::new());
        self.ready.set(draft.is_some());
        let files = draft.unwrap_or_default();
        self.queue.update(|queue| queue.restore(&files));
        self.handed_over.set_value(files);
    }

    /// Changes the queue, and hands over what that changes of the draft; `None` once the wizard has
    /// gone.
    fn change<R>(self, change: impl FnOnce(&mut Queue) -> R) -> Option<R> {
        let result = self.queue.update(change)?;
        let files = self.queue.try_get_untracked()?.to_keep();
        let differs = self
            .handed_over
            .try_update_value(|before| std::mem::replace(before, files.clone()) != files)?;
        if differs {
            self.on_change.call(files);
        }
        Some(result)
    }

    /// Sends what is next.
    fn go_on(self) {
        let next = || self.queue.try_get_untracked()?.next();
        while let Some(number) = next() {
            self.change(|queue| queue.begin(number));
            self.forget_error(number);
            spawn_local(async move {
                let ended = send::send(self, number).await;
                self.ended(number, ended);
            });
        }
    }

    fn ended(self, number: u32, ended: Ended) {
        self.running
            .try_update_value(|running| running.retain(|(of, _)| *of != number));
        match ended {
            Ended::Sent | Ended::Removed => {}
            Ended::Refused(problem) => self.refuse(number, problem),
            Ended::Failed(error) => {
                self.errors
                    .update(|errors| errors.push((number, Rc::new(error))));
                self.change(|queue| queue.fail(number));
            }
        }
        self.go_on();
    }

    fn refuse(self, number: u32, problem: FileProblem) {
        let taken_back = self.change(|queue| queue.refuse(number, problem));
        if let Some(id) = taken_back.flatten() {
            self.take_back(id);
        }
    }

    fn forget_error(self, number: u32) {
        self.errors
            .update(|errors| errors.retain(|(of, _)| *of != number));
    }

    fn stop(self, number: u32) {
        self.running.update_value(|running| {
            running.retain(|(of, handle)| {
                if *of == number {
                    handle.abort();
                }
                *of != number
            });
        });
    }

    fn stop_all(self) {
        let running = self.running.try_update_value(std::mem::take);
        for (_, handle) in running.unwrap_or_default() {
            handle.abort();
        }
    }
}
