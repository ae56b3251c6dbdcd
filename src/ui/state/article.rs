//! The article that is open, with everything drawn from it.

use std::rc::Rc;

use crate::document::{AnnotationId, Document, Fate, FateKind, Session};
use crate::storage::SessionId;
use crate::ui::state::saving::Saved;
use crate::view::{Filter, Panels, Progress, Projection, panels, panels_after, progress};

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
    /// An article, drawn for the first time.
    pub(crate) fn new(id: SessionId, session: Session, filter: &Filter) -> Self {
        let document = session.document();
        Self {
            projection: Projection::new(document, filter),
            panels: Rc::new(panels(document, filter)),
            progress: progress(document),
            id,
            session,
        }
    }

    pub(crate) fn document(&self) -> &Document {
        self.session.document()
    }

    /// Draws paragraphs and panels from the document as it is now.
    fn draw(&mut self, filter: &Filter) {
        let document = self.session.document();
        let before = self.projection.document();
        let rows = if self.projection.filter() == filter {
            panels_after(&self.panels, (before, document), filter)
        } else {
            panels(document, filter).sharing(&self.panels)
        };
        self.progress = self.progress.after(before, document);
        self.projection = self.projection.update(document, filter);
        if rows != *self.panels {
            self.panels = Rc::new(rows);
        }
    }
}

/// A note that is being typed: each key takes the place of the one before, so that all of it is one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Typing {
    pub(crate) id: AnnotationId,
    /// The revision of the session after the last key.
    pub(crate) revision: u32,
}

/// What became of the annotations when the text was edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CarryReport {
    /// How many kept to their words where they were.
    pub(crate) kept: usize,
    /// The others, in the order of the text before.
    pub(crate) fates: Vec<Fate>,
}

impl CarryReport {
    /// How many became of this kind.
    pub(crate) fn count(&self, kind: FateKind) -> usize {
        self.fates.iter().filter(|fate| fate.kind == kind).count()
    }
}

/// The article, what is shown of it, and where it is kept.
#[derive(Clone, Debug)]
pub(crate) struct ArticleState {
    pub(crate) open: Option<Rc<Open>>,
    pub(crate) filter: Rc<Filter>,
    pub(crate) saved: Saved,
    pub(crate) typing: Option<Typing>,
    /// What became of the annotations when the text was edited last.
    pub(crate) carried: Option<Rc<CarryReport>>,
}

impl Default for ArticleState {
    fn default() -> Self {
        Self { open: None, filter: Rc::default(), saved: Saved::Nothing, typing: None, carried: None }
    }
}

impl ArticleState {
    /// The document of the open article.
    pub(crate) fn document(&self) -> Option<&Document> {
        self.open.as_deref().map(Open::document)
    }

    /// The revision of the session.
    pub(crate) fn revision(&self) -> u32 {
        self.open.as_ref().map_or(0, |open| open.session.revision())
    }

    /// Where the keyboard stops, in reading order.
    pub(crate) fn stops(&self) -> Vec<AnnotationId> {
        self.open.as_ref().map(|open| open.projection.stops()).unwrap_or_default()
    }

    /// Where the keyboard stops first.
    pub(crate) fn first_stop(&self) -> Option<AnnotationId> {
        self.open.as_ref()?.projection.paragraphs().iter().find_map(|paragraph| paragraph.stops().next())
    }

    /// Whether an annotation is there and the filter shows it.
    pub(crate) fn shows(&self, id: AnnotationId) -> bool {
        let annotation = |document: &Document| {
            document.annotation(id).is_some_and(|annotation| self.filter.shows(document, annotation))
        };
        self.document().is_some_and(annotation)
    }

    /// Takes over a changed session, which is not saved yet.
    pub(crate) fn put(&mut self, session: Session) {
        if let Some(open) = &mut self.open {
            Rc::make_mut(open).session = session;
            // What was refused is told once, and stays so until the database takes it.
            if !matches!(self.saved, Saved::No(_)) {
                self.saved = Saved::Pending;
            }
        }
    }

    /// The open article goes on under another name.
    pub(crate) fn rename(&mut self, id: SessionId) {
        if let Some(open) = &mut self.open {
            Rc::make_mut(open).id = id;
            self.saved = Saved::Pending;
        }
    }

    /// Draws the article from the document as it is now.
    pub(crate) fn draw(&mut self) {
        if let Some(open) = &mut self.open {
            Rc::make_mut(open).draw(&self.filter);
        }
    }
}
