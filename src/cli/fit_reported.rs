//! `eval --quotes --fit-reported`: the points of the ranker of reported speech.

use std::fmt::Write as _;
use std::path::Path;

use super::CliError;
use super::eval_quotes::load;
use super::output::print;
use crate::analysis::Engine;
use crate::entities::recognize;
use crate::eval::quotes::Form;
use crate::quotes::attribution::fit::Gold;
use crate::quotes::reported::ranker::fit::{self, Article, Lesson};
use crate::segment::segment;
use crate::text::{CharOffset, Source, TextRange, Unchecked};
use crate::train::corpus::{Part, marked_articles};
use crate::vocabulary::QuoteKind;

/// What the committed points are fitted to.
pub(super) const SETS: &str = "articles*6,quotes/polnear-train";

/// Fits the points to `sets` and prints them as `src/quotes/reported/points.rs` has them. `articles` are the training part
/// of our own.
pub(super) fn fit(data: &Path, sets: &str, passes: u32, engine: &Engine) -> Result<(), CliError> {
    let mut lessons = Vec::new();
    for set in sets.split(',') {
        let (name, weight) = set.split_once('*').unwrap_or((set, "1"));
        let weight: f64 = weight.parse().map_err(|_| CliError::usage(format!("{set}: not a weight")))?;
        let texts = if name == "articles" { own()? } else { corpus(&data.join(format!("{name}.jsonl")))? };
        lessons.extend(texts.into_iter().map(|(source, gold)| {
            let segmentation = segment(&source, &[]);
            let names = recognize(&source, &segmentation, engine.lexicon(), engine.tagger());
            let gold = gold.into_iter().map(|range| Gold { range, speaker: None, cue: None }).collect();
            Lesson { article: Article { source, segmentation, names, gold }, weight, teaches: name == "articles" }
        }));
    }
    let mut out = String::new();
    for table in fit::fit(&lessons, passes) {
        let (all, right, told) = table.counts;
        let _ = writeln!(out, "// {all} examples, {right} right, {told} told rightly");
        for (name, points) in table.rows {
            let _ = writeln!(out, "    {:6}// {name}", format!("{points},"));
        }
    }
    print(&out)
}

/// A text and what is reported in it without marks.
type Told = (Source, Vec<TextRange>);

/// The training part of our own articles.
fn own() -> Result<Vec<Told>, CliError> {
    let articles = marked_articles(Path::new("seeds/articles"), Part::Train)?;
    let told = |kind| matches!(kind, QuoteKind::Indirect | QuoteKind::Thought);
    Ok(articles
        .into_iter()
        .map(|(_, marked)| {
            let gold = marked.quotes.iter().filter(|quote| told(quote.kind)).flat_map(|quote| quote.parts.clone());
            (Source::new(marked.text.as_str()), gold.collect())
        })
        .collect())
}

/// A corpus that says who said what.
fn corpus(path: &Path) -> Result<Vec<Told>, CliError> {
    let mut out = Vec::new();
    for text in load(path)? {
        // Where '' stands for a mark, the corpus takes what it quotes for reported: nothing to learn from.
        if text.text.matches("''").count() > 3 {
            continue;
        }
        let source = Source::new(text.text.as_str());
        let byte = |number| source.map().resolve_char(source.text(), Unchecked(CharOffset(number)));
        let told = text.quotes.iter().filter(|quote| quote.form == Form::Reported);
        let gold = told
            .filter_map(|quote| byte(quote.range.0).zip(byte(quote.range.1)))
            .map(|(first, second)| TextRange::new(first, second))
            .collect();
        out.push((source, gold));
    }
    Ok(out)
}
