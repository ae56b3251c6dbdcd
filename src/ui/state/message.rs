//! What the page tells the person, as data; `ui::strings` finds the words.

use std::rc::Rc;

use crate::document::{Command, CommandError, EntityId, LabelId};
use crate::formats::OpenError;
use crate::formats::native::Repairs;
use crate::storage::{SessionId, StoreError};
use crate::text::TextRange;

/// Something outside the document that went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The analysis did not finish; the detail is the worker's sentence.
    Analysis(Rc<str>),
    /// Saving failed.
    Storage(StoreError),
    /// A file or paste could not be opened.
    File(OpenError),
    /// The browser could not hand over the file of this name.
    Unreadable(Rc<str>),
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Message {
    /// A command ran: its code and how many things it concerned.
    Did(&'static str, usize),
    /// It was taken back.
    Undid(&'static str, usize),
    /// It was done again.
    Redid(&'static str, usize),
    /// A command was refused.
    Refused(CommandError),
    /// The analysis is in: names, quotes, milliseconds.
    Analyzed(usize, usize, u32),
    /// Something failed.
    Failed(Failure),
    /// The paste was cleaned; each kind of change with its count, worded by `strings`.
    Cleaned(usize),
    /// A file was opened that needed repairs.
    Repaired(Repairs),
    /// The review is over: accepted, rejected.
    Reviewed(usize, usize),
    /// A label is armed.
    Armed(Rc<str>),
    /// An article was deleted from this device.
    Forgot(Rc<str>),
}

/// What a toast offers to do.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Offer {
    /// Take the step back.
    Undo,
    /// Mark the same words wherever else they stand.
    MarkAll {
        /// Where.
        ranges: Rc<[TextRange]>,
        /// As what.
        label: LabelId,
        /// In which cluster.
        entity: Option<EntityId>,
    },
    /// Do the same to the other mentions of the same words.
    Likewise {
        /// What to run.
        command: Command,
        /// To how many.
        count: usize,
    },
    /// Analyze again.
    Analyze,
    /// Download the work, because it cannot be saved.
    Download,
    /// Put a deleted article back.
    Restore(SessionId),
}

/// A note at the edge of the page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Toast {
    pub(crate) turn: u32,
    pub(crate) message: Message,
    pub(crate) offers: Rc<[Offer]>,
}

impl Toast {
    /// Whether it stays until it is dismissed.
    pub(crate) fn stays(&self) -> bool {
        matches!(self.message, Message::Failed(_))
    }
}
