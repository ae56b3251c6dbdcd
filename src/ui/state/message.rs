//! What the page tells the person, as data; `ui::strings` finds the words.

use std::rc::Rc;
use std::sync::Arc;

use crate::document::{Command, CommandError, Document, StepKind};
use crate::formats::OpenError;
use crate::formats::native::Repairs;
use crate::storage::{SessionId, SessionMeta, Snapshot, StoreError};
use crate::text::CleanReport;
use crate::ui::state::editing::deed::Deed;
use crate::view::Edge;
use crate::web::AnalysisTrouble;

/// Something outside the document that went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The worker has broken.
    Analysis(AnalysisTrouble),
    /// Saving failed.
    Storage(StoreError),
    /// A file or paste could not be opened.
    File(OpenError),
    /// The browser could not hand over the file of this name.
    Unreadable(Rc<str>),
    /// The browser did not take the file of this name.
    NotDownloaded(Rc<str>),
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Message {
    /// A command ran.
    Did(Deed),
    /// The label of this name was made.
    LabelMade(Rc<str>),
    /// It was taken back.
    Undid(StepKind, usize),
    /// It was done again.
    Redid(StepKind, usize),
    /// A command was refused.
    Refused(CommandError),
    /// The analysis is in: names, quotes, milliseconds.
    Analyzed(usize, usize, u32),
    /// Something failed.
    Failed(Failure),
    /// What was pasted has been opened.
    Pasted,
    /// So many words were pasted while an article was open.
    PastedOver(usize),
    /// What came of each of several files.
    Files(Rc<[Fate]>),
    /// So many of so many files were read so far.
    Reading(usize, usize),
    /// A file does not say in which encoding it is: it was read as Windows-1252.
    Assumed,
    /// The paste was tidied.
    Cleaned(CleanReport),
    /// A file was opened that needed repairs.
    Repaired(Repairs),
    /// The review is over: accepted, rejected.
    Reviewed(usize, usize),
    /// So many annotations are selected.
    Chosen(usize),
    /// Clicks and keys add to the selection.
    Adding,
    /// The boundary keys move this edge of this part, of so many.
    Edge(usize, Edge, usize),
    /// A label is armed.
    Armed(Rc<str>),
    /// A file was handed over.
    Downloaded(Rc<str>),
    /// An article was put into the trash.
    Forgot(Rc<str>),
    /// So many articles were deleted for ever.
    Erased(usize),
    /// An article of this title was left before it was saved, and cannot be.
    LeftUnsaved(Rc<str>, StoreError),
    /// What this tab and another one did to an article is now in both.
    Merged,
    /// An article is not as it was saved.
    Altered,
    /// The last start did not get as far as showing the article.
    Unfinished,
    /// Everything of this device was handed over in one file: so many articles.
    CarriedAway(usize),
    /// So many articles came back from such a file, so many were there already, so many cannot be read.
    Brought(usize, usize, usize),
    /// The word list cannot be read; it was set aside.
    WordsUnreadable(OpenError),
    /// The sets of labels cannot be read; they were set aside.
    LabelsUnreadable(OpenError),
    /// What was brought looks like so many articles.
    Several(usize),
    /// So many articles were made of one.
    Split(usize),
    /// A newer version of the page lies ready.
    Newer,
    /// Something was done to the list of articles.
    Library(Done),
    /// The text was edited: annotations kept, moved, changed, gone.
    Carried([usize; 4]),
    /// Something was done to the versions that are kept.
    Version(Snapped),
    /// No version could be kept; and where one was to be restored, that was not done either.
    NotKept(StoreError, bool),
    /// A kept version cannot be read.
    BadVersion,
    /// The article is as it was in a version.
    SameVersion,
}

/// What was done to a version of this name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Snapped {
    /// It was kept under it.
    Named(Rc<str>),
    /// It was put back.
    Restored(Rc<str>),
    /// It is called so now.
    Renamed(Rc<str>),
    /// It was deleted.
    Deleted(Rc<str>),
    /// It is there again.
    Back,
}

/// What was done to articles in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Done {
    /// So many were put into the trash.
    Forgot(usize),
    /// So many came back from there.
    Restored(usize),
    /// One is called so now.
    Renamed(Rc<str>),
    /// One has other tags.
    Tagged(Rc<str>),
    /// There is a copy of one, called so.
    Copied(Rc<str>),
    /// So many were handed over in one file.
    HandedOver(usize),
}

