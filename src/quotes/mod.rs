//! What was said, in which words, and who said it.

mod acquaint;
mod attribute;
mod candidates;
mod certainty;
mod class;
mod clause;
mod complements;
mod describe;
mod dialogue;
mod feature;
#[cfg(feature = "train")]
pub mod fit;
mod glyphs;
mod habits;
mod indirect;
mod known;
mod marks;
#[cfg(test)]
mod marks_tests;
mod nested;
mod noms;
mod pattern;
mod reasons;
mod resolution;
mod resolve;
mod role;
mod salience;
mod scan;
mod shape;
mod subjects;
mod tally;
mod texts;
mod topics;
mod transcript;
mod turns;
mod weights;
mod words;

use std::cmp::Reverse;
use std::sync::Arc;

use crate::entities::Recognition;
use crate::lexicon::verbs::{Form, SpeechWord};
use crate::segment::Segmentation;
use crate::text::{Source, TextRange, TextSize};
use crate::vocabulary::{BlockKind, Confidence, Evidence, QuoteKind};

use candidates::{Field, Region};
use glyphs::Glyph;
use marks::Marked;
use noms::Nominal;
use pattern::Reported;
use resolution::Resolution;
use resolve::Resolver;
use shape::Shape;
use tally::Tally;
use texts::Texts;
use words::{Class, Words};

/// The words that name the speaker at the quote: a name, a role noun ("the minister"), an organization or a pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpeakerMention {
    /// With its title, as the text has it.
    pub range: TextRange,
    /// The person or organization it resolves to, as an index into [`Recognition::entities`]; `None` when the engine is
    /// not sure enough: a wrong name is worse than none.
    pub entity: Option<u32>,
}

/// One possible speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Index into [`Recognition::entities`], if the candidate is one.
    pub entity: Option<u32>,
    /// The words nearest to the quote that name it.
    pub range: TextRange,
    /// Share among the candidates, permille.
    pub score: Confidence,
    /// Why.
    pub evidence: Evidence,
}

/// One quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// How the words are attributed.
    pub kind: QuoteKind,
    /// In order, disjoint, never empty; marks included. Several when the attribution interrupts the quote or it runs
    /// over paragraphs.
    pub parts: Vec<TextRange>,
    /// Verb or phrase that introduces it ("said", "according to"), auxiliaries left out.
    pub cue: Option<TextRange>,
    /// Who said it, in the words of the text.
    pub speaker: Option<SpeakerMention>,
    /// The best nine, best first.
    pub candidates: Vec<Candidate>,
    /// Calibrated.
    pub confidence: Confidence,
    /// Strongest first.
    pub evidence: Vec<Evidence>,
    /// The opening mark has no closing one.
    pub unclosed: bool,
}

impl Quote {
    /// From the first part's start to the last part's end.
    ///
    /// # Panics
    /// When the quote has no part, which the invariant excludes.
    pub fn span(&self) -> TextRange {
        let first = self.parts.first().expect("invariant: a quote has a part");
        let last = self.parts.last().expect("invariant: a quote has a part");
        first.cover(*last)
    }
}

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
    let lines = dialogue::transcript(source, &body(segmentation));
    let levels = spans(source, &paragraphs, &lines);
    let mut out = nested::all(source, segmentation, names, levels, &lines, reported_from);
    out.sort_by_key(order);
    if !lines.is_empty() {
        transcript::quotes(source, names, &lines, &mut out);
    }
    out
}

