//! The JSON line of one annotated article.

use serde::Serialize;

use crate::analysis::{Analysis, Confidence, EntityIndex, EntityKind, QuoteKind};
use crate::formats::block_word;
use crate::text::{Cleaned, Source, TextRange};

#[derive(Serialize)]
struct Line<'a, I: ?Sized> {
    id: &'a I,
    lang: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    blocks: Vec<Block>,
    entities: Vec<Entity<'a>>,
    quotes: Vec<Quote<'a>>,
}

#[derive(Serialize)]
struct Block {
    start: u32,
    end: u32,
    kind: &'static str,
}

#[derive(Serialize)]
struct Entity<'a> {
    start: u32,
    end: u32,
    label: &'static str,
    text: &'a str,
    cluster: u32,
    confidence: f64,
}

#[derive(Serialize)]
struct Quote<'a> {
    start: u32,
    end: u32,
    kind: &'static str,
    confidence: f64,
    parts: Vec<Span>,
    speaker: Option<Speaker<'a>>,
    cue: Option<Cue<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    nested: Vec<Quote<'a>>,
}

#[derive(Serialize)]
struct Span {
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct Speaker<'a> {
    start: u32,
    end: u32,
    text: &'a str,
    person: Option<u32>,
}

#[derive(Serialize)]
struct Cue<'a> {
    start: u32,
    end: u32,
    text: &'a str,
}

/// The line of `analysis`, which is of the `cleaned` text of `pasted` in its `paragraphs`, without a line break. Offsets are
/// Unicode code points of the pasted text; `cluster` and `person` are the same numbers, from 0 in the order of first mention. `with_text` for
/// what was read from HTML, whose text the caller does not have. What was found to be no quote is left out; quotes within a quote's words stand in that quote.
pub(super) fn line<I: Serialize + ?Sized>(
    id: &I,
    with_text: bool,
    pasted: &Source,
    cleaned: &Cleaned,
    paragraphs: &[TextRange],
    analysis: &Analysis,
) -> String {
    let slice = |range: TextRange| pasted.slice(cleaned.pasted(range));
    let span = |range: TextRange| {
        let range = cleaned.pasted(range);
        let at = |offset| pasted.map().to_char(pasted.text(), offset).0;
        Span { start: at(range.start()), end: at(range.end()) }
    };
    let blocks = paragraphs.iter().zip(&analysis.blocks).map(|(&range, &kind)| {
        let Span { start, end } = span(range);
        Block { start, end, kind: block_word(kind) }
    });
    let entities = analysis.mentions.iter().map(|mention| {
        let Span { start, end } = span(mention.range);
        let confidence = share(mention.confidence);
        Entity {
            start,
            end,
            label: label(mention.kind),
            text: slice(mention.range),
            cluster: mention.entity.get(),
            confidence,
        }
    });
    let quotes = analysis.quotes.iter().filter(|quote| quote.kind != QuoteKind::NotQuote).map(|quote| {
        let Span { start, end } = span(quote.span());
        let speaker = quote.speaker.map(|seconds| {
            let Span { start, end } = span(seconds.range);
            Speaker { start, end, text: slice(seconds.range), person: seconds.entity.map(EntityIndex::get) }
        });
        let cue = quote.cue.map(|range| {
            let Span { start, end } = span(range);
            Cue { start, end, text: slice(range) }
        });
        let parts = quote.parts.iter().map(|&part| span(part)).collect();
        let confidence = share(quote.confidence);
        Quote { start, end, kind: kind(quote.kind), confidence, parts, speaker, cue, nested: Vec::new() }
    });
    let text = with_text.then(|| pasted.text());
    let lang = analysis.language.code();
    let line = Line { id, lang, text, blocks: blocks.collect(), entities: entities.collect(), quotes: nest(quotes) };
    serde_json::to_string(&line).expect("invariant: strings and numbers are JSON")
}

/// Puts quotes in marks that stand within the part of another one in marks into that one. They come in the order of their
/// starts, outer before inner.
fn nest<'a>(quotes: impl Iterator<Item = Quote<'a>>) -> Vec<Quote<'a>> {
    let mut out: Vec<Quote<'a>> = Vec::new();
    for quote in quotes {
        let mut list = &mut out;
        // Between the parts of one quote few others stand.
        while let Some(back) = list.iter().rev().take(16).position(|outer| outer.holds(&quote)) {
            let index = list.len() - 1 - back;
            list = &mut list[index].nested;
        }
        list.push(quote);
    }
    out
}

impl Quote<'_> {
    fn holds(&self, other: &Quote<'_>) -> bool {
        let marked = |quote: &Quote<'_>| matches!(quote.kind, "direct" | "partial");
        marked(self)
            && marked(other)
            && self.parts.iter().any(|part| {
                part.start <= other.start && other.end <= part.end && part.end - part.start > other.end - other.start
            })
    }
}

fn share(confidence: Confidence) -> f64 {
    f64::from(confidence.get()) / 1000.0
}

fn label(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "PERSON",
        EntityKind::Place => "PLACE",
        EntityKind::Organization => "ORGANIZATION",
    }
}

fn kind(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Partial => "partial",
        QuoteKind::Indirect => "indirect",
        QuoteKind::Thought => "thought",
        QuoteKind::NotQuote => "not-quote",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{BlockKind, Mention, Quote, SpeakerMention};
    use crate::text::clean;

    #[test]
    fn offsets_are_code_points_and_the_shape_is_fixed() {
        let text = "👍 Zoë: «Oui»";
        let at = |part: &str| {
            let start = text.find(part).expect("part") as u32;
            TextRange::at(start, start + part.len() as u32)
        };
        let confidence = Confidence::permille(875);
        let mention = Mention {
            range: at("Zoë"),
            kind: EntityKind::Person,
            entity: EntityIndex::new(0),
            confidence,
            evidence: Vec::new(),
        };
        let quote = Quote {
            kind: QuoteKind::Direct,
            parts: vec![at("«Oui»")],
            cue: Some(at(":")),
            speaker: Some(SpeakerMention { range: at("Zoë"), entity: Some(EntityIndex::new(0)) }),
            candidates: Vec::new(),
            confidence,
            evidence: Vec::new(),
            unclosed: false,
        };
        let analysis = Analysis {
            blocks: vec![BlockKind::Body],
            mentions: vec![mention],
            quotes: vec![quote],
            ..Analysis::default()
        };
        assert_eq!(
            line("a\"b", false, &Source::new(text), &clean(text), Source::new(text).paragraphs(), &analysis),
            "{\"id\":\"a\\\"b\",\"lang\":\"en\",\"blocks\":[{\"start\":0,\"end\":12,\"kind\":\"body\"}],\"entities\":[{\"start\":2,\"end\":5,\"label\":\"PERSON\",\"text\":\"Zoë\",\"cluster\":0,\
             \"confidence\":0.875}],\"quotes\":[{\"start\":7,\"end\":12,\"kind\":\"direct\",\"confidence\":0.875,\"parts\":[{\"start\":7,\
             \"end\":12}],\"speaker\":{\"start\":2,\"end\":5,\"text\":\"Zoë\",\"person\":0},\"cue\":{\"start\":5,\"end\":6,\
             \"text\":\":\"}}]}"
        );
    }
}
