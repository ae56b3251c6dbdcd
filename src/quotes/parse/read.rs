//! Reads an article into items: one walk over its tokens, with the parts of quotations and the starts of sentences beside
//! them.

use std::ops::Range;

use crate::quotes::parse::index::{IdVec, QuoteId};
use crate::quotes::parse::items::{Class, Item, Place, Words};
use crate::quotes::parse::lookup::{FirstLook, Reading, Readings};
use crate::quotes::spans::glyph::Glyph;
use crate::quotes::spans::pairing::Marked;
use crate::segment::{Block, Segmentation, Sentence, Token, TokenKind};
use crate::text::{Source, TextRange, TextSize};
use crate::vocabulary::BlockKind;

/// Of so many tokens one is a pronoun or may report, at most, as a rule: the room that is set aside.
const TOKENS_TO_ONE_CUE: usize = 16;

/// What the lists say of a quotation: nothing.
static QUOTATION: Reading = Reading::only(Class::Quote);

/// Reads the article around `quotes`, which are sorted and disjoint; if `within` is given, only what stands within its
/// parts, sorted as well, each as if it were an article of its own. `readings` is what the lists say of each token.
pub(crate) fn words<'a>(
    source: &'a Source,
    segmentation: &Segmentation,
    readings: &Readings<'_>,
    quotes: &IdVec<QuoteId, Marked>,
    within: Option<&[TextRange]>,
) -> Words<'a> {
    let room = if within.is_some() { 0 } else { segmentation.tokens.len() };
    let words = Words {
        text: source.text(),
        items: IdVec::with_capacity(room),
        pronouns: Vec::with_capacity(room / TOKENS_TO_ONE_CUE),
        reporting: Vec::with_capacity(room / TOKENS_TO_ONE_CUE),
        places: IdVec::filled(Place::default(), quotes.end()),
        bylines: Vec::new(),
        headings: Vec::new(),
    };
    let mut reader = Reader {
        segmentation,
        readings,
        quotes,
        words,
        placed: IdVec::filled(false, quotes.end()),
        sentence: 0,
        quoted: QuotedParts::of(quotes),
        starts: SentenceStarts::of(&segmentation.sentences),
        within: within.map(|parts| Within { ahead: parts, number: 0, entered: None }),
    };
    for (number, block) in (0..).zip(&segmentation.blocks) {
        reader.read_block(number, block);
    }
    reader.words
}

/// What has been read, and how far everything beside the tokens is.
struct Reader<'a, 'r> {
    segmentation: &'r Segmentation,
    readings: &'r Readings<'r>,
    quotes: &'r IdVec<QuoteId, Marked>,
    words: Words<'a>,
    /// The quotations that have an item.
    placed: IdVec<QuoteId, bool>,
    /// The number of the sentence that is being read.
    sentence: u32,
    quoted: QuotedParts,
    starts: SentenceStarts<'r>,
    within: Option<Within<'r>>,
}

impl Reader<'_, '_> {
    fn read_block(&mut self, number: u32, block: &Block) {
        self.sentence += 1;
        match block.kind {
            BlockKind::Byline => self.words.bylines.push(block.range),
            BlockKind::Headline | BlockKind::Heading => self.words.headings.push(block.range),
            _ => {}
        }
        if self.within.as_mut().is_some_and(|within| !within.reaches(block.range)) {
            return;
        }
        let Range { start: mut at, end } = indices(&block.tokens);
        while at < end {
            at += self.read_from(at, end, number);
        }
    }

    /// Takes in the token `at` of `paragraph`, or those up to the next quotation or sentence, or none that stands outside
    /// the parts to be read; says how many it has passed.
    fn read_from(&mut self, at: usize, end: usize, paragraph: u32) -> usize {
        let token = &self.segmentation.tokens[at];
        let mut paragraph = paragraph;
        if let Some(within) = &mut self.within {
            if !within.holds(token) {
                return 1;
            }
            paragraph = within.paragraph();
            self.sentence += u32::from(within.enter());
        }
        let begins = self.starts.pass(at);
        self.quoted.pass(token.range.start());
        let part = self.quoted.here.0;
        let inside = part.start() < token.range.end();
        self.sentence += u32::from(begins && (!inside || part.start() >= token.range.start()));
        if inside {
            self.take_quotation(paragraph);
            return 1;
        }
        // To the end of the sentence or the next quotation.
        let mut run = &self.segmentation.tokens[at..self.starts.next.min(end)];
        if self.within.is_some() {
            run = &run[..1];
        } else if run.last().is_some_and(|token| token.range.end() > part.start()) {
            run = &run[..run.partition_point(|token| token.range.end() <= part.start())];
        }
        self.take_run(run, at, paragraph, begins);
        run.len()
    }

