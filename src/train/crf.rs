//! Training of a linear-chain conditional random field (Lafferty et al. 2001) by FTRL-proximal with L1 (McMahan et al.
//! 2013) and feature dropout. Only additions, multiplications, divisions and square roots of `f32`: the same data and
//! seed give the same bytes on any machine.
#![expect(clippy::needless_range_loop, reason = "several rows are walked by one label number")]

use super::examples::{Examples, Run};
use crate::tagger::{LABELS, allowed};

/// How to train.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Passes over the data.
    pub epochs: usize,
    /// Learning rate.
    pub rate: f32,
    /// Strength of L1.
    pub l1: f32,
    /// Strength of L2.
    pub l2: f32,
    /// Share of features left out at random.
    pub dropout: f32,
    /// Share of tokens whose word is hidden, and of tokens whose lists are.
    pub hide: [f32; 2],
    /// The labels whose weights are trained.
    pub labels: std::ops::Range<usize>,
    /// Start of the random numbers.
    pub seed: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { epochs: 5, rate: 0.15, l1: 0.3, l2: 0.0, dropout: 0.2, hide: [0.0; 2], labels: 0..LABELS, seed: 1 }
    }
}

/// Trained weights.
#[derive(Clone, Debug)]
pub struct Trained {
    /// By feature number.
    pub weights: Vec<[f32; LABELS]>,
    /// From label to label.
    pub transitions: [[f32; LABELS]; LABELS],
}

/// Pseudo-random numbers (xorshift64*).
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// Starts from a seed.
    pub fn new(seed: u64) -> Self {
        Self(crate::lexicon::mix(seed.wrapping_add(0x9e37_79b9_7f4a_7c15)) | 1)
    }

    /// The next 32 bits.
    pub fn draw(&mut self) -> u32 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 32) as u32
    }
}

/// e^x by a polynomial: the same on every machine, good to six digits.
pub fn exp(value: f32) -> f32 {
    let value = value.clamp(-80.0, 80.0) * std::f32::consts::LOG2_E;
    let whole = value.floor();
    let fraction = (value - whole) * std::f32::consts::LN_2;
    let previous = 1.0
        + fraction
            * (1.0
                + fraction
                    * (0.5
                        + fraction
                            * (1.0 / 6.0 + fraction * (1.0 / 24.0 + fraction * (1.0 / 120.0 + fraction / 720.0)))));
    previous * f32::from_bits(((whole as i32 + 127) as u32) << 23)
}

/// Forward and backward sums of one run, scaled to stay in range.
#[derive(Debug, Default)]
pub struct Lattice {
    emissions: Vec<[f32; LABELS]>,
    forward: Vec<[f32; LABELS]>,
    backward: Vec<[f32; LABELS]>,
    /// Log of the sum over all labelings, up to the emissions' maxima.
    pub log_sum: f64,
}

impl Lattice {
    /// Computes the sums; `scores` are the emissions, `steps` the exponentials of the transitions.
    pub fn run(&mut self, scores: &[[f32; LABELS]], steps: &[[f32; LABELS]; LABELS]) {
        let number = scores.len();
        self.log_sum = 0.0;
        self.emissions.clear();
        for row in scores {
            let top = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            self.emissions.push(row.map(|score| exp(score - top)));
            self.log_sum += f64::from(top);
        }
        self.forward.clear();
        self.backward.clear();
        self.backward.resize(number, [0.0; LABELS]);
        let mut last = steps[0];
        for token in 0..number {
            let mut row = [0.0; LABELS];
            if token == 0 {
                row = last;
            } else {
                for previous in 0..LABELS {
                    for label in 0..LABELS {
                        row[label] += last[previous] * steps[previous][label];
                    }
                }
            }
            let mut sum = 0.0;
            for label in 0..LABELS {
                row[label] *= self.emissions[token][label];
                sum += row[label];
            }
            self.log_sum += f64::from(sum).ln();
            last = row.map(|value| value / sum);
            self.forward.push(last);
        }
        let mut next: [f32; LABELS] = std::array::from_fn(|label| steps[label][0]);
        for token in (0..number).rev() {
            let sum: f32 = next.iter().sum();
            next = next.map(|value| value / sum);
            self.backward[token] = next;
            let ahead: [f32; LABELS] = std::array::from_fn(|label| next[label] * self.emissions[token][label]);
            next = std::array::from_fn(|previous| (0..LABELS).map(|label| steps[previous][label] * ahead[label]).sum());
        }
        let end: f32 = (0..LABELS).map(|label| self.forward[number - 1][label] * steps[label][0]).sum();
        self.log_sum += f64::from(end).ln();
    }

