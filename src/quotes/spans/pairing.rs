//! Pairs quotation marks: any convention, nested to any depth, over paragraphs, in time linear in the text.
//!
//! One pass with a stack over the marks of each paragraph. A mark closes the innermost open quotation that it may close;
//! what its neighbors say decides where a shape serves both ends. What is still open at the end of a paragraph goes on
//! into the next one if that one opens with the same mark (the newspaper convention) or, for directed marks, if a closing
//! one follows soon; otherwise it is cut at its paragraph and flagged.

use crate::text::{TextRange, TextSize};

use crate::quotes::spans::glyph::{Glyph, is_word};
use crate::quotes::spans::scan::{self, Lean, Mark};

/// How many paragraphs a directed mark may stay open without being repeated.
const CARRY: u32 = 4;
/// A mark closes one of so many innermost double quotations, should inner marks be missing.
const CLOSES_OVER: usize = 3;
/// So deep quotations are nested, as a rule: the room that is set aside.
const NESTED: usize = 8;
/// So many marks a paragraph has, as a rule: the room that is set aside.
const MARKS: usize = 32;

/// A stretch of text in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Marked {
    /// One range for each paragraph, marks included.
    pub(crate) parts: Vec<TextRange>,
    /// Its opening mark.
    pub(crate) glyph: Glyph,
    /// How many quotations it stands in.
    pub(crate) depth: u8,
    /// The closing mark is missing.
    pub(crate) unclosed: bool,
}

impl Marked {
    /// Where it starts.
    pub(crate) fn start(&self) -> TextSize {
        self.parts[0].start()
    }

    /// Where it ends.
    pub(crate) fn end(&self) -> TextSize {
        self.parts[self.parts.len() - 1].end()
    }
}

/// A quotation that is open.
struct Open {
    glyph: Glyph,
    /// Start of the part in the current paragraph.
    start: TextSize,
    parts: Vec<TextRange>,
    /// The next mark after the opening one in its paragraph: where a quotation that nobody closes is cut.
    next_mark: Option<TextSize>,
    /// Paragraph in which the mark was last seen.
    seen: u32,
}

/// All quotations of `text` in the paragraphs given, sorted by start, outer before inner.
pub(crate) fn pair(text: &str, paragraphs: &[TextRange]) -> Vec<Marked> {
    let mut pairing = Pairing {
        text,
        open: Vec::with_capacity(NESTED),
        doubles: Vec::with_capacity(NESTED),
        out: Vec::with_capacity(paragraphs.len()),
        word_starts: WordStarts::default(),
        ahead: Ahead { closing: Vec::with_capacity(MARKS), firm: Vec::with_capacity(MARKS) },
    };
    let (mut marks, mut next) = (Vec::with_capacity(MARKS), Vec::with_capacity(MARKS));
    let scan_into = |paragraph: Option<&TextRange>, out: &mut Vec<Mark>| {
        out.clear();
        if let Some(paragraph) = paragraph {
            scan::scan(text, *paragraph, out);
        }
    };
    scan_into(paragraphs.first(), &mut next);
    let following = paragraphs.iter().skip(1).map(Some).chain([None]);
    for ((number, paragraph), following) in (0..).zip(paragraphs).zip(following) {
        std::mem::swap(&mut marks, &mut next);
        scan_into(following, &mut next);
        let opener = following.and_then(|following| opening_mark(text, following.start(), &next));
        pairing.paragraph(number, paragraph.start(), &marks, opener);
        pairing.finish_paragraph(number, paragraph.end(), opener, following.is_some());
    }
    while let Some(open) = pairing.pop() {
        pairing.abandon(open);
    }
    nest(pairing.out)
}

/// The mark that a paragraph starts with.
fn opening_mark(text: &str, start: TextSize, marks: &[Mark]) -> Option<Glyph> {
    let first = marks.first()?;
    (leads(text, start, *first) && first.lean != Lean::Close).then_some(first.glyph)
}

/// Whether nothing but white space stands between the start of a paragraph and its first mark.
fn leads(text: &str, start: TextSize, first: Mark) -> bool {
    text[std::ops::Range::from(TextRange::new(start, first.at))].trim().is_empty()
}

