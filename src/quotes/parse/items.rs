//! The article as the attribution sees it: words outside quotations, each quotation one opaque item, sentences that a
//! quotation does not break.

use std::ops::Range;

use crate::text::TextRange;

use crate::quotes::parse::index::{IdVec, ItemId, ItemRange, QuoteId};
use crate::quotes::parse::lookup::Reading;
pub(crate) use crate::quotes::parse::word_class::Class;

/// A word outside quotations, or a part of a quotation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item {
    /// Where it stands in the article.
    pub(crate) range: TextRange,
    /// Sentence number; a quotation does not end one by the full stops within.
    pub(crate) sentence: u32,
    /// Index into [`Source::paragraphs`].
    pub(crate) paragraph: u32,
    /// For [`Class::Quote`]: index of the quotation.
    pub(crate) quote: QuoteId,
    /// What part it plays where it stands.
    pub(crate) class: Class,
    /// Whether words that may name a speaker can begin with it, if it is no name.
    pub(crate) opens: bool,
    pub(crate) reading: &'static Reading,
}

/// The word as the lists have it.
impl std::ops::Deref for Item {
    type Target = Reading;

    fn deref(&self) -> &Reading {
        self.reading
    }
}

/// The items of a quotation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    /// That of its first part.
    pub(crate) first: ItemId,
    /// That of its last part; of a dialogue dash the first part, for its attribution stands behind that.
    pub(crate) last: ItemId,
}

/// Items, in order.
pub(crate) type Items = IdVec<ItemId, Item>;

/// All items of an article.
pub(crate) struct Words<'a> {
    pub(crate) text: &'a str,
    pub(crate) items: Items,
    /// Items that are personal or possessive pronouns, in order.
    pub(crate) pronouns: Vec<ItemId>,
    /// Items that the lists know as words of saying or as what else may report, and colons, in order.
    pub(crate) reporting: Vec<ItemId>,
    /// Where each quotation stands.
    pub(crate) places: IdVec<QuoteId, Place>,
    /// Bytes of bylines, in order: who wrote the article is not in it.
    pub(crate) bylines: Vec<TextRange>,
    /// Bytes of headlines and headings, in order.
    pub(crate) headings: Vec<TextRange>,
}

impl<'a> Words<'a> {
    /// The words of an item.
    pub(crate) fn str(&self, at: ItemId) -> &'a str {
        self.items.get(at).map_or("", |item| &self.text[Range::from(item.range)])
    }

    /// Whether an item is "that".
    pub(crate) fn is_that(&self, at: ItemId) -> bool {
        self.class(at) == Class::Relative && self.str(at) == "that"
    }

    /// Whether an item is "to".
    pub(crate) fn is_to(&self, at: ItemId) -> bool {
        self.class(at) == Class::Preposition && self.str(at) == "to"
    }

    /// Where `items`, at least one, stand in the article.
    pub(crate) fn range(&self, items: ItemRange) -> TextRange {
        self.items[items.first].range.cover(self.items[items.end - 1].range)
    }

    /// The text of `items`, at least one.
    pub(crate) fn slice(&self, items: ItemRange) -> &'a str {
        &self.text[Range::from(self.range(items))]
    }

    /// The class of an item; a full stop outside the article.
    pub(crate) fn class(&self, at: ItemId) -> Class {
        self.items.get(at).map_or(Class::Stop, |item| item.class)
    }

    /// The class of the item before `at`; a full stop before the first.
    pub(crate) fn class_before(&self, at: ItemId) -> Class {
        at.previous().map_or(Class::Stop, |before| self.class(before))
    }

    /// Whether an item may be a word of mind ("sure"), by a first look that is cheap.
    pub(crate) fn may_state(&self, at: ItemId) -> bool {
        matches!(self.class(at + 1), Class::Relative | Class::Preposition | Class::Subordinator | Class::Pronoun)
    }

    /// Whether an item stands in a byline.
    pub(crate) fn in_byline(&self, at: ItemId) -> bool {
        self.items.get(at).is_some_and(|item| within(&self.bylines, item))
    }

    /// Whether an item stands in a headline or heading.
    pub(crate) fn in_heading(&self, at: ItemId) -> bool {
        self.items.get(at).is_some_and(|item| within(&self.headings, item))
    }

    /// Whether two items stand in the same sentence.
    pub(crate) fn together(&self, one: ItemId, other: ItemId) -> bool {
        self.items.get(one).zip(self.items.get(other)).is_some_and(|(one, other)| one.sentence == other.sentence)
    }

    /// Whether `at` is the first item of its sentence.
    pub(crate) fn begins(&self, at: ItemId) -> bool {
        at == ItemId::FIRST || !self.together(at - 1, at)
    }
}

/// Whether an item stands in one of `ranges`, which are in order.
fn within(ranges: &[TextRange], item: &Item) -> bool {
    let behind = ranges.partition_point(|range| range.start() <= item.range.start());
    behind.checked_sub(1).is_some_and(|before| item.range.end() <= ranges[before].end())
}