/// The quotes of one level: those in marks among `words`, and what is reported around them if `reports` says how sure it
/// must be.
fn level(words: &Words<'_>, mut spans: Vec<Marked>, names: &Recognition, reports: Option<Confidence>) -> Vec<Quote> {
    let nominals = noms::nominals(words, names);
    let ended = noms::ended(&nominals, words.items.len());
    let shapes: Vec<Shape> = spans.iter().map(|q| Shape::of(words.text, q)).collect();
    let tally = Tally::of(&words.items);
    let field = Field {
        words,
        tally: &tally,
        nominals: &nominals,
        ended: &ended,
        shapes: &shapes,
        quotes: &spans,
        british: reports.is_none() || candidates::british(&spans),
    };
    let decisions = attribute::decide(&field);
    let range =
        |first: u32, last: u32| TextRange::at(words.items[first as usize].start, words.items[last as usize - 1].end);
    let mut texts = Texts::new(words, &nominals);
    let mut resolver = Resolver::new(words, &nominals, names, turns::talk(&field, &decisions, names));
    // Cues that introduce a quote of their own sentence, and quotations that are somebody's words.
    let mut used = vec![false; words.items.len()];
    let mut spoken = vec![false; spans.len()];
    for (q, d) in decisions.iter().enumerate() {
        spoken[q] = d.best.region != Region::Nobody;
        if let (Some((a, _)), Region::Right | Region::Left) = (d.best.cue, d.best.region) {
            used[a as usize] = true;
        }
    }
    let reported =
        if reports.is_some() { indirect::clauses(&field, &used, |q| spoken[q as usize]) } else { Vec::new() };
    let mut out: Vec<Quote> = Vec::with_capacity(spans.len() + reported.len());
    for (q, (shape, decision)) in shapes.iter().zip(decisions).enumerate() {
        let span = &mut spans[q];
        let best = &decision.best;
        // "its managing director, Yaa Boateng,": the name rather than the role beside it.
        let chosen = best.speaker.map(|s| resolver.named(s));
        let resolved = chosen.map(|s| resolver.resolve(s as usize)).unwrap_or_default();
        let mention = |s: u32| {
            let n = &nominals[s as usize];
            range(n.first, n.last)
        };
        let candidates = candidates(&decision, &resolved, names, &nominals, mention, &mut texts);
        let kind = kind(&decision, *shape, words, q, span.glyph);
        out.push(Quote {
            kind,
            cue: best.cue.map(|(a, b)| range(a, b)),
            speaker: chosen.map(|s| SpeakerMention { range: mention(s), entity: resolved.entity }),
            candidates,
            confidence: certainty::of(kind, decision.quoted.min(decision.certainty)),
            evidence: reasons::of(&decision, words, &mut texts, span, &resolved),
            parts: std::mem::take(&mut span.parts),
            unclosed: span.unclosed,
        });
        // An attribution between two whole quotes of one paragraph interrupts one quote.
        if q > 0
            && words.items[words.places[q].0 as usize].paragraph
                == words.items[words.places[q - 1].1 as usize].paragraph
        {
            // A quote that goes on behind this one's start is not interrupted by it.
            let Some(gap) = words.places[q].0.checked_sub(words.places[q - 1].1) else { continue };
            let [.., before, here] = out.as_mut_slice() else { continue };
            let same = here.cue.is_some() && before.cue == here.cue;
            let goes_on = matches!(here.kind, QuoteKind::Direct) || matches!(shape.last, '.' | '?' | '!' | '…');
            if before.kind == QuoteKind::Direct && same && goes_on && here.kind != QuoteKind::NotQuote && gap < 30 {
                before.parts.append(&mut here.parts);
                before.unclosed |= here.unclosed;
                out.pop();
            }
        }
    }
    let mut told = Vec::with_capacity(reported.len());
    for r in reported {
        // What is left out may still tell of whom a later pronoun speaks.
        let resolved = r.speaker.map(|s| resolver.resolve(s as usize)).unwrap_or_default();
        if reports.is_some_and(|least| r.confidence() < least) {
            continue;
        }
        told.push(report(&r, words, &nominals, &resolved, &mut texts));
    }
    in_order(out, told)
}

/// By first part, outer before inner.
fn order(quote: &Quote) -> (TextSize, Reverse<TextSize>) {
    (quote.parts[0].start(), Reverse(quote.parts[0].end()))
}

