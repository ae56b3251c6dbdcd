//! Accepting, rejecting, notes and the state of fact checking.

use std::collections::BTreeSet;

use crate::document::run::edit::Edit;
use crate::document::run::mentions::with_fitting_cluster;
use crate::document::{Annotation, AnnotationId, Body, CheckStatus, CommandError, Outcome, Review, StepKind};

/// Several ids: those whose words carry the label already are skipped; one id alone is refused with the reason.
pub(crate) fn accept(edit: &mut Edit, ids: &[AnnotationId]) -> Result<Outcome, CommandError> {
    set_review(edit, ids, Review::Accepted, StepKind::Accept)
}

pub(crate) fn unreview(edit: &mut Edit, ids: &[AnnotationId]) -> Result<Outcome, CommandError> {
    for &id in ids {
        if !edit.annotation(id)?.is_found() && ids.len() == 1 {
            return Err(CommandError::NothingToDo);
        }
    }
    set_review(edit, ids, Review::Suggested, StepKind::Unreview)
}

fn set_review(
    edit: &mut Edit,
    ids: &[AnnotationId],
    review: Review,
    action: StepKind,
) -> Result<Outcome, CommandError> {
    let mut count = 0;
    let mut live = Vec::new();
    for id in ids.iter().copied().collect::<BTreeSet<_>>() {
        let annotation = edit.annotation(id)?;
        if annotation.review == review || (review == Review::Suggested && !annotation.is_found()) {
            continue;
        }
        match reviewed(edit, &annotation, review) {
            Ok(changed) if annotation.is_live() => live.push(changed),
            // At once, so that the next one of the same words finds them taken.
            Ok(changed) => edit.put_annotation(changed),
            Err(CommandError::AlreadyMarked) if ids.len() > 1 => continue,
            Err(refusal) => return Err(refusal),
        }
        count += 1;
    }
    edit.put_annotations(live);
    Outcome::of(action, count, ids.first().copied())
}

fn reviewed(edit: &mut Edit, annotation: &Annotation, review: Review) -> Result<Annotation, CommandError> {
    let mut changed = annotation.clone();
    changed.review = review;
    if !annotation.is_live() {
        if let Body::Mention(mention) = &annotation.body {
            edit.free(mention.range, mention.label, annotation.id)?;
        }
        // The cluster may have another label by now.
        changed.body = with_fitting_cluster(edit, changed.body);
    }
    Ok(changed)
}

pub(crate) fn set_note(edit: &mut Edit, id: AnnotationId, note: &str) -> Result<Outcome, CommandError> {
    let mut annotation = (*edit.annotation(id)?).clone();
    if !annotation.is_live() {
        return Err(CommandError::UnknownAnnotation);
    }
    let note = if note.trim().is_empty() { "" } else { note };
    if &*annotation.note == note {
        return Err(CommandError::NothingToDo);
    }
    annotation.note = note.into();
    edit.put_annotation(annotation);
    Outcome::of(StepKind::Note, 1, Some(id))
}

pub(crate) fn set_status(edit: &mut Edit, ids: &[AnnotationId], status: CheckStatus) -> Result<Outcome, CommandError> {
    let mut changed = Vec::new();
    for id in ids.iter().copied().collect::<BTreeSet<_>>() {
        let mut annotation = (*edit.annotation(id)?).clone();
        if annotation.status != status && annotation.is_live() {
            annotation.status = status;
            changed.push(annotation);
        }
    }
    let count = changed.len();
    edit.put_annotations(changed);
    Outcome::of(StepKind::Status, count, ids.first().copied())
}
