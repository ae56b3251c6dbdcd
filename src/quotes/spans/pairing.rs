//! Pairs quotation marks: any convention, nested to any depth, over paragraphs, in time linear in the text.
//!
//! One pass with a stack over the marks of each paragraph. A mark closes the innermost open quotation that it may close;
//! what its neighbors say decides where a shape serves both ends. What is still open at the end of a paragraph goes on
//! into the next one if that one opens with the same mark (the newspaper convention) or, for directed marks, if a closing
//! one follows soon; otherwise it is cut at its paragraph and flagged.

use crate::text::TextRange;

use crate::quotes::spans::glyph::{Glyph, is_word};
use crate::quotes::spans::scan::{self, Lean, Mark};

/// How many paragraphs a directed mark may stay open without being repeated.
const CARRY: u32 = 4;

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
    pub(crate) fn start(&self) -> u32 {
        self.parts[0].start().get()
    }

    /// Where it ends.
    pub(crate) fn end(&self) -> u32 {
        self.parts[self.parts.len() - 1].end().get()
    }
}

/// A quotation that is open.
struct Open {
    glyph: Glyph,
    /// Start of the part in the current paragraph.
    start: u32,
    parts: Vec<TextRange>,
    /// The next mark after the opening one in its paragraph: where a quotation that nobody closes is cut.
    next_mark: Option<u32>,
    /// Paragraph in which the mark was last seen.
    seen: u32,
}

/// All quotations of `text` in the paragraphs given, sorted by start, outer before inner.
pub(crate) fn pair(text: &str, paragraphs: &[TextRange]) -> Vec<Marked> {
    let mut pairing = Pairing {
        text,
        open: Vec::with_capacity(8),
        doubles: Vec::with_capacity(8),
        out: Vec::with_capacity(paragraphs.len()),
        words: Words::default(),
        closers: Vec::with_capacity(32),
        firm: Vec::with_capacity(32),
    };
    let (mut marks, mut next) = (Vec::with_capacity(32), Vec::with_capacity(32));
    let scan_into = |at: usize, out: &mut Vec<Mark>| {
        out.clear();
        if let Some(p) = paragraphs.get(at) {
            scan::scan(text, p.start().get(), p.end().get(), out);
        }
    };
    scan_into(0, &mut next);
    for (i, paragraph) in paragraphs.iter().enumerate() {
        let (start, end) = (paragraph.start().get(), paragraph.end().get());
        std::mem::swap(&mut marks, &mut next);
        scan_into(i + 1, &mut next);
        pairing.paragraph(i as u32, start, end, &marks);
        let following = paragraphs.get(i + 1).map(|p| p.start().get());
        let opener = following.and_then(|start| opening_mark(text, start, &next));
        pairing.finish_paragraph(i as u32, end, opener, following.is_some());
    }
    while let Some(open) = pairing.pop() {
        pairing.abandon(open);
    }
    nest(pairing.out)
}

/// The mark that a paragraph starts with.
fn opening_mark(text: &str, start: u32, marks: &[Mark]) -> Option<Glyph> {
    let first = marks.first()?;
    let lead = &text[start as usize..first.at as usize];
    (lead.trim().is_empty() && first.lean != Lean::Close).then_some(first.glyph)
}

struct Pairing<'t> {
    text: &'t str,
    open: Vec<Open>,
    /// Indices into `open` of those that are not single, so that a search never walks over single ones.
    doubles: Vec<u32>,
    out: Vec<Marked>,
    words: Words,
    /// Room for what is known of the marks of one paragraph.
    closers: Vec<bool>,
    firm: Vec<bool>,
}

