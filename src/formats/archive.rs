//! One file with everything that a person has on a device: all articles, the deleted ones too, and what outlives them.
//!
//! ```json
//! {"format": "article-annotator-archive", "version": 1,
//!  "articles": [{"id": "1-2", "title": "Lake ferry", "updated_ms": 5, "deleted_ms": null,
//!                "whole": "{…}", "changes": ["{…}"], "raw": null,
//!                "snapshots": [{"made_ms": 4, "name": "first", "cause": "person", "words": 9, "mentions": 2, "quotes": 1,
//!                               "open": 0, "text": "{…}"}]}],
//!  "values": {"words": "{…}"}}
//! ```
//! What lies on the device is carried as it is, letter by letter, so that nothing is lost on the way, not even what
//! cannot be read: of that everything that was found is in `raw`. An archive without kept versions (`snapshots`) is of version
//! 1, which older pages read; one with them is of version 2, which they refuse, since they would leave them out.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::formats::{BadValue, OpenError};

/// What the file calls itself.
pub const FORMAT: &str = "article-annotator-archive";
const VERSION: u64 = 2;
/// What an archive without kept versions is of.
const WITHOUT_SNAPSHOTS: u64 = 1;
/// An archive says what it is within so many bytes.
pub const LOOK: usize = 400;
/// The largest archive that is opened, in bytes.
pub const MAX_ARCHIVE_BYTES: usize = 512 << 20;

/// An article as it lies on the device.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filed {
    /// Its name on the device.
    pub id: String,
    /// What the list calls it.
    pub title: String,
    /// When it was saved last, in milliseconds since 1970 (UTC).
    pub updated_ms: u64,
    /// When it was put into the trash.
    pub deleted_ms: Option<u64>,
    /// The stored form; empty when it cannot be read.
    pub whole: String,
    /// What changed since, oldest first.
    pub changes: Vec<String>,
    /// Everything that was found, where something cannot be read.
    pub raw: Option<String>,
    /// Versions that were kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub snapshots: Vec<Snapshot>,
}

/// A version of an article that was kept, with what the list of them says without reading it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Snapshot {
    /// When it was made, in milliseconds since 1970 (UTC).
    pub made_ms: u64,
    /// What the person calls it; empty when it was kept by itself.
    pub name: String,
    /// Why it was kept, as a code.
    pub cause: String,
    /// Words of the article.
    pub words: u32,
    /// Names that are not rejected.
    pub mentions: u32,
    /// Quotes that are not rejected.
    pub quotes: u32,
    /// Suggestions nobody had looked at.
    pub open: u32,
    /// The stored form, without history.
    pub text: String,
}

/// Everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Archive {
    /// The articles.
    pub articles: Vec<Filed>,
    /// What outlives an article, by name.
    pub values: BTreeMap<String, String>,
}

#[derive(Serialize, Deserialize)]
struct File<'a> {
    format: Cow<'a, str>,
    version: u64,
    articles: Cow<'a, [Filed]>,
    values: Cow<'a, BTreeMap<String, String>>,
}

#[derive(Deserialize)]
struct Head {
    format: String,
    version: Option<u64>,
}

/// The file.
///
/// # Panics
/// Never: what is written is plain data.
pub fn write(archive: &Archive) -> String {
    let file = File {
        format: FORMAT.into(),
        version: if archive.articles.iter().all(|article| article.snapshots.is_empty()) {
            WITHOUT_SNAPSHOTS
        } else {
            VERSION
        },
        articles: Cow::Borrowed(&archive.articles),
        values: Cow::Borrowed(&archive.values),
    };
    let mut json = serde_json::to_string(&file).expect("invariant: the records are plain data");
    json.push('\n');
    json
}

/// Whether a file calls itself an archive, by its beginning.
pub fn is_archive(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(LOOK)]);
    let compact: String =
        start.chars().filter(|character| !character.is_whitespace() && *character != '\u{feff}').collect();
    compact.strip_prefix("{\"format\":\"").is_some_and(|rest| rest.starts_with(FORMAT))
}

/// Reads the file.
///
/// # Errors
/// Why it cannot be read.
pub fn read(json: &str) -> Result<Archive, OpenError> {
    let head: Head = serde_json::from_str(json).map_err(|error| why(&error))?;
    if head.format != FORMAT {
        return Err(OpenError::NotOurs);
    }
    match head.version {
        None => Err(OpenError::BadValue(BadValue::NoVersion)),
        Some(version) if version > VERSION => Err(OpenError::Newer { version, known: VERSION }),
        Some(_) => {
            let file: File = serde_json::from_str(json).map_err(|error| why(&error))?;
            Ok(Archive { articles: file.articles.into_owned(), values: file.values.into_owned() })
        }
    }
}

fn why(error: &serde_json::Error) -> OpenError {
    let (line, column) = (error.line(), error.column());
    match error.classify() {
        serde_json::error::Category::Eof => OpenError::Truncated,
        serde_json::error::Category::Data => {
            OpenError::BadValue(BadValue::Parser { line, column, detail: error.to_string() })
        }
        _ => OpenError::BadJson { line, column },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_comes_back_letter_by_letter() {
        let article = Filed {
            id: "1-2".into(),
            title: "„Hafen“".into(),
            updated_ms: 7,
            deleted_ms: Some(9),
            whole: "{\"text\": \"a\u{0}\\u0000\"}\n".into(),
            changes: vec!["[1]".into(), String::new()],
            raw: None,
            snapshots: Vec::new(),
        };
        let odd = Filed { id: "odd".into(), raw: Some("{not json".into()), ..Filed::default() };
        let values = BTreeMap::from([("words".to_owned(), "{}".to_owned())]);
        let mut archive = Archive { articles: vec![article, odd], values };
        let old = write(&archive);
        assert!(old.contains("\"version\":1,") && !old.contains("snapshots"), "older pages read it");
        assert_eq!(read(&old), Ok(archive.clone()));
        let name = "before lunch".to_owned();
        archive.articles[0].snapshots =
            vec![Snapshot { made_ms: 3, name, text: "{\"a\": 1}".into(), ..Snapshot::default() }];
        let file = write(&archive);
        assert!(is_archive(file.as_bytes()));
        assert!(!is_archive(b"{\"format\": \"article-annotator\", \"text\": \"article-annotator-archive\"}"));
        assert_eq!(read(&file), Ok(archive));
        assert_eq!(read(&file[..file.len() / 2]), Err(OpenError::Truncated));
        let newer = file.replacen("\"version\":2", "\"version\":3", 1);
        assert_eq!(read(&newer), Err(OpenError::Newer { version: 3, known: 2 }));
        assert_eq!(read("{\"format\": \"other\", \"version\": 1}"), Err(OpenError::NotOurs));
    }
}