    /// Probability of each label at `i`.
    pub fn marginal(&self, token: usize) -> [f32; LABELS] {
        let previous: [f32; LABELS] =
            std::array::from_fn(|label| self.forward[token][label] * self.backward[token][label]);
        let sum: f32 = previous.iter().sum();
        previous.map(|value| value / sum)
    }

    /// Probability of each pair of labels at `i - 1` and `i`.
    fn pairs(&self, token: usize, steps: &[[f32; LABELS]; LABELS]) -> [[f32; LABELS]; LABELS] {
        let mut previous = [[0.0; LABELS]; LABELS];
        let mut sum = 0.0;
        for first in 0..LABELS {
            for second in 0..LABELS {
                let value = self.forward[token - 1][first]
                    * steps[first][second]
                    * self.emissions[token][second]
                    * self.backward[token][second];
                previous[first][second] = value;
                sum += value;
            }
        }
        previous.map(|row| row.map(|value| value / sum))
    }
}

/// Exponentials of the transitions; 0 for forbidden ones.
pub fn steps(transitions: &[[f32; LABELS]; LABELS]) -> [[f32; LABELS]; LABELS] {
    std::array::from_fn(|first| {
        std::array::from_fn(|second| if allowed(first, second) { exp(transitions[first][second]) } else { 0.0 })
    })
}

/// State of one feature: for each label the FTRL sums z and n, then the weight.
type State = [[f32; LABELS]; 3];

/// What training goes on from: scores of each token and transitions that stay as they are.
#[derive(Clone, Copy, Debug)]
pub struct Base<'a> {
    /// By token.
    pub scores: &'a [[f32; LABELS]],
    /// From label to label; they stay as they are, too.
    pub transitions: &'a [[f32; LABELS]; LABELS],
}

/// How far a training is.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// So many more runs were learned from.
    Runs(u64),
    /// A pass over the data is done.
    Pass {
        /// From 1.
        number: usize,
        /// Sum over all runs, by weight.
        loss: f64,
    },
}

/// After so many runs of tokens their number is told.
const TELL: u64 = 1 << 12;

/// Trains on the runs that `keep` lets through.
pub fn train(
    examples: &Examples,
    settings: &Settings,
    keep: impl Fn(&Run) -> bool,
    base: Option<Base<'_>>,
    mut progress: impl FnMut(Step),
) -> Trained {
    let mut states: Vec<State> = vec![[[0.0; LABELS]; 3]; examples.keys.len()];
    let mut turns = Turns {
        transitions: base.map_or([[0.0; LABELS]; LABELS], |base| *base.transitions),
        squares: [[1e-8; LABELS]; LABELS],
    };
    let mut order: Vec<Run> = examples.runs.iter().copied().filter(|row| row.weight > 0.0 && keep(row)).collect();
    let mut random = Random::new(settings.seed);
    let odds = |share: f32| (f64::from(share) * 4_294_967_296.0) as u32;
    let (cut, hide) = (odds(settings.dropout), settings.hide.map(odds));
    let mut lattice = Lattice::default();
    let (mut scores, mut active, mut bounds) = (Vec::new(), Vec::new(), Vec::new());
    for epoch in 0..settings.epochs {
        for index in (1..order.len()).rev() {
            order.swap(index, random.draw() as usize % (index + 1));
        }
        let mut loss = 0.0;
        let mut untold = 0;
        for run in &order {
            untold += 1;
            if untold == TELL {
                progress(Step::Runs(std::mem::take(&mut untold)));
            }
            scores.clear();
            active.clear();
            bounds.clear();
            for token in run.start as usize..run.end as usize {
                bounds.push(active.len());
                let mut score = base.map_or([0.0; LABELS], |second| second.scores[token]);
                let hidden = [false, random.draw() < hide[0], random.draw() < hide[1]];
                for &feature in examples.of(token) {
                    if hidden[usize::from(examples.sorts[feature as usize])] || random.draw() < cut {
                        continue;
                    }
                    active.push(feature);
                    let weights = &states[feature as usize][2];
                    for label in 0..LABELS {
                        score[label] += weights[label];
                    }
                }
                scores.push(score);
            }
            bounds.push(active.len());
            let step = steps(&turns.transitions);
            lattice.run(&scores, &step);
            let gold = &examples.labels[run.start as usize..run.end as usize];
            loss += f64::from(run.weight) * (lattice.log_sum - path(&scores, &turns.transitions, gold));
            for (index, &right) in gold.iter().enumerate() {
                let mut gradient = lattice.marginal(index);
                gradient[usize::from(right)] -= 1.0;
                for &feature in &active[bounds[index]..bounds[index + 1]] {
                    update(&mut states[feature as usize], &gradient, run.weight, settings);
                }
            }
            if base.is_none() {
                turns.learn(&lattice, &step, gold, run.weight);
            }
        }
        progress(Step::Runs(untold));
        progress(Step::Pass { number: epoch + 1, loss });
    }
    Trained { weights: states.into_iter().map(|sum| sum[2]).collect(), transitions: turns.transitions }
}

