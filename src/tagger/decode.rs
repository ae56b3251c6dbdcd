//! The best labels of a run of tokens (Viterbi), and how far behind every other class is at each token.
#![expect(clippy::needless_range_loop, reason = "several rows are walked by one label number")]

use crate::tagger::labels::{CLASSES, LABELS, Label, allowed};
use crate::tagger::weights::Scores;

/// How far behind the best labeling the best one is that gives a token no name (first) or a name of each class: 0 or
/// less, in units of weight.
pub type Odds = [i32; CLASSES + 1];

/// Far below any score: two of them can be added, with scores, and do not overflow.
pub(super) const NEVER: i32 = i32::MIN / 4;

/// Every so many tokens the best score becomes 0, so that sums stay small on runs of any length.
const LEVEL: usize = 64;

/// The labels that may follow any other: outside, and the first token of a name of each class.
const OPEN: [usize; CLASSES + 1] = [0, 1, 3, 5, 7];

/// Transition scores with the forbidden ones ruled out.
pub(super) fn rule_out(mut transitions: [Scores; LABELS]) -> [Scores; LABELS] {
    for (from, row) in transitions.iter_mut().enumerate() {
        for (to, score) in row.iter_mut().enumerate() {
            if !allowed(from, to) {
                *score = NEVER;
            }
        }
    }
    transitions
}

/// The best score of each label behind `last`, without its emission.
fn ahead(transitions: &[Scores; LABELS], last: &Scores) -> Scores {
    let mut best = [NEVER; LABELS];
    for p in 0..LABELS {
        for y in OPEN {
            best[y] = best[y].max(last[p] + transitions[p][y]);
        }
    }
    for y in (2..LABELS).step_by(2) {
        best[y] = (last[y - 1] + transitions[y - 1][y]).max(last[y] + transitions[y][y]);
    }
    best
}

/// The best score of what follows each label, where `next` are the scores of the labels behind it.
fn behind(transitions: &[Scores; LABELS], next: &Scores) -> Scores {
    let mut best = [NEVER; LABELS];
    for y in 0..LABELS {
        for q in OPEN {
            best[y] = best[y].max(transitions[y][q] + next[q]);
        }
        if y > 0 {
            let inside = y.next_multiple_of(2);
            best[y] = best[y].max(transitions[y][inside] + next[inside]);
        }
    }
    best
}

fn sum(a: &Scores, b: &Scores) -> Scores {
    std::array::from_fn(|y| a[y] + b[y])
}

/// The same scores with the best at 0.
fn leveled(scores: Scores) -> Scores {
    let top = scores.into_iter().max().unwrap_or(0);
    scores.map(|s| s - top)
}

/// Reused storage.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    forward: Vec<Scores>,
    backward: Vec<Scores>,
}

impl Decoder {
    /// Labels a run of tokens that has tokens outside of any name (or nothing) on both sides.
    pub(super) fn run(
        &mut self,
        transitions: &[Scores; LABELS],
        emissions: &[Scores],
        labels: &mut [Label],
        odds: &mut [Odds],
    ) {
        let n = emissions.len();
        if n == 0 {
            return;
        }
        self.forward.clear();
        let mut last = sum(&transitions[0], &emissions[0]);
        self.forward.push(last);
        for i in 1..n {
            last = sum(&ahead(transitions, &last), &emissions[i]);
            if i % LEVEL == 0 {
                last = leveled(last);
            }
            self.forward.push(last);
        }
        self.backward.clear();
        self.backward.resize(n, [NEVER; LABELS]);
        let mut next: Scores = std::array::from_fn(|y| transitions[y][0]);
        self.backward[n - 1] = next;
        for i in (0..n - 1).rev() {
            next = behind(transitions, &sum(&next, &emissions[i + 1]));
            if i % LEVEL == 0 {
                next = leveled(next);
            }
            self.backward[i] = next;
        }
        self.read_off(transitions, emissions, labels, odds);
    }

    fn read_off(&self, transitions: &[Scores; LABELS], emissions: &[Scores], labels: &mut [Label], odds: &mut [Odds]) {
        let mut previous = 0;
        for i in 0..labels.len() {
            let total = sum(&self.forward[i], &self.backward[i]);
            let of: Odds = std::array::from_fn(|class| match class {
                0 => total[0],
                _ => total[2 * class - 1].max(total[2 * class]),
            });
            let best = of.into_iter().max().unwrap_or(0);
            odds[i] = of.map(|score| score - best);
            // The best continuation from here; among equals the first label.
            let from_here = sum(&sum(&transitions[previous], &emissions[i]), &self.backward[i]);
            let mut choice = 0;
            for y in 1..LABELS {
                if from_here[y] > from_here[choice] {
                    choice = y;
                }
            }
            labels[i] = Label(choice as u8);
            previous = choice;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Some scores that favor no label, the same on each call.
    fn scores(n: usize) -> Vec<Scores> {
        let mut seed = 7_u32;
        let mut draw = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16) as i32 % 200 - 100
        };
        (0..n).map(|_| std::array::from_fn(|_| draw())).collect()
    }

    /// The score of a labeling.
    fn score(transitions: &[Scores; LABELS], emissions: &[Scores], labels: &[usize]) -> i64 {
        let mut sum = 0;
        let mut last = 0;
        for (emission, &y) in emissions.iter().zip(labels) {
            sum += i64::from(emission[y]) + i64::from(transitions[last][y]);
            last = y;
        }
        sum + i64::from(transitions[last][0])
    }

    #[test]
    fn no_labeling_is_better() {
        let rows = scores(LABELS + 4);
        let transitions = rule_out(std::array::from_fn(|y| rows[y].map(|s| s / 4)));
        let emissions = &rows[LABELS..];
        let (mut labels, mut odds) = (vec![Label::OUTSIDE; 4], vec![Odds::default(); 4]);
        Decoder::default().run(&transitions, emissions, &mut labels, &mut odds);
        let ours: Vec<usize> = labels.iter().map(|l| usize::from(l.0)).collect();
        let all = (0..LABELS.pow(4)).map(|n| (0..4).map(|i| n / LABELS.pow(i) % LABELS).collect::<Vec<_>>());
        let scored: Vec<_> = all.map(|labels| (score(&transitions, emissions, &labels), labels)).collect();
        let best = scored.iter().map(|s| s.0).max().expect("some");
        assert_eq!(score(&transitions, emissions, &ours), best);
        for (i, odds) in odds.iter().enumerate() {
            for (class, odd) in odds.iter().enumerate() {
                let with = scored.iter().filter(|(_, labels)| labels[i].div_ceil(2) == class);
                assert_eq!(with.map(|s| s.0).max().expect("some") - best, i64::from(*odd), "token {i}, class {class}");
            }
        }
    }

    #[test]
    fn a_run_of_any_length_is_labeled_alike() {
        let rows = scores(LABELS + 5);
        let transitions = rule_out(std::array::from_fn(|y| rows[y].map(|s| s / 4)));
        let heavy: Vec<Scores> = rows[LABELS..].iter().map(|row| row.map(|s| s * 100)).collect();
        let emissions = heavy.repeat(100_000);
        let n = emissions.len();
        let (mut labels, mut odds) = (vec![Label::OUTSIDE; n], vec![Odds::default(); n]);
        Decoder::default().run(&transitions, &emissions, &mut labels, &mut odds);
        // Far from the ends the period repeats.
        assert_eq!(labels[1000..1005], labels[n - 1000..n - 995]);
        assert_eq!(odds[1000..1005], odds[n - 1000..n - 995]);
    }
}
