//! Why a file cannot be opened, as one sentence for the person.

use std::fmt;

use super::limits::{MAX_FILE_BYTES, MAX_TEXT_BYTES};
use crate::document::Violation;

/// Why a file or pasted text was refused. The current work stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// No bytes, or nothing but white space.
    Empty,
    /// More than can be opened.
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The largest size taken.
        limit: usize,
    },
    /// Not text; what it looks like, if the first bytes say so ("a PDF document").
    Binary(Option<&'static str>),
    /// Text with NUL bytes in it.
    NulBytes,
    /// Neither UTF-8 nor UTF-16.
    Encoding,
    /// JSON that ends in the middle.
    Truncated,
    /// Not JSON.
    BadJson {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
    },
    /// JSON, but not of this program.
    NotOurs,
    /// Of a version that this program does not know.
    Newer {
        /// The version of the file's format.
        version: u64,
    },
    /// Something is missing or of the wrong type; in the words of the parser.
    BadValue(String),
    /// No annotation lies where the file says, nor anywhere else.
    NothingFits,
    /// The file contradicts itself.
    Inconsistent(Violation),
}

fn megabytes(bytes: usize) -> f64 {
    (bytes as f64 / 1_048_576.0 * 10.0).round() / 10.0
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("There is no text in it"),
            Self::TooLarge { bytes, limit } => {
                write!(
                    f,
                    "It is too large: {} MB, and the most that can be opened is {} MB",
                    megabytes(*bytes),
                    megabytes(*limit)
                )?;
                if *limit == MAX_TEXT_BYTES && *limit < MAX_FILE_BYTES { f.write_str(" of text") } else { Ok(()) }
            }
            Self::Binary(Some(what)) => write!(
                f,
                "This looks like {what}, not text; copy the text out of it, or open a .txt, .md, .html or .json file"
            ),
            Self::Binary(None) => f.write_str("This is not a text file; open a .txt, .md, .html or .json file"),
            Self::NulBytes => f.write_str("The text contains NUL bytes, so it is damaged or not text at all"),
            Self::Encoding => {
                f.write_str("The text is neither UTF-8 nor UTF-16; save it as UTF-8 in your editor and open it again")
            }
            Self::Truncated => f.write_str(
                "The file breaks off in the middle, as after an incomplete download; get a whole copy of it",
            ),
            Self::BadJson { line, column } => {
                write!(f, "The file is not valid JSON: it goes wrong at line {line}, column {column}")
            }
            Self::NotOurs => f.write_str("This JSON file does not come from Article Annotator"),
            Self::Newer { version } => write!(
                f,
                "The file was saved by a newer Article Annotator (format {version}, this one knows up to {}); reload the \
                 page to get the newest",
                super::native::VERSION
            ),
            Self::BadValue(detail) => write!(f, "The file lacks something or has a wrong value in it: {detail}"),
            Self::NothingFits => f.write_str("None of the annotations in the file fit its text"),
            Self::Inconsistent(violation) => write!(f, "The file contradicts itself: {violation}"),
        }
    }
}

impl std::error::Error for OpenError {}