    /// Takes in the part of a quotation at hand, unless its item is the last one.
    fn take_quotation(&mut self, paragraph: u32) {
        let (range, quote) = self.quoted.here;
        let items = &mut self.words.items;
        if items.last().is_some_and(|item| item.class == Class::Quote && item.range.start() == range.start()) {
            return;
        }
        let at = items.end();
        let place = &mut self.words.places[quote];
        let first = !std::mem::replace(&mut self.placed[quote], true);
        if first {
            place.first = at;
        }
        // The attribution of a dash line stands behind its first part.
        if first || self.quotes[quote].glyph != Glyph::Dash {
            place.last = at;
        }
        items.push(Item {
            range,
            sentence: self.sentence,
            paragraph,
            quote,
            class: Class::Quote,
            opens: false,
            reading: &QUOTATION,
        });
    }

    /// Takes in the words from token `first` on, of one sentence, of which the first may begin it.
    #[inline(never)]
    fn take_run(&mut self, run: &[Token], first: usize, paragraph: u32, begins: bool) {
        let Words { items, pronouns, reporting, .. } = &mut self.words;
        let (readings, sentence) = (self.readings.of_words.as_slice(), self.sentence);
        let numbers = &self.readings.numbers[first..first + run.len()];
        let mut at = items.end();
        let beginning = begins.then_some(at);
        items.extend(run.iter().zip(numbers).map(|(token, &number)| {
            let reading = readings[number as usize];
            let mut class = reading.class;
            // Four of five words are none of these.
            if reading.look != FirstLook::Plain {
                match reading.look {
                    // Governor Were, Theresa May, Will Smith.
                    FirstLook::Auxiliary if token.kind.has_capital() && Some(at) != beginning => {
                        class = Class::Capital;
                    }
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
}

/// The numbers of tokens as indices.
fn indices(tokens: &Range<u32>) -> Range<usize> {
    tokens.start as usize..tokens.end as usize
}

/// The parts of all quotations, in the order of the text.
struct QuotedParts {
    /// The first that does not end before the token at hand; behind the last, one beyond all texts.
    here: (TextRange, QuoteId),
    ahead: std::vec::IntoIter<(TextRange, QuoteId)>,
}

impl QuotedParts {
    fn of(quotes: &IdVec<QuoteId, Marked>) -> Self {
        let mut parts: Vec<(TextRange, QuoteId)> = Vec::with_capacity(2 * quotes.len());
        for (quote, span) in quotes.enumerated() {
            parts.extend(span.parts.iter().map(|&part| (part, quote)));
        }
        parts.sort_unstable();
        let mut ahead = parts.into_iter();
        Self { here: ahead.next().unwrap_or(Self::beyond()), ahead }
    }

    /// What stands behind all texts.
    fn beyond() -> (TextRange, QuoteId) {
        (TextRange::at(u32::MAX, u32::MAX), QuoteId::FIRST)
    }

    /// Goes on to the first that does not end before `at`.
    fn pass(&mut self, at: TextSize) {
        while self.here.0.end() <= at {
            self.here = self.ahead.next().unwrap_or(Self::beyond());
        }
    }
}

/// Where the sentences begin.
struct SentenceStarts<'r> {
    /// The first token of the next sentence.
    next: usize,
    ahead: std::slice::Iter<'r, Sentence>,
}

impl<'r> SentenceStarts<'r> {
    fn of(sentences: &'r [Sentence]) -> Self {
        let mut starts = Self { next: 0, ahead: sentences.iter() };
        starts.go_on();
        starts
    }

    fn go_on(&mut self) {
        self.next = self.ahead.next().map_or(usize::MAX, |sentence| indices(&sentence.tokens).start);
    }

    /// Goes on behind token `at`, and says whether it is the first one of its sentence that is read.
    fn pass(&mut self, at: usize) -> bool {
        let begins = at >= self.next;
        while at >= self.next {
            self.go_on();
        }
        begins
    }
}

/// The parts within which words are read.
struct Within<'r> {
    /// Those that do not end before the token at hand.
    ahead: &'r [TextRange],
    /// The number of the first of these.
    number: u32,
    /// The part in which the last item stands.
    entered: Option<u32>,
}

impl Within<'_> {
    /// Goes on to the first part that does not end before `at`.
    fn pass(&mut self, at: TextSize) -> Option<TextRange> {
        while let Some((_, behind)) = self.ahead.split_first().filter(|(part, _)| part.end() <= at) {
            self.ahead = behind;
            self.number += 1;
        }
        self.ahead.first().copied()
    }

    /// Whether a part reaches into `block`.
    fn reaches(&mut self, block: TextRange) -> bool {
        self.pass(block.start()).is_some_and(|part| part.start() < block.end())
    }

    /// Whether a token stands within a part and is none of its own marks.
    fn holds(&mut self, token: &Token) -> bool {
        let Range { start, end } = token.range.start()..token.range.end();
        self.pass(start).is_some_and(|part| {
            let own_mark = token.kind == TokenKind::QuoteMark && (part.start() == start || part.end() == end);
            part.contains_range(token.range) && !own_mark
        })
    }

    /// The paragraph that the part at hand counts as: no part stands in the paragraph behind another.
    fn paragraph(&self) -> u32 {
        2 * self.number
    }

    /// Enters the part at hand; whether that is another than before.
    fn enter(&mut self) -> bool {
        self.entered.replace(self.number) != Some(self.number)
    }
}
