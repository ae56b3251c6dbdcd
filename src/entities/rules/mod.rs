//! Names that their form or the words beside them tell where the model fails: each file holds one sort.
//!
//! Every rule reads the names once and gives claims in order; [`overlay`] puts them in the place of what they overlap.

mod firms;
mod forms;
mod none;
mod reach;
mod titled;

use crate::entities::name::{Name, View};
use crate::tagger::Class;

/// How sure a name is at most that a rule found, in units of weight.
const MARGIN: i32 = 40;

/// Sets names right whose borders or class the model could not know.
pub(super) fn settle(view: View<'_>, names: &mut Vec<Name>) {
    reach::persons(view, names);
    overlay(names, forms::claims(view, names));
    overlay(names, titled::claims(view, names));
    reach::places(view, names);
    firms::classes(view, names);
    overlay(names, firms::claims(view, names));
    none::drop(view, names);
}

/// Whether shares of it are spoken of.
pub(super) fn is_traded(view: View<'_>, name: &Name) -> bool {
    firms::is_traded(view, name)
}

/// A name of `tokens` that a rule found.
fn claim(tokens: std::ops::Range<usize>, class: Class) -> Name {
    Name { tokens, class, margin: MARGIN, known: false }
}

/// Puts `claims`, which are in order and disjoint, in the place of the names that they overlap.
fn overlay(names: &mut Vec<Name>, claims: Vec<Name>) {
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
fn covering<'a>(names: &'a [Name], token: usize) -> Option<&'a Name> {
    let at = names.partition_point(|name| name.tokens.end <= token);
    names.get(at).filter(|name| name.tokens.start <= token)
}
