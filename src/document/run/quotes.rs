//! Making and changing quotes.

use std::sync::Arc;

use crate::document::run::edit::{Edit, sorted_parts};
use crate::document::run::review::accept;
use crate::document::{
    Annotation, AnnotationId, Body, CommandError, EntityId, LabelId, MentionBody, Outcome, QuoteBody, Snap, StepKind,
};
use crate::text::TextRange;
use crate::vocabulary::QuoteKind;

fn plain_quote(kind: QuoteKind, parts: Arc<[TextRange]>) -> QuoteBody {
    QuoteBody { kind, parts, cue: None, speaker: None, entity: None, candidates: Arc::default(), unclosed: false }
}

fn quote(edit: &Edit, id: AnnotationId) -> Result<(Arc<Annotation>, QuoteBody), CommandError> {
    let annotation = edit.annotation(id)?;
    if !annotation.is_live() {
        return Err(CommandError::UnknownAnnotation);
    }
    let quote = annotation.body.quote().cloned().ok_or(CommandError::WrongKind)?;
    Ok((annotation, quote))
}

fn change_quote(
    edit: &mut Edit,
    action: StepKind,
    annotation: &Annotation,
    quote: QuoteBody,
) -> Result<Outcome, CommandError> {
    let body = Body::Quote(quote);
    if body == annotation.body {
        return Err(CommandError::NothingToDo);
    }
    edit.change_body(annotation, body);
    Outcome::of(action, 1, Some(annotation.id))
}

pub(crate) fn add_quote(edit: &mut Edit, parts: Vec<TextRange>, kind: QuoteKind) -> Result<Outcome, CommandError> {
    for &part in &parts {
        edit.checked(part)?;
    }
    let parts = sorted_parts(parts)?;
    let same = |annotation: &Annotation| annotation.body.quote().is_some_and(|quote| quote.parts == parts);
    if edit.document.overlapping(parts[0]).into_iter().any(|annotation| same(annotation)) {
        return Err(CommandError::AlreadyMarked);
    }
    let rejected = edit.document.annotations().find(|annotation| !annotation.is_live() && same(annotation)).cloned();
    let id = match rejected {
        // What the person once rejected and now marks is the same annotation again, its speaker included.
        Some(old) => {
            let quote = old.body.quote().cloned().ok_or(CommandError::WrongKind)?;
            edit.change_body(&old, Body::Quote(QuoteBody { kind, ..quote }));
            old.id
        }
        None => edit.add(Body::Quote(plain_quote(kind, parts))),
    };
    Outcome::of(StepKind::Quote, 1, Some(id))
}

pub(crate) fn add_part(edit: &mut Edit, id: AnnotationId, range: TextRange) -> Result<Outcome, CommandError> {
    let (annotation, mut quote) = quote(edit, id)?;
    let range = edit.checked(range)?;
    let mut parts = quote.parts.to_vec();
    parts.push(range);
    quote.parts = sorted_parts(parts)?;
    change_quote(edit, StepKind::AddPart, &annotation, quote)
}

pub(crate) fn remove_part(edit: &mut Edit, id: AnnotationId, part: usize) -> Result<Outcome, CommandError> {
    let (annotation, mut quote) = quote(edit, id)?;
    if part >= quote.parts.len() {
        return Err(CommandError::NothingToDo);
    }
    if quote.parts.len() == 1 {
        return Err(CommandError::LastPart);
    }
    let mut parts = quote.parts.to_vec();
    parts.remove(part);
    quote.parts = parts.into();
    change_quote(edit, StepKind::RemovePart, &annotation, quote)
}

pub(crate) fn set_quote_kind(edit: &mut Edit, id: AnnotationId, kind: QuoteKind) -> Result<Outcome, CommandError> {
    let annotation = edit.annotation(id)?;
    if !annotation.is_live() {
        return Err(CommandError::UnknownAnnotation);
    }
    let quote = match &annotation.body {
        Body::Quote(quote) => QuoteBody { kind, ..quote.clone() },
        Body::Mention(mention) => plain_quote(kind, Arc::new([mention.range])),
    };
    change_quote(edit, StepKind::QuoteKind, &annotation, quote)
}

pub(crate) fn quote_to_mention(edit: &mut Edit, id: AnnotationId, label: LabelId) -> Result<Outcome, CommandError> {
    edit.known_label(label)?;
    let (annotation, quote) = quote(edit, id)?;
    let range = edit.document.snap(quote.parts[0], Snap::Characters).ok_or(CommandError::EmptyRange)?;
    edit.free(range, label, id)?;
    let words = edit.document.source().slice(range).to_owned();
    let entity = Some(edit.cluster_for(label, &words));
    edit.change_body(&annotation, Body::Mention(MentionBody { range, label, entity }));
    Outcome::of(StepKind::Relabel, 1, Some(id))
}

pub(crate) fn set_speaker(
    edit: &mut Edit,
    id: AnnotationId,
    entity: Option<EntityId>,
    mention: Option<TextRange>,
) -> Result<Outcome, CommandError> {
    let (annotation, mut quote) = quote(edit, id)?;
    if let Some(entity) = entity {
        edit.entity(entity)?;
    }
    quote.speaker = mention.map(|range| edit.checked(range)).transpose()?;
    quote.entity = entity;
    // Choosing the speaker the engine had suggested says that it is right.
    if Body::Quote(quote.clone()) == annotation.body {
        return accept(edit, &[id]).map(|outcome| Outcome { action: StepKind::Speaker, ..outcome });
    }
    change_quote(edit, StepKind::Speaker, &annotation, quote)
}

pub(crate) fn set_cue(edit: &mut Edit, id: AnnotationId, cue: Option<TextRange>) -> Result<Outcome, CommandError> {
    let (annotation, mut quote) = quote(edit, id)?;
    quote.cue = cue.map(|range| edit.checked(range)).transpose()?;
    change_quote(edit, StepKind::Cue, &annotation, quote)
}
