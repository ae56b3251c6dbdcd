//! Where a span of a file lies in the text, also when its offsets were counted in another unit or the text was edited.

use super::record::SpanRecord;
use crate::formats::native::grams::Grams;
use crate::text::{CharOffset, Source, TextRange, TextSize, Unchecked, Utf16Offset};

/// What had to be repaired to open a file, as data: who shows it has the words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repairs {
    /// Offsets were counted in this unit instead of code points.
    pub unit: Option<Unit>,
    /// Spans found elsewhere by their words.
    pub moved: usize,
    /// Annotations left out because their words are not in the text.
    pub dropped: usize,
    /// The text is not the one that was saved.
    pub text_changed: bool,
    /// The roles of paragraphs do not fit the text and start anew.
    pub roles_lost: bool,
    /// The undo history does not fit and starts anew.
    pub history_lost: bool,
    /// The last changes before the page was left, which could not be read.
    pub changes_lost: usize,
}

impl Repairs {
    /// Whether nothing was repaired.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A unit in which offsets may have been counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Unicode code points, as the format wants it.
    CodePoints,
    /// UTF-16 code units.
    Utf16,
    /// Bytes of UTF-8.
    Bytes,
}

/// Finds the spans of one file in its text.
pub(super) struct Anchor<'a> {
    source: &'a Source,
    unit: Unit,
    /// Made for the first span whose words are not where they should be.
    grams: Option<Grams<'a>>,
    pub(super) repairs: Repairs,
}

impl<'a> Anchor<'a> {
    /// Chooses the unit in which most of `spans` cover the words they say.
    pub(super) fn new<'b>(source: &'a Source, spans: &(impl Iterator<Item = &'b SpanRecord<'b>> + Clone)) -> Self {
        let hits = |unit: Unit| spans.clone().filter(|span| exact(source, span, unit).is_some()).count();
        let mut best = (hits(Unit::CodePoints), Unit::CodePoints);
        // A file of this program's own is right at once.
        if best.0 < spans.clone().count() {
            for unit in [Unit::Utf16, Unit::Bytes] {
                let found = hits(unit);
                if found > best.0 {
                    best = (found, unit);
                }
            }
        }
        let unit = best.1;
        let repairs = Repairs { unit: (unit != Unit::CodePoints).then_some(unit), ..Repairs::default() };
        Self { source, unit, grams: None, repairs }
    }

    /// Where a span lies; found by its words, nearest to where it should be, when they are not there.
    pub(super) fn place(&mut self, span: &SpanRecord<'_>) -> Option<TextRange> {
        if let Some(range) = exact(self.source, span, self.unit) {
            return Some(range);
        }
        let words = span.text.as_deref().filter(|word| !word.trim().is_empty())?;
        let text = self.source.text();
        let expected = resolve(self.source, span.start, self.unit).map_or(text.len(), TextSize::index);
        let at = self.grams.get_or_insert_with(|| Grams::new(text)).nearest(words, expected)?;
        let range = TextRange::at(at as u32, (at + words.len()) as u32);
        if !crate::document::is_whole(self.source, range) {
            return None;
        }
        self.repairs.moved += 1;
        Some(range)
    }
}

fn resolve(source: &Source, offset: u32, unit: Unit) -> Option<TextSize> {
    let (text, map) = (source.text(), source.map());
    match unit {
        Unit::CodePoints => map.resolve_char(text, Unchecked(CharOffset(offset))),
        Unit::Utf16 => map.resolve_utf16(text, Unchecked(Utf16Offset(offset))),
        Unit::Bytes => text.is_char_boundary(offset as usize).then(|| TextSize::new(offset)),
    }
}

/// The range of a span in this unit, if it covers the words that the span says (or the span says none).
fn exact(source: &Source, span: &SpanRecord<'_>, unit: Unit) -> Option<TextRange> {
    let (start, end) = (resolve(source, span.start, unit)?, resolve(source, span.end, unit)?);
    if start >= end {
        return None;
    }
    let range = TextRange::new(start, end);
    let same = span.text.as_deref().is_none_or(|words| source.slice(range) == words);
    (same && crate::document::is_whole(source, range)).then_some(range)
}
