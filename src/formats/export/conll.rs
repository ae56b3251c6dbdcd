//! CoNLL-2003 columns with IOB2 tags: one token a line, a blank line between sentences. The format has one layer and no
//! positions, so names and quotes are separate files, and the longer of overlapping ones wins. Both files have the same
//! tokens: a word ends where any annotation does, and "'s" is a token of its own, as in the corpora of that name.

use unicode_segmentation::UnicodeSegmentation;

use super::excerpts::{live_mentions, live_quotes};
use crate::document::Document;
use crate::text::{InOrder as _, TextRange, TextSize};
use crate::vocabulary::QuoteKind;

/// Spans fitted to tokens.
pub(super) struct Columns {
    /// The file.
    pub(super) file: String,
    /// Spans left out because a longer one overlaps them.
    pub(super) dropped: usize,
}

/// The file of names.
pub(super) fn names(document: &Document) -> String {
    columns_of_names(document).file
}

/// The file of quotes.
pub(super) fn quotes(document: &Document) -> String {
    columns_of_quotes(document).file
}

pub(super) fn columns_of_names(document: &Document) -> Columns {
    let spans = live_mentions(document).into_iter().map(|(_, mention)| {
        let name = document.label(mention.label).map_or("", |label| &*label.name);
        (mention.range, tag(name))
    });
    columns(document, spans.collect())
}

pub(super) fn columns_of_quotes(document: &Document) -> Columns {
    let spans = live_quotes(document).into_iter().flat_map(|(_, quote)| {
        let kind = match quote.kind {
            QuoteKind::Direct => "QUOTE-DIRECT",
            QuoteKind::Partial => "QUOTE-PARTIAL",
            QuoteKind::Indirect => "QUOTE-INDIRECT",
            QuoteKind::Thought => "QUOTE-THOUGHT",
            QuoteKind::NotQuote => "NOT-QUOTE",
        };
        quote.parts.iter().map(move |&part| (part, kind.to_owned()))
    });
    columns(document, spans.collect())
}

/// A label as a tag: the short names of CoNLL-2003 for the built-in ones, no white space.
fn tag(label: &str) -> String {
    match label {
        "PERSON" => "PER".to_owned(),
        "PLACE" => "LOC".to_owned(),
        "ORGANIZATION" => "ORG".to_owned(),
        own => own.split_whitespace().collect::<Vec<_>>().join("_").to_uppercase(),
    }
}

/// Where annotations start and end, sorted.
fn edges(document: &Document) -> Vec<TextSize> {
    let live = document.annotations().filter(|annotation| annotation.is_live());
    let parts = live.flat_map(|annotation| annotation.body.parts().iter().flat_map(|part| [part.start(), part.end()]));
    let mut edges: Vec<TextSize> = parts.collect();
    edges.order();
    edges.dedup();
    edges
}

/// Of a word with "'s" at its end, where that begins, in bytes.
fn possessive(word: &str) -> Option<usize> {
    let rest = word.strip_suffix(['s', 'S'])?;
    let stem = rest.strip_suffix(['\'', '’'])?;
    (!stem.is_empty()).then_some(stem.len())
}

/// Tokens of the text outside furniture, sentence by sentence.
fn sentences(document: &Document) -> Vec<Vec<TextRange>> {
    let source = document.source();
    let edges = edges(document);
    let mut out = Vec::new();
    for (&paragraph, &kind) in source.paragraphs().iter().zip(document.blocks()) {
        if !kind.is_read() {
            continue;
        }
        let text = source.slice(paragraph);
        for (at, sentence) in text.split_sentence_bound_indices() {
            let start = paragraph.start().index() + at;
            let mut tokens = Vec::new();
            for (index, word) in sentence.split_word_bound_indices() {
                let at = |byte: usize| TextSize::new((start + index + byte) as u32);
                let (from, to) = (at(0), at(word.len()));
                let first = edges.partition_point(|&edge| edge <= from);
                let mut cuts: Vec<TextSize> = edges[first..].iter().copied().take_while(|&edge| edge < to).collect();
                cuts.extend(possessive(word).map(at));
                cuts.extend([from, to]);
                cuts.order();
                cuts.dedup();
                let pieces = cuts.windows(2).map(|ends| TextRange::new(ends[0], ends[1]));
                tokens.extend(pieces.filter(|&piece| !source.slice(piece).trim().is_empty()));
            }
            if !tokens.is_empty() {
                out.push(tokens);
            }
        }
    }
    out
}

fn columns(document: &Document, mut spans: Vec<(TextRange, String)>) -> Columns {
    // The longest first, so that it wins; equal ones in reading order.
    spans.order_by_key(|(range, _)| (std::cmp::Reverse(range.len()), range.start()));
    let sentences = sentences(document);
    let tokens: Vec<TextRange> = sentences.iter().flatten().copied().collect();
    let mut tags: Vec<Option<(usize, &str)>> = vec![None; tokens.len()];
    let mut dropped = 0;
    for (index, (range, tag)) in spans.iter().enumerate() {
        let first = tokens.partition_point(|t| t.end() <= range.start());
        let end = tokens.partition_point(|t| t.start() < range.end());
        if first >= end || tags[first..end].iter().any(Option::is_some) {
            dropped += 1;
            continue;
        }
        tags[first..end].fill(Some((index, tag)));
    }
    let mut file = "-DOCSTART- -X- O O\n".to_owned();
    let mut at = 0;
    for sentence in &sentences {
        file.push('\n');
        let mut open = None;
        for &token in sentence {
            // White space of other alphabets inside a token would break the columns.
            let words: String = document.source().slice(token).split_whitespace().collect();
            file.push_str(&words);
            if let Some((span, tag)) = tags[at] {
                file.push_str(if open == Some(span) { " -X- O I-" } else { " -X- O B-" });
                file.push_str(tag);
            } else {
                file.push_str(" -X- O O");
            }
            open = tags[at].map(|(span, _)| span);
            file.push('\n');
            at += 1;
        }
    }
    Columns { file, dropped }
}
