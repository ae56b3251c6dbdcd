//! All that the page knows, changed only by [`Action`]s in a pure function: no browser, no clock, no words.

mod action;
mod cursor;
mod marking;
mod message;
mod opening;
#[cfg(test)]
mod opening_tests;
mod others;
mod reduce;
mod review;
mod several;
#[cfg(test)]
mod several_tests;
mod steps;
#[cfg(test)]
mod tests;

pub(crate) use action::{Action, Findings, Tool};
pub(crate) use message::{Failure, Message, Offer, Toast};
pub(crate) use review::{ReviewRun, ReviewStep};

use std::rc::Rc;

use crate::document::{AnnotationId, Document, EntityId, LabelId, Session, WordList};
use crate::formats::Export;
use crate::storage::SessionId;
use crate::text::TextRange;
use crate::ui::commands::keymap::Keymap;
use crate::view::{Edge, Filter, Inspected, InspectedBody, Panels, Progress, Projection, QueueOrder};

/// What is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Screen {
    /// Looking for saved work.
    Loading,
    /// The empty state: paste, open, drop, samples.
    Start,
    /// An article.
    Article,
}

/// A layer over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialog {
    /// All keys.
    Shortcuts,
    /// The command palette.
    Palette,
    /// A label of the person's own, or a new one.
    Label(Option<LabelId>),
    /// Files for other programs and for readers.
    Export,
    /// The person's own word list.
    Words,
}

/// Something that only the browser can do, done once by the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// Download the article in this form.
    Export(Export),
    /// Print it.
    Print,
    /// Go to the note of the selected annotation.
    Note,
    /// Open the filter.
    Filter,
    /// Open what can be done to a person, place or organization.
    Entity(EntityId),
}

/// What the bottom sheet of a small screen shows; a wide screen shows all of it beside the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sheet {
    /// Only its handle.
    Closed,
    /// People, places, organizations, quotes.
    Panels,
    /// The selected annotation.
    Inspector,
}

/// Where the analysis is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Analysis {
    /// None was asked for in this visit.
    None,
    /// Asked for; the number tells one request from the next.
    Asked(u32),
    /// Under way, with thousandths done.
    Running(u32, u16),
    /// Finished after so many milliseconds.
    Done(u32),
    /// Failed; a toast says why.
    Failed,
}

/// Where the work is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Saved {
    /// Nothing to save yet.
    Nothing,
    /// Changed since the last save.
    Pending,
    /// On this device, up to this revision.
    Yes(u32),
    /// The browser refused; kept in memory only.
    No(crate::storage::StoreError),
}

/// A request to move the keyboard focus or the view, carried out once after drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reveal {
    /// Tells one request from the next.
    pub(crate) turn: u32,
    /// What to show.
    pub(crate) id: AnnotationId,
    /// Whether the focus goes there too.
    pub(crate) focus: bool,
}

/// The article that is open, with everything drawn from it.
#[derive(Clone, Debug)]
pub(crate) struct Open {
    pub(crate) id: SessionId,
    pub(crate) session: Session,
    pub(crate) projection: Projection,
    pub(crate) panels: Rc<Panels>,
    pub(crate) progress: Progress,
}

impl Open {
    pub(crate) fn document(&self) -> &Document {
        self.session.document()
    }
}

/// What outlives an article: kept on the device, shared by all tabs.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    /// The person's own word list.
    pub(crate) words: Rc<WordList>,
    /// Whether it learns from corrections.
    pub(crate) learns: bool,
    /// The person's own keys.
    pub(crate) keys: Rc<Keymap>,
}

impl Default for Kept {
    fn default() -> Self {
        Self { words: Rc::default(), learns: true, keys: Rc::default() }
    }
}

