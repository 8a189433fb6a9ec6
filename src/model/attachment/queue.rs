//! The files of a report on their way to the server: which one is sent next, and what a failure, a
//! removal or the end of a visit changes.

use super::check::{FileProblem, Limits, Offered, check, clean_name};
use super::{Chunks, Uploaded};
use crate::model::AttachmentId;
use crate::model::draft::DraftFile;

/// Files sent at the same time.
pub const AT_ONCE: usize = 2;

/// How far a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileState {
    /// Its turn has not come.
    Waiting,
    Sending,
    /// All of it is on the server.
    Sent,
    /// Broken off; what was received stays.
    Failed,
    /// It was chosen in an earlier visit and is not whole: the browser has its bytes no more.
    BytesMissing,
    /// Not taken. It is listed with the reason, and nothing else.
    Refused(FileProblem),
}

/// A file that was chosen, now or in an earlier visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueuedFile {
    /// Tells it from all others of this visit.
    pub number: u32,
    pub file: DraftFile,
    pub state: FileState,
}

impl QueuedFile {
    /// How much of it is acknowledged, in thousandths.
    pub fn progress(&self) -> u16 {
        Chunks::of(self.file.size, 0).progress(self.file.received)
    }

    pub fn is_refused(&self) -> bool {
        matches!(self.state, FileState::Refused(_))
    }

    /// Whether it goes on when the same file is chosen again.
    fn goes_on(&self) -> bool {
        matches!(self.state, FileState::Failed | FileState::BytesMissing)
    }

    /// Forgets what the server had of it.
    fn begin_anew(&mut self) -> Option<AttachmentId> {
        self.file.received = 0;
        self.file.attachment.take()
    }
}

/// What became of a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// The file with this number has its bytes now, and waits.
    Taken(u32),
    Refused(u32),
}

/// All files of a report, in the order in which they were chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Queue {
    files: Vec<QueuedFile>,
    last: u32,
}

impl Queue {
    /// What a draft has. Of what is not whole the bytes are missing.
    pub fn of(kept: &[DraftFile]) -> Self {
        let mut queue = Queue::default();
        queue.restore(kept);
        queue
    }

    /// Another draft takes the place of what is here. No number comes again: what is still under way
    /// is of a file that is not here.
    pub fn restore(&mut self, kept: &[DraftFile]) {
        self.files.clear();
        for file in kept {
            let state = match file.is_sent() {
                true => FileState::Sent,
                false => FileState::BytesMissing,
            };
            self.add(file.clone(), state);
        }
    }

    pub fn files(&self) -> &[QueuedFile] {
        &self.files
    }

    pub fn find(&self, number: u32) -> Option<&QueuedFile> {
        self.files.iter().find(|one| one.number == number)
    }

    /// A file is chosen. One that broke off, or whose bytes were missing, goes on with it; what was
    /// refused under the same name is replaced.
    pub fn choose(&mut self, limits: Limits, offered: Offered, content_type: &str) -> Chosen {
        let name = clean_name(offered.name);
        self.files
            .retain(|one| !one.is_refused() || one.file.name != name);
        let mut files = self.files.iter_mut();
        let same = files.find(|one| one.goes_on() && one.file.is_same(&name, offered.size));
        if let Some(same) = same {
            same.state = FileState::Waiting;
            return Chosen::Taken(same.number);
        }
        let taken = self.files.iter().filter(|one| !one.is_refused());
        let before: Vec<Offered> = taken
            .map(|one| Offered {
                name: &one.file.name,
                size: one.file.size,
            })
            .collect();
        let problem = check(limits, &before, offered);
        let file = DraftFile {
            name,
            size: offered.size,
            content_type: content_type.to_owned(),
            attachment: None,
            received: 0,
        };
        match problem {
            None => Chosen::Taken(self.add(file, FileState::Waiting)),
            Some(problem) => Chosen::Refused(self.add(file, FileState::Refused(problem))),
        }
    }

    /// The file whose turn it is; `None` while enough are being sent.
    pub fn next(&self) -> Option<u32> {
        let sending = |one: &&QueuedFile| one.state == FileState::Sending;
        if self.files.iter().filter(sending).count() >= AT_ONCE {
            return None;
        }
        let mut files = self.files.iter();
        let waiting = files.find(|one| one.state == FileState::Waiting)?;
        Some(waiting.number)
    }

    /// Its turn has come.
    pub fn begin(&mut self, number: u32) {
        self.change(number, FileState::Waiting, |one| {
            one.state = FileState::Sending;
        });
    }

    /// The server says what it has of a file. False when the file is wanted no more.
    pub fn acknowledge(&mut self, number: u32, uploaded: &Uploaded) -> bool {
        self.change(number, FileState::Sending, |one| {
            let size = one.file.size;
            one.file.attachment = Some(uploaded.id.clone());
            one.file.received = uploaded.acknowledged(size);
            if uploaded.next_chunk(size).is_none() {
                one.state = FileState::Sent;
            }
        })
    }

    /// It broke off.
    pub fn fail(&mut self, number: u32) {
        self.change(number, FileState::Sending, |one| {
            one.state = FileState::Failed;
        });
    }

    /// What broke off is tried again, in its turn.
    pub fn retry(&mut self, number: u32) {
        self.change(number, FileState::Failed, |one| {
            one.state = FileState::Waiting;
        });
    }

    /// The server does not know it any more: it begins anew.
    pub fn lose(&mut self, number: u32) {
        self.change(number, FileState::Sending, |one| {
            one.begin_anew();
        });
    }

    /// It shows only now that it cannot be taken. What the server has of it is to be taken back.
    pub fn refuse(&mut self, number: u32, problem: FileProblem) -> Option<AttachmentId> {
        let mut taken_back = None;
        self.change(number, FileState::Sending, |one| {
            taken_back = one.begin_anew();
            one.state = FileState::Refused(problem);
        });
        taken_back
    }

    /// Takes a file out, whatever its state.
    pub fn remove(&mut self, number: u32) -> Option<QueuedFile> {
        let place = self.files.iter().position(|one| one.number == number)?;
        Some(self.files.remove(place))
    }

    /// Those that are whole on the server.
    pub fn attachments(&self) -> Vec<AttachmentId> {
        let sent = self.files.iter();
        sent.filter(|one| one.state == FileState::Sent)
            .filter_map(|one| one.file.attachment.clone())
            .collect()
    }

    /// How many are to be sent and are not whole there.
    pub fn unfinished(&self) -> usize {
        let files = self.files.iter();
        files
            .filter(|one| !one.is_refused() && one.state != FileState::Sent)
            .count()
    }

    /// What a draft keeps: all but what was refused.
    pub fn to_keep(&self) -> Vec<DraftFile> {
        let files = self.files.iter().filter(|one| !one.is_refused());
        files.map(|one| one.file.clone()).collect()
    }

    fn add(&mut self, file: DraftFile, state: FileState) -> u32 {
        self.last += 1;
        self.files.push(QueuedFile {
            number: self.last,
            file,
            state,
        });
        self.last
    }

    /// Changes a file that is in this state. False when there is none: it was removed meanwhile.
    fn change(
        &mut self,
        number: u32,
        from: FileState,
        change: impl FnOnce(&mut QueuedFile),
    ) -> bool {
        let mut files = self.files.iter_mut();
        let found = files.find(|one| one.number == number && one.state == from);
        found.map(change).is_some()
    }
}
