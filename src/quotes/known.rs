//! What the closed lists say of a word: classes, words of saying and role nouns in one look, because every word of an
//! article is looked up.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::lexicon::WordIndex;
use crate::lexicon::roles::{Role, roles};
use crate::lexicon::verbs::{SpeechWord, speech_words, state_words};
use crate::segment::TokenKind;

use super::class::{Class, closed};

/// What other than words of saying may report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reports {
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
pub(super) struct Reading {
    pub(super) class: Class,
    /// As a word of saying.
    pub(super) speech: Option<&'static SpeechWord>,
    /// As a role noun.
    pub(super) role: Option<&'static Role>,
    /// As what else may report.
    pub(super) reports: Option<Reports>,
}

impl Reading {
    /// Of what no list holds.
    pub(super) const fn only(class: Class) -> Self {
        Self { class, speech: None, role: None, reports: None }
    }
}

/// A word of the lists as it reads without a capital, with one, and in capitals.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
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
        let stays = matches!(word, "he" | "she" | "they" | "who" | "the");
        let upper = Reading { role: self.role, ..Reading::only(Class::Capital) };
        Known { small: self.reading(word, false), capitalized, upper: if stays { capitalized } else { upper } }
    }

    fn reading(self, word: &str, capital: bool) -> Reading {
        let Self { class, speech, role, reports } = self;
        if let Some(class) = class {
            return Reading {
                speech: speech.filter(|_| !capital && class != Class::Auxiliary),
                ..Reading::only(class)
            };
        }
        let adverb = word.len() >= 5 && word.ends_with("ly") && role.is_none() && speech.is_none();
        let class = match (capital, adverb) {
            (true, _) => Class::Capital,
            (false, true) => Class::Adverb,
            (false, false) => Class::Other,
        };
        let reports = reports.filter(|r| match r {
            Reports::According | Reports::Hearsay => true,
            Reports::Words => !capital,
            Reports::State { .. } | Reports::View => class == Class::Other,
        });
        Reading { class, speech, role, reports }
    }
}

static KNOWN: LazyLock<WordIndex<Known>> = LazyLock::new(|| {
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
    for word in ["reportedly", "allegedly", "supposedly", "purportedly", "seemingly"] {
        all.entry(word).or_default().reports = Some(Reports::Hearsay);
    }
    for word in super::topics::views() {
        all.entry(word).or_default().reports.get_or_insert(Reports::View);
    }
    all.entry("words").or_default().reports = Some(Reports::Words);
    all.entry("quoted").or_default().reports = Some(Reports::Words);
    all.entry("according").or_default().reports = Some(Reports::According);
    WordIndex::new(all.into_iter().map(|(word, listed)| (word.to_owned(), listed.known(word))))
});

/// Longer words are in no list.
const LONGEST: usize = 24;

/// The lists, with room for words that have a typographic apostrophe.
pub(super) struct Lists {
    known: &'static WordIndex<Known>,
    buffer: String,
}

impl Lists {
    pub(super) fn new() -> Self {
        Self { known: &KNOWN, buffer: String::new() }
    }

    /// Reads one token, in UTF-8.
    pub(super) fn read(&mut self, word: &[u8], kind: TokenKind) -> &'static Reading {
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
        let mut known = if word.len() <= LONGEST { self.known.get_in_any_case(word) } else { None };
        if known.is_none() && !word.is_ascii() {
            known = self.straightened(word);
        }
        match (known, kind) {
            (Some(known), TokenKind::Lower) => &known.small,
            (Some(known), TokenKind::Upper) => &known.upper,
            (Some(known), _) => &known.capitalized,
            (None, TokenKind::Lower) if (5..=LONGEST).contains(&word.len()) && word.ends_with(b"ly") => &ADVERB,
            (None, TokenKind::Lower) => &OTHER,
            (None, _) => &CAPITAL,
        }
    }

    /// A word that has a typographic apostrophe, looked up with the straight one of the lists.
    #[cold]
    fn straightened(&mut self, word: &[u8]) -> Option<&'static Known> {
        let word = std::str::from_utf8(word).ok().filter(|word| word.contains('’'))?;
        self.buffer.clear();
        self.buffer.extend(word.chars().take(LONGEST + 1).map(|c| if c == '’' { '\'' } else { c }));
        self.known.get_in_any_case(self.buffer.as_bytes())
    }
}

fn punctuation(mark: &[u8]) -> &'static Reading {
    macro_rules! only {
        ($class:ident) => {{
            static READING: Reading = Reading::only(Class::$class);
            &READING
        }};
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
