//! What the closed lists say of a word: classes, words of saying and role nouns in one look, because every word of an
//! article is looked up.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::entities::Spellings;
use crate::lexicon::grammar::adverbs::HEARSAY;
use crate::lexicon::grammar::pronouns::CERTAIN_IN_CAPITALS;
use crate::lexicon::roles::{Role, roles};
use crate::lexicon::verbs::{SpeechWord, speech_words, state_words};
use crate::lexicon::{ByHash, word_hash};
use crate::segment::{Segmentation, TokenKind};
use crate::text::Source;

use crate::lexicon::verb_usage::{self, Habits};
use crate::quotes::parse::word_class::{Class, closed};

/// What other than words of saying may report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reports {
    /// according (to)
    According,
    /// (in his) words, (was) quoted
    Words,
    /// "sure", and whether infinitives follow it ("eager").
    State { infinitive: bool },
    /// "reportedly"
    Hearsay,
    /// "support (for)"
    View,
}

/// What the lists say of one token.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Reading {
    pub(crate) class: Class,
    /// As a word of saying.
    pub(crate) speech: Option<&'static SpeechWord>,
    /// As a role noun.
    pub(crate) role: Option<&'static Role>,
    /// As what else may report.
    pub(crate) reports: Option<Reports>,
    /// What a first look at each word asks for.
    pub(crate) look: FirstLook,
    /// Whether words that may name a speaker can begin with it.
    pub(crate) opens: bool,
    /// As a verb of saying.
    pub(crate) habits: Habits,
}

/// What a first look at a word finds: of most words nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FirstLook {
    /// None of these.
    Plain,
    /// An auxiliary: with a capital it may be a name.
    Auxiliary,
    /// A personal or possessive pronoun.
    Pronoun,
    /// What may report: a word of saying, what else may report, a colon.
    Reporting,
}

impl Reading {
    /// Of what no list holds.
    pub(crate) const fn only(class: Class) -> Self {
        Self::new(class, None, None, None)
    }

    const fn new(
        class: Class,
        speech: Option<&'static SpeechWord>,
        role: Option<&'static Role>,
        reports: Option<Reports>,
    ) -> Self {
        let look = match class {
            Class::Auxiliary => FirstLook::Auxiliary,
            Class::Pronoun | Class::Possessive | Class::Object => FirstLook::Pronoun,
            Class::Colon => FirstLook::Reporting,
            _ if speech.is_some() || reports.is_some() => FirstLook::Reporting,
            _ => FirstLook::Plain,
        };
        let opens = match class {
            Class::Pronoun
            | Class::Weak
            | Class::Relative
            | Class::Object
            | Class::Possessive
            | Class::Determiner
            | Class::Capital => true,
            Class::Other => role.is_some(),
            _ => false,
        };
        Self { class, speech, role, reports, look, opens, habits: Habits::NONE }
    }
}

/// A word of the lists as it reads without a capital, with one, and in capitals.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known {
    small: Reading,
    capitalized: Reading,
    upper: Reading,
}

/// What the lists say of a word in lower case.
#[derive(Clone, Copy, Debug, Default)]
struct Listed {
    class: Option<Class>,
    speech: Option<&'static SpeechWord>,
    role: Option<&'static Role>,
    reports: Option<Reports>,
}

impl Listed {
    fn known(self, word: &str) -> Known {
        let capitalized = self.reading(word, true);
        // "THE" is the determiner, "US" no pronoun.
        let stays = CERTAIN_IN_CAPITALS.contains(&word);
        let upper = Reading::new(Class::Capital, None, self.role, None);
        Known { small: self.reading(word, false), capitalized, upper: if stays { capitalized } else { upper } }
    }

    fn reading(self, word: &str, capital: bool) -> Reading {
        let Self { class, speech, role, reports } = self;
        if let Some(class) = class {
            let speech = speech.filter(|_| !capital && class != Class::Auxiliary);
            return Reading::new(class, speech, None, None);
        }
        let adverb = word.len() >= SHORTEST_ADVERB && word.ends_with("ly") && role.is_none() && speech.is_none();
        let class = match (capital, adverb) {
            (true, _) => Class::Capital,
            (false, true) => Class::Adverb,
            (false, false) => Class::Other,
        };
        let reports = reports.filter(|reports| match reports {
            Reports::According | Reports::Hearsay => true,
            Reports::Words => !capital,
            Reports::State { .. } | Reports::View => class == Class::Other,
        });
        Reading::new(class, speech, role, reports)
    }
}

