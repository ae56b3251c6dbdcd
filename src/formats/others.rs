//! What is text and yet no article: exports of this program and files of other tools, recognized by what is in them first
//! and by their name second. Words that were pasted have no name, and must be sure not to be an article.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::limits::LOOK;
use super::{OtherFile, archive, export, html, label_sets, native, wordlist};

/// What follows the last point of a name, in lower case.
pub(super) fn extension(name: &str) -> String {
    name.rsplit_once('.').map_or("", |(_, extension)| extension).to_lowercase()
}

/// Lines that are looked at.
const LINES: usize = 40;
/// Fewer lines tell nothing of columns.
const FEWEST: usize = 5;

/// What a text is, when it is no article; none when it may be one.
pub(super) fn recognize(name: &str, text: &str) -> Option<OtherFile> {
    let extension = extension(name);
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if text.starts_with(['{', '[']) {
        return of_json(&extension, text);
    }
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let (first, second) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
    let some = || text.lines().filter(|line| !line.trim().is_empty()).take(LINES);
    let is_page = || text.starts_with('<') && html::is_html(text);
    match extension.as_str() {
        "jsonl" | "ndjson" => Some(OtherFile::JsonLines),
        _ if export::is_own_table(first) => Some(OtherFile::OwnTable),
        "csv" | "tsv" | "tab" if !has_columns(&mut some()) => Some(OtherFile::Table),
        "conll" | "conllu" | "iob" | "bio" => Some(OtherFile::Columns),
        _ if first.starts_with("-DOCSTART-") || first.starts_with("#FORMAT=WebAnno") => Some(OtherFile::Columns),
        _ if has_columns(&mut some()) => Some(OtherFile::Columns),
        _ if is_standoff(&mut some()) => Some(OtherFile::Standoff),
        _ if export::is_own_report(first, second) => Some(OtherFile::OwnReport),
        _ if export::is_own_page(text) => Some(OtherFile::OwnPage),
        _ if text.starts_with("<?xml") && !is_page() => Some(OtherFile::Xml),
        _ => None,
    }
}

/// What the lines of the command line have.
#[derive(Deserialize)]
struct Line {
    format: Option<String>,
    blocks: Option<IgnoredAny>,
    entities: Option<IgnoredAny>,
    quotes: Option<IgnoredAny>,
}

fn of_json(extension: &str, text: &str) -> Option<OtherFile> {
    let start = &text[..text.floor_char_boundary(LOOK)];
    if archive::is_archive(start.as_bytes()) {
        return Some(OtherFile::Everything);
    }
    let says = |format: &str| {
        start.contains(&format!("\"{format}\"")) && start.trim_start_matches('{').trim_start().starts_with("\"format\"")
    };
    if says(wordlist::FORMAT) {
        return Some(OtherFile::WordList);
    }
    if says(label_sets::FORMAT) {
        return Some(OtherFile::Labels);
    }
    if start.contains("\"@context\"") && start.contains("anno.jsonld") {
        return Some(OtherFile::WebAnnotations);
    }
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let first: Option<Line> = lines.next().and_then(|line| serde_json::from_str(line).ok());
    let is_object = |line: &str| line.starts_with('{') && serde_json::from_str::<IgnoredAny>(line).is_ok();
    let several = lines.next().is_some_and(is_object);
    match first {
        Some(line) if line.format.as_deref() == Some(native::FORMAT) && !several => None,
        Some(Line { blocks: Some(_), entities: Some(_), quotes: Some(_), .. }) => Some(OtherFile::Annotations),
        Some(_) if several => Some(OtherFile::JsonLines),
        _ if matches!(extension, "jsonl" | "ndjson") && !start.contains(native::FORMAT) => Some(OtherFile::JsonLines),
        _ => None,
    }
}

/// Whether nearly all of these lines end in a tag of a token, after the token itself.
fn has_columns(lines: &mut dyn Iterator<Item = &str>) -> bool {
    let (mut all, mut tagged) = (0, 0);
    for line in lines.filter(|line| !line.starts_with('#')) {
        let mut columns = line.split_whitespace();
        let (first, last) = (columns.next(), columns.next_back());
        // Of CoNLL-U each line begins with a number and has ten columns.
        let counted = first.is_some_and(|number| number.parse::<u32>().is_ok()) && line.matches('\t').count() == 9;
        all += 1;
        tagged += usize::from(counted || last.is_some_and(is_tag));
    }
    all >= FEWEST && tagged * 10 >= all * 9
}

/// "O", "B-PER", "I-LOC" and their likes.
fn is_tag(word: &str) -> bool {
    let inside = word.strip_prefix(['B', 'I', 'E', 'S', 'L', 'U']).and_then(|rest| rest.strip_prefix('-'));
    word == "O" || inside.is_some_and(|label| !label.is_empty() && label.chars().all(|c| !c.is_lowercase()))
}

