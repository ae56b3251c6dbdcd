//! Quotes of articles in languages whose grammar the engine does not know: what stands in marks, and who said it only where
//! the form of the line says so: "Name: „…“", the lines of a transcript, a dash before words that a verb of saying follows.
//! No reported speech, no pronouns, no speaker from a sentence around the quote.

use crate::entities::{EntityKind, Recognition};
use crate::quotes::quote::{Candidate, Quote, SpeakerMention, order};
use crate::quotes::spans::find::{body, readable, spans};
use crate::quotes::spans::glyph::{Glyph, is_word};
use crate::quotes::spans::pairing::Marked;
use crate::quotes::spans::shape::Shape;
use crate::quotes::spans::{layout, lines};
use crate::quotes::transcript;
use crate::segment::Segmentation;
use crate::text::{Source, TextRange, TextSize};
use crate::vocabulary::{Confidence, Evidence, QuoteKind};

/// How sure it is that words are somebody's: whole sentences behind a colon, whole sentences, fragments, what looks like a
/// title or a single word. Not measured, as there are no articles to measure it on.
const INTRODUCED: u16 = 900;
const WHOLE: u16 = 800;
const FRAGMENT: u16 = 600;
const NOBODY: u16 = 600;
/// How sure a name before a colon is.
const NAMED: u16 = 900;
/// A fragment has so many words or more; one that begins with a capital, as titles do, so many.
const FRAGMENT_WORDS: usize = 3;
const CAPITAL_WORDS: usize = 5;
/// Without spaces, so many letters do for whole words and for fragments.
const WHOLE_LETTERS: usize = 12;
const FRAGMENT_LETTERS: usize = 6;
/// A name before a colon has from two to so many words, in no more bytes.
const LABEL_WORDS: usize = 5;
const LABEL_BYTES: usize = 80;

/// The quotes of an article, by their marks.
pub fn in_marks(source: &Source, segmentation: &Segmentation, names: &Recognition) -> Vec<Quote> {
    let paragraphs = readable(segmentation);
    let lines = lines::transcript(source, &body(segmentation));
    let mut out = Vec::new();
    for level in spans(source, &paragraphs, &lines) {
        out.extend(level.into_iter().filter(|span| is_sound(source, span)).map(|span| quote(source, span, names)));
    }
    out.sort_by_key(order);
    if !lines.is_empty() {
        transcript::quotes(source, names, &lines, &mut out);
    }
    out
}

/// Whether a quotation is one whatever the language: a dash also opens the items of a list, unless words of saying follow.
fn is_sound(source: &Source, span: &Marked) -> bool {
    let line = source.paragraph_at(span.start()).map(|index| source.paragraphs()[index]);
    span.glyph != Glyph::Dash || line.is_some_and(|line| span.parts.len() > 1 || span.end() < line.end())
}

fn quote(source: &Source, span: Marked, names: &Recognition) -> Quote {
    let label = label(source, &span);
    let colon = before(source, &span).ends_with([':', '：']);
    let (kind, sure) = kind(source, &span, colon);
    let speaker = label
        .filter(|_| kind != QuoteKind::NotQuote)
        .map(|(name, _)| SpeakerMention { range: name, entity: person(names, name) });
    let mut evidence = Vec::new();
    if let Some(speaker) = speaker {
        evidence.push(Evidence::new("transcript-line", source.slice(speaker.range)));
    }
    let opening = source.text()[span.start().index()..].chars().next().map(String::from).unwrap_or_default();
    evidence.push(Evidence::new(layout::rule(&span), opening));
    if span.unclosed {
        evidence.push(Evidence::new("unclosed", ""));
    }
    let candidate = |speaker: SpeakerMention| Candidate {
        entity: speaker.entity,
        range: speaker.range,
        score: Confidence::permille(NAMED),
        evidence: Evidence::new("transcript-line", source.slice(speaker.range)),
    };
    Quote {
        kind,
        cue: label.filter(|_| speaker.is_some()).map(|(_, colon)| colon),
        speaker,
        candidates: speaker.map(candidate).into_iter().collect(),
        confidence: Confidence::permille(sure),
        evidence,
        parts: span.parts,
        unclosed: span.unclosed,
    }
}

