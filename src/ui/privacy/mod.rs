//! What is stored on this device, how to check it, and how to delete all of it.
//!
//! `dialog` says it, `wipe` deletes, and `wiped` is what is shown when nothing is left. Read `wipe` first.

pub(crate) mod dialog;
pub(crate) mod wipe;
pub(crate) mod wiped;
