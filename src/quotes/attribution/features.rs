//! What is true of a possible attribution: the values of its features.

use crate::lexicon::grammar::auxiliaries::{is_be, leads_base_form};
use crate::lexicon::grammar::prepositions;
use crate::lexicon::speech::works::WORKS;
use crate::lexicon::verbs::{Form, Frames};

use crate::quotes::attribution::candidate::{Cue, CueKind, REACH, Region, Window};
use crate::quotes::attribution::feature::{Feature, Features};
use crate::quotes::parse::context::Field;
use crate::quotes::parse::distance::Between;
use crate::quotes::parse::index::{ItemId, ItemRange, NominalId, QuoteId};
use crate::quotes::parse::items::Class;
use crate::quotes::parse::nominals::Kind;
use crate::quotes::spans::shape::Shape;

/// More verbs of saying between a cue and its quote count as so many.
const MOST_BETWEEN: i32 = 2;
/// Items behind a cue among which "that" opens what it reports.
const THAT_REACH: u32 = 5;
/// Commas that close an insertion: one at either end.
const CLOSING_COMMAS: u32 = 2;
/// Items between a speaker and its cue that still count as side by side.
const ADJACENT: u32 = 1;
/// How much a word of saying is one: 0 to 3.
const STRONG: u8 = 3;
const MEDIUM: u8 = 2;
/// Words of a quote that is more often a term than somebody's; words beyond which few terms go; words of a nickname.
const SHORT_WORDS: u32 = 2;
const LONG_WORDS: u32 = 4;
const NICKNAME_WORDS: u32 = 3;

/// Adds a feature that holds or not.
fn put<F: Features>(out: &mut F, feature: Feature, holds: bool) {
    if holds {
        out.push(feature, 1);
    }
}

/// Whether the verb of saying `cue` is passive: "was told", "were also told".
pub(crate) fn is_passive(field: &Field<'_>, window: Window, cue: Cue) -> bool {
    let be = |count| is_be(word_before(field, window, cue, count));
    cue.kind == CueKind::Verb
        && cue.known.is_some_and(|word| word.form == Form::Past)
        && (be(1) || (field.words.class(cue.items.first.back(1)) == Class::Adverb && be(2)))
}

/// The word `count` items before a cue, if the window holds it.
fn word_before<'a>(field: &Field<'a>, window: Window, cue: Cue, count: u32) -> &'a str {
    let first = cue.items.first;
    if first >= window.items.first + count { field.words.str(first - count) } else { "" }
}

/// The features of a cue for a quote of `shape`, whoever the speaker is.
pub(crate) fn of_cue<F: Features>(field: &Field<'_>, shape: Shape, region: Region, window: Window, cue: Cue) -> F {
    let mut out = F::new();
    match region {
        Region::Right | Region::RightSentence => behind_quote(field, shape, region, window, cue, &mut out),
        _ => before_quote(field, shape, region, window, cue, &mut out),
    }
    let verb = cue.kind == CueKind::Verb;
    let strength = cue.known.filter(|_| verb).map(|word| word.strength);
    put(&mut out, Feature::Strong, strength == Some(STRONG));
    put(&mut out, Feature::Medium, strength == Some(MEDIUM));
    put(&mut out, Feature::CueNoun, cue.kind == CueKind::Noun);
    put(&mut out, Feature::CuePhrase, cue.kind == CueKind::Phrase);
    put(&mut out, Feature::Signature, cue.kind == CueKind::Signature);
    put(&mut out, Feature::CueColon, cue.kind == CueKind::Colon);
    put(&mut out, Feature::CueThought, cue.known.is_some_and(|word| word.frames.has(Frames::THOUGHT)));
    put(&mut out, Feature::CueCapital, field.words.class(cue.items.first) == Class::Capital);
    if verb {
        let form = cue.known.map(|word| word.form);
        put(&mut out, Feature::CueParticiple, form == Some(Form::Participle));
        let modal = || leads_base_form(word_before(field, window, cue, 1));
        put(&mut out, Feature::CueInfinitive, form == Some(Form::Base) && modal());
    }
    out
}

/// The features of a cue behind the quote.
fn behind_quote<F: Features>(field: &Field<'_>, shape: Shape, region: Region, window: Window, cue: Cue, out: &mut F) {
    out.push(if region == Region::Right { Feature::Right } else { Feature::RightSentence }, 1);
    let ending = match shape.last {
        ',' => Feature::RightComma,
        '?' | '!' | '—' | '–' | '-' | '…' => Feature::RightOpen,
        _ => Feature::RightBare,
    };
    out.push(ending, 1);
    let between = window.items.first.to(cue.items.first);
    push_some(out, Feature::RightDistance, log2(between.len()));
    push_some(out, Feature::CueBetween, verbs(field, between).min(MOST_BETWEEN));
}

