//! The word cursor: choosing words without a mouse.

use crate::text::{Source, TextRange};
use crate::view::{Motion, move_cursor, words_of};

/// Words that are chosen, and the word at which choosing them began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WordCursor {
    pub(crate) words: TextRange,
    pub(crate) anchor: TextRange,
}

/// The first word of an article.
pub(crate) fn first_word(source: &Source) -> Option<TextRange> {
    source.paragraphs().iter().find_map(|&paragraph| words_of(source, paragraph).first().copied())
}

impl WordCursor {
    /// The cursor after a motion; `extend` keeps where it began.
    pub(crate) fn moved(self, source: &Source, motion: Motion, extend: bool) -> Option<Self> {
        let Self { words, anchor } = self;
        // The end that moves is the one away from the anchor.
        let moving = if anchor.start() > words.start() {
            TextRange::new(words.start(), words.start())
        } else {
            words_of(source, words).last().copied().unwrap_or(words)
        };
        let word = move_cursor(source, if extend { moving } else { anchor }, motion)?;
        Some(if extend { Self { words: anchor.cover(word), anchor } } else { Self { words: word, anchor: word } })
    }
}
