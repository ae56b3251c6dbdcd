//! The lines of a transcript: a speaker's name before a colon, then what that speaker said.

use crate::text::{Source, TextRange, TextSize};

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
    for paragraph in paragraphs {
        if let Some(line) = line(source, *paragraph) {
            out.push(line);
        }
    }
    let mut labels: Vec<&str> =
        out.iter().filter_map(|line| source.slice(line.label).split_whitespace().last()).collect();
    labels.sort_unstable();
    let total = labels.len();
    labels.dedup();
    // Headings with a colon ("Venue: …") do not come back.
    if total < FEWEST_LINES || labels.len() < 2 || labels.len() * LINES_TO_LABELS.0 > total * LINES_TO_LABELS.1 + 1 {
        return Vec::new();
    }
    out
}

/// Characters within which the colon of a line must stand.
const LABEL: usize = 61;

/// Bytes of the longest characters.
const LONGEST_CHARACTER: usize = 4;
/// A transcript has so many lines or more.
const FEWEST_LINES: usize = 3;
/// In a transcript, of so many lines (and one more) so many speakers are different at most.
const LINES_TO_LABELS: (usize, usize) = (4, 3);
/// A speaker's name has no more words.
const LONGEST_NAME: usize = 5;

/// The first byte of a full-width colon.
const WIDE_COLON: u8 = 0xef;

/// How long the time is in brackets that some transcripts have before each line ("[00:03] "), with the space behind it.
fn timestamp(text: &str) -> TextSize {
    const LONGEST: usize = 12;
    let end = text.bytes().take(LONGEST).position(|byte| byte == b']');
    let Some(end) = end.filter(|_| text.starts_with('[')) else { return TextSize::default() };
    let inner = &text[1..end];
    let time = inner.contains(':') && inner.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.'));
    let rest = text[end + 1..].trim_start();
    if time { TextSize::of(&text[..text.len() - rest.len()]) } else { TextSize::default() }
}

/// Whether each full stop of a name stands behind a short word that another follows: "SEN. ADA QUILL", "Dr. J. Weiss".
fn abbreviates(name: &str) -> bool {
    const LONGEST: usize = 5;
    let mut words = name.split_whitespace();
    let stopped = |word: &str| {
        word.len() <= LONGEST && word.starts_with(char::is_uppercase) && word.find('.') == Some(word.len() - 1)
    };
    words.all(|word| !word.contains('.') || stopped(word))
}

/// One line as a possible line of a transcript.
fn line(source: &Source, paragraph: TextRange) -> Option<Line> {
    let paragraph = TextRange::new(paragraph.start() + timestamp(source.slice(paragraph)), paragraph.end());
    let text = source.slice(paragraph);
    // Most paragraphs have no colon near their start.
    let near = |reach: usize| text.as_bytes().get(..reach).unwrap_or(text.as_bytes());
    let (head, question) = (near(LABEL), matches!(text.as_bytes(), [b'Q' | b'A', b'.', b' ', ..]));
    let colon = || {
        head.contains(&b':')
            || !head.is_ascii()
                && near(LONGEST_CHARACTER * LABEL).iter().any(|&byte| byte == b':' || byte == WIDE_COLON)
    };
    if !question && !colon() || !text.starts_with(|character: char| character.is_uppercase() || character == '[') {
        return None;
    }
    let colon = || text.char_indices().take(LABEL).find(|&(_, character)| matches!(character, ':' | '：'));
    let at = if question { 1 } else { colon()?.0 };
    let colon = text[at..].chars().next()?.len_utf8();
    let label = text[..at].trim_end();
    let words = text[at + colon..].trim_start();
    // "SEN. ADA QUILL (D-VT)", "Ana Díaz, mayor"
    let name = label.split([',', '(']).next().unwrap_or(label).trim_end();
    let count = name.split_whitespace().count();
    let capital =
        name.split_whitespace().filter(|word| word.starts_with(|character: char| character.is_lowercase())).count()
            <= 1
            && name.starts_with(|character: char| character.is_uppercase() || character == '[');
    let spaced = text[at + colon..].starts_with(char::is_whitespace);
    if count == 0
        || count > LONGEST_NAME
        || !capital
        || !spaced
        || words.chars().count() < 2
        || name.contains(['?', '!', '“', '"', '«'])
        || name.contains('.') && !name.ends_with('.') && !abbreviates(name)
    {
        return None;
    }
    // Marks of their own: the ordinary way.
    if words.starts_with(['“', '"', '«', '„', '‘', '\'']) {
        return None;
    }
    let start = paragraph.start();
    let label = TextRange::new(start, start + TextSize::of(name));
    let colon = TextRange::new(start + TextSize::of(&text[..at]), start + TextSize::of(&text[..at + colon]));
    let from = paragraph.end() - TextSize::of(words);
    Some(Line { label, colon, parts: vec![TextRange::new(from, from + TextSize::of(words.trim_end()))] })
}