/// Weights from label to label while they are learned, each with the sum of its squared gradients (Adagrad: Duchi, Hazan
/// and Singer 2011).
struct Turns {
    transitions: [[f32; LABELS]; LABELS],
    squares: [[f32; LABELS]; LABELS],
}

impl Turns {
    /// One step against the gradient of one run.
    fn learn(&mut self, lattice: &Lattice, step: &[[f32; LABELS]; LABELS], gold: &[u8], weight: f32) {
        let (first, last) = (lattice.marginal(0), lattice.marginal(gold.len() - 1));
        for label in 0..LABELS {
            self.nudge(0, label, (first[label] - f32::from(usize::from(gold[0]) == label)) * weight);
            self.nudge(label, 0, (last[label] - f32::from(usize::from(gold[gold.len() - 1]) == label)) * weight);
        }
        for index in 1..gold.len() {
            let pairs = lattice.pairs(index, step);
            for one in 0..LABELS {
                for second in 0..LABELS {
                    if allowed(one, second) {
                        let right = usize::from(gold[index - 1]) == one && usize::from(gold[index]) == second;
                        self.nudge(one, second, (pairs[one][second] - f32::from(right)) * weight);
                    }
                }
            }
        }
    }

    fn nudge(&mut self, first: usize, second: usize, gradient: f32) {
        if gradient.abs() > 1e-4 {
            self.squares[first][second] += gradient * gradient;
            self.transitions[first][second] -= 0.1 * gradient / (self.squares[first][second].sqrt() + 1.0);
        }
    }
}

/// The score of one labeling.
pub(super) fn path(scores: &[[f32; LABELS]], transitions: &[[f32; LABELS]; LABELS], gold: &[u8]) -> f64 {
    let mut sum = 0.0;
    let mut last = 0;
    for (score, &label) in scores.iter().zip(gold) {
        let label = usize::from(label);
        sum += f64::from(score[label]) + f64::from(transitions[last][label]);
        last = label;
    }
    sum + f64::from(transitions[last][0])
}

fn update(state: &mut State, gradient: &[f32; LABELS], weight: f32, settings: &Settings) {
    let [z, number, pair] = state;
    for label in settings.labels.clone() {
        let gold = gradient[label] * weight;
        if gold.abs() < 1e-4 {
            continue;
        }
        let before = number[label].sqrt();
        number[label] += gold * gold;
        let root = number[label].sqrt();
        z[label] += gold - (root - before) / settings.rate * pair[label];
        pair[label] = if z[label].abs() <= settings.l1 {
            0.0
        } else {
            -(z[label] - settings.l1.copysign(z[label])) / ((1.0 + root) / settings.rate + settings.l2)
        };
    }
}
