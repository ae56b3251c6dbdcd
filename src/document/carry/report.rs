//! What a person is told of an edit: which annotations did not stay as and where they were.

use std::sync::Arc;

use crate::document::{Annotation, AnnotationId, Body, Document};

/// The most bytes of a span that are shown.
const SHOWN: usize = 400;

/// What became of the annotations of a text that was edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The new text with all that was carried.
    pub document: Document,
    /// Annotations that did not stay as and where they were, in reading order of the old text. Rejected ones, which are
    /// not shown, are not in it.
    pub report: Vec<Fate>,
    /// How many simply kept their words.
    pub kept: usize,
    /// How many of the report have the same words at another place.
    pub moved: usize,
    /// Words that only the new text has, and words that only the old one had.
    pub words: [usize; 2],
}

/// What became of one annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fate {
    /// Its name, in both documents.
    pub id: AnnotationId,
    /// What became of it.
    pub kind: FateKind,
    /// Its words in the old text; the beginning, where they are very many.
    pub before: Arc<str>,
    /// As it was.
    pub annotation: Arc<Annotation>,
}

/// What became of an annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FateKind {
    /// The same words at another place than its neighbors: in a paragraph that moved, or found by its words and context.
    Moved,
    /// A quote whose words were edited, or that lost a part, its cue or the words that name its speaker.
    Changed,
    /// Not in the new text.
    Vanished,
}

impl Fate {
    pub(crate) fn new(old: &Document, annotation: &Arc<Annotation>, kind: FateKind) -> Self {
        Self { id: annotation.id, kind, before: words(old, &annotation.body), annotation: Arc::clone(annotation) }
    }
}

fn words(old: &Document, body: &Body) -> Arc<str> {
    let mut out = String::new();
    for part in body.parts() {
        if !out.is_empty() {
            out.push_str(" … ");
        }
        let text = old.source().slice(*part);
        let end = text.floor_char_boundary(SHOWN.saturating_sub(out.len()));
        out.push_str(&text[..end]);
        if end < text.len() {
            out.push('…');
            break;
        }
    }
    out.into()
}
