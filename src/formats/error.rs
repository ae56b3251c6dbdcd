//! Why a file cannot be opened, as data: who shows it has the words.

use std::fmt;

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
    /// Not text; what it looks like, if the first bytes say so.
    Binary(Option<BinaryKind>),
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
    /// Text of a known kind, but no article.
    Other(OtherFile),
    /// Of a version that this program does not know.
    Newer {
        /// The version of the file's format.
        version: u64,
        /// The newest that this program knows.
        known: u64,
    },
    /// Something is missing or of the wrong type.
    BadValue(BadValue),
    /// No annotation lies where the file says, nor anywhere else.
    NothingFits,
    /// The file contradicts itself.
    Inconsistent(Violation),
}

/// What a file without text looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryKind {
    /// PDF.
    Pdf,
    /// Word, OpenDocument or any zip archive.
    Office,
    /// Word before 2007.
    OldWord,
    /// RTF.
    RichText,
    /// A picture.
    Picture,
    /// A picture, a film or a recording.
    Media,
    /// Compressed.
    Compressed,
    /// A recording.
    Recording,
    /// A program.
    Program,
    /// A database.
    Database,
}

/// What is text, and yet no article: it would be read as one word by word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherFile {
    /// What the command line writes: one line of annotations an article.
    Annotations,
    /// Lines of JSON, as the command line and other tools read them.
    JsonLines,
    /// A table that this program exported.
    OwnTable,
    /// Another table.
    Table,
    /// One word a line with its tags.
    Columns,
    /// Annotations beside a text in a file of its own (brat).
    Standoff,
    /// Web Annotations in JSON-LD.
    WebAnnotations,
    /// XML that is no page.
    Xml,
    /// The report that this program exported.
    OwnReport,
    /// The page that this program exported.
    OwnPage,
    /// A person's word list.
    WordList,
    /// A person's labels.
    Labels,
    /// Everything of a device, which is opened as a file.
    Everything,
}

/// A value of a file that is missing or wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadValue {
    /// The version of the format is missing.
    NoVersion,
    /// What the JSON parser says; lines and columns are counted from 1.
    Parser {
        /// Line.
        line: usize,
        /// Column.
        column: usize,
        /// In the parser's words, for logs.
        detail: String,
    },
    /// A word that stands for none of the choices.
    Word(Choice, String),
    /// Neither the engine nor the person.
    Maker(String),
    /// A number that is not between 0 and 1.
    Confidence(String),
    /// A number that is no latitude or longitude.
    Degrees(String),
    /// An id that leaves no room for those to come.
    Id(u32),
    /// There is no such color.
    Color(u8),
    /// A label that is not in the file's list of labels.
    UnlistedLabel(String),
    /// A word list knows only the built-in labels.
    NotALabel(String),
    /// So many labels are too many.
    Labels(usize),
}

/// What a word in a file chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The shape of a label.
    Shape,
    /// Who made an annotation.
    Origin,
    /// The state of review.
    Review,
    /// The state of fact checking.
    Status,
    /// The kind of a quote.
    QuoteKind,
    /// The role of a paragraph.
    BlockKind,
}

/// For logs.
impl fmt::Display for OpenError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, out)
    }
}

impl std::error::Error for OpenError {}
