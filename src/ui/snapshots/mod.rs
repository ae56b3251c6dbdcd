//! Versions of the open article that are kept beside it: `dialog` lists them, `row` is one of them, `difference` shows what is
//! different between two; `deeds` does what is asked, and keeps versions by itself.
//! Read `dialog` first.

pub(crate) mod deeds;
pub(crate) mod dialog;
mod difference;
mod row;
