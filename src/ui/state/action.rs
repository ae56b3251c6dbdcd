//! Everything that can happen to the page.

use std::rc::Rc;
use std::sync::Arc;

use super::{Dialog, Failure, Message, Offer, ReviewStep, Saved, Sheet, Wish};
use crate::analysis::Analysis;
use crate::document::{AnnotationId, CheckStatus, Command, EntityId, LabelId, Session, WordList};
use crate::storage::SessionId;
use crate::text::TextRange;
use crate::ui::commands::keymap::Keymap;
use crate::view::{Edge, Filter, Motion, QueueOrder, Step, Way};
use crate::vocabulary::Confidence;
use crate::web::AnalysisTrouble;

/// What marking makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tool {
    /// A name with this label.
    Label(LabelId),
    /// A quote.
    Quote,
}

/// Where an article that is opened gets its suggestions from.
#[derive(Clone, Debug)]
pub(crate) enum Findings {
    /// It has them, or wants none.
    Own,
    /// An analysis is asked for at once.
    Ask,
    /// It was read ahead: the analysis, and the milliseconds that it took.
    Ready(Arc<Analysis>, u32),
}

/// Something that happened: a gesture of the person, or news from the worker or the storage.
#[derive(Clone, Debug)]
pub(crate) enum Action {
    /// Show the empty state; the open article stays saved.
    Start,
    /// Open an article.
    Open {
        id: SessionId,
        session: Box<Session>,
        findings: Findings,
    },
    /// Change the document.
    Run(Command),
    Undo,
    Redo,
    /// Select an annotation, or nothing.
    Select(Option<AnnotationId>),
    /// Select it, bring it into view and give it the focus.
    Jump(AnnotationId),
    /// A click on a piece of text with these annotations, smallest first.
    Click(Rc<[AnnotationId]>),
    /// The same with Ctrl or Command: the smallest joins the selection, or leaves it.
    Toggle(Rc<[AnnotationId]>),
    /// The next or previous annotation joins the selection.
    WalkAlong(Way),
    /// Clicks and keys add to the selection from now on, or no longer.
    Adding(bool),
    /// Select all annotations within the chosen words.
    Within,
    /// The keyboard went on to the next (or back to the previous) annotation.
    Walk(Way),
    /// Words were chosen.
    Target(Option<TextRange>),
    /// Mark the chosen words, or change the selected annotation.
    Apply(Tool),
    /// The selected annotation becomes a name with this label, whatever words are chosen.
    Relabel(LabelId),
    /// What is done to the selected annotation, or the chosen words, is done to all that have the same words.
    Wide(bool),
    /// The selected mention belongs to this cluster; to a new one of its own without.
    Link(Option<EntityId>),
    /// State of fact checking of the selected annotation.
    Status(CheckStatus),
    /// Back to a suggestion: what was decided is open again.
    Unreview,
    /// Accept all suggestions that are shown and at least this sure.
    AcceptFrom(Confidence),
    /// Delete the selected annotation.
    Delete,
    /// Move the word cursor; `extend` keeps where it started.
    Cursor {
        motion: Motion,
        extend: bool,
    },
    /// Move an edge of a part of the selected annotation; without an edge, the one the keys move.
    Grow(Option<(usize, Edge)>, Step),
    /// The boundary keys move the next edge: of a quote of several parts, those between them, too.
    SwitchEdge,
    /// Give the selected annotation the range of the chosen words.
    Retarget,
    /// The chosen words become one more part of the selected quote.
    AddPart,
    /// The chosen words are the cue of the selected quote; without chosen words it has none.
    SetCue,
    /// The chosen words name the speaker of the selected quote.
    SpeakerWords,
    /// Nobody is named as the speaker of the selected quote.
    Nobody,
    /// The n-th speaker of the list, from 0.
    Speaker(usize),
    /// The selected annotation is right.
    Accept,
    /// The selected annotation is wrong.
    Reject,
    /// Leave out, or take back in, the paragraph of the chosen words or the selected annotation.
    SwitchBlock,
    /// Look for words in the article; none closes the search.
    Find(Option<Rc<str>>),
    Review(ReviewStep),
    Order(QueueOrder),
    Filter(Filter),
    Analyze,
    AnalysisProgress(u32, u16),
    Analyzed {
        job: u32,
        analysis: Arc<Analysis>,
        millis: u32,
    },
    /// The person called the analysis off.
    StopAnalysis,
    AnalysisFailed(u32, AnalysisTrouble),
    Saved(Saved),
    /// Another tab has saved this article too: what is open goes on under a new name.
    Copied(crate::storage::SessionId),
    /// Something could not be opened; the empty state says so itself.
    Refused(Failure),
    Notify(Message, Rc<[Offer]>),
    /// This article was pasted: it can be had back as these words as long as it is the one that is open.
    Pasted(SessionId, Rc<str>),
    /// Tell a screen reader.
    Announce(Message),
    Take(u32, Offer),
    Dismiss(u32),
    Dialog(Option<Dialog>),
    /// Something only the browser can do.
    Wish(Wish),
    /// The person's own keys.
    Keys(Rc<Keymap>),
    /// The person's own word list, edited by hand or read from where it is kept.
    Words(Rc<WordList>),
    /// Whether the word list learns from corrections.
    Learns(bool),
    Sheet(Sheet),
    /// Escape: closes the uppermost thing.
    Back,
}
