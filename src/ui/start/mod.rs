//! The empty state: what is there before an article is open.
//! `screen` draws it with `paste_form`, `paste_box` hears what is pasted and typed, `recent` lists the saved articles.
//! Read `screen` first.

pub(crate) mod paste_box;
pub(crate) mod paste_form;
pub(crate) mod recent;
pub(crate) mod screen;
