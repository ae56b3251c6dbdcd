//! Decides of a find whether it is somebody's words (`said`) and where these end (`joints`), by what can be seen of it: its
//! `signs`, each of which has one number of `points`. `fit` finds the points again.
//! Read `signs` first.

#[cfg(feature = "train")]
pub mod fit;
pub(crate) mod joints;
pub(crate) mod points;
pub(crate) mod said;
pub(crate) mod signs;
