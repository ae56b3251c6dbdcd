//! Words in lower case that a dateline may have.

use crate::text::words;

/// Particles of places, and prepositions before a date.
pub(crate) const DATELINE_PARTICLES: &[&str] = words!("de da do of the and el la al on in by");
