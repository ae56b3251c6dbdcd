//! From trained weights to the model that ships: the largest weights, rounded to one byte.

use super::crf::Trained;
use crate::tagger::{LABELS, Row, Transitions, allowed};

/// One unit of weight is this much in logarithms of probability.
pub const UNIT: f32 = 6.0 / 127.0;

/// The mean of several runs.
pub fn average(runs: &[Trained]) -> Option<Trained> {
    let (first, others) = runs.split_first()?;
    let mut mean = first.clone();
    let share = 1.0 / runs.len() as f32;
    for run in others {
        for (one, second) in mean.weights.iter_mut().zip(&run.weights) {
            for label in 0..LABELS {
                one[label] += second[label];
            }
        }
        for (one, second) in mean.transitions.iter_mut().zip(&run.transitions) {
            for label in 0..LABELS {
                one[label] += second[label];
            }
        }
    }
    for row in mean.weights.iter_mut().chain(&mut mean.transitions) {
        *row = row.map(|weight| weight * share);
    }
    Some(mean)
}

/// Weights are rounded to multiples of so many [`UNIT`]s: finer ones find no more names, and take more room.
const GRAIN: f32 = 2.0;

/// The `keep` largest weights as rows sorted by key, and the transitions, both in [`UNIT`]s.
pub fn quantize(trained: &Trained, keys: &[u32], keep: usize) -> (Vec<Row>, Transitions) {
    let mut sizes: Vec<f32> =
        trained.weights.iter().flatten().map(|weight| weight.abs()).filter(|weight| *weight > UNIT / 2.0).collect();
    sizes.sort_unstable_by(|first, second| second.total_cmp(first));
    let least = sizes.get(keep).copied().unwrap_or(UNIT / 2.0);
    let mut rows: Vec<Row> = Vec::new();
    for (&key, weights) in keys.iter().zip(&trained.weights) {
        let row = weights.map(|weight| {
            if weight.abs() > least { ((weight / UNIT / GRAIN).round() * GRAIN).clamp(-126.0, 126.0) as i8 } else { 0 }
        });
        if row.iter().any(|weight| *weight != 0) {
            rows.push((key, row));
        }
    }
    rows.sort_unstable_by_key(|run| run.0);
    let transitions = std::array::from_fn(|first| {
        std::array::from_fn(|second| {
            if allowed(first, second) { (trained.transitions[first][second] / UNIT).round() as i32 } else { -30_000 }
        })
    });
    (rows, transitions)
}
