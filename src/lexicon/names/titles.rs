//! Forms of address before names.

use crate::lexicon::roles::Bearer;

/// What a form of address says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Courtesy {
    /// Whose it is: a man's, a woman's, a person's of either gender.
    pub(crate) bearer: Bearer,
    /// People are called by it when they are talked to: "Come here, Mr Bennet!".
    pub(crate) calls: bool,
}

/// What the form of address `word`, as it stands before a name, says.
pub(crate) fn courtesy(word: &str) -> Option<Courtesy> {
    let (bearer, calls) = match word {
        "Mr" | "Mr." | "Sir" => (Bearer::Man, true),
        "Lord" | "Brother" | "Don" => (Bearer::Man, false),
        "Mrs" | "Mrs." | "Miss" | "Ms" | "Ms." | "Lady" => (Bearer::Woman, true),
        "Dame" | "Sister" | "Doña" | "Madame" => (Bearer::Woman, false),
        "Dr" | "Dr." => (Bearer::Person, true),
        _ => return None,
    };
    Some(Courtesy { bearer, calls })
}
