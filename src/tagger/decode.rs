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
    for previous in 0..LABELS {
        for label in OPEN {
            best[label] = best[label].max(last[previous] + transitions[previous][label]);
        }
    }
    for label in (2..LABELS).step_by(2) {
        best[label] = (last[label - 1] + transitions[label - 1][label]).max(last[label] + transitions[label][label]);
    }
    best
}

/// The best score of what follows each label, where `next` are the scores of the labels behind it.
fn behind(transitions: &[Scores; LABELS], next: &Scores) -> Scores {
    let mut best = [NEVER; LABELS];
    for label in 0..LABELS {
        for q in OPEN {
            best[label] = best[label].max(transitions[label][q] + next[q]);
        }
        if label > 0 {
            let inside = label.next_multiple_of(2);
            best[label] = best[label].max(transitions[label][inside] + next[inside]);
        }
    }
    best
}

fn sum(first: &Scores, second: &Scores) -> Scores {
    std::array::from_fn(|label| first[label] + second[label])
}

/// The same scores with the best at 0.
fn leveled(scores: Scores) -> Scores {
    let top = scores.into_iter().max().unwrap_or(0);
    scores.map(|score| score - top)
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
        let count = emissions.len();
        if count == 0 {
            return;
        }
        self.forward.clear();
        let mut last = sum(&transitions[0], &emissions[0]);
        self.forward.push(last);
        for token in 1..count {
            last = sum(&ahead(transitions, &last), &emissions[token]);
            if token % LEVEL == 0 {
                last = leveled(last);
            }
            self.forward.push(last);
        }
        self.backward.clear();
        self.backward.resize(count, [NEVER; LABELS]);
        let mut next: Scores = std::array::from_fn(|label| transitions[label][0]);
        self.backward[count - 1] = next;
        for token in (0..count - 1).rev() {
            next = behind(transitions, &sum(&next, &emissions[token + 1]));
            if token % LEVEL == 0 {
                next = leveled(next);
            }
            self.backward[token] = next;
        }
        self.read_off(transitions, emissions, labels, odds);
    }

    fn read_off(&self, transitions: &[Scores; LABELS], emissions: &[Scores], labels: &mut [Label], odds: &mut [Odds]) {
        let mut previous = 0;
        for token in 0..labels.len() {
            let total = sum(&self.forward[token], &self.backward[token]);
            let of: Odds = std::array::from_fn(|class| match class {
                0 => total[0],
                _ => total[2 * class - 1].max(total[2 * class]),
            });
            let best = of.into_iter().max().unwrap_or(0);
            odds[token] = of.map(|score| score - best);
            // The best continuation from here; among equals the first label.
            let from_here = sum(&sum(&transitions[previous], &emissions[token]), &self.backward[token]);
            let mut choice = 0;
            for label in 1..LABELS {
                if from_here[label] > from_here[choice] {
                    choice = label;
                }
            }
            labels[token] = Label(choice as u8);
            previous = choice;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Some scores that favor no label, the same on each call.
    fn scores(count: usize) -> Vec<Scores> {
        let mut seed = 7_u32;
        let mut draw = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16) as i32 % 200 - 100
        };
        (0..count).map(|_| std::array::from_fn(|_| draw())).collect()
    }

    /// The score of a labeling.
    fn score(transitions: &[Scores; LABELS], emissions: &[Scores], labels: &[usize]) -> i64 {
        let mut sum = 0;
        let mut last = 0;
        for (emission, &label) in emissions.iter().zip(labels) {
            sum += i64::from(emission[label]) + i64::from(transitions[last][label]);
            last = label;
        }
        sum + i64::from(transitions[last][0])
    }

    #[test]
    fn no_labeling_is_better() {
        let rows = scores(LABELS + 4);
        let transitions = rule_out(std::array::from_fn(|label| rows[label].map(|stage| stage / 4)));
        let emissions = &rows[LABELS..];
        let (mut labels, mut odds) = (vec![Label::OUTSIDE; 4], vec![Odds::default(); 4]);
        Decoder::default().run(&transitions, emissions, &mut labels, &mut odds);
        let ours: Vec<usize> = labels.iter().map(|line| usize::from(line.0)).collect();
        let all =
            (0..LABELS.pow(4)).map(|count| (0..4).map(|token| count / LABELS.pow(token) % LABELS).collect::<Vec<_>>());
        let scored: Vec<_> = all.map(|labels| (score(&transitions, emissions, &labels), labels)).collect();
        let best = scored.iter().map(|stage| stage.0).max().expect("some");
        assert_eq!(score(&transitions, emissions, &ours), best);
        for (token, odds) in odds.iter().enumerate() {
            for (class, odd) in odds.iter().enumerate() {
                let with = scored.iter().filter(|(_, labels)| labels[token].div_ceil(2) == class);
                assert_eq!(
                    with.map(|stage| stage.0).max().expect("some") - best,
                    i64::from(*odd),
                    "token {token}, class {class}"
                );
            }
        }
    }

    #[test]
    fn a_run_of_any_length_is_labeled_alike() {
        let rows = scores(LABELS + 5);
        let transitions = rule_out(std::array::from_fn(|label| rows[label].map(|score| score / 4)));
        let heavy: Vec<Scores> = rows[LABELS..].iter().map(|row| row.map(|score| score * 100)).collect();
        let emissions = heavy.repeat(100_000);
        let count = emissions.len();
        let (mut labels, mut odds) = (vec![Label::OUTSIDE; count], vec![Odds::default(); count]);
        Decoder::default().run(&transitions, &emissions, &mut labels, &mut odds);
        // Far from the ends the period repeats.
        assert_eq!(labels[1000..1005], labels[count - 1000..count - 995]);
        assert_eq!(odds[1000..1005], odds[count - 1000..count - 995]);
    }
}
