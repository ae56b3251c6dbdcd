//! Adverbs that no ending tells, and those that say that something is hearsay.

use crate::text::words;

/// Adverbs without -ly, or shorter than those that the ending tells.
pub(crate) const PLAIN: &[&str] = words!(
    "not n't never also then later just now still again already only even too ever often instead however perhaps simply \
     here meanwhile earlier soon else rather quite very always sometimes further back"
);
/// Adverbs by which the article leaves it open whether something is so.
pub(crate) const HEARSAY: &[&str] = words!("reportedly allegedly supposedly purportedly seemingly");
