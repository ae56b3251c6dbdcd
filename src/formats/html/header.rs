//! The head of an article: which line is its headline.

use std::collections::HashSet;

use crate::formats::html::element::Element;
use crate::formats::html::hints::Hints;
use crate::formats::html::lines::Line;
use crate::formats::html::measure::Measured;
use crate::formats::html::tree::Page;

/// A headline has no more characters.
const LONGEST: u32 = 300;
/// What is no headline in the first heading of a page.
const FEWEST_POINTS: i32 = 3;

mod points {
    //! What speaks for a headline (above 0) and against it.
    pub(super) const IS_TITLE: i32 = 5;
    pub(super) const FIRST_LEVEL: i32 = 3;
    pub(super) const SECOND_LEVEL: i32 = 1;
    pub(super) const NAMED: i32 = 2;
    pub(super) const IN_ARTICLE: i32 = 2;
    pub(super) const LINKED: i32 = -2;
    pub(super) const IN_FURNITURE: i32 = -4;
}

/// The line that is the headline: of all up to `body`, the first line of the text, the one that most speaks for. `aside`
/// says what stands in furniture, `inside` what stands in the article.
pub(super) fn headline(
    page: &Page,
    measured: &Measured,
    body: usize,
    aside: &[bool],
    inside: &[bool],
) -> Option<usize> {
    let titles: HashSet<String> = page.titles.iter().flat_map(|title| parts(title)).collect();
    let mut best = None;
    for (index, line) in page.lines.iter().enumerate().take(body) {
        if line.hidden.is_some() || line.characters > LONGEST {
            continue;
        }
        let node = line.node as usize;
        let mut score = match page.nodes[node].element {
            Element::Heading(1) => points::FIRST_LEVEL,
            Element::Heading(2) => points::SECOND_LEVEL,
            _ => 0,
        };
        score += if is_named(page, measured, line) { points::NAMED } else { 0 };
        score += if titles.contains(&key(&line.text)) { points::IS_TITLE } else { 0 };
        if score <= 0 {
            continue;
        }
        score += if inside[node] { points::IN_ARTICLE } else { 0 };
        score += if line.linked * 2 > line.characters { points::LINKED } else { 0 };
        score += if aside[node] { points::IN_FURNITURE } else { 0 };
        if score >= FEWEST_POINTS && best.is_none_or(|(other, _)| score >= other) {
            best = Some((score, index));
        }
    }
    best.map(|(_, index)| index)
}

/// Whether the element of the line, or the one around it, calls itself a headline.
fn is_named(page: &Page, measured: &Measured, line: &Line) -> bool {
    let node = line.node as usize;
    let parent = page.nodes[node].parent as usize;
    measured.hints[node].has(Hints::HEADLINE)
        || measured.hints[parent].has(Hints::HEADLINE) && measured.counts[parent].lines <= 2
        || line.inline.has(Hints::HEADLINE)
}

/// What of a title may be the headline: all of it, and what stands before and behind the name of the site.
fn parts(title: &str) -> Vec<String> {
    let mut out = vec![key(title)];
    for separator in [" | ", " - ", " – ", " — ", " :: ", ": ", " « ", " » "] {
        if let Some((first, rest)) = title.split_once(separator) {
            out.extend([key(first), key(rest)]);
        }
        if let Some((rest, last)) = title.rsplit_once(separator) {
            out.extend([key(rest), key(last)]);
        }
    }
    // A name of one or two words is that of the site or a section.
    out.retain(|part| part.matches(' ').count() >= 2 || !part.is_ascii() && part.chars().count() >= 6);
    out
}

/// The words of a line, without marks and cases.
pub(super) fn key(text: &str) -> String {
    let mut out = String::new();
    for word in text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().flat_map(char::to_lowercase));
    }
    out
}
