//! Making and changing quotes.

use std::sync::Arc;

use super::outcome;
use crate::document::edit::Edit;
use crate::document::{
    Annotation, AnnotationId, Body, CommandError, EntityId, LabelId, MentionBody, Outcome, QuoteBody, Snap,
};
use crate::text::TextRange;
use crate::vocabulary::QuoteKind;

/// Sorted and disjoint parts.
pub(super) fn sorted_parts(mut parts: Vec<TextRange>) -> Result<Arc<[TextRange]>, CommandError> {
    parts.sort_unstable();
    if parts.is_empty() {
        return Err(CommandError::EmptyRange);
    }
    if parts.windows(2).any(|w| w[0].end() > w[1].start()) {
        return Err(CommandError::PartsOverlap);
    }
    Ok(parts.into())
}

fn plain_quote(kind: QuoteKind, parts: Arc<[TextRange]>) -> QuoteBody {
    QuoteBody { kind, parts, cue: None, speaker: None, person: None, candidates: Arc::default(), unclosed: false }
}

impl Edit {
    fn quote(&self, id: AnnotationId) -> Result<(Arc<Annotation>, QuoteBody), CommandError> {
        let annotation = self.annotation(id)?;
        if !annotation.is_live() {
            return Err(CommandError::UnknownAnnotation);
        }
        let quote = annotation.body.quote().cloned().ok_or(CommandError::WrongKind)?;
        Ok((annotation, quote))
    }

    fn change_quote(
        &mut self,
        action: &'static str,
        annotation: &Annotation,
        quote: QuoteBody,
    ) -> Result<Outcome, CommandError> {
        let body = Body::Quote(quote);
        if body == annotation.body {
            return Err(CommandError::NothingToDo);
        }
        self.change_body(annotation, body);
        outcome(action, 1, Some(annotation.id))
    }

    pub(super) fn add_quote(&mut self, parts: Vec<TextRange>, kind: QuoteKind) -> Result<Outcome, CommandError> {
        for &part in &parts {
            self.checked(part)?;
        }
        let parts = sorted_parts(parts)?;
        let same = |a: &Annotation| a.body.quote().is_some_and(|q| q.parts == parts);
        if self.document.overlapping(parts[0]).into_iter().any(|a| same(a)) {
            return Err(CommandError::AlreadyMarked);
        }
        let rejected = self.document.annotations().find(|a| !a.is_live() && same(a)).cloned();
        let id = match rejected {
            // What the person once rejected and now marks is the same annotation again, its speaker included.
            Some(old) => {
                let quote = old.body.quote().cloned().ok_or(CommandError::WrongKind)?;
                self.change_body(&old, Body::Quote(QuoteBody { kind, ..quote }));
                old.id
            }
            None => self.add(Body::Quote(plain_quote(kind, parts))),
        };
        outcome("quote", 1, Some(id))
    }

    pub(super) fn add_part(&mut self, id: AnnotationId, range: TextRange) -> Result<Outcome, CommandError> {
        let (annotation, mut quote) = self.quote(id)?;
        let range = self.checked(range)?;
        let mut parts = quote.parts.to_vec();
        parts.push(range);
        quote.parts = sorted_parts(parts)?;
        self.change_quote("add-part", &annotation, quote)
    }

    pub(super) fn remove_part(&mut self, id: AnnotationId, part: usize) -> Result<Outcome, CommandError> {
        let (annotation, mut quote) = self.quote(id)?;
        if part >= quote.parts.len() {
            return Err(CommandError::NothingToDo);
        }
        if quote.parts.len() == 1 {
            return Err(CommandError::LastPart);
        }
        let mut parts = quote.parts.to_vec();
        parts.remove(part);
        quote.parts = parts.into();
        self.change_quote("remove-part", &annotation, quote)
    }

    pub(super) fn set_quote_kind(&mut self, id: AnnotationId, kind: QuoteKind) -> Result<Outcome, CommandError> {
        let annotation = self.annotation(id)?;
        if !annotation.is_live() {
            return Err(CommandError::UnknownAnnotation);
        }
        let quote = match &annotation.body {
            Body::Quote(quote) => QuoteBody { kind, ..quote.clone() },
            Body::Mention(mention) => plain_quote(kind, Arc::new([mention.range])),
        };
        self.change_quote("quote-kind", &annotation, quote)
    }

    pub(super) fn quote_to_mention(&mut self, id: AnnotationId, label: LabelId) -> Result<Outcome, CommandError> {
        self.known_label(label)?;
        let (annotation, quote) = self.quote(id)?;
        let range = self.document.snap(quote.parts[0], Snap::Characters).ok_or(CommandError::EmptyRange)?;
        self.free(range, label, id)?;
        let words = self.document.source().slice(range).to_owned();
        let entity = Some(self.cluster_for(label, &words));
        self.change_body(&annotation, Body::Mention(MentionBody { range, label, entity }));
        outcome("relabel", 1, Some(id))
    }

    pub(super) fn set_speaker(
        &mut self,
        id: AnnotationId,
        person: Option<EntityId>,
        mention: Option<TextRange>,
    ) -> Result<Outcome, CommandError> {
        let (annotation, mut quote) = self.quote(id)?;
        if let Some(entity) = person {
            self.entity(entity)?;
        }
        quote.speaker = mention.map(|range| self.checked(range)).transpose()?;
        quote.person = person;
        // Choosing the speaker the engine had suggested says that it is right.
        if Body::Quote(quote.clone()) == annotation.body {
            return self.accept(&[id]).map(|o| Outcome { action: "speaker", ..o });
        }
        self.change_quote("speaker", &annotation, quote)
    }

    pub(super) fn set_cue(&mut self, id: AnnotationId, cue: Option<TextRange>) -> Result<Outcome, CommandError> {
        let (annotation, mut quote) = self.quote(id)?;
        quote.cue = cue.map(|range| self.checked(range)).transpose()?;
        self.change_quote("cue", &annotation, quote)
    }
}
