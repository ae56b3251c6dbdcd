//! The committed table of scores: one line for each corpus and kind.

use std::fmt::Write as _;

use super::names::{KINDS, Scores};

/// The first line.
pub const HEAD: &str = "corpus\tkind\tgold\tprecision\trecall\texact F1\toverlap F1\n";

/// One line of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The corpus and the kind.
    pub name: (String, String),
    /// F1 of exact borders and by overlap, percent.
    pub f1: (f64, f64),
}

/// The lines of one corpus.
pub fn lines(corpus: &str, scores: &Scores) -> String {
    let mut out = String::new();
    for (kind, counts) in KINDS.into_iter().zip(&scores.counts) {
        let _ = writeln!(
            out,
            "{corpus}\t{}\t{}\t{:.1}\t{:.1}\t{:.1}\t{:.1}",
            format!("{kind:?}").to_lowercase(),
            counts.gold,
            counts.precision(),
            counts.recall(),
            counts.exact_f1(),
            counts.overlap_f1()
        );
    }
    if scores.clusters.mentions() > 0 {
        let f1 = scores.clusters.f1();
        let _ = writeln!(out, "{corpus}\tclusters (B³)\t{}\t\t\t{f1:.1}\t{f1:.1}", scores.clusters.mentions());
    }
    out
}

/// Reads a table back; lines that are none are left out.
pub fn read(table: &str) -> Vec<Row> {
    let row = |line: &str| {
        let fields: Vec<&str> = line.split('\t').collect();
        let &[corpus, kind, _, _, _, exact, overlap] = &fields[..] else { return None };
        Some(Row { name: (corpus.to_owned(), kind.to_owned()), f1: (exact.parse().ok()?, overlap.parse().ok()?) })
    };
    table.lines().filter_map(row).collect()
}
