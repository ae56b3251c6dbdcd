//! The text of a page, line by line, in the making: white space collapsed, breaks where blocks are.

use crate::formats::html::hints::Hints;
use crate::formats::html::place::Place;

/// Cells of a row are joined to one line when they hold no more characters than this together.
const LONGEST_ROW: usize = 400;

/// A line of so many bytes may be one of a text that was wrapped.
const FULL_LINE: usize = 40;

/// Behind words of so many letters a raised number is a note; behind shorter ones it may be a power.
const NOTED: usize = 3;

/// One line.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) text: String,
    /// The innermost block that it stands in.
    pub(super) node: u32,
    /// Characters, those of them that stand in links, and those that are bold.
    pub(super) characters: u32,
    pub(super) linked: u32,
    pub(super) bold: u32,
    /// What elements within the line say of all of it.
    pub(super) inline: Hints,
    /// What they say of any of it.
    pub(super) named: Hints,
    /// The outermost hidden element around it.
    pub(super) hidden: Option<u32>,
    /// A blank line stands before it.
    pub(super) gap: bool,
}

/// Lines in the making.
#[derive(Debug, Default)]
pub(super) struct Lines {
    done: Vec<Line>,
    current: Option<Line>,
    space: bool,
    /// A paragraph, or else only a line, ended before the next word.
    gap: bool,
    /// Words of two links stand apart.
    after_link: bool,
    /// How many `pre` are open.
    pub(super) preformatted: u32,
    /// Where the rows that are open and their cells start, in `done`.
    rows: Vec<Vec<usize>>,
}

impl Lines {
    pub(super) fn push(&mut self, text: &str, place: &Place) {
        let mut rest = text;
        while !rest.is_empty() {
            let word = rest.find(|character: char| character.is_ascii_whitespace()).unwrap_or(rest.len());
            if word > 0 {
                self.word(&rest[..word], place);
                rest = &rest[word..];
                continue;
            }
            if rest.starts_with('\n') && self.preformatted > 0 {
                self.end_line();
            }
            self.space = true;
            rest = &rest[1..];
        }
    }

    fn word(&mut self, word: &str, place: &Place) {
        let apart = self.space || self.after_link && place.link;
        let gap = std::mem::take(&mut self.gap);
        let line = self.current.get_or_insert_with(|| Line {
            text: String::new(),
            node: place.block,
            characters: 0,
            linked: 0,
            bold: 0,
            inline: Hints::ALL,
            named: Hints::NONE,
            hidden: place.hidden,
            gap,
        });
        // Text that is shown makes the line one that is shown.
        if place.hidden.is_none() && line.hidden.is_some() {
            line.text.clear();
            (line.characters, line.linked, line.bold, line.inline) = (0, 0, 0, Hints::ALL);
            (line.named, line.hidden) = (Hints::NONE, None);
        } else if place.hidden.is_some() && line.hidden.is_none() {
            return;
        }
        if apart && !line.text.is_empty() {
            line.text.push(' ');
        }
        line.text.push_str(word);
        let characters = u32::try_from(word.chars().count()).unwrap_or(u32::MAX);
        line.characters += characters;
        line.linked += if place.link { characters } else { 0 };
        line.bold += if place.bold { characters } else { 0 };
        line.inline = line.inline & place.inline;
        line.named |= place.inline;
        (self.space, self.after_link) = (false, false);
    }

    /// A space, should a word follow.
    pub(super) fn space(&mut self) {
        self.space = true;
    }

    /// What follows is raised: the number of a note is no part of the name before it, as a power is of its number.
    pub(super) fn note(&mut self) {
        let before = self.current.as_ref().map_or("", |line| line.text.as_str());
        let mut last = before.chars().rev().take(NOTED);
        self.space |= before.len() >= NOTED && last.all(|last| !last.is_whitespace() && !last.is_ascii_digit());
    }

    /// A link ended: a word of another link right behind it is a word of its own.
    pub(super) fn link_ended(&mut self) {
        self.after_link = true;
    }

    /// The line ends; a second time, the paragraph.
    pub(super) fn end_line(&mut self) {
        match self.current.take() {
            Some(line) => self.done.push(line),
            None => self.gap = true,
        }
        self.space = false;
    }

    /// The line of an item or a row ends. Long ones stand apart, so that nobody takes them for one text in full lines.
    pub(super) fn end_row(&mut self) {
        if let Some(line) = self.current.take() {
            self.gap |= line.text.len() >= FULL_LINE;
            self.done.push(line);
        }
        self.space = false;
    }

    pub(super) fn end_paragraph(&mut self) {
        self.end_row();
        self.gap = true;
    }

    /// A row starts.
    pub(super) fn start_row(&mut self) {
        self.rows.push(Vec::new());
    }

    /// A cell of the innermost row starts.
    pub(super) fn start_cell(&mut self) {
        if let Some(cells) = self.rows.last_mut() {
            cells.push(self.done.len());
        }
    }

    /// The innermost row ends: cells of one line each become one line, with tabs between, if it is not long. Cells of a
    /// page that is laid out as a table hold more.
    pub(super) fn end_cells(&mut self, row: u32) {
        let cells = self.rows.pop().unwrap_or_default();
        let (Some(&first), true) = (cells.first(), cells.len() > 1) else { return };
        let ends = cells.iter().skip(1).copied().chain([self.done.len()]);
        let short = cells.iter().zip(ends).all(|(&start, end)| end - start <= 1)
            && self.done[first..].iter().map(|line| line.text.len()).sum::<usize>() <= LONGEST_ROW;
        if !short || self.done.len() < first + 2 {
            return;
        }
        let mut joined = self.done[first].clone();
        joined.node = row;
        for line in self.done.drain(first + 1..) {
            joined.text.push('\t');
            joined.text.push_str(&line.text);
            joined.characters += line.characters;
            joined.linked += line.linked;
            joined.bold += line.bold;
            joined.inline = joined.inline & line.inline;
            joined.named |= line.named;
        }
        self.done[first] = joined;
    }

    pub(super) fn finish(mut self) -> Vec<Line> {
        self.end_row();
        self.done
    }
}
