//! Tables for a spreadsheet: RFC 4180, UTF-8 with byte order mark (Excel needs it), offsets in code points.

use super::excerpts::{live_mentions, live_quotes, quote_words, speaker_name};
use crate::document::{Annotation, CheckStatus, Document, Entity, EntityId, Label, Origin, Review};
use crate::formats::native::Word;
use crate::text::{InOrder as _, TextRange};
use crate::vocabulary::{BlockKind, QuoteKind};

/// A table in the making.
struct Table(String);

impl Table {
    fn new(head: &[&str]) -> Self {
        let mut table = Self("\u{feff}".to_owned());
        table.row(head);
        table
    }

    fn row<S: AsRef<str>>(&mut self, cells: &[S]) {
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                self.0.push(',');
            }
            self.cell(cell.as_ref());
        }
        self.0.push_str("\r\n");
    }

    /// A cell that a spreadsheet would take for a formula gets an apostrophe in front, which it does not show.
    fn cell(&mut self, cell: &str) {
        let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
        let guarded = if formula { format!("'{cell}") } else { cell.to_owned() };
        if guarded.contains(['"', ',', '\n', '\r']) || guarded.starts_with(' ') || guarded.ends_with(' ') {
            self.0.push('"');
            self.0.push_str(&guarded.replace('"', "\"\""));
            self.0.push('"');
        } else {
            self.0.push_str(&guarded);
        }
    }
}

/// The columns of the table of mentions.
const MENTIONS: &[&str] =
    &["id", "label", "name", "text", "start", "end", "paragraph", "origin", "review", "confidence", "status", "note"];

/// The columns of the table of quotes.
const QUOTES: &[&str] = &[
    "id",
    "kind",
    "speaker",
    "speaker_label",
    "speaker_words",
    "cue",
    "quote",
    "start",
    "end",
    "parts",
    "paragraph",
    "role",
    "words",
    "unclosed",
    "origin",
    "review",
    "confidence",
    "status",
    "note",
];

/// The columns of the table of sources.
const SOURCES: &[&str] = &[
    "name",
    "label",
    "mentions",
    "quotes",
    "words_quoted",
    "forms",
    "country",
    "latitude",
    "longitude",
    "title_or_role",
    "affiliation",
    "role_in_story",
    "how_reached",
    "self_described",
];

/// Whether a line is the first of one of these tables, also as a spreadsheet saved it.
pub(super) fn is_head(line: &str) -> bool {
    let columns: Vec<&str> = line.split([',', ';', '\t']).map(|cell| cell.trim().trim_matches('"')).collect();
    [MENTIONS, QUOTES, SOURCES].contains(&columns.as_slice())
}

fn offset(document: &Document, range: TextRange) -> [String; 2] {
    let (text, map) = (document.source().text(), document.source().map());
    [map.to_char(text, range.start()).0.to_string(), map.to_char(text, range.end()).0.to_string()]
}

/// Origin, review, confidence, status and note.
fn common(annotation: &Annotation) -> [String; 5] {
    let confidence =
        annotation.confidence.map_or(String::new(), |character| format!("{:.3}", f64::from(character.get()) / 1000.0));
    [
        Origin::word(annotation.origin).to_owned(),
        Review::word(annotation.review).to_owned(),
        confidence,
        CheckStatus::word(annotation.status).to_owned(),
        annotation.note.to_string(),
    ]
}

/// Counted from 1, as a reader would.
fn paragraph(document: &Document, range: TextRange) -> String {
    document.source().paragraph_at(range.start()).map_or(String::new(), |index| (index + 1).to_string())
}

fn entity(document: &Document, id: Option<EntityId>) -> Option<&Entity> {
    id.and_then(|error| document.entity(error)).map(|error| &**error)
}

fn label_name(label: Option<&Label>) -> String {
    label.map_or(String::new(), |line| line.name.to_string())
}

/// One row for each mention.
pub(super) fn mentions(document: &Document) -> String {
    let mut table = Table::new(MENTIONS);
    for (annotation, mention) in live_mentions(document) {
        let name = entity(document, mention.entity).map_or(String::new(), |error| error.name.to_string());
        let mut row = vec![annotation.id.0.to_string(), label_name(document.label(mention.label)), name];
        row.push(document.source().slice(mention.range).to_owned());
        row.extend(offset(document, mention.range));
        row.push(paragraph(document, mention.range));
        row.extend(common(annotation));
        table.row(&row);
    }
    table.0
}

/// One row for each quote.
pub(super) fn quotes(document: &Document) -> String {
    let mut table = Table::new(QUOTES);
    let slice = |range: Option<TextRange>| range.map_or(String::new(), |r| document.source().slice(r).to_owned());
    for (annotation, quote) in live_quotes(document) {
        let words = quote_words(document, quote);
        let span = annotation.body.span();
        let role =
            document.source().paragraph_at(span.start()).map_or("", |index| BlockKind::word(document.blocks()[index]));
        let mut row = vec![annotation.id.0.to_string(), QuoteKind::word(quote.kind).to_owned()];
        row.push(speaker_name(document, quote).to_owned());
        row.push(label_name(entity(document, quote.entity).and_then(|error| document.label(error.label))));
        row.extend([slice(quote.speaker), slice(quote.cue), words.clone()]);
        row.extend(offset(document, span));
        row.extend([quote.parts.len().to_string(), paragraph(document, span), role.to_owned()]);
        row.push(words.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count().to_string());
        row.push(if quote.unclosed { "yes" } else { "no" }.to_owned());
        row.extend(common(annotation));
        table.row(&row);
    }
    table.0
}

/// One row for each person, place or organization, most quoted first, with columns to fill in: what a source audit asks
/// and no program may guess.
pub(super) fn sources(document: &Document) -> String {
    let mut table = Table::new(SOURCES);
    let mut all: Vec<_> = document.entities().map(|error| (document.counts_of(error.id), error)).collect();
    all.order_by_key(|(counts, error)| (std::cmp::Reverse((counts.quotes, counts.mentions)), error.id));
    for (counts, entity) in all {
        let mut forms: Vec<&str> = Vec::new();
        for mention in document.mentions_of(entity.id) {
            let words = document.source().slice(mention.body.span());
            if !forms.contains(&words) {
                forms.push(words);
            }
        }
        let quoted = document.quotes_of(entity.id).into_iter().filter_map(|annotation| annotation.body.quote());
        let words: usize = quoted.map(|quote| quote_words(document, quote).split_whitespace().count()).sum();
        let mut row = vec![entity.name.to_string(), label_name(document.label(entity.label))];
        row.extend([counts.mentions, counts.quotes, words].map(|number| number.to_string()));
        row.push(forms.join("; "));
        let degrees = |e2: i16| format!("{:.2}", f64::from(e2) / 100.0);
        match &entity.place {
            Some(place) => {
                row.extend([place.country.to_string(), degrees(place.latitude_e2), degrees(place.longitude_e2)]);
            }
            None => row.extend([String::new(), String::new(), String::new()]),
        }
        row.extend(std::iter::repeat_n(String::new(), 5));
        table.row(&row);
    }
    table.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells() {
        for (cell, written) in [
            ("plain", "plain"),
            ("a,b", "\"a,b\""),
            ("say \"yes\"", "\"say \"\"yes\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("=1+1", "'=1+1"),
            ("@ana", "'@ana"),
            ("-0.25", "-0.25"),
            ("- dash", "'- dash"),
            ("+1,2", "\"'+1,2\""),
            ("", ""),
        ] {
            let mut table = Table(String::new());
            table.cell(cell);
            assert_eq!(table.0, written);
        }
    }
}
