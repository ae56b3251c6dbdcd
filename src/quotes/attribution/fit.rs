//! Fits the weights of the attribution ranker to annotated articles (native tools only; may use floats).

use std::cmp::Reverse;

use crate::entities::Recognition;
use crate::segment::Segmentation;
use crate::text::{Source, TextRange};

use crate::quotes::attribution::candidate::{Attribution, Previous, Region};
use crate::quotes::attribution::exchange::partner;
use crate::quotes::attribution::feature::{FEATURES, Feature, Vector};
use crate::quotes::attribution::generate;
use crate::quotes::attribution::weights;
use crate::quotes::parse::context::{self, Field};
use crate::quotes::parse::distance::Tally;
use crate::quotes::parse::index::{IdVec, ItemRange, QuoteId};
use crate::quotes::parse::lookup;
use crate::quotes::parse::nominals;
use crate::quotes::parse::read;
use crate::quotes::spans::find;
use crate::quotes::spans::shape::Shape;

/// A quoted stretch of an annotated article.
#[derive(Clone, Copy, Debug)]
pub struct Gold {
    /// Marks included.
    pub range: TextRange,
    /// Who says it.
    pub speaker: Option<TextRange>,
    /// Introduced by.
    pub cue: Option<TextRange>,
}

/// An annotated article, analyzed up to its names.
pub struct Article {
    /// The text.
    pub source: Source,
    /// Its tokens.
    pub segmentation: Segmentation,
    /// Its names.
    pub names: Recognition,
    /// Its quotes.
    pub gold: Vec<Gold>,
}

/// One quote: its candidates and whether each is right.
type Example = Vec<(Vector, bool)>;

/// Fitted weights and how often the best candidate was right.
pub struct Fit {
    /// In the order of the features.
    pub weights: Vec<i32>,
    /// Names of the features.
    pub names: Vec<String>,
    /// Quotes whose best candidate is right, of all that have a right one, on the articles fitted.
    pub right: (u32, u32),
    /// Quotes no candidate is right for.
    pub unreachable: u32,
}

/// So far a step goes at first; it shrinks with the epochs.
const FIRST_RATE: f64 = 0.05;
/// What a step takes from each weight, of its own rate: large weights have to be earned.
const DECAY: f64 = 1e-4;
/// No right candidate has less than this mass.
const LEAST_MASS: f64 = 1e-9;

/// Fits by stochastic gradient on the log-likelihood that a right candidate wins, weights averaged over the last half.
pub fn fit(articles: &[Article], epochs: u32) -> Fit {
    let mut current: Vec<f64> =
        weights::WEIGHTS.iter().map(|&weight| f64::from(weight) / f64::from(weights::SCALE)).collect();
    current.resize(FEATURES.len(), 0.0);
    let mut sum = vec![0.0; FEATURES.len()];
    let mut steps = 0.0;
    let mut result = Fit {
        weights: Vec::new(),
        names: FEATURES.iter().map(|feature| format!("{feature:?}")).collect(),
        right: (0, 0),
        unreachable: 0,
    };
    for epoch in 0..epochs {
        let rate = FIRST_RATE / (1.0 + f64::from(epoch));
        result.right = (0, 0);
        result.unreachable = 0;
        let rounded = rounded(&current);
        for article in articles {
            let (examples, missed) = with_field(article, |field| examples(article, field, &rounded));
            result.unreachable += missed;
            for example in examples {
                result.right.1 += 1;
                result.right.0 += u32::from(step(&example, &mut current, rate));
                if epoch * 2 >= epochs {
                    for (sum, weight) in sum.iter_mut().zip(&current) {
                        *sum += weight;
                    }
                    steps += 1.0;
                }
            }
        }
    }
    let mean: Vec<f64> = sum.iter().map(|sum| sum / f64::max(steps, 1.0)).collect();
    result.weights = rounded(&mean);
    result
}

fn rounded(weights: &[f64]) -> Vec<i32> {
    weights.iter().map(|weight| (weight * f64::from(weights::SCALE)).round() as i32).collect()
}

