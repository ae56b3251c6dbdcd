//! Flat segments from ranges that nest and cross: the text is cut at every border, each piece knows what covers it.

use crate::text::{InOrder as _, TextRange, TextSize};

/// One range to lay over the text, with a value the caller recognizes it by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layer<T> {
    /// What it covers.
    pub range: TextRange,
    /// Whose it is.
    pub value: T,
}

/// One piece of text between two neighboring borders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sweep {
    /// The piece. Never empty.
    pub range: TextRange,
    /// Indices of the layers that cover it, smallest layer first, then the earlier one.
    pub layers: Vec<usize>,
}

/// Cuts `bounds` at every border of `layers`. The pieces are disjoint, in order and cover `bounds` without a gap.
/// Empty layers and what lies outside `bounds` cover nothing.
pub fn sweep<T>(bounds: TextRange, layers: &[Layer<T>]) -> Vec<Sweep> {
    let mut events: Vec<(TextSize, bool, usize)> = Vec::with_capacity(layers.len() * 2);
    for (i, layer) in layers.iter().enumerate() {
        if let Some(range) = layer.range.intersect(bounds) {
            events.push((range.start(), true, i));
            events.push((range.end(), false, i));
        }
    }
    events.order();
    let mut out: Vec<Sweep> = Vec::with_capacity(events.len() + 1);
    let mut active: Vec<usize> = Vec::new();
    let mut here = bounds.start();
    let mut next = events.into_iter().peekable();
    loop {
        let until = next.peek().map_or(bounds.end(), |event| event.0);
        if here < until {
            out.push(Sweep { range: TextRange::new(here, until), layers: active.clone() });
            here = until;
        }
        let Some((_, starts, i)) = next.next() else { break };
        if starts {
            let key = |index: usize| (layers[index].range.len(), layers[index].range.start(), index);
            let at = active.partition_point(|&other| key(other) < key(i));
            active.insert(at, i);
        } else {
            active.retain(|&other| other != i);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(bounds: (u32, u32), ranges: &[(u32, u32)]) -> String {
        let layers: Vec<_> =
            ranges.iter().map(|&(start, end)| Layer { range: TextRange::at(start, end), value: () }).collect();
        sweep(TextRange::at(bounds.0, bounds.1), &layers)
            .iter()
            .map(|piece| format!("{:?}{:?}", piece.range, piece.layers))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn cuts_at_every_border_and_names_the_smallest_first() {
        type Case<'a> = (&'a str, (u32, u32), &'a [(u32, u32)], &'a str);
        let table: &[Case<'_>] = &[
            ("nothing", (0, 5), &[], "0..5[]"),
            ("empty paragraph", (3, 3), &[(3, 3)], ""),
            ("one", (0, 9), &[(2, 4)], "0..2[] 2..4[0] 4..9[]"),
            ("nested", (0, 9), &[(1, 8), (3, 5)], "0..1[] 1..3[0] 3..5[1, 0] 5..8[0] 8..9[]"),
            ("crossing", (0, 9), &[(1, 5), (3, 9)], "0..1[] 1..3[0] 3..5[0, 1] 5..9[1]"),
            ("same range", (0, 4), &[(0, 4), (0, 4)], "0..4[0, 1]"),
            ("touching", (0, 4), &[(0, 2), (2, 4)], "0..2[0] 2..4[1]"),
            ("reaching out of the paragraph", (5, 9), &[(0, 7), (8, 20)], "5..7[0] 7..8[] 8..9[1]"),
            ("elsewhere", (5, 9), &[(0, 5), (9, 12), (6, 6)], "5..9[]"),
        ];
        for (name, bounds, ranges, expected) in table {
            assert_eq!(cut(*bounds, ranges), *expected, "{name}");
        }
    }
}
