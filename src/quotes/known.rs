//! What the closed lists say of a word: classes, words of saying and role nouns in one look, because every word of an
//! article is looked up.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::lexicon::WordIndex;
use crate::lexicon::roles::{Role, roles};
use crate::lexicon::verbs::{SpeechWord, speech_words, state_words};
use crate::segment::TokenKind;

use super::class::{Class, closed};

/// What is known of a word in lower case.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    class: Option<Class>,
    speech: Option<&'static SpeechWord>,
    role: Option<&'static Role>,
    reports: Option<Reports>,
}

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

static KNOWN: LazyLock<WordIndex<Known>> = LazyLock::new(|| {
    let mut all: BTreeMap<&'static str, Known> = BTreeMap::new();
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
    WordIndex::new(all.into_iter().map(|(word, known)| (word.to_owned(), known)))
});

/// Longer words are in no list.
const LONGEST: usize = 24;

/// What the lists say of one token.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Reading {
    pub(super) class: Class,
    pub(super) speech: Option<&'static SpeechWord>,
    pub(super) role: Option<&'static Role>,
    pub(super) reports: Option<Reports>,
}

/// Reads one token; `buffer` is for words with a typographic apostrophe.
pub(super) fn classify(word: &str, kind: TokenKind, buffer: &mut String) -> Reading {
    let only = |class| Reading { class, speech: None, role: None, reports: None };
    match kind {
        TokenKind::Punctuation | TokenKind::QuoteMark => return only(punctuation(word)),
        TokenKind::Number => return only(Class::Number),
        TokenKind::Address | TokenKind::Uncased => return only(Class::Capital),
        _ => {}
    }
    let word = if !word.is_ascii() && word.contains('’') {
        buffer.clear();
        buffer.extend(word.chars().map(|c| if c == '’' { '\'' } else { c }));
        buffer
    } else {
        word
    };
    let known = if word.len() <= LONGEST { KNOWN.get_in_any_case(word) } else { None };
    let Known { class, speech, role, reports } = known.copied().unwrap_or_default();
    let upper = kind.has_capital();
    if kind == TokenKind::Upper
        && word.len() > 1
        && !["he", "she", "they", "who", "the"].iter().any(|w| word.eq_ignore_ascii_case(w))
    {
        return Reading { role, ..only(Class::Capital) };
    }
    if let Some(class) = class {
        return Reading { speech: speech.filter(|_| !upper && class != Class::Auxiliary), ..only(class) };
    }
    let class = if upper {
        Class::Capital
    } else if (5..=LONGEST).contains(&word.len()) && word.ends_with("ly") && role.is_none() && speech.is_none() {
        Class::Adverb
    } else {
        Class::Other
    };
    let reports = reports.filter(|r| match r {
        Reports::According => matches!(kind, TokenKind::Lower | TokenKind::Capitalized),
        Reports::Words => kind == TokenKind::Lower,
        Reports::State { .. } | Reports::View => class == Class::Other,
        Reports::Hearsay => true,
    });
    Reading { class, speech, role, reports }
}

fn punctuation(mark: &str) -> Class {
    match mark.chars().next().unwrap_or(' ') {
        ',' | '，' | '、' | '،' => Class::Comma,
        ':' | '：' => Class::Colon,
        ';' | '；' => Class::Semicolon,
        '—' | '–' | '―' => Class::Dash,
        '-' if mark.len() > 1 => Class::Dash,
        '(' | '[' | '（' => Class::Opening,
        ')' | ']' | '）' => Class::Closing,
        '.' | '!' | '?' | '…' | '。' | '！' | '？' => Class::Stop,
        _ => Class::Mark,
    }
}
