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
pub fn exp(x: f32) -> f32 {
    let x = x.clamp(-80.0, 80.0) * std::f32::consts::LOG2_E;
    let whole = x.floor();
    let f = (x - whole) * std::f32::consts::LN_2;
    let p = 1.0 + f * (1.0 + f * (0.5 + f * (1.0 / 6.0 + f * (1.0 / 24.0 + f * (1.0 / 120.0 + f / 720.0)))));
    p * f32::from_bits(((whole as i32 + 127) as u32) << 23)
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
        let n = scores.len();
        self.log_sum = 0.0;
        self.emissions.clear();
        for row in scores {
            let top = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            self.emissions.push(row.map(|s| exp(s - top)));
            self.log_sum += f64::from(top);
        }
        self.forward.clear();
        self.backward.clear();
        self.backward.resize(n, [0.0; LABELS]);
        let mut last = steps[0];
        for i in 0..n {
            let mut row = [0.0; LABELS];
            if i == 0 {
                row = last;
            } else {
                for p in 0..LABELS {
                    for y in 0..LABELS {
                        row[y] += last[p] * steps[p][y];
                    }
                }
            }
            let mut sum = 0.0;
            for y in 0..LABELS {
                row[y] *= self.emissions[i][y];
                sum += row[y];
            }
            self.log_sum += f64::from(sum).ln();
            last = row.map(|x| x / sum);
            self.forward.push(last);
        }
        let mut next: [f32; LABELS] = std::array::from_fn(|y| steps[y][0]);
        for i in (0..n).rev() {
            let sum: f32 = next.iter().sum();
            next = next.map(|x| x / sum);
            self.backward[i] = next;
            let ahead: [f32; LABELS] = std::array::from_fn(|y| next[y] * self.emissions[i][y]);
            next = std::array::from_fn(|p| (0..LABELS).map(|y| steps[p][y] * ahead[y]).sum());
        }
        let end: f32 = (0..LABELS).map(|y| self.forward[n - 1][y] * steps[y][0]).sum();
        self.log_sum += f64::from(end).ln();
    }

    /// Probability of each label at `i`.
    pub fn marginal(&self, i: usize) -> [f32; LABELS] {
        let p: [f32; LABELS] = std::array::from_fn(|y| self.forward[i][y] * self.backward[i][y]);
        let sum: f32 = p.iter().sum();
        p.map(|x| x / sum)
    }

    /// Probability of each pair of labels at `i - 1` and `i`.
    fn pairs(&self, i: usize, steps: &[[f32; LABELS]; LABELS]) -> [[f32; LABELS]; LABELS] {
        let mut p = [[0.0; LABELS]; LABELS];
        let mut sum = 0.0;
        for a in 0..LABELS {
            for b in 0..LABELS {
                let x = self.forward[i - 1][a] * steps[a][b] * self.emissions[i][b] * self.backward[i][b];
                p[a][b] = x;
                sum += x;
            }
        }
        p.map(|row| row.map(|x| x / sum))
    }
}

/// Exponentials of the transitions; 0 for forbidden ones.
pub fn steps(transitions: &[[f32; LABELS]; LABELS]) -> [[f32; LABELS]; LABELS] {
    std::array::from_fn(|a| std::array::from_fn(|b| if allowed(a, b) { exp(transitions[a][b]) } else { 0.0 }))
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
    let mut transitions = base.map_or([[0.0; LABELS]; LABELS], |b| *b.transitions);
    let mut squares = [[1e-8_f32; LABELS]; LABELS];
    let mut order: Vec<Run> = examples.runs.iter().copied().filter(|r| r.weight > 0.0 && keep(r)).collect();
    let mut random = Random::new(settings.seed);
    let odds = |share: f32| (f64::from(share) * 4_294_967_296.0) as u32;
    let (cut, hide) = (odds(settings.dropout), settings.hide.map(odds));
    let mut lattice = Lattice::default();
    let (mut scores, mut active, mut bounds) = (Vec::new(), Vec::new(), Vec::new());
    for epoch in 0..settings.epochs {
        for i in (1..order.len()).rev() {
            order.swap(i, random.draw() as usize % (i + 1));
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
                let mut score = base.map_or([0.0; LABELS], |b| b.scores[token]);
                let hidden = [false, random.draw() < hide[0], random.draw() < hide[1]];
                for &feature in examples.of(token) {
                    if hidden[usize::from(examples.sorts[feature as usize])] || random.draw() < cut {
                        continue;
                    }
                    active.push(feature);
                    let weights = &states[feature as usize][2];
                    for y in 0..LABELS {
                        score[y] += weights[y];
                    }
                }
                scores.push(score);
            }
            bounds.push(active.len());
            let step = steps(&transitions);
            lattice.run(&scores, &step);
            let gold = &examples.labels[run.start as usize..run.end as usize];
            loss += f64::from(run.weight) * (lattice.log_sum - path(&scores, &transitions, gold));
            for (i, &right) in gold.iter().enumerate() {
                let mut gradient = lattice.marginal(i);
                gradient[usize::from(right)] -= 1.0;
                for &feature in &active[bounds[i]..bounds[i + 1]] {
                    update(&mut states[feature as usize], &gradient, run.weight, settings);
                }
            }
            let mut nudge = |a: usize, b: usize, gradient: f32| {
                if base.is_none() && gradient.abs() > 1e-4 {
                    squares[a][b] += gradient * gradient;
                    transitions[a][b] -= 0.1 * gradient / (squares[a][b].sqrt() + 1.0);
                }
            };
            let (first, last) = (lattice.marginal(0), lattice.marginal(gold.len() - 1));
            for y in 0..LABELS {
                nudge(0, y, (first[y] - f32::from(usize::from(gold[0]) == y)) * run.weight);
                nudge(y, 0, (last[y] - f32::from(usize::from(gold[gold.len() - 1]) == y)) * run.weight);
            }
            for i in 1..gold.len() {
                let pairs = lattice.pairs(i, &step);
                for a in 0..LABELS {
                    for b in 0..LABELS {
                        if allowed(a, b) {
                            let right = usize::from(gold[i - 1]) == a && usize::from(gold[i]) == b;
                            nudge(a, b, (pairs[a][b] - f32::from(right)) * run.weight);
                        }
                    }
                }
            }
        }
        progress(Step::Runs(untold));
        progress(Step::Pass { number: epoch + 1, loss });
    }
    Trained { weights: states.into_iter().map(|s| s[2]).collect(), transitions }
}

/// The score of one labeling.
pub(super) fn path(scores: &[[f32; LABELS]], transitions: &[[f32; LABELS]; LABELS], gold: &[u8]) -> f64 {
    let mut sum = 0.0;
    let mut last = 0;
    for (score, &y) in scores.iter().zip(gold) {
        let y = usize::from(y);
        sum += f64::from(score[y]) + f64::from(transitions[last][y]);
        last = y;
    }
    sum + f64::from(transitions[last][0])
}

fn update(state: &mut State, gradient: &[f32; LABELS], weight: f32, settings: &Settings) {
    let [z, n, w] = state;
    for y in settings.labels.clone() {
        let g = gradient[y] * weight;
        if g.abs() < 1e-4 {
            continue;
        }
        let before = n[y].sqrt();
        n[y] += g * g;
        let root = n[y].sqrt();
        z[y] += g - (root - before) / settings.rate * w[y];
        w[y] = if z[y].abs() <= settings.l1 {
            0.0
        } else {
            -(z[y] - settings.l1.copysign(z[y])) / ((1.0 + root) / settings.rate + settings.l2)
        };
    }
}
