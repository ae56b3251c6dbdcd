//! Datelines: where and when, before the first sentence ("ASTANA, Jan 11 (Reuters) —").

use crate::segment::chars::{self, DIGIT, LOWER, UPPER, WORD};
use crate::segment::lists::agencies::AGENCIES;
use crate::segment::lists::dateline_particles::DATELINE_PARTICLES;
use crate::segment::structure::line::Line;
use crate::segment::structure::{byline, dates};

/// A dateline is sought in so many bytes.
const REACH: usize = 110;

/// The length of the dateline that `text` starts with, its dash included.
pub(in crate::segment) fn dateline(text: &str) -> Option<usize> {
    let head = &text[..text.floor_char_boundary(REACH)];
    let (dash, dash_len) = dash(head)?;
    is_place(&head[..dash]).then_some(dash + dash_len)
}

/// Whether the line is a dateline and nothing else ("OSLO, Norway (AP) —", "WASHINGTON, March 3 (Reuters)").
pub(super) fn is_dateline(line: &Line<'_>) -> bool {
    let text = line.text;
    let other = ['!', '?', '“', '‘', '"', '«', ';', ':', '@', '|'];
    if text.len() > REACH || !text.starts_with(char::is_alphabetic) || text.contains(other) || byline::is_byline(line) {
        return false;
    }
    let place = text.trim_end_matches(['—', '–', '-', ' ', '\u{a0}']);
    let dashed = place.len() < text.len();
    let agency =
        || place.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')).is_some_and(|(_, name)| is_agency(name));
    // Without a dash "NATO (Brussels)" could be a heading.
    is_place(place) && (dashed || agency() || place.contains(',') && dates::ends_with_day(place))
}

fn is_agency(name: &str) -> bool {
    AGENCIES.contains(&name.trim().to_lowercase().as_str())
}

/// Whether `before` names a place, perhaps with a date and an agency.
fn is_place(before: &str) -> bool {
    let words: Vec<_> = before
        .split(|character: char| !(character.is_alphanumeric() || "'’-‑.".contains(character)))
        .filter(|word| !word.is_empty())
        .collect();
    if words.is_empty() || words.len() > 12 {
        return false;
    }
    let first = words[0];
    let shouted = letters(first, UPPER) >= 2 && letters(first, LOWER) == 0;
    let dated = words.iter().any(|word| chars::of(word.chars().next().unwrap_or(' ')) & DIGIT != 0);
    // Without a date, only the place stands before the agency in brackets.
    let place = before.split('(').next().unwrap_or_default().split_whitespace().count();
    let agency = before.trim_end().ends_with(')') && before.contains('(') && (dated || place <= 3);
    // Words in lower case only as a place's particle or part of a date; a sentence has others.
    let named = words.iter().all(|word| {
        let class = chars::of(word.chars().next().unwrap_or(' '));
        class & LOWER == 0 || DATELINE_PARTICLES.contains(word)
    });
    let capital = chars::of(first.chars().next().unwrap_or(' ')) & UPPER != 0;
    let believable = shouted && (words.len() <= 4 || dated || agency || before.contains(','))
        || capital && (agency || dated && before.contains(','));
    named && believable
}

/// The first dash between spaces, or behind a bracket, and its length.
fn dash(head: &str) -> Option<(usize, usize)> {
    let mut before = ' ';
    for (index, character) in head.char_indices() {
        if matches!(character, '!' | '?' | '“' | '‘' | '"' | '«' | ';' | ':') {
            return None;
        }
        let spaced = before == ' ' || before == '\u{a0}' || before == ')';
        if matches!(character, '—' | '–' | '-') && (spaced || character == '—') {
            let rest = &head[index..];
            let run = rest.len() - rest.trim_start_matches(character).len();
            let after = rest[run..].chars().next();
            // A dash before a word without space is a hyphen or a minus, unless it is an em dash.
            if after.is_some_and(char::is_whitespace)
                || character == '—' && after.is_some_and(|first| chars::of(first) & WORD != 0)
                || run >= 2
            {
                return Some((index, run));
            }
        }
        before = character;
    }
    None
}

fn letters(word: &str, class: u8) -> usize {
    word.chars().filter(|&character| chars::of(character) & class != 0).count()
}
