//! dialogs

pub(crate) mod export;
pub(crate) mod label;
pub(crate) mod palette;
pub(crate) mod shortcuts;
pub(crate) mod word_list;
