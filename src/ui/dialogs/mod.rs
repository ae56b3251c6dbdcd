//! Layers over the page, each of which is a real dialog.
//! Every file is one of them (`changer` and `chosen_file` are parts of two): all keys and their change, a label of the person's own, all labels, the word list, files for others,
//! what came of files, title and text, what became of annotations when the text was edited, and the command palette.
//! Read `export` first: it is the shortest, and the others are built alike.

pub(crate) mod carried;
mod changer;
mod chosen_file;
pub(crate) mod export;
pub(crate) mod files;
pub(crate) mod label;
pub(crate) mod label_sets;
pub(crate) mod palette;
pub(crate) mod shortcuts;
pub(crate) mod text;
pub(crate) mod unsaved;
pub(crate) mod word_list;
