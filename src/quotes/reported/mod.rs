//! What is said without marks: a word that reports, who says it, and the clause it reports. `find` walks the sentences
//! and asks of each word that may report what it does so with; read it first. A verb's patterns stand in `complements`,
//! one function each; what is beside the clause, behind a noun or said of somebody has a file of its own. The `ranker` decides
//! whether a find is somebody's words and where they end.

pub(crate) mod asides;
pub(crate) mod complements;
pub(crate) mod extent;
pub(crate) mod find;
pub(crate) mod headline;
pub(crate) mod nouns;
pub(crate) mod pattern;
pub mod ranker;
pub(crate) mod sentence;
pub(crate) mod subjects;
pub(crate) mod topics;
pub(crate) mod verb;
