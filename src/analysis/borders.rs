//! Where the ranges of an analysis are made final: on borders of graphemes, so that nothing that is drawn as one character
//! is cut in two, whatever combining marks stand behind a blank, a quotation mark or a stop.
//!
//! Every border goes to the next one of a grapheme that is not before it: order and nesting stay as they were.

use unicode_segmentation::GraphemeCursor;

use crate::entities::Recognition;
use crate::quotes::Quote;
use crate::text::{Source, TextRange, TextSize};

/// Moves all ranges to borders of graphemes.
pub(super) fn settle(source: &Source, names: &mut Recognition, quotes: &mut [Quote]) {
    let text = source.text();
    if text.is_ascii() {
        return;
    }
    let settle = |range: &mut TextRange| *range = whole(text, *range);
    names.mentions.iter_mut().for_each(|mention| settle(&mut mention.range));
    for quote in quotes {
        quote.parts.iter_mut().for_each(settle);
        quote.cue.iter_mut().for_each(settle);
        quote.speaker.iter_mut().for_each(|speaker| settle(&mut speaker.range));
        quote.candidates.iter_mut().for_each(|candidate| settle(&mut candidate.range));
    }
}

/// `range` between borders of graphemes: what lies within one grapheme becomes the whole of it.
fn whole(text: &str, range: TextRange) -> TextRange {
    let (start, end) = (range.start().index(), range.end().index());
    let (first, last) = (next_border(text, start), next_border(text, end));
    let first = if first < last { first } else { border_before(text, start) };
    if (first, last) == (start, end) {
        return range;
    }
    TextRange::new(TextSize::of(&text[..first]), TextSize::of(&text[..last]))
}

/// Whether a border at `at` needs no look at what is around it: between two ASCII characters, of which none is a carriage
/// return, there always is one.
fn is_plain(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let ascii = |at: usize| bytes.get(at).is_none_or(|byte| byte.is_ascii() && *byte != b'\n');
    at == 0 || at == text.len() || ascii(at - 1) && ascii(at)
}

/// The first border of a grapheme at `at` or behind it.
fn next_border(text: &str, at: usize) -> usize {
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    if is_plain(text, at) || cursor.is_boundary(text, 0).unwrap_or(true) {
        return at;
    }
    cursor.next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
}

/// The last border of a grapheme before `at`, which is none.
fn border_before(text: &str, at: usize) -> usize {
    GraphemeCursor::new(at, text.len(), true).prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, from: usize, to: usize) -> &str {
        let range = TextRange::new(TextSize::of(&text[..from]), TextSize::of(&text[..to]));
        let range = whole(text, range);
        &text[range.start().index()..range.end().index()]
    }

    #[test]
    fn borders_lie_between_graphemes() {
        let text = "a \u{345}U.S.\u{301} “b”";
        let at = |part: &str| text.find(part).expect("is there");
        assert_eq!(words(text, at("\u{345}"), at("S")), "U.");
        assert_eq!(words(text, at("U"), at("\u{301}")), "U.S.\u{301}");
        assert_eq!(words(text, at("\u{345}"), at("U")), " \u{345}");
        assert_eq!(words(text, at("“"), text.len()), "“b”");
    }
}