/// The features of a cue before the quote.
fn before_quote<F: Features>(field: &Field<'_>, shape: Shape, region: Region, window: Window, cue: Cue, out: &mut F) {
    let words = field.words;
    let place = match region {
        Region::Left => Feature::Left,
        Region::LeftSentence => Feature::LeftSentence,
        _ => Feature::LeftParagraph,
    };
    out.push(place, 1);
    let between = cue.items.end.to(window.items.end);
    push_some(out, Feature::LeftDistance, log2(between.len()));
    push_some(out, Feature::CueBetween, verbs(field, between).min(MOST_BETWEEN));
    let last = words.class(between.end - 1);
    put(out, Feature::LeftColon, last == Class::Colon);
    if region != Region::Left {
        return;
    }
    let whole = shape.is_whole();
    put(out, Feature::LeftComma, last == Class::Comma);
    put(out, Feature::LeftAdjacent, between.is_empty());
    let label = || cue.known.is_some_and(|word| word.frames.has(Frames::LABEL));
    put(out, Feature::LeftLabel, !whole && label());
    put(out, Feature::LeftUnmarked, whole && !matches!(last, Class::Colon | Class::Comma));
    put(out, Feature::LeftAcross, between.iter().any(|at| words.class(at) == Class::Quote));
    let opening = between.first.to(between.end.min(between.first + THAT_REACH));
    put(out, Feature::LeftThat, !whole && opening.iter().any(|at| words.is_that(at)));
}

/// How many verbs of saying stand among `items`.
fn verbs(field: &Field<'_>, items: ItemRange) -> i32 {
    let near = items.first.to(items.end.min(items.first + REACH));
    let verbs = near.iter().filter(|&at| {
        field.words.items[at].speech.is_some_and(|word| word.strength >= MEDIUM && word.form != Form::Noun)
            && !field.stands_as_noun(at)
    });
    verbs.map(|_| 1).sum()
}

/// Adds the features of `speaker`, one of the window's nominals, as who says what `cue` introduces.
pub(crate) fn of_speaker<F: Features>(field: &Field<'_>, window: Window, cue: Cue, speaker: NominalId, out: &mut F) {
    let nominal = &field.nominals[speaker];
    of_kind(nominal.kind, out);
    let before = nominal.end <= cue.items.first;
    let between = if before { nominal.end.to(cue.items.first) } else { cue.items.end.to(nominal.first) };
    let adjacent = between.len() <= ADJACENT;
    let side = if before {
        Feature::Before
    } else if adjacent && cue.kind != CueKind::Colon {
        Feature::After
    } else {
        Feature::FarAfter
    };
    out.push(side, 1);
    let Between { commas, clauses, distance } = field.tally.between(between);
    let inserted = before && commas >= CLOSING_COMMAS && is_insertion(field, between);
    if !inserted {
        out.push(Feature::SpeakerDistance, log2(distance));
        put(out, Feature::ClauseBetween, clauses > 0);
    }
    put(out, Feature::PassiveSubject, cue.passive && before);
    put(out, Feature::PhraseSpeaker, cue.kind == CueKind::Phrase && !before && adjacent);
    if before && !inserted && speaker == window.nominals.first && cue.kind == CueKind::Verb {
        put(out, Feature::MainSubject, follows_main_verb(field, cue));
    }
    in_its_clause(field, window, cue, nominal.first, before, out);
    if nominal.possessive {
        out.push(Feature::Possessor, if cue.kind == CueKind::Noun { -1 } else { 1 });
    }
}

/// Whether the items, which hold commas, are an insertion between a subject and its verb: "Díaz, a nurse, said".
fn is_insertion(field: &Field<'_>, between: ItemRange) -> bool {
    let words = field.words;
    let (first, last) = (words.class(between.first), words.class(between.end - 1));
    matches!(last, Class::Comma | Class::Dash | Class::Closing | Class::Adverb | Class::Auxiliary)
        && matches!(first, Class::Comma | Class::Dash | Class::Opening)
}

/// Whether a verb of saying goes on from an earlier verb of its subject: "rose and said", "rose, saying".
fn follows_main_verb(field: &Field<'_>, cue: Cue) -> bool {
    let words = field.words;
    let first = cue.items.first;
    let joint = |at: ItemId| matches!(words.class(at), Class::Comma | Class::Conjunction);
    let joined = first >= ItemId::FIRST + 2
        && (joint(first - 1) || (words.class(first - 1) == Class::Adverb && joint(first - 2)));
    joined || cue.known.is_some_and(|word| word.form == Form::Participle)
}

