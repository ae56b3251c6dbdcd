//! The analyses that the browser must repeat to the bit; `tests/web/parity.rs` is the other half.
#![cfg(all(feature = "model", not(target_family = "wasm")))]

use std::fs;
use std::path::PathBuf;

use article_annotator::analysis::{Engine, Options, analyze};
use article_annotator::protocol::WireAnalysis;
use article_annotator::text::{Source, clean};

#[path = "common/digests.rs"]
mod digests;
#[path = "common/samples.rs"]
mod samples;

#[test]
fn analyses_are_as_recorded() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/digests.txt");
    let found = digests::of_all(&Engine::embedded(), samples::SAMPLES);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &found).expect("writable");
    }
    digests::compare(&fs::read_to_string(&path).unwrap_or_default(), &found);
}

#[test]
fn two_runs_agree() {
    let engine = Engine::embedded();
    let some = &samples::SAMPLES[..5];
    assert_eq!(digests::of_all(&engine, some), digests::of_all(&engine, some));
}

#[test]
fn every_sample_is_in_the_list() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("seeds/articles");
    let mut names: Vec<_> = fs::read_dir(folder)
        .expect("seeds/articles")
        .map(|entry| entry.expect("entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == "marked"))
        .map(|path| path.file_stem().expect("name").to_string_lossy().into_owned())
        .collect();
    names.sort();
    let listed: Vec<_> = samples::SAMPLES.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(listed, names, "list every sample in tests/common/samples.rs");
}

/// So many articles of the corpus are compared.
const OF_CORPUS: usize = 200;

/// For `tests/e2e/parity.test.mjs`, which compares it with what the built worker sends: a line for each sample, and for
/// the first articles of eval/worldwide-a where that is at hand, with id, text and analysis, into the file `PARITY_OUT`.
#[test]
#[ignore = "writes a file for the end-to-end test, which calls it"]
fn write_what_the_page_is_sent() {
    let engine = Engine::embedded();
    let mut out = String::new();
    let mut add = |id: &str, text: &str| {
        let text = clean(text).text;
        let analysis = analyze(&Source::new(text.as_str()), &engine, &Options::new(Options::READABLE));
        let line = serde_json::json!({ "id": id, "text": text, "analysis": WireAnalysis::from(&analysis) });
        out.push_str(&line.to_string());
        out.push('\n');
    };
    for (name, text) in samples::SAMPLES {
        add(name, text);
    }
    let corpus = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data/eval/worldwide-a.jsonl");
    for line in fs::read_to_string(corpus).unwrap_or_default().lines().take(OF_CORPUS) {
        let document: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let field = |name: &str| document[name].as_str().expect("a string");
        add(&format!("eval/{}", field("id")), field("text"));
    }
    fs::write(std::env::var_os("PARITY_OUT").expect("PARITY_OUT names a file"), out).expect("writable");
}
