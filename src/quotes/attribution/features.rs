//! What is true of a possible attribution: the values of its features.

use crate::lexicon::grammar::auxiliaries::{is_be, leads_base_form};
use crate::lexicon::grammar::prepositions;
use crate::lexicon::speech::works::WORKS;
use crate::lexicon::verbs::{Form, Frames};

use crate::quotes::attribution::candidate::{Attribution, Cue, CueKind, Region};
use crate::quotes::attribution::feature::{Feature, Features};
use crate::quotes::parse::context::{Field, REACH};
use crate::quotes::parse::distance::Between;
use crate::quotes::parse::index::{ItemId, NominalId, QuoteId};
use crate::quotes::parse::items::Class;
use crate::quotes::parse::nominals::{Kind, Nominal};
use crate::quotes::spans::shape::Shape;

impl Field<'_> {
    pub(crate) fn cue_features<F: Features>(
        &self,
        shape: Shape,
        region: Region,
        cue: &mut Cue,
        from: ItemId,
        to: ItemId,
    ) -> F {
        let words = self.words;
        let mut f = F::new();
        let mut passive_cue = false;
        let mut put = |feature: Feature, value: i32| {
            if value != 0 {
                f.push(feature, value);
            }
        };
        let whole = shape.is_whole();
        let known = cue.known;
        match region {
            Region::Right | Region::RightSentence => {
                put(if region == Region::Right { Feature::Right } else { Feature::RightSentence }, 1);
                put(
                    match shape.last {
                        ',' => Feature::RightComma,
                        '?' | '!' | '—' | '–' | '-' | '…' => Feature::RightOpen,
                        _ => Feature::RightBare,
                    },
                    1,
                );
                put(Feature::RightDistance, log2(cue.first - from));
                put(Feature::CueBetween, self.verbs(from, cue.first).min(2));
            }
            _ => {
                put(
                    match region {
                        Region::Left => Feature::Left,
                        Region::LeftSentence => Feature::LeftSentence,
                        _ => Feature::LeftParagraph,
                    },
                    1,
                );
                put(Feature::LeftDistance, log2(to - cue.end));
                put(Feature::CueBetween, self.verbs(cue.end, to).min(2));
                let last = words.class(to - 1);
                put(Feature::LeftColon, i32::from(last == Class::Colon));
                put(Feature::LeftComma, i32::from(last == Class::Comma && region == Region::Left));
                if region == Region::Left {
                    put(Feature::LeftAdjacent, i32::from(cue.end == to));
                    let label = known.is_some_and(|k| k.frames.has(Frames::LABEL)) && !whole;
                    put(Feature::LeftLabel, i32::from(label));
                    put(Feature::LeftUnmarked, i32::from(whole && !matches!(last, Class::Colon | Class::Comma)));
                    let across = cue.end.to(to).iter().any(|i| words.class(i) == Class::Quote);
                    put(Feature::LeftAcross, i32::from(across));
                    let that = cue
                        .end
                        .to((cue.end + 5).min(to))
                        .iter()
                        .any(|i| words.class(i) == Class::Relative && words.str(i) == "that");
                    put(Feature::LeftThat, i32::from(that && !whole));
                }
            }
        }
        put(Feature::Strong, i32::from(known.is_some_and(|k| k.strength == 3) && cue.kind == CueKind::Verb));
        put(Feature::Medium, i32::from(known.is_some_and(|k| k.strength == 2) && cue.kind == CueKind::Verb));
        put(Feature::CueNoun, i32::from(cue.kind == CueKind::Noun));
        put(Feature::CuePhrase, i32::from(cue.kind == CueKind::Phrase));
        put(Feature::Signature, i32::from(cue.kind == CueKind::Signature));
        put(Feature::CueColon, i32::from(cue.kind == CueKind::Colon));
        put(Feature::CueThought, i32::from(known.is_some_and(|k| k.frames.has(Frames::THOUGHT))));
        put(Feature::CueCapital, i32::from(words.class(cue.first) == Class::Capital));
        if cue.kind == CueKind::Verb {
            let before = |n: u32| if cue.first >= from + n { words.str(cue.first - n) } else { "" };
            let form = known.map(|k| k.form);
            put(Feature::CueParticiple, i32::from(form == Some(Form::Participle)));
            put(Feature::CueInfinitive, i32::from(form == Some(Form::Base) && leads_base_form(before(1))));
            let passive = form == Some(Form::Past)
                && (is_be(before(1)) || (words.class(cue.first.back(1)) == Class::Adverb && is_be(before(2))));
            passive_cue = passive;
        }
        cue.passive = passive_cue;
        f
    }

    /// How many verbs of saying stand among the items.
    fn verbs(&self, from: ItemId, to: ItemId) -> i32 {
        let verbs = from.to(to.min(from + REACH)).iter().filter(|&at| {
            self.words.items[at].speech.is_some_and(|s| s.strength >= 2 && s.form != Form::Noun)
                && !self.stands_as_noun(at)
        });
        verbs.map(|_| 1).sum()
    }

    pub(crate) fn speaker_features<F: Features>(
        &self,
        cue: Cue,
        nominal: NominalId,
        sentence_first: NominalId,
        from: ItemId,
        f: &mut F,
    ) {
        let words = self.words;
        let n = &self.nominals[nominal];
        let (first, last) = (n.first, n.end);
        kind_feature(n, f);
        let before = last <= cue.first;
        let (a, b) = if before { (last, cue.first) } else { (cue.end, first) };
        if before {
            f.push(Feature::Before, 1);
        } else if b - a <= 1 && cue.kind != CueKind::Colon {
            f.push(Feature::After, 1);
        } else {
            f.push(Feature::FarAfter, 1);
        }
        let Between { commas, clauses, distance } = self.tally.between(a, b);
        let closed = commas >= 2
            && matches!(
                words.class(b - 1),
                Class::Comma | Class::Dash | Class::Closing | Class::Adverb | Class::Auxiliary
            )
            && matches!(words.class(a), Class::Comma | Class::Dash | Class::Opening);
        if !(before && closed) {
            f.push(Feature::SpeakerDistance, log2(distance));
            if clauses > 0 {
                f.push(Feature::ClauseBetween, 1);
            }
        }
        if cue.passive && before {
            f.push(Feature::PassiveSubject, 1);
        }
        if cue.kind == CueKind::Phrase && !before && b - a <= 1 {
            f.push(Feature::PhraseSpeaker, 1);
        }
        if before && nominal == sentence_first && cue.kind == CueKind::Verb {
            let joint = |i: ItemId| matches!(words.class(i), Class::Comma | Class::Conjunction);
            let joined = cue.first >= ItemId::FIRST + 2
                && (joint(cue.first - 1) || (words.class(cue.first - 1) == Class::Adverb && joint(cue.first - 2)));
            let participle = cue.known.is_some_and(|k| k.form == Form::Participle);
            if (joined || participle) && !closed {
                f.push(Feature::MainSubject, 1);
            }
        }
        let leads = words.begins(first) || first == from;
        if leads {
            f.push(Feature::ClauseInitial, 1);
        } else {
            let previous = &words.items[first - 1];
            match previous.class {
                Class::Preposition if words.str(first - 1) == "by" && cue.passive => f.push(Feature::PassiveAgent, 1),
                Class::Preposition => f.push(Feature::AfterPreposition, 1),
                Class::Comma
                | Class::Conjunction
                | Class::Subordinator
                | Class::Colon
                | Class::Semicolon
                | Class::Dash
                | Class::Relative => {
                    f.push(Feature::ClauseInitial, 1);
                }
                Class::Other if previous.speech.is_some_and(|s| s.form != Form::Noun) && before => {
                    f.push(Feature::AfterVerb, 1);
                }
                _ => {}
            }
        }
        if n.possessive {
            f.push(Feature::Possessor, if cue.kind == CueKind::Noun { -1 } else { 1 });
        }
    }

    pub(crate) fn nobody<F: Features>(&self, q: QuoteId, shape: Shape, any_cue: bool) -> Attribution<F> {
        let words = self.words;
        let mut features = F::new();
        features.push(Feature::Nobody, 1);
        let mut put = |feature: Feature, on: bool| {
            if on {
                features.push(feature, 1);
            }
        };
        put(Feature::Short, shape.words <= 2);
        put(Feature::Long, shape.words > 4);
        put(Feature::Whole, shape.is_whole());
        put(Feature::TitleCase, shape.title && shape.capital);
        put(Feature::NoCue, !any_cue);
        put(Feature::SingleMarks, self.quotes[q].glyph.is_single() && !self.british);
        let (start, end) = (words.places[q].first, words.places[q].last);
        let noun_follows = words.together(end, end + 1)
            && matches!(words.class(end + 1), Class::Other)
            && words.items[end + 1].speech.is_none();
        let determined = start > ItemId::FIRST
            && words.together(start - 1, start)
            && matches!(words.class(start - 1), Class::Determiner | Class::Possessive | Class::Genitive);
        let title_case = shape.title && shape.capital;
        let placed = start > ItemId::FIRST
            && words.together(start - 1, start)
            && prepositions::BEFORE_TITLE.contains(&words.str(start - 1));
        put(Feature::TitlePlace, title_case && placed);
        let of_work = || {
            let owned = words.class(start - 1) == Class::Genitive
                && self.ended(start).previous().is_some_and(|i| {
                    let n = &self.nominals[i];
                    n.kind == Kind::Organization && n.end + 1 >= start
                });
            owned || WORKS.contains(&words.str(start - 1))
        };
        put(Feature::TitleOfWork, title_case && start > ItemId::FIRST && words.together(start - 1, start) && of_work());
        let capitals = start > ItemId::FIRST
            && words.together(start - 1, end + 1)
            && words.class(start - 1) == Class::Capital
            && words.class(end + 1) == Class::Capital;
        put(Feature::Nickname, capitals && shape.words <= 3);
        put(Feature::Modifier, (noun_follows || determined) && !shape.is_whole());
        Attribution { region: Region::Nobody, cue: None, speaker: None, features }
    }
}

/// What kind of mention it is.
pub(crate) fn kind_feature<F: Features>(n: &Nominal, f: &mut F) {
    let feature = match n.kind {
        Kind::Person => Feature::Person,
        Kind::Organization | Kind::Place => Feature::Body,
        Kind::Pronoun => Feature::Pronoun,
        Kind::Weak => Feature::Weak,
        Kind::Role => Feature::Role,
        Kind::Capital => Feature::Capital,
        Kind::Phrase => return,
    };
    f.push(feature, 1);
}

/// 0, 1, 2, 3, 4 for 0, 1, 2-3, 4-7, 8-15 …
fn log2(count: u32) -> i32 {
    (u32::BITS - count.leading_zeros()).cast_signed()
}
