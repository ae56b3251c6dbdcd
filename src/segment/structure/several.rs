//! Several articles in one paste: a newsletter, the clippings of a day. In doubt it is one article.
//!
//! Three things tell: lines that number documents ("Document 3 of 12"), rows of dashes or stars before headlines, and
//! headlines above bylines or datelines with enough text below each.

use crate::segment::structure::dateline::{dateline, is_dateline};
use crate::segment::structure::line::Line;
use crate::segment::structure::{byline, phrases};
use crate::text::Source;

/// So many articles are several.
const FEWEST: usize = 2;
/// So many lines may stand between a headline and its text, and between the start of a part and its headline.
const HEADER: usize = 8;
/// And so many between a headline and a text with a dateline.
const DECK: usize = 2;
/// An article has so many words of running text, a piece between two separators so many; long paragraphs count as thirty.
const ARTICLE: usize = 60;
const PIECE: usize = 30;
/// And so many paragraphs.
const PARAGRAPHS: usize = 2;
/// A headline has so many words.
const HEADLINE: std::ops::RangeInclusive<usize> = 3..=30;
/// A row of so many signs is a separator.
const ROW: usize = 3;
/// So many pieces between firm separators need no byline.
const SURE: usize = 3;
/// A line that numbers documents has no more words.
const NUMBERING: usize = 5;

/// The paragraphs at which the articles of a paste begin, the first of them 0; nothing where it is one article.
pub(in crate::segment) fn articles(source: &Source) -> Vec<u32> {
    let mut end = None;
    let lines = source.paragraphs().iter().map(|&range| {
        let gap = end.is_none_or(|end| range.start().get() > end + 1);
        end = Some(range.end().get());
        Line::new(source.slice(range), gap)
    });
    let lines: Vec<_> = lines.collect();
    let mut starts = [numbered(&lines), separated(&lines), headed(&lines)]
        .into_iter()
        .find(|starts| starts.len() >= FEWEST)
        .unwrap_or_default();
    // What stands before the first belongs to it.
    if let Some(first) = starts.first_mut() {
        *first = 0;
    }
    starts.into_iter().filter_map(|start| u32::try_from(start).ok()).collect()
}

/// Lines that number documents one after the other, of the same number in all.
fn numbered(lines: &[Line<'_>]) -> Vec<usize> {
    let mut starts: Vec<usize> = Vec::new();
    let mut before: Option<(u32, u32)> = None;
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| line.words <= NUMBERING) {
        let Some((number, all)) = numbering(line) else { continue };
        let follows = before.is_none_or(|(last, same)| all == same && number == last + 1);
        let filled = starts.last().is_none_or(|&start| lines[start..index].iter().any(Line::is_prose));
        if !follows || !filled {
            return Vec::new();
        }
        before = Some((number, all));
        starts.push(index);
    }
    starts
}

/// "Document 3 of 12", "3 of 12 DOCUMENTS": the number and how many there are.
fn numbering(line: &Line<'_>) -> Option<(u32, u32)> {
    let key = line.key();
    let mut numbers = key.split(' ').filter_map(|word| word.parse::<u32>().ok());
    let (number, all) = numbers.next().zip(numbers.next())?;
    let named = key.split(' ').any(phrases::document);
    (named && numbers.next().is_none() && (1..=all).contains(&number)).then_some((number, all))
}

/// The first lines behind separators, when every piece between two of them is an article.
fn separated(lines: &[Line<'_>]) -> Vec<usize> {
    let is_row = |index: &usize| row(lines[*index].text) > 0;
    let firm = (0..lines.len()).filter(is_row).all(|index| row(lines[index].text) > ROW);
    let mut starts = Vec::new();
    let mut sure = true;
    let mut start = 0;
    for end in (0..lines.len()).filter(is_row).chain([lines.len()]) {
        let piece = &lines[start..end];
        if !piece.is_empty() {
            match head(piece) {
                Some(evidence) if words(piece) >= PIECE => {
                    sure &= evidence;
                    starts.push(start);
                }
                // What stands before the first article and behind the last one may be the newsletter's own.
                _ if starts.is_empty() || end == lines.len() => {}
                _ => return Vec::new(),
            }
        }
        start = end + 1;
    }
    if sure || firm && starts.len() >= SURE { starts } else { Vec::new() }
}

/// So many signs are in a line that has nothing but one sign, dashes or stars and the like; 0 in any other line.
fn row(text: &str) -> usize {
    let mut signs = text.chars().filter(|sign| !sign.is_whitespace());
    let Some(first) = signs.next() else { return 0 };
    let more = signs.clone().count();
    let same = matches!(first, '-' | '–' | '—' | '_' | '=' | '*' | '#' | '~' | '•' | '─' | '━')
        && signs.all(|sign| sign == first);
    if same && more + 1 >= ROW { more + 1 } else { 0 }
}

/// Whether the lines begin with a headline that text follows; and whether a byline or dateline is with it.
fn head(lines: &[Line<'_>]) -> Option<bool> {
    let is_headline = |index: usize| is_title(&lines[index]);
    let headline =
        (0..lines.len().min(HEADER)).take_while(|&index| !lines[index].is_prose()).find(|&index| is_headline(index))?;
    below(lines, headline)
}

/// Whether text follows a headline closely, and whether a byline or dateline is with it.
fn below(lines: &[Line<'_>], headline: usize) -> Option<bool> {
    let rest = &lines[headline + 1..lines.len().min(headline + 1 + HEADER)];
    let text = rest.iter().position(Line::is_prose)?;
    let said = rest[..text].iter().any(|line| byline::is_byline(line) || is_dateline(line));
    Some(said || text <= DECK && dateline(rest[text].text).is_some())
}

fn is_title(line: &Line<'_>) -> bool {
    line.is_short()
        && HEADLINE.contains(&line.words)
        && !line.ends_in_stop()
        && line.starts_like_title()
        && !line.is_item()
        && !line.is_turn()
        && !byline::is_byline(line)
        && !is_dateline(line)
}

/// Words of running text.
fn words(lines: &[Line<'_>]) -> usize {
    lines.iter().filter(|line| line.is_prose()).map(|line| line.words).sum()
}

/// Headlines right above bylines or datelines, with enough text up to the next.
fn headed(lines: &[Line<'_>]) -> Vec<usize> {
    let stands_apart = |index: usize| lines[index].gap_before || index == 0 || lines[index - 1].is_prose();
    let mut heads = Vec::new();
    let mut index = 0;
    while index < lines.len() {
        if is_title(&lines[index]) && stands_apart(index) && below(lines, index) == Some(true) {
            heads.push(index);
            // What stands between it and its text is no headline of its own.
            index += lines[index..].iter().position(Line::is_prose).unwrap_or(1);
        }
        index += 1;
    }
    let ends = heads.iter().copied().skip(1).chain([lines.len()]);
    let is_article =
        |part: &[Line<'_>]| words(part) >= ARTICLE && part.iter().filter(|line| line.is_prose()).count() >= PARAGRAPHS;
    heads
        .iter()
        .copied()
        .zip(ends)
        .filter(|&(start, end)| is_article(&lines[start..end]))
        .map(|(start, _)| start)
        .collect()
}
