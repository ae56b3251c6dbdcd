//! What is still to be reviewed, and in which order.

use crate::document::{Annotation, AnnotationId, Document, Review, differing_annotations};
use crate::text::{InOrder as _, TextSize};
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
    let mut list: Vec<_> = open(document, filter).map(|annotation| place(annotation, order)).collect();
    list.order();
    list.into_iter().map(|(.., id)| id).collect()
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
    let from = from.and_then(|id| document.annotation(id));
    let here = from.map(|annotation| place(annotation, order));
    let is_other = |annotation: &&Annotation| from.is_none_or(|from| from.id != annotation.id);
    let others = || open(document, filter).filter(is_other).map(|annotation| place(annotation, order));
    // Nothing is put in order to find one.
    let found = match (here, way) {
        (Some(here), Way::Back) => others().filter(|other| *other < here).max().or_else(|| others().max()),
        (Some(here), Way::On) => others().filter(|other| *other > here).min().or_else(|| others().min()),
        (None, _) => others().min(),
    };
    found.map(|(.., id)| id)
}

/// The suggestions that nobody decided and `filter` shows, in no order.
fn open<'a>(document: &'a Document, filter: &'a Filter) -> impl Iterator<Item = &'a Annotation> {
    let all = document.annotations().map(|annotation| &**annotation);
    all.filter(|annotation| annotation.review == Review::Suggested && filter.shows(document, annotation))
}

/// How sure the engine is of each suggestion that is left, the least first, permille.
pub fn confidences(document: &Document, filter: &Filter) -> Vec<u16> {
    const CERTAIN: u16 = 1000;
    // Counted instead of sorted: there are few different ones.
    let mut counts = vec![0_usize; usize::from(CERTAIN) + 1];
    for annotation in open(document, filter) {
        let sure = annotation.confidence.map_or(CERTAIN, Confidence::get).min(CERTAIN);
        counts[usize::from(sure)] += 1;
    }
    (0..=CERTAIN).zip(counts).flat_map(|(sure, count)| std::iter::repeat_n(sure, count)).collect()
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
    document.annotations().for_each(|annotation| out.count(annotation, usize::wrapping_add));
    out
}

impl Progress {
    /// The same after a change from one document to the next: only what differs is counted.
    #[must_use]
    pub fn after(mut self, before: &Document, after: &Document) -> Self {
        for (_, old, new) in differing_annotations(before, after) {
            if let Some(annotation) = old {
                self.count(annotation, usize::wrapping_sub);
            }
            if let Some(annotation) = new {
                self.count(annotation, usize::wrapping_add);
            }
        }
        self
    }

    fn count(&mut self, annotation: &Annotation, change: fn(usize, usize) -> usize) {
        self.total = change(self.total, 1);
        self.reviewed = change(self.reviewed, usize::from(annotation.review != Review::Suggested));
        self.rejected = change(self.rejected, usize::from(annotation.review == Review::Rejected));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{DocumentParts, Origin, Session};
    use crate::text::Source;
    use crate::view::edits_tests::{Choices, TEXT, command};

    /// An article in which some are undecided, with shares of all kinds.
    fn suggested(seed: u64) -> Document {
        let mut choices = Choices(seed);
        let mut session = Session::new(Document::new(Source::new(TEXT)));
        for _ in 0..40 {
            drop(session.run(command(&mut choices, session.document())));
        }
        let mut parts = DocumentParts::of(session.document());
        for annotation in &mut parts.annotations {
            if choices.below(3) > 0 && annotation.review != Review::Rejected {
                (annotation.review, annotation.origin) = (Review::Suggested, Origin::Engine);
                annotation.confidence = Some(Confidence::permille(choices.below(8) as u16 * 100));
            }
        }
        parts.assemble().expect("nothing but reviews differ")
    }

    #[test]
    fn the_next_one_is_found_without_putting_them_in_order() {
        for seed in 0..40 {
            let (document, filter) = (suggested(seed), Filter::default());
            for order in [QueueOrder::Reading, QueueOrder::LeastCertain] {
                let list = pending(&document, &filter, order);
                assert_eq!(next_pending(&document, &filter, order, None, Way::On), list.first().copied());
                for from in document.annotations() {
                    let key = |id: AnnotationId| document.annotation(id).map(|annotation| place(annotation, order));
                    let others: Vec<_> = list.iter().copied().filter(|&id| id != from.id).collect();
                    let at = others.partition_point(|&id| key(id) < Some(place(from, order)));
                    let (back, on) = (others[..at].last().or(others.last()), others.get(at).or(others.first()));
                    let next = |way| next_pending(&document, &filter, order, Some(from.id), way);
                    assert_eq!((next(Way::Back), next(Way::On)), (back.copied(), on.copied()), "seed {seed}");
                }
            }
            let mut sure: Vec<_> =
                open(&document, &filter).map(|one| one.confidence.map_or(1000, Confidence::get)).collect();
            sure.sort_unstable();
            assert_eq!(confidences(&document, &filter), sure);
        }
    }
}
