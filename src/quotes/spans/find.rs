//! Everything that stands in marks, behind a dialogue dash or in a block of its own, level by level.

use crate::quotes::spans::lines::Line;
use crate::quotes::spans::pairing::{self, Marked};
use crate::quotes::spans::{layout, nesting};
use crate::segment::Segmentation;
use crate::text::{Source, TextRange};
use crate::vocabulary::BlockKind;

/// Everything that stands in marks or behind a dialogue dash, in order: the outermost, those that stand in one of them,
/// and so on.
pub(crate) fn spans(source: &Source, paragraphs: &[TextRange], lines: &[Line]) -> Vec<Vec<Marked>> {
    let mut out = pairing::pair(source.text(), paragraphs);
    // What a transcript's line quotes stands within that line's words.
    let mut line = lines.iter().flat_map(|around| &around.parts).peekable();
    let mut inside = Vec::new();
    out.retain(|span| {
        while line.peek().is_some_and(|around| around.end() <= span.start()) {
            line.next();
        }
        let Some(around) = line.peek().filter(|around| around.start() <= span.start()) else {
            // What begins outside and ends within a line is a stray mark's.
            let crosses = |around: &TextRange| {
                span.parts.iter().any(|part| {
                    part.overlaps(*around) && !part.contains_range(*around) && !around.contains_range(*part)
                })
            };
            return !line.clone().take_while(|around| around.start() < span.end()).any(crosses);
        };
        if span.end() <= around.end() {
            inside.push(span.clone());
        }
        false
    });
    let (dashes, blocks) = (layout::dashes(source, paragraphs), layout::blocks(source, paragraphs));
    if !dashes.is_empty() || !blocks.is_empty() {
        out.extend(dashes);
        out.extend(blocks);
        out.sort_by_key(|span| (span.start(), std::cmp::Reverse(span.end())));
    }
    nesting::levels(out, inside)
}

/// The paragraphs to read: page furniture, dates and captions stay out.
pub(crate) fn readable(segmentation: &Segmentation) -> Vec<TextRange> {
    blocks(segmentation, BlockKind::is_read)
}

/// The paragraphs of running text, and headings: a short question may look like one.
pub(crate) fn body(segmentation: &Segmentation) -> Vec<TextRange> {
    blocks(segmentation, |kind| kind.is_text() || kind == BlockKind::Heading)
}

fn blocks(segmentation: &Segmentation, wanted: impl Fn(BlockKind) -> bool) -> Vec<TextRange> {
    let mut out = Vec::with_capacity(segmentation.blocks.len());
    out.extend(segmentation.blocks.iter().filter(|block| wanted(block.kind)).map(|block| block.range));
    out
}
