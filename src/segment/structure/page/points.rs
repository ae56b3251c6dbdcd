//! How much each line looks like running text or like what pages put around it, in points.
//!
//! The unit is a word of running text: a paragraph is worth its words, and what interrupts an article costs about as much
//! as a line of that kind usually holds, so that a menu outweighs a sentence and a paragraph outweighs a heading.

use std::collections::HashMap;

use crate::segment::structure::line::Line;
use crate::segment::structure::{byline, phrases};
use crate::vocabulary::BlockKind;

/// What a line looks like by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// A full sentence or more.
    Prose,
    /// Full sentences that speak of the page, or of who wrote the article.
    Notice,
    /// A short line that somebody may have said or written: it ends like a sentence, or stands in quotation marks.
    Speech,
    /// Words without a stop, as titles and items of lists are.
    Title,
    /// Up to four words without a stop, as entries of menus are.
    Label,
    /// Page furniture by its own words.
    Stock,
    /// The name of a section of a paper.
    Section,
    /// Says that a list of other articles follows.
    Opener,
    /// Says that readers' comments follow.
    Comments,
}

/// A paragraph counts no more than this: one long line is no article.
const MOST: i32 = 30;
/// Lines of so many words without a stop are labels.
const LABEL: usize = 4;
/// A longer paragraph, in bytes, is none that speaks of the page.
const NOTICE: usize = 700;
/// What is said of an author stands so many lines below the name, and so often in a paste.
const NAMED: usize = 4;
const AUTHORS: usize = 2;
/// A line that opens something is no longer than this.
const OPENER: usize = 6;
/// A short line that stands so often in a paste is a button ("Reply", "3 hours ago") rather than part of a text.
const OFTEN: u32 = 4;
/// What a button costs beyond what its line costs anyway.
const BUTTON: i32 = 12;

impl Look {
    /// What `line` looks like, whose own words give it `role`.
    fn of(line: &Line<'_>, role: BlockKind, key: &str) -> Self {
        if line.words <= OPENER && phrases::comments(key) {
            Self::Comments
        } else if line.words <= OPENER && phrases::opens_list(key) {
            Self::Opener
        } else if role == BlockKind::Furniture {
            Self::Stock
        } else if line.is_prose() && line.is_whole() {
            let notice = line.text.len() <= NOTICE && phrases::notice(&line.text.to_lowercase());
            if notice { Self::Notice } else { Self::Prose }
        } else if line.ends_sentence() && !line.is_cut()
            || line.words > LABEL && (line.starts_quoted() || line.is_turn())
        {
            Self::Speech
        } else if phrases::section(key) {
            Self::Section
        } else if line.words <= LABEL {
            Self::Label
        } else {
            Self::Title
        }
    }

    /// Plainly no part of an article.
    pub(super) fn is_of_page(self) -> bool {
        matches!(self, Self::Stock | Self::Section | Self::Opener | Self::Comments)
    }

    /// What a line of `words` words is worth to the article that it would stand in.
    fn points(self, words: usize) -> i32 {
        match self {
            Self::Prose => i32::try_from(words).map_or(MOST, |words| words.min(MOST)),
            Self::Speech => 2,
            Self::Title => -3,
            Self::Label => -4,
            Self::Stock | Self::Section | Self::Notice => -6,
            Self::Opener | Self::Comments => -40,
        }
    }
}

/// The look of each line and its points.
pub(super) fn looks(lines: &[Line<'_>], roles: &[BlockKind]) -> (Vec<Look>, Vec<i32>) {
    let keys: Vec<_> = lines.iter().map(|line| if line.is_short() { line.key() } else { String::new() }).collect();
    let mut seen: HashMap<String, u32> = HashMap::new();
    let buttons: Vec<_> = keys.iter().map(|key| without_numbers(key)).collect();
    for key in &buttons {
        *seen.entry(key.clone()).or_default() += 1;
    }
    let mut looks = Vec::with_capacity(lines.len());
    let mut points = Vec::with_capacity(lines.len());
    for (index, line) in lines.iter().enumerate() {
        let look = Look::of(line, roles[index], &keys[index]);
        let often = seen.get(&buttons[index]).is_some_and(|&count| count >= OFTEN);
        let button = often && line.is_short() && !matches!(look, Look::Prose | Look::Speech);
        looks.push(look);
        points.push(look.points(line.words) - if button { BUTTON } else { 0 });
    }
    let authors: Vec<_> = (0..lines.len()).filter(|&index| is_about_author(lines, &looks, index)).collect();
    if authors.len() <= AUTHORS {
        for index in authors {
            looks[index] = Look::Notice;
            points[index] = Look::Notice.points(0);
        }
    }
    (looks, points)
}

/// A name, and close below it a sentence that begins with that name.
fn is_about_author(lines: &[Line<'_>], looks: &[Look], index: usize) -> bool {
    let named = |line: &Line<'_>| byline::is_bare_name(line) && lines[index].text.starts_with(line.text);
    looks[index] == Look::Prose && lines[index.saturating_sub(NAMED)..index].iter().any(named)
}

/// `key` with `#` for each number, so that "3 hours ago" and "5 hours ago" are the same.
fn without_numbers(key: &str) -> String {
    let mut out = String::with_capacity(key.len());
    for character in key.chars() {
        if !character.is_numeric() {
            out.push(character);
        } else if !out.ends_with('#') {
            out.push('#');
        }
    }
    out
}