/// Whether these lines are those of brat: "T1", a tab, a label with its offsets, a tab, the words.
fn is_standoff(lines: &mut dyn Iterator<Item = &str>) -> bool {
    let is_entry = |line: &str| {
        let (id, rest) = line.split_once('\t').unwrap_or_default();
        let number = id.strip_prefix(['T', 'R', 'E', 'A', 'M', 'N', '#']).and_then(|number| number.parse::<u32>().ok());
        (id == "*" || number.is_some()) && rest.contains(' ')
    };
    let mut lines = lines.peekable();
    lines.peek().is_some() && lines.all(is_entry)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Command, Document, LabelId, Session, WordList};
    use crate::formats::Export;
    use crate::text::{Source, TextRange};

    #[test]
    fn every_export_is_known_again_with_its_name_and_pasted_without() {
        let mut session = Session::new(Document::new(Source::new("Ana met Ben in Lyon.")));
        let ranges = vec![TextRange::at(0, 3)];
        session.run(Command::AddMentions { ranges, label: LabelId::PERSON, entity: None }).unwrap();
        let known = |export| match export {
            Export::Json => None,
            Export::MentionsCsv | Export::QuotesCsv | Export::SourcesCsv => Some(OtherFile::OwnTable),
            Export::W3c => Some(OtherFile::WebAnnotations),
            Export::ConllNames | Export::ConllQuotes => Some(OtherFile::Columns),
            Export::Report => Some(OtherFile::OwnReport),
            Export::Page => Some(OtherFile::OwnPage),
        };
        for export in Export::ALL {
            let file = export.write(session.document());
            for name in ["", &format!("article{}", export.suffix())] {
                assert_eq!(recognize(name, &file), known(export), "{name} {export:?}");
            }
        }
        // A spreadsheet writes the table in its own way.
        let table = Export::QuotesCsv.write(session.document()).replace(',', ";");
        assert_eq!(recognize("quotes.csv", &table), Some(OtherFile::OwnTable));
        assert_eq!(recognize("", &wordlist::write(&WordList::default())), Some(OtherFile::WordList));
        assert_eq!(recognize("", &label_sets::write(&[], 0)), Some(OtherFile::Labels));
        assert_eq!(recognize("", &archive::write(&archive::Archive::default())), Some(OtherFile::Everything));
    }

    #[test]
    fn files_of_other_tools_are_known_and_articles_stay_articles() {
        let lines = "{\"id\":1,\"text\":\"Ana said no.\"}\n{\"id\":2,\"text\":\"Ben said yes.\"}\n";
        let annotated = "{\"id\":1,\"lang\":\"en\",\"blocks\":[],\"entities\":[],\"quotes\":[]}";
        let columns = "Ana B-PER\nmet O\nBen B-PER\n. O\n\nLyon B-LOC\nwaits O\n. O\n";
        let universal = "1\tAna\tAna\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n".repeat(6);
        let standoff = "T1\tPER 0 3\tAna\nR1\tmet Arg1:T1 Arg2:T2\n";
        let table = [
            ("a.jsonl", lines, Some(OtherFile::JsonLines)),
            ("", lines, Some(OtherFile::JsonLines)),
            ("a.jsonl", "{\"text\": broken\n{}", Some(OtherFile::JsonLines)),
            ("out.jsonl", annotated, Some(OtherFile::Annotations)),
            ("", annotated, Some(OtherFile::Annotations)),
            ("a.jsonl", "{\"format\":\"article-annotator\",\"version\":1}", None),
            ("a.json", "{\"name\": \"package\"}", None),
            ("a.csv", "name,age\nAna,7\n", Some(OtherFile::Table)),
            ("a.tsv", "name\tage\nAna\t7\n", Some(OtherFile::Table)),
            ("", "name,age\nAna,7\n", None),
            ("", columns, Some(OtherFile::Columns)),
            ("a.tsv", columns, Some(OtherFile::Columns)),
            ("a.conllu", &universal, Some(OtherFile::Columns)),
            ("", &universal, Some(OtherFile::Columns)),
            ("a.ann", standoff, Some(OtherFile::Standoff)),
            ("a.txt", standoff, Some(OtherFile::Standoff)),
            ("feed.xml", "<?xml version=\"1.0\"?><rss><channel/></rss>", Some(OtherFile::Xml)),
            ("a.xhtml", "<?xml version=\"1.0\"?><html><p>Ana</p></html>", None),
            ("", "{curly} braces\nand more", None),
            ("", "[Updated] Ana said no.\nThen she left.", None),
            ("", "Vitamin B-12\nPlan O\n\nThe article begins here.\nAnd goes on\nfor some lines more.", None),
            ("a.md", "# Who said what\n\n3 quotes, 2 people and a dog.", None),
            ("", "Ana said no.", None),
            ("", "", None),
        ];
        for (name, text, expected) in table {
            assert_eq!(recognize(name, text), expected, "{name}: {text}");
        }
    }
}