/// What takes it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Back {
    /// Out of the trash.
    Restore(Rc<[SessionId]>),
    /// The title and the tags it had.
    Edit(SessionMeta, Option<Rc<str>>, Option<Rc<[Arc<str>]>>),
    /// Into the trash.
    Forget(Rc<[SessionMeta]>),
    /// A version that was deleted.
    Snapshot(SessionId, Rc<Snapshot>),
}

impl Message {
    /// Whether a note with it takes the place of one with `other`.
    pub(crate) fn replaces(&self, other: &Self) -> bool {
        let moves_on = matches!((self, other), (Self::Reading(..) | Self::Files(_), Self::Reading(..)));
        self == other || moves_on || matches!((self, other), (Self::PastedOver(_), Self::PastedOver(_)))
    }
}

/// What came of one of several files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fate {
    pub(crate) name: Rc<str>,
    pub(crate) came: Came,
    /// What is worth a word about how it was read.
    pub(crate) notes: Rc<[Message]>,
}

/// Where a file went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Came {
    /// It is the open article.
    Open,
    /// It is in the list of saved articles.
    Listed,
    /// It could not be opened.
    Refused(Failure),
}

impl Fate {
    /// Whether the file could not be opened.
    pub(crate) fn is_refused(&self) -> bool {
        matches!(self.came, Came::Refused(_))
    }
}

/// What the clipboard brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pasted {
    /// The words alone.
    pub(crate) text: Rc<str>,
    /// The same as HTML, when the program that was copied from gives it.
    pub(crate) html: Option<Rc<str>>,
}

/// The articles of one paste, each a document of its own.
#[derive(Clone, Debug)]
pub(crate) struct Articles(pub(crate) Rc<[Document]>);

impl PartialEq for Articles {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What a toast offers to do.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Offer {
    /// Take the step back.
    Undo,
    /// Do the same to the others of the same words: to their mentions, or, for what was just marked, to the places where
    /// nothing is marked yet.
    Others {
        /// To the others alone.
        alone: Command,
        /// To all, with the one that is done already: when nothing has happened since, both become one step.
        together: Command,
        /// How many others.
        count: usize,
        /// The revision of the session after the one was done.
        revision: u32,
        /// Whether the others are not marked yet.
        new: bool,
    },
    /// Show the person's own word list, which has learned something.
    Words,
    /// Analyze again.
    Analyze,
    /// Download the work, because it cannot be saved.
    Download,
    /// Put a deleted article back.
    Restore(SessionId),
    /// Back to the empty state, with what was pasted in its box.
    Retract(SessionId, Rc<str>),
    /// Open an article again.
    Reopen(SessionId),
    /// Download what there is of an article that cannot be read as it should be.
    Raw(SessionId),
    /// Download a text under this name.
    Hand(Rc<str>, Rc<str>),
    /// Make an article of each part.
    Split(Articles),
    /// Leave it one article.
    KeepOne,
    /// Load the newer version of the page.
    TakeNewer,
    /// Open what was pasted as an article of its own.
    OpenPasted(Pasted),
    /// Show what became of the annotations when the text was edited.
    Carried,
    /// Show what came of each file.
    Files(Rc<[Fate]>),
    /// Show the list of saved articles.
    List,
    /// Take back what was done to articles in the list.
    Library(Back),
}

impl Offer {
    /// Whether it does the same to others.
    pub(crate) fn is_for_others(&self) -> bool {
        matches!(self, Self::Others { .. })
    }

    /// Whether it is carried out by the page, which can reach the browser.
    pub(crate) fn is_for_browser(&self) -> bool {
        !matches!(
            self,
            Self::Undo
                | Self::Others { .. }
                | Self::Words
                | Self::Analyze
                | Self::KeepOne
                | Self::List
                | Self::Carried
                | Self::Files(_)
        )
    }
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
        self.asks() || self.is_bad()
    }

    /// Whether it asks the person for a choice.
    pub(crate) fn asks(&self) -> bool {
        matches!(self.message, Message::Several(_) | Message::PastedOver(_))
    }

    /// Whether it tells of something that went wrong.
    pub(crate) fn is_bad(&self) -> bool {
        match &self.message {
            Message::Failed(_)
            | Message::LeftUnsaved(..)
            | Message::Altered
            | Message::Unfinished
            | Message::NotKept(..)
            | Message::BadVersion
            | Message::WordsUnreadable(_)
            | Message::LabelsUnreadable(_) => true,
            Message::Files(fates) => fates.iter().any(Fate::is_refused),
            _ => false,
        }
    }
}
