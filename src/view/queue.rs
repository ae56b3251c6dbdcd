//! What is still to be reviewed, and in which order.

use super::filter::Filter;
use crate::document::{Annotation, AnnotationId, Document, Review};

/// In which order suggestions come up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum QueueOrder {
    /// As they stand in the article.
    #[default]
    Reading,
    /// The least certain first.
    LeastCertain,
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
    let mut list: Vec<&Annotation> =
        document.annotations().map(|a| &**a).filter(|a| a.review == Review::Suggested && filter.shows(a)).collect();
    let place = |a: &Annotation| (a.body.span().start(), a.body.span().len(), a.id);
    match order {
        QueueOrder::Reading => list.sort_by_key(|a| place(a)),
        QueueOrder::LeastCertain => list.sort_by_key(|a| (a.confidence.unwrap_or_default(), place(a))),
    }
    list.into_iter().map(|a| a.id).collect()
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
