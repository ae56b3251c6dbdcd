//! Which annotations are shown.

use std::collections::BTreeSet;

use crate::document::{Annotation, Body, LabelId, Origin, Review};

/// By what the person decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ReviewFilter {
    /// Suggestions and accepted ones.
    #[default]
    All,
    /// Only what nobody decided yet.
    Suggested,
    /// Only what the person accepted or made.
    Accepted,
}

/// By who made it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum OriginFilter {
    /// Whoever.
    #[default]
    All,
    /// The engine.
    Engine,
    /// The person, or a file that was opened.
    Person,
}

/// Which annotations are shown; the default shows all that are not rejected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Labels that are switched off.
    pub hidden_labels: BTreeSet<LabelId>,
    /// Quotes are switched off.
    pub hide_quotes: bool,
    /// By decision.
    pub review: ReviewFilter,
    /// By maker.
    pub origin: OriginFilter,
}

impl Filter {
    /// Whether `annotation` is shown. Rejected ones never are.
    pub fn shows(&self, annotation: &Annotation) -> bool {
        let kind = match &annotation.body {
            Body::Mention(mention) => !self.hidden_labels.contains(&mention.label),
            Body::Quote(_) => !self.hide_quotes,
        };
        let review = match (self.review, annotation.review) {
            (_, Review::Rejected) => false,
            (ReviewFilter::All, _) => true,
            (ReviewFilter::Suggested, review) => review == Review::Suggested,
            (ReviewFilter::Accepted, review) => review == Review::Accepted,
        };
        let origin = match self.origin {
            OriginFilter::All => true,
            OriginFilter::Engine => annotation.origin == Origin::Engine,
            OriginFilter::Person => annotation.origin != Origin::Engine,
        };
        kind && review && origin
    }

    /// Whether everything is shown.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }
}
