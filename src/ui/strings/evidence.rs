//! Why something was found, in a sentence.

use crate::ui::strings::lang::Lang;
use crate::ui::strings::words::{Text, capital, fill};
use crate::vocabulary::Evidence;

/// Where the word or name stands that a sentence speaks of.
const HOLE: &str = "{x}";

/// A piece of evidence in words.
pub(crate) fn evidence(lang: Lang, evidence: &Evidence) -> String {
    let messages = &lang.strings().messages;
    let Some(template) = of_code(messages.evidence, &evidence.rule) else {
        // A file of a newer engine may hold rules this table does not know.
        return format!("{} {}", evidence.rule.replace('-', " "), evidence.detail).trim().to_owned();
    };
    if evidence.detail.is_empty() {
        return capital(&without_hole(template));
    }
    let place = of_code(messages.places, &evidence.detail).filter(|_| evidence.rule == "gazetteer");
    fill(template, &[("x", place.unwrap_or(&evidence.detail))])
}

fn of_code(table: &'static [(&'static str, Text)], code: &str) -> Option<Text> {
    table.iter().find(|(known, _)| *known == code).map(|(_, text)| *text)
}

/// The sentence without its hole, the quotation marks around it, and the colon or space that led to it.
fn without_hole(template: &str) -> String {
    let Some((before, after)) = template.split_once(HOLE) else { return template.to_owned() };
    let mark = |c: char| "“”„«»‹›‘’「」\"".contains(c);
    let before = before.trim_end_matches(|c: char| mark(c) || c == '\u{a0}').trim_end_matches([' ', ':']);
    let after = after.trim_start_matches(|c: char| mark(c) || c == '\u{a0}');
    format!("{before}{after}").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::*;

    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).expect("a folder of the engine") {
            let path = entry.expect("a file").path();
            if path.is_dir() { walk(&path, found) } else { found.push(path) }
        }
    }

    /// The rules that the engine's modules say they give: rows of the tables in their documentation.
    fn documented() -> Vec<String> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut files = Vec::new();
        for folder in ["entities", "quotes"] {
            walk(&root.join(folder), &mut files);
        }
        let mut rules = Vec::new();
        for file in files {
            let text = std::fs::read_to_string(file).expect("a file of the engine");
            let rows = text.lines().filter_map(|line| line.strip_prefix("//! | `")?.split_once("` |"));
            rules.extend(rows.map(|(rule, _)| rule.to_owned()));
        }
        rules
    }

    #[test]
    fn every_rule_of_the_engine_has_words() {
        let rules = documented();
        assert!(rules.len() > 10, "the tables of the engine were found: {rules:?}");
        for lang in Lang::ALL {
            let table = lang.strings().messages.evidence;
            for rule in &rules {
                assert!(of_code(table, rule).is_some(), "{lang:?}: {rule} has no words");
            }
            assert!(table.is_sorted_by_key(|(rule, _)| *rule), "{lang:?}: the table is sorted");
        }
    }

    #[test]
    fn says_why_in_every_language() {
        let table = [
            ("en", Evidence::new("cue-after", "said"), "“said” follows the quote"),
            ("de", Evidence::new("cue-after", "said"), "Auf das Zitat folgt „said“"),
            ("de", Evidence::new("gazetteer", "city"), "Auf der Liste der Orte: Stadt"),
            ("de", Evidence::new("gazetteer", ""), "Auf der Liste der Orte"),
            ("en", Evidence::new("same-paragraph", ""), "The speaker of the quote before goes on"),
            ("en", Evidence::new("cue-before", ""), "Introduces the quote"),
            ("de", Evidence::new("cue-after", ""), "Auf das Zitat folgt"),
            ("en", Evidence::new("of-tomorrow", "x"), "of tomorrow x"),
        ];
        for (tag, why, expected) in table {
            assert_eq!(evidence(Lang::of_tag(tag), &why), expected);
        }
    }
}
