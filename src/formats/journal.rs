//! A note of writes that are under way, as JSON: the page keeps it where it is left, and reads it at the next start.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// One write of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// The version of the article it makes.
    pub version: u32,
    /// Whether `text` is all of the article, or what changed since the version before.
    pub whole: bool,
    /// What was written.
    pub text: Arc<str>,
}

#[derive(Serialize, Deserialize)]
struct WriteRecord<'a> {
    version: u32,
    whole: bool,
    text: Cow<'a, str>,
}

/// The note of an article.
pub fn write_note(writes: &[Write]) -> String {
    let record = |write: &'_ Write| WriteRecord {
        version: write.version,
        whole: write.whole,
        text: Cow::Owned(write.text.to_string()),
    };
    serde_json::to_string(&writes.iter().map(record).collect::<Vec<_>>()).expect("invariant: numbers and texts")
}

/// The writes of a note; `None` when it is none.
pub fn read_note(note: &str) -> Option<Vec<Write>> {
    let records: Vec<WriteRecord<'_>> = serde_json::from_str(note).ok()?;
    let write = |WriteRecord { version, whole, text }| Write { version, whole, text: text.into() };
    Some(records.into_iter().map(write).collect())
}

/// A small thing beside the articles that was being written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SmallWrite {
    /// What it is called.
    pub name: String,
    /// What the database had, as far as the page knew.
    pub before: Option<String>,
    /// What it was to have.
    pub value: Option<String>,
}

/// The note of small things.
pub fn write_small_note(writes: &[SmallWrite]) -> String {
    serde_json::to_string(writes).expect("invariant: names and texts")
}

/// The small things of a note; none when it is none.
pub fn read_small_note(note: &str) -> Vec<SmallWrite> {
    serde_json::from_str(note).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_noted_is_read_again() {
        let writes = [
            Write { version: 1, whole: true, text: "A \u{1f642} “x”".into() },
            Write { version: 2, whole: false, text: "b\n".into() },
        ];
        assert_eq!(read_note(&write_note(&writes)).as_deref(), Some(&writes[..]));
        assert_eq!(read_note("[{]"), None);
        let small = [SmallWrite { name: "labels".into(), before: None, value: Some("Boat".into()) }];
        assert_eq!(read_small_note(&write_small_note(&small)), small);
        assert_eq!(read_small_note("[{]"), []);
    }
}