impl Pairing<'_> {
    /// Takes the marks of one paragraph.
    fn paragraph(&mut self, number: u32, start: u32, end: u32, marks: &[Mark]) {
        if marks.is_empty() {
            for open in &mut self.open {
                open.start = start;
            }
            return;
        }
        let before = self.open.len();
        let made = self.out.len();
        // Where the last mark that could close a single quotation stands, from each mark on.
        let (mut closers, mut firm) = (std::mem::take(&mut self.closers), std::mem::take(&mut self.firm));
        for list in [&mut closers, &mut firm] {
            list.clear();
            list.resize(marks.len() + 1, false);
        }
        for (i, m) in marks.iter().enumerate().rev() {
            let closing = match m.glyph {
                Glyph::StraightSingle | Glyph::RightSingle => m.lean != Lean::Open,
                Glyph::LeftSingle => m.lean == Lean::Close,
                _ => false,
            };
            closers[i] = closers[i + 1] || closing;
            let opens = m.glyph.is_single() && m.lean == Lean::Open;
            firm[i] = !opens && (firm[i + 1] || (closing && !m.after_s));
        }
        for open in &mut self.open {
            open.start = start;
        }
        let mut from = 0;
        if let (Some(open), Some(first)) = (self.open.first_mut(), marks.first()) {
            let lead = &self.text[start as usize..first.at as usize];
            if lead.trim().is_empty() && first.lean != Lean::Close && first.glyph == open.glyph {
                open.start = first.at;
                open.seen = number;
                from = 1;
            }
        }
        let mut straight = 0;
        for (i, mark) in marks.iter().enumerate().skip(from) {
            straight += u32::from(mark.glyph == Glyph::Straight);
            let next = marks.get(i + 1).map(|m| m.at);
            if self.wants_close(*mark, firm[i + 1]) {
                self.close(*mark);
            } else if opens(*mark, closers[i + 1], self.open.last().map(|o| o.glyph))
                // British: a quotation that runs on repeats its single mark; one that does not is dropped below.
                || (mark.glyph == Glyph::LeftSingle && i == 0 && mark.lean == Lean::Open && self.text[start as usize..mark.at as usize].trim().is_empty())
            {
                if !mark.glyph.is_single() {
                    self.doubles.push(self.open.len() as u32);
                }
                self.open.push(Open {
                    glyph: mark.glyph,
                    start: mark.at,
                    parts: Vec::new(),
                    next_mark: next,
                    seen: number,
                });
            }
        }
        let left = self.open.iter().filter(|o| o.glyph == Glyph::Straight).count();
        if before == 0
            && left >= 2
            && straight % 2 == 0
            && marks.iter().all(|m| m.glyph == Glyph::Straight || m.glyph.is_single())
        {
            // The neighbors misled (`"Go," he said."Now."`): an even number of straight marks pairs off in turn.
            self.open.clear();
            self.doubles.clear();
            self.out.truncate(made);
            let mut first = None;
            for mark in marks.iter().filter(|m| m.glyph == Glyph::Straight) {
                match first.take() {
                    None => first = Some(mark.at),
                    Some(at) => {
                        self.emit(Glyph::Straight, vec![TextRange::at(at, mark.at + u32::from(mark.len))], false);
                    }
                }
            }
        }
        (self.closers, self.firm) = (closers, firm);
        debug_assert!(self.open.iter().all(|o| o.start <= end), "an open quotation starts within its paragraph");
    }

    /// Whether `mark` closes something that is open. `later` says that a single closing mark without a possessive look
    /// follows.
    fn wants_close(&self, mark: Mark, later: bool) -> bool {
        let Some(top) = self.open.last() else { return false };
        if mark.glyph.is_single() {
            // A single mark never closes over an open double one: there it is an apostrophe.
            if !mark.glyph.closes(top.glyph) || mark.at < top.start + 1 {
                return false;
            }
            return match mark.glyph {
                Glyph::LeftSingle => mark.lean != Lean::Open,
                _ => mark.lean != Lean::Open && !(mark.after_s && later),
            };
        }
        // The innermost that it may close; a few levels up, should an inner mark be missing.
        let Some(open) =
            self.doubles.iter().rev().take(3).map(|&i| &self.open[i as usize]).find(|o| mark.glyph.closes(o.glyph))
        else {
            return false;
        };
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
                open.parts.push(TextRange::at(open.start, mark.at + u32::from(mark.len)));
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
    fn finish_paragraph(&mut self, number: u32, end: u32, next_opener: Option<Glyph>, more: bool) {
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
        open.parts.retain(|p| {
            std::mem::take(&mut first) || Glyph::of(text[p.start().index()..].chars().next().unwrap_or(' ')).is_some()
        });
        if !open.parts.is_empty() {
            self.emit(open.glyph, open.parts, true);
        }
    }

    fn emit(&mut self, glyph: Glyph, parts: Vec<TextRange>, unclosed: bool) {
        // `""` and a lone mark hold no words.
        if parts.iter().any(|&part| self.words.stand_in(self.text, part)) {
            self.out.push(Marked { parts, glyph, depth: 0, unclosed });
        }
    }
}

/// Where the words of the text begin, as far as it was asked for: marks nested by the thousand each ask for all that
/// stands in them.
#[derive(Default)]
struct Words {
    starts: Vec<u32>,
    /// How far the text was read.
    read: usize,
}

impl Words {
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

fn push_part(text: &str, parts: &mut Vec<TextRange>, start: u32, end: u32) {
    let body = text[start as usize..end as usize].trim_end();
    if !body.is_empty() {
        parts.push(TextRange::at(start, start + body.len() as u32));
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
    spans.sort_by_key(|s| (s.start(), std::cmp::Reverse(s.end())));
    let mut around: Vec<u32> = Vec::with_capacity(8);
    for span in &mut spans {
        while around.last().is_some_and(|&end| end <= span.start()) {
            around.pop();
        }
        span.depth = around.len().min(255) as u8;
        around.push(span.end());
    }
    spans
}
