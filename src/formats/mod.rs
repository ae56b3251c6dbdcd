//! Files: the project's own JSON, what can be opened, what can be exported.

mod error;
mod limits;
pub mod native;

pub use error::OpenError;
pub use limits::{MAX_FILE_BYTES, MAX_TEXT_BYTES};
