//! Small words within names.

use crate::text::words;

/// What may stand within a name: the tagger is told of it.
pub(crate) const WITHIN: &str = "of the and for in on de da do dos das del della di du des la le les el al el- al- bin bint ibn ben abu van von \
     der den ter ten zu zur y e i a an at to & ' 's - – ‐ ‑ / . + d l o san";
/// What opens family names: "von", "al".
pub(crate) const BEFORE_FAMILY_NAMES: &str =
    "de da do dos das del della di du la le el al van von bin bint ibn abu ben ten ter zu";
/// What stands before nothing but family names, as written.
pub(crate) const NEVER_ALONE: &[&str] = words!("von dos das della di del du zu zur bin bint ibn den der ter vom");
/// What a dash with spaces follows within a name: "Al - Sudais".
pub(crate) const BEFORE_DASHES: &[&str] = words!("al el ul bin ibn");
/// What joins the words of Spanish and Portuguese names of places, the longest first.
pub(crate) const ROMANCE: &[&[&str]] = &[
    words!("de los"),
    words!("de las"),
    words!("de la"),
    words!("del"),
    words!("de"),
    words!("do"),
    words!("da"),
    words!("dos"),
    words!("das"),
];
