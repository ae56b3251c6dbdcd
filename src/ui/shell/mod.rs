//! The frame of the page: the bar at the top, the line at the foot, the notes, and the workspace between them.
//! `workspace` puts the article and what stands at its `side` together, on small screens a sheet with a `sheet_handle`; `warm_up` draws one of them out of sight, so that
//! the first article appears at once; `paste_over` hears what is pasted while an article is open.
//! Read `workspace` first.

pub(crate) mod header;
pub(crate) mod offline;
pub(crate) mod paper_notes;
pub(crate) mod paste_over;
pub(crate) mod sheet_handle;
pub(crate) mod side;
pub(crate) mod status_line;
pub(crate) mod toasts;
pub(crate) mod warm_up;
pub(crate) mod workspace;
