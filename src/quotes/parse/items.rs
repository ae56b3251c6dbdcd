//! The article as the attribution sees it: words outside quotations, each quotation one opaque item, sentences that a
//! quotation does not break.

use crate::segment::{Segmentation, Token, TokenKind};
use crate::text::{Source, TextRange};
use crate::vocabulary::BlockKind;

use crate::quotes::parse::lookup::{FirstLook, Reading, Readings};
pub(crate) use crate::quotes::parse::word_class::Class;
use crate::quotes::spans::glyph::Glyph;
use crate::quotes::spans::pairing::Marked;

/// A word outside quotations, or a part of a quotation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item {
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// Sentence number; a quotation does not end one by the full stops within.
    pub(crate) sentence: u32,
    /// Index into [`Source::paragraphs`].
    pub(crate) paragraph: u32,
    /// For [`Class::Quote`]: index of the quotation.
    pub(crate) quote: u32,
    /// What part it plays where it stands.
    pub(crate) class: Class,
    /// Whether words that may name a speaker can begin with it, if it is no name.
    pub(crate) opens: bool,
    reading: &'static Reading,
}

/// What the lists say of a quotation: nothing.
static QUOTE: Reading = Reading::only(Class::Quote);

/// Behind the last part of a quotation: every token stands before it.
const NONE: (u32, u32, u32) = (u32::MAX, u32::MAX, 0);

/// The word as the lists have it.
impl std::ops::Deref for Item {
    type Target = Reading;

    fn deref(&self) -> &Reading {
        self.reading
    }
}

/// All items of an article.
pub(crate) struct Words<'a> {
    pub(crate) text: &'a str,
    pub(crate) items: Vec<Item>,
    /// Items that are personal or possessive pronouns, in order.
    pub(crate) pronouns: Vec<u32>,
    /// Items that the lists know as words of saying or as what else may report, and colons, in order.
    pub(crate) reporting: Vec<u32>,
    /// For each top-level quotation, the items of its first and last part.
    pub(crate) places: Vec<(u32, u32)>,
    /// Bytes of bylines, in order: who wrote the article is not in it.
    bylines: Vec<(u32, u32)>,
    /// Bytes of headlines and headings, in order.
    headings: Vec<(u32, u32)>,
}

