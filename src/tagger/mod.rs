//! The statistical sequence model: a linear-chain conditional random field with integer weights, two stages.
//!
//! Only tokens that may be part of a name ([`Article::candidate`]) are labeled; the others are outside of names.
//! `article` is the text as the model sees it, `features` what it asks of a token, `decode` the best labeling, `second` the
//! stage that looks at the first one's answers.
//! Read `article` first, then [`Tagger::tag`].

mod article;
mod decode;
pub mod features;
mod labels;
pub mod second;
mod tags;
mod weights;
mod words;

pub use article::{Article, GROUPS, Line, Statistic, Style, is_title};
pub use decode::Odds;
pub use labels::{CLASSES, Class, LABELS, Label, allowed};
pub use tags::{Span, Tags, spans};
#[cfg(feature = "train")]
pub use weights::write;
pub use weights::{Row, Scores, Transitions, Weights};
pub use words::{Case, Word, Words};

use crate::tagger::decode::{Decoder, rule_out};
use crate::tagger::features::{Side, Sink, Template};
use crate::tagger::second::Digest;

/// A trained model.
#[derive(Debug, Default)]
pub struct Tagger {
    weights: Weights,
    transitions: [Transitions; 2],
}

impl Tagger {
    /// The model that ships with the engine.
    #[cfg(feature = "model")]
    pub fn embedded() -> Self {
        let weights = Weights::read(include_bytes!("../../seeds/model/names.bin"));
        Self::new(weights.expect("invariant: the shipped model is readable"))
    }

    /// A tagger of these weights.
    pub fn new(weights: Weights) -> Self {
        let transitions = weights.transitions.map(rule_out);
        Self { weights, transitions }
    }

    /// The weights.
    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    /// Labels the tokens of an article.
    pub fn tag(&self, article: &Article) -> Tags {
        let (first, mut emissions) = self.first(article);
        if self.weights.is_empty() {
            return first;
        }
        let digest = Digest::new(article, &first);
        for &line in &article.lines {
            for token in (line.start..line.end).filter(|&token| article.candidate[token]) {
                let mut sum = Sum { weights: &self.weights, scores: emissions[token] };
                digest.features(article, &first, token, &mut sum);
                emissions[token] = sum.scores;
            }
        }
        Self::decode(article, &emissions, &self.transitions[1])
    }

    /// The first stage alone, with the scores of each token.
    pub fn first(&self, article: &Article) -> (Tags, Vec<Scores>) {
        let mut emissions = vec![Scores::default(); article.ids.len()];
        if !self.weights.is_empty() {
            let mut sums = Sums::new(article.words.list().len());
            for &line in &article.lines {
                for token in (line.start..line.end).filter(|&token| article.candidate[token]) {
                    emissions[token] = self.emission(article, line, token, &mut sums);
                }
            }
        }
        (Self::decode(article, &emissions, &self.transitions[0]), emissions)
    }

    fn decode(article: &Article, emissions: &[Scores], transitions: &Transitions) -> Tags {
        let count = article.ids.len();
        let mut tags = Tags { labels: vec![Label::OUTSIDE; count], odds: vec![Odds::default(); count] };
        let mut decoder = Decoder::default();
        for &line in &article.lines {
            for run in runs(article, line) {
                let (labels, odds) = (&mut tags.labels[run.clone()], &mut tags.odds[run.clone()]);
                decoder.run(transitions, &emissions[run], labels, odds);
            }
        }
        tags
    }

    fn emission(&self, article: &Article, line: Line, token: usize, sums: &mut Sums) -> Scores {
        let mut sum = Sum { weights: &self.weights, scores: sums.own(&self.weights, article, token) };
        for (slot, side, offset) in SIDES {
            let other = token.checked_add_signed(offset).filter(|other| (line.start..line.end).contains(other));
            let part = sums.context(&self.weights, article, other, slot, side);
            for (score, add) in sum.scores.iter_mut().zip(part) {
                *score += add;
            }
        }
        features::token(article, line, token, &mut sum);
        sum.scores
    }
}

const SIDES: [(usize, Side, isize); 4] =
    [(0, Side::Before2, -2), (1, Side::Before1, -1), (2, Side::After1, 1), (3, Side::After2, 2)];

/// All features of a token, in the order in which the tagger sums them.
pub fn all_features(article: &Article, line: Line, token: usize, sink: &mut impl Sink) {
    features::own(article.word(token), sink);
    for (_, side, offset) in SIDES {
        let other = token.checked_add_signed(offset).filter(|other| (line.start..line.end).contains(other));
        features::context(other.map(|other| article.word(other)), side, sink);
    }
    features::token(article, line, token, sink);
}

/// The runs of candidate tokens of a sentence.
pub fn runs(article: &Article, line: Line) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
    let mut at = line.start;
    std::iter::from_fn(move || {
        let start = (at..line.end).find(|&token| article.candidate[token])?;
        let end = (start..line.end).find(|&token| !article.candidate[token]).unwrap_or(line.end);
        at = end;
        Some(start..end)
    })
}

struct Sum<'a> {
    weights: &'a Weights,
    scores: Scores,
}

impl Sink for Sum<'_> {
    fn add(&mut self, template: Template, first: u64, second: u64) {
        self.weights.add(features::key(template, first, second), &mut self.scores);
    }
}

/// Sums of weights that depend on one word, kept for the article.
struct Sums {
    /// For each word, where its own sum stands in `known` and those of its four sides; [`Sums::UNKNOWN`] until asked for.
    places: Vec<[u32; 5]>,
    /// The same of the edge of a sentence.
    edge: [u32; 5],
    known: Vec<Scores>,
}

impl Sums {
    const UNKNOWN: u32 = u32::MAX;

    fn new(words: usize) -> Self {
        Self { places: vec![[Self::UNKNOWN; 5]; words], edge: [Self::UNKNOWN; 5], known: Vec::with_capacity(2 * words) }
    }

    fn own(&mut self, weights: &Weights, article: &Article, token: usize) -> Scores {
        let place = &mut self.places[article.ids[token] as usize][4];
        *kept(place, &mut self.known, weights, |sum| features::own(article.word(token), sum))
    }

    fn context(
        &mut self,
        weights: &Weights,
        article: &Article,
        other: Option<usize>,
        slot: usize,
        side: Side,
    ) -> &Scores {
        let place = match other {
            Some(other) => &mut self.places[article.ids[other] as usize][slot],
            None => &mut self.edge[slot],
        };
        kept(place, &mut self.known, weights, |sum| {
            features::context(other.map(|other| article.word(other)), side, sum);
        })
    }
}

/// The sum at `place`, made by `make` at the first time.
fn kept<'a>(
    place: &mut u32,
    known: &'a mut Vec<Scores>,
    weights: &Weights,
    make: impl FnOnce(&mut Sum<'_>),
) -> &'a Scores {
    if *place == Sums::UNKNOWN {
        let mut sum = Sum { weights, scores: Scores::default() };
        make(&mut sum);
        *place = known.len() as u32;
        known.push(sum.scores);
    }
    &known[*place as usize]
}
