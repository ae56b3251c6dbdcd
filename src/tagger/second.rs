//! The second stage: what the first stage thinks of a word elsewhere in the article, as features (after Krishnan and
//! Manning 2006, "An effective two-stage model for exploiting non-local dependencies").

use crate::lexicon::{ByHash, extend};
use crate::tagger::article::Article;
use crate::tagger::decode::Odds;
use crate::tagger::features::{Sink, Template};
use crate::tagger::labels::CLASSES;
use crate::tagger::tags::{Span, Tags, spans};

/// Sums of shares, in permille.
type Shares = [i32; CLASSES + 1];

/// e^(-UNIT · 4 k), in thousandths: what an odd of -4 k units weighs.
const DECAY: [i32; 37] = [
    1000, 828, 685, 567, 470, 389, 322, 266, 221, 183, 151, 125, 104, 86, 71, 59, 49, 40, 33, 28, 23, 19, 16, 13, 11,
    9, 7, 6, 5, 4, 3, 3, 2, 2, 2, 1, 1,
];

/// The share of each class, in permille.
fn shares(odds: &Odds) -> Shares {
    let weights = odds.map(|o| DECAY.get((o.unsigned_abs() / 4) as usize).copied().unwrap_or(0));
    let sum: i32 = weights.iter().sum();
    weights.map(|word| word * 1000 / sum.max(1))
}

const fn bucket(permille: i32) -> u64 {
    match permille {
        ..50 => 0,
        50..300 => 1,
        300..600 => 2,
        600..900 => 3,
        _ => 4,
    }
}

/// What the first stage says of the whole article.
#[derive(Debug)]
pub struct Digest {
    shares: Vec<Shares>,
    /// By form: sums over its capitalized tokens, and how many there are; apart for tokens that stand alone and those
    /// with a capitalized neighbor.
    forms: Vec<[(Shares, i32); 2]>,
    /// By form: in how many longer names of each class it is the first, an inner, the last word.
    within: Vec<[[u16; 3]; CLASSES]>,
    /// By words of a name: in how many names of each class.
    names: ByHash<[i32; CLASSES]>,
    /// The span of each token, by number plus one.
    span_of: Vec<u32>,
    spans: Vec<(Span, u64)>,
}

impl Digest {
    /// Sums up the first stage.
    pub fn new(article: &Article, tags: &Tags) -> Self {
        let tokens = article.ids.len();
        let mut out = Self {
            shares: vec![Shares::default(); tokens],
            forms: vec![[(Shares::default(), 0); 2]; article.words.forms()],
            within: vec![[[0; 3]; CLASSES]; article.words.forms()],
            names: ByHash::default(),
            span_of: vec![0; tokens],
            spans: Vec::new(),
        };
        for token in (0..tokens).filter(|&token| article.candidate[token]) {
            let word = article.word(token);
            out.shares[token] = shares(&tags.odds[token]);
            if word.case.is_capital() {
                let (sum, count) = &mut out.forms[word.form as usize][usize::from(alone(article, token))];
                for (score, share) in sum.iter_mut().zip(out.shares[token]) {
                    *score += share;
                }
                *count += 1;
            }
        }
        for span in spans(tags) {
            let mut key = 0;
            for token in span.tokens.clone() {
                key = extend(key, article.word(token).lower);
                out.span_of[token] = out.spans.len() as u32 + 1;
                if let Some(role) = role(&span, token) {
                    out.within[article.word(token).form as usize][span.class as usize][role] += 1;
                }
            }
            out.names.entry(key).or_default()[span.class as usize] += 1;
            out.spans.push((span, key));
        }
        out
    }

    /// Features of token `i`.
    pub fn features(&self, article: &Article, tags: &Tags, token: usize, sink: &mut impl Sink) {
        let word = article.word(token);
        let here = self.shares[token];
        let label = u64::from(tags.labels[token].0);
        if !word.case.is_capital() {
            return;
        }
        let alone = alone(article, token);
        for (kind, &(sum, count)) in self.forms[word.form as usize].iter().enumerate() {
            let own = i32::from(kind == usize::from(alone));
            let others = count - own;
            if others == 0 {
                continue;
            }
            let sides = u64::from(alone) << 1 | kind as u64;
            let elsewhere: Shares = std::array::from_fn(|capital| (sum[capital] - own * here[capital]) / others);
            for (class, share) in elsewhere.into_iter().enumerate() {
                sink.add(Template::Elsewhere, class as u64, bucket(share) << 4 | (others.min(3) as u64) << 2 | sides);
            }
            let top = (0..=CLASSES)
                .fold(0, |best, capital| if elsewhere[capital] > elsewhere[best] { capital } else { best });
            sink.add(Template::Elsewhere, 64 | top as u64, label << 2 | sides);
        }
        let mine = self.span_of[token].checked_sub(1).map(|score| &self.spans[score as usize]);
        for class in 0..CLASSES {
            for place in 0..3 {
                let own =
                    mine.is_some_and(|(score, _)| score.class as usize == class && role(score, token) == Some(place));
                let times = self.within[word.form as usize][class][place] - u16::from(own);
                if times > 0 {
                    sink.add(Template::Within, (class * 3 + place) as u64, u64::from(times.min(2)) << 8 | label);
                }
            }
        }
        if let Some((span, key)) = mine {
            let mut votes = self.names.get(key).copied().unwrap_or_default();
            votes[span.class as usize] -= 1;
            let all: i32 = votes.iter().sum();
            if all > 0 {
                let top =
                    (0..CLASSES).fold(0, |best, capital| if votes[capital] > votes[best] { capital } else { best });
                let agreed = u64::from(votes[top] * 3 > all * 2);
                sink.add(Template::NameElsewhere, top as u64, label << 1 | agreed);
            }
        }
    }
}

/// Whether a token has no capitalized neighbor.
fn alone(article: &Article, token: usize) -> bool {
    let capital = |other: usize| article.ids.len() > other && article.word(other).case.is_capital();
    !(token > 0 && capital(token - 1) || capital(token + 1))
}

/// Where in a longer name a token stands: first, inner or last.
fn role(span: &Span, token: usize) -> Option<usize> {
    match span.tokens.len() {
        0 | 1 => None,
        _ if token == span.tokens.start => Some(0),
        _ if token + 1 == span.tokens.end => Some(2),
        _ => Some(1),
    }
}