impl<'a> Words<'a> {
    /// Reads the article around `quotes`, which are sorted and disjoint; if `within` is given, only what stands within its
    /// parts, sorted as well, each as if it were an article of its own. `readings` is what the lists say of each token.
    pub(crate) fn read(
        source: &'a Source,
        segmentation: &Segmentation,
        readings: &Readings<'_>,
        quotes: &[Marked],
        within: Option<&[TextRange]>,
    ) -> Self {
        let text = source.text();
        let (mut part, mut entered) = (0usize, usize::MAX);
        let mut spans: Vec<(u32, u32, u32)> = Vec::with_capacity(2 * quotes.len());
        for (i, q) in quotes.iter().enumerate() {
            spans.extend(q.parts.iter().map(|p| (p.start().get(), p.end().get(), i as u32)));
        }
        spans.sort_unstable();
        let mut spans = spans.into_iter();
        let mut here = spans.next().unwrap_or(NONE);
        let room = if within.is_some() { 0 } else { segmentation.tokens.len() };
        let mut out = Self {
            text,
            items: Vec::with_capacity(room),
            pronouns: Vec::with_capacity(room / 16),
            reporting: Vec::with_capacity(room / 16),
            places: vec![(0, 0); quotes.len()],
            bylines: Vec::new(),
            headings: Vec::new(),
        };
        let mut seen = vec![false; quotes.len()];
        let mut sentence = 0u32;
        // The first tokens of sentences to come.
        let mut starts = segmentation.sentences.iter().map(|s| s.tokens.start as usize);
        let mut next = starts.next().unwrap_or(usize::MAX);
        for (number, block) in segmentation.blocks.iter().enumerate() {
            sentence += 1;
            let range = (block.range.start().get(), block.range.end().get());
            match block.kind {
                BlockKind::Byline => out.bylines.push(range),
                BlockKind::Headline | BlockKind::Heading => out.headings.push(range),
                BlockKind::Body | BlockKind::Furniture => {}
            }
            if let Some(parts) = within {
                while parts.get(part).is_some_and(|p| p.end().get() <= range.0) {
                    part += 1;
                }
                if parts.get(part).is_none_or(|p| p.start().get() >= range.1) {
                    continue;
                }
            }
            let (mut t, last) = (block.tokens.start as usize, block.tokens.end as usize);
            while t < last {
                let token = &segmentation.tokens[t];
                let (start, end) = (token.range.start().get(), token.range.end().get());
                let mut number = number as u32;
                if let Some(parts) = within {
                    while parts.get(part).is_some_and(|p| p.end().get() <= start) {
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
                while here.1 <= start {
                    here = spans.next().unwrap_or(NONE);
                }
                let inside = here.0 < end;
                sentence += u32::from(begins && (!inside || here.0 >= start));
                if inside {
                    let (s, e, q) = here;
                    let continues = out.items.last().is_some_and(|i| i.class == Class::Quote && i.start == s);
                    if !continues {
                        let at = out.items.len() as u32;
                        let place = &mut out.places[q as usize];
                        let first = !std::mem::replace(&mut seen[q as usize], true);
                        if first {
                            place.0 = at;
                        }
                        // The attribution of a dash line stands behind its first part.
                        if first || quotes[q as usize].glyph != Glyph::Dash {
                            place.1 = at;
                        }
                        out.items.push(Item {
                            start: s,
                            end: e,
                            sentence,
                            paragraph: number,
                            quote: q,
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
                } else if run.last().is_some_and(|token| token.range.end().get() > here.0) {
                    run = &run[..run.partition_point(|token| token.range.end().get() <= here.0)];
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
        let mut at = items.len() as u32;
        let first = if begins { at } else { u32::MAX };
        items.extend(run.iter().zip(numbers).map(|(token, &number)| {
            let reading = readings[number as usize];
            let (start, end) = (token.range.start().get(), token.range.end().get());
            let mut class = reading.class;
            // Four of five words are none of these.
            if reading.look != FirstLook::Plain {
                match reading.look {
                    // Governor Were, Theresa May, Will Smith.
                    FirstLook::Auxiliary if token.kind.has_capital() && at != first => class = Class::Capital,
                    FirstLook::Auxiliary | FirstLook::Plain => {}
                    FirstLook::Pronoun => pronouns.push(at),
                    FirstLook::Reporting => reporting.push(at),
                }
            }
            at += 1;
            let opens = reading.opens || class == Class::Capital;
            Item { start, end, sentence, paragraph, quote: 0, class, opens, reading }
        }));
    }

    /// The words of an item.
    pub(crate) fn str(&self, at: usize) -> &'a str {
        self.items.get(at).map_or("", |i| &self.text[i.start as usize..i.end as usize])
    }

    /// Whether an item is "that".
    pub(crate) fn is_that(&self, at: usize) -> bool {
        self.class(at) == Class::Relative && self.str(at) == "that"
    }

    /// Whether an item is "to".
    pub(crate) fn is_to(&self, at: usize) -> bool {
        self.class(at) == Class::Preposition && self.str(at) == "to"
    }

    /// The text of the items `first..last`, at least one.
    pub(crate) fn between(&self, first: u32, last: u32) -> &'a str {
        let (start, end) = (self.items[first as usize].start, self.items[last as usize - 1].end);
        &self.text[start as usize..end as usize]
    }

    /// The class of an item; a full stop outside the article.
    pub(crate) fn class(&self, at: usize) -> Class {
        self.items.get(at).map_or(Class::Stop, |i| i.class)
    }

    /// Whether an item may be a word of mind ("sure"), by a first look that is cheap.
    pub(crate) fn may_state(&self, at: usize) -> bool {
        matches!(self.class(at + 1), Class::Relative | Class::Preposition | Class::Subordinator | Class::Pronoun)
    }

    /// Whether an item stands in a byline.
    pub(crate) fn in_byline(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|i| within(&self.bylines, i))
    }

    /// Whether an item stands in a headline or heading.
    pub(crate) fn in_heading(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|i| within(&self.headings, i))
    }

    /// Whether two items stand in the same sentence.
    pub(crate) fn together(&self, a: usize, b: usize) -> bool {
        matches!((self.items.get(a), self.items.get(b)), (Some(x), Some(y)) if x.sentence == y.sentence)
    }

    /// Whether `at` is the first item of its sentence.
    pub(crate) fn begins(&self, at: usize) -> bool {
        at == 0 || !self.together(at - 1, at)
    }
}

/// Whether an item stands in one of `ranges`, which are in order.
fn within(ranges: &[(u32, u32)], item: &Item) -> bool {
    let behind = ranges.partition_point(|r| r.0 <= item.start);
    behind.checked_sub(1).is_some_and(|i| item.end <= ranges[i].1)
}
