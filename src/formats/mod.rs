//! Files: the project's own JSON, what can be opened, what can be exported.
//! `open` finds out what was brought and reads it with `decode`, `html` and `markdown`, or says with `others` what it is;
//! `native` is our own JSON, `export`
//! all that other programs read, `archive` all articles in one file.
//! Read `open` first.

pub mod archive;
mod beside;
pub mod bundle;
mod contents;
mod decode;
mod error;
pub mod export;
pub mod html;
pub mod journal;
pub mod label_sets;
mod limits;
pub mod markdown;
pub mod native;
mod open;
mod others;
mod western;
pub mod wordlist;

pub use contents::contents;
pub use decode::{Decoded, decode, decode_or_assume, decode_up_to};
pub use error::{BadValue, BinaryKind, Choice, OpenError, OtherFile};
pub use export::{Export, ExportGroup, Loss, losses};
pub use limits::{LOOK, MAX_FILE_BYTES, MAX_PAGE_BYTES, MAX_TEXT_BYTES};
pub use open::{Content, Format, Found, check_size, open};

use crate::vocabulary::BlockKind;
use native::Word as _;

/// The word that files have for a role.
pub fn block_word(kind: BlockKind) -> &'static str {
    kind.word()
}
