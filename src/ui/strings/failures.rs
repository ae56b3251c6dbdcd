//! Words for what went wrong: with a command, the analysis, a file, the browser's storage.

use crate::document::{CommandError, Violation};
use crate::formats::{BadValue, BinaryKind, Choice, MAX_FILE_BYTES, MAX_TEXT_BYTES, OpenError, OtherFile};
use crate::storage::StoreError;
use crate::ui::strings::lang::Lang;
use crate::ui::strings::words::{Text, fill};
use crate::web::AnalysisTrouble;

/// What went wrong with the analysis.
pub(crate) fn analysis(lang: Lang, trouble: AnalysisTrouble) -> Text {
    let words = &lang.strings().messages.analysis;
    match trouble {
        AnalysisTrouble::Restarted => words.restarted,
        AnalysisTrouble::GaveUp => words.gave_up,
        AnalysisTrouble::NoWorker => words.no_worker,
        AnalysisTrouble::Mismatch => words.mismatch,
    }
}

/// Why a command was refused.
pub(crate) fn refusal(lang: Lang, error: &CommandError) -> Text {
    let words = &lang.strings().messages.refusals;
    match error {
        CommandError::UnknownAnnotation => words.unknown_annotation,
        CommandError::UnknownEntity => words.unknown_entity,
        CommandError::UnknownLabel => words.unknown_label,
        CommandError::EmptyRange => words.empty_range,
        CommandError::BadRange => words.bad_range,
        CommandError::AlreadyMarked => words.already_marked,
        CommandError::NothingToDo => words.nothing_to_do,
        CommandError::LastPart => words.last_part,
        CommandError::WrongKind => words.wrong_kind,
        CommandError::LabelTaken => words.label_taken,
        CommandError::BadName => words.bad_name,
        CommandError::BuiltInLabel => words.built_in_label,
        CommandError::LabelsDiffer => words.labels_differ,
        CommandError::PartsOverlap => words.parts_overlap,
        CommandError::OtherText => words.other_text,
    }
}

/// Why the browser does not keep the work.
pub(crate) fn storage(lang: Lang, error: &StoreError) -> String {
    let words = &lang.strings().messages.storage;
    match error {
        StoreError::Full => words.full.to_owned(),
        StoreError::Denied => words.denied.to_owned(),
        StoreError::Blocked => words.blocked.to_owned(),
        StoreError::Conflict => words.conflict.to_owned(),
        StoreError::Closed => words.closed.to_owned(),
        StoreError::Missing => words.missing.to_owned(),
        StoreError::Outdated => words.outdated.to_owned(),
        StoreError::Silent => words.silent.to_owned(),
        StoreError::Damaged => words.damaged.to_owned(),
        StoreError::Other(detail) => fill(words.other, &[("why", detail)]),
    }
}

/// Why a file cannot be opened.
pub(crate) fn file(lang: Lang, error: &OpenError) -> String {
    let words = &lang.strings().messages.files;
    match error {
        OpenError::Empty => words.empty.to_owned(),
        OpenError::TooLarge { bytes, limit } => {
            let text_only = *limit == MAX_TEXT_BYTES && MAX_TEXT_BYTES < MAX_FILE_BYTES;
            let template = if text_only { words.too_much_text } else { words.too_large };
            fill(template, &[("size", &lang.megabytes(*bytes)), ("limit", &lang.megabytes(*limit))])
        }
        OpenError::Binary(None) => words.binary.to_owned(),
        OpenError::Binary(Some(kind)) => fill(words.binary_like, &[("what", binary(lang, *kind))]),
        OpenError::NulBytes => words.nul_bytes.to_owned(),
        OpenError::Encoding => words.encoding.to_owned(),
        OpenError::Truncated => words.truncated.to_owned(),
        OpenError::BadJson { line, column } => at(words.bad_json, *line, *column),
        OpenError::NotOurs => words.not_ours.to_owned(),
        OpenError::Other(other) => other_file(lang, *other),
        OpenError::Newer { version, known } => {
            fill(words.newer, &[("version", &version.to_string()), ("known", &known.to_string())])
        }
        OpenError::BadValue(value) => fill(words.bad_value, &[("why", &bad_value(lang, value))]),
        OpenError::NothingFits => words.nothing_fits.to_owned(),
        OpenError::Inconsistent(broken) => fill(words.inconsistent, &[("why", &violation(lang, broken))]),
    }
}

fn at(template: &str, line: usize, column: usize) -> String {
    fill(template, &[("line", &line.to_string()), ("column", &column.to_string())])
}

/// What a file is that is no article, and what to do instead.
fn other_file(lang: Lang, other: OtherFile) -> String {
    let words = &lang.strings().bringing;
    let what = match other {
        OtherFile::Annotations => words.others.annotations,
        OtherFile::JsonLines => words.others.json_lines,
        OtherFile::OwnTable => words.others.own_table,
        OtherFile::Table => words.others.table,
        OtherFile::Columns => words.others.columns,
        OtherFile::Standoff => words.others.standoff,
        OtherFile::WebAnnotations => words.others.web_annotations,
        OtherFile::Xml => words.others.xml,
        OtherFile::OwnReport => words.others.own_report,
        OtherFile::OwnPage => words.others.own_page,
        OtherFile::WordList => return fill(words.word_list, &[("list", lang.strings().words_title)]),
        OtherFile::Labels => return fill(words.labels, &[("list", lang.strings().sets.title)]),
        OtherFile::Everything => return words.everything.to_owned(),
    };
    fill(words.no_article, &[("what", what)])
}

