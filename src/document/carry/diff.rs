//! Which elements of two sequences are the same ones, in order.
//!
//! Own code, because no text may cost more than in proportion to its length: the common crates bound their work by a clock,
//! which this program has not, or by the square root of the length. Elements that stand once on both sides are anchors,
//! again and again between the anchors found; what then remains is compared to the end only if few elements differ.

use std::ops::Range;

use crate::text::InOrder as _;

/// How often the stretches between anchors are searched for further anchors.
const DEPTH: usize = 12;
/// The most elements that may differ in a stretch without anchors.
const MOST_DIFFERENT: usize = 160;

/// A stretch of both sequences that is not compared yet.
struct Job {
    old: Range<usize>,
    new: Range<usize>,
    depth: usize,
}

/// How often an element stands in a stretch, and where last.
#[derive(Clone, Copy, Default)]
struct Seen {
    old: u32,
    new: u32,
    at: usize,
}

/// Pairs of places with the same element, rising on both sides. Elements are numbers below `numbers`.
pub(crate) fn common(old: &[u32], new: &[u32], numbers: usize) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut seen = vec![Seen::default(); numbers];
    let mut jobs = vec![Job { old: 0..old.len(), new: 0..new.len(), depth: 0 }];
    while let Some(job) = jobs.pop() {
        if job.old.is_empty() || job.new.is_empty() {
            continue;
        }
        let anchors = if job.depth < DEPTH { anchors(old, new, &job, &mut seen) } else { Vec::new() };
        if anchors.is_empty() {
            compare(old, new, job, &mut pairs);
            continue;
        }
        between(old, new, &job, &anchors, &mut pairs, &mut jobs);
    }
    pairs.order();
    pairs
}

/// The longest rising row of elements that stand once on both sides.
fn anchors(old: &[u32], new: &[u32], job: &Job, seen: &mut [Seen]) -> Vec<(usize, usize)> {
    for &element in &old[job.old.clone()] {
        seen[element as usize].old += 1;
    }
    for at in job.new.clone() {
        let here = &mut seen[new[at] as usize];
        here.new += 1;
        here.at = at;
    }
    let once = |at: &usize| {
        let here = seen[old[*at] as usize];
        (here.old == 1 && here.new == 1).then_some((*at, here.at))
    };
    let found: Vec<_> = job.old.clone().filter_map(|at| once(&at)).collect();
    for &element in old[job.old.clone()].iter().chain(&new[job.new.clone()]) {
        seen[element as usize] = Seen::default();
    }
    rising(&found)
}

/// Keeps the anchors with what is equal right around them; what lies between becomes jobs.
fn between(
    old: &[u32],
    new: &[u32],
    job: &Job,
    anchors: &[(usize, usize)],
    pairs: &mut Vec<(usize, usize)>,
    jobs: &mut Vec<Job>,
) {
    let mut from = (job.old.start, job.new.start);
    for &(old_at, new_at) in anchors {
        if old_at < from.0 || new_at < from.1 {
            continue;
        }
        let mut start = (old_at, new_at);
        while start.0 > from.0 && start.1 > from.1 && old[start.0 - 1] == new[start.1 - 1] {
            start = (start.0 - 1, start.1 - 1);
        }
        jobs.push(Job { old: from.0..start.0, new: from.1..start.1, depth: job.depth + 1 });
        let mut end = start;
        while end.0 < job.old.end && end.1 < job.new.end && old[end.0] == new[end.1] {
            pairs.push(end);
            end = (end.0 + 1, end.1 + 1);
        }
        from = end;
    }
    jobs.push(Job { old: from.0..job.old.end, new: from.1..job.new.end, depth: job.depth + 1 });
}

/// The longest selection of `pairs`, whose first members rise, in which the second members rise as well.
pub(crate) fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // The last pair of the best row of each length, and the pair before each.
    let (mut tails, mut before): (Vec<usize>, Vec<Option<usize>>) = (Vec::new(), Vec::with_capacity(pairs.len()));
    for (index, &(_, second)) in pairs.iter().enumerate() {
        let place = tails.partition_point(|&tail| pairs[tail].1 < second);
        before.push(place.checked_sub(1).map(|length| tails[length]));
        if place == tails.len() {
            tails.push(index);
        } else {
            tails[place] = index;
        }
    }
    let mut row = Vec::with_capacity(tails.len());
    let mut at = tails.last().copied();
    while let Some(index) = at {
        row.push(pairs[index]);
        at = before[index];
    }
    row.reverse();
    row
}