/// Adds what the word before a speaker says of its place in the clause.
fn in_its_clause<F: Features>(
    field: &Field<'_>,
    window: Window,
    cue: Cue,
    first: ItemId,
    before_cue: bool,
    out: &mut F,
) {
    let words = field.words;
    if words.begins(first) || first == window.items.first {
        out.push(Feature::ClauseInitial, 1);
        return;
    }
    let previous = &words.items[first - 1];
    let feature = match previous.class {
        Class::Preposition if words.str(first - 1) == "by" && cue.passive => Feature::PassiveAgent,
        Class::Preposition => Feature::AfterPreposition,
        Class::Comma
        | Class::Conjunction
        | Class::Subordinator
        | Class::Colon
        | Class::Semicolon
        | Class::Dash
        | Class::Relative => Feature::ClauseInitial,
        Class::Other if before_cue && previous.speech.is_some_and(|word| word.form != Form::Noun) => Feature::AfterVerb,
        _ => return,
    };
    out.push(feature, 1);
}

/// The features of `quote` as nobody's words; `any_cue` says whether a cue stands in its sentence.
pub(crate) fn of_nobody<F: Features>(field: &Field<'_>, quote: QuoteId, any_cue: bool) -> F {
    let words = field.words;
    let (place, shape) = (words.places[quote], field.shapes[quote]);
    let mut out = F::new();
    out.push(Feature::Nobody, 1);
    let title_case = shape.title && shape.capital;
    put(&mut out, Feature::Short, shape.words <= SHORT_WORDS);
    put(&mut out, Feature::Long, shape.words > LONG_WORDS);
    put(&mut out, Feature::Whole, shape.is_whole());
    put(&mut out, Feature::TitleCase, title_case);
    put(&mut out, Feature::NoCue, !any_cue);
    put(&mut out, Feature::SingleMarks, field.quotes[quote].glyph.is_single() && !field.british);
    let behind = place.last.next();
    let noun_follows = words.together(place.last, behind)
        && words.class(behind) == Class::Other
        && words.items[behind].speech.is_none();
    let before = place.first.previous().filter(|&before| words.together(before, place.first));
    let class = before.map(|before| words.class(before));
    let determined = matches!(class, Some(Class::Determiner | Class::Possessive | Class::Genitive));
    if title_case && let Some(before) = before {
        put(&mut out, Feature::TitlePlace, prepositions::BEFORE_TITLE.contains(&words.str(before)));
        put(
            &mut out,
            Feature::TitleOfWork,
            WORKS.contains(&words.str(before)) || is_of_broadcaster(field, place.first),
        );
    }
    let capitals = class == Some(Class::Capital)
        && words.class(behind) == Class::Capital
        && words.together(place.first - 1, behind);
    put(&mut out, Feature::Nickname, capitals && shape.words <= NICKNAME_WORDS);
    put(&mut out, Feature::Modifier, (noun_follows || determined) && !shape.is_whole());
    out
}

/// Whether an organization's name and a genitive stand before item `at`: "NBC’s “Meet the Press”".
fn is_of_broadcaster(field: &Field<'_>, at: ItemId) -> bool {
    field.words.class_before(at) == Class::Genitive
        && field.ended(at).previous().is_some_and(|before| {
            let nominal = &field.nominals[before];
            nominal.kind == Kind::Organization && nominal.end.next() >= at
        })
}

/// Adds what kind of mention a speaker is.
pub(crate) fn of_kind<F: Features>(kind: Kind, out: &mut F) {
    let feature = match kind {
        Kind::Person => Feature::Person,
        Kind::Organization | Kind::Place => Feature::Body,
        Kind::Pronoun => Feature::Pronoun,
        Kind::Weak => Feature::Weak,
        Kind::Role => Feature::Role,
        Kind::Capital => Feature::Capital,
        Kind::Phrase => return,
    };
    out.push(feature, 1);
}

/// Adds a feature with its value, unless that is nothing.
fn push_some<F: Features>(out: &mut F, feature: Feature, value: i32) {
    if value != 0 {
        out.push(feature, value);
    }
}

/// 0, 1, 2, 3, 4 for 0, 1, 2-3, 4-7, 8-15 …
fn log2(count: u32) -> i32 {
    (u32::BITS - count.leading_zeros()).cast_signed()
}
