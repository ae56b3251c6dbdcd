//! The possible attributions of a quote: every cue near it with every mention near the cue. One function a region makes
//! those whose words stand there; [`candidates`] calls them in the order in which equals are preferred.

use crate::lexicon::verbs::{Form, Frames, SpeechWord};
use crate::quotes::attribution::candidate::{Attribution, Cue, CueKind, Previous, REACH, Region, Window};
use crate::quotes::attribution::exchange::answers;
use crate::quotes::attribution::feature::{Feature, Features, Score};
use crate::quotes::attribution::features::{is_passive, of_cue, of_kind, of_nobody, of_speaker};
use crate::quotes::parse::context::Field;
use crate::quotes::parse::index::{ItemId, ItemRange, NominalId, NominalRange, QuoteId};
use crate::quotes::parse::items::{Class, Place};
use crate::quotes::parse::lookup::Reports;
use crate::quotes::parse::nominals::Kind;
use crate::quotes::spans::shape::Shape;

/// Quotes that touch the one before: so many are passed over on the way to what stands behind.
const TOUCHING: u32 = 4;
/// Items of the sentence behind a quote that may hold its cue, and items behind a dash that may hold a name.
const NEXT_SENTENCE: u32 = 12;
/// Cues behind a quote: the first ones.
const CUES_BEHIND: usize = 3;
/// Cues before a quote: the last of so many, in its sentence and in the one before.
const CUES_READ: usize = 64;
const CUES_BEFORE: usize = 5;
const CUES_SENTENCE_BEFORE: usize = 3;
/// Nominals before and behind a cue that may be its speaker.
const SPEAKERS_BEFORE: u32 = 7;
const SPEAKERS_BEHIND: u32 = 3;
/// Of a verb in a clause, the subject stands before it or is the nominal right behind.
const SUBJECTS_BEHIND: u32 = 1;
/// A name on the line below a quote has so many items at most, with what describes its bearer.
const LONGEST_SIGNATURE: u32 = 10;
/// How often being behind "by" counts for who stands there right behind the quote.
const SURE_AGENT: i32 = 4;
/// Items between a quote and a cue whose subject stands on the quote's far side, items on that side, nominals there.
const ACROSS_CUE: u32 = 6;
const ACROSS_REACH: u32 = 40;
const ACROSS_SPEAKERS: u32 = 3;

/// All candidates of `quote`, into `out`; the last is "nobody's words". `cues` is room to work in.
pub(crate) fn candidates<F: Features>(
    field: &Field<'_>,
    quote: QuoteId,
    previous: Option<Previous>,
    cues: &mut Vec<Cue>,
    out: &mut Vec<Attribution<F>>,
) {
    let here = Surroundings::of(field, quote);
    let mut any_cue = here.behind(cues, out);
    here.signature(out);
    any_cue |= here.before(cues, out);
    here.sentence_before(cues, out);
    here.continuation(previous, out);
    here.turn(previous, out);
    here.orphan(out);
    let features = of_nobody(field, quote, any_cue);
    out.push(Attribution { region: Region::Nobody, cue: None, speaker: None, features });
}

/// A quote and the borders of what stands around it.
struct Surroundings<'a> {
    field: &'a Field<'a>,
    quote: QuoteId,
    shape: Shape,
    place: Place,
    /// The quote answers the one before: what stands before both is not about it.
    answers: bool,
    /// The first item of the quote's sentence; that of the quote if what stands before it is another's.
    sentence: ItemId,
    /// The last of the quotes that touch this one from behind, or this one.
    touching: ItemId,
}

impl<'a> Surroundings<'a> {
    fn of(field: &'a Field<'a>, quote: QuoteId) -> Self {
        let words = field.words;
        let place = words.places[quote];
        let answers_before = answers(field, quote);
        let mut sentence = place.first;
        while !answers_before
            && sentence > ItemId::FIRST
            && sentence + REACH > place.first
            && words.together(sentence - 1, place.first)
        {
            sentence -= 1;
        }
        let mut touching = place.last;
        while touching < place.last + TOUCHING
            && let Some(next) = words.items.get(touching.next()).filter(|item| item.class == Class::Quote)
            && next.paragraph == words.items[place.last].paragraph
            && !answers(field, next.quote)
        {
            touching += 1;
        }
        Self { field, quote, shape: field.shapes[quote], place, answers: answers_before, sentence, touching }
    }

