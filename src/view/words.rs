//! Words, sentences and edges: how the keyboard moves over the text and how a range grows and shrinks.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::{Source, TextRange, TextSize};

/// Which edge of a range moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// The left edge of left-to-right text.
    Start,
    /// The right edge.
    End,
}

/// How far and which way, in reading direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the border of the word before.
    WordBack,
    /// To the border of the word behind.
    WordOn,
    /// One grapheme back.
    CharBack,
    /// One grapheme on.
    CharOn,
}

/// Where the word cursor goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// The word before.
    WordBack,
    /// The word behind.
    WordOn,
    /// The first word of this sentence, or of the one before.
    SentenceBack,
    /// The first word of the next sentence.
    SentenceOn,
    /// The first word of this paragraph, or of the one before.
    ParagraphBack,
    /// The first word of the next paragraph.
    ParagraphOn,
}

/// Whether a paragraph runs from right to left: by its first letter that has a direction, as browsers decide it
/// (`dir=auto`).
pub fn is_right_to_left(text: &str) -> bool {
    let rtl = |character: char| {
        matches!(character, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}')
    };
    text.chars().find(|&character| character.is_alphabetic()).is_some_and(rtl)
}

/// The words of `bounds`; names joined by a hyphen or an apostrophe are one word.
pub fn words_of(source: &Source, bounds: TextRange) -> Vec<TextRange> {
    let text = source.slice(bounds);
    let base = bounds.start().get();
    let mut out: Vec<TextRange> = Vec::new();
    for (at, word) in text.unicode_word_indices() {
        let range = TextRange::at(base + at as u32, base + (at + word.len()) as u32);
        if let Some(last) = out.last_mut() {
            let gap = &text[(last.end().get() - base) as usize..at];
            if matches!(gap, "-" | "\u{2010}" | "\u{2011}" | "'" | "\u{2019}") {
                *last = last.cover(range);
                continue;
            }
        }
        out.push(range);
    }
    out
}

/// `range` with one edge moved by one step; `None` at the border of the paragraph or when nothing would be left.
pub fn grow(source: &Source, range: TextRange, edge: Edge, step: Step) -> Option<TextRange> {
    let at = match edge {
        Edge::Start => range.start(),
        Edge::End => range.end(),
    };
    let bounds = *source.paragraphs().iter().find(|paragraph| paragraph.start() <= at && at <= paragraph.end())?;
    let to = match step {
        Step::CharBack => grapheme_borders(source, bounds).rev().find(|&border| border < at)?,
        Step::CharOn => grapheme_borders(source, bounds).find(|&border| border > at)?,
        Step::WordBack | Step::WordOn => {
            let words = words_of(source, bounds);
            let borders = words.iter().map(|word| if edge == Edge::Start { word.start() } else { word.end() });
            if step == Step::WordBack {
                borders.rev().find(|&border| border < at)?
            } else {
                borders.into_iter().find(|&border| border > at)?
            }
        }
    };
    let (start, end) = match edge {
        Edge::Start => (to, range.end()),
        Edge::End => (range.start(), to),
    };
    (start < end).then(|| TextRange::new(start, end))
}

fn grapheme_borders(source: &Source, bounds: TextRange) -> impl DoubleEndedIterator<Item = TextSize> + '_ {
    let base = bounds.start().get();
    source
        .slice(bounds)
        .grapheme_indices(true)
        .map(move |(at, _)| TextSize::new(base + at as u32))
        .chain(std::iter::once(bounds.end()))
}

/// The word that the cursor reaches from `from`; `None` at the ends of the article.
pub fn move_cursor(source: &Source, from: TextRange, motion: Motion) -> Option<TextRange> {
    let paragraphs = source.paragraphs();
    let here = source.paragraph_at(from.start())?;
    let words = words_of(source, paragraphs[here]);
    let first_of = |index: usize| words_of(source, *paragraphs.get(index)?).first().copied();
    let before = |mut index: usize| loop {
        index = index.checked_sub(1)?;
        let words = words_of(source, paragraphs[index]);
        if !words.is_empty() {
            return Some(words);
        }
    };
    let after = || (here + 1..paragraphs.len()).find_map(first_of);
    match motion {
        Motion::WordOn => words.iter().find(|word| word.start() > from.start()).copied().or_else(after),
        Motion::WordBack => words
            .iter()
            .rev()
            .find(|word| word.end() <= from.start())
            .copied()
            .or_else(|| before(here)?.last().copied()),
        Motion::ParagraphOn => after(),
        Motion::ParagraphBack => match words.first() {
            Some(&first) if first.start() < from.start() => Some(first),
            _ => before(here)?.first().copied(),
        },
        Motion::SentenceOn => sentence_heads(source, paragraphs[here], &words)
            .into_iter()
            .find(|word| word.start() > from.start())
            .or_else(after),
        Motion::SentenceBack => {
            let heads = sentence_heads(source, paragraphs[here], &words);
            heads.into_iter().rev().find(|word| word.start() < from.start()).or_else(|| {
                let words = before(here)?;
                let bounds = paragraphs[source.paragraph_at(words[0].start())?];
                sentence_heads(source, bounds, &words).last().copied()
            })
        }
    }
}

