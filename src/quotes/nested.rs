//! Quotes within quotes: the words of each quotation are read as an article of their own, level by level.
//!
//! Who is named outside cannot have said what stands inside, other than as "I": that is the speaker around it.

use crate::entities::Recognition;
use crate::segment::Segmentation;
use crate::text::{Source, TextRange};
use crate::vocabulary::{Confidence, Evidence};

use super::Quote;
use super::dialogue::Line;
use super::known;
use super::marks::Marked;
use super::words::Words;

/// Marks pair to any depth; deeper quotations than this are not given out, so that any text is read in linear time.
const DEEPEST: usize = 8;

/// Quotations by how many others they stand in, each level in order and disjoint; at least one level. Those `inside` the
/// lines of a transcript stand in these.
pub(super) fn levels(spans: Vec<Marked>, inside: Vec<Marked>) -> Vec<Vec<Marked>> {
    // Most articles have no quotation within another.
    let apart = |two: &[Marked]| two[0].end() <= two[1].start();
    let flat = spans.iter().all(|s| s.depth == 0) && spans.windows(2).all(apart);
    let mut out = if flat { vec![spans] } else { by_depth(spans) };
    if !inside.is_empty() {
        for (i, more) in by_depth(inside).into_iter().enumerate() {
            if out.len() == i + 1 {
                out.push(Vec::new());
            }
            out[i + 1].extend(more);
            out[i + 1].sort_by_key(Marked::start);
        }
    }
    out
}

fn by_depth(spans: Vec<Marked>) -> Vec<Vec<Marked>> {
    let mut out: Vec<Vec<Marked>> = vec![Vec::with_capacity(spans.len())];
    // The last of each level is around the current one as far as it reaches.
    let mut depth = 0;
    for span in spans {
        while depth > 0 && out[depth - 1].last().is_none_or(|outer| outer.end() <= span.start()) {
            depth -= 1;
        }
        let fits = match depth.checked_sub(1).and_then(|d| out[d].last()) {
            None => span.depth == 0,
            // One that crosses the border of a part is a stray mark's.
            Some(outer) => span.parts.len() == 1 && outer.parts.iter().any(|p| p.contains_range(span.parts[0])),
        };
        if !fits || depth >= DEEPEST {
            continue;
        }
        if out.len() == depth {
            out.push(Vec::new());
        }
        out[depth].push(span);
        depth += 1;
    }
    out
}

/// The quotes of all levels, and what is reported outside them.
pub(super) fn all(
    source: &Source,
    segmentation: &Segmentation,
    names: &Recognition,
    levels: Vec<Vec<Marked>>,
    lines: &[Line],
    reported_from: Confidence,
) -> Vec<Quote> {
    let readings = known::readings(source, segmentation, &names.spellings);
    let mut out = Vec::new();
    let mut around: Vec<Quote> = Vec::new();
    // What the words of this level stand in; nothing around the outermost.
    let mut outer: Option<Vec<TextRange>> = None;
    let mut levels = levels.into_iter().peekable();
    while let Some(spans) = levels.next() {
        let words = Words::read(source, segmentation, &readings, &spans, outer.as_deref());
        let outermost = outer.is_none();
        outer = levels.peek().map(|_| {
            let mut parts: Vec<TextRange> = spans.iter().flat_map(|q| q.parts.iter().copied()).collect();
            if outermost {
                parts.extend(lines.iter().flat_map(|l| l.parts.iter().copied()));
                parts.sort_by_key(|p| p.start());
            }
            parts
        });
        let mut found = super::level(&words, spans, names, outermost.then_some(reported_from));
        if !outermost {
            for quote in &mut found {
                speak_of_oneself(source, quote, &around);
            }
            out.append(&mut around);
        }
        around = found;
        around.sort_by_key(|q| q.parts[0].start());
    }
    out.append(&mut around);
    out
}

/// "I" within a quote is who says that quote.
fn speak_of_oneself(source: &Source, quote: &mut Quote, around: &[Quote]) {
    let first_person = |range| matches!(source.slice(range), "I" | "i");
    let Some(speaker) = quote.speaker.as_mut().filter(|s| s.entity.is_none() && first_person(s.range)) else { return };
    let inner = quote.parts[0];
    let behind = around.partition_point(|q| q.parts[0].start() <= inner.start());
    let outer = around[..behind].iter().rev().take(8).find(|q| q.parts.iter().any(|p| p.contains_range(inner)));
    let Some(entity) = outer.and_then(|q| q.speaker).and_then(|s| s.entity) else { return };
    speaker.entity = Some(entity);
    if let Some(own) = quote.candidates.iter_mut().find(|c| c.range == speaker.range) {
        own.entity = Some(entity);
    }
    quote.evidence.push(Evidence::new("speaker-around", source.slice(speaker.range)));
}
