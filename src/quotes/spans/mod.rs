//! What stands in marks: quotation marks are found, paired and measured, and dialogue dashes, set-off blocks and the lines of
//! a transcript are taken for marks too. `find` puts them together; read it first. Nothing here knows who speaks.

pub(crate) mod find;
pub(crate) mod glyph;
pub(crate) mod layout;
pub(crate) mod lines;
pub(crate) mod nesting;
pub(crate) mod pairing;
#[cfg(test)]
mod pairing_tests;
pub(crate) mod scan;
pub(crate) mod shape;
