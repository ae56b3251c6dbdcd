//! Names that their form or the words beside them tell where the model fails: each file holds one sort.
//!
//! Every rule reads the names once and gives `claims` in order, which take the place of what they overlap.

mod beside;
mod claims;
mod firms;
mod forms;
mod none;
mod reach;
mod titled;

pub(super) use beside::with_article;
pub(super) use firms::is_traded;

use crate::entities::name::{Name, View};
use crate::entities::rules::claims::overlay;

/// Sets names right whose borders or class the model could not know.
pub(super) fn settle(view: View<'_>, names: &mut Vec<Name>) {
    reach::persons(view, names);
    overlay(names, forms::claims(view, names));
    overlay(names, titled::claims(view, names));
    overlay(names, beside::claims(view, names));
    reach::places(view, names);
    firms::classes(view, names);
    overlay(names, firms::claims(view, names));
    none::drop(view, names);
}
