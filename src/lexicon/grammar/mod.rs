//! Words that tell of grammar rather than of the world: pronouns, determiners, auxiliaries, what opens a clause. Each file
//! holds one sort of word, first as plain lists, then by what the rules ask of it. Read `auxiliaries` first.

pub(crate) mod adverbs;
pub(crate) mod auxiliaries;
pub(crate) mod clauses;
pub(crate) mod determiners;
pub(crate) mod prepositions;
pub(crate) mod pronouns;
