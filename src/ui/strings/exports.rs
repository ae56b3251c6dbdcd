//! Words for the kinds of files, and for what each leaves out.

use crate::formats::{Export, ExportGroup, Loss};
use crate::ui::strings::lang::Lang;
use crate::ui::strings::words::Text;

/// A kind of file: its name, and what it is good for.
pub(crate) fn export(lang: Lang, export: Export) -> (Text, Text) {
    let words = &lang.strings().messages.exports;
    match export {
        Export::Json => (words.json, words.json_about),
        Export::MentionsCsv => (words.mentions, words.mentions_about),
        Export::QuotesCsv => (words.quotes, words.quotes_about),
        Export::SourcesCsv => (words.sources, words.sources_about),
        Export::W3c => (words.w3c, words.w3c_about),
        Export::ConllNames => (words.conll_names, words.conll_names_about),
        Export::ConllQuotes => (words.conll_quotes, words.conll_quotes_about),
        Export::Report => (words.report, words.report_about),
        Export::Page => (words.page, words.page_about),
    }
}

/// What the files of a group are for.
pub(crate) fn export_group(lang: Lang, group: ExportGroup) -> Text {
    let words = &lang.strings().around;
    match group {
        ExportGroup::Whole => words.export_whole,
        ExportGroup::Reading => words.export_reading,
        ExportGroup::Spreadsheet => words.export_spreadsheet,
        ExportGroup::Data => words.export_data,
    }
}

/// What a file leaves out, as one list in words.
pub(crate) fn losses(lang: Lang, losses: &[Loss]) -> String {
    losses.iter().map(|loss| loss_in_words(lang, *loss)).collect::<Vec<_>>().join(", ")
}

fn loss_in_words(lang: Lang, loss: Loss) -> String {
    let words = &lang.strings().messages.losses;
    let (plural, n) = match loss {
        Loss::Rejected(n) => (words.rejected, n),
        Loss::Mentions(n) => (words.mentions, n),
        Loss::Quotes(n) => (words.quotes, n),
        Loss::NotQuotes(n) => (words.not_quotes, n),
        Loss::Speakers(n) => (words.speakers, n),
        Loss::Overlapping(n) => (words.overlapping, n),
        Loss::Clusters(n) => (words.clusters, n),
        Loss::Notes(n) => (words.notes, n),
        Loss::Evidence(n) => (words.evidence, n),
        Loss::Text => return words.text.to_owned(),
        Loss::Positions => return words.positions.to_owned(),
    };
    lang.count(plural, n)
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
        assert_eq!(losses(Lang::of_tag("en"), &both), "1 rejected suggestion, the text of the article");
        assert_eq!(losses(Lang::of_tag("de"), &both), "1 abgelehnter Vorschlag, der Text des Artikels");
    }
}
