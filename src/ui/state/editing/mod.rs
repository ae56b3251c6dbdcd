//! Changes that a person makes to the article, as functions over the `desk`.
//! `edit` says what a gesture means for what is selected now; `marking` makes marks, `several` works on several at once,
//! `same_words` on all that have the same words, `speakers` says who speaks, `version` puts another text in; `deed` is what
//! the person is told of it.
//! Read `edit` first.

pub(crate) mod deed;
pub(crate) mod edit;
pub(crate) mod marking;
mod notes;
pub(crate) mod same_words;
pub(crate) mod several;
pub(crate) mod speakers;
pub(crate) mod version;
