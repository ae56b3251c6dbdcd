//! `eval --quotes`: scores of quotes on corpora that say who said what.

use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;

use serde_json::Value;

use super::CliError;
use super::output::print;
use crate::analysis::{Confidence, Engine, Options};
use crate::entities::recognize;
use crate::eval::quotes::{Form, Gold, GoldQuote, Scores, Share, Span, score};
use crate::quotes::attribution::fit;
use crate::segment::segment;
use crate::text::{CharOffset, Source, TextRange, Unchecked};

/// The corpora of the committed table.
pub(super) const SETS: &str = "quotes/polnear-dev,quotes/litbank";

/// Fits the weights of the attribution ranker to `sets` and prints them as `src/quotes/weights.rs` has them.
pub(super) fn fit(data: &Path, sets: &str, epochs: u32, engine: &Engine) -> Result<(), CliError> {
    let mut articles = Vec::new();
    for name in sets.split(',') {
        for gold in load(&data.join(format!("{name}.jsonl")))? {
            // Where '' stands for a mark, the corpus takes what it quotes for reported: nothing to learn from.
            if gold.text.matches("''").count() > 3 {
                continue;
            }
            let source = Source::new(gold.text.as_str());
            let at = |(start, end): Span| {
                let byte = |number| source.map().resolve_char(source.text(), Unchecked(CharOffset(number)));
                byte(start).zip(byte(end)).map(|(first, second)| TextRange::new(first, second))
            };
            let quoted = gold.quotes.iter().filter(|quote| quote.form != Form::Reported);
            let gold: Vec<fit::Gold> = quoted
                .filter_map(|quote| {
                    Some(fit::Gold {
                        range: at(quote.range)?,
                        speaker: quote.speaker.and_then(at),
                        cue: quote.cue.and_then(at),
                    })
                })
                .collect();
            let segmentation = segment(&source, &[]);
            let names = recognize(&source, &segmentation, engine.lexicon(), engine.tagger());
            articles.push(fit::Article { source, segmentation, names, gold });
        }
    }
    let found = fit::fit(&articles, epochs);
    let mut out =
        format!("// right {} of {}, without a right candidate {}\n", found.right.0, found.right.1, found.unreachable);
    for (weight, name) in found.weights.iter().zip(&found.names) {
        let _ = writeln!(out, "    {:6}// {name}", format!("{weight},"));
    }
    print(&out)
}

/// Scores `engine` on `sets`; a corpus that is not there is skipped and said to be.
pub(super) fn run(data: &Path, sets: &str, engine: &Engine) -> Result<(), CliError> {
    let options = Options::new(Confidence::default());
    for name in sets.split(',') {
        let path = data.join(format!("{name}.jsonl"));
        if !path.exists() {
            print(&format!("{name}: skipped, {} is not there\n", path.display()))?;
            continue;
        }
        let corpus = load(&path)?;
        let start = Instant::now();
        let scores = score(&corpus, engine, &options);
        let seconds = start.elapsed().as_secs_f32();
        print(&format!("{name} ({} texts, {seconds:.1} s)\n{}", corpus.len(), report(&scores)))?;
    }
    Ok(())
}

/// The scores in words.
fn report(scores: &Scores) -> String {
    let [whole, partial, reported] = &scores.forms;
    let [quoted, told] = scores.predicted;
    let gold = whole.found.of + partial.found.of;
    if scores.named.of > 0 {
        return format!(
            "  quotes found             {}\n  speaker called by name   {}\n  quotes grouped by speaker, B³ F1 {:5.1}\n",
            share(whole.found),
            share(scores.named),
            scores.groups.f1()
        );
    }
    let mut out = String::new();
    let lines = [
        ("span, exact", scores.exact),
        ("span, overlap 0.8", whole.found.n + partial.found.n),
        ("span and speaker", scores.joint),
    ];
    for (name, hits) in lines {
        let _ = writeln!(out, "  {name:24} {}", precision_recall(hits, quoted, gold));
    }
    for (name, form) in [("whole", whole), ("partial", partial)] {
        let (found, speaker, cue) = (share(form.found), share(form.speaker), share(form.cue));
        let _ = writeln!(out, "  {name:8} found {found}, speaker {speaker}, cue {cue}");
    }
    let (counts, speaker) = (precision_recall(reported.found.n, told, reported.found.of), share(reported.speaker));
    let _ = writeln!(out, "  {:24} {counts}, speaker {speaker}", "reported, overlap 0.8");
    for (name, steps) in ["in marks", "reported"].iter().zip(&scores.reliability) {
        let _ = writeln!(out, "  confidence ({name}): pieces, share with span and speaker right");
        for (step, (all, right)) in steps.iter().enumerate().filter(|(_, step)| step.0 > 0) {
            let percent = 100.0 * *right as f64 / *all as f64;
            let _ = writeln!(out, "    {:.1} and more: {all:6} {percent:5.1} %", step as f64 / 10.0);
        }
    }
    out
}

fn share(share: Share) -> String {
    format!("{:5.1} % of {}", share.percent(), share.of)
}

fn precision_recall(hits: usize, predicted: usize, gold: usize) -> String {
    let (precision, recall) = (hits as f64 / predicted.max(1) as f64, hits as f64 / gold.max(1) as f64);
    let f1 = if precision + recall > 0.0 { 200.0 * precision * recall / (precision + recall) } else { 0.0 };
    format!("precision {:5.1}  recall {:5.1}  F1 {f1:5.1}", 100.0 * precision, 100.0 * recall)
}

pub(super) fn load(path: &Path) -> Result<Vec<Gold>, CliError> {
    let text = std::fs::read_to_string(path).map_err(|fault| CliError::file(path, fault))?;
    let lines = text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty());
    let read = |(number, line)| {
        document(line)
            .ok_or_else(|| CliError::failed(format!("{}:{}: not a text with quotes", path.display(), number + 1)))
    };
    lines.map(read).collect()
}

fn document(line: &str) -> Option<Gold> {
    let value: Value = serde_json::from_str(line).ok()?;
    let text = value.get("text")?.as_str()?.to_owned();
    let length = u32::try_from(text.chars().count()).ok()?;
    let span = |v: &Value| -> Option<Span> {
        let at = |side| u32::try_from(v.get(side)?.as_u64()?).ok().filter(|&number| number <= length);
        at("start").zip(at("end")).filter(|(first, second)| first <= second)
    };
    let mut quotes = Vec::new();
    for quote in value.get("quotes")?.as_array()? {
        quotes.push(GoldQuote {
            range: span(quote)?,
            form: match quote.get("form")?.as_str()? {
                "direct" => Form::Whole,
                "mixed" => Form::Partial,
                _ => Form::Reported,
            },
            speaker: quote.get("speaker").and_then(span),
            cue: quote.get("cue").and_then(span),
            who: quote.get("speaker_id").and_then(Value::as_str).map(str::to_owned),
        });
    }
    Some(Gold { text, quotes })
}
