//! The lines of a transcript: a speaker's name before a colon, then what that speaker said.

use crate::text::{Source, TextRange};

/// A line of an interview or transcript.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// The name or letter before the colon, without the colon.
    pub(crate) label: TextRange,
    /// The colon.
    pub(crate) colon: TextRange,
    /// The words, one range for each paragraph.
    pub(crate) parts: Vec<TextRange>,
}

/// Lines "Name: words" of a transcript or interview, when the article has at least three of two speakers or more.
pub(crate) fn transcript(source: &Source, paragraphs: &[TextRange]) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    for p in paragraphs {
        if let Some(line) = line(source, *p) {
            out.push(line);
        }
    }
    let mut labels: Vec<&str> = out.iter().filter_map(|l| source.slice(l.label).split_whitespace().last()).collect();
    labels.sort_unstable();
    let total = labels.len();
    labels.dedup();
    // Headings with a colon ("Venue: …") do not come back.
    if total < 3 || labels.len() < 2 || labels.len() * 4 > total * 3 + 1 {
        return Vec::new();
    }
    out
}

/// Characters within which the colon of a line must stand.
const LABEL: usize = 61;

/// The first byte of a full-width colon.
const WIDE_COLON: u8 = 0xef;

/// One line as a possible line of a transcript.
fn line(source: &Source, p: TextRange) -> Option<Line> {
    let text = source.slice(p);
    // Most paragraphs have no colon near their start.
    let near = |reach: usize| text.as_bytes().get(..reach).unwrap_or(text.as_bytes());
    let (head, question) = (near(LABEL), matches!(text.as_bytes(), [b'Q' | b'A', b'.', b' ', ..]));
    let colon =
        || head.contains(&b':') || !head.is_ascii() && near(4 * LABEL).iter().any(|&b| b == b':' || b == WIDE_COLON);
    if !question && !colon() || !text.starts_with(|c: char| c.is_uppercase() || c == '[') {
        return None;
    }
    let colon = || text.char_indices().take(LABEL).find(|&(_, c)| matches!(c, ':' | '：'));
    let at = if question { 1 } else { colon()?.0 };
    let colon = text[at..].chars().next()?.len_utf8();
    let label = text[..at].trim_end();
    let words = text[at + colon..].trim_start();
    let name = label.split(',').next().unwrap_or(label);
    let count = name.split_whitespace().count();
    let capital = name.split_whitespace().filter(|w| w.starts_with(|c: char| c.is_lowercase())).count() <= 1
        && name.starts_with(|c: char| c.is_uppercase() || c == '[');
    let spaced = text[at + colon..].starts_with(char::is_whitespace);
    if count == 0
        || count > 5
        || !capital
        || !spaced
        || words.chars().count() < 2
        || name.contains(['.', '?', '!', '“', '"', '«']) && !name.ends_with('.')
    {
        return None;
    }
    // Marks of their own: the ordinary way.
    if words.starts_with(['“', '"', '«', '„', '‘', '\'']) {
        return None;
    }
    let start = p.start().get();
    let label = TextRange::at(start, start + name.len() as u32);
    let colon = TextRange::at(start + at as u32, start + (at + colon) as u32);
    let from = p.end().get() - words.len() as u32;
    Some(Line { label, colon, parts: vec![TextRange::at(from, from + words.trim_end().len() as u32)] })
}