/// The first word of each sentence (UAX #29) of a paragraph.
fn sentence_heads(source: &Source, bounds: TextRange, words: &[TextRange]) -> Vec<TextRange> {
    let base = bounds.start().get();
    let mut heads: Vec<TextRange> = source
        .slice(bounds)
        .split_sentence_bound_indices()
        .filter_map(|(at, _)| words.iter().find(|word| word.start().get() >= base + at as u32).copied())
        .collect();
    heads.dedup();
    heads
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Ana Díaz-Ruiz said no. She left.\n\nIn O\u{2019}Hare 👩\u{200d}🚒 waits.";

    fn source() -> Source {
        Source::new(TEXT)
    }

    fn find(words: &str) -> TextRange {
        let at = TEXT.find(words).expect("in the text");
        TextRange::at(at as u32, (at + words.len()) as u32)
    }

    #[test]
    fn words_keep_hyphens_and_apostrophes() {
        let source = source();
        let all: Vec<_> =
            source.paragraphs().iter().flat_map(|&p| words_of(&source, p)).map(|w| source.slice(w)).collect();
        assert_eq!(all, ["Ana", "Díaz-Ruiz", "said", "no", "She", "left", "In", "O\u{2019}Hare", "waits"]);
    }

    #[test]
    fn the_first_letter_gives_the_direction() {
        for (text, expected) in [("123 “שלום” said Ana", true), ("Ana said שלום", false), ("مرحبا", true), ("…", false)]
        {
            assert_eq!(is_right_to_left(text), expected, "{text}");
        }
    }

    #[test]
    fn edges_move_by_word_and_by_grapheme() {
        let source = source();
        let table = [
            ("Ana", Edge::End, Step::WordOn, Some("Ana Díaz-Ruiz")),
            ("Ana Díaz-Ruiz", Edge::End, Step::WordBack, Some("Ana")),
            ("Ana", Edge::End, Step::WordBack, None),
            ("Ana", Edge::Start, Step::WordBack, None),
            ("said", Edge::Start, Step::WordBack, Some("Díaz-Ruiz said")),
            ("said", Edge::End, Step::CharOn, Some("said ")),
            ("said", Edge::Start, Step::CharOn, Some("aid")),
            ("left.", Edge::End, Step::CharOn, None),
            ("O\u{2019}Hare ", Edge::End, Step::CharOn, Some("O\u{2019}Hare 👩\u{200d}🚒")),
        ];
        for (from, edge, step, expected) in table {
            let got = grow(&source, find(from), edge, step).map(|r| source.slice(r));
            assert_eq!(got, expected, "{from:?} {edge:?} {step:?}");
        }
    }

    #[test]
    fn the_cursor_moves_by_word_sentence_and_paragraph() {
        let source = source();
        let table = [
            ("Ana", Motion::WordOn, Some("Díaz-Ruiz")),
            ("left", Motion::WordOn, Some("In")),
            ("In", Motion::WordBack, Some("left")),
            ("Ana", Motion::WordBack, None),
            ("waits", Motion::WordOn, None),
            ("said", Motion::SentenceOn, Some("She")),
            ("said", Motion::SentenceBack, Some("Ana")),
            ("In", Motion::SentenceBack, Some("She")),
            ("left", Motion::ParagraphOn, Some("In")),
            ("waits", Motion::ParagraphBack, Some("In")),
            ("In", Motion::ParagraphBack, Some("Ana")),
        ];
        for (from, motion, expected) in table {
            let got = move_cursor(&source, find(from), motion).map(|r| source.slice(r));
            assert_eq!(got, expected, "{from:?} {motion:?}");
        }
    }
}
