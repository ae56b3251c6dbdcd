//! Text that no browser can draw in reasonable time: one letter under thousands of marks, directions nested thousands
//! deep, thousands of characters without a place to break the line. It is cut into parts that are drawn each for itself. Positions do not change, and no ordinary text is touched.

use crate::text::InOrder as _;

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// A user-perceived character of more code points than this is cut. The longest of any living script have about ten.
const MARKS: usize = 24;
/// Directions nested deeper than this are cut. The algorithm itself gives up at 125 (UAX #9, BD2).
const DEPTH: usize = 16;

/// A stretch of more bytes without a place to break the line is cut. The longest addresses have two thousand.
const UNBROKEN: usize = 4_000;
/// Into parts of so many bytes, at least.
const STRETCH: usize = 500;
/// From here on scripts break lines between their characters, not at spaces (Chinese, Japanese, Korean).
const BREAKS_ANYWHERE: char = '\u{2e80}';

/// The parts of a paragraph that must be drawn each for itself, in order; empty for all ordinary text.
pub(crate) fn strained(text: &str) -> Vec<Range<usize>> {
    let long = unbroken(text);
    if text.is_ascii() {
        return long;
    }
    let mut out = strained_by_marks(text);
    if !long.is_empty() {
        // What is cut already stays as it is.
        let free = |part: &Range<usize>| {
            let next = out.partition_point(|other: &Range<usize>| other.end <= part.start);
            out.get(next).is_none_or(|other| other.start >= part.end)
        };
        let long: Vec<_> = long.into_iter().filter(free).collect();
        out.extend(long);
        out.order_by_key(|part| part.start);
    }
    out
}

/// Stretches without a place to break the line, cut.
fn unbroken(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    if text.len() <= UNBROKEN {
        return out;
    }
    for stretch in text.split(|c: char| c.is_whitespace() || c >= BREAKS_ANYWHERE) {
        let start = stretch.as_ptr().addr() - text.as_ptr().addr();
        if stretch.len() > UNBROKEN {
            let mut at = start;
            for (offset, character) in stretch.grapheme_indices(true) {
                let end = start + offset + character.len();
                if end - at >= STRETCH || end == start + stretch.len() {
                    out.push(at..end);
                    at = end;
                }
            }
        }
    }
    out
}

/// The parts that too many marks or turns make, in order.
fn strained_by_marks(text: &str) -> Vec<Range<usize>> {
    let turns = turned(text);
    let mut out = Vec::new();
    let mut at = 0;
    for part in turns {
        marked(text, at..part.start, false, &mut out);
        marked(text, part.clone(), true, &mut out);
        at = part.end;
    }
    marked(text, at..text.len(), false, &mut out);
    out
}

/// The parts of `range` that characters of too many marks make; with what stands between them when it is `all` to be cut.
fn marked(text: &str, range: Range<usize>, all: bool, out: &mut Vec<Range<usize>>) {
    let mut rest = range.start;
    for run in foreign(&text[range.clone()]) {
        for (start, character) in text[range.start + run.start..range.start + run.end].grapheme_indices(true) {
            if character.len() <= MARKS {
                continue;
            }
            let start = range.start + run.start + start;
            let mut points = character.char_indices().step_by(MARKS).map(|(at, _)| start + at).skip(1);
            let Some(first) = points.next() else { continue };
            if all && rest < start {
                out.push(rest..start);
            }
            out.push(start..first);
            let mut from = first;
            for point in points.chain([start + character.len()]) {
                out.push(from..point);
                from = point;
            }
            rest = from;
        }
    }
    if all && rest < range.end {
        out.push(rest..range.end);
    }
}

/// Runs of more than [`MARKS`] bytes that are not ASCII, with the character before them: only they can hold such a
/// character.
fn foreign(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = None;
    for (at, byte) in text.bytes().chain([b' ']).enumerate() {
        match (start, byte.is_ascii()) {
            (None, false) => start = Some(at),
            (Some(from), true) => {
                if at - from > MARKS {
                    out.push(text.floor_char_boundary(from.saturating_sub(1))..at);
                }
                start = None;
            }
            _ => {}
        }
    }
    out
}

/// The parts of a text whose directions nest too deep, each with few enough of them.
fn turned(text: &str) -> Vec<Range<usize>> {
    let opens = |character: char| {
        matches!(character, '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' | '\u{2066}'..='\u{2068}')
    };
    let closes = |character: char| matches!(character, '\u{202c}' | '\u{2069}');
    let (mut depth, mut deepest, mut openings) = (0_usize, 0, Vec::new());
    for (at, c) in text.char_indices().filter(|(_, character)| *character >= '\u{202a}') {
        if opens(c) {
            depth += 1;
            deepest = deepest.max(depth);
            openings.push(at);
        } else if closes(c) {
            depth = depth.saturating_sub(1);
        }
    }
    if deepest <= DEPTH {
        return Vec::new();
    }
    let starts = openings.iter().step_by(DEPTH).copied();
    let ends = starts.clone().skip(1).chain([text.len()]);
    starts.zip(ends).map(|(start, end)| start..end).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_text_is_left_alone() {
        for text in [
            "plain",
            "Ana Díaz said “cafe\u{301}” 👩‍👩‍👧‍👦🇰🇿",
            "सर्वोच्च न्यायालय ने कहा",
            "בְּרֵאשִׁית בָּרָא אֱלֹהִים",
            "ཧཱུྃ་བཛྲ",
            "a \u{2067}אבג\u{2069} b \u{2067}דהו\u{2069} c",
            &"東京で会議が開かれた。".repeat(500),
            &format!("https://example.org/{}", "a/".repeat(900)),
        ] {
            assert!(strained(text).is_empty(), "{text}");
        }
        let isolates = "a \u{2067}א\u{2069} b ".repeat(500);
        assert!(strained(&isolates).is_empty());
    }

    #[test]
    fn parts_are_small_in_order_and_whole() {
        let marks = format!("Z{} and x", "\u{301}".repeat(1_000));
        let turns = "א\u{202e}".repeat(1_000);
        let both = format!("a {turns} b {marks} c");
        for text in [&marks, &turns, &both, &"\u{301}".repeat(999), &"«“(„…“)”»".repeat(2_000), &"a".repeat(20_000)]
        {
            let parts = strained(text);
            assert!(parts.len() > 20);
            assert!(parts.windows(2).all(|pair| pair[0].end <= pair[1].start));
            for part in &parts {
                let characters = text[part.clone()].chars().count();
                let most = if text.contains('“') || text.contains("aaa") { STRETCH + 1 } else { 2 * MARKS };
                assert!((1..=most).contains(&characters) || part.end == text.len(), "{characters} in {part:?}");
            }
        }
    }
}
