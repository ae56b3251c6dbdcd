//! Second readings of noisy corpora: a model of the carefully marked ones reads each sentence of the others. Where it is
//! sure of something else the sentence is relabeled, where the corpus' own labels make no sense to it the sentence is left
//! out.
#![expect(clippy::needless_range_loop, reason = "several rows are walked by one label number")]

use super::crf::{Lattice, Trained, path, steps};
use super::examples::Examples;
use crate::tagger::{LABELS, allowed};

/// The reader is sure of its own labels: natural logarithm of their probability.
const SURE: f64 = -0.223;
/// The corpus' labels make no sense to the reader.
const ABSURD: f64 = -4.6;

/// What became of the sentences that were read again.
#[derive(Clone, Copy, Debug, Default)]
pub struct Outcome {
    /// Read.
    pub read: usize,
    /// Labels changed.
    pub relabeled: usize,
    /// Left out.
    pub dropped: usize,
}

/// Reads the runs of the documents that are `noisy` (by number) again.
pub fn clean(examples: &mut Examples, reader: &Trained, noisy: impl Fn(u32) -> bool) -> Outcome {
    let mut outcome = Outcome::default();
    let step = steps(&reader.transitions);
    let mut lattice = Lattice::default();
    let mut scores = Vec::new();
    let mut runs = std::mem::take(&mut examples.runs);
    for run in runs.iter_mut().filter(|row| noisy(row.document)) {
        outcome.read += 1;
        let tokens = run.start as usize..run.end as usize;
        scores.clear();
        for token in tokens.clone() {
            let mut score = [0.0; LABELS];
            for &feature in examples.of(token) {
                for (sum, weight) in score.iter_mut().zip(reader.weights[feature as usize]) {
                    *sum += weight;
                }
            }
            scores.push(score);
        }
        lattice.run(&scores, &step);
        let probability = |labels: &[u8]| path(&scores, &reader.transitions, labels) - lattice.log_sum;
        let best = best(&scores, &reader.transitions);
        let gold = &mut examples.labels[tokens];
        if best == *gold {
            continue;
        }
        if probability(&best) > SURE {
            gold.copy_from_slice(&best);
            outcome.relabeled += 1;
        } else if probability(gold) < ABSURD {
            run.weight = 0.0;
            outcome.dropped += 1;
        }
    }
    examples.runs = runs;
    outcome
}

/// The best labeling (Viterbi).
fn best(scores: &[[f32; LABELS]], transitions: &[[f32; LABELS]; LABELS]) -> Vec<u8> {
    let step = |first: usize, second: usize| {
        if allowed(first, second) { transitions[first][second] } else { f32::NEG_INFINITY }
    };
    let mut last: [f32; LABELS] = std::array::from_fn(|label| step(0, label) + scores[0][label]);
    let mut back: Vec<[u8; LABELS]> = vec![[0; LABELS]];
    for score in &scores[1..] {
        let mut from = [0; LABELS];
        let mut row = [f32::NEG_INFINITY; LABELS];
        for second in 0..LABELS {
            for first in 0..LABELS {
                let sum = last[first] + step(first, second);
                if sum > row[second] {
                    (row[second], from[second]) = (sum, first as u8);
                }
            }
            row[second] += score[second];
        }
        last = row;
        back.push(from);
    }
    let mut label = (0..LABELS)
        .fold(0, |best, label| if last[label] + step(label, 0) > last[best] + step(best, 0) { label } else { best });
    let mut labels = vec![0; scores.len()];
    for token in (0..scores.len()).rev() {
        labels[token] = label as u8;
        label = usize::from(back[token][label]);
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::train::examples::Run;

    /// One feature a token: feature 0 speaks for label 1, feature 1 for none.
    fn reader(strength: f32) -> Trained {
        let mut weights = vec![[0.0; LABELS]; 2];
        weights[0][1] = strength;
        weights[1][0] = strength;
        Trained { weights, transitions: [[0.0; LABELS]; LABELS] }
    }

    fn examples() -> Examples {
        let run = |start, end, document| Run { start, end, weight: 1.0, document };
        Examples {
            features: vec![0, 1, 0, 1],
            starts: vec![0, 1, 2, 3, 4],
            labels: vec![0, 0, 0, 0],
            runs: vec![run(0, 2, 0), run(2, 4, 1)],
            keys: vec![1, 2],
            sorts: vec![0, 0],
            tokens: 4,
        }
    }

    #[test]
    fn a_sure_reader_relabels_noisy_documents_only() {
        let mut some = examples();
        let outcome = clean(&mut some, &reader(10.0), |document| document == 1);
        assert_eq!((outcome.read, outcome.relabeled, outcome.dropped), (1, 1, 0));
        assert_eq!(some.labels, [0, 0, 1, 0]);
    }

    #[test]
    fn an_unsure_reader_changes_nothing() {
        let mut some = examples();
        let outcome = clean(&mut some, &reader(1.0), |_| true);
        assert_eq!((outcome.read, outcome.relabeled, outcome.dropped), (2, 0, 0));
        assert_eq!(some.labels, [0; 4]);
    }
}
