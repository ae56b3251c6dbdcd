//! What was decided about spans, speakers and reported clauses becomes quotes.

use std::sync::Arc;

use crate::entities::Recognition;
use crate::lexicon::verbs::{Form, SpeechWord};
use crate::text::TextRange;
use crate::vocabulary::{Confidence, Evidence, QuoteKind};

use crate::quotes::attribution::candidate::Region;
use crate::quotes::coreference::resolution::Resolution;
use crate::quotes::coreference::resolver::Resolver;
use crate::quotes::parse::context::Field;
use crate::quotes::parse::distance::Tally;
use crate::quotes::parse::index::{IdVec, ItemId, NominalId, QuoteId};
use crate::quotes::parse::items::{Class, Words};
use crate::quotes::parse::nominals::Nominals;
use crate::quotes::parse::shared_text::Texts;
use crate::quotes::reported::pattern::Reported;
use crate::quotes::spans::glyph::Glyph;
use crate::quotes::spans::pairing::Marked;
use crate::quotes::spans::shape::Shape;

use crate::quotes::attribution::{conversation, rank};
use crate::quotes::parse::{context, nominals};
use crate::quotes::quote::{Candidate, Quote, SpeakerMention, order};
use crate::quotes::reported::find;
use crate::quotes::{confidence, evidence};

/// The quotes of one level: those in marks among `words`, and what is reported around them if `reports` says how sure it
/// must be.
pub(crate) fn level(
    words: &Words<'_>,
    mut spans: IdVec<QuoteId, Marked>,
    names: &Recognition,
    reports: Option<Confidence>,
) -> Vec<Quote> {
    let nominals = nominals::nominals(words, names);
    let ended = nominals::ended(&nominals, words);
    let shapes: IdVec<QuoteId, Shape> = spans.iter().map(|q| Shape::of(words.text, q)).collect();
    let tally = Tally::of(&words.items);
    let field = Field {
        words,
        tally: &tally,
        nominals: &nominals,
        ended: &ended,
        shapes: &shapes,
        quotes: &spans,
        british: reports.is_none() || context::british(&spans),
    };
    let decisions = rank::decide(&field);
    let mut texts = Texts::new(words, &nominals);
    let mut resolver = Resolver::new(words, &nominals, names, conversation::talk(&field, &decisions, names));
    // Cues that introduce a quote of their own sentence, and quotations that are somebody's words.
    let mut used = IdVec::filled(false, words.items.end());
    let mut spoken = IdVec::filled(false, spans.end());
    for (q, d) in decisions.enumerated() {
        spoken[q] = d.best.region != Region::Nobody;
        if let (Some(cue), Region::Right | Region::Left) = (d.best.cue, d.best.region) {
            used[cue.first] = true;
        }
    }
    let reported = if reports.is_some() { find::clauses(&field, &used, |q| spoken[q]) } else { Vec::new() };
    let mut out: Vec<Quote> = Vec::with_capacity(spans.len() + reported.len());
    for (q, decision) in spans.ids().zip(decisions) {
        let shape = shapes[q];
        let span = &mut spans[q];
        let best = &decision.best;
        // "its managing director, Yaa Boateng,": the name rather than the role beside it.
        let chosen = best.speaker.map(|s| resolver.shown_mention(s));
        let resolved = chosen.map(|s| resolver.resolve(s)).unwrap_or_default();
        let mention = |s: NominalId| words.range(nominals[s].items());
        let candidates = candidates(&decision, &resolved, names, &nominals, mention, &mut texts);
        let kind = kind(&decision, shape, words, q, span.glyph);
        out.push(Quote {
            kind,
            cue: best.cue.map(|items| words.range(items)),
            speaker: chosen.map(|s| SpeakerMention { range: mention(s), entity: resolved.entity }),
            candidates,
            confidence: confidence::of(kind, decision.quoted.min(decision.certainty)),
            evidence: evidence::of(&decision, words, &mut texts, span, &resolved),
            parts: std::mem::take(&mut span.parts),
            unclosed: span.unclosed,
        });
        // An attribution between two whole quotes of one paragraph interrupts one quote.
        if let Some(last) = q.previous().map(|before| words.places[before].last)
            && words.items[words.places[q].first].paragraph == words.items[last].paragraph
        {
            // A quote that goes on behind this one's start is not interrupted by it.
            let between = last.to(words.places[q].first);
            if words.places[q].first < last {
                continue;
            }
            let [.., before, here] = out.as_mut_slice() else { continue };
            let same = here.cue.is_some() && before.cue == here.cue;
            let goes_on = matches!(here.kind, QuoteKind::Direct) || matches!(shape.last, '.' | '?' | '!' | '…');
            if before.kind == QuoteKind::Direct
                && same
                && goes_on
                && here.kind != QuoteKind::NotQuote
                && between.len() < 30
            {
                before.parts.append(&mut here.parts);
                before.unclosed |= here.unclosed;
                out.pop();
            }
        }
    }
    let mut told = Vec::with_capacity(reported.len());
    for r in reported {
        // What is left out may still tell of whom a later pronoun speaks.
        let resolved = r.speaker.map(|s| resolver.resolve(s)).unwrap_or_default();
        if reports.is_some_and(|least| r.confidence() < least) {
            continue;
        }
        told.push(report(&r, words, &nominals, &resolved, &mut texts));
    }
    in_order(out, told)
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
    nominals: &Nominals,
    resolved: &Resolution<'_>,
    texts: &mut Texts<'_>,
) -> Quote {
    let confidence = r.confidence();
    let speaker = r.speaker.map(|s| words.range(nominals[s].items()));
    let named = r.speaker.map(|s| texts.of(s));
    let mut evidence = Vec::with_capacity(3);
    evidence.push(Evidence::new(r.pattern.rule(), words.slice(r.cue)));
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
        parts: r.parts.iter().map(|&part| words.range(part)).collect(),
        cue: Some(words.range(r.cue)),
        speaker: speaker.map(|range| SpeakerMention { range, entity: resolved.entity }),
        candidates: speaker.zip(named).map(candidate).into_iter().collect(),
        confidence,
        evidence,
        unclosed: false,
    }
}

/// The best nine speakers: whom the mention may mean, then other mentions near the quote.
fn candidates(
    decision: &rank::Decision,
    resolved: &Resolution<'_>,
    names: &Recognition,
    nominals: &Nominals,
    mention: impl Fn(NominalId) -> TextRange,
    texts: &mut Texts<'_>,
) -> Vec<Candidate> {
    let mut out: Vec<Candidate> = Vec::with_capacity(decision.ranked.len());
    for &(s, share) in &*decision.ranked {
        let own = decision.best.speaker == Some(s);
        let range = mention(s);
        let entity = if own { resolved.entity } else { nominals[s].entity };
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
            let near = &names.entities[entity].mentions;
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
fn kind(decision: &rank::Decision, shape: Shape, words: &Words<'_>, q: QuoteId, glyph: Glyph) -> QuoteKind {
    let cue = decision.best.cue.and_then(|cue| words.items.get(cue.first)).and_then(|i| i.speech);
    let start = words.places[q].first;
    let opens = words.begins(start);
    // `She said, “Not now”`, `“Not now” was all she said`: whole words without a stop of their own.
    let introduced = matches!(decision.best.region, Region::Left | Region::LeftParagraph)
        && start > ItemId::FIRST
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