/// Whose words they look to be, and how surely.
fn kind(source: &Source, span: &Marked, colon: bool) -> (QuoteKind, u16) {
    if matches!(span.glyph, Glyph::LeftBracket | Glyph::LeftAngle | Glyph::RightAngle) && span.depth == 0 && !colon {
        return (QuoteKind::NotQuote, NOBODY);
    }
    if span.glyph.is_layout() {
        return (QuoteKind::Direct, WHOLE);
    }
    let words = Words::of(source, span);
    let shape = Shape::of(source.text(), span);
    if colon && words.are(FRAGMENT_WORDS, FRAGMENT_LETTERS) {
        return (QuoteKind::Direct, INTRODUCED);
    }
    let whole = if words.spaced { shape.is_whole() || shape.capital && words.stop } else { words.stop };
    if whole && words.are(FRAGMENT_WORDS, FRAGMENT_LETTERS) {
        return (QuoteKind::Direct, WHOLE);
    }
    let least = if shape.capital && words.cased { CAPITAL_WORDS } else { FRAGMENT_WORDS };
    if words.are(least, WHOLE_LETTERS) { (QuoteKind::Partial, FRAGMENT) } else { (QuoteKind::NotQuote, NOBODY) }
}

/// The words of a quotation, as far as they are counted.
struct Words {
    count: usize,
    letters: usize,
    /// Words stand apart.
    spaced: bool,
    /// Letters have capitals.
    cased: bool,
    /// The last character within the marks ends a sentence.
    stop: bool,
}

impl Words {
    /// More letters say no more.
    const COUNTED: usize = 400;

    fn of(source: &Source, span: &Marked) -> Self {
        let mut words = Self { count: 0, letters: 0, spaced: true, cased: false, stop: false };
        let (mut in_word, mut wide) = (false, 0);
        let mut texts = span.parts.iter().map(|&part| source.slice(part));
        for letter in texts.clone().flat_map(str::chars).take(Self::COUNTED) {
            let word = is_word(letter) || in_word && !letter.is_whitespace() && Glyph::of(letter).is_none();
            words.count += usize::from(word && !in_word);
            words.letters += usize::from(is_word(letter));
            words.cased |= letter.is_lowercase() || letter.is_uppercase();
            wide += usize::from(is_unspaced(letter));
            in_word = word;
        }
        words.spaced = wide * 2 < words.letters.max(1);
        let last = texts.next_back().unwrap_or_default();
        let end = last.trim_end_matches(|letter: char| Glyph::of(letter).is_some() || letter.is_whitespace());
        words.stop = end.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।', ';']);
        words
    }

    /// Whether there are so many words, or letters where words do not stand apart.
    fn are(&self, words: usize, letters: usize) -> bool {
        if self.spaced { self.count >= words } else { self.letters >= letters }
    }
}

/// Whether a letter is of a script that writes without spaces between words.
fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

/// What stands before a quotation in its paragraph, without space behind.
fn before<'a>(source: &'a Source, span: &Marked) -> &'a str {
    let start = source.paragraph_at(span.start()).map_or(span.start(), |index| source.paragraphs()[index].start());
    source.slice(TextRange::new(start, span.start())).trim_end()
}

/// The name that opens the paragraph before a colon and the quotation, and the colon: "Anna Nowak: „…“". Each word has a
/// capital, small ones within aside; a single word may be "Question" in any language.
fn label(source: &Source, span: &Marked) -> Option<(TextRange, TextRange)> {
    let before = before(source, span);
    let name = before.strip_suffix([':', '：'])?.trim_end();
    // Before a quotation far into a paragraph all of that stands.
    if name.len() > LABEL_BYTES {
        return None;
    }
    let words = name.split_whitespace().count();
    let capitals = name.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
    let ends = [name.split_whitespace().next()?, name.split_whitespace().last()?];
    let is_name = (2..=LABEL_WORDS).contains(&words)
        && capitals + 1 >= words
        && capitals >= 2
        && ends.iter().all(|word| word.starts_with(char::is_uppercase))
        && name
            .chars()
            .all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '\u{a0}' | '-' | '’' | '\'' | '.'));
    let start = source.paragraph_at(span.start()).map(|index| source.paragraphs()[index].start())?;
    let end = start + TextSize::of(name);
    let colon = start + TextSize::of(before);
    let width = before.chars().next_back().map_or(1, char::len_utf8);
    let width = TextSize::new(u32::try_from(width).unwrap_or(1));
    is_name.then(|| (TextRange::new(start, end), TextRange::new(colon - width, colon)))
}

/// The one person of the lists within a label.
fn person(names: &Recognition, label: TextRange) -> Option<crate::entities::EntityIndex> {
    let from = names.mentions.partition_point(|mention| mention.range.start() < label.start());
    let mut inside = names.mentions[from..].iter().take_while(|mention| label.contains_range(mention.range));
    let only = inside.next().filter(|mention| mention.kind == EntityKind::Person)?;
    inside.next().is_none().then_some(only.entity)
}
