//! The headline of a text: a line before it that shares its words.

use std::collections::HashSet;
use std::ops::Range;

use crate::segment::structure::byline;
use crate::segment::structure::line::Line;
use crate::segment::structure::page::points::Look;

/// The headline is sought in so many lines before the text.
const LEAD: usize = 60;
/// So many paragraphs of the text are read for its words.
const PARAGRAPHS: usize = 12;
/// And so many bytes of each.
const BYTES: usize = 1000;
/// Words with fewer letters say little of what a text is about.
const LETTERS: usize = 4;
/// A share of common words counts up to this, their number up to [`COMMON`].
const SHARE: usize = 12;
const COMMON: usize = 8;
/// So many lines nearer to the text are worth one common word.
const NEARER: usize = 6;

/// The line of `lead` that is the headline of the text behind it, or the first line of that text.
pub(super) fn find(lines: &[Line<'_>], looks: &[Look], lead: Range<usize>) -> usize {
    let text = lead.end;
    let prose = (text..lines.len()).filter(|&index| looks[index] == Look::Prose).take(PARAGRAPHS);
    let words: HashSet<_> = prose.flat_map(|index| content(lines[index].text)).collect();
    let first = lead.start.max(text.saturating_sub(LEAD));
    let worth: Vec<_> = (first..text).map(|index| worth(&lines[index], looks[index], &words)).collect();
    let near = |index: usize| worth[index] + LEAD / NEARER - (text - first - index) / NEARER;
    // Of lines that are worth the same, the last: lists of other articles may have named this one before.
    let Some(best) = (0..worth.len()).filter(|&index| worth[index] > 0).max_by_key(|&index| near(index)) else {
        return text;
    };
    // What stands right below a headline tells more of the text than the headline does.
    let mut headline = best;
    while headline > 0 && worth[headline - 1] * 2 >= worth[best] {
        headline -= 1;
    }
    first + headline
}

/// How much a line looks like the headline of a text with these words.
fn worth(line: &Line<'_>, look: Look, words: &HashSet<String>) -> usize {
    let titled = matches!(look, Look::Title | Look::Speech | Look::Prose) || look == Look::Label && line.words >= 4;
    if !titled || line.ends_in_stop() || byline::is_byline(line) || line.is_item() {
        return 0;
    }
    let own: Vec<_> = content(line.text).collect();
    let shared = own.iter().filter(|word| words.contains(*word)).count();
    if shared == 0 || shared < 2 && own.len() > 2 {
        return 0;
    }
    shared * SHARE / own.len() + shared.min(COMMON)
}

/// The longer words of the first bytes of `text`, in lower case.
fn content(text: &str) -> impl Iterator<Item = String> {
    let text = &text[..text.floor_char_boundary(BYTES)];
    text.split(|character: char| !character.is_alphanumeric())
        .filter(|word| word.chars().nth(LETTERS - 1).is_some())
        .map(str::to_lowercase)
}
