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
        let bare = ["“{x}” ", "„{x}“ ", " “{x}”", " „{x}“", ": {x}", "“{x}”", "„{x}“"];
        let bare = bare.iter().fold((*template).to_owned(), |text, hole| text.replace(hole, ""));
        return capital(bare.trim_end_matches(':'));
    }
    let place = PLACES
        .iter()
        .find(|(kind, _)| lang == Lang::German && evidence.rule == "gazetteer" && *kind == &*evidence.detail);
    fill(template, &[("x", place.map_or(&*evidence.detail, |(_, german)| german))])
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// Rule, English, German; sorted by rule. The meaning of each stands in `entities::evidence` and `quotes::reasons`.
pub(super) const TABLE: &[(&str, &str, &str)] = &[
    ("according-to", "“{x}” names the source", "„{x}“ nennt die Quelle"),
    ("acronym", "Short for “{x}”", "Kurz für „{x}“"),
    (
        "bare-clause",
        "“{x}” reports the words in a clause without “that”",
        "„{x}“ gibt die Worte in einem Satz ohne „dass“ wieder",
    ),
    ("block-quote", "“{x}” before each line sets the words off", "„{x}“ vor jeder Zeile setzt die Worte ab"),
    ("clause-before", "“{x}” follows the words it reports", "„{x}“ folgt auf die wiedergegebenen Worte"),
    ("context", "The words around it speak for it", "Die Wörter ringsum sprechen dafür"),
    ("could-be-meant", "Could be meant by “{x}”", "Kann mit „{x}“ gemeint sein"),
    ("cue-after", "“{x}” follows the quote", "Auf das Zitat folgt „{x}“"),
    ("cue-before", "“{x}” introduces the quote", "„{x}“ leitet das Zitat ein"),
    (
        "cue-paragraph-before",
        "The paragraph before introduces it with “{x}”",
        "Der Absatz davor leitet es mit „{x}“ ein",
    ),
    ("cue-sentence-after", "The next sentence says who spoke: “{x}”", "Der nächste Satz sagt, wer sprach: „{x}“"),
    ("cue-sentence-before", "The sentence before introduces it with “{x}”", "Der Satz davor leitet es mit „{x}“ ein"),
    ("dateline", "Opens the dateline", "Steht am Anfang der Ortsmarke"),
    ("dialogue-dash", "A dialogue dash opens the line: “{x}”", "Ein Gedankenstrich eröffnet die Zeile: „{x}“"),
    ("family-name", "“{x}” is a family name", "„{x}“ ist ein Familienname"),
    ("first-name", "“{x}” is a first name", "„{x}“ ist ein Vorname"),
    ("full-name-in-article", "The article also says “{x}”", "Im Artikel steht auch „{x}“"),
    ("gazetteer", "On the list of places: {x}", "Auf der Liste der Orte: {x}"),
    ("infinitive", "“{x}” reports the words in an infinitive", "„{x}“ gibt die Worte in einem Infinitiv wieder"),
    ("known-in-article", "“{x}” is clear elsewhere in the article", "„{x}“ ist an anderer Stelle im Artikel eindeutig"),
    ("marks", "In quotation marks", "In Anführungszeichen"),
    ("near-quote", "“{x}” stands near the quote", "„{x}“ steht nahe beim Zitat"),
    ("next-paragraph", "The speaker of the paragraph before goes on", "Der Sprecher des Absatzes davor spricht weiter"),
    ("no-cue", "No word of saying is near: probably nobody’s words", "Kein Redeverb in der Nähe: wohl niemandes Worte"),
    ("noun-clause", "“{x}” says what somebody said", "„{x}“ sagt, was jemand gesagt hat"),
    ("organization-word", "“{x}” is part of names of organizations", "„{x}“ gehört zu Namen von Organisationen"),
    ("orphan", "Nobody near is tied to these words", "Niemand in der Nähe ist mit diesen Worten verbunden"),
    ("own-list", "“{x}” is on your own list", "„{x}“ steht auf Ihrer eigenen Liste"),
    ("passive-report", "“{x}” reports it, of somebody not named", "„{x}“ berichtet es, von Ungenannten"),
    ("place-list", "“{x}” is on the list of places", "„{x}“ steht auf der Liste der Orte"),
    ("place-word", "“{x}” is part of names of places", "„{x}“ gehört zu Namen von Orten"),
    ("preposition-before", "“{x}” stands before it", "Davor steht „{x}“"),
    ("question-clause", "“{x}” reports a question", "„{x}“ gibt eine Frage wieder"),
    ("reported-object", "“{x}” sums up what was said", "„{x}“ fasst zusammen, was gesagt wurde"),
    ("same-paragraph", "The speaker of the quote before goes on", "Der Sprecher des Zitats davor spricht weiter"),
    ("speaker-apposition", "“{x}” stands beside it", "„{x}“ steht daneben"),
    ("speaker-around", "“{x}” is who says the words around", "„{x}“ ist, wer die Worte ringsum sagt"),
    ("speaker-name", "Named: “{x}”", "Genannt: „{x}“"),
    ("speaker-pronoun", "“{x}” means the nearest person it fits", "„{x}“ meint die nächste passende Person"),
    ("speaker-relative", "“{x}” refers to this person", "„{x}“ bezieht sich auf diese Person"),
    ("speaker-role", "“{x}” is this person’s role in the article", "„{x}“ ist die Rolle dieser Person im Artikel"),
    ("speaker-short-name", "Short for “{x}”", "Kurz für „{x}“"),
    ("speaker-unclear", "“{x}” could mean several people", "„{x}“ kann mehrere Personen meinen"),
    ("speech-word", "“{x}” stands next to it", "Daneben steht „{x}“"),
    ("state-clause", "“{x}” says what somebody thinks", "„{x}“ sagt, was jemand denkt"),
    ("subject", "The text says “{x}”", "Im Text steht „{x}“"),
    (
        "that-clause",
        "“{x}” reports the words without quotation marks",
        "„{x}“ gibt die Worte ohne Anführungszeichen wieder",
    ),
    ("title-before", "The title “{x}” stands before it", "Davor steht der Titel „{x}“"),
    ("transcript-line", "“{x}” and a colon open the line", "„{x}“ und ein Doppelpunkt eröffnen die Zeile"),
    ("turn", "Two speakers take turns", "Zwei Sprecher wechseln sich ab"),
    ("unclosed", "The closing quotation mark is missing", "Das schließende Anführungszeichen fehlt"),
];

