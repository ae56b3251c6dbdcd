//! Why a task of the command line ended without its result.

use std::fmt::Display;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use crate::formats::{BinaryKind, OpenError};
use crate::train::corpus::{CorpusError, CorpusFault};

/// Why a task ended without its result, in words for the person who ran it.
#[derive(Debug)]
pub enum CliError {
    /// The arguments make no sense. Exit code 2.
    Usage(String),
    /// The task could not be done, or not all of it. Exit code 1.
    Failed(String),
    /// The reader of our output has gone (`| head`): no fault, nothing to say.
    ReaderGone,
}

impl CliError {
    /// Wrong arguments.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::Usage(message.into())
    }

    /// A task that could not be done.
    pub fn failed(message: impl Into<String>) -> Self {
        Self::Failed(message.into())
    }

    /// A file that could not be read, written or understood.
    pub fn file(path: impl AsRef<Path>, why: impl Display) -> Self {
        Self::Failed(format!("{}: {why}", path.as_ref().display()))
    }

    /// Output that could not be written.
    pub fn output(error: &io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::ReaderGone
        } else {
            Self::failed(format!("cannot write the result: {error}"))
        }
    }

    /// What to tell the person, if anything.
    pub fn message(&self) -> Option<String> {
        match self {
            Self::Usage(message) => Some(format!("{message}; --help shows the arguments")),
            Self::Failed(message) => Some(message.clone()),
            Self::ReaderGone => None,
        }
    }

    /// The process's exit code.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Self::Usage(_) => ExitCode::from(2),
            Self::Failed(_) => ExitCode::from(1),
            Self::ReaderGone => ExitCode::SUCCESS,
        }
    }
}

/// Why a file holds no text, to stand behind its name.
pub(super) fn not_a_text(fault: &OpenError) -> String {
    match fault {
        OpenError::TooLarge { bytes, limit } => format!("has {bytes} bytes; at most {limit} are taken"),
        OpenError::Binary(Some(kind)) => format!("is not a text file but looks like {}", kind_of_file(*kind)),
        OpenError::NulBytes => "is not a text file: it holds NUL bytes".to_owned(),
        OpenError::Encoding => "is neither UTF-8 nor UTF-16".to_owned(),
        _ => "is not a text file".to_owned(),
    }
}

fn kind_of_file(kind: BinaryKind) -> &'static str {
    match kind {
        BinaryKind::Pdf => "a PDF",
        BinaryKind::Office => "an office document or an archive",
        BinaryKind::OldWord => "an old office document",
        BinaryKind::RichText => "rich text (RTF)",
        BinaryKind::Picture => "a picture",
        BinaryKind::Media => "sound or a film",
        BinaryKind::Compressed => "a compressed file",
        BinaryKind::Recording => "a recording",
        BinaryKind::Program => "a program",
        BinaryKind::Database => "a database",
    }
}

impl From<CorpusError> for CliError {
    fn from(error: CorpusError) -> Self {
        let path = error.path.display();
        Self::failed(match error.fault {
            CorpusFault::Unreadable(why) => format!("{path}: {why}"),
            CorpusFault::NotADocument(line) => format!("{path}:{line}: not a document"),
            CorpusFault::NotMarked(why) => format!("{path}: {why}"),
        })
    }
}

impl From<lexopt::Error> for CliError {
    fn from(error: lexopt::Error) -> Self {
        Self::usage(error.to_string())
    }
}
