//! `annotate`: from text to one JSON line an article.

use std::fs;
use std::io::{self, BufRead, IsTerminal, Write};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread;

use lexopt::Arg;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::error::not_a_text;
use super::ordered::in_order;
use super::output::print;
use super::{CliError, Progress, json};
use crate::analysis::{BlockChoice, Confidence, Engine, Language, Options, analyze};
use crate::formats::{OpenError, decode, html};
use crate::text::{Source, clean};

const HELP: &str = "\
Annotates articles: one JSON line each, in the order of the input.

usage: article-annotator annotate FILE...
       article-annotator annotate --jsonl < ARTICLES

FILE        a file of text or HTML in UTF-8 or UTF-16; its path becomes the id; - is standard input
--jsonl     read lines {\"id\": ..., \"text\": ...} from standard input; an id is a string or a number
            and comes back as it stands there; \"html\" beside or in place of \"text\" is read as a whole page
--jobs N    threads (all cores unless given)
--reported-from X
            leave out reported speech (indirect and thought) below this confidence: 0.5, as on the page, unless
            given; 0 gives everything, 1 none
--lang CODE the language of all articles, such as en, de or pt-BR, instead of finding it out for each

A line is {\"id\",\"lang\",\"blocks\":[{\"start\",\"end\",\"kind\"}],
\"entities\":[{\"start\",\"end\",\"label\",\"text\",\"cluster\",\"confidence\"}],
\"quotes\":[{\"start\",\"end\",\"kind\",\"confidence\",\"parts\":[{\"start\",\"end\"}],
\"speaker\":{\"start\",\"end\",\"text\",\"person\"}|null,\"cue\":{\"start\",\"end\",\"text\"}|null,
\"nested\":[...]}]}. Of HTML it also has \"text\": what the page shows, in which its offsets count.
lang is the language that the article was read as (BCP 47; \"und\" where it has no name here). Only English is read
whole; of any other language the line has the quotes that stand in quotation marks, and names that are on a list.
Offsets are Unicode code points, end exclusive. blocks are the paragraphs and what each is in the article: headline,
heading, byline, dateline, body, list-item, block-quote, table-row, and, not analyzed, date, caption and furniture. Labels: PERSON, PLACE, ORGANIZATION.
Kinds: direct, partial, indirect, thought. cluster and person are the same numbers: who is meant, within one article.
nested, where there are any: the quotes that stand within the words of this one.
";

/// A text or why there is none.
type Input = Result<Article, String>;

struct Article {
    id: Id,
    text: String,
    /// What HTML says of its paragraphs; none for plain text.
    blocks: Option<Vec<BlockChoice>>,
    /// The language that HTML declares.
    declared: Option<Language>,
}

impl Article {
    fn plain(id: Id, text: String) -> Self {
        Self { id, text, blocks: None, declared: None }
    }

    fn html(id: Id, html: &str) -> Self {
        let html::Article { text, blocks, language } = html::article(html);
        let blocks = blocks.into_iter().map(|(paragraph, kind)| BlockChoice { paragraph, kind }).collect();
        let declared = language.as_deref().and_then(Language::from_tag);
        Self { id, text, blocks: Some(blocks), declared }
    }
}

/// One line of input: HTML is read rather than the text beside it, unless it shows nothing.
#[derive(Deserialize)]
struct Line {
    id: Id,
    text: Option<String>,
    html: Option<String>,
}

/// The id in JSON, letter for letter as it was given: a number of any length keeps its digits.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(transparent)]
struct Id(Box<RawValue>);

impl Id {
    fn of_name(name: &str) -> Self {
        Self(serde_json::value::to_raw_value(name).expect("invariant: a string is JSON"))
    }

    /// Whether it is a string or a number.
    fn is_plain(&self) -> bool {
        self.0.get().starts_with(|character: char| character == '"' || character == '-' || character.is_ascii_digit())
    }
}

/// Runs the task with the rest of the arguments.
pub(super) fn run(parser: &mut lexopt::Parser) -> Result<(), CliError> {
    let mut files = Vec::new();
    let mut lines = false;
    let mut jobs = thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    let mut options = Options::new(Options::READABLE);
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("jsonl") => lines = true,
            Arg::Short('j') | Arg::Long("jobs") => jobs = threads(&parser.value()?)?,
            Arg::Long("reported-from") => options.reported_from = confidence(&parser.value()?)?,
            Arg::Long("lang") => options.language = Some(language(&parser.value()?)?),
            Arg::Short('h') | Arg::Long("help") => return print(HELP),
            Arg::Value(file) => files.push(PathBuf::from(file)),
            other => return Err(other.unexpected().into()),
        }
    }
    let out = io::BufWriter::new(io::stdout().lock());
    match (lines, files.is_empty()) {
        (true, false) => Err(CliError::usage("give files or --jsonl, not both")),
        (false, true) => Err(CliError::usage("give text files, or --jsonl and articles on standard input")),
        (true, true) => {
            if io::stdin().is_terminal() {
                eprintln!("reading JSON lines from the terminal; Ctrl+D ends them");
            }
            annotate(read_lines(io::BufReader::new(io::stdin())), None, &options, jobs, out)
        }
        (false, false) => {
            let total = files.len() as u64;
            annotate(files.into_iter().map(|path| read_file(&path)), Some(total), &options, jobs, out)
        }
    }
}

fn threads(value: &std::ffi::OsStr) -> Result<NonZeroUsize, CliError> {
    let number = value.to_str().and_then(|v| v.parse().ok());
    number.ok_or_else(|| CliError::usage(format!("--jobs takes a number from 1, not {}", value.display())))
}

/// A language as BCP 47 writes it.
fn language(value: &std::ffi::OsStr) -> Result<Language, CliError> {
    value.to_str().and_then(Language::from_tag).ok_or_else(|| {
        CliError::usage(format!(
            "--lang takes the code of a language, such as en, de or pt-BR, not {}",
            value.display()
        ))
    })
}

/// A confidence as it is written.
fn confidence(value: &std::ffi::OsStr) -> Result<Confidence, CliError> {
    let share = value.to_str().and_then(|v| v.parse::<f64>().ok()).filter(|v| (0.0..=1.0).contains(v));
    let share = share.ok_or_else(|| {
        CliError::usage(format!("--reported-from takes a number from 0 to 1, not {}", value.display()))
    })?;
    Ok(Confidence::permille((share * 1000.0).round() as u16))
}

/// Annotates all inputs; those that are none are told on standard error and make the task fail at its end.
fn annotate(
    inputs: impl Iterator<Item = Input> + Send,
    total: Option<u64>,
    options: &Options,
    jobs: NonZeroUsize,
    mut out: impl Write,
) -> Result<(), CliError> {
    let engine = Engine::embedded();
    let work = |input: Input| {
        input.map(|article| {
            // Cleaned as the page cleans what is pasted, so that both find the same.
            let cleaned = clean(&article.text);
            let source = Source::new(cleaned.text.as_str());
            let shown = article.blocks.is_some();
            let options =
                Options { blocks: article.blocks.unwrap_or_default(), declared: article.declared, ..options.clone() };
            let analysis = analyze(&source, &engine, &options);
            json::line(&article.id, shown, &Source::new(article.text), &cleaned, source.paragraphs(), &analysis)
        })
    };
    let mut progress = Progress::new("articles", total);
    let (mut done, mut refused) = (0, 0);
    in_order(inputs, jobs, work, |result| {
        done += 1;
        progress.set(done);
        match result {
            Ok(line) => writeln!(out, "{line}").map_err(|fault| CliError::output(&fault)),
            Err(message) => {
                refused += 1;
                eprintln!("article-annotator: {message}");
                Ok(())
            }
        }
    })?;
    drop(progress);
    out.flush().map_err(|fault| CliError::output(&fault))?;
    match refused {
        0 => Ok(()),
        number => Err(CliError::failed(format!("{number} of {done} articles could not be read"))),
    }
}

fn read_file(path: &Path) -> Input {
    let shown = path.display();
    let bytes = if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::Read::read_to_end(&mut io::stdin().lock(), &mut bytes).map(|_| bytes)
    } else {
        fs::read(path)
    };
    let bytes = bytes.map_err(|fault| format!("cannot read {shown}: {fault}"))?;
    let text = match decode(&bytes) {
        // An empty article is one without names and quotes.
        Err(OpenError::Empty) => String::new(),
        text => text.map_err(|fault| format!("{shown} {}", not_a_text(&fault)))?,
    };
    let id = Id::of_name(&shown.to_string());
    Ok(if is_html_file(path, &text) { Article::html(id, &text) } else { Article::plain(id, text) })
}