/// All that the page knows.
#[derive(Clone, Debug)]
pub(crate) struct AppState {
    pub(crate) screen: Screen,
    pub(crate) open: Option<Rc<Open>>,
    pub(crate) filter: Rc<Filter>,
    pub(crate) selected: Option<AnnotationId>,
    /// Further annotations that are selected beside it.
    pub(crate) also: Rc<[AnnotationId]>,
    /// Clicks and keys add to the selection instead of replacing it, until Escape.
    pub(crate) adding: bool,
    pub(crate) inspected: Option<Rc<Inspected>>,
    /// Where the keyboard enters the article.
    pub(crate) roving: Option<AnnotationId>,
    /// Words chosen by mouse, touch or the word cursor, already snapped.
    pub(crate) target: Option<TextRange>,
    /// The end of the target that the word cursor moves, with the word it started from.
    pub(crate) cursor: Option<TextRange>,
    /// Marks each selection at once, until Escape.
    pub(crate) armed: Option<Tool>,
    /// Which edge the boundary keys move.
    edge: Edge,
    /// Of which part of a quote; the outer one of the whole without.
    part: Option<usize>,
    pub(crate) review: Option<ReviewRun>,
    pub(crate) order: QueueOrder,
    pub(crate) analysis: Analysis,
    pub(crate) saved: Saved,
    pub(crate) toasts: Rc<[Toast]>,
    /// What a screen reader is told, with a counter so that the same words are told again.
    pub(crate) announced: Option<(u32, Message)>,
    pub(crate) dialog: Option<Dialog>,
    pub(crate) sheet: Sheet,
    pub(crate) reveal: Option<Reveal>,
    /// What is looked for in the article.
    pub(crate) find: Option<Rc<str>>,
    /// What is done is done to all that have the same words.
    pub(crate) wide: bool,
    /// What the browser is to do, with a number that tells one wish from the next.
    pub(crate) wish: Option<(u32, Wish)>,
    pub(crate) kept: Kept,
    /// Counts requests, toasts and announcements.
    turn: u32,
}

impl Default for AppState {
    fn default() -> Self {
        Self {
            screen: Screen::Loading,
            open: None,
            filter: Rc::default(),
            selected: None,
            also: Rc::from([]),
            adding: false,
            inspected: None,
            roving: None,
            target: None,
            cursor: None,
            armed: None,
            edge: Edge::End,
            part: None,
            review: None,
            order: QueueOrder::Reading,
            analysis: Analysis::None,
            saved: Saved::Nothing,
            toasts: Rc::from([]),
            announced: None,
            dialog: None,
            sheet: Sheet::Closed,
            reveal: None,
            find: None,
            wide: false,
            wish: None,
            kept: Kept::default(),
            turn: 0,
        }
    }
}

impl AppState {
    /// The state of a page that has just been opened.
    pub(crate) fn with(kept: Kept) -> Self {
        Self { kept, ..Self::default() }
    }

    /// The document of the open article.
    pub(crate) fn document(&self) -> Option<&Document> {
        self.open.as_deref().map(Open::document)
    }

    /// The selected annotation, when it is the only one and a quote.
    pub(crate) fn inspected_quote(&self) -> Option<&Inspected> {
        let only = self.inspected.as_deref().filter(|_| self.also.is_empty());
        only.filter(|i| matches!(i.body, InspectedBody::Quote { .. }))
    }

    /// The cluster of the selected mention, or of the selected quote's speaker.
    pub(crate) fn inspected_entity(&self) -> Option<EntityId> {
        self.only()?;
        match &self.inspected.as_deref()?.body {
            InspectedBody::Mention { entity, .. } => entity.as_ref().map(|(id, _, _)| *id),
            InspectedBody::Quote { person, .. } => person.as_ref().map(|(id, _)| *id),
        }
    }

    /// How many annotations that are not rejected wear a label.
    pub(crate) fn worn(&self, label: LabelId) -> usize {
        let worn = |a: &&std::sync::Arc<crate::document::Annotation>| {
            a.is_live() && a.body.mention().is_some_and(|m| m.label == label)
        };
        self.document().map_or(0, |document| document.annotations().filter(worn).count())
    }

    /// The next number of a request.
    fn next_turn(&mut self) -> u32 {
        self.turn += 1;
        self.turn
    }
}
