//! Tables of words for single parts of the page.
//! `around` has those of what stands around the article, `label_sets` those of labels for all articles, `snapshots` those of
//! kept versions, `told` those of what was done, of
//! which `deeds` makes sentences.

pub(super) mod around;
pub(super) mod deeds;
pub(super) mod label_sets;
pub(super) mod snapshots;
pub(super) mod told;
