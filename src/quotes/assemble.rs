//! What was decided about spans, speakers and reported clauses becomes quotes.

use std::sync::Arc;

use crate::entities::{EntityIndex, Recognition};
use crate::lexicon::verbs::{Form, SpeechWord};
use crate::text::{TextRange, TextSize};
use crate::vocabulary::{Confidence, Evidence, QuoteKind};

use crate::quotes::attribution::candidate::Region;
use crate::quotes::coreference::resolution::Resolution;
use crate::quotes::coreference::resolver::Resolver;
use crate::quotes::parse::context::Field;
use crate::quotes::parse::distance::Tally;
use crate::quotes::parse::index::{IdVec, ItemRange, NominalId, QuoteId};
use crate::quotes::parse::items::{Class, Words};
use crate::quotes::parse::nominals::Nominals;
use crate::quotes::parse::shared_text::Texts;
use crate::quotes::reported::pattern::Reported;
use crate::quotes::spans::glyph::Glyph;
use crate::quotes::spans::pairing::Marked;
use crate::quotes::spans::shape::Shape;

use crate::quotes::attribution::conversation;
use crate::quotes::attribution::rank::{self, Decision};
use crate::quotes::attribution::together;
use crate::quotes::parse::{context, nominals};
use crate::quotes::quote::{Candidate, Quote, SpeakerMention, order};
use crate::quotes::reported::find;
use crate::quotes::{confidence, evidence};

/// The attribution that interrupts a quote has fewer items.
const INTERRUPTION_REACH: u32 = 30;
/// A quote in a headline has so many words or more, if it is whole without a stop of its own.
const HEADING_WORDS: u32 = 5;
/// No more candidates are given out.
const MOST_CANDIDATES: usize = 9;
/// No more are given out of those whom a mention may mean besides the one it is taken for.
const MOST_RIVALS: usize = 8;
/// So many points behind the first one halve the share.
const POINTS_TO_HALVE: i32 = 6;
/// The share is halved so often at most.
const MOST_HALVINGS: i32 = 9;

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
    let shapes: IdVec<QuoteId, Shape> = spans.iter().map(|span| Shape::of(words.text, span)).collect();
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
    let mut conversation = conversation::talk(&field, &decisions, names);
    let reported = if reports.is_some() { around(&field, &decisions) } else { Vec::new() };
    conversation.hear(&field, &reported);
    let mut assembly = Assembly {
        words,
        names,
        nominals: &nominals,
        texts: Texts::new(words, &nominals),
        resolver: Resolver::new(words, &nominals, names, conversation),
    };
    let mut marked: Vec<Quote> = Vec::with_capacity(spans.len() + reported.len());
    for (id, decision) in spans.ids().zip(decisions) {
        let shape = shapes[id];
        marked.push(assembly.quote(id, &mut spans[id], shape, &decision));
        if interrupts(words, id, shape, &marked) {
            join_to_the_one_before(&mut marked);
        }
    }
    let mut told = Vec::with_capacity(reported.len());
    for mut clause in reported {
        // "said Ana Díaz of the Water Board": the person, not the body.
        clause.speaker = clause.speaker.map(|speaker| assembly.resolver.shown_mention(speaker));
        // What is left out may still tell of whom a later pronoun speaks.
        let resolved = clause.speaker.map(|speaker| assembly.resolver.resolve(speaker)).unwrap_or_default();
        if reports.is_some_and(|least| clause.confidence() >= least) {
            told.push(report(&clause, words, &nominals, &resolved, &mut assembly.texts));
        }
    }
    in_order(marked, told)
}

/// What is reported around quotations of which this was decided.
fn around(field: &Field<'_>, decisions: &IdVec<QuoteId, Decision>) -> Vec<Reported> {
    // Cues that introduce a quote of their own sentence, and quotations that are somebody's words.
    let mut used = IdVec::filled(false, field.words.items.end());
    let mut spoken = IdVec::filled(false, decisions.end());
    for (id, decision) in decisions.enumerated() {
        spoken[id] = decision.best.region != Region::Nobody;
        if let (Some(cue), Region::Right | Region::Left) = (decision.best.cue, decision.best.region) {
            used[cue.first] = true;
        }
    }
    find::clauses(field, &used, |id| spoken[id])
}

