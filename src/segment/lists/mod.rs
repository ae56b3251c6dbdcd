//! The closed lists of splitting, which the lexicon cannot hold because it is read before: each in a file of its own. Longer
//! lists of phrases stand in `structure`, in text files.

pub(crate) mod abbreviations;
pub(crate) mod agencies;
pub(crate) mod byline_openings;
pub(crate) mod cookie_notices;
pub(crate) mod dateline_particles;
pub(crate) mod sentence_openers;
pub(crate) mod speech_verbs;
pub(crate) mod top_level_domains;
