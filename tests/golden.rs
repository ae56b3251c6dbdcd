//! The sample articles and what the engine makes of them.

use std::fs;
use std::path::PathBuf;

use article_annotator::testkit::Marked;

/// The sample articles by name, in order, with the path of each marked file.
fn samples() -> Vec<(String, PathBuf)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("seeds/articles");
    let mut found: Vec<_> = fs::read_dir(folder)
        .expect("seeds/articles")
        .map(|entry| entry.expect("entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == "marked"))
        .map(|path| (path.file_stem().expect("name").to_string_lossy().into_owned(), path))
        .collect();
    found.sort();
    found
}

#[test]
fn the_samples_are_valid_and_equal_their_text() {
    let samples = samples();
    assert!(samples.len() >= 6);
    for (name, path) in samples {
        let marked = fs::read_to_string(&path).expect("readable");
        let parsed = Marked::parse(&marked).unwrap_or_else(|e| panic!("{name}.marked, {e}"));
        assert!(parsed.print() == marked, "{name}.marked is not printed as it was read:\n{}", parsed.print());
        let text = fs::read_to_string(path.with_extension("txt")).expect("its text");
        assert!(parsed.text == text, "{name}.txt is not {name}.marked without its marks");
    }
}
