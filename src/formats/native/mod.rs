//! The project's own JSON: "Download JSON", and what the page keeps on the device.
//!
//! Version 1 is described by `schema/annotations.schema.json`. Offsets count Unicode code points; every span repeats the
//! words it covers, so that a reader can check its own counting, and so that this one can repair a file whose offsets
//! were counted otherwise or whose text was edited.
//! `record` is the file as it lies there, `write` makes it and `read` believes nothing of it; `anchor` finds the words of an
//! annotation whose place is wrong.
//! Read `record` first.

mod anchor;
mod grams;
mod history;
mod read;
mod reader;
mod record;
mod words;
mod write;

pub use anchor::{Repairs, Unit};
pub(in crate::formats) use read::MAX_LABELS;
pub use read::{Opened, read, read_session};
pub(in crate::formats) use reader::label;
pub(in crate::formats) use record::LabelRecord;
pub(in crate::formats) use words::Word;
pub(in crate::formats) use write::label_record;
pub use write::{write, write_change, write_session};

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// The value of `format`.
pub const FORMAT: &str = "article-annotator";

/// The version written; reading takes all up to it.
pub const VERSION: u64 = 1;

/// The value of `offset_unit`.
pub const OFFSET_UNIT: &str = "unicode-code-points";

/// SHA-256 of the UTF-8 bytes of `text`, lower-case hexadecimal.
pub fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        write!(hex, "{byte:02x}").expect("invariant: writing to a string does not fail");
        hex
    })
}
