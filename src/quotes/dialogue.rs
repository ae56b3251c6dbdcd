//! Speech that a line's form sets off: dialogue dashes, transcripts and interviews.
//!
//! Neither has closing marks, so each needs company: at least two such lines in the article. A dash line is speech as far
//! as the next dash that opens words of saying; a transcript line is speech from the colon on.

use crate::lexicon::verbs::{Form, speech_word};
use crate::text::{Source, TextRange};

use super::glyphs::{Glyph, is_word};
use super::marks::Marked;

/// The code of the evidence that the words are set off.
pub(super) fn rule(span: &Marked) -> &'static str {
    match span.glyph {
        Glyph::Dash => "dialogue-dash",
        Glyph::Block => "block-quote",
        _ => "marks",
    }
}

/// A line of an interview or transcript.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The name or letter before the colon, without the colon.
    pub(super) label: TextRange,
    /// The colon.
    pub(super) colon: TextRange,
    /// The words, one range for each paragraph.
    pub(super) parts: Vec<TextRange>,
}

/// Verbs of saying in languages that write dialogue with dashes.
const FOREIGN: &[&str] = &[
    "dijo",
    "dice",
    "respondió",
    "contestó",
    "preguntó",
    "añadió",
    "explicó",
    "exclamó",
    "dit",
    "dit-il",
    "dit-elle",
    "répond",
    "répondit",
    "demande",
    "demanda",
    "ajoute",
    "ajouta",
    "disse",
    "perguntou",
    "respondeu",
    "disse",
    "rispose",
    "chiese",
    "сказал",
    "сказала",
    "спросил",
    "спросила",
    "ответил",
    "ответила",
    "powiedział",
    "powiedziała",
    "zapytał",
    "odparł",
    "mondta",
    "kérdezte",
    "sade",
    "frågade",
    "sanoi",
    "dedi",
    "είπε",
];

/// Lines that a dash opens, as quotations with a part for each stretch of speech.
pub(super) fn dashes(source: &Source, paragraphs: &[TextRange]) -> Vec<Marked> {
    let text = source.text();
    let opens = |p: &TextRange| {
        let line = source.slice(*p);
        let dash = line.chars().next().filter(|c| matches!(c, '—' | '–' | '―'))?;
        let rest = line[dash.len_utf8()..].trim_start();
        rest.starts_with(|c: char| c.is_uppercase() || matches!(c, '¿' | '¡' | '…' | '«' | '“') || c.is_numeric())
            .then_some(dash)
    };
    if paragraphs.iter().filter(|p| opens(p).is_some()).take(2).count() < 2 {
        return Vec::new();
    }
    let mut out = Vec::new();
    for p in paragraphs {
        let Some(dash) = opens(p) else { continue };
        let (start, end) = (p.start().index(), p.end().index());
        let mut parts = Vec::new();
        let mut from = start;
        let mut speech = true;
        // Each dash with a space on one side at least changes between speech and attribution, if a verb of saying follows.
        let dashes: Vec<usize> = text[start..end].match_indices(dash).map(|(i, _)| start + i).skip(1).collect();
        // "— It was never closed, said Matilde. — We are on it.": the attribution may stand without a dash of its own.
        if let Some(stop) = inline(text, start, dashes.first().copied().unwrap_or(end)) {
            push(text, &mut parts, from, stop);
            speech = false;
        }
        for (k, &at) in dashes.iter().enumerate() {
            let stop = dashes.get(k + 1).copied().unwrap_or(end);
            if speech {
                if says(&text[at + dash.len_utf8()..stop]) {
                    push(text, &mut parts, from, at);
                    speech = false;
                }
            } else {
                from = at;
                speech = true;
            }
        }
        if speech {
            push(text, &mut parts, from, end);
        }
        if !parts.is_empty() {
            out.push(Marked { parts, glyph: Glyph::Dash, depth: 0, unclosed: false });
        }
    }
    out
}

/// Paragraphs that a `>` opens, as mail and Markdown set blocks off: those that follow one another are one quotation.
pub(super) fn blocks(source: &Source, paragraphs: &[TextRange]) -> Vec<Marked> {
    let text = source.text();
    let mut out: Vec<Marked> = Vec::new();
    let mut last = None;
    for (i, p) in paragraphs.iter().enumerate() {
        let Some(words) = source.slice(*p).strip_prefix('>') else { continue };
        let mut parts = Vec::new();
        if words.starts_with([' ', '\u{a0}']) {
            push(text, &mut parts, p.start().index(), p.end().index());
        }
        match out.last_mut().filter(|_| last == i.checked_sub(1)) {
            Some(block) => block.parts.append(&mut parts),
            None if !parts.is_empty() => out.push(Marked { parts, glyph: Glyph::Block, depth: 0, unclosed: false }),
            None => continue,
        }
        last = Some(i);
    }
    out
}

/// Where speech ends before an attribution without a dash: punctuation, a strong verb of saying, a name or pronoun.
fn inline(text: &str, start: usize, end: usize) -> Option<usize> {
    let line = &text[start..end];
    line.char_indices().filter(|(_, c)| matches!(c, ',' | '?' | '!' | '…')).take(40).find_map(|(i, c)| {
        let stop = i + c.len_utf8();
        let mut words = line[stop..].strip_prefix(' ')?.split(|c: char| !is_word(c) && c != '-');
        let (verb, subject) = (words.next()?, words.next()?);
        let says =
            speech_word(verb).is_some_and(|s| s.strength == 3 && s.form == Form::Past) || FOREIGN.contains(&verb);
        let named = subject.starts_with(char::is_uppercase) || matches!(subject, "the" | "he" | "she" | "they");
        (says && named && i > 1).then_some(start + stop)
    })
}

/// Whether a short insertion has a verb of saying near its start.
fn says(words: &str) -> bool {
    words.split(|c: char| !is_word(c) && c != '-').filter(|w| !w.is_empty()).take(6).any(|w| {
        let lower = w.to_lowercase();
        FOREIGN.contains(&lower.as_str())
            || speech_word(&lower).is_some_and(|s| s.strength >= 2 && s.form != Form::Noun)
    })
}

fn push(text: &str, parts: &mut Vec<TextRange>, from: usize, to: usize) {
    let body = text[from..to].trim_end();
    if body.chars().any(is_word) {
        parts.push(TextRange::at(from as u32, (from + body.len()) as u32));
    }
}

/// Lines "Name: words" of a transcript or interview, when the article has at least three of two speakers or more.
pub(super) fn transcript(source: &Source, paragraphs: &[TextRange]) -> Vec<Line> {
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
