//! The lists beside the article (`panels`, and `follow` after an edit), and what a review has left (`queue`).

pub(super) mod follow;
pub(super) mod panels;
pub(super) mod queue;
