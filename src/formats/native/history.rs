//! Reading the history: each step by the text that it begins at.

use std::sync::Arc;

use super::reader::Reader;
use super::record::{ChangeRecord, DeltaRecord, HistoryRecord, StepRecord};
use crate::document::{AnnotationId, Change, Delta, Step, StepKind};
use crate::text::Source;

type Steps = Vec<Arc<Step>>;

/// Steps, of which the last begins at this text: each is read by the text it begins at.
fn steps(source: &Source, all: &[StepRecord<'_>]) -> Option<Steps> {
    let mut here = source.clone();
    let mut steps = all.iter().rev().map(|record| step(&mut here, record).map(Arc::new)).collect::<Option<Vec<_>>>()?;
    steps.reverse();
    Some(steps)
}

/// Afterwards `here` is the text that the step leads to.
fn step(here: &mut Source, record: &StepRecord<'_>) -> Option<Step> {
    let mut changes = Vec::with_capacity(record.changes.len());
    for of_one_text in record.changes.split_inclusive(|change| matches!(change, ChangeRecord::Text { .. })) {
        let source = here.clone();
        let mut reader = Reader::of_history(&source);
        for record in of_one_text {
            changes.push(reader.change(record)?);
        }
        if let Some(Change::Text(text)) = changes.last() {
            *here = text.source.clone();
        }
    }
    Some(Step {
        action: StepKind::of_code(&record.action)?,
        count: record.count,
        before: record.before.map(AnnotationId),
        after: record.after.map(AnnotationId),
        changes,
    })
}

pub(super) fn both(source: &Source, history: &HistoryRecord<'_>) -> Option<(Steps, Steps)> {
    Some((steps(source, &history.undo)?, steps(source, &history.redo)?))
}

pub(super) fn delta(source: &Source, json: &str) -> Option<Delta> {
    let mut reader = Reader::of_history(source);
    let record: DeltaRecord<'_> = serde_json::from_str(json).ok()?;
    Some(Delta {
        changes: record.changes.iter().map(|character| reader.change(character)).collect::<Option<_>>()?,
        undo_kept: record.undo_kept,
        undo: steps(source, &record.undo)?,
        redo_kept: record.redo_kept,
        redo: steps(source, &record.redo)?,
    })
}
