//! Digests of analyses: recorded natively, compared natively and in the browser.

use std::fmt::Write;

use article_annotator::analysis::{Confidence, Engine, Options, analyze};
use article_annotator::testkit::{article, digest};
use article_annotator::text::{Source, clean};

/// So many made-up articles are analyzed besides the samples.
const MADE_UP: u64 = 100;

/// A line for each sample, and one for each made-up article: its name and the digest of its analysis.
pub(crate) fn of_all(engine: &Engine, samples: &[(&str, &str)]) -> String {
    let options = Options::new(Confidence::default());
    let mut out = String::new();
    let mut add = |name: &str, text: &str| {
        let source = Source::new(clean(text).text);
        let _ = writeln!(out, "{name} {:016x}", digest(&analyze(&source, engine, &options)));
    };
    for (name, text) in samples {
        add(name, text);
    }
    for seed in 0..MADE_UP {
        add(&format!("made-up-{seed}"), &article(seed, 4));
    }
    out
}

/// Panics with the names of the articles whose digests differ.
pub(crate) fn compare(recorded: &str, found: &str) {
    let differing: Vec<_> = found.lines().filter(|line| !recorded.lines().any(|r| r == *line)).collect();
    assert!(
        differing.is_empty() && recorded.lines().count() == found.lines().count(),
        "analyses differ from tests/golden/digests.txt (after a change of the engine: UPDATE=1 cargo test --features model \
         --test parity):\n{}",
        differing.join("\n")
    );
}
