//! Words around speech that are neither verbs nor nouns of saying: calls, letters left out, verbs of other languages, what
//! words are published in. `verbs` of this module's parent holds the words of saying; read it first.

pub(crate) mod attribution;
pub(crate) mod calls;
pub(crate) mod elisions;
pub(crate) mod foreign_verbs;
pub(crate) mod works;
