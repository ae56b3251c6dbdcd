//! What is said without marks: a verb of saying, its subject, and the clause it reports. `sentence` walks the sentences and
//! asks the patterns; read it first.

pub(crate) mod complements;
pub(crate) mod extent;
pub(crate) mod pattern;
pub(crate) mod sentence;
pub(crate) mod subjects;
pub(crate) mod topics;