/// What the marks of one paragraph say of those before them; one place more than there are marks.
struct Ahead {
    /// Whether one from here on could close a single quotation.
    closing: Vec<bool>,
    /// Whether, before the next single one that opens, one of these has no possessive look.
    firm: Vec<bool>,
}

impl Ahead {
    fn read(&mut self, marks: &[Mark]) {
        for list in [&mut self.closing, &mut self.firm] {
            list.clear();
            list.resize(marks.len() + 1, false);
        }
        for (at, mark) in marks.iter().enumerate().rev() {
            let closing = match mark.glyph {
                Glyph::StraightSingle | Glyph::RightSingle => mark.lean != Lean::Open,
                Glyph::LeftSingle => mark.lean == Lean::Close,
                _ => false,
            };
            self.closing[at] = self.closing[at + 1] || closing;
            let opens = mark.glyph.is_single() && mark.lean == Lean::Open;
            self.firm[at] = !opens && (self.firm[at + 1] || (closing && !mark.after_s));
        }
    }
}

struct Pairing<'t> {
    text: &'t str,
    open: Vec<Open>,
    /// Indices into `open` of those that are not single, so that a search never walks over single ones.
    doubles: Vec<usize>,
    out: Vec<Marked>,
    word_starts: WordStarts,
    /// Of the paragraph at hand.
    ahead: Ahead,
}