/// Goes one step towards the right candidates of an example. Whether one of them was the best before.
fn step(example: &Example, weights: &mut [f64], rate: f64) -> bool {
    let score = |candidate: &Vector| {
        candidate.iter().map(|(feature, value)| weights[feature.index()] * f64::from(value)).sum::<f64>()
    };
    let scores: Vec<f64> = example.iter().map(|(candidate, _)| score(candidate)).collect();
    let top = scores.iter().copied().fold(f64::MIN, f64::max);
    let masses: Vec<f64> = scores.iter().map(|score| (score - top).exp()).collect();
    let all: f64 = masses.iter().sum();
    let good: f64 = masses.iter().zip(example).filter(|(_, candidate)| candidate.1).map(|(mass, _)| mass).sum();
    let won = scores.iter().zip(example).filter(|(score, _)| **score >= top).any(|(_, candidate)| candidate.1);
    for ((candidate, right), mass) in example.iter().zip(&masses) {
        let push = f64::from(u8::from(*right)) * mass / good.max(LEAST_MASS) - mass / all;
        for (feature, value) in candidate.iter() {
            weights[feature.index()] += rate * push * f64::from(value);
        }
    }
    for weight in weights.iter_mut() {
        *weight *= 1.0 - rate * DECAY;
    }
    won
}

/// What the rules look at in an article: what stands outside its quotations.
pub(crate) fn with_field<T>(article: &Article, work: impl FnOnce(&Field<'_>) -> T) -> T {
    let spans = find::spans(&article.source, &find::readable(&article.segmentation), &[]).swap_remove(0);
    let readings = lookup::readings(&article.source, &article.segmentation, &article.names.spellings);
    let spans: IdVec<QuoteId, _> = spans.into();
    let words = read::words(&article.source, &article.segmentation, &readings, &spans, None);
    let nominals = nominals::nominals(&words, &article.names);
    let field = Field {
        words: &words,
        tally: &Tally::of(&words.items),
        nominals: &nominals,
        ended: &nominals::ended(&nominals, &words),
        shapes: &spans.iter().map(|span| Shape::of(words.text, span)).collect(),
        quotes: &spans,
        british: context::british(&spans),
    };
    work(&field)
}

/// The quotes of one article as examples, with the model's own choices before each; and how many have no right candidate.
fn examples(article: &Article, field: &Field<'_>, weights: &[i32]) -> (Vec<Example>, u32) {
    let mut previous = None;
    let (mut out, mut cues, mut missed) = (Vec::new(), Vec::new(), 0);
    for (quote, span) in field.quotes.enumerated() {
        let mut candidates: Vec<Attribution<Vector>> = Vec::new();
        generate::candidates(field, quote, previous, &mut cues, &mut candidates);
        let stretch = article.gold.iter().find(|gold| span.parts.iter().any(|&part| alike(part, gold.range)));
        let mut right = right_ones(field, &candidates, stretch);
        if stretch.is_some() && !right.contains(&true) {
            right = candidates.iter().map(|candidate| candidate.region == Region::Orphan).collect();
            missed += 1;
        }
        let best = candidates
            .iter()
            .enumerate()
            .max_by_key(|(index, candidate)| (candidate.features.score(weights), Reverse(*index)))
            .map(|(_, candidate)| candidate);
        if let Some(best) = best.filter(|best| !matches!(best.region, Region::Nobody | Region::Orphan)) {
            let partner = partner(field, quote, best.speaker, previous);
            previous = Some(Previous { quote, cue: best.cue, speaker: best.speaker, partner });
        }
        if right.contains(&true) {
            out.push(candidates.into_iter().map(|candidate| candidate.features).zip(right).collect());
        }
    }
    (out, missed)
}

/// Which candidates are right for a quote that is annotated as `stretch` says: cue and speaker, else the speaker alone.
fn right_ones(field: &Field<'_>, candidates: &[Attribution<Vector>], stretch: Option<&Gold>) -> Vec<bool> {
    let Some(gold) = stretch else {
        return candidates.iter().map(|candidate| candidate.region == Region::Nobody).collect();
    };
    let agree = |items: Option<ItemRange>, marked: Option<TextRange>| match (items, marked) {
        (Some(items), Some(marked)) => field.words.range(items).overlaps(marked),
        (None, None) => true,
        _ => false,
    };
    let speaks = |candidate: &Attribution<Vector>| {
        agree(candidate.speaker.map(|speaker| field.nominals[speaker].items()), gold.speaker)
    };
    let both: Vec<bool> = candidates
        .iter()
        .map(|candidate| candidate.region != Region::Nobody && agree(candidate.cue, gold.cue) && speaks(candidate))
        .collect();
    if both.contains(&true) {
        return both;
    }
    candidates
        .iter()
        .map(|candidate| gold.speaker.is_some() && candidate.speaker.is_some() && speaks(candidate))
        .collect()
}

/// Whether two stretches share more than half of what they cover together.
fn alike(one: TextRange, other: TextRange) -> bool {
    one.intersect(other).is_some_and(|both| both.len().get() * 2 > one.cover(other).len().get())
}

const _: () = assert!(FEATURES.len() == Feature::SingleMarks.index() + 1, "FEATURES lists every feature");