fn binary(lang: Lang, kind: BinaryKind) -> Text {
    let words = &lang.strings().messages.binaries;
    match kind {
        BinaryKind::Pdf => words.pdf,
        BinaryKind::Office => words.office,
        BinaryKind::OldWord => words.old_word,
        BinaryKind::RichText => words.rich_text,
        BinaryKind::Picture => words.picture,
        BinaryKind::Media => words.media,
        BinaryKind::Compressed => words.compressed,
        BinaryKind::Recording => words.recording,
        BinaryKind::Program => words.program,
        BinaryKind::Database => words.database,
    }
}

fn bad_value(lang: Lang, value: &BadValue) -> String {
    let words = &lang.strings().messages.values;
    let of_word = |template: &str, word: &str| fill(template, &[("word", word)]);
    let of_number = |template: &str, number: &str| fill(template, &[("number", number)]);
    match value {
        BadValue::NoVersion => words.no_version.to_owned(),
        // The parser's own words are English, and for logs.
        BadValue::Parser { line, column, detail: _ } => at(words.at, *line, *column),
        BadValue::Word(choice, word) => {
            let template = match choice {
                Choice::Shape => words.shape,
                Choice::Origin => words.origin,
                Choice::Review => words.review,
                Choice::Status => words.status,
                Choice::QuoteKind => words.quote_kind,
                Choice::BlockKind => words.block_kind,
            };
            of_word(template, word)
        }
        BadValue::Maker(word) => of_word(words.maker, word),
        BadValue::Confidence(number) => of_number(words.confidence, number),
        BadValue::Degrees(number) => of_number(words.degrees, number),
        BadValue::Id(id) => of_number(words.id, &id.to_string()),
        BadValue::Color(color) => of_number(words.color, &color.to_string()),
        BadValue::UnlistedLabel(name) => of_word(words.unlisted_label, name),
        BadValue::NotALabel(name) => of_word(words.no_label, name),
        BadValue::Labels(count) => of_number(words.labels, &lang.number(*count)),
    }
}

fn violation(lang: Lang, violation: &Violation) -> String {
    let words = &lang.strings().messages.violations;
    let (template, id) = match violation {
        Violation::Range(id) => (words.range, id.0),
        Violation::Parts(id) => (words.parts, id.0),
        Violation::Label(id) => (words.label, id.0),
        Violation::Reference(id) => (words.reference, id.0),
        Violation::LabelDiffers(id) => (words.label_differs, id.0),
        Violation::Duplicate(id) => (words.duplicate, id.0),
        Violation::Entity(id) => (words.entity, id.0),
        Violation::TwiceTheSameId => return words.twice.to_owned(),
        Violation::Labels => return words.labels.to_owned(),
        Violation::Blocks => return words.blocks.to_owned(),
        Violation::Index => return words.index.to_owned(),
    };
    fill(template, &[("id", &id.to_string())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_in_one_sentence_why_a_file_is_refused() {
        let value = OpenError::BadValue;
        let review = || value(BadValue::Word(Choice::Review, "maybe".to_owned()));
        let parser = || value(BadValue::Parser { line: 3, column: 14, detail: "missing field".to_owned() });
        let table = [
            ("en", OpenError::Empty, "There is no text in it"),
            (
                "en",
                OpenError::Binary(Some(BinaryKind::Pdf)),
                "This looks like a PDF document, not text; copy the text out of it, or open a .txt, .md, .html or .json file",
            ),
            (
                "de",
                OpenError::Binary(Some(BinaryKind::Pdf)),
                "Das sieht nach einem PDF-Dokument aus, nicht nach Text; kopieren Sie den Text heraus, oder öffnen Sie eine Datei .txt, .md, .html oder .json",
            ),
            (
                "en",
                OpenError::TooLarge { bytes: 9_961_472, limit: MAX_TEXT_BYTES },
                "It is too large: 9.5 MB, and the most that can be opened is 5 MB of text; open it in parts",
            ),
            (
                "de",
                OpenError::TooLarge { bytes: 996_147_200, limit: MAX_FILE_BYTES },
                "Das ist zu groß: 950 MB, und höchstens 512 MB können geöffnet werden",
            ),
            (
                "en",
                OpenError::Other(OtherFile::OwnTable),
                "This is a table (CSV) that was exported here, not an article; open the text of the article, or the JSON file that was downloaded here",
            ),
            (
                "de",
                OpenError::Other(OtherFile::WordList),
                "Das ist kein Artikel, sondern eine Wortliste; importieren Sie sie unter „Ihre Wortliste“",
            ),
            (
                "en",
                OpenError::Other(OtherFile::Labels),
                "These are labels, not an article; import them under “Your labels”",
            ),
            ("en", review(), "The file lacks something or has a wrong value in it: “maybe” is not a state of review"),
            ("de", review(), "In der Datei fehlt etwas oder ein Wert ist falsch: „maybe“ ist kein Stand der Prüfung"),
            ("de", parser(), "In der Datei fehlt etwas oder ein Wert ist falsch: Zeile 3, Spalte 14"),
            (
                "de",
                OpenError::Inconsistent(Violation::TwiceTheSameId),
                "Die Datei widerspricht sich: zwei Einträge haben dieselbe Nummer",
            ),
        ];
        for (tag, error, sentence) in table {
            assert_eq!(file(Lang::of_tag(tag), &error), sentence);
            assert!(sentence.len() < 260 && !sentence.contains('\n'), "{sentence}");
        }
    }
}
