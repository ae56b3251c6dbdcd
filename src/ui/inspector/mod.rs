//! What is selected: everything about it, and everything that can be done to it.
//! `panel` shows one annotation and puts the other parts together; `multiple` stands in its place when several are
//! selected.
//! Read `panel` first.

pub(crate) mod edge_buttons;
pub(crate) mod entity_select;
pub(crate) mod fold;
pub(crate) mod multiple;
pub(crate) mod notes;
pub(crate) mod panel;
pub(crate) mod scope;
pub(crate) mod speakers;
