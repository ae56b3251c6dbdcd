//! Where names, roles and other noun phrases begin and end.
//!
//! The core of a nominal is a run of words that name somebody: of the article's mentions, with capitals, role nouns. What
//! stands before it up to a determiner belongs to it.

use crate::entities::Mention;
use crate::lexicon::names::offices::{ALSO_ADJECTIVES, BEFORE_OFFICES};
use crate::lexicon::verbs::{Form, SpeechWord};
use crate::quotes::parse::index::{IdVec, ItemId, MentionId};
use crate::quotes::parse::items::{Class, Item, Words};
use crate::text::TextSize;

/// A core has no more items.
const LONGEST_CORE: u32 = 16;
/// Between a genitive and the core that goes on behind it: no more words.
const BEHIND_GENITIVE: u32 = 3;
/// Another noun phrase has no more items.
const LONGEST_PHRASE: u32 = 6;
/// A determiner stands within so many items before its core.
const DETERMINER_REACH: u32 = 6;

/// Words, and which of the article's mentions covers each.
pub(crate) struct Phrases<'a> {
    pub(crate) words: &'a Words<'a>,
    mentions: IdVec<ItemId, Option<MentionId>>,
}

impl<'a> Phrases<'a> {
    /// `mentions` are those of the article, in order.
    pub(crate) fn of(words: &'a Words<'a>, mentions: &[Mention]) -> Self {
        let items = &words.items;
        let mut out = IdVec::filled(None, items.end());
        let (mut at, mut number) = (ItemId::FIRST, MentionId::FIRST);
        for mention in mentions {
            while items.get(at).is_some_and(|item| item.range.end() <= mention.range.start()) {
                at += 1;
            }
            while let Some(item) = items.get(at).filter(|item| item.range.start() < mention.range.end()) {
                if item.class != Class::Quote {
                    out[at].get_or_insert(number);
                }
                // What goes on behind the name may hold the next one, too.
                if item.range.end() > mention.range.end() {
                    break;
                }
                at += 1;
            }
            number += 1;
        }
        Self { words, mentions: out }
    }

    /// The mention that covers an item.
    pub(crate) fn mention(&self, at: ItemId) -> Option<MentionId> {
        self.mentions[at]
    }

    /// Whether an item is covered by the mention that covers the one before it, too.
    fn goes_on(&self, at: ItemId) -> bool {
        self.mentions[at].is_some() && self.mentions[at] == self.mentions[at - 1]
    }

    /// Whether an item may stand in the core of a name or role.
    fn is_core(&self, at: ItemId) -> bool {
        let words = self.words;
        let Some(item) = words.items.get(at) else { return false };
        self.mentions[at].is_some()
            || item.class == Class::Capital && (!words.begins(at) || seldom_speech(item))
            // "report" the noun, but not "he reports"; "chair" after a determiner.
            || item.role.is_some()
                && item.class == Class::Other
                && !is_verb_here(words, at)
                && !describes(words, at)
                && !self.reports(at)
    }

    /// Whether "reports" or "left" behind a name is a verb: "Ben Rutherford reports that", "Aurelio Carrasco left his
    /// tools".
    fn reports(&self, at: ItemId) -> bool {
        let words = self.words;
        at.previous().is_some_and(|before| self.mentions[before].is_some())
            && (words.str(at) == "left" || words.items[at].speech.is_some_and(|word| word.form == Form::Third))
    }

    /// The end of the core that starts at `at`: genitives and small words inside belong to it. Two names side by side are
    /// two nominals only across a break; "Clinton spokesman Josh Schwerin" is one.
    pub(crate) fn core_end(&self, at: ItemId) -> Option<ItemId> {
        if !self.is_core(at) {
            return None;
        }
        let words = self.words;
        let mut end = at + 1;
        while end < words.items.end() && end - at < LONGEST_CORE && words.together(at, end) {
            match self.joined_end(end) {
                Some(next) => end = next,
                None => break,
            }
        }
        Some(end)
    }

    /// Where what stands at `at`, behind core words, ends if it belongs to their core.
    fn joined_end(&self, at: ItemId) -> Option<ItemId> {
        let words = self.words;
        let next = at + 1;
        let class = words.class(at);
        if class == Class::Genitive {
            let possessed = self.possessed_end(next);
            return possessed.or((self.is_core(at) || self.goes_on(at)).then_some(next));
        }
        let hyphen = || {
            class == Class::Mark
                && words.str(at) == "-"
                && self.is_core(next)
                && words.items[at].range.start() == words.items[at - 1].range.end()
        };
        (self.is_core(at) || self.goes_on(at) || hyphen()).then_some(next)
    }

