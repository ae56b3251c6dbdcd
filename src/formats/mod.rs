//! Files: the project's own JSON, what can be opened, what can be exported.

pub mod archive;
mod decode;
mod error;
pub mod export;
pub mod html;
mod limits;
pub mod markdown;
pub mod native;
mod open;
pub mod wordlist;

pub use decode::{decode, decode_up_to};
pub use error::{BadValue, BinaryKind, Choice, OpenError};
pub use export::{Export, Loss, losses};
pub use limits::{MAX_FILE_BYTES, MAX_TEXT_BYTES};
pub use open::{Content, Format, open};
