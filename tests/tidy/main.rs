//! What no compiler checks: who imports whom, where the browser and the formats may be named, how long files are.

mod circles;
mod counts;
mod functions;
mod sentences;
mod source;
mod word_lists;

use std::fs;

use source::{root, sources};

/// What each module may import, besides itself and `vocabulary`. The order is the reading order of `lib.rs`.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("vocabulary", &[]),
    ("segment", &["text"]),
    ("lexicon", &["text", "segment"]),
    ("language", &["text", "segment", "lexicon"]),
    ("tagger", &["text", "segment", "lexicon"]),
    ("entities", &["text", "segment", "lexicon", "tagger"]),
    ("quotes", &["text", "segment", "lexicon", "entities"]),
    ("analysis", &["text", "segment", "lexicon", "language", "tagger", "entities", "quotes"]),
    ("document", &["text", "analysis"]),
    ("formats", &["text", "document"]),
    ("view", &["text", "document"]),
    ("protocol", &["text", "analysis"]),
    ("storage", &["document", "formats"]),
    ("web", &["text", "analysis", "protocol", "storage"]),
    ("ui", &["text", "analysis", "document", "formats", "view", "protocol", "storage", "web"]),
    ("eval", &["text", "segment", "lexicon", "tagger", "entities", "quotes", "analysis", "testkit"]),
    ("train", &["text", "segment", "lexicon", "tagger", "entities", "quotes", "analysis", "eval", "testkit"]),
    ("testkit", &["text", "analysis"]),
    (
        "cli",
        &[
            "text", "segment", "lexicon", "tagger", "entities", "quotes", "analysis", "document", "formats", "eval",
            "train", "testkit",
        ],
    ),
];

/// Words that may stand only in some folders, and why.
const BANS: &[(&str, &[&str], &str)] = &[
    ("web_sys", &["web", "ui", "bin"], "the browser is named only at the edge"),
    ("js_sys", &["web", "ui", "bin"], "the browser is named only at the edge"),
    ("wasm_bindgen", &["web", "ui", "bin"], "the browser is named only at the edge"),
    ("serde", &["formats", "protocol", "web", "cli", "train", "eval"], "inner types have no wire format"),
    ("serde_json", &["formats", "protocol", "web", "cli", "train", "eval"], "inner types have no wire format"),
    ("std::fs", &["cli", "train", "eval"], "the engine does no I/O"),
    ("std::io", &["web/zip.rs", "cli", "train", "eval"], "the engine does no I/O"),
    ("Instant::now", &["cli", "train", "eval"], "the engine has no clock"),
    ("SystemTime::now", &["cli", "train", "eval"], "the engine has no clock"),
    ("std::env", &["cli", "train", "eval"], "the engine reads no environment"),
    ("std::thread", &["cli", "train", "eval"], "the engine runs on one thread"),
    ("thread_rng", &[], "randomness only from a seed"),
    ("unsafe", &[], "no unsafe code"),
    ("println!", &["cli", "train", "eval"], "only the command line writes to the terminal"),
    ("dbg!", &[], "left over from debugging"),
    ("todo!", &[], "unfinished"),
    ("unimplemented!", &[], "unfinished"),
];

/// Folders of the engine: no floating point in them, so that native and Wasm agree to the bit.
const INTEGERS_ONLY: &[&str] =
    &["text", "vocabulary", "segment", "lexicon", "language", "tagger", "entities", "quotes", "analysis"];

/// Of the engine, but only for training: floating point is theirs.
const TRAINING: &[&str] = &["quotes/attribution/fit.rs", "quotes/reported/ranker/fit.rs"];

/// No file is longer than this many lines.
const LONGEST: usize = 450;
/// Half of the files are no longer than this.
const MEDIAN: usize = 170;

