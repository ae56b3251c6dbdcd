//! Closed word lists: where they stand, and that nothing slipped into them.
//!
//! The sources are read, so that no list can be forgotten: whatever constant of `src/lexicon` or `src/segment/lists` holds
//! words is checked, and words listed anywhere else in the engine are a fault.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::report;
use crate::source::root;

/// Folders whose constants are lists.
const HOMES: &[&str] = &["lexicon", "segment/lists"];
/// Modules that may hold no list outside of [`HOMES`].
const ENGINE: &[&str] = &["segment", "lexicon", "language", "tagger", "entities", "quotes", "analysis"];
/// So many words in a row are a list.
const LIST: usize = 4;
/// So many words in one text are a list.
const TEXT: usize = 6;
/// Words that do begin or end with a hyphen, and why.
const HYPHENS: &[(&str, &str)] =
    &[("el-", "the Arabic article, joined to a name"), ("al-", "the Arabic article, joined to a name")];

/// What a source file is made of, as far as lists need it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    /// A string, with the line it starts in.
    Text(usize, String),
    /// A name or number.
    Name(usize, String),
    /// Any other character.
    Mark(char),
}

/// A constant and the strings in it.
struct Constant {
    name: String,
    line: usize,
    /// The comment above it.
    docs: String,
    pieces: Vec<Piece>,
}

struct File {
    /// Under `src`, with `/`.
    path: String,
    /// Its lines up to the tests.
    lines: Vec<String>,
    pieces: Vec<Piece>,
}

impl File {
    fn is_home(&self) -> bool {
        HOMES.iter().any(|home| Path::new(&self.path).starts_with(home))
    }

    fn constants(&self) -> Vec<Constant> {
        let mut out = Vec::new();
        let mut at = 0;
        while at + 2 < self.pieces.len() {
            let named = match &self.pieces[at..at + 3] {
                [Piece::Name(_, word), Piece::Name(line, name), Piece::Mark(':')]
                    if word == "const" || word == "static" =>
                {
                    Some((*line, name.clone()))
                }
                _ => None,
            };
            let Some((line, name)) = named else {
                at += 1;
                continue;
            };
            let start = at + 3;
            let mut depth = 0;
            while let Some(piece) = self.pieces.get(at) {
                match piece {
                    Piece::Mark('[' | '(' | '{') => depth += 1,
                    Piece::Mark(']' | ')' | '}') => depth -= 1,
                    Piece::Mark(';') if depth == 0 => break,
                    _ => {}
                }
                at += 1;
            }
            let pieces = self.pieces[start..at].to_vec();
            out.push(Constant { name, line, docs: self.docs(line), pieces });
        }
        out
    }

    /// The comment above line `line`.
    fn docs(&self, line: usize) -> String {
        let above = self.lines[..line - 1].iter().rev().map(|above| above.trim());
        let mut docs: Vec<&str> =
            above.take_while(|above| above.starts_with("//") || above.starts_with("#[")).collect();
        docs.reverse();
        docs.join(" ").to_lowercase()
    }
}

/// The pieces of a source text without comments.
fn pieces(text: &str) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut rest = text.chars().peekable();
    let mut line = 1;
    while let Some(next) = rest.next() {
        match next {
            '\n' => line += 1,
            '/' if rest.peek() == Some(&'/') => while rest.next_if(|&inner| inner != '\n').is_some() {},
            '"' => {
                let start = line;
                let mut words = String::new();
                while let Some(inner) = rest.next().filter(|&inner| inner != '"') {
                    match inner {
                        '\\' if rest.peek() == Some(&'\n') => {
                            while let Some(white) = rest.next_if(|inner| inner.is_whitespace()) {
                                line += usize::from(white == '\n');
                            }
                        }
                        '\\' => words.extend(['\\'].into_iter().chain(rest.next())),
                        _ => words.push(inner),
                    }
                }
                out.push(Piece::Text(start, words));
            }
            // A character; a lifetime is read as its name.
            '\'' => {
                let ahead: Vec<char> = rest.clone().take(2).collect();
                if ahead.first() == Some(&'\\') {
                    rest.next();
                    rest.next();
                    while rest.next().is_some_and(|inner| inner != '\'') {}
                } else if ahead.get(1) == Some(&'\'') {
                    rest.nth(1);
                }
            }
            _ if next.is_alphanumeric() || next == '_' => {
                let mut name = String::from(next);
                while let Some(inner) = rest.next_if(|&inner| inner.is_alphanumeric() || inner == '_') {
                    name.push(inner);
                }
                out.push(Piece::Name(line, name));
            }
            _ if next.is_whitespace() => {}
            _ => out.push(Piece::Mark(next)),
        }
    }
    out
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("readable folder") {
        let path = entry.expect("entry").path();
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// The files of the engine, without their tests.
fn files() -> Vec<File> {
    let src = root().join("src");
    let mut paths = Vec::new();
    for module in ENGINE {
        walk(&src.join(module), &mut paths);
    }
    paths.sort();
    let mut out = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).expect("readable file");
        let path = path.strip_prefix(&src).expect("under src").to_string_lossy().replace('\\', "/");
        if path.ends_with("tests.rs") {
            continue;
        }
        let program = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let program = program.split("#[cfg(all(test").next().unwrap_or_default();
        out.push(File { path, lines: program.lines().map(str::to_owned).collect(), pieces: pieces(program) });
    }
    out
}

