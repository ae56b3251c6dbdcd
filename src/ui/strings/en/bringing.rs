//! What a person brings, in English.

use crate::ui::strings::bringing::{Bringing, OtherFiles};
use crate::ui::strings::words::Plural;

pub(crate) const BRINGING: Bringing = Bringing {
    open: "Open: {files}.",
    listed: "In your list: {files}.",
    reading: "Reading files: {done} of {total}",
    refused: "Not opened: {files}. {why}",
    noted: "{file}: {note}",
    file: "“{name}”",
    and_more: Plural::always("and {n} more"),
    show_list: "Show the list",
    files_open: Plural::of("{n} file is open.", "{n} files are open."),
    files_listed: Plural::of("{n} file is in your list.", "{n} files are in your list."),
    files_refused: Plural::of("{n} file was not opened.", "{n} files were not opened."),
    show_files: "Show what came of each file",
    files_title: "What came of the files",
    head_refused: "Not opened",
    head_listed: "In your list",
    head_open: "Open",
    pasted_over: Plural::of(
        "You pasted {n} word. The open article stays as it is.",
        "You pasted {n} words. The open article stays as it is.",
    ),
    open_pasted: "Open what was pasted as a new article",
    assumed: "This text does not say how it is encoded; it was read as Windows-1252 (Latin-1). If letters look wrong, save it as UTF-8 and open it again.",
    no_article: "This is {what}, not an article; open the text of the article, or the JSON file that was downloaded here",
    word_list: "This is a word list, not an article; import it under “{list}”",
    labels: "These are labels, not an article; import them under “{list}”",
    everything: "This is the file with everything of a device; open it as a file instead of pasting it",
    others: OtherFiles {
        annotations: "a file of annotations that the command line wrote, one line for each article",
        json_lines: "a file of JSON lines, as only the command line reads them (annotate --jsonl)",
        own_table: "a table (CSV) that was exported here",
        table: "a table",
        columns: "a file of words in columns with their tags (CoNLL)",
        standoff: "a file of annotations without their text (brat)",
        web_annotations: "a file of Web Annotations (JSON-LD)",
        xml: "an XML file for another program",
        own_report: "a report that was exported here",
        own_page: "an annotated page (HTML) that was exported here",
    },
};
