//! commands

pub(crate) mod chord;
pub(crate) mod keyboard;
pub(crate) mod keymap;
pub(crate) mod table;