impl Pairing<'_> {
    /// Takes the marks of one paragraph, where the next one opens with `opener`.
    fn paragraph(&mut self, number: u32, start: TextSize, marks: &[Mark], opener: Option<Glyph>) {
        for open in &mut self.open {
            open.start = start;
        }
        let Some(&first) = marks.first() else { return };
        let (fresh, made) = (self.open.is_empty(), self.out.len());
        self.ahead.read(marks);
        let leads = leads(self.text, start, first);
        let repeated = leads && self.repeat(number, first);
        for (at, mark) in marks.iter().enumerate().skip(usize::from(repeated)) {
            let behind = at + 1;
            // British: a quotation that runs on repeats its single mark; one that does not is dropped at the end.
            let runs_on = || {
                let repeats = opener == Some(mark.glyph) && mark.glyph.is_single() && !self.ahead.closing[behind];
                mark.lean == Lean::Open && (repeats || at == 0 && leads && mark.glyph == Glyph::LeftSingle)
            };
            if self.wants_close(*mark, self.ahead.firm[behind]) {
                self.close(*mark);
            } else if opens(*mark, self.ahead.closing[behind], self.open.last().map(|open| open.glyph)) || runs_on() {
                self.open(*mark, number, marks.get(behind));
            }
        }
        if fresh && self.misled(marks) {
            self.pair_in_turn(marks, made);
        }
    }

    /// Takes the first mark of a paragraph for the sign that the outermost quotation goes on, if it is its mark.
    fn repeat(&mut self, number: u32, first: Mark) -> bool {
        let Some(open) = self.open.first_mut() else { return false };
        let repeated = first.lean != Lean::Close && first.glyph == open.glyph;
        if repeated {
            open.start = first.at;
            open.seen = number;
        }
        repeated
    }

    fn open(&mut self, mark: Mark, paragraph: u32, next: Option<&Mark>) {
        if !mark.glyph.is_single() {
            self.doubles.push(self.open.len());
        }
        self.open.push(Open {
            glyph: mark.glyph,
            start: mark.at,
            parts: Vec::new(),
            next_mark: next.map(|next| next.at),
            seen: paragraph,
        });
    }

    /// Whether the neighbors of the marks misled (`"Go," he said."Now."`): of an even number of straight marks, two or
    /// more are left open.
    fn misled(&self, marks: &[Mark]) -> bool {
        let straight = |glyph: Glyph| glyph == Glyph::Straight;
        self.open.iter().filter(|open| straight(open.glyph)).count() > 1
            && marks.iter().filter(|mark| straight(mark.glyph)).count().is_multiple_of(2)
            && marks.iter().all(|mark| straight(mark.glyph) || mark.glyph.is_single())
    }

    /// Pairs off the straight marks of a paragraph in turn, instead of what was made of it behind the first `made`.
    fn pair_in_turn(&mut self, marks: &[Mark], made: usize) {
        self.open.clear();
        self.doubles.clear();
        self.out.truncate(made);
        let mut first = None;
        for mark in marks.iter().filter(|mark| mark.glyph == Glyph::Straight) {
            match first.take() {
                None => first = Some(mark.at),
                Some(at) => self.emit(Glyph::Straight, vec![TextRange::new(at, mark.end)], false),
            }
        }
    }

    /// Whether `mark` closes something that is open. `later` says that a single closing mark without a possessive look
    /// follows.
    fn wants_close(&self, mark: Mark, later: bool) -> bool {
        let Some(top) = self.open.last() else { return false };
        if mark.glyph.is_single() {
            // A single mark never closes over an open double one: there it is an apostrophe.
            if !mark.glyph.closes(top.glyph) || mark.at <= top.start {
                return false;
            }
            return match mark.glyph {
                Glyph::LeftSingle => mark.lean != Lean::Open,
                _ => mark.lean != Lean::Open && !(mark.after_s && later),
            };
        }
        // The innermost that it may close; a few levels up, should an inner mark be missing.
        let mut innermost = self.doubles.iter().rev().take(CLOSES_OVER).map(|&at| &self.open[at]);
        let Some(open) = innermost.find(|open| mark.glyph.closes(open.glyph)) else { return false };
        match mark.glyph {
            Glyph::LeftDouble if open.glyph == Glyph::LowDouble => mark.lean != Lean::Open,
            Glyph::LeftDouble => mark.lean == Lean::Close,
            Glyph::Straight | Glyph::Ticks | Glyph::LeftGuillemet | Glyph::LeftAngle => mark.lean != Lean::Open,
            Glyph::RightGuillemet if open.glyph == Glyph::RightGuillemet => mark.lean != Lean::Open,
            _ => true,
        }
    }

    /// Closes the innermost quotation that `mark` may close, dropping what stands open within it.
    fn close(&mut self, mark: Mark) {
        while let Some(mut open) = self.pop() {
            if mark.glyph.closes(open.glyph) && mark.glyph.is_single() == open.glyph.is_single() {
                open.parts.push(TextRange::new(open.start, mark.end));
                self.emit(open.glyph, open.parts, false);
                return;
            }
            // A single one left open within a double one was an apostrophe.
        }
    }

    fn pop(&mut self) -> Option<Open> {
        let open = self.open.pop()?;
        if !open.glyph.is_single() {
            self.doubles.pop();
        }
        Some(open)
    }

    /// Decides what happens at the end of a paragraph to what is still open.
    fn finish_paragraph(&mut self, number: u32, end: TextSize, next_opener: Option<Glyph>, more: bool) {
        debug_assert!(self.open.iter().all(|open| open.start <= end), "an open quotation starts within its paragraph");
        let Some(first) = self.open.first() else { return };
        let repeats = next_opener == Some(first.glyph) && first.seen == number;
        let carries = !first.glyph.is_undirected()
            && !first.glyph.is_single()
            && first.glyph != Glyph::RightDouble
            && next_opener.is_none_or(Glyph::is_single)
            && number < first.seen + CARRY;
        let keep = more && (repeats || carries);
        // Inner ones never go on: each paragraph repeats only the outer mark.
        while self.open.len() > usize::from(keep) {
            if let Some(open) = self.pop() {
                if keep || open.glyph.is_single() {
                    continue;
                }
                let cut = open.next_mark.filter(|_| open.parts.is_empty()).unwrap_or(end);
                let mut open = open;
                push_part(self.text, &mut open.parts, open.start, cut.max(open.start));
                self.abandon(open);
            }
        }
        if let Some(open) = self.open.first_mut() {
            push_part(self.text, &mut open.parts, open.start, end);
        }
    }

    /// Gives out a quotation whose closing mark never came: only the paragraphs that show its mark.
    fn abandon(&mut self, mut open: Open) {
        if open.glyph.is_single() {
            return;
        }
        // Carried paragraphs that did not repeat the mark are not known to belong to it.
        let text = self.text;
        let mut first = true;
        open.parts.retain(|part| {
            let mark = || text[part.start().index()..].chars().next().and_then(Glyph::of);
            std::mem::take(&mut first) || mark().is_some()
        });
        if !open.parts.is_empty() {
            self.emit(open.glyph, open.parts, true);
        }
    }

    fn emit(&mut self, glyph: Glyph, parts: Vec<TextRange>, unclosed: bool) {
        // `""` and a lone mark hold no words.
        if parts.iter().any(|&part| self.word_starts.stand_in(self.text, part)) {
            self.out.push(Marked { parts, glyph, depth: 0, unclosed });
        }
    }
}

