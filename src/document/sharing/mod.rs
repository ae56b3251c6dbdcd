//! What two versions of a document share, and in what they differ.

pub(crate) mod difference;
pub(crate) mod shared_map;
