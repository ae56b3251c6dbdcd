//! The article as coreference reads it: its words, the nominals among them, and the names it holds.

use crate::entities::Recognition;

use crate::quotes::parse::items::{Class, Item, Words};
use crate::quotes::parse::nominals::{Nominal, Nominals};

/// What every part of coreference looks at.
#[derive(Clone, Copy)]
pub(crate) struct Discourse<'a> {
    pub(crate) words: &'a Words<'a>,
    /// In order.
    pub(crate) nominals: &'a Nominals,
    pub(crate) names: &'a Recognition,
}

impl<'a> Discourse<'a> {
    /// The first item of a nominal.
    pub(crate) fn first_item(self, nominal: &Nominal) -> &'a Item {
        &self.words.items[nominal.first]
    }

    /// The first word of a nominal.
    pub(crate) fn first_word(self, nominal: &Nominal) -> &'a str {
        self.words.str(nominal.first)
    }

    /// The class of the first word of a nominal.
    pub(crate) fn first_class(self, nominal: &Nominal) -> Class {
        self.words.class(nominal.first)
    }

    /// The class of what stands before a nominal; a full stop at the start of the article.
    pub(crate) fn class_before(self, nominal: &Nominal) -> Class {
        self.words.class_before(nominal.first)
    }

    /// The class of what stands behind a nominal.
    pub(crate) fn class_behind(self, nominal: &Nominal) -> Class {
        self.words.class(nominal.end)
    }

    /// The word behind a nominal.
    pub(crate) fn word_behind(self, nominal: &Nominal) -> &'a str {
        self.words.str(nominal.end)
    }

    /// The sentence that a nominal begins in.
    pub(crate) fn sentence(self, nominal: &Nominal) -> u32 {
        self.first_item(nominal).sentence
    }

    /// Whether two nominals begin in one sentence.
    pub(crate) fn in_one_sentence(self, one: &Nominal, other: &Nominal) -> bool {
        self.words.together(one.first, other.first)
    }

    /// Whether a comma, and nothing else, stands between two nominals.
    pub(crate) fn comma_between(self, before: &Nominal, behind: &Nominal) -> bool {
        before.end + 1 == behind.first && self.class_behind(before) == Class::Comma
    }

    /// The words of a nominal without its determiner.
    pub(crate) fn bare_words(self, nominal: &Nominal) -> &'a str {
        let mut first = nominal.first;
        while first + 1 < nominal.end && matches!(self.words.class(first), Class::Determiner | Class::Possessive) {
            first += 1;
        }
        self.words.slice(first.to(nominal.end))
    }

    /// The words of a nominal without its determiner, in lower case.
    pub(crate) fn phrase(self, nominal: &Nominal) -> String {
        self.bare_words(nominal).to_lowercase()
    }
}
