//! Speech that a line's form sets off: dialogue dashes, transcripts and interviews.
//!
//! Neither has closing marks, so each needs company: at least two such lines in the article. A dash line is speech as far
//! as the next dash that opens words of saying; a transcript line is speech from the colon on.

use crate::lexicon::grammar::pronouns::LOWER_SUBJECT_OPENERS;
use crate::lexicon::speech::foreign_verbs::FOREIGN_SPEECH_VERBS;
use crate::lexicon::verbs::{Form, SpeechWord, speech_word};
use crate::text::{Source, TextRange, TextSize};

use crate::quotes::spans::glyph::{Glyph, is_word};
use crate::quotes::spans::pairing::Marked;

/// Of a line's stops so many are looked at for the end of its speech.
const MOST_STOPS: usize = 40;
/// The verb of saying stands within so many words of an insertion.
const VERB_REACH: usize = 6;

/// The code of the evidence that the words are set off.
pub(crate) fn rule(span: &Marked) -> &'static str {
    match span.glyph {
        Glyph::Dash => "dialogue-dash",
        Glyph::Block => "block-quote",
        _ => "marks",
    }
}

/// Lines that a dash opens, as quotations with a part for each stretch of speech.
pub(crate) fn dashes(source: &Source, paragraphs: &[TextRange]) -> Vec<Marked> {
    let text = source.text();
    let opens = |paragraph: &TextRange| {
        let line = source.slice(*paragraph);
        let dash = line.chars().next().filter(|character| matches!(character, '—' | '–' | '―'))?;
        let rest = line[dash.len_utf8()..].trim_start();
        rest.starts_with(|character: char| {
            character.is_uppercase() || matches!(character, '¿' | '¡' | '…' | '«' | '“') || character.is_numeric()
        })
        .then_some(dash)
    };
    if paragraphs.iter().filter(|paragraph| opens(paragraph).is_some()).take(2).count() < 2 {
        return Vec::new();
    }
    let mut out = Vec::new();
    for paragraph in paragraphs {
        let Some(dash) = opens(paragraph) else { continue };
        let (start, end) = (paragraph.start().index(), paragraph.end().index());
        let mut parts = Vec::new();
        let mut from = start;
        let mut speech = true;
        // Each dash with a space on one side at least changes between speech and attribution, if a verb of saying follows.
        let dashes: Vec<usize> = text[start..end].match_indices(dash).map(|(index, _)| start + index).skip(1).collect();
        // "— It was never closed, said Matilde. — We are on it.": the attribution may stand without a dash of its own.
        if let Some(stop) = inline(text, start, dashes.first().copied().unwrap_or(end)) {
            push(text, &mut parts, from, stop);
            speech = false;
        }
        for (number, &at) in dashes.iter().enumerate() {
            let stop = dashes.get(number + 1).copied().unwrap_or(end);
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
pub(crate) fn blocks(source: &Source, paragraphs: &[TextRange]) -> Vec<Marked> {
    let text = source.text();
    let mut out: Vec<Marked> = Vec::new();
    let mut last = None;
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let Some(words) = source.slice(*paragraph).strip_prefix('>') else { continue };
        let mut parts = Vec::new();
        if words.starts_with([' ', '\u{a0}']) {
            push(text, &mut parts, paragraph.start().index(), paragraph.end().index());
        }
        match out.last_mut().filter(|_| last == index.checked_sub(1)) {
            Some(block) => block.parts.append(&mut parts),
            None if !parts.is_empty() => out.push(Marked { parts, glyph: Glyph::Block, depth: 0, unclosed: false }),
            None => continue,
        }
        last = Some(index);
    }
    out
}

/// Where speech ends before an attribution without a dash: punctuation, a strong verb of saying, a name or pronoun.
fn inline(text: &str, start: usize, end: usize) -> Option<usize> {
    let line = &text[start..end];
    line.char_indices().filter(|(_, character)| matches!(character, ',' | '?' | '!' | '…')).take(MOST_STOPS).find_map(
        |(index, character)| {
            let stop = index + character.len_utf8();
            let mut words =
                line[stop..].strip_prefix(' ')?.split(|character: char| !is_word(character) && character != '-');
            let (verb, subject) = (words.next()?, words.next()?);
            let says = speech_word(verb)
                .is_some_and(|known| known.strength == SpeechWord::STRONG && known.form == Form::Past)
                || FOREIGN_SPEECH_VERBS.contains(&verb);
            let named = subject.starts_with(char::is_uppercase) || LOWER_SUBJECT_OPENERS.contains(&subject);
            (says && named && index > 1).then_some(start + stop)
        },
    )
}

/// Whether a short insertion has a verb of saying near its start.
fn says(words: &str) -> bool {
    words
        .split(|character: char| !is_word(character) && character != '-')
        .filter(|word| !word.is_empty())
        .take(VERB_REACH)
        .any(|word| {
            let lower = word.to_lowercase();
            FOREIGN_SPEECH_VERBS.contains(&lower.as_str())
                || speech_word(&lower)
                    .is_some_and(|known| known.strength >= SpeechWord::OFTEN && known.form != Form::Noun)
        })
}

fn push(text: &str, parts: &mut Vec<TextRange>, from: usize, to: usize) {
    let body = text[from..to].trim_end();
    if body.chars().any(is_word) {
        let [start, end] = [from, from + body.len()].map(|offset| TextSize::of(&text[..offset]));
        parts.push(TextRange::new(start, end));
    }
}
