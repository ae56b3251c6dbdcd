//! Words for the kinds of files, and for what each leaves out.

use super::{Lang, Plural};
use crate::formats::{Export, Loss};

use Lang::English;

/// A kind of file: its name, and what it is good for.
pub(crate) fn export(lang: Lang, export: Export) -> (&'static str, &'static str) {
    let (en, de) = match export {
        Export::Json => (
            ("JSON", "Everything, to go on with here or in a program of your own."),
            ("JSON", "Alles, um hier oder in einem eigenen Programm weiterzumachen."),
        ),
        Export::MentionsCsv => (
            ("Names as a table (CSV)", "One row for each mention, for a spreadsheet."),
            ("Namen als Tabelle (CSV)", "Eine Zeile je Nennung, für die Tabellenkalkulation."),
        ),
        Export::QuotesCsv => (
            ("Quotes as a table (CSV)", "One row for each quote with its speaker."),
            ("Zitate als Tabelle (CSV)", "Eine Zeile je Zitat mit Sprecher."),
        ),
        Export::SourcesCsv => (
            ("Sources as a table (CSV)", "One row for each person, place and organization, with columns to fill in."),
            ("Quellen als Tabelle (CSV)", "Eine Zeile je Person, Ort und Organisation, mit Spalten zum Ausfüllen."),
        ),
        Export::W3c => (
            ("Web Annotation (JSON-LD)", "The standard of the W3C, for annotation tools and archives."),
            ("Web Annotation (JSON-LD)", "Der Standard des W3C, für Werkzeuge und Archive."),
        ),
        Export::ConllNames => (
            ("Names, CoNLL columns", "One word a line with IOB2 tags, for training and evaluation."),
            ("Namen, CoNLL-Spalten", "Ein Wort je Zeile mit IOB2-Marken, für Training und Auswertung."),
        ),
        Export::ConllQuotes => (
            ("Quotes, CoNLL columns", "One word a line with IOB2 tags of quotes."),
            ("Zitate, CoNLL-Spalten", "Ein Wort je Zeile mit IOB2-Marken der Zitate."),
        ),
        Export::Report => (
            ("Who said what (Markdown)", "Quotes by speaker, to read and to paste."),
            ("Wer was sagte (Markdown)", "Zitate nach Sprecher, zum Lesen und Einfügen."),
        ),
        Export::Page => (
            ("Annotated article (HTML)", "One file with all marks, without scripts; opens in any browser."),
            ("Artikel mit Markierungen (HTML)", "Eine Datei mit allen Markierungen, ohne Skripte; für jeden Browser."),
        ),
    };
    if lang == English { en } else { de }
}

/// What a file leaves out, as one list in words.
pub(crate) fn losses(lang: Lang, losses: &[Loss]) -> String {
    losses
        .iter()
        .map(|loss| if lang == English { loss.to_string() } else { german(*loss) })
        .collect::<Vec<_>>()
        .join(", ")
}

fn german(loss: Loss) -> String {
    let count = |n: usize, one: &'static str, other: &'static str| Lang::German.count(Plural { one, other }, n);
    match loss {
        Loss::Rejected(n) => count(n, "{n} abgelehnter Vorschlag", "{n} abgelehnte Vorschläge"),
        Loss::Mentions(n) => count(n, "{n} Name", "{n} Namen"),
        Loss::Quotes(n) => count(n, "{n} Zitat", "{n} Zitate"),
        Loss::Speakers(n) => count(n, "{n} Sprecher eines Zitats", "{n} Sprecher von Zitaten"),
        Loss::Overlapping(n) => {
            count(n, "{n} Markierung in oder über einer längeren", "{n} Markierungen in oder über längeren")
        }
        Loss::WithinWords(n) => count(
            n,
            "{n} Grenze mitten im Wort (an dessen Rand verschoben)",
            "{n} Grenzen mitten im Wort (an dessen Rand verschoben)",
        ),
        Loss::Clusters(n) => count(
            n,
            "{n} Verbindung zwischen den Nennungen derselben Person oder Sache",
            "{n} Verbindungen zwischen den Nennungen derselben Person oder Sache",
        ),
        Loss::Notes(n) => count(n, "{n} Notiz oder Prüfstand", "{n} Notizen oder Prüfstände"),
        Loss::Evidence(n) => count(n, "{n} Begründung eines Fundes", "{n} Begründungen von Funden"),
        Loss::Text => "der Text des Artikels".to_owned(),
        Loss::Positions => "die Stellen im Text".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_has_words_of_its_own() {
        for lang in Lang::ALL {
            let mut names: Vec<_> = Export::ALL.iter().map(|e| export(lang, *e).0).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), Export::ALL.len(), "{lang:?}");
        }
        let both = [Loss::Rejected(1), Loss::Text];
        assert_eq!(losses(Lang::English, &both), "1 rejected suggestion, the text of the article");
        assert_eq!(losses(Lang::German, &both), "1 abgelehnter Vorschlag, der Text des Artikels");
    }
}