/// What quotes are made of.
struct Assembly<'a> {
    words: &'a Words<'a>,
    names: &'a Recognition,
    nominals: &'a Nominals,
    texts: Texts<'a>,
    resolver: Resolver<'a>,
}

impl Assembly<'_> {
    /// The quote of one span, whose parts it takes.
    fn quote(&mut self, id: QuoteId, span: &mut Marked, shape: Shape, decision: &Decision) -> Quote {
        let words = self.words;
        let best = &decision.best;
        // "its managing director, Yaa Boateng,": the name rather than the role beside it.
        let chosen = best.speaker.map(|speaker| self.resolver.shown_mention(speaker));
        // "Ban condemned what he called a “brazen breach”": the name rather than the pronoun.
        let chosen = chosen.map(|speaker| self.resolver.named_subject(speaker).unwrap_or(speaker));
        let resolved = chosen.map(|speaker| self.resolver.resolve(speaker)).unwrap_or_default();
        let mention = |nominal: NominalId| words.range(self.nominals[nominal].items());
        let candidates = candidates(decision, &resolved, self.names, self.nominals, mention, &mut self.texts);
        let kind = kind(decision, shape, words, id, span.glyph);
        Quote {
            kind,
            cue: best.cue.map(|items| words.range(items)),
            speaker: chosen.map(|speaker| self.speaker(speaker, best.cue, resolved.entity)),
            candidates,
            confidence: confidence::of(kind, decision.quoted.min(decision.certainty)),
            evidence: evidence::of(decision, words, &mut self.texts, span, &resolved),
            parts: std::mem::take(&mut span.parts),
            unclosed: span.unclosed,
        }
    }
}

impl Assembly<'_> {
    /// The words for a speaker, and whom they mean: of two who speak together nobody alone.
    fn speaker(&self, speaker: NominalId, cue: Option<ItemRange>, entity: Option<EntityIndex>) -> SpeakerMention {
        match cue.and_then(|cue| together::speakers(self.words, self.nominals, speaker, cue)) {
            Some(items) => SpeakerMention { range: self.words.range(items), entity: None },
            None => SpeakerMention { range: self.words.range(self.nominals[speaker].items()), entity },
        }
    }
}

/// Whether an attribution between two whole quotes of one paragraph, the last of `quotes`, interrupts one quote; the
/// second is that of span `id`.
fn interrupts(words: &Words<'_>, id: QuoteId, shape: Shape, quotes: &[Quote]) -> bool {
    let Some(before) = id.previous() else { return false };
    let (last, first) = (words.places[before].last, words.places[id].first);
    // A quote that goes on behind this one's start is not interrupted by it.
    let near = words.items[first].paragraph == words.items[last].paragraph
        && first >= last
        && first - last < INTERRUPTION_REACH;
    let [.., before, here] = quotes else { return false };
    let goes_on = here.kind == QuoteKind::Direct || matches!(shape.last, '.' | '?' | '!' | '…');
    near && before.kind == QuoteKind::Direct
        && here.kind != QuoteKind::NotQuote
        && goes_on
        && here.cue.is_some()
        && before.cue == here.cue
}

/// Makes one quote of the last two.
fn join_to_the_one_before(quotes: &mut Vec<Quote>) {
    let Some(mut here) = quotes.pop() else { return };
    if let Some(before) = quotes.last_mut() {
        before.parts.append(&mut here.parts);
        before.unclosed |= here.unclosed;
    }
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
        while let Some(before) = quotes.next_if(|quote| order(quote) <= order(&next)) {
            out.push(before);
        }
        out.push(next);
    }
    out.extend(quotes);
    out
}

/// A reported clause as a quote.
fn report(
    clause: &Reported,
    words: &Words<'_>,
    nominals: &Nominals,
    resolved: &Resolution<'_>,
    texts: &mut Texts<'_>,
) -> Quote {
    let confidence = clause.confidence();
    let speaker = clause.speaker.map(|speaker| words.range(nominals[speaker].items()));
    let named = clause.speaker.map(|speaker| texts.of(speaker));
    let reasons = [
        Some(Evidence::new(clause.pattern.rule(), words.slice(clause.cue))),
        named.clone().map(|words| Evidence::new("subject", words)),
        resolved.evidence(),
    ];
    let mut evidence = Vec::with_capacity(reasons.len());
    evidence.extend(reasons.into_iter().flatten());
    let candidate = |(range, words)| Candidate {
        entity: resolved.entity,
        range,
        score: confidence,
        evidence: Evidence::new("near-quote", words),
    };
    Quote {
        kind: if clause.thought { QuoteKind::Thought } else { QuoteKind::Indirect },
        parts: clause.parts.iter().map(|&part| words.range(part)).collect(),
        cue: Some(words.range(clause.cue)),
        speaker: speaker.map(|range| SpeakerMention { range, entity: resolved.entity }),
        candidates: speaker.zip(named).map(candidate).into_iter().collect(),
        confidence,
        evidence,
        unclosed: false,
    }
}