    /// Behind the quote, up to the next one. Whether a cue stands in the quote's sentence.
    fn behind<F: Features>(&self, cues: &mut Vec<Cue>, out: &mut Vec<Attribution<F>>) -> bool {
        let words = self.field.words;
        let from = self.touching.next();
        let mut stop = from;
        while stop < words.items.end()
            && stop < from + REACH
            && words.class(stop) != Class::Quote
            && words.together(from, stop)
        {
            stop += 1;
        }
        if stop == from || words.items[from].paragraph != words.items[self.place.last].paragraph {
            return false;
        }
        let same = words.together(self.touching, from);
        let (region, limit) =
            if same { (Region::Right, stop) } else { (Region::RightSentence, stop.min(from + NEXT_SENTENCE)) };
        find_cues(self.field, from.to(limit), CUES_BEHIND, cues);
        said_before_source(self.field, from.to(stop), cues);
        self.with_speakers(region, from.to(stop), cues, out);
        same && !cues.is_empty()
    }

    /// A dash and a name, behind the quote or on the next line.
    fn signature<F: Features>(&self, out: &mut Vec<Attribution<F>>) {
        let words = self.field.words;
        let dash = self.touching.next();
        // A quotation of which no word could be told apart has no item of its own.
        let Some(last) = words.items.get(self.place.last) else { return };
        if let Some(speaker) = self.name_below() {
            let mut features = F::new();
            features.push(Feature::Right, 1);
            features.push(Feature::Signature, 1);
            features.push(Feature::Before, 1);
            of_kind(self.field.nominals[speaker].kind, &mut features);
            out.push(Attribution { region: Region::Right, cue: None, speaker: Some(speaker), features });
        }
        let Some(item) = words.items.get(dash).filter(|_| words.class(dash) == Class::Dash || words.str(dash) == "-")
        else {
            return;
        };
        let next_line = || item.paragraph <= last.paragraph + 1 && words.begins(dash);
        if (item.paragraph == last.paragraph || next_line()) && self.field.nominal_at(dash.next()).is_some() {
            let cue = Cue::other(CueKind::Signature, dash.to(dash.next()));
            let end = (dash + NEXT_SENTENCE).min(words.items.end());
            self.with_speakers(Region::Right, dash.to(end), &[cue], out);
        }
    }

    /// A name on the line below a quote that is a paragraph of its own, alone or before a few words of description: "Mina
    /// Castell, painter".
    fn name_below(&self) -> Option<NominalId> {
        let (field, words) = (self.field, self.field.words);
        let (first, next) = (self.place.first, self.place.last.next());
        let own = words.items.get(self.place.last)?.paragraph;
        let alone = first.previous().is_none_or(|before| words.items[before].paragraph != own)
            && words.items.get(next).is_some_and(|item| item.paragraph == own + 1);
        if !alone {
            return None;
        }
        let speaker = field.started(next);
        let nominal =
            field.nominals.get(speaker).filter(|nominal| nominal.first == next && nominal.kind == Kind::Person)?;
        let mut end = nominal.end;
        while end < next + LONGEST_SIGNATURE && words.items.get(end).is_some_and(|item| item.paragraph == own + 1) {
            if !matches!(
                words.class(end),
                Class::Comma | Class::Other | Class::Capital | Class::Preposition | Class::Determiner | Class::Number
            ) || words.items[end].speech.is_some_and(|word| word.form != Form::Noun)
            {
                return None;
            }
            end += 1;
        }
        let whole = words.items.get(end).is_none_or(|item| item.paragraph != own + 1);
        let described = end == nominal.end || words.class(nominal.end) == Class::Comma;
        (whole && described).then_some(speaker)
    }

    /// Before the quote, in its sentence; not beyond words that it answers. Whether a cue stands there.
    fn before<F: Features>(&self, cues: &mut Vec<Cue>, out: &mut Vec<Attribution<F>>) -> bool {
        let items = self.sentence.to(self.place.first);
        if items.is_empty() {
            return false;
        }
        find_cues(self.field, items, CUES_READ, cues);
        self.with_speakers(Region::Left, items, &cues[cues.len().saturating_sub(CUES_BEFORE)..], out);
        self.agent(cues, out);
        !cues.is_empty()
    }

    /// "described as “the worst in years” *by forecasters*", "branded “shameful” by Amnesty International": who stands
    /// behind "by", right behind the quote, of the last cue before it.
    fn agent<F: Features>(&self, cues: &[Cue], out: &mut Vec<Attribution<F>>) {
        let field = self.field;
        let by = self.place.last.next();
        let Some(&cue) = cues.last().filter(|cue| {
            let label = |word: &SpeechWord| word.form == Form::Past && word.frames.has(Frames::LABEL);
            cue.kind == CueKind::Verb && cue.known.is_some_and(label)
        }) else {
            return;
        };
        if field.words.str(by) != "by" || !field.words.together(self.place.last, by) {
            return;
        }
        let speaker = field.started(by.next());
        let Some(nominal) = field.nominals.get(speaker).filter(|nominal| nominal.first == by.next()) else { return };
        let window = Window::of(field, self.sentence.to(self.place.first));
        let mut features: F = of_cue(field, self.shape, Region::Left, window, cue);
        of_kind(nominal.kind, &mut features);
        features.push(Feature::PassiveAgent, SURE_AGENT);
        out.push(Attribution { region: Region::Left, cue: Some(cue.items), speaker: Some(speaker), features });
    }