/// A stretch without anchors: its equal ends, and all that is common if little differs.
fn compare(old: &[u32], new: &[u32], job: Job, pairs: &mut Vec<(usize, usize)>) {
    let Job { old: mut left, new: mut right, .. } = job;
    while !left.is_empty() && !right.is_empty() && old[left.start] == new[right.start] {
        pairs.push((left.start, right.start));
        (left.start, right.start) = (left.start + 1, right.start + 1);
    }
    while !left.is_empty() && !right.is_empty() && old[left.end - 1] == new[right.end - 1] {
        (left.end, right.end) = (left.end - 1, right.end - 1);
        pairs.push((left.end, right.end));
    }
    if !left.is_empty() && !right.is_empty() {
        let found = shortest_edit(&old[left.clone()], &new[right.clone()]);
        pairs.extend(found.into_iter().map(|(one, other)| (left.start + one, right.start + other)));
    }
}

/// The greedy algorithm of Myers (1986), given up when more than `MOST_DIFFERENT` elements differ.
fn shortest_edit(old: &[u32], new: &[u32]) -> Vec<(usize, usize)> {
    let most = (old.len() + new.len()).min(MOST_DIFFERENT);
    // Diagonal `middle` starts at the beginning of both; the farthest place on each, counted in `old`.
    let middle = most + 1;
    let mut farthest = vec![0_usize; 2 * middle + 1];
    let mut rounds: Vec<Vec<usize>> = Vec::new();
    for round in 0..=most {
        rounds.push(farthest[middle - round..=middle + round].to_vec());
        for diagonal in (middle - round..=middle + round).step_by(2) {
            let mut at = step(&farthest, diagonal, middle, round).1;
            while at < old.len() && new.get(at + middle - diagonal).is_some_and(|element| *element == old[at]) {
                at += 1;
            }
            farthest[diagonal] = at;
            if at == old.len() && at + middle - diagonal == new.len() {
                return walk_back(&rounds, middle, round, diagonal, at);
            }
        }
    }
    Vec::new()
}

/// From which diagonal the farthest place on `diagonal` is reached in this round, and where it then begins there.
fn step(farthest: &[usize], diagonal: usize, middle: usize, round: usize) -> (usize, usize) {
    if round == 0 {
        return (diagonal, 0);
    }
    let (lowest, highest) = (middle - round, middle + round);
    let down = diagonal == lowest || (diagonal != highest && farthest[diagonal - 1] < farthest[diagonal + 1]);
    if down { (diagonal + 1, farthest[diagonal + 1]) } else { (diagonal - 1, farthest[diagonal - 1] + 1) }
}

fn walk_back(
    rounds: &[Vec<usize>],
    middle: usize,
    last: usize,
    mut diagonal: usize,
    mut at: usize,
) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for round in (0..=last).rev() {
        let mut farthest = vec![0; 2 * middle + 1];
        farthest[middle - round..=middle + round].copy_from_slice(&rounds[round]);
        let (from, start) = step(&farthest, diagonal, middle, round);
        while at > start {
            at -= 1;
            pairs.push((at, at + middle - diagonal));
        }
        if round > 0 {
            at = farthest[from];
            diagonal = from;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<u32> {
        text.bytes().map(u32::from).collect()
    }

    fn kept(old: &str, new: &str) -> String {
        let pairs = common(&numbers(old), &numbers(new), 256);
        assert!(pairs.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 < pair[1].1), "{old} {new}: {pairs:?}");
        pairs
            .iter()
            .map(|&(one, other)| {
                assert_eq!(old.as_bytes()[one], new.as_bytes()[other]);
                char::from(old.as_bytes()[one])
            })
            .collect()
    }

    #[test]
    fn what_is_common_is_found() {
        for (old, new, expected) in [
            ("", "abc", ""),
            ("abc", "abc", "abc"),
            ("abcabba", "cbabac", "baba"),
            ("aXbaYb", "baYb", "baYb"),
            ("aaaa", "aaa", "aaa"),
            ("aabb", "bbaa", "bb"),
            ("abcdef", "ghijkl", ""),
        ] {
            assert_eq!(kept(old, new).len(), expected.len(), "{old} {new}: {}", kept(old, new));
        }
    }

    #[test]
    fn a_long_stretch_with_nothing_in_common_is_given_up() {
        assert_eq!(kept(&"ab".repeat(500), &"cd".repeat(500)), "");
        assert_eq!(kept(&"ab".repeat(500), &format!("{}x{}", "ab".repeat(250), "ab".repeat(250))).len(), 1000);
    }

    #[test]
    fn the_longest_rising_row() {
        assert_eq!(rising(&[(0, 5), (1, 1), (2, 2), (3, 0), (4, 3)]), [(1, 1), (2, 2), (4, 3)]);
        assert_eq!(rising(&[]), []);
    }
}
