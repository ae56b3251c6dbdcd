//! Whom the words for a speaker mean, as far as that can be said.

use std::sync::Arc;

use crate::entities::EntityIndex;
use crate::vocabulary::Evidence;

/// Who is meant, and why.
#[derive(Clone, Debug, Default)]
pub(crate) struct Resolution<'a> {
    /// Index into [`Recognition::entities`](crate::entities::Recognition::entities).
    pub(crate) entity: Option<EntityIndex>,
    /// The rule and the words it speaks of; made evidence only for what is given out.
    pub(crate) why: Option<(&'static str, Wording<'a>)>,
    /// Others it could be, best first, with their points.
    pub(crate) rivals: Vec<(EntityIndex, i32)>,
}

impl Resolution<'_> {
    /// Why, as data.
    pub(crate) fn evidence(&self) -> Option<Evidence> {
        self.why.as_ref().map(|(rule, words)| Evidence::new(*rule, words.shared()))
    }
}

/// Words that a reason speaks of.
#[derive(Clone, Debug)]
pub(crate) enum Wording<'a> {
    /// Of the article.
    Article(&'a str),
    /// Made of the article's.
    Made(String),
    /// An entity's name, which is shared.
    Name(&'a Arc<str>),
}

impl Wording<'_> {
    fn shared(&self) -> Arc<str> {
        match self {
            Self::Article(words) => Arc::from(*words),
            Self::Made(words) => Arc::from(words.as_str()),
            Self::Name(name) => Arc::clone(name),
        }
    }
}