/// The best speakers: whom the mention may mean, then other mentions near the quote.
fn candidates(
    decision: &Decision,
    resolved: &Resolution<'_>,
    names: &Recognition,
    nominals: &Nominals,
    mention: impl Fn(NominalId) -> TextRange,
    texts: &mut Texts<'_>,
) -> Vec<Candidate> {
    let mut out: Vec<Candidate> = Vec::with_capacity(decision.ranked.len());
    for &(speaker, share) in &*decision.ranked {
        let own = decision.best.speaker == Some(speaker);
        let range = mention(speaker);
        let entity = if own { resolved.entity } else { nominals[speaker].entity };
        if entity.is_none() || out.iter().all(|candidate| candidate.entity != entity) {
            let evidence = Evidence::new("near-quote", texts.of(speaker));
            out.push(Candidate { entity, range, score: Confidence::permille(share), evidence });
        }
        if !own || resolved.rivals.is_empty() {
            continue;
        }
        let top = resolved.rivals.first().map_or(0, |rival| rival.1);
        let meant = texts.of(speaker);
        for &(entity, points) in resolved.rivals.iter().take(MOST_RIVALS) {
            let entity = Some(entity);
            if entity == resolved.entity || out.iter().any(|candidate| candidate.entity == entity) {
                continue;
            }
            let Some(range) = entity.and_then(|entity| nearest_mention(names, entity, range.start())) else { continue };
            // Points behind the first become a share.
            let halvings = ((top - points).max(0) / POINTS_TO_HALVE).min(MOST_HALVINGS);
            let score = Confidence::permille((share / 2) >> halvings);
            out.push(Candidate { entity, range, score, evidence: Evidence::new("could-be-meant", Arc::clone(&meant)) });
        }
    }
    out.sort_by_key(|candidate| std::cmp::Reverse(candidate.score));
    out.truncate(MOST_CANDIDATES);
    out
}

/// The last mention of an entity that ends before `at` or at it, else its first.
fn nearest_mention(names: &Recognition, entity: EntityIndex, at: TextSize) -> Option<TextRange> {
    let mentions = &names.entities[entity].mentions;
    let range = |mention: u32| names.mentions[mention as usize].range;
    let behind = mentions.partition_point(|&mention| range(mention).end() <= at);
    mentions.get(behind.saturating_sub(1)).map(|&mention| range(mention))
}

/// How the words are attributed.
fn kind(decision: &Decision, shape: Shape, words: &Words<'_>, id: QuoteId, glyph: Glyph) -> QuoteKind {
    let region = decision.best.region;
    let start = words.places[id].first;
    let opens = words.begins(start);
    // `She said, “Not now”`, `“Not now” was all she said`: whole words without a stop of their own.
    let introduced = matches!(region, Region::Left | Region::LeftParagraph)
        && matches!(words.class_before(start), Class::Comma | Class::Colon);
    let said = region == Region::Right && opens && shape.words > 1
        || words.in_heading(start) && opens && shape.words >= HEADING_WORDS;
    if region == Region::Nobody {
        return QuoteKind::NotQuote;
    }
    if !shape.is_whole() && !glyph.is_layout() && !(shape.capital && (introduced || said)) {
        return QuoteKind::Partial;
    }
    // "she wondered" and "he feels" stand beside words said aloud as often as not.
    let cue = decision.best.cue.and_then(|cue| words.items.get(cue.first)).and_then(|item| item.speech);
    let thinks = |word: &SpeechWord| word.lemma == "think" && word.form == Form::Past;
    if cue.is_some_and(thinks) && matches!(region, Region::Right | Region::SameParagraph) {
        QuoteKind::Thought
    } else {
        QuoteKind::Direct
    }
}
