//! Sets of labels as JSON: kept on the device, exported to share, imported.
//!
//! ```json
//! {"format": "article-annotator-labels", "version": 1, "chosen": 0,
//!  "sets": [{"name": "Audit", "labels": [{"name": "Claim", "key": "c", "color": 4, "shape": "box"}]}]}
//! ```
//! The records of labels are those of the articles' own format. `chosen` counts from 0; a file of one set needs none.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::beside::{bad_value, check_head};
use super::native::{LabelRecord, MAX_LABELS, label, label_record};
use super::{BadValue, OpenError};
use crate::document::{LabelSet, LabelSets};

pub(super) const FORMAT: &str = "article-annotator-labels";
const VERSION: u64 = 1;

#[derive(Serialize, Deserialize)]
struct File<'a> {
    format: Cow<'a, str>,
    version: u64,
    #[serde(default)]
    chosen: usize,
    sets: Vec<Set<'a>>,
}

#[derive(Serialize, Deserialize)]
struct Set<'a> {
    name: Cow<'a, str>,
    labels: Vec<LabelRecord<'a>>,
}

/// The file of these sets, of which the one at `chosen` is chosen.
///
/// # Panics
/// Never: what is written is plain data.
pub fn write(sets: &[LabelSet], chosen: usize) -> String {
    let file = File { format: FORMAT.into(), version: VERSION, chosen, sets: sets.iter().map(record).collect() };
    let mut json = serde_json::to_string_pretty(&file).expect("invariant: the records are plain data");
    json.push('\n');
    json
}

fn record(set: &LabelSet) -> Set<'_> {
    Set { name: (&*set.name).into(), labels: set.labels.iter().map(label_record).collect() }
}

/// Reads the file.
///
/// # Errors
/// Why it cannot be read.
pub fn read(json: &str) -> Result<LabelSets, OpenError> {
    check_head(json, FORMAT, VERSION)?;
    let file: File<'_> = serde_json::from_str(json).map_err(|error| bad_value(&error))?;
    let count = file.sets.iter().map(|set| set.labels.len() + 1).sum::<usize>();
    if count > MAX_LABELS {
        return Err(OpenError::BadValue(BadValue::Labels(count)));
    }
    let set = |set: &Set<'_>| {
        let labels = set.labels.iter().map(label).collect::<Result<_, _>>()?;
        Ok::<_, OpenError>(LabelSet { name: set.name.as_ref().into(), labels })
    };
    Ok(LabelSets::new(file.sets.iter().map(set).collect::<Result<_, _>>()?, file.chosen))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Label, Shape};

    fn sets() -> LabelSets {
        let claim = Label { name: "Claim “C”".into(), key: Some('c'), color: 4, shape: Shape::Box };
        let ship = Label { name: "Ship".into(), key: None, color: 0, shape: Shape::Wavy };
        let sets = [("", vec![claim.clone()]), ("Ships", vec![ship, claim])];
        LabelSets::new(sets.map(|(name, labels)| LabelSet { name: name.into(), labels }).into(), 1)
    }

    #[test]
    fn sets_come_back() {
        for sets in [sets(), LabelSets::default()] {
            assert_eq!(read(&write(sets.sets(), sets.chosen_at())), Ok(sets));
        }
        let one = read(&write(&sets().sets()[1..], 0)).expect("a set");
        assert_eq!(one.sets().len(), 1);
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        let whole = write(sets().sets(), 0);
        let cases = [
            ("", "Empty"),
            ("[1, 2", "Truncated"),
            ("[1, 2]", "NotOurs"),
            ("{x", "BadJson"),
            (&whole.replace("\"version\": 1", "\"version\": 9"), "Newer"),
            (&whole.replace("\"color\": 4", "\"color\": 40"), "Color(40)"),
            (&whole.replace("\"box\"", "\"cloud\""), "Shape"),
            (&whole.replace("\"labels\"", "\"marks\""), "Parser"),
        ];
        for (json, why) in cases {
            let said = format!("{:?}", read(json));
            assert!(said.contains(why), "{why}: {said}");
        }
        // A set that contradicts itself is read as far as it holds together; a choice of what is not there is the last.
        let odd = whole.replace("\"Ship\"", "\"PERSON\"").replace("\"chosen\": 0", "\"chosen\": 7");
        let odd = read(&odd).expect("the rest of it");
        assert_eq!((odd.chosen_at(), odd.chosen().labels.len()), (1, 1));
    }
}