/// Kinds of places in the gazetteer.
const PLACES: &[(&str, &str)] = &[
    ("city", "Stadt"),
    ("continent", "Kontinent"),
    ("country", "Land"),
    ("facility", "Einrichtung"),
    ("natural", "Landschaft"),
    ("region", "Region"),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// The rules that the engine's modules say they give: rows of the tables in their documentation.
    fn documented() -> Vec<String> {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/src/");
        let mut rules = Vec::new();
        for folder in ["entities", "quotes"] {
            for file in std::fs::read_dir(format!("{root}{folder}")).expect("a folder of the engine") {
                let text = std::fs::read_to_string(file.expect("a file").path()).unwrap_or_default();
                let rows = text.lines().filter_map(|line| line.strip_prefix("//! | `")?.split_once("` |"));
                rules.extend(rows.map(|(rule, _)| rule.to_owned()));
            }
        }
        rules
    }

    #[test]
    fn every_rule_of_the_engine_has_words() {
        let rules = documented();
        assert!(rules.len() > 10, "the tables of the engine were found: {rules:?}");
        for rule in rules {
            assert!(TABLE.iter().any(|(known, _, _)| *known == rule), "{rule} has no words");
        }
        assert!(TABLE.is_sorted_by_key(|(rule, _, _)| *rule), "the table is sorted");
    }

    #[test]
    fn says_why_in_both_languages() {
        let table = [
            (Lang::English, Evidence::new("cue-after", "said"), "“said” follows the quote"),
            (Lang::German, Evidence::new("cue-after", "said"), "Auf das Zitat folgt „said“"),
            (Lang::German, Evidence::new("gazetteer", "city"), "Auf der Liste der Orte: Stadt"),
            (Lang::English, Evidence::new("same-paragraph", ""), "The speaker of the quote before goes on"),
            (Lang::English, Evidence::new("cue-before", ""), "Introduces the quote"),
            (Lang::English, Evidence::new("of-tomorrow", "x"), "of tomorrow x"),
        ];
        for (lang, why, expected) in table {
            assert_eq!(evidence(lang, &why), expected);
        }
    }
}