/// By [`word_hash`].
static KNOWN: LazyLock<ByHash<Known>> = LazyLock::new(|| {
    let mut all: BTreeMap<&'static str, Listed> = BTreeMap::new();
    for (word, class) in closed() {
        all.entry(word).or_default().class.get_or_insert(class);
    }
    for (word, speech) in speech_words() {
        all.entry(word).or_default().speech.get_or_insert(speech);
    }
    for (word, role) in roles() {
        all.entry(word).or_default().role.get_or_insert(role);
    }
    for (word, infinitive) in state_words() {
        all.entry(word).or_default().reports.get_or_insert(Reports::State { infinitive });
    }
    for word in HEARSAY {
        all.entry(word).or_default().reports = Some(Reports::Hearsay);
    }
    for word in crate::lexicon::opinion_nouns::views() {
        all.entry(word).or_default().reports.get_or_insert(Reports::View);
    }
    all.entry("words").or_default().reports = Some(Reports::Words);
    all.entry("quoted").or_default().reports = Some(Reports::Words);
    all.entry("according").or_default().reports = Some(Reports::According);
    let habits = verb_usage::by_lemma();
    let known = |word: &str, listed: Listed| {
        let mut out = listed.known(word);
        let habits = listed.speech.and_then(|word| habits.get(word.lemma)).copied().unwrap_or_default();
        for reading in [&mut out.small, &mut out.capitalized, &mut out.upper] {
            reading.habits = habits;
        }
        out
    };
    all.into_iter().map(|(word, listed)| (word_hash(word), known(word, listed))).collect()
});

/// What the lists say of each token, looked up once for each distinct word.
pub(crate) struct Readings<'a> {
    /// The number of each token's word.
    pub(crate) numbers: &'a [u32],
    pub(crate) of_words: Vec<&'static Reading>,
}

/// Looks up the words of an article.
pub(crate) fn readings<'a>(source: &Source, segmentation: &Segmentation, spellings: &'a Spellings) -> Readings<'a> {
    let numbers = spellings.numbers.as_slice();
    // The first token of each word; without a branch, for nothing foretells which words are new.
    let mut firsts = vec![0_u32; numbers.len()];
    let mut words = 0;
    for (token, &number) in (0..).zip(numbers) {
        firsts[words] = token;
        words += usize::from(number as usize == words);
    }
    let known = &*KNOWN;
    let read = |(&first, hash): (&u32, &u64)| {
        let token = &segmentation.tokens[first as usize];
        reading(&source.text().as_bytes()[Range::from(token.range)], token.kind, || known.get(hash))
    };
    let of_words = firsts[..words].iter().zip(&spellings.hashes).map(read).collect();
    Readings { numbers, of_words }
}

/// Words in -ly are adverbs from this length on, in bytes.
const SHORTEST_ADVERB: usize = 5;

/// Longer words are in no list.
const LONGEST: usize = 24;

/// The reading of one token, in UTF-8; `listed` gives what the lists hold of a word.
fn reading(word: &[u8], kind: TokenKind, listed: impl FnOnce() -> Option<&'static Known>) -> &'static Reading {
    static OTHER: Reading = Reading::only(Class::Other);
    static ADVERB: Reading = Reading::only(Class::Adverb);
    static CAPITAL: Reading = Reading::only(Class::Capital);
    static NUMBER: Reading = Reading::only(Class::Number);
    match kind {
        TokenKind::Punctuation | TokenKind::QuoteMark => return punctuation(word),
        TokenKind::Number => return &NUMBER,
        TokenKind::Address | TokenKind::Uncased => return &CAPITAL,
        _ => {}
    }
    match (listed(), kind) {
        (Some(known), TokenKind::Lower) => &known.small,
        (Some(known), TokenKind::Upper) => &known.upper,
        (Some(known), _) => &known.capitalized,
        (None, TokenKind::Lower) if (SHORTEST_ADVERB..=LONGEST).contains(&word.len()) && word.ends_with(b"ly") => {
            &ADVERB
        }
        (None, TokenKind::Lower) => &OTHER,
        (None, _) => &CAPITAL,
    }
}

fn punctuation(mark: &[u8]) -> &'static Reading {
    macro_rules! only {
        ($class:ident) => {{
            static READING: Reading = Reading::only(Class::$class);
            &READING
        }};
    }
    match mark {
        b"," => return only!(Comma),
        b"." => return only!(Stop),
        _ => {}
    }
    let first = std::str::from_utf8(mark).ok().and_then(|mark| mark.chars().next());
    match first.unwrap_or(' ') {
        ',' | '，' | '、' | '،' => only!(Comma),
        ':' | '：' => only!(Colon),
        ';' | '；' => only!(Semicolon),
        '—' | '–' | '―' => only!(Dash),
        '-' if mark.len() > 1 => only!(Dash),
        '(' | '[' | '（' => only!(Opening),
        ')' | ']' | '）' => only!(Closing),
        '.' | '!' | '?' | '…' | '。' | '！' | '？' => only!(Stop),
        _ => only!(Mark),
    }
}
