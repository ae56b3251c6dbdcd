//! article

pub(crate) mod body;
pub(crate) mod drag_start;
pub(crate) mod find_bar;
pub(crate) mod handles;
pub(crate) mod paragraph;
pub(crate) mod selection;
pub(crate) mod selection_toolbar;
pub(crate) mod speaker_line;
