//! Tables of words for single parts of the page.
//! `around` has those of what stands around the article, `snapshots` those of kept versions, `told` those of what was done, of
//! which `deeds` makes sentences.

pub(super) mod around;
pub(super) mod deeds;
pub(super) mod snapshots;
pub(super) mod told;
