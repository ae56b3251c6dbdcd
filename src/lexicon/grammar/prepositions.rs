//! Prepositions, by what they lead to.

use crate::text::words;

/// All prepositions.
pub(crate) const ALL: &[&str] = words!(
    "of in to with by for from at about on against into over under toward towards among between during through behind \
     near via upon within without outside inside across despite per around beyond off like amid"
);
/// From a feeling to what it is about: "is worried about".
pub(crate) const OF_FEELING: &[&str] = words!("of about with by at over");
/// To where or when something was said: "announced in May".
pub(crate) const PLACING: &[&str] = words!("in on at during");
/// From a person to the body they act for: "a spokeswoman for the Bureau".
pub(crate) const OF_OFFICE: &[&str] = words!("for of from at with");
/// Before the title of a work: "a chapter of “Ulysses”".
pub(crate) const BEFORE_TITLE: &[&str] = words!("on of in for from");
/// Before the title of a work in which somebody plays or that somebody saw.
pub(crate) const BEFORE_WORKS: &[&str] = words!("in from");
/// From an institution to its field: "Ministry of Health".
pub(crate) const OF_FIELD: &[&str] = words!("of for on");
