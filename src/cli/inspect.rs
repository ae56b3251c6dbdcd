//! `inspect`: why the model tagged the words of a text as it did.

use std::collections::BTreeMap;

use super::train::{lexicon, tagger};
use super::value;
use crate::segment::segment;
use crate::tagger::features::{Sink, Template, key};
use crate::tagger::{Article, LABELS, Label, Tagger, all_features};
use crate::text::Source;

const NAMES: [&str; LABELS] =
    ["O", "B-PERSON", "I-PERSON", "B-PLACE", "I-PLACE", "B-ORG", "I-ORG", "B-OTHER", "I-OTHER"];
/// How many features of each token are shown unless `--all` is given.
const SHOWN: usize = 12;

/// Weights of each template, summed.
struct Trace<'a> {
    tagger: &'a Tagger,
    sums: BTreeMap<Template, [i32; LABELS]>,
}

impl Sink for Trace<'_> {
    fn add(&mut self, template: Template, a: u64, b: u64) {
        if let Some(row) = self.tagger.weights().row(key(template, a, b)) {
            let sums = self.sums.entry(template).or_default();
            for (sum, &weight) in sums.iter_mut().zip(row) {
                *sum += i32::from(weight);
            }
        }
    }
}

/// `inspect [--lexicon FILE] [--model FILE] [--word WORD] [--all] TEXT`: for each word that may be part of a name its
/// label, and which features speak for it against the next best label, in units of weight.
///
/// # Errors
/// When there is no text.
pub(super) fn run(args: &[String]) -> Result<(), String> {
    let (lexicon, tagger) = (lexicon(args)?, tagger(args)?);
    let text = args.last().filter(|a| !a.starts_with("--")).ok_or("inspect what? give a text in quotation marks")?;
    let shown = if args.iter().any(|a| a == "--all") { usize::MAX } else { SHOWN };
    let source = Source::new(text.as_str());
    let segmentation = segment(&source, &[]);
    let article = Article::new(&source, &segmentation, &lexicon);
    let tags = tagger.tag(&article);
    for &line in &article.lines {
        for i in (line.start..line.end).filter(|&i| article.candidate[i]) {
            let word = source.slice(segmentation.tokens[i].range);
            if value(args, "word").is_some_and(|w| w != word) {
                continue;
            }
            let mut trace = Trace { tagger: &tagger, sums: BTreeMap::new() };
            all_features(&article, line, i, &mut trace);
            report(word, tags.labels[i], &trace.sums, shown);
            let lists = article.word(i).entry;
            println!("    lists {:#b}, closed classes {:#b}, cluster {}", lists.lists.0, lists.cues.0, lists.cluster);
        }
    }
    Ok(())
}

fn report(word: &str, label: Label, sums: &BTreeMap<Template, [i32; LABELS]>, shown: usize) {
    let mut total = [0; LABELS];
    for row in sums.values() {
        for (t, w) in total.iter_mut().zip(row) {
            *t += w;
        }
    }
    let mine = usize::from(label.0);
    let rival = (0..LABELS).filter(|&y| y != mine).max_by_key(|&y| total[y]).unwrap_or(0);
    println!("{word}: {} ({} by features), next {} ({})", NAMES[mine], total[mine], NAMES[rival], total[rival]);
    let mut rows: Vec<(Template, i32)> = sums.iter().map(|(t, row)| (*t, row[mine] - row[rival])).collect();
    rows.retain(|(_, difference)| *difference != 0);
    rows.sort_by_key(|(t, difference)| (-difference.abs(), *t));
    for (template, difference) in rows.into_iter().take(shown) {
        println!("    {difference:+5}  {template:?}");
    }
}
