//! Weights of the attribution ranker: one global constant for each feature.

/// A weight of this size multiplies the odds by e.
pub(crate) const SCALE: i32 = 256;

/// In the order of [`super::feature::FEATURES`].
pub(crate) const WEIGHTS: &[i32] = &[0; 64];
