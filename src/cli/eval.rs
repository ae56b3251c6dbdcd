//! `eval`: scores of names on marked corpora.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::train::{lexicon, tagger};
use super::value;
use crate::analysis::Engine;
use crate::entities::recognize;
use crate::eval::names::{Gold, KINDS, Scores, score};
use crate::eval::table;
use crate::segment::segment;
use crate::text::{Source, TextRange};
use crate::train::corpus::{Part, load, own_articles};

/// The corpora of the committed table. `articles` are our own.
const SETS: &str = "articles,eval/worldwide-a,dev/gmb,dev/redocred,dev/crossner,dev/gum,dev/wikigold,dev/uner-pud";

/// `eval [--data DIR] [--sets a,b] [--lexicon FILE] [--model FILE] [--errors FILE] [--write TABLE]`: scores of the shipped
/// engine or of other lists and weights.
///
/// # Errors
/// Says what could not be read or written.
pub(super) fn run(args: &[String]) -> Result<(), String> {
    let data = PathBuf::from(value(args, "data").unwrap_or("../shared/data"));
    let engine = Engine::new(lexicon(args)?, tagger(args)?);
    let (mut errors, mut lines, mut reliability) = (String::new(), table::HEAD.to_owned(), [(0, 0); 10]);
    for name in value(args, "sets").unwrap_or(SETS).split(',') {
        let corpus = corpus(&data, name)?;
        let scores = report(name, &corpus, &engine);
        lines.push_str(&table::lines(name, &scores));
        for (sum, part) in reliability.iter_mut().zip(scores.reliability) {
            *sum = (sum.0 + part.0, sum.1 + part.1);
        }
        if value(args, "errors").is_some() {
            for gold in &corpus {
                list(&mut errors, gold, &engine);
            }
        }
    }
    println!("confidence: names found, share right");
    for (step, (all, right)) in reliability.into_iter().enumerate().filter(|(_, (all, _))| *all > 0) {
        println!("  {:.1} and more: {all:6} {:5.1} %", step as f64 / 10.0, 100.0 * right as f64 / all as f64);
    }
    for (option, content) in [("errors", &errors), ("write", &lines)] {
        if let Some(path) = value(args, option) {
            std::fs::write(path, content).map_err(|e| format!("{path}: {e}"))?;
        }
    }
    Ok(())
}

/// Reads one corpus: `articles`, or a file below `data`.
pub(super) fn corpus(data: &Path, name: &str) -> Result<Vec<Gold>, String> {
    if name == "articles" {
        let own = own_articles(Path::new("seeds/articles"), Part::Test)?;
        return Ok(own.iter().map(crate::train::corpus::OwnArticle::to_gold).collect());
    }
    let documents = load(&data.join(format!("{name}.jsonl")))?;
    Ok(documents.iter().map(crate::train::corpus::Document::to_gold).collect())
}

/// Scores one corpus and prints the result.
pub(super) fn report(name: &str, corpus: &[Gold], engine: &Engine) -> Scores {
    let start = Instant::now();
    let scores = score(corpus, engine);
    let speed = scores.tokens as f32 / start.elapsed().as_secs_f32() / 1e6;
    println!("{name} ({speed:.2} M tokens/s)");
    for (kind, count) in KINDS.iter().zip(&scores.counts) {
        println!("  {:12} {count}", format!("{kind:?}"));
    }
    if scores.clusters.mentions() > 0 {
        println!("  clusters     B³ F1 {:5.1} of {} mentions", scores.clusters.f1(), scores.clusters.mentions());
    }
    scores
}

/// One line for each name missed and each found that is none: fault, kind, name, context.
fn list(errors: &mut String, gold: &Gold, engine: &Engine) {
    let found = recognize(&gold.source, &segment(&gold.source, &[]), engine.lexicon(), engine.tagger());
    for kind in KINDS {
        let right: Vec<TextRange> = gold.names.iter().filter(|n| n.1 == kind).map(|n| n.0).collect();
        let ours: Vec<TextRange> = found.mentions.iter().filter(|m| m.kind == kind).map(|m| m.range).collect();
        for (fault, these, others) in [("missed", &right, &ours), ("found", &ours, &right)] {
            for range in these.iter().filter(|r| !others.contains(r)) {
                let border = if others.iter().any(|o| o.overlaps(*range)) { "border-" } else { "" };
                let name = gold.source.slice(*range).replace(['\n', '\t'], " ");
                let _ = writeln!(errors, "{border}{fault}\t{kind:?}\t{name}\t{}", around(&gold.source, *range));
            }
        }
    }
}

/// A range with about fifty bytes on both sides.
fn around(source: &Source, range: TextRange) -> String {
    let text = source.text();
    let (mut from, mut to) = (range.start().index().saturating_sub(50), (range.end().index() + 50).min(text.len()));
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    while !text.is_char_boundary(to) {
        to += 1;
    }
    let (before, after) = (&text[from..range.start().index()], &text[range.end().index()..to]);
    format!("{before}[[{}]]{after}", source.slice(range)).replace(['\n', '\t'], " ")
}