/// Whether a string is one word rather than a mark, a message or a code.
fn is_word(text: &str) -> bool {
    text.starts_with(char::is_alphabetic) && !text.contains(|c: char| c.is_whitespace() || "{}:=".contains(c))
}

/// The words of each list in `constant`: of each text of several, and of each run of strings of one word each.
fn lists(constant: &Constant) -> Vec<(usize, Vec<String>)> {
    let mut out = Vec::new();
    let mut run: Vec<String> = Vec::new();
    let mut start = constant.line;
    for piece in &constant.pieces {
        match piece {
            // A pattern for `format!` is no word.
            Piece::Text(_, text) if text.contains('{') => {}
            Piece::Text(line, text) if text.contains(' ') => {
                out.push((*line, text.split_whitespace().map(str::to_owned).collect()));
            }
            Piece::Text(line, text) => {
                start = if run.is_empty() { *line } else { start };
                run.push(text.clone());
            }
            Piece::Mark(',') => {}
            _ => out.push((start, std::mem::take(&mut run))),
        }
    }
    out.push((start, run));
    out.retain(|(_, words)| !words.is_empty());
    out
}

/// What is wrong with one word of a list, if anything.
fn slip(word: &str) -> Option<&'static str> {
    let one_mark = word.chars().count() == 1;
    if HYPHENS.iter().any(|known| known.0 == word) || one_mark {
        return None;
    }
    if word.starts_with('-') || word.ends_with('-') {
        return Some("has a stray hyphen");
    }
    let stray = |c: char| "()[]{}\"“”\\;!?".contains(c);
    word.contains(stray).then_some("has a stray mark")
}

#[test]
fn lists_hold_each_word_once_and_nothing_else() {
    let (mut faults, mut seen) = (Vec::new(), 0);
    for file in files().iter().filter(|file| file.is_home()) {
        for constant in file.constants() {
            let place = |line: usize| format!("src/{}:{line}: {}", file.path, constant.name);
            for piece in &constant.pieces {
                if let Piece::Text(line, text) = piece
                    && text.contains("  ")
                {
                    faults.push(format!("{}: a run of spaces; one space stands between words", place(*line)));
                }
            }
            for (line, words) in lists(&constant) {
                seen += words.len();
                let mut known = HashSet::new();
                for word in &words {
                    // A pair of a form and its base is one entry.
                    if !known.insert(word) && words.len() > 2 {
                        faults.push(format!("{}: {word:?} is listed twice; delete the second", place(line)));
                    }
                    if let Some(what) = slip(word) {
                        faults.push(format!("{}: {word:?} {what}", place(line)));
                    }
                    if word.contains(char::is_uppercase) && !constant.docs.contains("as written") {
                        faults.push(format!(
                            "{}: {word:?} has a capital: write it small, or say \"as written\" in the list's comment",
                            place(line)
                        ));
                    }
                }
                if constant.docs.contains("sorted") && words.len() > 2 && !words.is_sorted() {
                    faults.push(format!("{}: its comment says that it is sorted, but it is not", place(line)));
                }
            }
        }
    }
    report(&faults);
    assert!(seen > 3000, "only {seen} words were found: is this test still reading the lists?");
}

#[test]
fn lists_stand_in_the_lexicon() {
    let mut faults = Vec::new();
    let fault = |file: &File, line: usize, words: &str| {
        format!(
            "src/{}:{line}: a closed list ({words}): move it to src/lexicon, under a name that says what it holds",
            file.path
        )
    };
    for file in files().iter().filter(|file| !file.is_home()) {
        let mut run: Vec<(usize, &str)> = Vec::new();
        for piece in file.pieces.iter().chain([&Piece::Mark(';')]) {
            match piece {
                Piece::Text(line, text) if is_word(text) => run.push((*line, text)),
                Piece::Mark('|' | ',' | '(' | ')' | '&') => {}
                _ => {
                    if run.len() >= LIST {
                        let words: Vec<&str> = run.iter().map(|word| word.1).collect();
                        faults.push(fault(file, run[0].0, &words.join(" ")));
                    }
                    run.clear();
                }
            }
        }
        for constant in file.constants() {
            for piece in &constant.pieces {
                if let Piece::Text(line, text) = piece
                    && text.split_whitespace().filter(|word| is_word(word)).count() >= TEXT
                {
                    faults.push(fault(file, *line, text));
                }
            }
        }
    }
    report(&faults);
}

#[test]
fn slips_are_found() {
    assert!(slip("once-").is_some() && slip("-elect").is_some() && slip("dr.)").is_some());
    assert!(["co-operate", "mr.", "'s", "-", "quip*", "sing=sang,sung"].into_iter().all(|word| slip(word).is_none()));
    let text = "/// As written.\nconst A: &[&str] = words!(\"a b \\\n    c\"); // \"d\"\nconst B: [&str; 2] = [\"e\", \"f\"];\n";
    let file = File { path: String::new(), lines: text.lines().map(str::to_owned).collect(), pieces: pieces(text) };
    let found: Vec<_> = file.constants().iter().flat_map(lists).map(|list| list.1.join(" ")).collect();
    assert_eq!(found, ["a b c", "e f"]);
    assert!(file.constants()[0].docs.contains("as written"));
}
