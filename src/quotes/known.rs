//! What the closed lists say of a word: classes, words of saying and role nouns in one look, because every word of an
//! article is looked up.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::lexicon::WordIndex;
use crate::lexicon::roles::{Role, roles};
use crate::lexicon::verbs::{SpeechWord, speech_words};
use crate::segment::TokenKind;

use super::class::{Class, closed};

/// What is known of a word in lower case.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    class: Option<Class>,
    speech: Option<&'static SpeechWord>,
    role: Option<&'static Role>,
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
    WordIndex::new(all.into_iter().map(|(word, known)| (word.to_owned(), known)))
});

/// Longer words are in no list.
const LONGEST: usize = 24;

/// What the lists say of one token; `buffer` is for words with a typographic apostrophe.
pub(super) fn classify(
    word: &str,
    kind: TokenKind,
    buffer: &mut String,
) -> (Class, Option<&'static SpeechWord>, Option<&'static Role>) {
    match kind {
        TokenKind::Punctuation | TokenKind::QuoteMark => return (punctuation(word), None, None),
        TokenKind::Number => return (Class::Number, None, None),
        TokenKind::Address | TokenKind::Uncased => return (Class::Capital, None, None),
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
    let Known { class, speech, role } = known.copied().unwrap_or_default();
    let upper = kind.has_capital();
    if kind == TokenKind::Upper && word.len() > 1 && !["he", "she", "they", "who", "the"].iter().any(|w| word.eq_ignore_ascii_case(w)) {
        return (Class::Capital, None, role);
    }
    if let Some(class) = class {
        return (class, speech.filter(|_| !upper && class != Class::Auxiliary), None);
    }
    let class = if upper {
        Class::Capital
    } else if (5..=LONGEST).contains(&word.len()) && word.ends_with("ly") && role.is_none() && speech.is_none() {
        Class::Adverb
    } else {
        Class::Other
    };
    (class, speech, role)
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
