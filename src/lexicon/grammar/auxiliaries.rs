//! Auxiliary verbs: forms of "be" and "do", modal verbs; verbs that link as "be" does.

use crate::text::words;

/// Forms of "be" that can be the only verb of a clause. "Am" and contracted forms stand with [`OTHERS`]: no reported
/// passive has them.
pub(crate) const FINITE_BE: &[&str] = words!("is are was were");
/// Forms of "be" that stand behind another auxiliary.
pub(crate) const INNER_BE: &[&str] = words!("be been being");
/// Forms of "do".
pub(crate) const DO: &[&str] = words!("do does did");
/// Modal verbs that questions begin with.
pub(crate) const ASKING_MODALS: &[&str] = words!("will would can could should");
/// Modal verbs that questions seldom begin with. "Shall" stands with [`OTHERS`].
pub(crate) const OTHER_MODALS: &[&str] = words!("may might must");
/// Further auxiliaries, contracted forms and negated ones.
pub(crate) const OTHERS: &[&str] = words!(
    "has have had shall 'll 'd 've 're 'm am hasn't didn't doesn't don't isn't aren't wasn't weren't won't wouldn't \
     couldn't can't cannot hadn't haven't shouldn't"
);

/// Verbs that lead to a state of mind as "be" does: "remains sure".
pub(crate) const LINKING: &[&str] = words!("remains remained seems seemed");

/// Whether `word` is a form of "be".
pub(crate) fn is_be(word: &str) -> bool {
    FINITE_BE.contains(&word) || INNER_BE.contains(&word)
}

/// Whether `word` is a form of "be", negated or not.
pub(crate) fn is_be_or_negated(word: &str) -> bool {
    let negated = word.strip_suffix("n't").or_else(|| word.strip_suffix("n’t"));
    is_be(word) || negated.is_some_and(|verb| FINITE_BE.contains(&verb))
}

/// Whether a base form behind `word` is no statement: "to say", "would say", "did not say".
pub(crate) fn leads_base_form(word: &str) -> bool {
    matches!(word, "to" | "not" | "n't") || ASKING_MODALS.contains(&word) || OTHER_MODALS.contains(&word)
}

/// Whether `word` denies the verb behind it: "did not say", "never said", "didn't say".
pub(crate) fn negates(word: &str) -> bool {
    matches!(word, "not" | "never" | "n't" | "n’t" | "cannot") || word.ends_with("n't") || word.ends_with("n’t")
}

/// Whether a question may begin with `word`.
pub(crate) fn opens_question(word: &str) -> bool {
    DO.iter().chain(ASKING_MODALS).any(|verb| word.eq_ignore_ascii_case(verb))
}

#[cfg(test)]
mod tests {
    use super::{is_be_or_negated, leads_base_form, opens_question};

    #[test]
    fn auxiliaries_by_what_they_do() {
        assert!(["was", "being", "wasn't", "weren’t"].into_iter().all(is_be_or_negated));
        assert!(!["am", "been't", "don't", "n't"].into_iter().any(is_be_or_negated));
        assert!(leads_base_form("might") && !leads_base_form("shall"));
        assert!(opens_question("Would") && !opens_question("may"));
    }
}
