//! The person's own word list as JSON: kept on the device, exported to share, imported.
//!
//! ```json
//! {"format": "article-annotator-word-list", "version": 1,
//!  "entries": [{"words": "Díaz", "label": "PERSON", "name": "Ana Díaz"}, {"words": "May", "label": null, "name": null}]}
//! ```
//! An entry without label says that the words name nothing; one with `"line": true`, that a paragraph of these words alone
//! is set aside. Lists with such lines are of version 2, others of version 1.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::beside::{bad_value, check_head};
use super::{BadValue, OpenError};
use crate::document::{LabelId, WordChoice, WordList};

pub(super) const FORMAT: &str = "article-annotator-word-list";
const VERSION: u64 = 2;
/// Lists without lines can be read by what knows nothing of lines.
const VERSION_WITHOUT_LINES: u64 = 1;
const LABELS: [(&str, LabelId); 3] =
    [("PERSON", LabelId::PERSON), ("PLACE", LabelId::PLACE), ("ORGANIZATION", LabelId::ORGANIZATION)];

#[derive(Serialize, Deserialize)]
struct File<'a> {
    format: Cow<'a, str>,
    version: u64,
    entries: Vec<Entry<'a>>,
}

#[derive(Serialize, Deserialize)]
struct Entry<'a> {
    words: Cow<'a, str>,
    label: Option<Cow<'a, str>>,
    name: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    line: bool,
}

/// The file.
pub fn write(list: &WordList) -> String {
    let entry = |(words, choice): (&str, &WordChoice)| match choice {
        WordChoice::Never | WordChoice::Aside => {
            Entry { words: words.to_owned().into(), label: None, name: None, line: *choice == WordChoice::Aside }
        }
        WordChoice::Name { label, name } => Entry {
            words: words.to_owned().into(),
            label: LABELS.iter().find(|(_, id)| id == label).map(|(word, _)| (*word).into()),
            name: Some(name.to_string().into()),
            line: false,
        },
    };
    let has_lines = list.entries().any(|(_, choice)| *choice == WordChoice::Aside);
    let version = if has_lines { VERSION } else { VERSION_WITHOUT_LINES };
    let file = File { format: FORMAT.into(), version, entries: list.entries().map(entry).collect() };
    let mut json = serde_json::to_string_pretty(&file).expect("invariant: the records are plain data");
    json.push('\n');
    json
}

/// Reads the file.
///
/// # Errors
/// One sentence on why it cannot be read.
pub fn read(json: &str) -> Result<WordList, OpenError> {
    check_head(json, FORMAT, VERSION)?;
    let file: File<'_> = serde_json::from_str(json).map_err(|error| bad_value(&error))?;
    let mut list = WordList::default();
    for entry in &file.entries {
        let choice = match (&entry.label, &entry.name) {
            _ if entry.line => WordChoice::Aside,
            (None, _) => WordChoice::Never,
            (Some(label), name) => {
                let known = LABELS.iter().find(|(word, _)| word == label);
                let (_, label) =
                    known.ok_or_else(|| OpenError::BadValue(BadValue::NotALabel(label.as_ref().to_owned())))?;
                WordChoice::Name { label: *label, name: name.as_ref().unwrap_or(&entry.words).as_ref().into() }
            }
        };
        list.put(&entry.words, choice);
    }
    Ok(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_comes_back() {
        let mut list = WordList::default();
        list.put("Díaz", WordChoice::Name { label: LabelId::PERSON, name: "Ana “A.” Díaz".into() });
        list.put("Acme", WordChoice::Name { label: LabelId::ORGANIZATION, name: "Acme".into() });
        list.put("May", WordChoice::Never);
        assert!(write(&list).contains("\"version\": 1"));
        list.put("Sign up for our newsletter", WordChoice::Aside);
        assert!(write(&list).contains("\"version\": 2"), "what knows no lines must not read it");
        assert_eq!(read(&write(&list)), Ok(list));
        assert_eq!(read(&write(&WordList::default())), Ok(WordList::default()));
    }

    #[test]
    fn bad_lists_are_refused() {
        for (json, refusal) in [
            ("", OpenError::Empty),
            ("{\"format\":", OpenError::Truncated),
            ("{]", OpenError::BadJson { line: 1, column: 2 }),
            ("{\"format\": \"article-annotator\"}", OpenError::NotOurs),
            (
                "{\"format\": \"article-annotator-word-list\", \"version\": 9}",
                OpenError::Newer { version: 9, known: 2 },
            ),
        ] {
            assert_eq!(read(json), Err(refusal), "{json}");
        }
        let unknown = "{\"format\": \"article-annotator-word-list\", \"version\": 1, \"entries\": [{\"words\": \"a\", \"label\": \"X\"}]}";
        assert!(matches!(read(unknown), Err(OpenError::BadValue(_))));
    }
}