/// Both in order. Quotes are large: each is moved once.
fn in_order(mut quotes: Vec<Quote>, mut reported: Vec<Quote>) -> Vec<Quote> {
    if reported.is_empty() {
        return quotes;
    }
    quotes.sort_by_key(order);
    reported.sort_by_key(order);
    let mut out = Vec::with_capacity(quotes.len() + reported.len());
    let mut quotes = quotes.into_iter().peekable();
    for next in reported {
        while let Some(before) = quotes.next_if(|q| order(q) <= order(&next)) {
            out.push(before);
        }
        out.push(next);
    }
    out.extend(quotes);
    out
}

/// A reported clause as a quote.
fn report(
    r: &Reported,
    words: &Words<'_>,
    nominals: &[Nominal],
    resolved: &Resolution<'_>,
    texts: &mut Texts<'_>,
) -> Quote {
    let range = |(a, b): (usize, usize)| TextRange::at(words.items[a].start, words.items[b - 1].end);
    let confidence = r.confidence();
    let speaker = r.speaker.map(|s| {
        let n = &nominals[s as usize];
        range((n.first as usize, n.last as usize))
    });
    let named = r.speaker.map(|s| texts.of(s));
    let mut evidence = Vec::with_capacity(3);
    evidence.push(Evidence::new(r.pattern.rule(), words.between(r.cue.0 as u32, r.cue.1 as u32)));
    evidence.extend(named.clone().map(|words| Evidence::new("subject", words)));
    evidence.extend(resolved.evidence());
    let candidate = |(range, words)| Candidate {
        entity: resolved.entity,
        range,
        score: confidence,
        evidence: Evidence::new("near-quote", words),
    };
    Quote {
        kind: if r.thought { QuoteKind::Thought } else { QuoteKind::Indirect },
        parts: r.parts.iter().map(|&p| range(p)).collect(),
        cue: Some(range(r.cue)),
        speaker: speaker.map(|range| SpeakerMention { range, entity: resolved.entity }),
        candidates: speaker.zip(named).map(candidate).into_iter().collect(),
        confidence,
        evidence,
        unclosed: false,
    }
}

/// Everything that stands in marks or behind a dialogue dash, in order: the outermost, those that stand in one of them,
/// and so on.
fn spans(source: &Source, paragraphs: &[TextRange], lines: &[dialogue::Line]) -> Vec<Vec<Marked>> {
    let mut out = marks::pair(source.text(), paragraphs);
    // What a transcript's line quotes stands within that line's words.
    let mut line = lines.iter().flat_map(|l| &l.parts).peekable();
    let mut inside = Vec::new();
    out.retain(|m| {
        while line.peek().is_some_and(|l| l.end().get() <= m.start()) {
            line.next();
        }
        let Some(l) = line.peek().filter(|l| l.start().get() <= m.start()) else {
            // What begins outside and ends within a line is a stray mark's.
            let crosses = |l: &TextRange| {
                m.parts.iter().any(|p| p.overlaps(*l) && !p.contains_range(*l) && !l.contains_range(*p))
            };
            return !line.clone().take_while(|l| l.start().get() < m.end()).any(crosses);
        };
        if m.end() <= l.end().get() {
            inside.push(m.clone());
        }
        false
    });
    let (dashes, blocks) = (dialogue::dashes(source, paragraphs), dialogue::blocks(source, paragraphs));
    if !dashes.is_empty() || !blocks.is_empty() {
        out.extend(dashes);
        out.extend(blocks);
        out.sort_by_key(|m| (m.start(), std::cmp::Reverse(m.end())));
    }
    nested::levels(out, inside)
}

