//! The analyses that the browser must repeat to the bit; `tests/web/parity.rs` is the other half.
#![cfg(all(feature = "model", not(target_family = "wasm")))]

use std::fs;
use std::path::PathBuf;

use article_annotator::analysis::Engine;

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
