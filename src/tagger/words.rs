//! The distinct words of an article, each looked at once.

use crate::lexicon::{Cues, Entry, Lexicon, Lists, exact_hash, fold, mix, word_hash};
use crate::segment::TokenKind;

/// How a word is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Case {
    /// Lower case.
    #[default]
    Lower,
    /// A capital, then lower case.
    Capitalized,
    /// All capitals.
    Upper,
    /// Mixed case, or letters and digits.
    Mixed,
    /// Digits.
    Number,
    /// Neither letters nor digits.
    Mark,
}

impl Case {
    /// Whether a name can begin with such a word.
    pub const fn is_capital(self) -> bool {
        matches!(self, Self::Capitalized | Self::Upper | Self::Mixed)
    }

    /// Whether it has letters.
    pub const fn is_word(self) -> bool {
        matches!(self, Self::Lower | Self::Capitalized | Self::Upper | Self::Mixed)
    }
}

/// One distinct word, as written.
#[derive(Clone, Debug, Default)]
pub struct Word {
    /// Hash in lower case.
    pub lower: u64,
    /// Number of the word in lower case, shared by its spellings in other case.
    pub form: u32,
    /// How it is written.
    pub case: Case,
    /// Hash of the sequence of kinds of letters, runs shortened.
    pub shape: u64,
    /// Hashes of the first one to four letters; 0 where the word is not longer.
    pub prefixes: [u64; 4],
    /// Hashes of the last one to four letters; 0 where the word is not longer.
    pub suffixes: [u64; 4],
    /// What the lists know.
    pub entry: Entry,
    /// Number of letters, at most 255.
    pub letters: u8,
}

impl Word {
    /// Whether the word belongs to one of these closed classes.
    pub const fn is(&self, cues: Cues) -> bool {
        self.entry.cues.any(cues)
    }

    /// Whether the word stands on one of these lists.
    pub const fn on(&self, lists: Lists) -> bool {
        self.entry.lists.any(lists)
    }
}

/// Numbers distinct hashes in order of first appearance.
#[derive(Debug, Default)]
struct Numbering {
    slots: Vec<(u64, u32)>,
    len: u32,
}

impl Numbering {
    fn with_capacity(numbers: usize) -> Self {
        Self { slots: vec![(0, u32::MAX); (numbers * 3 / 2 + 2).next_power_of_two()], len: 0 }
    }

    /// The number of `hash` and whether it is new.
    fn number(&mut self, hash: u64) -> (u32, bool) {
        if (self.len as usize + 1) * 3 > self.slots.len() * 2 {
            let old = std::mem::take(&mut self.slots);
            self.slots = vec![(0, u32::MAX); (old.len() * 2).max(256)];
            for slot in old {
                if slot.1 != u32::MAX {
                    let token = self.find(slot.0);
                    self.slots[token] = slot;
                }
            }
        }
        let token = self.find(hash);
        if self.slots[token].1 != u32::MAX {
            return (self.slots[token].1, false);
        }
        self.slots[token] = (hash, self.len);
        self.len += 1;
        (self.len - 1, true)
    }

    fn find(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut token = hash as usize & mask;
        while self.slots[token].1 != u32::MAX && self.slots[token].0 != hash {
            token = (token + 1) & mask;
        }
        token
    }
}

/// The distinct words of one article.
#[derive(Debug, Default)]
pub struct Words {
    list: Vec<Word>,
    spellings: Numbering,
    forms: Numbering,
    letters: Vec<char>,
}

impl Words {
    /// Room for the words of so many tokens.
    pub fn with_capacity(tokens: usize) -> Self {
        let distinct = tokens / 2;
        Self {
            list: Vec::with_capacity(distinct),
            spellings: Numbering::with_capacity(distinct),
            forms: Numbering::with_capacity(distinct),
            letters: Vec::new(),
        }
    }

    /// The number of the word of a token.
    pub fn number(&mut self, text: &str, kind: TokenKind, lexicon: &Lexicon) -> u32 {
        let (id, new) = self.spellings.number(exact_hash(text));
        if new {
            let word = self.look(text, kind, lexicon);
            self.list.push(word);
        }
        id
    }

    /// The distinct words, by number.
    pub fn list(&self) -> &[Word] {
        &self.list
    }

    /// How many words there are, case aside.
    pub fn forms(&self) -> usize {
        self.forms.len as usize
    }

    fn look(&mut self, text: &str, kind: TokenKind, lexicon: &Lexicon) -> Word {
        let lower = word_hash(text);
        let entry = lexicon.word(lower);
        let case = match kind {
            TokenKind::Lower | TokenKind::Uncased => Case::Lower,
            TokenKind::Capitalized => Case::Capitalized,
            TokenKind::Upper => Case::Upper,
            TokenKind::Mixed => Case::Mixed,
            TokenKind::Number => Case::Number,
            TokenKind::Address | TokenKind::QuoteMark | TokenKind::Punctuation => Case::Mark,
        };
        let mut word = Word { lower, form: self.forms.number(lower).0, case, entry, ..Word::default() };
        word.shape = shape(text);
        self.letters.clear();
        self.letters.extend(text.chars().flat_map(fold));
        let count = self.letters.len();
        word.letters = count.min(255) as u8;
        if case.is_capital() {
            let (mut head, mut tail) = (1_u64, 2_u64);
            for key in 0..count.saturating_sub(1).min(4) {
                head = mix(head ^ u64::from(u32::from(self.letters[key])));
                tail = mix(tail ^ u64::from(u32::from(self.letters[count - 1 - key])));
                word.prefixes[key] = head;
                word.suffixes[key] = tail;
            }
        }
        word
    }
}

/// Hash of the kinds of letters, with no more than two of a kind in a row.
fn shape(text: &str) -> u64 {
    let (mut hash, mut last, mut run) = (3_u64, '\0', 0);
    for character in text.chars() {
        let kind = match character {
            _ if character.is_uppercase() => 'X',
            _ if character.is_lowercase() => 'x',
            _ if character.is_ascii_digit() => 'd',
            _ if character.is_alphabetic() => 'a',
            '’' => '\'',
            _ => character,
        };
        run = if kind == last { run + 1 } else { 0 };
        last = kind;
        if run < 2 {
            hash = mix(hash ^ u64::from(u32::from(kind)));
        }
    }
    hash
}
