//! Fits the weights of the attribution ranker to annotated articles (native tools only; may use floats).

use crate::entities::Recognition;
use crate::segment::Segmentation;
use crate::text::{Source, TextRange};

use crate::quotes::attribution::candidate::{Attribution, Previous, Region};
use crate::quotes::attribution::exchange::partner;
use crate::quotes::attribution::feature::{FEATURES, Feature, Vector};
use crate::quotes::attribution::generate;
use crate::quotes::attribution::weights;
use crate::quotes::parse::context::Field;
use crate::quotes::parse::index::{IdVec, ItemRange, QuoteId};
use crate::quotes::parse::nominals;
use crate::quotes::spans::find;

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

/// Fits by stochastic gradient on the log-likelihood that a right candidate wins, weights averaged over the last half.
pub fn fit(articles: &[Article], epochs: u32) -> Fit {
    let n = FEATURES.len();
    let mut w: Vec<f64> = weights::WEIGHTS.iter().map(|&x| f64::from(x) / f64::from(weights::SCALE)).collect();
    w.resize(n, 0.0);
    let mut sum = vec![0.0; n];
    let mut steps = 0.0;
    let mut result = Fit {
        weights: Vec::new(),
        names: FEATURES.iter().map(|f| format!("{f:?}")).collect(),
        right: (0, 0),
        unreachable: 0,
    };
    for epoch in 0..epochs {
        let rate = 0.05 / (1.0 + f64::from(epoch));
        result.right = (0, 0);
        result.unreachable = 0;
        let rounded = rounded(&w);
        for article in articles {
            let (examples, missed) = examples(article, &rounded);
            result.unreachable += missed;
            for example in examples {
                result.right.1 += 1;
                result.right.0 += u32::from(step(&example, &mut w, rate));
                if epoch * 2 >= epochs {
                    for (s, x) in sum.iter_mut().zip(&w) {
                        *s += x;
                    }
                    steps += 1.0;
                }
            }
        }
    }
    let mean: Vec<f64> = sum.iter().map(|s| s / f64::max(steps, 1.0)).collect();
    result.weights = rounded(&mean);
    result
}

fn rounded(w: &[f64]) -> Vec<i32> {
    w.iter().map(|x| (x * f64::from(weights::SCALE)).round() as i32).collect()
}

fn step(example: &Example, w: &mut [f64], rate: f64) -> bool {
    let dot = |v: &Vector| v.iter().map(|(f, x)| w[f as usize] * f64::from(x)).sum::<f64>();
    let scores: Vec<f64> = example.iter().map(|(v, _)| dot(v)).collect();
    let top = scores.iter().copied().fold(f64::MIN, f64::max);
    let mass: Vec<f64> = scores.iter().map(|s| (s - top).exp()).collect();
    let all: f64 = mass.iter().sum();
    let good: f64 = mass.iter().zip(example).filter(|(_, e)| e.1).map(|(m, _)| m).sum();
    let won = scores.iter().zip(example).filter(|(s, _)| **s >= top).any(|(_, e)| e.1);
    for ((v, right), m) in example.iter().zip(&mass) {
        let push = f64::from(u8::from(*right)) * m / good.max(1e-9) - m / all;
        for (f, x) in v.iter() {
            w[f as usize] += rate * push * f64::from(x);
        }
    }
    for x in w.iter_mut() {
        *x *= 1.0 - rate * 1e-4;
    }
    won
}

/// The quotes of one article as examples, with the model's own choices before each; and how many have no right candidate.
fn examples(article: &Article, weights: &[i32]) -> (Vec<Example>, u32) {
    let spans = find::spans(&article.source, &find::readable(&article.segmentation), &[]).swap_remove(0);
    let readings =
        crate::quotes::parse::lookup::readings(&article.source, &article.segmentation, &article.names.spellings);
    let spans: IdVec<QuoteId, _> = spans.into();
    let words = crate::quotes::parse::read::words(&article.source, &article.segmentation, &readings, &spans, None);
    let nominals = nominals::nominals(&words, &article.names);
    let shapes: IdVec<QuoteId, _> =
        spans.iter().map(|q| crate::quotes::spans::shape::Shape::of(words.text, q)).collect();
    let ended = nominals::ended(&nominals, &words);
    let tally = crate::quotes::parse::distance::Tally::of(&words.items);
    let field = Field {
        words: &words,
        tally: &tally,
        nominals: &nominals,
        ended: &ended,
        shapes: &shapes,
        quotes: &spans,
        british: crate::quotes::parse::context::british(&spans),
    };
    let mut previous = None;
    let (mut out, mut cues, mut missed) = (Vec::new(), Vec::new(), 0);
    for (q, span) in spans.enumerated() {
        let mut candidates: Vec<Attribution<Vector>> = Vec::new();
        generate::candidates(&field, q, previous, &mut cues, &mut candidates);
        let gold = article.gold.iter().find(|g| span.parts.iter().any(|p| alike(*p, g.range)));
        let touch = |range: Option<ItemRange>, gold: Option<TextRange>| match (range, gold) {
            (Some(items), Some(g)) => words.range(items).overlaps(g),
            (None, None) => true,
            _ => false,
        };
        let mut labels: Vec<bool> = candidates
            .iter()
            .map(|c| match gold {
                None => c.region == Region::Nobody,
                Some(g) => {
                    c.region != Region::Nobody
                        && touch(c.cue, g.cue)
                        && touch(c.speaker.map(|s| nominals[s].items()), g.speaker)
                }
            })
            .collect();
        if let Some(g) = gold
            && !labels.contains(&true)
        {
            labels = candidates
                .iter()
                .map(|c| {
                    g.speaker.is_some()
                        && c.speaker.is_some()
                        && touch(c.speaker.map(|s| nominals[s].items()), g.speaker)
                })
                .collect();
        }
        let best = candidates
            .iter()
            .enumerate()
            .max_by_key(|(i, c)| (c.features.score(weights), std::cmp::Reverse(*i)))
            .map(|(_, c)| c);
        if gold.is_some() && !labels.contains(&true) {
            labels = candidates.iter().map(|c| c.region == Region::Orphan).collect();
            missed += 1;
        }
        if let Some(best) = best.filter(|b| !matches!(b.region, Region::Nobody | Region::Orphan)) {
            let partner = partner(&field, q, best.speaker, previous);
            previous = Some(Previous { quote: q, cue: best.cue, speaker: best.speaker, partner });
        }
        if labels.contains(&true) {
            out.push(candidates.into_iter().zip(labels).map(|(c, l)| (c.features, l)).collect());
        }
    }
    (out, missed)
}

fn alike(a: TextRange, b: TextRange) -> bool {
    a.intersect(b).is_some_and(|both| both.len().get() * 2 > a.cover(b).len().get())
}

const _: () = assert!(FEATURES.len() == Feature::SingleMarks as usize + 1, "FEATURES lists every feature");
