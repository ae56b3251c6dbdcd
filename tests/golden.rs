//! The sample articles and what the engine makes of them.
//!
//! `UPDATE=1 cargo test --features model --test golden` writes the golden files anew; read the difference before you keep
//! it.

use std::fs;
use std::path::PathBuf;

use article_annotator::testkit::Marked;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The sample articles by name, in order, as reviewed.
fn samples() -> Vec<(String, Marked)> {
    let mut found: Vec<_> = fs::read_dir(root().join("seeds/articles"))
        .expect("seeds/articles")
        .map(|entry| entry.expect("entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == "marked"))
        .map(|path| {
            let name = path.file_stem().expect("name").to_string_lossy().into_owned();
            let marked = fs::read_to_string(&path).expect("readable");
            let parsed = Marked::parse(&marked).unwrap_or_else(|e| panic!("{name}.marked, {e}"));
            assert!(parsed.to_string() == marked, "{name}.marked is not printed as it was read:\n{parsed}");
            (name, parsed)
        })
        .collect();
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}

#[test]
fn the_samples_equal_their_text() {
    let samples = samples();
    assert!(samples.len() >= 6);
    for (name, marked) in samples {
        let text = fs::read_to_string(root().join(format!("seeds/articles/{name}.txt"))).expect("its text");
        assert!(marked.text == text, "{name}.txt is not {name}.marked without its marks");
    }
}

#[cfg(feature = "model")]
mod engine {
    use std::fmt::Write;

    use article_annotator::analysis::{Engine, EntityKind, Options, analyze};
    use article_annotator::testkit::MarkedQuote;
    use article_annotator::text::{Source, TextRange};
    use article_annotator::vocabulary::QuoteKind;

    use super::{Marked, fs, root, samples};

    /// Compares with a golden file, or writes it.
    fn golden(name: &str, found: &str, faults: &mut Vec<String>) {
        let path = root().join("tests/golden").join(name);
        if std::env::var_os("UPDATE").is_some() {
            assert!(std::env::var_os("CI").is_none(), "golden files are not written where nobody reads them");
            fs::write(&path, found).expect("writable");
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if expected == found {
            return;
        }
        let lines = found.lines().zip(expected.lines().chain(std::iter::repeat("")));
        let (found, expected) = lines.into_iter().find(|(f, e)| f != e).unwrap_or(("(ends)", "(goes on)"));
        faults.push(format!("{name}:\n  golden {expected}\n  found  {found}"));
    }

    fn annotated(engine: &Engine, text: &str) -> Marked {
        let source = Source::new(text);
        Marked::of(&source, &analyze(&source, engine, &Options::new(Options::READABLE)))
    }

    /// One article of each kind, in full; the notation is explained in `seeds/articles/README.md`.
    #[test]
    fn annotations_are_as_reviewed_last() {
        let engine = Engine::embedded();
        let mut faults = Vec::new();
        for (name, reviewed) in samples().iter().filter(|(name, _)| !name.starts_with(|c: char| c.is_ascii_digit())) {
            let found = annotated(&engine, &reviewed.text);
            golden(&format!("{name}.marked"), &found.to_string(), &mut faults);
        }
        assert!(faults.is_empty(), "UPDATE=1 writes the golden files anew\n{}", faults.join("\n"));
    }

    /// Found, wanted and right.
    #[derive(Clone, Copy, Default)]
    struct Counts(usize, usize, usize);

    impl Counts {
        fn of<T: PartialEq>(found: &[T], wanted: &[T]) -> Self {
            Self(found.len(), wanted.len(), found.iter().filter(|f| wanted.contains(f)).count())
        }

        fn add(&mut self, other: Self) {
            *self = Self(self.0 + other.0, self.1 + other.1, self.2 + other.2);
        }

        /// F1 in percent with one decimal, in integers.
        fn show(self) -> String {
            let sum = self.0 + self.1;
            if sum == 0 {
                return "    -".to_owned();
            }
            let permille = (2000 * self.2 + sum / 2) / sum;
            format!("{:>3}.{}", permille / 10, permille % 10)
        }
    }

    const COLUMNS: [&str; 7] = ["person", "place", "organization", "quotes", "speakers", "indirect", "not-quotes"];

    fn score(found: &Marked, wanted: &Marked) -> [Counts; 7] {
        let names = |m: &Marked, kind| -> Vec<TextRange> {
            m.mentions.iter().filter(|m| m.cluster.kind == kind).map(|m| m.range).collect()
        };
        let of_kind = |kind| Counts::of(&names(found, kind), &names(wanted, kind));
        let quoted = |q: &&MarkedQuote| matches!(q.kind, QuoteKind::Direct | QuoteKind::Partial);
        let reported = |q: &&MarkedQuote| matches!(q.kind, QuoteKind::Indirect | QuoteKind::Thought);
        let rejected = |q: &&MarkedQuote| q.kind == QuoteKind::NotQuote;
        // The words, without what a person may or may not count in: marks, and punctuation at the end.
        let core = |m: &Marked, part: TextRange| {
            let text = &m.text[std::ops::Range::from(part)];
            let edge = |c: char| !c.is_alphanumeric();
            let start = part.start().get() + (text.len() - text.trim_start_matches(edge).len()) as u32;
            (start, start + text.trim_matches(edge).len() as u32)
        };
        let parts = |m: &Marked, of: &dyn Fn(&&MarkedQuote) -> bool| -> Vec<(u32, u32)> {
            m.quotes.iter().filter(of).flat_map(|q| &q.parts).map(|&p| core(m, p)).collect()
        };
        // Who says it: the speaker's name as it stands first in the text, the words at the quote if it has none.
        let speakers = |m: &Marked| -> Vec<((u32, u32), Option<String>)> {
            let name = |q: &MarkedQuote| {
                let speaker = q.speaker?;
                let first = m.mentions.iter().find(|m| Some(m.cluster) == speaker.cluster).map(|m| m.range);
                Some(m.text[std::ops::Range::from(first.unwrap_or(speaker.range))].to_owned())
            };
            m.quotes.iter().filter(quoted).map(|q| (core(m, q.parts[0]), name(q))).collect()
        };
        [
            of_kind(EntityKind::Person),
            of_kind(EntityKind::Place),
            of_kind(EntityKind::Organization),
            Counts::of(&parts(found, &quoted), &parts(wanted, &quoted)),
            Counts::of(&speakers(found), &speakers(wanted)),
            Counts::of(&parts(found, &reported), &parts(wanted, &reported)),
            Counts::of(&parts(found, &rejected), &parts(wanted, &rejected)),
        ]
    }

    /// Whether an article belongs to the test part (the rule is in `seeds/articles/README.md`).
    fn is_test(name: &str) -> bool {
        let hash = name.bytes().fold(0x811c_9dc5_u32, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193));
        hash.is_multiple_of(4)
    }

    #[test]
    fn scores_are_as_recorded() {
        let engine = Engine::embedded();
        let mut table = String::from(
            "F1 of the engine against the reviewed samples, percent; names exact, quotes without their marks\n\n",
        );
        let mut row = |name: &str, counts: &[Counts; 7]| {
            let cells: Vec<_> = counts.iter().map(|c| format!("{:>12}", c.show())).collect();
            let _ = writeln!(table, "{name:28}{}", cells.join(" "));
        };
        let mut totals = [[Counts::default(); 7]; 2];
        let mut rows = Vec::new();
        for (name, reviewed) in samples() {
            let counts = score(&annotated(&engine, &reviewed.text), &reviewed);
            for (total, count) in totals[usize::from(is_test(&name))].iter_mut().zip(counts) {
                total.add(count);
            }
            rows.push((name, counts));
        }
        let titles: Vec<_> = COLUMNS.iter().map(|c| format!("{c:>12}")).collect();
        row("ALL OF THE TRAINING PART", &totals[0]);
        row("ALL OF THE TEST PART", &totals[1]);
        for (name, counts) in &rows {
            row(&format!("{name}{}", if is_test(name) { " (test)" } else { "" }), counts);
        }
        let (head, body) = table.split_once("\n\n").expect("a head");
        let table = format!("{head}\n\n{:28}{}\n{body}", "", titles.join(" "));
        let mut faults = Vec::new();
        golden("scores.txt", &table, &mut faults);
        assert!(faults.is_empty(), "UPDATE=1 writes the table anew\n{}", faults.join("\n"));
    }
}
