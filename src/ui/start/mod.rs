//! start

pub(crate) mod paste_box;
pub(crate) mod recent;
pub(crate) mod screen;
