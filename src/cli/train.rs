//! `train`: from corpora to the model that ships.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::value;
use crate::lexicon::Lexicon;
use crate::tagger::{Tagger, Weights, write};
use crate::train::corpus::{Document, load};
use crate::train::crf::Settings;
use crate::train::stages::{self, Plan};

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
        hide: [number("hide-words", 0.0)? as f32, number("hide-lists", 0.0)? as f32],
        seed: number("seed", 1.0)? as u64,
    };
    let plan = Plan {
        settings,
        runs: number("runs", 1.0)? as u64,
        keep: number("keep", 300_000.0)? as usize,
        folds: number("folds", 0.0)? as u32,
        fold_epochs: number("fold-epochs", 3.0)? as usize,
        second_epochs: number("second-epochs", 3.0)? as usize,
    };
    let lexicon = lexicon(args)?;
    let corpora = recipe(&data, value(args, "train").unwrap_or(RECIPE))?;
    let documents: Vec<(&Document, f32)> = corpora.iter().map(|(d, w)| (d, *w)).collect();
    let start = Instant::now();
    let model = stages::train(&documents, &lexicon, &plan, |line| {
        eprintln!("{line}, {:.1} s", start.elapsed().as_secs_f32());
    });
    let (rows, transitions) = (model.rows, model.transitions);
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
