//! What rules find, and how it takes the place of what the model found.

use std::ops::Range;

use crate::entities::name::Name;
use crate::tagger::Class;

/// How sure a name is at most that a rule found, in units of weight.
pub(super) const MARGIN: i32 = 40;

/// A name of `tokens` that a rule found.
pub(super) fn claim(tokens: Range<usize>, class: Class) -> Name {
    Name { tokens, class, margin: MARGIN, known: false }
}

/// Puts `claims`, which are in order and disjoint, in the place of the names that they overlap.
pub(super) fn overlay(names: &mut Vec<Name>, claims: Vec<Name>) {
    if claims.is_empty() {
        return;
    }
    let mut ahead = claims.iter().peekable();
    names.retain(|name| {
        while ahead.next_if(|claim| claim.tokens.end <= name.tokens.start).is_some() {}
        ahead.peek().is_none_or(|claim| claim.tokens.start >= name.tokens.end)
    });
    names.extend(claims);
    names.sort_by_key(|name| name.tokens.start);
}

/// The name that covers `token`, if any; names are in order.
pub(super) fn covering(names: &[Name], token: usize) -> Option<&Name> {
    let at = names.partition_point(|name| name.tokens.end <= token);
    names.get(at).filter(|name| name.tokens.start <= token)
}
