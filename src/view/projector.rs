//! From a document to its paragraphs, drawing again only those that a change touches.

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use super::filter::Filter;
use super::paragraph::{ParagraphView, footprint, project_paragraph};
use crate::document::{Annotation, AnnotationId, Body, Document, EntityId};
use crate::text::TextRange;

/// A document as it is drawn. An update shares every paragraph that looks the same as before.
#[derive(Clone, Debug)]
pub struct Projection {
    document: Document,
    filter: Filter,
    paragraphs: Rc<[Rc<ParagraphView>]>,
    /// For each paragraph the annotations whose footprint meets it, rejected and hidden ones included.
    here: Vec<Rc<BTreeSet<AnnotationId>>>,
}

impl Projection {
    /// Draws `document` from nothing.
    pub fn new(document: &Document, filter: &Filter) -> Self {
        let mut here = vec![BTreeSet::new(); document.source().paragraphs().len()];
        for annotation in document.annotations() {
            for index in met(document, annotation) {
                here[index].insert(annotation.id);
            }
        }
        let here: Vec<_> = here.into_iter().map(Rc::new).collect();
        let paragraphs = (0..here.len()).map(|i| Rc::new(draw(document, filter, i, &here[i]))).collect();
        Self { document: document.clone(), filter: filter.clone(), paragraphs, here }
    }

    /// The paragraphs in order.
    pub fn paragraphs(&self) -> &Rc<[Rc<ParagraphView>]> {
        &self.paragraphs
    }

    /// Keyboard stops of the whole article in reading order.
    pub fn stops(&self) -> Vec<AnnotationId> {
        self.paragraphs.iter().flat_map(|p| p.stops()).collect()
    }

    /// The paragraph in which `id` has its keyboard stop.
    pub fn paragraph_of(&self, id: AnnotationId) -> Option<u32> {
        let start = self.document.annotation(id)?.body.span().start();
        self.document.source().paragraph_at(start).map(|i| i as u32)
    }

    /// The same for a later (or earlier) state of the same article. Draws anew what differs, shares the rest; when
    /// nothing differs the list of paragraphs itself is shared.
    #[must_use]
    pub fn update(&self, document: &Document, filter: &Filter) -> Self {
        let same_text = self.document.source() == document.source();
        if !same_text || self.document.labels() != document.labels() || *filter != self.filter {
            let mut fresh = Self::new(document, filter);
            if same_text {
                fresh.paragraphs = share(&self.paragraphs, fresh.paragraphs.iter().cloned());
            }
            return fresh;
        }
        let mut here = self.here.clone();
        let mut touched: BTreeSet<usize> = BTreeSet::new();
        for (before, after) in changes(&self.document, document) {
            for index in before.into_iter().flat_map(|a| met(&self.document, a)) {
                Rc::make_mut(&mut here[index]).remove(&before.expect("invariant: just iterated").id);
                touched.insert(index);
            }
            for index in after.into_iter().flat_map(|a| met(document, a)) {
                Rc::make_mut(&mut here[index]).insert(after.expect("invariant: just iterated").id);
                touched.insert(index);
            }
        }
        touched.extend(renamed(&self.document, document));
        touched.extend((0..here.len()).filter(|&i| self.document.blocks().get(i) != document.blocks().get(i)));
        let paragraphs = if touched.is_empty() {
            Rc::clone(&self.paragraphs)
        } else {
            let next = self.paragraphs.iter().enumerate().map(|(i, old)| {
                if touched.contains(&i) { Rc::new(draw(document, filter, i, &here[i])) } else { Rc::clone(old) }
            });
            share(&self.paragraphs, next)
        };
        Self { document: document.clone(), filter: filter.clone(), paragraphs, here }
    }
}

/// Keeps the old paragraph wherever the new one looks the same, and the old list when all do.
fn share(old: &Rc<[Rc<ParagraphView>]>, new: impl Iterator<Item = Rc<ParagraphView>>) -> Rc<[Rc<ParagraphView>]> {
    let mut changed = false;
    let list: Vec<_> = new
        .enumerate()
        .map(|(i, new)| {
            if *old[i] == *new {
                return Rc::clone(&old[i]);
            }
            changed = true;
            new
        })
        .collect();
    if changed { list.into() } else { Rc::clone(old) }
}

fn draw(document: &Document, filter: &Filter, index: usize, here: &BTreeSet<AnnotationId>) -> ParagraphView {
    let shown: Vec<&Annotation> =
        here.iter().filter_map(|&id| document.annotation(id)).map(|a| &**a).filter(|a| filter.shows(a)).collect();
    project_paragraph(document, index as u32, &shown)
}

/// The paragraphs in which an annotation shows.
fn met(document: &Document, annotation: &Annotation) -> BTreeSet<usize> {
    footprint(annotation).into_iter().flat_map(|range| overlapped(document, range)).collect()
}

fn overlapped(document: &Document, range: TextRange) -> std::ops::Range<usize> {
    let paragraphs = document.source().paragraphs();
    let first = paragraphs.partition_point(|p| p.end() <= range.start());
    let last = paragraphs.partition_point(|p| p.start() < range.end());
    first..last.max(first)
}

/// Annotations that differ, as (before, after).
fn changes<'a>(
    old: &'a Document,
    new: &'a Document,
) -> Vec<(Option<&'a Arc<Annotation>>, Option<&'a Arc<Annotation>>)> {
    let mut out = Vec::new();
    let (mut before, mut after) = (old.annotations().peekable(), new.annotations().peekable());
    loop {
        match (before.peek(), after.peek()) {
            (None, None) => return out,
            (Some(b), Some(a)) if b.id == a.id => {
                if !Arc::ptr_eq(b, a) && b != a {
                    out.push((before.next(), after.next()));
                } else {
                    before.next();
                    after.next();
                }
            }
            (Some(b), Some(a)) if b.id < a.id => out.push((before.next(), None)),
            (Some(_), None) => out.push((before.next(), None)),
            _ => out.push((None, after.next())),
        }
    }
}

/// Paragraphs with the chip of a quote whose speaker's cluster has changed.
fn renamed(old: &Document, new: &Document) -> BTreeSet<usize> {
    let changed: BTreeSet<EntityId> = new
        .entities()
        .filter(|e| old.entity(e.id).is_none_or(|before| !Arc::ptr_eq(before, e) && before != *e))
        .map(|e| e.id)
        .chain(old.entities().filter(|e| new.entity(e.id).is_none()).map(|e| e.id))
        .collect();
    if changed.is_empty() {
        return BTreeSet::new();
    }
    let tied = new.annotations().filter(
        |a| matches!(&a.body, Body::Quote(quote) if quote.person.is_some_and(|person| changed.contains(&person))),
    );
    tied.flat_map(|a| met(new, a)).collect()
}