/// By what is in it first, by its name second.
fn is_html_file(path: &Path, text: &str) -> bool {
    let named = |ending: &str| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(ending));
    html::is_html(text) || ["html", "htm", "xhtml"].into_iter().any(named)
}

/// Some editors put it before the first line; it is no part of it.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

fn read_lines(reader: impl BufRead) -> impl Iterator<Item = Input> {
    reader.split(b'\n').zip(1..).filter_map(|(line, number)| {
        let line = match line {
            Ok(line) => line,
            Err(fault) => return Some(Err(format!("cannot read line {number}: {fault}"))),
        };
        let line = line.strip_prefix(BYTE_ORDER_MARK).filter(|_| number == 1).unwrap_or(&line);
        if line.trim_ascii().is_empty() {
            return None;
        }
        Some(read_line(line).map_err(|why| format!("line {number} is not {{\"id\": ..., \"text\": ...}}: {why}")))
    })
}

fn read_line(line: &[u8]) -> Result<Article, String> {
    let Line { id, text, html } = serde_json::from_slice(line).map_err(|error| within_line(&error))?;
    if !id.is_plain() {
        return Err("its id is neither a string nor a number".to_owned());
    }
    let page = html.map(|html| Article::html(id.clone(), &html)).filter(|page| text.is_none() || !page.text.is_empty());
    page.or_else(|| text.map(|text| Article::plain(id, text))).ok_or_else(|| "it has no text and no html".to_owned())
}

