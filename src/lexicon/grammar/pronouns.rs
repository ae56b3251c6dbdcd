//! Pronouns, by what they may stand for.

use crate::lexicon::roles::Bearer;
use crate::text::words;

/// Personal pronouns as subjects.
pub(crate) const PERSONAL: &[&str] = words!("he she they i we");
/// Pronouns that open relative clauses.
pub(crate) const RELATIVE: &[&str] = words!("who that which whom");
/// Pronouns that seldom are who speaks.
pub(crate) const IMPERSONAL: &[&str] = words!("it you this these those there");
/// Pronouns for some or all people.
pub(crate) const INDEFINITE: &[&str] = words!("everyone everybody someone somebody nobody");
/// Pronouns as objects; "her" counts as possessive.
pub(crate) const OBJECT: &[&str] = words!("him them me us himself herself themselves myself");
/// Possessive pronouns.
pub(crate) const POSSESSIVE: &[&str] = words!("his her their my our your its whose");
/// Weak pronouns that take their meaning from the words before them.
pub(crate) const BACKWARD: &[&str] = words!("who which that it");
/// What, as written, points to a text that was spoken of before: "the statement", "its letter".
pub(crate) const POINTING_BACK: &[&str] = words!("the The it its");
/// What, written in capitals, is still itself: "THE" is the determiner, "US" no pronoun.
pub(crate) const CERTAIN_IN_CAPITALS: &[&str] = words!("he she they who the");
/// What a subject in lower case begins with, where a verb stands before it.
pub(crate) const LOWER_SUBJECT_OPENERS: &[&str] = words!("the he she they");

/// The place in a clause that a form of "he" or "she" has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// he
    Subject,
    /// him
    Object,
    /// his; "her" counts here
    Possessive,
    /// himself
    Reflexive,
}

/// Whom a form of "he" or "she" means: a man or a woman. In capitals only "HE" and "SHE" count, by [`in_capitals`].
pub(crate) fn gendered(word: &str) -> Option<(Bearer, Case)> {
    Some(match word {
        "he" | "He" => (Bearer::Man, Case::Subject),
        "him" => (Bearer::Man, Case::Object),
        "his" | "His" => (Bearer::Man, Case::Possessive),
        "himself" => (Bearer::Man, Case::Reflexive),
        "she" | "She" => (Bearer::Woman, Case::Subject),
        "her" | "Her" => (Bearer::Woman, Case::Possessive),
        "herself" => (Bearer::Woman, Case::Reflexive),
        _ => return None,
    })
}

/// Whom "HE" or "SHE" means.
pub(crate) fn in_capitals(word: &str) -> Option<Bearer> {
    match word {
        "HE" => Some(Bearer::Man),
        "SHE" => Some(Bearer::Woman),
        _ => None,
    }
}

/// Whether `word` may be people who say something: "who", "nobody". Of those that open a sentence "Someone" and
/// "Somebody" are left out: they seldom are.
pub(crate) fn means_people(word: &str) -> bool {
    word == "who" || INDEFINITE.contains(&word) || matches!(word, "Everyone" | "Everybody" | "Nobody")
}

/// Whether a relative clause may begin with `word`.
pub(crate) fn opens_relative(word: &str) -> bool {
    word == "whose" || RELATIVE.contains(&word)
}
