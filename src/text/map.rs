//! Conversion between bytes, UTF-16 code units and code points.

use super::{CharOffset, TextSize, Unchecked, Utf16Offset};

/// How often a position is remembered: one checkpoint for each so many bytes.
const STRIDE: usize = 64;

/// The three counts at one byte position.
#[derive(Clone, Copy, Debug)]
struct Checkpoint {
    byte: u32,
    utf16: u32,
    chars: u32,
}

/// Converts positions of one text between bytes, UTF-16 code units and code points.
///
/// An all-ASCII text needs no table. Any other has a checkpoint every 64 bytes or so: a conversion is a binary search
/// and a walk of at most that many bytes.
#[derive(Clone, Debug)]
pub struct OffsetMap {
    /// Empty when the text is ASCII.
    checkpoints: Vec<Checkpoint>,
    len: Checkpoint,
}

impl OffsetMap {
    /// The map of `text`.
    pub fn new(text: &str) -> Self {
        let mut here = Checkpoint { byte: 0, utf16: 0, chars: 0 };
        let mut checkpoints = Vec::new();
        if text.is_ascii() {
            let count = TextSize::of(text).get();
            return Self { checkpoints, len: Checkpoint { byte: count, utf16: count, chars: count } };
        }
        let mut next = 0;
        while let Some(&first) = text.as_bytes().get(here.byte as usize) {
            if here.byte as usize >= next {
                checkpoints.push(here);
                next = here.byte as usize + STRIDE;
            }
            here = step(here, first);
        }
        Self { checkpoints, len: here }
    }

    /// The length of the text in code points.
    pub fn char_len(&self) -> CharOffset {
        CharOffset(self.len.chars)
    }

    /// The length of the text in UTF-16 code units.
    pub fn utf16_len(&self) -> Utf16Offset {
        Utf16Offset(self.len.utf16)
    }

    /// The UTF-16 position of a byte position of the same text.
    pub fn to_utf16(&self, text: &str, offset: TextSize) -> Utf16Offset {
        Utf16Offset(self.seek(text, offset.get(), |character| character.byte).utf16)
    }

    /// The code point position of a byte position of the same text.
    pub fn to_char(&self, text: &str, offset: TextSize) -> CharOffset {
        CharOffset(self.seek(text, offset.get(), |character| character.byte).chars)
    }

    /// The byte position of a UTF-16 position; `None` past the end or inside a surrogate pair.
    pub fn resolve_utf16(&self, text: &str, offset: Unchecked<Utf16Offset>) -> Option<TextSize> {
        let found = self.seek(text, offset.0.0, |character| character.utf16);
        (found.utf16 == offset.0.0).then_some(TextSize::new(found.byte))
    }

    /// The byte position of a code point position; `None` past the end.
    pub fn resolve_char(&self, text: &str, offset: Unchecked<CharOffset>) -> Option<TextSize> {
        let found = self.seek(text, offset.0.0, |character| character.chars);
        (found.chars == offset.0.0).then_some(TextSize::new(found.byte))
    }

    /// The last character boundary whose count (by `unit`) is not beyond `target`.
    fn seek(&self, text: &str, target: u32, unit: impl Fn(&Checkpoint) -> u32) -> Checkpoint {
        if self.checkpoints.is_empty() {
            let count = target.min(self.len.byte);
            return Checkpoint { byte: count, utf16: count, chars: count };
        }
        let after = self.checkpoints.partition_point(|character| unit(character) <= target);
        let mut here = self.checkpoints[after.saturating_sub(1)];
        while let Some(&first) = text.as_bytes().get(here.byte as usize) {
            let next = step(here, first);
            if unit(&next) > target {
                break;
            }
            here = next;
        }
        here
    }
}

/// Past the character that begins with the byte `first`, which says how long it is (RFC 3629, section 3).
#[inline]
fn step(at: Checkpoint, first: u8) -> Checkpoint {
    let (bytes, units) = match first {
        0..0x80 => (1, 1),
        0x80..0xE0 => (2, 1),
        0xE0..0xF0 => (3, 1),
        0xF0.. => (4, 2),
    };
    Checkpoint { byte: at.byte + bytes, utf16: at.utf16 + units, chars: at.chars + 1 }
}
