//! Files for other programs and for readers. Rejected annotations are never exported; what else a format cannot hold is
//! said beforehand ([`losses`]).
//! Each format is a file; `excerpts` is what all of them take from a document, `losses` what each leaves out.
//! Read `csv` first.

mod conll;
mod csv;
mod excerpts;
mod losses;
mod page;
mod report;
mod w3c;
mod words;

pub use losses::{Loss, losses};

use super::native;
use crate::document::Document;

/// Whether a line is the first of a table that was exported here.
pub(super) fn is_own_table(line: &str) -> bool {
    csv::is_head(line)
}

/// Whether a text that begins with these two lines is a report that was exported here.
pub(super) fn is_own_report(first: &str, second: &str) -> bool {
    first.starts_with("# ") && words::is_summary(second)
}

/// Whether a text is a page that was exported here.
pub(super) fn is_own_page(text: &str) -> bool {
    page::is_own(text)
}

/// A kind of file to download.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Export {
    /// The project's own JSON: everything, to go on working with.
    Json,
    /// CSV, one row for each mention.
    MentionsCsv,
    /// CSV, one row for each quote.
    QuotesCsv,
    /// CSV, one row for each person, place or organization, with blank columns for what only a reporter knows.
    SourcesCsv,
    /// W3C Web Annotation as JSON-LD.
    W3c,
    /// CoNLL-2003 columns with IOB2 tags of names.
    ConllNames,
    /// CoNLL-2003 columns with IOB2 tags of quotes.
    ConllQuotes,
    /// Who said what, as Markdown.
    Report,
    /// The annotated article as one HTML file without scripts.
    Page,
}

/// What a person wants a file for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExportGroup {
    /// To go on working with, here or elsewhere.
    Whole,
    /// To read, to print, to pass on.
    Reading,
    /// Rows for a spreadsheet.
    Spreadsheet,
    /// For programs.
    Data,
}

impl ExportGroup {
    /// All of them, in the order of a menu.
    pub const ALL: [Self; 4] = [Self::Whole, Self::Reading, Self::Spreadsheet, Self::Data];

    /// Its kinds of files, in the order of a menu.
    pub fn members(self) -> impl Iterator<Item = Export> {
        Export::ALL.into_iter().filter(move |export| export.group() == self)
    }
}

impl Export {
    /// All of them, in the order of a menu.
    pub const ALL: [Self; 9] = [
        Self::Json,
        Self::Page,
        Self::Report,
        Self::QuotesCsv,
        Self::SourcesCsv,
        Self::MentionsCsv,
        Self::W3c,
        Self::ConllNames,
        Self::ConllQuotes,
    ];

    /// What it is for.
    pub fn group(self) -> ExportGroup {
        match self {
            Self::Json => ExportGroup::Whole,
            Self::Page | Self::Report => ExportGroup::Reading,
            Self::QuotesCsv | Self::SourcesCsv | Self::MentionsCsv => ExportGroup::Spreadsheet,
            Self::W3c | Self::ConllNames | Self::ConllQuotes => ExportGroup::Data,
        }
    }

    /// What follows the article's name in the name of the file.
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Json => ".json",
            Self::MentionsCsv => "-mentions.csv",
            Self::QuotesCsv => "-quotes.csv",
            Self::SourcesCsv => "-sources.csv",
            Self::W3c => ".jsonld",
            Self::ConllNames => "-names.conll",
            Self::ConllQuotes => "-quotes.conll",
            Self::Report => ".md",
            Self::Page => ".html",
        }
    }

    /// The media type of the file.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::MentionsCsv | Self::QuotesCsv | Self::SourcesCsv => "text/csv;charset=utf-8",
            Self::W3c => "application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\"",
            Self::ConllNames | Self::ConllQuotes => "text/plain;charset=utf-8",
            Self::Report => "text/markdown;charset=utf-8",
            Self::Page => "text/html;charset=utf-8",
        }
    }

    /// The file.
    pub fn write(self, document: &Document) -> String {
        match self {
            Self::Json => native::write(document),
            Self::MentionsCsv => csv::mentions(document),
            Self::QuotesCsv => csv::quotes(document),
            Self::SourcesCsv => csv::sources(document),
            Self::W3c => w3c::write(document),
            Self::ConllNames => conll::names(document),
            Self::ConllQuotes => conll::quotes(document),
            Self::Report => report::write(document),
            Self::Page => page::write(document),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_stands_in_one_group_and_the_groups_follow_the_menu() {
        let grouped: Vec<Export> = ExportGroup::ALL.into_iter().flat_map(ExportGroup::members).collect();
        assert_eq!(grouped, Export::ALL);
        assert_eq!(Export::ALL[0], Export::Json, "what holds everything comes first");
    }
}
