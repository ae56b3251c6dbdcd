//! commands

pub(crate) mod keymap;
pub(crate) mod table;