    /// After a genitive: a few other words and then a core word ("Trump's new campaign manager"); where they end.
    fn possessed_end(&self, from: ItemId) -> Option<ItemId> {
        let words = self.words;
        let mut at = from;
        while at <= from + BEHIND_GENITIVE
            && words.class(at) == Class::Other
            && !self.is_core(at)
            && words.items[at].speech.is_none()
        {
            at += 1;
        }
        self.is_core(at).then_some(at + 1)
    }

    /// The end of the noun phrase of the determiner at `at`, if it has no core.
    pub(crate) fn phrase_end(&self, at: ItemId) -> Option<ItemId> {
        let words = self.words;
        let next = at + 1;
        let mut end = next;
        while end < at + LONGEST_PHRASE && words.together(at, end) {
            let item = &words.items[end];
            if self.is_core(end) {
                // A role or name ends it: that core takes the determiner along.
                return None;
            }
            let inner = match item.class {
                Class::Determiner | Class::Number => true,
                Class::Other => end == next || seldom_speech(item),
                Class::Adverb => end == next,
                _ => false,
            };
            if !inner {
                break;
            }
            end += 1;
        }
        (end > next).then_some(end)
    }

    /// Where the nominal begins whose core starts at `core`: not before `free`.
    pub(crate) fn start(&self, core: ItemId, free: ItemId) -> ItemId {
        let words = self.words;
        if let Some(first) = self.determiner(core, free) {
            return first;
        }
        let Some(before) = core.previous().filter(|&before| before >= free) else { return core };
        // "9 percent"
        let counted =
            words.class(before) == Class::Number && words.together(before, core) && !is_time(words.str(before));
        if counted || BEFORE_OFFICES.contains(&words.str(before)) { before } else { core }
    }

    /// The first determiner before a core, with adjectives and nouns between them: "the former state senator".
    fn determiner(&self, core: ItemId, free: ItemId) -> Option<ItemId> {
        let words = self.words;
        let belongs = |at: ItemId| at >= free && words.together(at, core);
        let mut first = core;
        loop {
            first = first.previous().filter(|&at| belongs(at) && core - at <= DETERMINER_REACH)?;
            let item = &words.items[first];
            match item.class {
                Class::Determiner | Class::Possessive => break,
                Class::Other | Class::Number | Class::Adverb if seldom_speech(item) => {}
                _ => return None,
            }
        }
        while let Some(before) = first.previous().filter(|&at| belongs(at) && words.class(at) == Class::Determiner) {
            first = before;
        }
        Some(first)
    }
}

/// Whether a number is a time of the day, as opens the entries of live reports: "16.06 AirAsia said".
fn is_time(number: &str) -> bool {
    number.split_once([':', '.']).is_some_and(|(hours, minutes)| {
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        (1..=2).contains(&hours.len()) && minutes.len() == 2 && digits(hours) && digits(minutes)
    })
}

/// Whether an item is seldom or never a word of saying or thinking.
fn seldom_speech(item: &Item) -> bool {
    item.speech.is_none_or(|word| word.strength < SpeechWord::OFTEN)
}

/// Whether a word that is both a role noun and an adjective stands before its noun: "the official record".
fn describes(words: &Words<'_>, at: ItemId) -> bool {
    let behind_space = |item: &Item| item.range.start() == words.items[at].range.end() + TextSize::new(1);
    ALSO_ADJECTIVES.contains(&words.str(at))
        && words.together(at, at + 1)
        && words.items.get(at + 1).is_some_and(|noun| {
            noun.class == Class::Other && noun.role.is_none() && noun.speech.is_none() && behind_space(noun)
        })
}

/// Whether a word that is both a role noun and a word of saying stands as a verb.
fn is_verb_here(words: &Words<'_>, at: ItemId) -> bool {
    let noun_behind = |class: Class| {
        matches!(class, Class::Determiner | Class::Possessive | Class::Genitive | Class::Other | Class::Capital)
    };
    words.items[at].speech.is_some() && !noun_behind(words.class_before(at))
}
