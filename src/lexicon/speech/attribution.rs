//! What shows, beside a name, that its bearer speaks or acts.

/// Verbs of saying, and "who": the tagger is told of them.
pub(crate) const BESIDE_NAMES: &str =
    "said says told added who argued explained noted stated tweeted warned wrote asked announced claimed insisted";
