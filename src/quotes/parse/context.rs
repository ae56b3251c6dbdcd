//! The possible attributions of a quote: every cue near it with every speaker mention near the cue.

use crate::lexicon::verbs::Form;

use crate::quotes::attribution::candidate::{Attribution, Cue, CueKind, Previous, Region};
use crate::quotes::attribution::feature::{Feature, Features, Score};
use crate::quotes::attribution::features::kind_feature;
use crate::quotes::parse::distance::Tally;
use crate::quotes::parse::index::{IdVec, ItemId, NominalId, QuoteId};
use crate::quotes::parse::items::{Class, Words};
use crate::quotes::parse::lookup::Reports;
use crate::quotes::parse::nominals::{Kind, Nominal, Nominals};
use crate::quotes::spans::pairing::Marked;
use crate::quotes::spans::shape::Shape;

/// No search goes further than so many items.
pub(crate) const REACH: u32 = 70;

/// All that candidates of one article are made from.
pub(crate) struct Field<'a> {
    pub(crate) words: &'a Words<'a>,
    pub(crate) tally: &'a Tally,
    pub(crate) nominals: &'a Nominals,
    /// By item, the first nominal that does not end before it or at it.
    pub(crate) ended: &'a IdVec<ItemId, NominalId>,
    pub(crate) shapes: &'a IdVec<QuoteId, Shape>,
    pub(crate) quotes: &'a IdVec<QuoteId, Marked>,
    /// Single marks are the article's usual ones.
    pub(crate) british: bool,
}

/// Whether single marks are an article's usual ones.
pub(crate) fn british(quotes: &[Marked]) -> bool {
    let single = quotes.iter().filter(|q| q.glyph.is_single()).count();
    single >= 2 && single * 2 > quotes.len()
}

