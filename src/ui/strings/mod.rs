//! Every word of the page, in every language it speaks.
//!
//! Each language is a folder (`en`, `de`) that fills the tables `page_table` and `message_table`; the compiler finds a field
//! that is missing, and `check` compares the languages. `lang` lists them, and the other files turn what happened, as data,
//! into a sentence of a language. Read `page_table` first, then `messages`.
//!
//! To add a language: copy `en`, translate it, and name it here and in [`Lang::ALL`].

mod bringing;
#[cfg(test)]
mod check;
mod de;
mod en;
mod evidence;
mod exports;
mod failures;
mod keeping;
mod lang;
mod library;
mod message_table;
mod messages;
mod names;
mod page_table;
mod privacy;
mod tables;
mod versions;
mod words;

pub(crate) use evidence::evidence;
pub(crate) use exports::{export, export_group, losses};
pub(crate) use failures::storage;
pub(crate) use lang::Lang;
pub(crate) use messages::{action, failure, message, offer};
pub(crate) use names::{block_kind, edge_name, kind_name, quote_kind, shape_name};
pub(crate) use page_table::Strings;
pub(crate) use words::fill;
