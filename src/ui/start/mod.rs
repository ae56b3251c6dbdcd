//! start

pub(crate) mod paste_box;
pub(crate) mod screen;
