//! Offices, and adjectives that stand before them or are offices themselves.

use crate::lexicon::list::words;

/// Offices that "leader" may stand for.
pub(crate) const LEADERS: &[&str] = words!("president premier minister chancellor king queen sultan emir chief ruler");
/// Adjectives that belong to the office behind them: "former mayor".
pub(crate) const BEFORE_OFFICES: &[&str] = words!("former acting deputy senior fellow top");
/// Role nouns that are adjectives as well: "the official record".
pub(crate) const ALSO_ADJECTIVES: &[&str] =
    words!("official conservative liberal public left right expert general principal");
