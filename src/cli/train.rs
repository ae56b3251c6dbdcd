//! `train`: from corpora to the model that ships.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::value;
use crate::lexicon::Lexicon;
use crate::tagger::{Tagger, Weights, write};
use crate::train::corpus::{Document, load};
use crate::train::crf::{self, Settings};
use crate::train::examples::Examples;
use crate::train::model::{average, quantize};

/// The corpora of the shipped model and how much each counts.
const RECIPE: &str = "gmb-cleaned,redocred,crossner,wikigold,uner-ewt,uner-pud,gum,btc*0.3,wnut17*0.3,litbank*0.5";

/// # Errors
/// Says what could not be read or written.
pub(super) fn run(args: &[String]) -> Result<(), String> {
    let data = PathBuf::from(value(args, "data").unwrap_or("../shared/data"));
    let number = |name: &str, default: f64| -> Result<f64, String> {
        value(args, name).map_or(Ok(default), |v| v.parse().map_err(|_| format!("--{name} {v}: not a number")))
    };
    let settings = Settings {
        epochs: number("epochs", 5.0)? as usize,
        rate: number("rate", 0.15)? as f32,
        l1: number("l1", 0.3)? as f32,
        l2: number("l2", 0.0)? as f32,
        dropout: number("dropout", 0.2)? as f32,
        seed: number("seed", 1.0)? as u64,
    };
    let keep = number("keep", 350_000.0)? as usize;
    let times = number("runs", 1.0)? as u64;
    let lexicon = lexicon(args)?;
    let corpora = recipe(&data, value(args, "train").unwrap_or(RECIPE))?;
    let documents: Vec<(&Document, f32)> = corpora.iter().map(|(d, w)| (d, *w)).collect();
    let start = Instant::now();
    let examples = Examples::new(&documents, &lexicon, |n| bar("reading", n, documents.len()));
    eprintln!(
        "\r{} tokens, {} candidates, {} features, {:.1} s",
        examples.tokens,
        examples.labels.len(),
        examples.keys.len(),
        start.elapsed().as_secs_f32()
    );
    let mut runs = Vec::new();
    for n in 0..times {
        let settings = Settings { seed: settings.seed + n, ..settings.clone() };
        runs.push(crf::train(
            &examples,
            &settings,
            |_| true,
            None,
            |epoch, loss| {
                eprintln!(
                    "run {} epoch {} loss {:.5} a token, {:.1} s",
                    n + 1,
                    epoch + 1,
                    loss / examples.tokens as f64,
                    start.elapsed().as_secs_f32()
                );
            },
        ));
    }
    let trained = average(&runs).ok_or("--runs 0")?;
    let (rows, transitions) = quantize(&trained, &examples.keys, keep);
    let bytes = write(&rows, &transitions, &[]);
    let weights: usize = rows.iter().map(|(_, r)| r.iter().filter(|w| **w != 0).count()).sum();
    eprintln!("{} rows, {weights} weights, {} bytes", rows.len(), bytes.len());
    if let Some(out) = value(args, "out") {
        std::fs::write(out, &bytes).map_err(|e| format!("{out}: {e}"))?;
    }
    let tagger = Tagger::new(Weights::new(&rows, transitions, Vec::new()));
    for name in value(args, "eval").unwrap_or("eval/worldwide-a").split(',').filter(|n| !n.is_empty()) {
        super::eval::score(&data.join(format!("{name}.jsonl")), &lexicon, &tagger, &mut String::new())?;
    }
    Ok(())
}

/// The lists named by `--lexicon`, or those that ship.
pub(super) fn lexicon(args: &[String]) -> Result<Lexicon, String> {
    match value(args, "lexicon") {
        Some(path) => {
            let bytes = std::fs::read(path).map_err(|e| format!("{path}: {e}"))?;
            Lexicon::read(&bytes).map_err(|e| format!("{path}: {e}"))
        }
        None => Ok(Lexicon::embedded()),
    }
}

/// The model named by `--model`, or the one that ships.
pub(super) fn tagger(args: &[String]) -> Result<Tagger, String> {
    match value(args, "model") {
        Some(path) => {
            let bytes = std::fs::read(path).map_err(|e| format!("{path}: {e}"))?;
            Ok(Tagger::new(Weights::read(&bytes).map_err(|e| format!("{path}: {e}"))?))
        }
        None => Ok(Tagger::embedded()),
    }
}

/// Corpora named `a,b*0.5`.
fn recipe(data: &Path, recipe: &str) -> Result<Vec<(Document, f32)>, String> {
    let mut out = Vec::new();
    for part in recipe.split(',').filter(|p| !p.is_empty()) {
        let (name, weight) = part.split_once('*').unwrap_or((part, "1"));
        let weight: f32 = weight.parse().map_err(|_| format!("{part}: not a weight"))?;
        let path = if name.contains('/') {
            data.join(format!("{name}.jsonl"))
        } else {
            data.join(format!("train/{name}.jsonl"))
        };
        out.extend(load(&path)?.into_iter().map(|d| (d, weight)));
    }
    Ok(out)
}

/// A progress bar on one line.
fn bar(what: &str, done: usize, of: usize) {
    let step = (of / 50).max(1);
    if done.is_multiple_of(step) {
        let filled = done * 30 / of.max(1);
        eprint!("\r{what} [{:30}] {:3} %", "#".repeat(filled), done * 100 / of.max(1));
        let _ = std::io::stderr().flush();
    }
}
