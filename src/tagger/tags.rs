//! What the model says of an article: a label for each token, and the names that the labels spell.

use crate::tagger::decode::Odds;
use crate::tagger::labels::{Class, Label};

/// What the model says of each token of an article.
#[derive(Debug, Default)]
pub struct Tags {
    /// The best labels.
    pub labels: Vec<Label>,
    /// How far behind the best labeling the others are.
    pub odds: Vec<Odds>,
}

/// A name as the model sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its tokens.
    pub tokens: std::ops::Range<usize>,
    /// Its class.
    pub class: Class,
    /// How far the best labeling is ahead of those that give one of its tokens another class or none, in units of weight.
    pub margin: i32,
}

/// The names that labels spell.
pub fn spans(tags: &Tags) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for (token, &label) in tags.labels.iter().enumerate() {
        let Some(class) = label.class() else { continue };
        let behind = tags.odds[token]
            .iter()
            .enumerate()
            .filter(|(capital, _)| *capital != class as usize + 1)
            .map(|(_, &o)| o)
            .max();
        let margin = -behind.unwrap_or(0);
        match out.last_mut() {
            Some(span) if label.is_inside() && span.tokens.end == token && span.class == class => {
                span.tokens.end = token + 1;
                span.margin = span.margin.min(margin);
            }
            _ => out.push(Span { tokens: token..token + 1, class, margin }),
        }
    }
    out
}