/// The best nine speakers: whom the mention may mean, then other mentions near the quote.
fn candidates(
    decision: &attribute::Decision,
    resolved: &Resolution<'_>,
    names: &Recognition,
    nominals: &[Nominal],
    mention: impl Fn(u32) -> TextRange,
    texts: &mut Texts<'_>,
) -> Vec<Candidate> {
    let mut out: Vec<Candidate> = Vec::with_capacity(decision.ranked.len());
    for &(s, share) in &*decision.ranked {
        let own = decision.best.speaker == Some(s);
        let range = mention(s);
        let entity = if own { resolved.entity } else { nominals[s as usize].entity };
        if entity.is_none() || out.iter().all(|c| c.entity != entity) {
            let evidence = Evidence::new("near-quote", texts.of(s));
            out.push(Candidate { entity, range, score: Confidence::permille(share), evidence });
        }
        if !own || resolved.rivals.is_empty() {
            continue;
        }
        // Points behind the first become a share: half for each six.
        let top = resolved.rivals.first().map_or(0, |r| r.1);
        let meant = texts.of(s);
        for &(entity, points) in resolved.rivals.iter().take(8) {
            if Some(entity) == resolved.entity || out.iter().any(|c| c.entity == Some(entity)) {
                continue;
            }
            // The mention before, else the first.
            let near = &names.entities[entity as usize].mentions;
            let place = |m: u32| names.mentions[m as usize].range;
            let before = near.partition_point(|&m| place(m).end() <= range.start());
            let Some(at) = near.get(before.saturating_sub(1)).map(|&m| place(m)) else { continue };
            let score = Confidence::permille((share / 2) >> ((top - points).max(0) / 6).min(9));
            let evidence = Evidence::new("could-be-meant", Arc::clone(&meant));
            out.push(Candidate { entity: Some(entity), range: at, score, evidence });
        }
    }
    out.sort_by_key(|c| std::cmp::Reverse(c.score));
    out.truncate(9);
    out
}

/// How the words are attributed.
fn kind(decision: &attribute::Decision, shape: Shape, words: &Words<'_>, q: usize, glyph: Glyph) -> QuoteKind {
    let cue = decision.best.cue.and_then(|(a, _)| words.items.get(a as usize)).and_then(|i| i.speech);
    let start = words.places[q].0 as usize;
    let opens = words.begins(start);
    // `She said, “Not now”`, `“Not now” was all she said`: whole words without a stop of their own.
    let introduced = matches!(decision.best.region, Region::Left | Region::LeftParagraph)
        && start > 0
        && matches!(words.class(start - 1), Class::Comma | Class::Colon);
    let said = decision.best.region == Region::Right && opens && shape.words > 1
        || words.in_heading(start) && opens && shape.words > 4;
    match decision.best.region {
        Region::Nobody => QuoteKind::NotQuote,
        _ if shape.is_whole() || glyph.is_layout() || (shape.capital && (introduced || said)) => {
            // "she wondered" and "he feels" stand beside words said aloud as often as not.
            let thinks = |c: &SpeechWord| c.lemma == "think" && c.form == Form::Past;
            if cue.is_some_and(thinks) && matches!(decision.best.region, Region::Right | Region::SameParagraph) {
                QuoteKind::Thought
            } else {
                QuoteKind::Direct
            }
        }
        _ => QuoteKind::Partial,
    }
}

/// The paragraphs to read: page furniture stays out.
fn readable(segmentation: &Segmentation) -> Vec<TextRange> {
    blocks(segmentation, |kind| kind != BlockKind::Furniture)
}

/// The paragraphs of running text, and headings: a short question may look like one.
fn body(segmentation: &Segmentation) -> Vec<TextRange> {
    blocks(segmentation, |kind| matches!(kind, BlockKind::Body | BlockKind::Heading))
}

fn blocks(segmentation: &Segmentation, wanted: impl Fn(BlockKind) -> bool) -> Vec<TextRange> {
    let mut out = Vec::with_capacity(segmentation.blocks.len());
    out.extend(segmentation.blocks.iter().filter(|b| wanted(b.kind)).map(|b| b.range));
    out
}