    /// In the sentence before, or at the end of the paragraph before, if the quote begins its sentence.
    fn sentence_before<F: Features>(&self, cues: &mut Vec<Cue>, out: &mut Vec<Attribution<F>>) {
        let words = self.field.words;
        let start = self.place.first;
        if self.answers || self.sentence != start {
            return;
        }
        let Some(last) = start.previous() else { return };
        let (there, here) = (words.items[last].paragraph, words.items[start].paragraph);
        let region = match here {
            _ if there == here => Region::LeftSentence,
            _ if there + 1 == here => Region::LeftParagraph,
            _ => return,
        };
        let mut head = last;
        while head > ItemId::FIRST && head + REACH > start && words.together(head - 1, last) {
            head -= 1;
        }
        find_cues(self.field, head.to(start), CUES_READ, cues);
        let near = &cues[cues.len().saturating_sub(CUES_SENTENCE_BEFORE)..];
        self.with_speakers(region, head.to(start), near, out);
    }

    /// The speaker of the quote before goes on.
    fn continuation<F: Features>(&self, previous: Option<Previous>, out: &mut Vec<Attribution<F>>) {
        let words = self.field.words;
        let said = previous.filter(|before| !self.answers && (before.cue.is_some() || before.speaker.is_some()));
        let Some(before) = said else { return };
        let there = &words.items[words.places[before.quote].last];
        // A quote before this one may end behind its beginning, where marks are crossed.
        let (region, feature) = match words.items[self.place.first].paragraph.checked_sub(there.paragraph) {
            Some(0) => (Region::SameParagraph, Feature::SameParagraph),
            Some(1) => (Region::NextParagraph, Feature::NextParagraph),
            _ => return,
        };
        let mut features = F::new();
        features.push(feature, 1);
        if self.shape.is_whole() {
            features.push(Feature::Whole, -1);
        }
        out.push(Attribution { region, cue: before.cue, speaker: before.speaker, features });
    }

    /// Who spoke before the quote that this one answers.
    fn turn<F: Features>(&self, previous: Option<Previous>, out: &mut Vec<Attribution<F>>) {
        let asked = previous.filter(|before| self.answers && before.quote.next() == self.quote);
        let Some(speaker) = asked.and_then(|before| before.partner) else { return };
        let mut features = F::new();
        features.push(Feature::SameParagraph, 1);
        features.push(Feature::Whole, -1);
        out.push(Attribution { region: Region::Turn, cue: None, speaker: Some(speaker), features });
    }

    /// Somebody's words, but nobody is tied to them.
    fn orphan<F: Features>(&self, out: &mut Vec<Attribution<F>>) {
        let words = self.field.words;
        let mut features = F::new();
        features.push(Feature::Orphan, 1);
        let next = self.place.last.next();
        // A quotation without a word of its own has no item.
        let last = words.items.get(self.place.last).map(|item| item.paragraph);
        if words.begins(self.place.first)
            && words.class(next) != Class::Quote
            && words.items.get(next).is_none_or(|item| Some(item.paragraph) != last)
        {
            features.push(Feature::OrphanAlone, 1);
        }
        out.push(Attribution { region: Region::Orphan, cue: None, speaker: None, features });
    }

    /// Each of `cues` with every speaker near it among `items`, and with none.
    fn with_speakers<F: Features>(
        &self,
        region: Region,
        items: ItemRange,
        cues: &[Cue],
        out: &mut Vec<Attribution<F>>,
    ) {
        let field = self.field;
        let window = Window::of(field, items);
        for &cue in cues {
            let cue = Cue { passive: is_passive(field, window, cue), ..cue };
            let base: F = of_cue(field, self.shape, region, window, cue);
            let found = |speaker, features| Attribution { region, cue: Some(cue.items), speaker, features };
            for speaker in window.near(field, cue.items.first, SPEAKERS_BEFORE, SPEAKERS_BEHIND) {
                let nominal = &field.nominals[speaker];
                let named_elsewhere = cue.kind == CueKind::Signature && nominal.first != cue.items.end;
                if nominal.items().overlaps(cue.items) || named_elsewhere {
                    continue;
                }
                let mut features = base;
                of_speaker(field, window, cue, speaker, &mut features);
                out.push(found(Some(speaker), features));
            }
            // "Trump," `“…,”` "said" does not occur, but "He" `“strongly”` "denied" does.
            if region == Region::Right && cue.items.first <= items.first + ACROSS_CUE {
                for speaker in self.far_side() {
                    let mut features = base;
                    features.push(Feature::AcrossQuote, 1);
                    of_kind(field.nominals[speaker].kind, &mut features);
                    out.push(found(Some(speaker), features));
                }
            }
            let mut features = base;
            features.push(Feature::NoSpeaker, 1);
            out.push(found(None, features));
        }
    }

