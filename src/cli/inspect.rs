//! `inspect`: why the model tagged the words of a text as it did.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::CliError;
use super::arguments::Shape;
use super::engine::{lexicon, tagger};
use super::output::print;
use crate::lexicon::{Cues, Lists};
use crate::segment::segment;
use crate::tagger::features::{Sink, Template, key};
use crate::tagger::second::Digest;
use crate::tagger::{Article, LABELS, Label, Tagger, all_features};
use crate::text::Source;

const NAMES: [&str; LABELS] = [
    "no name",
    "person begins",
    "person goes on",
    "place begins",
    "place goes on",
    "organization begins",
    "organization goes on",
    "other name begins",
    "other name goes on",
];
/// How many features of each token are shown unless `--all` is given.
const SHOWN: usize = 12;

/// Weights of each template, summed.
struct Trace<'a> {
    tagger: &'a Tagger,
    sums: BTreeMap<Template, [i32; LABELS]>,
}

impl Sink for Trace<'_> {
    fn add(&mut self, template: Template, first: u64, second: u64) {
        if let Some(row) = self.tagger.weights().row(key(template, first, second)) {
            let sums = self.sums.entry(template).or_default();
            for (sum, &weight) in sums.iter_mut().zip(row) {
                *sum += i32::from(weight);
            }
        }
    }
}

const SHAPE: Shape = Shape {
    help: "\
Shows why the model tagged the words of a text as it did: for each word that may be part of a name its label, and which
features speak for it against the next best label, in units of weight.

usage: article-annotator inspect [OPTIONS] TEXT

TEXT             in quotation marks
--word WORD      only this word
--all            all features, not the strongest twelve
--model FILE     a model other than the one that ships
--lexicon FILE   lists other than those that ship
",
    values: &["word", "model", "lexicon"],
    flags: &["all"],
};

/// Runs the task with the rest of the arguments.
pub(super) fn run(parser: &mut lexopt::Parser) -> Result<(), CliError> {
    let Some(args) = SHAPE.read(parser)? else { return Ok(()) };
    let [text] = &args.free[..] else { return Err(CliError::usage("give one text, in quotation marks")) };
    let (lexicon, tagger) = (lexicon(&args)?, tagger(&args)?);
    let shown = if args.has("all") { usize::MAX } else { SHOWN };
    let source = Source::new(text.as_str());
    let segmentation = segment(&source, &[]);
    let article = Article::new(&source, &segmentation, &lexicon);
    let (tags, first) = (tagger.tag(&article), tagger.first(&article).0);
    let digest = Digest::new(&article, &first);
    let mut out = String::new();
    for &line in &article.lines {
        for index in (line.start..line.end).filter(|&index| article.candidate[index]) {
            let word = source.slice(segmentation.tokens[index].range);
            if args.get("word").is_some_and(|weight| weight != word) {
                continue;
            }
            let mut trace = Trace { tagger: &tagger, sums: BTreeMap::new() };
            all_features(&article, line, index, &mut trace);
            digest.features(&article, &first, index, &mut trace);
            out.push_str(&report(word, tags.labels[index], &trace.sums, shown));
            let entry = article.word(index).entry;
            let lists = Lists::WORDS.iter().filter(|(list, _)| entry.lists.any(*list)).map(|(_, words)| *words);
            let classes = Cues::WORDS.iter().filter(|(class, _)| entry.cues.any(*class)).map(|(_, words)| *words);
            for words in lists.chain(classes) {
                let _ = writeln!(out, "    listed:{words}");
            }
        }
    }
    print(&out)
}

fn report(word: &str, label: Label, sums: &BTreeMap<Template, [i32; LABELS]>, shown: usize) -> String {
    let mut total = [0; LABELS];
    for row in sums.values() {
        for (t, weight) in total.iter_mut().zip(row) {
            *t += weight;
        }
    }
    let mine = usize::from(label.0);
    let rival = (0..LABELS).filter(|&y| y != mine).max_by_key(|&y| total[y]).unwrap_or(0);
    let mut out =
        format!("{word}: {} ({} by features), next {} ({})\n", NAMES[mine], total[mine], NAMES[rival], total[rival]);
    let mut rows: Vec<(Template, i32)> = sums.iter().map(|(t, row)| (*t, row[mine] - row[rival])).collect();
    rows.retain(|(_, difference)| *difference != 0);
    rows.sort_by_key(|(t, difference)| (-difference.abs(), *t));
    for (template, difference) in rows.into_iter().take(shown) {
        let _ = writeln!(out, "    {difference:+5} {}", template.words());
    }
    out
}
