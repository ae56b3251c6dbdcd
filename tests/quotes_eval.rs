//! Quality of the quote engine on our own annotated articles, against the committed table `tests/eval/quotes.tsv`.
//!
//! `UPDATE=1 cargo test --features cli --test quotes_eval` rewrites the table. A figure that falls more than three points
//! below it fails; the exact figures are for review.
#![cfg(all(feature = "cli", not(target_family = "wasm")))]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use article_annotator::analysis::{Confidence, Engine, Options, QuoteKind, analyze};
use article_annotator::testkit::Marked;
use article_annotator::text::{Source, TextRange};

const KINDS: [&str; 4] = ["whole", "partial", "reported", "not-a-quote"];
const COLUMNS: [&str; 5] = ["found", "kind", "cue", "speaker", "person"];

/// Quotes annotated of one kind and what became of them.
#[derive(Clone, Copy, Default)]
struct Counts {
    gold: u32,
    found: u32,
    kind: u32,
    cue: u32,
    speaker: u32,
    /// With a person or organization annotated.
    named: u32,
    /// Of those, resolved to it.
    right: u32,
    /// Resolved to another, or though none is annotated.
    wrong: u32,
}

impl Counts {
    fn shares(self) -> [f64; 5] {
        let of = |n: u32, all: u32| 100.0 * f64::from(n) / f64::from(all.max(1));
        [
            of(self.found, self.gold),
            of(self.kind, self.found),
            of(self.cue, self.found),
            of(self.speaker, self.found),
            of(self.right, self.named),
        ]
    }
}

/// The test part holds the articles whose name has an FNV-1a hash divisible by four.
fn is_test(name: &str) -> bool {
    name.bytes().fold(0x811c_9dc5_u32, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193)).is_multiple_of(4)
}

fn overlap(a: TextRange, b: TextRange) -> f64 {
    a.intersect(b).map_or(0.0, |both| f64::from(both.len().get()) / f64::from(a.cover(b).len().get()))
}

fn agree(a: Option<TextRange>, b: Option<TextRange>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.overlaps(b),
        (None, None) => true,
        _ => false,
    }
}

fn measure() -> [[Counts; 4]; 2] {
    let engine = Engine::embedded();
    let mut out = [[Counts::default(); 4]; 2];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/articles");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).expect("seeds/articles is there").flatten().map(|e| e.path()).collect();
    files.retain(|p| p.extension().is_some_and(|e| e == "marked"));
    files.sort();
    for file in files {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let marked = Marked::parse(&fs::read_to_string(&file).expect("a readable file")).expect("valid notation");
        let source = Source::new(marked.text.as_str());
        let found = analyze(&source, &engine, &Options::new(Confidence::default()));
        for gold in &marked.quotes {
            let kind = match gold.kind {
                QuoteKind::Direct => 0,
                QuoteKind::Partial => 1,
                QuoteKind::Indirect | QuoteKind::Thought => 2,
                QuoteKind::NotQuote => 3,
            };
            let counts = &mut out[usize::from(is_test(&name))][kind];
            let cluster = gold.speaker.and_then(|s| s.cluster);
            counts.gold += 1;
            counts.named += u32::from(cluster.is_some());
            let near = |parts: &[TextRange]| {
                gold.parts.iter().flat_map(|g| parts.iter().map(|p| overlap(*g, *p))).fold(0.0, f64::max)
            };
            let best = found.quotes.iter().map(|q| (near(&q.parts), q)).fold(None, |best: Option<(f64, _)>, this| {
                if best.is_none_or(|b| this.0 > b.0) { Some(this) } else { best }
            });
            let Some((_, quote)) = best.filter(|b| b.0 >= 0.7) else { continue };
            counts.found += 1;
            counts.kind += u32::from(quote.kind == gold.kind);
            counts.cue += u32::from(agree(gold.cue, quote.cue));
            counts.speaker += u32::from(agree(gold.speaker.map(|s| s.range), quote.speaker.map(|s| s.range)));
            let entity = quote.speaker.and_then(|s| s.entity).map(|e| &found.entities[e]);
            let same = cluster.zip(entity).is_some_and(|(cluster, entity)| {
                let ranges = entity.mentions.iter().map(|&m| found.mentions[m as usize].range);
                let theirs = || marked.mentions.iter().filter(|m| m.cluster == cluster);
                ranges.into_iter().any(|r| theirs().any(|m| m.range.overlaps(r)))
            });
            counts.right += u32::from(same);
            counts.wrong += u32::from(entity.is_some() && !same);
        }
    }
    out
}

#[test]
fn no_worse_than_committed() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/eval/quotes.tsv");
    let measured = measure();
    let mut table = format!("part\tkind\tannotated\t{}\tnamed\twrong-person\n", COLUMNS.join("\t"));
    for (part, rows) in ["train", "test"].iter().zip(&measured) {
        for (kind, counts) in KINDS.iter().zip(rows) {
            let _ = write!(table, "{part}\t{kind}\t{}", counts.gold);
            for share in counts.shares() {
                let _ = write!(table, "\t{share:.1}");
            }
            let _ = writeln!(table, "\t{}\t{}", counts.named, counts.wrong);
        }
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &table).expect("tests/eval can be written");
    }
    let committed = fs::read_to_string(&path).expect("tests/eval/quotes.tsv is there");
    let mut worse = String::new();
    for (was, is) in committed.lines().zip(table.lines()).skip(1) {
        let (was, is): (Vec<&str>, Vec<&str>) = (was.split('\t').collect(), is.split('\t').collect());
        for (i, column) in COLUMNS.iter().enumerate() {
            let number = |row: &[&str]| row.get(i + 3).and_then(|n| n.parse::<f64>().ok()).unwrap_or(0.0);
            if number(&is) + 3.0 < number(&was) {
                let _ = writeln!(worse, "{} {} {column}: was {}, is {}", is[0], is[1], number(&was), number(&is));
            }
        }
    }
    assert!(worse.is_empty(), "worse than tests/eval/quotes.tsv:\n{worse}\nmeasured:\n{table}");
}
