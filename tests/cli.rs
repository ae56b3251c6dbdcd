//! The command line as a person or a script meets it: output, messages, exit codes.
#![cfg(all(feature = "cli", not(target_family = "wasm")))]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn run(args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_article-annotator"))
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that reads nothing closes the pipe early; that is its right.
    let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
    child.wait_with_output().expect("the program ends")
}

fn lines(output: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&output.stdout).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn message(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// What `text` has between two offsets in code points.
fn covered(text: &str, span: &Value) -> String {
    let at = |name: &str| span[name].as_u64().expect("an offset") as usize;
    text.chars().skip(at("start")).take(at("end") - at("start")).collect()
}

/// Every line is what `schema/line.schema.json` says.
fn fits_the_schema(line: &Value) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/line.schema.json");
    let schema = serde_json::from_str(&std::fs::read_to_string(path).expect("the schema")).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let violations: Vec<_> =
        validator.iter_errors(line).map(|error| format!("{error} at {}", error.instance_path())).collect();
    assert_eq!(violations, Vec::<String>::new());
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

#[test]
fn a_file_becomes_one_line_whose_offsets_cover_its_texts() {
    let path = "seeds/articles/names-emoji.txt";
    let output = run(&["annotate", path], "");
    assert_eq!(output.status.code(), Some(0), "{}", message(&output));
    assert_eq!(message(&output), "", "nothing to say where no terminal is");
    let [line] = lines(&output).try_into().expect("one line");
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("the file");
    assert_eq!(keys(&line), ["blocks", "entities", "id", "lang", "quotes"]);
    fits_the_schema(&line);
    assert_eq!(line["id"], path);
    let entities = line["entities"].as_array().expect("a list");
    assert!(entities.len() > 10);
    for entity in entities {
        assert_eq!(keys(entity), ["cluster", "confidence", "end", "label", "start", "text"]);
        assert_eq!(entity["text"].as_str(), Some(covered(&text, entity).as_str()));
        assert!(matches!(entity["label"].as_str(), Some("PERSON" | "PLACE" | "ORGANIZATION")));
    }
    let quotes = line["quotes"].as_array().expect("a list");
    assert!(quotes.len() > 3);
    for quote in quotes {
        let wanted = ["confidence", "cue", "end", "kind", "parts", "speaker", "start"];
        assert!(keys(quote).into_iter().filter(|k| *k != "nested").eq(wanted));
        assert!(!quote["parts"].as_array().expect("a list").is_empty());
        for part in ["cue", "speaker"] {
            if !quote[part].is_null() {
                assert_eq!(quote[part]["text"].as_str(), Some(covered(&text, &quote[part]).as_str()));
            }
        }
    }
}

#[test]
fn every_paragraph_is_a_block_with_its_kind() {
    let text = "\u{feff}Share\r\n\r\nA dam turns a river\r\nBy Ana D\u{ed}az\r\n\r\n  The river has been running backwards for a year.\r\n";
    let output = run(&["annotate", "--jsonl"], &serde_json::json!({ "id": 1, "text": text }).to_string());
    let [line] = lines(&output).try_into().expect("one line");
    fits_the_schema(&line);
    let blocks = line["blocks"].as_array().expect("a list");
    let found: Vec<_> =
        blocks.iter().map(|block| (block["kind"].as_str().expect("a kind"), covered(text, block))).collect();
    assert_eq!(
        found.iter().map(|(kind, words)| (*kind, words.trim())).collect::<Vec<_>>(),
        [
            ("furniture", "Share"),
            ("headline", "A dam turns a river"),
            ("byline", "By Ana D\u{ed}az"),
            ("body", "The river has been running backwards for a year."),
        ]
    );
}

#[test]
fn html_is_read_and_its_text_comes_back() {
    let page = "<!doctype html><nav><a href=/>Home</a></nav><h1>A dam turns a river</h1><p>\u{201c}We know,\u{201d} said Ana \
        D\u{ed}az, the minister, on Monday morning.</p><p>Yes&nbsp;&amp; no.</p>";
    let shown = "Home\n\nA dam turns a river\n\n\u{201c}We know,\u{201d} said Ana D\u{ed}az, the minister, on Monday morning.\n\nYes & no.";
    let input = [
        serde_json::json!({ "id": 1, "html": page }),
        serde_json::json!({ "id": 2, "html": page, "text": "Something else" }),
        serde_json::json!({ "id": 3, "html": "<script>1</script>", "text": "Something else" }),
        serde_json::json!({ "id": 4, "text": page }),
    ];
    let input: Vec<_> = input.iter().map(ToString::to_string).collect();
    let output = run(&["annotate", "--jsonl"], &input.join("\n"));
    let lines = lines(&output);
    assert_eq!(lines.len(), 4);
    for line in &lines[..2] {
        fits_the_schema(line);
        assert_eq!(line["text"], shown);
        let blocks = line["blocks"].as_array().expect("a list");
        let kinds: Vec<_> = blocks.iter().map(|block| block["kind"].as_str().expect("a kind")).collect();
        assert_eq!(kinds[..3], ["furniture", "headline", "body"]);
        assert_eq!(covered(shown, &blocks[1]), "A dam turns a river");
        assert!(
            line["entities"].as_array().expect("a list").iter().any(|name| covered(shown, name) == "Ana D\u{ed}az")
        );
    }
    for line in &lines[2..] {
        assert_eq!(line["text"], Value::Null, "offsets count in the text that was given");
    }

    let file = std::env::temp_dir().join(format!("article-annotator-page-{}.txt", std::process::id()));
    std::fs::write(&file, page).expect("a file");
    let output = run(&["annotate", file.to_str().expect("a name")], "");
    std::fs::remove_file(&file).expect("it is there");
    assert_eq!(self::lines(&output)[0]["text"], shown, "known by what is in it");
}

#[test]
fn lines_come_back_in_order_with_offsets_of_the_text_as_given() {
    let text = "\u{feff}Governor Ana D\u{ed}az left Lyon.\r\n\r\n«\u{a0}Oui,\u{a0}» said D\u{ed}az.";
    let mut input = String::new();
    for id in 0..40 {
        input.push_str(&serde_json::json!({ "id": format!("n{id}"), "text": text }).to_string());
        input.push('\n');
    }
    let output = run(&["annotate", "--jsonl", "--jobs", "3"], &input);
    assert_eq!(output.status.code(), Some(0), "{}", message(&output));
    let lines = lines(&output);
    let ids: Vec<_> = lines.iter().map(|l| l["id"].as_str().expect("an id").to_owned()).collect();
    assert_eq!(ids, (0..40).map(|id| format!("n{id}")).collect::<Vec<_>>());
    let entities = lines[0]["entities"].as_array().expect("a list");
    assert!(entities.iter().any(|e| e["text"] == "Lyon" && covered(text, e) == "Lyon"));
    assert!(lines[0]["quotes"].as_array().expect("a list").iter().any(|q| covered(text, q) == "«\u{a0}Oui,\u{a0}»"));
}

#[test]
fn faults_are_named_and_the_rest_is_done() {
    let output =
        run(&["annotate", "--jsonl"], "{\"id\":\"a\",\"text\":\"A\"}\n{\"id\":1}\n\n{\"id\":\"b\",\"text\":\"B\"}\n");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(lines(&output).len(), 2);
    assert!(message(&output).contains("line 2"), "{}", message(&output));

    let output = run(&["annotate", "no/such/file", "seeds/model/names.bin", "README.md"], "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(lines(&output).len(), 1);
    for part in ["no/such/file", "names.bin is not a text file", "2 of 3"] {
        assert!(message(&output).contains(part), "{}", message(&output));
    }
}

#[test]
fn wrong_arguments_are_told_apart_from_failures() {
    for args in [
        &[][..],
        &["frobnicate"],
        &["annotate"],
        &["annotate", "--jsonl", "x"],
        &["annotate", "--jobs", "0", "x"],
        &["annotate", "--lang", "german", "x"],
        &["annotate", "--lang", "jp", "x"],
        &["annotate", "--no"],
    ] {
        let output = run(args, "");
        assert_eq!(output.status.code(), Some(2), "{args:?}: {}", message(&output));
        assert!(message(&output).contains("--help"), "{args:?}: {}", message(&output));
        assert!(output.stdout.is_empty());
    }
    for args in [&["--help"][..], &["annotate", "--help"], &["--version"]] {
        let output = run(args, "");
        assert_eq!(output.status.code(), Some(0));
        assert!(!output.stdout.is_empty() && output.stderr.is_empty());
    }
}

#[test]
fn standard_input_can_be_a_file() {
    let output = run(&["annotate", "-"], "Ana Díaz left Lyon.");
    assert_eq!(lines(&output)[0]["id"], "-");
}

#[test]
fn each_line_says_its_language_and_a_flag_decides_it() {
    let lang = |args: &[&str], input: &Value| {
        let output = run(args, &input.to_string());
        let [line] = lines(&output).try_into().expect("one line");
        fits_the_schema(&line);
        line["lang"].as_str().expect("a language").to_owned()
    };
    let path = "tests/fixtures/languages/fr.txt";
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("the file");
    let french = serde_json::json!({ "id": 1, "text": text });
    assert_eq!(lang(&["annotate", "--jsonl"], &french), "fr");
    assert_eq!(lang(&["annotate", "--jsonl", "--lang", "en-GB"], &french), "en");
    // A page's own word counts where the text says nothing.
    let page = serde_json::json!({ "id": 1, "html": "<!doctype html><html lang=\"de-AT\"><p>Guten Tag</p></html>" });
    assert_eq!(lang(&["annotate", "--jsonl"], &page), "de");
    let page = serde_json::json!({ "id": 1, "html": format!("<!doctype html><html lang=\"de\"><p>{text}</p></html>") });
    assert_eq!(lang(&["annotate", "--jsonl"], &page), "fr");
}