/// Where the words of the text begin, as far as it was asked for: marks nested by the thousand each ask for all that
/// stands in them.
#[derive(Default)]
struct WordStarts {
    starts: Vec<u32>,
    /// How far the text was read.
    read: usize,
}

impl WordStarts {
    /// So many letters and marks are looked at without the list; nearly always one of them is a letter.
    const NEAR: usize = 32;

    /// Whether `part` of the text has a word.
    fn stand_in(&mut self, text: &str, part: TextRange) -> bool {
        let range = std::ops::Range::from(part);
        let mut near = text[range.clone()].chars();
        if near.by_ref().take(Self::NEAR).any(is_word) {
            return true;
        }
        if near.as_str().is_empty() {
            return false;
        }
        let mut in_word = false;
        for (at, letter) in text.get(self.read..range.end).unwrap_or_default().char_indices() {
            let word = is_word(letter);
            if word && !in_word {
                self.starts.push(u32::try_from(self.read + at).unwrap_or(u32::MAX));
            }
            in_word = word;
        }
        self.read = self.read.max(range.end);
        let first = self.starts.partition_point(|&start| start < part.start().get());
        self.starts.get(first).is_some_and(|&start| start < part.end().get())
    }
}

fn push_part(text: &str, parts: &mut Vec<TextRange>, start: TextSize, end: TextSize) {
    let body = text[std::ops::Range::from(TextRange::new(start, end))].trim_end();
    if !body.is_empty() {
        parts.push(TextRange::new(start, start + TextSize::of(body)));
    }
}

/// Whether `mark` opens a quotation, given whether a single closing mark follows and what is open.
fn opens(mark: Mark, closer_follows: bool, inside: Option<Glyph>) -> bool {
    if mark.glyph.only_closes() {
        return false;
    }
    if mark.glyph.is_cjk() {
        return true;
    }
    match mark.glyph {
        Glyph::StraightSingle => mark.lean == Lean::Open && closer_follows,
        Glyph::LeftSingle | Glyph::LowSingle => mark.lean != Lean::Close && closer_follows,
        // Swedish and Finnish open with the mark that others close with.
        Glyph::RightSingle => mark.lean == Lean::Open && closer_follows && inside != Some(Glyph::LeftSingle),
        Glyph::RightDouble | Glyph::RightGuillemet | Glyph::RightAngle | Glyph::ReversedDouble => {
            mark.lean == Lean::Open
        }
        // After a digit an undirected mark that leans neither way measures inches.
        Glyph::Straight => mark.lean != Lean::Close && !(mark.after_digit && mark.lean != Lean::Open),
        Glyph::Ticks => mark.lean == Lean::Open,
        Glyph::LeftGuillemet | Glyph::LeftAngle => true,
        _ => mark.lean != Lean::Close,
    }
}

/// Sorts by position and counts the depth of each.
fn nest(mut spans: Vec<Marked>) -> Vec<Marked> {
    spans.sort_by_key(|span| (span.start(), std::cmp::Reverse(span.end())));
    let mut around: Vec<TextSize> = Vec::with_capacity(NESTED);
    for span in &mut spans {
        while around.last().is_some_and(|&end| end <= span.start()) {
            around.pop();
        }
        span.depth = u8::try_from(around.len()).unwrap_or(u8::MAX);
        around.push(span.end());
    }
    spans
}
