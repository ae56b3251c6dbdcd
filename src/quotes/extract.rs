//! The pipeline: spans level by level, the quotes of each, then the lines of a transcript.
//!
//! The words of each quotation are read as an article of their own. Who is named outside cannot have said what stands
//! inside, other than as "I": that is the speaker around it.

use crate::entities::Recognition;
use crate::quotes::parse::index::{IdVec, QuoteId};
use crate::quotes::parse::{lookup, read};
use crate::quotes::quote::{Quote, order};
use crate::quotes::spans::find::{body, readable, spans};
use crate::quotes::spans::lines::{self, Line};
use crate::quotes::spans::pairing::Marked;
use crate::quotes::{assemble, transcript};
use crate::segment::Segmentation;
use crate::text::{Source, TextRange};
use crate::vocabulary::{Confidence, Evidence};

/// The quote around another is one of so many that begin before it.
const QUOTES_AROUND: usize = 8;

/// Finds quotes and their speakers; reported speech and thought less sure than `reported_from` is left out.
///
/// # Panics
/// When `names` are not those of this segmentation.
pub fn extract(
    source: &Source,
    segmentation: &Segmentation,
    names: &Recognition,
    reported_from: Confidence,
) -> Vec<Quote> {
    let paragraphs = readable(segmentation);
    let lines = lines::transcript(source, &body(segmentation));
    let levels = spans(source, &paragraphs, &lines);
    let mut out = all(source, segmentation, names, levels, &lines, reported_from);
    out.sort_by_key(order);
    if !lines.is_empty() {
        transcript::quotes(source, names, &lines, &mut out);
    }
    out
}

/// The quotes of all levels, and what is reported outside them.
fn all(
    source: &Source,
    segmentation: &Segmentation,
    names: &Recognition,
    levels: Vec<Vec<Marked>>,
    lines: &[Line],
    reported_from: Confidence,
) -> Vec<Quote> {
    let readings = lookup::readings(source, segmentation, &names.spellings);
    let mut out = Vec::new();
    let mut around: Vec<Quote> = Vec::new();
    // What the words of this level stand in; nothing around the outermost.
    let mut outer: Option<Vec<TextRange>> = None;
    let mut levels = levels.into_iter().peekable();
    while let Some(spans) = levels.next() {
        let spans: IdVec<QuoteId, Marked> = spans.into();
        let words = read::words(source, segmentation, &readings, &spans, outer.as_deref());
        let outermost = outer.is_none();
        outer = levels.peek().map(|_| {
            let mut parts: Vec<TextRange> = spans.iter().flat_map(|quote| quote.parts.iter().copied()).collect();
            if outermost {
                parts.extend(lines.iter().flat_map(|line| line.parts.iter().copied()));
                parts.sort_by_key(|part| part.start());
            }
            parts
        });
        let mut found = assemble::level(&words, spans, names, outermost.then_some(reported_from));
        if !outermost {
            for quote in &mut found {
                speak_of_oneself(source, quote, &around);
            }
            out.append(&mut around);
        }
        around = found;
        around.sort_by_key(|quote| quote.parts[0].start());
    }
    out.append(&mut around);
    out
}

/// "I" within a quote is who says that quote.
fn speak_of_oneself(source: &Source, quote: &mut Quote, around: &[Quote]) {
    let first_person = |range| matches!(source.slice(range), "I" | "i");
    let Some(speaker) =
        quote.speaker.as_mut().filter(|speaker| speaker.entity.is_none() && first_person(speaker.range))
    else {
        return;
    };
    let inner = quote.parts[0];
    let behind = around.partition_point(|quote| quote.parts[0].start() <= inner.start());
    let outer = around[..behind]
        .iter()
        .rev()
        .take(QUOTES_AROUND)
        .find(|quote| quote.parts.iter().any(|part| part.contains_range(inner)));
    let Some(entity) = outer.and_then(|quote| quote.speaker).and_then(|speaker| speaker.entity) else { return };
    speaker.entity = Some(entity);
    if let Some(own) = quote.candidates.iter_mut().find(|candidate| candidate.range == speaker.range) {
        own.entity = Some(entity);
    }
    quote.evidence.push(Evidence::new("speaker-around", source.slice(speaker.range)));
}
