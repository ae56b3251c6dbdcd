//! The list of articles on this device: looked through, sorted, tagged, renamed, several handled at once.
//!
//! `list` draws it with `row`; `look` is what the person wants to see, and `order` what that shows; `search` reads the texts;
//! `deeds` is what is done to articles that are not open. Read `look` first.

pub(crate) mod dates;
pub(crate) mod deeds;
pub(crate) mod list;
pub(crate) mod look;
pub(crate) mod order;
pub(crate) mod row;
pub(crate) mod search;
