//! inspector

pub(crate) mod edge_buttons;
pub(crate) mod entity_select;
pub(crate) mod multiple;
pub(crate) mod notes;
pub(crate) mod panel;
pub(crate) mod scope;
pub(crate) mod speakers;
