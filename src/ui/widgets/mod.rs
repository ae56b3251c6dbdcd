//! Small things that any component may use; they know nothing of where they stand.
//! `context` hands out the dispatcher, the language and the keys; the others are a button's click, a list to choose from,
//! a modal layer, icons, signs of checks and notes, positions that follow the layout, and drawing that can wait (`deferred`) or is left out (`near`).
//! Read `context` first.

pub(crate) mod button;
pub(crate) mod context;
pub(crate) mod deferred;
pub(crate) mod draft;
pub(crate) mod icons;
pub(crate) mod layout;
pub(crate) mod modal;
pub(crate) mod near;
pub(crate) mod select;
pub(crate) mod signs;
