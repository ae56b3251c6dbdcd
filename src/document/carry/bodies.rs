//! From an annotation of the old text to the same one in the new text.

use std::sync::Arc;

use crate::document::carry::report::FateKind;
use crate::document::carry::spans::{Carrier, Placed};
use crate::document::{Body, MentionBody, QuoteBody, SpeakerCandidate};
use crate::text::{InOrder as _, Source, TextRange};

/// How many paragraphs further from the quote than before its cue and speaker may stand.
const FARTHER: usize = 1;

/// What an annotation says in the new text, and what became of it; none where it stayed as and where it was.
pub(crate) struct Found {
    pub(crate) body: Body,
    pub(crate) fate: Option<FateKind>,
}

/// All spans of an annotation that are worth a search, and whether the marks in them count.
pub(crate) fn spans(body: &Body) -> Vec<(TextRange, bool)> {
    match body {
        Body::Mention(mention) => vec![(mention.range, true)],
        Body::Quote(quote) => {
            let beside = quote.cue.into_iter().chain(quote.speaker).map(|range| (range, true));
            quote.parts.iter().map(|&part| (part, false)).chain(beside).collect()
        }
    }
}

/// None when its words are not in the new text.
pub(crate) fn find(carrier: &mut Carrier, body: &Body) -> Option<Found> {
    match body {
        Body::Mention(mention) => {
            let placed = carrier.exact(mention.range)?;
            let body = Body::Mention(MentionBody { range: placed.range, ..mention.clone() });
            Some(Found { body, fate: placed.moved.then_some(FateKind::Moved) })
        }
        Body::Quote(quote) => find_quote(carrier, quote),
    }
}

fn find_quote(carrier: &mut Carrier, quote: &QuoteBody) -> Option<Found> {
    let mut placed: Vec<Placed> = quote.parts.iter().filter_map(|&part| carrier.part(part)).collect();
    let in_order = placed.is_sorted_by_key(|part| part.range);
    placed.order_by_key(|part| part.range);
    placed.dedup_by(|next, before| before.range.end() > next.range.start());
    let parts: Arc<[TextRange]> = placed.iter().map(|part| part.range).collect();
    if parts.is_empty() {
        return None;
    }
    let mut changed = !in_order || parts.len() < quote.parts.len() || placed.iter().any(|part| part.changed);
    let mut beside = |range: Option<TextRange>| {
        let found = range.and_then(|range| words_beside(carrier, quote, &parts, range));
        changed |= found.is_none() && range.is_some();
        found
    };
    let (cue, speaker) = (beside(quote.cue), beside(quote.speaker));
    let candidates = quote.candidates.iter().filter_map(|candidate| {
        let range = carrier.exact(candidate.range)?.range;
        Some(SpeakerCandidate { range, ..candidate.clone() })
    });
    let candidates = candidates.collect();
    let moved = placed.iter().any(|part| part.moved);
    let body = Body::Quote(QuoteBody { parts, cue, speaker, candidates, ..quote.clone() });
    let fate = if changed { Some(FateKind::Changed) } else { moved.then_some(FateKind::Moved) };
    Some(Found { body, fate })
}

/// Cue or speaker words: not far from the quote if they were not far from it, and no part of it.
fn words_beside(carrier: &mut Carrier, quote: &QuoteBody, parts: &[TextRange], range: TextRange) -> Option<TextRange> {
    let placed = carrier.exact(range)?.range;
    let was_inside = quote.parts.iter().any(|part| part.overlaps(range));
    if !was_inside && parts.iter().any(|part| part.overlaps(placed)) {
        return None;
    }
    let was = distance(carrier.old.source(), &quote.parts, range);
    let is = distance(carrier.new.source(), parts, placed);
    (is <= was + FARTHER).then_some(placed)
}

/// How many paragraphs lie between a range and the nearest part.
fn distance(source: &Source, parts: &[TextRange], range: TextRange) -> usize {
    let place = |range: TextRange| source.paragraph_at(range.start()).unwrap_or(source.paragraphs().len());
    parts.iter().map(|&part| place(part).abs_diff(place(range))).min().unwrap_or_default()
}
