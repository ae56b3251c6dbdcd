//! Why something was found, in a sentence.

use super::{Lang, fill};
use crate::vocabulary::Evidence;

/// A piece of evidence in words. `{x}` is the word or name it speaks of.
pub(crate) fn evidence(lang: Lang, evidence: &Evidence) -> String {
    let found = TABLE.iter().find(|(rule, _, _)| *rule == evidence.rule);
    let template = match (found, lang) {
        (Some((_, en, _)), Lang::English) => en,
        (Some((_, _, de)), Lang::German) => de,
        // A file of a newer engine may hold rules this table does not know.
        (None, _) => return format!("{} {}", evidence.rule.replace('-', " "), evidence.detail).trim().to_owned(),
    };
    if evidence.detail.is_empty() {
        let bare = fill(template, &[(" “{x}”", ""), (" „{x}“", "")]);
        return bare.replace(" “{x}”", "").replace(" „{x}“", "");
    }
    fill(template, &[("x", &evidence.detail)])
}

/// Rule, English, German; sorted by rule.
pub(super) const TABLE: &[(&str, &str, &str)] = &[
    ("cue-after", "Followed by “{x}”", "Danach steht „{x}“"),
    ("cue-before", "Introduced by “{x}”", "Eingeleitet mit „{x}“"),
    ("first-name", "Begins with the first name “{x}”", "Beginnt mit dem Vornamen „{x}“"),
    ("gazetteer", "Listed as a place: “{x}”", "Als Ort verzeichnet: „{x}“"),
    ("model", "The words around it look like it", "Die Wörter ringsum sprechen dafür"),
    ("title-before", "Preceded by the title “{x}”", "Davor steht der Titel „{x}“"),
];
