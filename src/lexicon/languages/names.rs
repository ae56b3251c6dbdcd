//! What keeps ordinary words of other languages from being taken for listed names.

use crate::text::words;

/// Articles that names of places begin with, in several languages; they begin sentences as well.
pub(crate) const ARTICLES: &[&str] =
    words!("el la los las le les il lo i gli die der das den dem de het een o a os as an al un una uno une");

/// First names that are words of their own at the start of a noun's capital or a sentence: months, days, titles, nouns.
pub(crate) const NO_FIRST_NAMES: &[&str] = words!(
    "mai juni juli märz maj mark ernst rose wolf heide stern gold santa san saint don doña dona sankt sir lady prince \
     prins prinz princess real inter nova alba van von der den mercedes dollar frank franc lira kader ali per mit son \
     mar sol luz paz cruz sen ben se un may june august april"
);
