//! Labels of the person's own: which go together (`fitting`), and the sets of them that outlive an article (`sets`).

pub(crate) mod fitting;
mod sets;

pub use sets::{LabelSet, LabelSets, Learned};
