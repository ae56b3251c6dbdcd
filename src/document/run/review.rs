//! Accepting, rejecting, notes and the state of fact checking.

use std::collections::BTreeSet;

use super::outcome;
use crate::document::edit::Edit;
use crate::document::{Annotation, AnnotationId, Body, CheckStatus, CommandError, Outcome, Review};

impl Edit {
    /// Several ids: those whose words carry the label already are skipped; one id alone is refused with the reason.
    pub(super) fn accept(&mut self, ids: &[AnnotationId]) -> Result<Outcome, CommandError> {
        self.set_review(ids, Review::Accepted, "accept")
    }

    pub(super) fn unreview(&mut self, ids: &[AnnotationId]) -> Result<Outcome, CommandError> {
        for &id in ids {
            if !self.annotation(id)?.is_found() && ids.len() == 1 {
                return Err(CommandError::NothingToDo);
            }
        }
        self.set_review(ids, Review::Suggested, "unreview")
    }

    fn set_review(
        &mut self,
        ids: &[AnnotationId],
        review: Review,
        action: &'static str,
    ) -> Result<Outcome, CommandError> {
        let mut count = 0;
        for id in ids.iter().copied().collect::<BTreeSet<_>>() {
            let annotation = self.annotation(id)?;
            if annotation.review == review || (review == Review::Suggested && !annotation.is_found()) {
                continue;
            }
            match self.reviewed(&annotation, review) {
                Ok(changed) => self.put_annotation(changed),
                Err(CommandError::AlreadyMarked) if ids.len() > 1 => continue,
                Err(refusal) => return Err(refusal),
            }
            count += 1;
        }
        outcome(action, count, ids.first().copied())
    }

    fn reviewed(&mut self, annotation: &Annotation, review: Review) -> Result<Annotation, CommandError> {
        let mut changed = annotation.clone();
        changed.review = review;
        if !annotation.is_live() {
            if let Body::Mention(mention) = &annotation.body {
                self.free(mention.range, mention.label, annotation.id)?;
            }
            // The cluster may have another label by now.
            changed.body = self.with_fitting_cluster(changed.body);
        }
        Ok(changed)
    }

    pub(super) fn set_note(&mut self, id: AnnotationId, note: &str) -> Result<Outcome, CommandError> {
        let mut annotation = (*self.annotation(id)?).clone();
        if !annotation.is_live() {
            return Err(CommandError::UnknownAnnotation);
        }
        let note = if note.trim().is_empty() { "" } else { note };
        if &*annotation.note == note {
            return Err(CommandError::NothingToDo);
        }
        annotation.note = note.into();
        self.put_annotation(annotation);
        outcome("note", 1, Some(id))
    }

    pub(super) fn set_status(&mut self, ids: &[AnnotationId], status: CheckStatus) -> Result<Outcome, CommandError> {
        let mut count = 0;
        for &id in ids {
            let mut annotation = (*self.annotation(id)?).clone();
            if annotation.status != status && annotation.is_live() {
                annotation.status = status;
                self.put_annotation(annotation);
                count += 1;
            }
        }
        outcome("status", count, ids.first().copied())
    }
}
