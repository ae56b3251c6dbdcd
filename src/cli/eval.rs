//! `eval`: scores of names and quotes on marked corpora.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;

use super::arguments::Shape;
use super::engine::{lexicon, tagger};
use super::output::print;
use super::{CliError, eval_quotes, fit_reported};
use crate::analysis::Engine;
use crate::entities::recognize;
use crate::eval::names::{Gold, KINDS, Scores, score};
use crate::eval::spans::Counts;
use crate::eval::table;
use crate::segment::segment;
use crate::text::{Source, TextRange};
use crate::train::corpus::{Document, OwnArticle, Part, load, own_articles};

/// The corpora of the committed table. `articles` are our own.
const SETS: &str = "articles,eval/worldwide-a,dev/gmb,dev/redocred,dev/crossner,dev/gum,dev/wikigold,dev/uner-pud";

const SHAPE: Shape = Shape {
    help: "\
Scores the engine's names on marked corpora: precision, recall and F1 in percent.

usage: article-annotator eval [OPTIONS]

--data FOLDER    where the corpora lie (../shared/data unless given)
--sets A,B       which of them: paths below FOLDER without .jsonl; articles are our own, in seeds/articles
                 (all sets of tests/eval/scores.tsv unless given)
--model FILE     a model other than the one that ships
--lexicon FILE   lists other than those that ship
--errors FILE    write each name missed or wrongly found, with its context
--write FILE     write the table (tests/eval/scores.tsv is the committed one)
--quotes         score quotes and their speakers instead, on corpora that have them
                 (quotes/polnear-dev and quotes/litbank unless --sets says otherwise)
--fit N          with --quotes: fit the weights of the attribution ranker in N passes and print them
                 (to quotes/polnear-train unless --sets says otherwise)
--fit-reported N  with --quotes: fit the points of the ranker of reported speech in N passes and print them
                 (to articles*6,quotes/polnear-train unless --sets says otherwise; *6: each counts six times)

A corpus is a file of JSON lines {\"id\",\"text\",\"entities\":[{\"start\",\"end\",\"label\"}]}, offsets in code points.
",
    values: &["data", "sets", "model", "lexicon", "errors", "write", "fit", "fit-reported"],
    flags: &["quotes"],
};

/// Runs the task with the rest of the arguments: scores of the shipped engine or of other lists and weights.
pub(super) fn run(parser: &mut lexopt::Parser) -> Result<(), CliError> {
    let Some(args) = SHAPE.read(parser)? else { return Ok(()) };
    let data = args.data();
    let engine = Engine::new(lexicon(&args)?, tagger(&args)?);
    if args.has("quotes") && args.get("fit").is_some() {
        return eval_quotes::fit(
            &data,
            args.get("sets").unwrap_or("quotes/polnear-train"),
            args.number("fit", 6)?,
            &engine,
        );
    }
    if args.has("quotes") && args.get("fit-reported").is_some() {
        return fit_reported::fit(
            &data,
            args.get("sets").unwrap_or(fit_reported::SETS),
            args.number("fit-reported", 300)?,
            &engine,
        );
    }
    if args.has("quotes") {
        return eval_quotes::run(&data, args.get("sets").unwrap_or(eval_quotes::SETS), &engine);
    }
    let (mut errors, mut lines, mut reliability) = (String::new(), table::HEAD.to_owned(), [(0, 0); 10]);
    for name in args.get("sets").unwrap_or(SETS).split(',') {
        let corpus = corpus(&data, name)?;
        let (scores, shown) = report(name, &corpus, &engine);
        print(&shown)?;
        lines.push_str(&table::lines(name, &scores));
        for (sum, part) in reliability.iter_mut().zip(scores.reliability) {
            *sum = (sum.0 + part.0, sum.1 + part.1);
        }
        if args.get("errors").is_some() {
            for gold in &corpus {
                list(&mut errors, gold, &engine);
            }
        }
    }
    let mut shown = String::from("confidence: names found, share right\n");
    for (step, (all, right)) in reliability.into_iter().enumerate().filter(|(_, (all, _))| *all > 0) {
        let share = 100.0 * right as f64 / all as f64;
        let _ = writeln!(shown, "  {:.1} and more: {all:6} {share:5.1} %", step as f64 / 10.0);
    }
    print(&shown)?;
    for (option, content) in [("errors", &errors), ("write", &lines)] {
        if let Some(path) = args.get(option) {
            std::fs::write(path, content).map_err(|fault| CliError::file(path, fault))?;
        }
    }
    Ok(())
}

/// Reads one corpus: `articles`, or a file below `data`.
pub(super) fn corpus(data: &Path, name: &str) -> Result<Vec<Gold>, CliError> {
    if name == "articles" {
        let own = own_articles(Path::new("seeds/articles"), Part::Test)?;
        return Ok(own.iter().map(OwnArticle::to_gold).collect());
    }
    let documents = load(&data.join(format!("{name}.jsonl")))?;
    Ok(documents.iter().map(Document::to_gold).collect())
}

/// Scores one corpus; with the scores in words.
pub(super) fn report(name: &str, corpus: &[Gold], engine: &Engine) -> (Scores, String) {
    let start = Instant::now();
    let scores = score(corpus, engine);
    let speed = scores.tokens as f32 / start.elapsed().as_secs_f32() / 1e6;
    let mut out = format!("{name} ({speed:.2} M tokens/s)\n");
    for (kind, count) in KINDS.iter().zip(&scores.counts) {
        let _ = writeln!(out, "  {:12} {}", format!("{kind:?}"), counts(count));
    }
    if scores.clusters.mentions() > 0 {
        let (f1, mentions) = (scores.clusters.f1(), scores.clusters.mentions());
        let _ = writeln!(out, "  clusters     B³ F1 {f1:5.1} of {mentions} mentions");
    }
    (scores, out)
}

fn counts(counts: &Counts) -> String {
    format!(
        "P {:5.1} R {:5.1} F1 {:5.1} overlap {:5.1} gold {}",
        counts.precision(),
        counts.recall(),
        counts.exact_f1(),
        counts.overlap_f1(),
        counts.gold
    )
}

/// One line for each name missed and each found that is none: fault, kind, name, context.
fn list(errors: &mut String, gold: &Gold, engine: &Engine) {
    let found = recognize(&gold.source, &segment(&gold.source, &[]), engine.lexicon(), engine.tagger());
    for kind in KINDS {
        let right: Vec<TextRange> =
            gold.names.iter().filter(|number| number.1 == kind).map(|number| number.0).collect();
        let ours: Vec<TextRange> =
            found.mentions.iter().filter(|mention| mention.kind == kind).map(|mention| mention.range).collect();
        for (fault, these, others) in [("missed", &right, &ours), ("found", &ours, &right)] {
            for range in these.iter().filter(|ranges| !others.contains(ranges)) {
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
