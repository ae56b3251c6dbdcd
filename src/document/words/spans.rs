//! Many ranges, asked at once whether any of them overlaps another.

use crate::text::{InOrder as _, TextRange};

/// Ranges that answer whether any of them overlaps another.
#[derive(Default)]
pub(crate) struct Spans {
    /// Sorted by start; the second value is the largest end so far.
    sorted: Vec<(u32, u32)>,
}

impl Spans {
    pub(crate) fn new(mut ranges: Vec<TextRange>) -> Self {
        ranges.order();
        let mut end = 0;
        let sorted = ranges.into_iter().map(|range| {
            end = end.max(range.end().get());
            (range.start().get(), end)
        });
        Self { sorted: sorted.collect() }
    }

    pub(crate) fn overlaps(&self, range: TextRange) -> bool {
        let before = self.sorted.partition_point(|&(start, _)| start < range.end().get());
        before > 0 && self.sorted[before - 1].1 > range.start().get()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_and_touching_ranges() {
        let spans = Spans::new(vec![TextRange::at(5, 6), TextRange::at(2, 12), TextRange::at(20, 21)]);
        for (start, end, expected) in
            [(0, 2, false), (0, 3, true), (8, 9, true), (12, 20, false), (20, 30, true), (21, 30, false)]
        {
            assert_eq!(spans.overlaps(TextRange::at(start, end)), expected, "{start}..{end}");
        }
        assert!(!Spans::default().overlaps(TextRange::at(0, 9)));
    }
}
