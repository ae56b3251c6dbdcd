//! The article as the attribution sees it: words outside quotations, each quotation one opaque item, sentences that a
//! quotation does not break.

use std::ops::Range;

use crate::segment::{Segmentation, Token, TokenKind};
use crate::text::{Source, TextRange};
use crate::vocabulary::BlockKind;

use crate::quotes::parse::index::{IdVec, ItemId, ItemRange, QuoteId};
use crate::quotes::parse::lookup::{FirstLook, Reading, Readings};
pub(crate) use crate::quotes::parse::word_class::Class;
use crate::quotes::spans::glyph::Glyph;
use crate::quotes::spans::pairing::Marked;

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
    reading: &'static Reading,
}

/// What the lists say of a quotation: nothing.
static QUOTE: Reading = Reading::only(Class::Quote);

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
    bylines: Vec<TextRange>,
    /// Bytes of headlines and headings, in order.
    headings: Vec<TextRange>,
}

impl<'a> Words<'a> {
    /// Reads the article around `quotes`, which are sorted and disjoint; if `within` is given, only what stands within its
    /// parts, sorted as well, each as if it were an article of its own. `readings` is what the lists say of each token.
    pub(crate) fn read(
        source: &'a Source,
        segmentation: &Segmentation,
        readings: &Readings<'_>,
        quotes: &IdVec<QuoteId, Marked>,
        within: Option<&[TextRange]>,
    ) -> Self {
        let text = source.text();
        let (mut part, mut entered) = (0usize, usize::MAX);
        let mut spans: Vec<(TextRange, QuoteId)> = Vec::with_capacity(2 * quotes.len());
        for (quote, span) in quotes.enumerated() {
            spans.extend(span.parts.iter().map(|&part| (part, quote)));
        }
        spans.sort_unstable();
        let mut spans = spans.into_iter();
        let none = TextRange::at(u32::MAX, u32::MAX);
        let none = (none, QuoteId::FIRST);
        let mut here = spans.next().unwrap_or(none);
        let room = if within.is_some() { 0 } else { segmentation.tokens.len() };
        let mut out = Self {
            text,
            items: IdVec::with_capacity(room),
            pronouns: Vec::with_capacity(room / 16),
            reporting: Vec::with_capacity(room / 16),
            places: IdVec::filled(Place::default(), quotes.end()),
            bylines: Vec::new(),
            headings: Vec::new(),
        };
        let mut seen = IdVec::filled(false, quotes.end());
        let mut sentence = 0u32;
        // The first tokens of sentences to come.
        let mut starts = segmentation.sentences.iter().map(|s| s.tokens.start as usize);
        let mut next = starts.next().unwrap_or(usize::MAX);
        for (number, block) in segmentation.blocks.iter().enumerate() {
            sentence += 1;
            match block.kind {
                BlockKind::Byline => out.bylines.push(block.range),
                BlockKind::Headline | BlockKind::Heading => out.headings.push(block.range),
                BlockKind::Body | BlockKind::Furniture => {}
            }
            if let Some(parts) = within {
                while parts.get(part).is_some_and(|p| p.end() <= block.range.start()) {
                    part += 1;
                }
                if parts.get(part).is_none_or(|p| p.start() >= block.range.end()) {
                    continue;
                }
            }
            let (mut t, last) = (block.tokens.start as usize, block.tokens.end as usize);
            while t < last {
                let token = &segmentation.tokens[t];
                let mut number = number as u32;
                if let Some(parts) = within {
                    while parts.get(part).is_some_and(|p| p.end() <= token.range.start()) {
                        part += 1;
                    }
                    let inner = parts.get(part).filter(|p| p.contains_range(token.range));
                    // Without the part's own marks.
                    let Some(_) = inner.filter(|p| {
                        token.kind != TokenKind::QuoteMark
                            || p.start() != token.range.start() && p.end() != token.range.end()
                    }) else {
                        t += 1;
                        continue;
                    };
                    // No part stands in the paragraph behind another.
                    number = 2 * part as u32;
                    sentence += u32::from(std::mem::replace(&mut entered, part) != part);
                }
                let begins = t >= next;
                while t >= next {
                    next = starts.next().unwrap_or(usize::MAX);
                }
                while here.0.end() <= token.range.start() {
                    here = spans.next().unwrap_or(none);
                }
                let inside = here.0.start() < token.range.end();
                sentence += u32::from(begins && (!inside || here.0.start() >= token.range.start()));
                if inside {
                    let (range, quote) = here;
                    let continues =
                        out.items.last().is_some_and(|i| i.class == Class::Quote && i.range.start() == range.start());
                    if !continues {
                        let at = out.items.end();
                        let place = &mut out.places[quote];
                        let first = !std::mem::replace(&mut seen[quote], true);
                        if first {
                            place.first = at;
                        }
                        // The attribution of a dash line stands behind its first part.
                        if first || quotes[quote].glyph != Glyph::Dash {
                            place.last = at;
                        }
                        out.items.push(Item {
                            range,
                            sentence,
                            paragraph: number,
                            quote,
                            class: Class::Quote,
                            opens: false,
                            reading: &QUOTE,
                        });
                    }
                    t += 1;
                    continue;
                }
                // To the end of the sentence or the next quotation.
                let mut run = &segmentation.tokens[t..next.min(last)];
                if within.is_some() {
                    run = &run[..1];
                } else if run.last().is_some_and(|token| token.range.end() > here.0.start()) {
                    run = &run[..run.partition_point(|token| token.range.end() <= here.0.start())];
                }
                out.read_run(run, &readings.numbers[t..t + run.len()], &readings.of_words, sentence, number, begins);
                t += run.len();
            }
        }
        out
    }

    /// Takes in words of one sentence, of which the first may begin it.
    #[inline(never)]
    fn read_run(
        &mut self,
        run: &[Token],
        numbers: &[u32],
        readings: &[&'static Reading],
        sentence: u32,
        paragraph: u32,
        begins: bool,
    ) {
        let Self { items, pronouns, reporting, .. } = self;
        let mut at = items.end();
        let first = begins.then_some(at);
        items.extend(run.iter().zip(numbers).map(|(token, &number)| {
            let reading = readings[number as usize];
            let mut class = reading.class;
            // Four of five words are none of these.
            if reading.look != FirstLook::Plain {
                match reading.look {
                    // Governor Were, Theresa May, Will Smith.
                    FirstLook::Auxiliary if token.kind.has_capital() && Some(at) != first => class = Class::Capital,
                    FirstLook::Auxiliary | FirstLook::Plain => {}
                    FirstLook::Pronoun => pronouns.push(at),
                    FirstLook::Reporting => reporting.push(at),
                }
            }
            at += 1;
            let opens = reading.opens || class == Class::Capital;
            Item { range: token.range, sentence, paragraph, quote: QuoteId::FIRST, class, opens, reading }
        }));
    }

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
        self.items.get(at).map_or(Class::Stop, |i| i.class)
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
        self.items.get(at).is_some_and(|i| within(&self.bylines, i))
    }

    /// Whether an item stands in a headline or heading.
    pub(crate) fn in_heading(&self, at: ItemId) -> bool {
        self.items.get(at).is_some_and(|i| within(&self.headings, i))
    }

    /// Whether two items stand in the same sentence.
    pub(crate) fn together(&self, a: ItemId, b: ItemId) -> bool {
        matches!((self.items.get(a), self.items.get(b)), (Some(x), Some(y)) if x.sentence == y.sentence)
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