    /// The nominals before the quote that may be the subject of a verb behind it.
    fn far_side(&self) -> NominalRange {
        let (field, start) = (self.field, self.place.first);
        let mut head = start;
        while head > ItemId::FIRST
            && head + ACROSS_REACH > start
            && field.words.together(head - 1, start)
            && field.words.class(head - 1) != Class::Quote
        {
            head -= 1;
        }
        let end = field.started(start);
        field.started(head).max(end.back(ACROSS_SPEAKERS)).to(end)
    }
}

/// "…, said Ana Díaz on Friday, according to the Times": who said it stands before who says so.
fn said_before_source(field: &Field<'_>, items: ItemRange, cues: &mut Vec<Cue>) {
    let said = cues
        .iter()
        .position(|cue| cue.kind == CueKind::Verb && cue.known.is_some_and(|word| word.strength >= SpeechWord::OFTEN));
    let source = cues.iter().position(|cue| cue.kind == CueKind::Phrase);
    let (Some(said), Some(source)) = (said, source) else { return };
    let cue = cues[said];
    let window = Window::of(field, items);
    let near = window.near(field, cue.items.first, 1, 1);
    let named = near.iter().any(|speaker| {
        let nominal = &field.nominals[speaker];
        let beside = nominal.end == cue.items.first || nominal.first == cue.items.end;
        beside && !matches!(nominal.kind, Kind::Weak | Kind::Phrase)
    });
    if said < source && named && !is_passive(field, window, cue) {
        cues.truncate(source);
    }
}

/// What introduces words among `items`, at most `limit`; instead of what is in `out`.
fn find_cues(field: &Field<'_>, items: ItemRange, limit: usize, out: &mut Vec<Cue>) {
    let words = field.words;
    out.clear();
    let mut at = items.first;
    while at < items.end && out.len() < limit {
        let item = &words.items[at];
        let one = at.to(at.next());
        if let Some(known) = item.speech.filter(|word| word.strength > 0) {
            let noun = known.form == Form::Noun || field.stands_as_noun(at);
            let name = |kind| matches!(kind, Kind::Person | Kind::Organization);
            let named = item.class == Class::Capital && field.nominal_at(at).is_some_and(|nominal| name(nominal.kind));
            if !named {
                let kind = if noun { CueKind::Noun } else { CueKind::Verb };
                out.push(Cue { items: one, known: Some(known), kind, passive: false });
            }
        } else if item.reports == Some(Reports::According) && words.str(at.next()) == "to" {
            out.push(Cue::other(CueKind::Phrase, at.to(at + 2)));
            at += 1;
        } else if item.class == Class::Colon && one.end == items.end {
            out.push(Cue::other(CueKind::Colon, one));
        } else if item.reports == Some(Reports::Words) {
            out.push(Cue::other(CueKind::Phrase, one));
        }
        at += 1;
    }
}

/// The most likely subject of the verb of saying at `at` among the items `within`, by the ranker's weights.
pub(crate) fn subject(field: &Field<'_>, at: ItemId, within: ItemRange) -> Option<NominalId> {
    let known = field.words.items[at].speech;
    let cue = Cue { items: at.to(at.next()), known, kind: CueKind::Verb, passive: false };
    let window = Window::of(field, within.first.max(at.back(REACH)).to(within.end));
    let mut best: Option<(Score, NominalId)> = None;
    for speaker in window.near(field, at, SPEAKERS_BEFORE, SUBJECTS_BEHIND) {
        let nominal = &field.nominals[speaker];
        // Behind the verb stands its subject only right away, and rarely: "said the minister that".
        if nominal.items().contains(at) || nominal.first > at {
            continue;
        }
        let mut score = Score::new();
        of_speaker(field, window, cue, speaker, &mut score);
        if best.is_none_or(|(points, _)| score > points) {
            best = Some((score, speaker));
        }
    }
    best.map(|(_, speaker)| speaker)
}
