//! Where articles lie in a pasted page: stretches of lines that are worth much more than what interrupts them.

use std::ops::Range;

/// A stretch of lines and the sum of their points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) lines: Range<usize>,
    pub(super) worth: i32,
}

/// What stands within an article costs less than this; more divides two.
const DIVIDES: i32 = 90;

/// The stretches of `points`, in order and disjoint: each starts and ends with a line that is worth something, and no
/// part of it costs what it is worth so far, or [`DIVIDES`].
///
/// What was read behind the best end is read again, at most [`DIVIDES`] times: each time the sums stay within fewer points.
pub(super) fn stretches(points: &[i32]) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut start = 0;
    while start < points.len() {
        if points[start] <= 0 {
            start += 1;
            continue;
        }
        let (mut sum, mut best) = (0, Stretch { lines: start..start, worth: 0 });
        for (index, &value) in points.iter().enumerate().skip(start) {
            sum += value;
            if sum > best.worth {
                best = Stretch { lines: start..index + 1, worth: sum };
            }
            if sum <= 0 || sum <= best.worth - DIVIDES {
                break;
            }
        }
        start = best.lines.end;
        found.push(best);
    }
    found
}
