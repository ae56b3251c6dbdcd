//! What is still to be reviewed, and in which order.

use crate::document::{Annotation, AnnotationId, Document, Review};
use crate::text::TextSize;
use crate::view::filter::Filter;
use crate::vocabulary::Confidence;

/// In which order suggestions come up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum QueueOrder {
    /// As they stand in the article.
    #[default]
    Reading,
    /// The least certain first.
    LeastCertain,
}

/// Which way to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// Towards the end.
    On,
    /// Towards the start.
    Back,
}

/// How much of the article is reviewed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Accepted, made or changed by the person, or rejected.
    pub reviewed: usize,
    /// All annotations, rejected ones included.
    pub total: usize,
    /// Of the reviewed, those rejected.
    pub rejected: usize,
}

/// The suggestions nobody decided yet, in `order`; those that `filter` hides are left out.
pub fn pending(document: &Document, filter: &Filter, order: QueueOrder) -> Vec<AnnotationId> {
    let mut list: Vec<&Annotation> = document
        .annotations()
        .map(|annotation| &**annotation)
        .filter(|annotation| annotation.review == Review::Suggested && filter.shows(document, annotation))
        .collect();
    list.sort_by_key(|annotation| place(annotation, order));
    list.into_iter().map(|annotation| annotation.id).collect()
}

/// The suggestions that are shown and at least so sure, in reading order: what "accept all" accepts.
pub fn acceptable(document: &Document, filter: &Filter, least: Confidence) -> Vec<AnnotationId> {
    let sure = |id: &AnnotationId| {
        document
            .annotation(*id)
            .is_some_and(|annotation| annotation.confidence.unwrap_or(Confidence::permille(1000)) >= least)
    };
    pending(document, filter, QueueOrder::Reading).into_iter().filter(sure).collect()
}

/// The next suggestion after `from`, which may be decided itself, or the one before it; round the end, and `None` when
/// no other is left.
pub fn next_pending(
    document: &Document,
    filter: &Filter,
    order: QueueOrder,
    from: Option<AnnotationId>,
    way: Way,
) -> Option<AnnotationId> {
    let list = pending(document, filter, order);
    let Some(from) = from.and_then(|id| document.annotation(id)) else { return list.first().copied() };
    let here = place(from, order);
    let key = |id: &AnnotationId| document.annotation(*id).map(|annotation| place(annotation, order));
    let at = list.partition_point(|id| key(id) < Some(here));
    let others: Vec<_> = list.iter().copied().filter(|&id| id != from.id).collect();
    let found = if way == Way::Back {
        others[..at.min(others.len())].last().or(others.last())
    } else {
        others.get(at).or(others.first())
    };
    found.copied()
}

/// Where an annotation stands in an order.
fn place(a: &Annotation, order: QueueOrder) -> (Confidence, TextSize, TextSize, AnnotationId) {
    let certain = match order {
        QueueOrder::Reading => Confidence::default(),
        QueueOrder::LeastCertain => a.confidence.unwrap_or_default(),
    };
    (certain, a.body.span().start(), a.body.span().len(), a.id)
}

/// How much is reviewed.
pub fn progress(document: &Document) -> Progress {
    let mut out = Progress::default();
    for annotation in document.annotations() {
        out.total += 1;
        out.reviewed += usize::from(annotation.review != Review::Suggested);
        out.rejected += usize::from(annotation.review == Review::Rejected);
    }
    out
}