fn report(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// Whether `word` stands in `line` and is not part of a longer name.
fn has_word(line: &str, word: &str) -> bool {
    let name = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back().is_some_and(name);
        let after = word.ends_with(name) && line[at + word.len()..].chars().next().is_some_and(name);
        !before && !after
    })
}

#[test]
fn modules_import_only_from_before() {
    let mut faults = Vec::new();
    for file in sources() {
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(module, _)| *module == file.module) else {
            if !matches!(file.module.as_str(), "lib" | "bin") {
                faults.push(format!("{}: module {} is not in the table of tests/tidy", file.path, file.module));
            }
            continue;
        };
        for (number, line) in file.code.iter().enumerate() {
            for (at, _) in line.match_indices("crate::") {
                let rest = &line[at + "crate::".len()..];
                let target: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                if target.is_empty() {
                    faults.push(format!("{}:{}: one `use crate::module` a line, please", file.path, number + 1));
                } else if target != file.module && target != "vocabulary" && !allowed.contains(&target.as_str()) {
                    faults.push(format!("{}:{}: {} must not import {target}", file.path, number + 1, file.module));
                }
            }
        }
    }
    report(&faults);
}

#[test]
fn the_document_sees_analyses_only_where_they_arrive() {
    let allowed = ["document/run/merge.rs", "document/command.rs", "document/wordlist/apply.rs"];
    let faults = sources()
        .into_iter()
        .filter(|f| f.module == "document" && !allowed.contains(&f.path.as_str()))
        .filter(|f| f.code.iter().any(|line| line.contains("crate::analysis")))
        .map(|f| format!("{}: only {} may name analyses", f.path, allowed.join(" and ")));
    report(&faults.collect::<Vec<_>>());
}

#[test]
fn banned_words_stay_where_they_belong() {
    let mut faults = Vec::new();
    for file in sources() {
        for (number, line) in file.code.iter().enumerate() {
            for (word, allowed, why) in BANS {
                let may = allowed.contains(&file.module.as_str()) || allowed.contains(&file.path.as_str());
                if has_word(line, word) && !may && !line.contains("unsafe_code") {
                    faults.push(format!("{}:{}: {word}: {why}", file.path, number + 1));
                }
            }
            let inference = INTEGERS_ONLY.contains(&file.module.as_str()) && !TRAINING.contains(&file.path.as_str());
            if inference && (has_word(line, "f32") || has_word(line, "f64")) {
                faults.push(format!("{}:{}: floating point in the engine", file.path, number + 1));
            }
        }
    }
    report(&faults);
}

#[test]
fn files_are_short_and_say_what_they_are() {
    let mut faults = Vec::new();
    let mut lengths: Vec<_> = sources().iter().map(|f| f.lines).collect();
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    if median > MEDIAN {
        faults.push(format!("half of the files are longer than {median} lines; {MEDIAN} is the most"));
    }
    for file in sources() {
        if file.lines > LONGEST {
            faults.push(format!("{}: {} lines, more than {LONGEST}", file.path, file.lines));
        }
        let text = fs::read_to_string(root().join("src").join(&file.path)).expect("readable file");
        if !text.starts_with("//!") {
            faults.push(format!("{}: no `//!` at its top", file.path));
        }
        if text.contains("TODO") || text.contains("FIXME") || text.contains("XXX") {
            faults.push(format!("{}: a note of unfinished work", file.path));
        }
    }
    report(&faults);
}

#[test]
fn binaries_only_start_the_library() {
    for file in sources().iter().filter(|f| f.module == "bin") {
        assert!(file.lines < 20, "{} has {} lines", file.path, file.lines);
    }
}

#[test]
fn words_are_found_whole() {
    assert!(has_word("use serde::Serialize;", "serde"));
    assert!(!has_word("use serde_json::Value;", "serde"));
    assert!(!has_word("my_serde::x", "serde"));
    assert!(has_word("eprintln!(); println!()", "println!"));
    assert!(!has_word("eprintln!()", "println!"));
}