impl Field<'_> {
    /// The first nominal that does not end before item `at` or at it.
    pub(crate) fn ended(&self, at: ItemId) -> NominalId {
        self.ended.get(at).map_or(self.nominals.end(), |&behind| behind)
    }

    /// The first nominal that does not start before item `at`.
    pub(crate) fn started(&self, at: ItemId) -> NominalId {
        let ended = self.ended(at);
        ended + u32::from(self.nominals.get(ended).is_some_and(|n| n.first < at))
    }

    /// All candidates of quote `q`, into `out`; the last is "nobody's words". `cues` is room to work in.
    pub(crate) fn candidates<F: Features>(
        &self,
        q: QuoteId,
        previous: Option<Previous>,
        cues: &mut Vec<Cue>,
        out: &mut Vec<Attribution<F>>,
    ) {
        let words = self.words;
        let shape = self.shapes[q];
        let (start, end) = (words.places[q].first, words.places[q].last);
        let mut any = false;
        // After the quote, up to the next one.
        let (from, across) = self.behind(end);
        let mut stop = from;
        while stop < words.items.end()
            && stop < from + REACH
            && words.class(stop) != Class::Quote
            && words.together(from, stop)
        {
            stop += 1;
        }
        if stop > from && words.items[from].paragraph == words.items[end].paragraph {
            let same = words.together(across, from);
            let region = if same { Region::Right } else { Region::RightSentence };
            let limit = if same { stop } else { stop.min(from + 12) };
            self.cues(from, limit, 3, cues);
            for &cue in &*cues {
                any |= same;
                self.pairs(q, shape, region, cue, from, stop, out);
            }
        }
        // A dash and a name, behind the quote or on the next line.
        let dash = self.words.class(from) == Class::Dash || self.words.str(from) == "-";
        let near = words.items.get(from).is_some_and(|i| {
            i.paragraph <= words.items[end].paragraph + 1
                && (i.paragraph == words.items[end].paragraph || words.begins(from))
        });
        if dash && near && self.nominal_at(from + 1).is_some() {
            let cue = Cue { first: from, end: from + 1, known: None, kind: CueKind::Signature, passive: false };
            self.pairs(q, shape, Region::Right, cue, from, (from + 12).min(words.items.end()), out);
        }
        // Before it, in its sentence; not beyond words that it answers.
        let answers = self.answers(q);
        let mut first = start;
        while !answers && first > ItemId::FIRST && first + REACH > start && words.together(first - 1, start) {
            first -= 1;
        }
        if first < start {
            self.cues(first, start, 64, cues);
            for &cue in &cues[cues.len().saturating_sub(5)..] {
                any = true;
                self.pairs(q, shape, Region::Left, cue, first, start, out);
            }
        }
        // In the sentence before, or at the end of the paragraph before.
        if first > ItemId::FIRST && first == start && !answers {
            let same = words.items[first - 1].paragraph == words.items[start].paragraph;
            let near = same || words.items[first - 1].paragraph + 1 == words.items[start].paragraph;
            let mut head = first - 1;
            while head > ItemId::FIRST && head + REACH > first && words.together(head - 1, first - 1) {
                head -= 1;
            }
            let region = if same { Region::LeftSentence } else { Region::LeftParagraph };
            if near {
                self.cues(head, first, 64, cues);
                for &cue in &cues[cues.len().saturating_sub(3)..] {
                    self.pairs(q, shape, region, cue, head, first, out);
                }
            }
        }
        // The speaker of the quote before goes on.
        if let Some(p) = previous {
            let before = &words.items[words.places[p.quote].last];
            let here = &words.items[start];
            let region = match here.paragraph - before.paragraph {
                _ if answers => None,
                0 => Some(Region::SameParagraph),
                1 => Some(Region::NextParagraph),
                _ => None,
            };
            if let Some(region) = region
                && (p.cue.is_some() || p.speaker.is_some())
            {
                let same = region == Region::SameParagraph;
                let mut features = F::new();
                features.push(if same { Feature::SameParagraph } else { Feature::NextParagraph }, 1);
                if shape.is_whole() {
                    features.push(Feature::Whole, -1);
                }
                out.push(Attribution { region, cue: p.cue, speaker: p.speaker, features });
            }
        }
        // Who spoke before the quote that this one answers.
        if let Some(speaker) = previous.filter(|p| answers && p.quote + 1 == q).and_then(|p| p.partner) {
            let mut features = F::new();
            features.push(Feature::SameParagraph, 1);
            features.push(Feature::Whole, -1);
            out.push(Attribution { region: Region::Turn, cue: None, speaker: Some(speaker), features });
        }
        let mut features = F::new();
        features.push(Feature::Orphan, 1);
        if words.begins(start)
            && words.class(end + 1) != Class::Quote
            && words.items.get(end + 1).is_none_or(|i| i.paragraph != words.items[end].paragraph)
        {
            features.push(Feature::OrphanAlone, 1);
        }
        out.push(Attribution { region: Region::Orphan, cue: None, speaker: None, features });
        out.push(self.nobody(q, shape, any));
    }

    /// The first item behind the quote at `end` and the last quote before it: quotes that touch are passed over.
    fn behind(&self, end: ItemId) -> (ItemId, ItemId) {
        let mut at = end;
        while self.words.class(at + 1) == Class::Quote
            && at < end + 4
            && !self.answers(self.words.items[at + 1].quote)
            && self.words.items.get(at + 1).is_some_and(|i| i.paragraph == self.words.items[end].paragraph)
        {
            at += 1;
        }
        (at + 1, at)
    }

    /// What introduces words among the items `from..to`, at most `limit`; instead of what is in `out`.
    fn cues(&self, from: ItemId, to: ItemId, limit: usize, out: &mut Vec<Cue>) {
        let words = self.words;
        out.clear();
        let mut at = from;
        while at < to && out.len() < limit {
            let item = &words.items[at];
            if let Some(known) = item.speech.filter(|s| s.strength > 0) {
                let noun = known.form == Form::Noun || self.stands_as_noun(at);
                let named = item.class == Class::Capital
                    && self.nominal_at(at).is_some_and(|n| matches!(n.kind, Kind::Person | Kind::Organization));
                if !named {
                    out.push(Cue {
                        first: at,
                        end: at + 1,
                        known: Some(known),
                        kind: if noun { CueKind::Noun } else { CueKind::Verb },
                        passive: false,
                    });
                }
            } else if item.reports == Some(Reports::According) && words.str(at + 1) == "to" {
                out.push(Cue { first: at, end: at + 2, known: None, kind: CueKind::Phrase, passive: false });
                at += 1;
            } else if item.class == Class::Colon && at + 1 == to {
                out.push(Cue { first: at, end: at + 1, known: None, kind: CueKind::Colon, passive: false });
            } else if item.reports == Some(Reports::Words) {
                out.push(Cue { first: at, end: at + 1, known: None, kind: CueKind::Phrase, passive: false });
            }
            at += 1;
        }
    }

    /// Whether the word of saying at `at` stands as a noun: behind a determiner, a genitive, an adjective.
    pub(crate) fn stands_as_noun(&self, at: ItemId) -> bool {
        let words = self.words;
        if words.begins(at)
            || !words.items[at].speech.is_some_and(|s| matches!(s.form, Form::Base | Form::Third | Form::Participle))
        {
            return false;
        }
        // "Many argue": a determiner may be the subject.
        if self.nominal_at(at - 1).is_some_and(|n| n.first == at - 1 && n.end == at) {
            return false;
        }
        match words.class(at - 1) {
            Class::Determiner | Class::Possessive | Class::Genitive => true,
            Class::Preposition => {
                words.str(at - 1) != "to" && words.items[at].speech.is_some_and(|s| s.form != Form::Participle)
            }
            _ => false,
        }
    }

    /// The nominal that covers item `at`.
    pub(crate) fn nominal_at(&self, at: ItemId) -> Option<&Nominal> {
        let i = self.ended(at);
        self.nominals.get(i).filter(|n| n.first <= at)
    }

    /// Every speaker near `cue`, within the items `from..to`.
    #[expect(clippy::too_many_arguments, reason = "one candidate needs the quote, its shape, the cue and both bounds")]
    fn pairs<F: Features>(
        &self,
        q: QuoteId,
        shape: Shape,
        region: Region,
        mut cue: Cue,
        from: ItemId,
        to: ItemId,
        out: &mut Vec<Attribution<F>>,
    ) {
        let base: F = self.cue_features(shape, region, &mut cue, from, to);
        let mut none = base;
        none.push(Feature::NoSpeaker, 1);
        let cue_items = Some(cue.first.to(cue.end));
        let lo = self.started(from);
        let hi = self.started(to);
        let middle = self.started(cue.first);
        let window = lo.max(middle.back(7)).to(hi.min(middle + 3));
        for i in window {
            let n = &self.nominals[i];
            if n.first < cue.end && n.end > cue.first {
                continue;
            }
            let mut features = base;
            if cue.kind == CueKind::Signature && n.first != cue.end {
                continue;
            }
            self.speaker_features(cue, i, lo, from, &mut features);
            out.push(Attribution { region, cue: cue_items, speaker: Some(i), features });
        }
        // The subject on the far side: "Trump," `“…,”` "said" does not occur, but "He" `“strongly”` "denied" does.
        if region == Region::Right && from >= ItemId::FIRST + 2 && cue.first <= from + 6 {
            let quote = self.words.places[q].first;
            let mut head = quote;
            while head > ItemId::FIRST
                && head + 40 > quote
                && self.words.together(head - 1, quote)
                && self.words.class(head - 1) != Class::Quote
            {
                head -= 1;
            }
            let hi = self.started(quote);
            let lo = self.started(head).max(hi.back(3));
            for i in lo.to(hi) {
                let mut features = base;
                features.push(Feature::AcrossQuote, 1);
                kind_feature(&self.nominals[i], &mut features);
                out.push(Attribution { region, cue: cue_items, speaker: Some(i), features });
            }
        }
        out.push(Attribution { region, cue: cue_items, speaker: None, features: none });
    }

    /// The most likely subject of the verb of saying at `at` among the items `from..to`, by the ranker's weights.
    pub(crate) fn subject(&self, at: ItemId, from: ItemId, to: ItemId) -> Option<NominalId> {
        let cue =
            Cue { first: at, end: at + 1, known: self.words.items[at].speech, kind: CueKind::Verb, passive: false };
        let from = from.max(at.back(REACH));
        let lo = self.started(from);
        let hi = self.started(to);
        let middle = self.started(at);
        let mut best: Option<(i32, NominalId)> = None;
        for i in lo.max(middle.back(7)).to(hi.min(middle + 1)) {
            let n = &self.nominals[i];
            if n.first <= at && at < n.end {
                continue;
            }
            // Behind the verb stands its subject only right away, and rarely: "said the minister that".
            if n.first > at {
                continue;
            }
            let mut features = Score::new();
            self.speaker_features(cue, i, lo, from, &mut features);
            if best.is_none_or(|b| features.0 > b.0) {
                best = Some((features.0, i));
            }
        }
        best.map(|b| b.1)
    }
}
