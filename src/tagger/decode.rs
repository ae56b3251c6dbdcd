//! The best labels of a run of tokens (Viterbi), and how far behind every other class is at each token.
#![expect(clippy::needless_range_loop, reason = "several rows are walked by one label number")]

use super::labels::{CLASSES, LABELS, Label, allowed};
use super::weights::Scores;

/// How far behind the best labeling the best one is that gives a token no name (first) or a name of each class: 0 or
/// less, in units of weight.
pub type Odds = [i32; CLASSES + 1];

/// Far below any score, and far from overflow.
pub(super) const NEVER: i32 = i32::MIN / 4;

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
        self.forward.resize(n, [NEVER; LABELS]);
        self.backward.clear();
        self.backward.resize(n, [NEVER; LABELS]);
        for y in 0..LABELS {
            self.forward[0][y] = transitions[0][y].saturating_add(emissions[0][y]);
        }
        for i in 1..n {
            let mut best = [NEVER; LABELS];
            for (p, row) in transitions.iter().enumerate() {
                let score = self.forward[i - 1][p];
                for y in 0..LABELS {
                    best[y] = best[y].max(score.saturating_add(row[y]));
                }
            }
            for y in 0..LABELS {
                self.forward[i][y] = best[y].saturating_add(emissions[i][y]);
            }
        }
        for y in 0..LABELS {
            self.backward[n - 1][y] = transitions[y][0];
        }
        for i in (0..n - 1).rev() {
            let mut ahead = [0; LABELS];
            for y in 0..LABELS {
                ahead[y] = self.backward[i + 1][y].saturating_add(emissions[i + 1][y]);
            }
            for (y, row) in transitions.iter().enumerate() {
                let mut best = NEVER;
                for q in 0..LABELS {
                    best = best.max(row[q].saturating_add(ahead[q]));
                }
                self.backward[i][y] = best;
            }
        }
        self.read_off(transitions, emissions, labels, odds);
    }

    fn read_off(&self, transitions: &[Scores; LABELS], emissions: &[Scores], labels: &mut [Label], odds: &mut [Odds]) {
        let mut previous = 0;
        for i in 0..labels.len() {
            let total = |y: usize| self.forward[i][y].saturating_add(self.backward[i][y]);
            let best = (0..LABELS).map(total).max().unwrap_or(0);
            let mut of = [NEVER; CLASSES + 1];
            for y in 0..LABELS {
                let class = y.div_ceil(2);
                of[class] = of[class].max(total(y) - best);
            }
            odds[i] = of;
            // The best continuation from here; among equals the first label.
            let from_here = |y: usize| {
                let step = transitions[previous][y].saturating_add(emissions[i][y]);
                step.saturating_add(self.backward[i][y])
            };
            let mut choice = 0;
            for y in 1..LABELS {
                if from_here(y) > from_here(choice) {
                    choice = y;
                }
            }
            labels[i] = Label(choice as u8);
            previous = choice;
        }
    }
}