/// What is wrong, without the parser's own count of lines: to it, each line is the first.
fn within_line(error: &serde_json::Error) -> String {
    error.to_string().replace(" at line 1 column ", " at byte ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_an_article_and_faults_have_their_number() {
        let input = "{\"id\":\"a\",\"text\":\"x\",\"more\":1}\r\n\n{\"id\":2}\nnot JSON\n{\"id\":7,\"text\":\"y\"}\n{\"id\":[],\"text\":\"\\ud800\"}";
        let read: Vec<_> = read_lines(input.as_bytes())
            .map(|index| index.map(|annotation| annotation.id.0.get().to_owned()))
            .collect();
        assert_eq!(read[0], Ok("\"a\"".to_owned()));
        assert!(read[1].as_ref().is_err_and(|fault| fault.starts_with("line 3 is not")), "{:?}", read[1]);
        assert!(read[2].as_ref().is_err_and(|fault| fault.starts_with("line 4 is not")), "{:?}", read[2]);
        assert_eq!(read[3], Ok("7".to_owned()));
        assert!(
            read[4].as_ref().is_err_and(|fault| fault.starts_with("line 6 is not") && !fault.contains("line 1")),
            "{:?}",
            read[4]
        );
    }

    #[test]
    fn lines_come_out_in_order_and_a_fault_fails_at_the_end() {
        let inputs = (0..50).map(|number| match number {
            7 => Err("bad".to_owned()),
            number => Ok(Article::plain(Id::of_name(&number.to_string()), crate::testkit::article(number, 3))),
        });
        let everything = Options::new(Confidence::default());
        let mut out = Vec::new();
        let done = annotate(inputs, None, &everything, NonZeroUsize::new(3).expect("not zero"), &mut out);
        assert!(matches!(done, Err(CliError::Failed(why)) if why == "1 of 50 articles could not be read"));
        let ids: Vec<_> = std::str::from_utf8(&out).expect("UTF-8").lines().map(|l| l[7..].split('"').next()).collect();
        let expected: Vec<_> = (0..50).filter(|&number| number != 7).map(|number| number.to_string()).collect();
        assert_eq!(ids, expected.iter().map(|number| Some(number.as_str())).collect::<Vec<_>>());
    }

    #[test]
    fn ids_come_back_letter_for_letter() {
        for id in ["123456789012345678901234567890", "1e400", "-0", "0.10", "\"caf\\u00e9\"", "\"\""] {
            let line = format!("{{\"id\":{id},\"text\":\"\"}}");
            let article = read_line(line.as_bytes()).expect("an article");
            assert_eq!(serde_json::to_string(&article.id).ok().as_deref(), Some(id));
        }
        for id in ["[1]", "{}", "null", "true"] {
            assert!(read_line(format!("{{\"id\":{id},\"text\":\"\"}}").as_bytes()).is_err(), "{id}");
        }
    }

    #[test]
    fn a_byte_order_mark_costs_no_article() {
        let input = [BYTE_ORDER_MARK, b"{\"id\":1,\"text\":\"x\"}\n{\"id\":2,\"text\":\"y\"}"].concat();
        assert!(read_lines(input.as_slice()).all(|article| article.is_ok()));
        assert_eq!(read_lines(input.as_slice()).count(), 2);
    }
}
