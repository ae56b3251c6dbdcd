//! `train`: from corpora to the model that ships.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::value;
use crate::analysis::Engine;
use crate::lexicon::{Lexicon, content_hash};
use crate::tagger::{LABELS, Tagger, Weights, write};
use crate::train::calibrate;
use crate::train::corpus::{Document, Part, load, own_articles};
use crate::train::crf::Settings;
use crate::train::stages::{self, Plan};

/// The corpora of the shipped model and how much each counts.
const RECIPE: &str =
    "gmb-cleaned*0.4,redocred,crossner,wikigold,uner-ewt,uner-pud,gum,btc*0.3,wnut17*0.3,litbank*0.5,articles";

/// Corpora that no weight is trained on, and whose figures say how often a margin is right.
const CALIBRATION: &str = "dev/gmb,dev/redocred,dev/crossner,dev/gum,dev/wikigold,dev/uner-pud";

/// `train [--data DIR] [--lexicon FILE] [--train a,b*0.5] [--epochs N] [--rate X] [--l1 X] [--l2 X] [--dropout X]
/// [--hide-words X] [--hide-lists X] [--seed N] [--runs N] [--keep N] [--folds N] [--eval a,b] [--date DATE] [--out FILE]`:
/// writes the model and, beside it, its card.
///
/// # Errors
/// Says what could not be read or written.
pub(super) fn run(args: &[String]) -> Result<(), String> {
    let data = PathBuf::from(value(args, "data").unwrap_or("../shared/data"));
    let number = |name: &str, default: f64| -> Result<f64, String> {
        value(args, name).map_or(Ok(default), |v| v.parse().map_err(|_| format!("--{name} {v}: not a number")))
    };
    let settings = Settings {
        epochs: number("epochs", 3.0)? as usize,
        rate: number("rate", 0.1)? as f32,
        l1: number("l1", 0.5)? as f32,
        l2: number("l2", 0.0)? as f32,
        dropout: number("dropout", 0.2)? as f32,
        hide: [number("hide-words", 0.1)? as f32, number("hide-lists", 0.0)? as f32],
        labels: 0..LABELS,
        seed: number("seed", 1.0)? as u64,
    };
    let plan = Plan {
        settings,
        runs: number("runs", 4.0)? as u64,
        keep: number("keep", 340_000.0)? as usize,
        folds: number("folds", 3.0)? as u32,
        fold_epochs: number("fold-epochs", 3.0)? as usize,
        second_epochs: number("second-epochs", 3.0)? as usize,
    };
    let lexicon = lexicon(args)?;
    let wanted = value(args, "train").unwrap_or(RECIPE);
    let corpora = recipe(&data, wanted)?;
    let names: Vec<(&str, &str)> = wanted.split(',').map(|part| part.split_once('*').unwrap_or((part, "1"))).collect();
    let documents: Vec<(&Document, f32)> = corpora.iter().map(|(d, w)| (d, *w)).collect();
    let start = Instant::now();
    let model = stages::train(&documents, &lexicon, &plan, |line| {
        eprintln!("{line}, {:.1} s", start.elapsed().as_secs_f32());
    });
    let (rows, transitions) = (model.rows, model.transitions);
    let held_out = recipe(&data, CALIBRATION)?;
    let held_out: Vec<Document> = held_out.into_iter().map(|(d, _)| d).collect();
    let bare = Tagger::new(Weights::new(&rows, transitions, Vec::new()));
    let confidence = calibrate::table(&held_out, &lexicon, &bare);
    let bytes = write(&rows, &transitions, &confidence);
    let weights: usize = rows.iter().map(|(_, r)| r.iter().filter(|w| **w != 0).count()).sum();
    eprintln!("{} rows, {weights} weights, {} bytes, {:.1} s", rows.len(), bytes.len(), start.elapsed().as_secs_f32());
    let engine = Engine::new(lexicon, Tagger::new(Weights::new(&rows, transitions, confidence)));
    let mut scores = serde_json::Map::new();
    for name in value(args, "eval").unwrap_or("eval/worldwide-a").split(',').filter(|n| !n.is_empty()) {
        let found = super::eval::report(name, &super::eval::corpus(&data, name)?, &engine);
        let f1 = |i: usize| serde_json::json!({ "exact": tenth(found.counts[i].exact_f1()), "overlap": tenth(found.counts[i].overlap_f1()) });
        scores.insert(name.to_owned(), serde_json::json!({ "person": f1(0), "place": f1(1), "organization": f1(2) }));
    }
    let Some(out) = value(args, "out") else { return Ok(()) };
    std::fs::write(out, &bytes).map_err(|e| format!("{out}: {e}"))?;
    let card = serde_json::json!({
        "what": "Weights of the model that finds people, places and organizations in English news",
        "date": value(args, "date").unwrap_or("not given"),
        "data": names.iter().map(|(n, w)| serde_json::json!({ "corpus": n, "weight": w })).collect::<Vec<_>>(),
        "licenses": "seeds/README.md",
        "calibrated on": CALIBRATION,
        "settings": format!("{plan:?}"),
        "rows": rows.len(),
        "weights": weights,
        "bytes": bytes.len(),
        "hash": format!("{:016x}", content_hash(&bytes)),
        "lists hash": format!("{:016x}", engine.lexicon().content_hash()),
        "F1 in percent, by borders and by overlap": scores,
    });
    let path = Path::new(out).with_file_name("card.json");
    let text = serde_json::to_string_pretty(&card).map_err(|e| e.to_string())?;
    std::fs::write(&path, text + "\n").map_err(|e| format!("{}: {e}", path.display()))
}

fn tenth(percent: f64) -> f64 {
    (percent * 10.0).round() / 10.0
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
        if name == "articles" {
            let own = own_articles(Path::new("seeds/articles"), Part::Train)?;
            out.extend(own.into_iter().map(|a| (a.document, weight)));
            continue;
        }
        let path = if name.contains('/') {
            data.join(format!("{name}.jsonl"))
        } else {
            data.join(format!("train/{name}.jsonl"))
        };
        out.extend(load(&path)?.into_iter().map(|d| (d, weight)));
    }
    Ok(out)
}
