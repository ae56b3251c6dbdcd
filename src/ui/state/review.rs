//! Going through the suggestions one by one.

use super::{AppState, Message, Sheet};
use crate::document::{AnnotationId, Command, Review};
use crate::view::{Way, next_pending};

/// A review under way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ReviewRun {
    /// The suggestion in question; none when all are decided.
    pub(crate) current: Option<AnnotationId>,
    /// How many were accepted and rejected since it began.
    pub(crate) accepted: usize,
    pub(crate) rejected: usize,
}

/// A step of the review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReviewStep {
    Begin,
    Accept,
    Reject,
    /// Leave it as it is and go on.
    Skip,
    /// Back to the one before.
    Previous,
    /// Others were decided meanwhile: go on with what is left.
    Settle,
    End,
}

impl AppState {
    fn next_pending(&self, from: Option<AnnotationId>, way: Way) -> Option<AnnotationId> {
        next_pending(self.document()?, &self.filter, self.order, from, way)
    }

    pub(super) fn review(&mut self, step: ReviewStep) {
        match (step, self.review.clone()) {
            (ReviewStep::Begin, _) => {
                let start = self.selected.filter(|id| self.is_pending(*id));
                let current = start.or_else(|| self.next_pending(None, Way::On));
                self.review = Some(ReviewRun { current, ..ReviewRun::default() });
                self.target = None;
                self.show_current();
            }
            (ReviewStep::End, _) | (_, None) => {
                self.review = None;
                self.select(self.selected);
            }
            (ReviewStep::Accept | ReviewStep::Reject, Some(mut run)) => {
                let Some(id) = run.current else { return };
                let accept = step == ReviewStep::Accept;
                // All with the same words, when the person has said so.
                let others = if self.wide { self.others(id, |a| a.review == Review::Suggested) } else { Vec::new() };
                let ids: Vec<_> = std::iter::once(id).chain(others).collect();
                let count = ids.len();
                let command = if accept { Command::Accept(ids) } else { Command::Reject(ids) };
                if self.is_pending(id) && !self.run_quietly(command) {
                    return;
                }
                run.accepted += if accept { count } else { 0 };
                run.rejected += if accept { 0 } else { count };
                run.current = self.next_pending(Some(id), Way::On);
                if run.current.is_none() {
                    self.announce(Message::Reviewed(run.accepted, run.rejected));
                }
                self.review = Some(run);
                self.show_current();
            }
            (ReviewStep::Settle, Some(mut run)) => {
                if run.current.is_none_or(|id| !self.is_pending(id)) {
                    run.current = self.next_pending(run.current, Way::On);
                }
                self.review = Some(run);
                self.show_current();
            }
            (ReviewStep::Skip | ReviewStep::Previous, Some(mut run)) => {
                let way = if step == ReviewStep::Previous { Way::Back } else { Way::On };
                run.current = self.next_pending(run.current, way).or(run.current);
                self.review = Some(run);
                self.show_current();
            }
        }
    }

    fn is_pending(&self, id: AnnotationId) -> bool {
        let review = self.document().and_then(|d| d.annotation(id)).map(|a| a.review);
        review == Some(Review::Suggested)
    }

    fn show_current(&mut self) {
        if let Some(id) = self.review.as_ref().and_then(|run| run.current) {
            return self.show(id);
        }
        self.select(None);
        self.sheet = Sheet::Inspector;
    }
}
