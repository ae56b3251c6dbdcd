//! `eval`: scores of names on marked corpora.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::train::{lexicon, tagger};
use super::value;
use crate::entities::{EntityKind, recognize};
use crate::eval::spans::Counts;
use crate::lexicon::Lexicon;
use crate::segment::segment;
use crate::tagger::{Class, Tagger};
use crate::text::TextRange;
use crate::train::corpus::{Document, load};

/// `eval [--data DIR] [--sets a,b] [--errors FILE]`: scores of the shipped engine, or of `--lexicon` and `--model`.
///
/// # Errors
/// Says what could not be read.
pub(super) fn run(args: &[String]) -> Result<(), String> {
    let data = PathBuf::from(value(args, "data").unwrap_or("../shared/data"));
    let (lexicon, tagger) = (lexicon(args)?, tagger(args)?);
    let mut errors = String::new();
    for name in value(args, "sets").unwrap_or("eval/worldwide-a,dev/gmb,dev/redocred,dev/crossner").split(',') {
        score(&data.join(format!("{name}.jsonl")), &lexicon, &tagger, &mut errors)?;
    }
    if let Some(path) = value(args, "errors") {
        std::fs::write(path, errors).map_err(|e| format!("{path}: {e}"))?;
    }
    Ok(())
}

/// Prints the scores on one corpus and adds its errors, one a line.
pub(super) fn score(path: &Path, lexicon: &Lexicon, tagger: &Tagger, errors: &mut String) -> Result<(), String> {
    let mut counts = [Counts::default(); 3];
    let documents = load(path)?;
    let start = Instant::now();
    let mut tokens = 0;
    let mut results = Vec::new();
    for document in &documents {
        let segmentation = segment(&document.source, &[]);
        tokens += segmentation.tokens.len();
        results.push(recognize(&document.source, &segmentation, lexicon, tagger));
    }
    let speed = tokens as f32 / start.elapsed().as_secs_f32() / 1e6;
    for (document, found) in documents.iter().zip(&results) {
        for (kind, count) in KINDS.iter().zip(&mut counts) {
            let gold: Vec<TextRange> = document.gold.iter().filter(|g| g.class == kind.0).map(|g| g.range).collect();
            let ours: Vec<TextRange> = found.mentions.iter().filter(|m| m.kind == kind.1).map(|m| m.range).collect();
            count.add(&gold, &ours);
            list(errors, document, kind.0, &gold, &ours);
        }
    }
    println!("{} ({speed:.2} M tokens/s)", path.display());
    for (kind, count) in KINDS.iter().zip(&counts) {
        println!("  {:12} {count}", format!("{:?}", kind.0));
    }
    Ok(())
}

const KINDS: [(Class, EntityKind); 3] = [
    (Class::Person, EntityKind::Person),
    (Class::Place, EntityKind::Place),
    (Class::Organization, EntityKind::Organization),
];

/// One line for each name missed and each found that is none: document, fault, class, name, context.
fn list(errors: &mut String, document: &Document, class: Class, gold: &[TextRange], ours: &[TextRange]) {
    use std::fmt::Write as _;
    let text = document.source.text();
    let mut line = |fault: &str, range: TextRange| {
        let (mut from, mut to) = (range.start().index().saturating_sub(50), (range.end().index() + 50).min(text.len()));
        while !text.is_char_boundary(from) {
            from -= 1;
        }
        while !text.is_char_boundary(to) {
            to += 1;
        }
        let (before, after) = (&text[from..range.start().index()], &text[range.end().index()..to]);
        let shown = format!("{before}[[{}]]{after}", document.source.slice(range)).replace(['\n', '\t'], " ");
        let name = document.source.slice(range);
        let _ = writeln!(errors, "{}\t{fault}\t{class:?}\t{name}\t{shown}", document.id);
    };
    for range in gold.iter().filter(|g| !ours.contains(g)) {
        line(if ours.iter().any(|o| o.overlaps(*range)) { "border-missed" } else { "missed" }, *range);
    }
    for range in ours.iter().filter(|o| !gold.contains(o)) {
        line(if gold.iter().any(|g| g.overlaps(*range)) { "border-found" } else { "found" }, *range);
    }
}
