//! `train`: from corpora to the model that ships.

use std::num::NonZeroUsize;
use std::path::Path;
use std::thread;
use std::time::Instant;

use super::arguments::{Arguments, Shape};
use super::engine::lexicon;
use super::eval::{corpus, report};
use super::output::print;
use super::{CliError, Progress};
use crate::analysis::Engine;
use crate::lexicon::content_hash;
use crate::tagger::{LABELS, Tagger, Weights, write};
use crate::train::calibrate;
use crate::train::corpus::{Document, Part, load, own_articles};
use crate::train::crf::Settings;
use crate::train::examples::Lesson;
use crate::train::stages::{self, News, Plan, Training, Watch};

/// The corpora of the shipped model and how much each counts.
const RECIPE: &str =
    "gmb-cleaned?*0.4,redocred,crossner,wikigold,uner-ewt,uner-pud,gum?,btc?*0.3,wnut17?*0.3,litbank*0.5,articles";

/// Corpora that no weight is trained on, and whose figures say how often a margin is right.
const CALIBRATION: &str = "dev/gmb,dev/redocred,dev/crossner,dev/gum,dev/wikigold,dev/uner-pud";

const SHAPE: Shape = Shape {
    help: "\
Trains the model that finds names. The same data and settings give the same bytes, on any machine and any number of
threads. What is not given is as for the model that ships.

usage: article-annotator train [OPTIONS]

--out FILE           write the model here, and its card (data, settings, scores, hash) beside it
--check FILE         fail unless this file has the same bytes as the trained model
--date DATE          for the card

--data FOLDER        where the corpora lie (../shared/data unless given)
--train A?,B*0.5     which of them, and how much each counts; a noisy one, marked ?, is read again by a model of the
                     others, which relabels or leaves out what it is sure is wrong; articles are our own, in seeds/articles
--calibrate A,B      corpora that say how often a margin is right; the model learns no weight from them
--eval A,B           corpora to score the model on (eval/worldwide-a unless given; '' for none)
--lexicon FILE       lists other than those that ship

--epochs N           passes over the data
--runs N             trainings with different seeds whose weights are averaged
--seed N             start of the random numbers
--rate X             learning rate
--l1 X, --l2 X       how strongly weights are drawn to zero
--dropout X          share of features left out at random
--hide-words X       share of tokens whose word is hidden
--hide-lists X       share of tokens whose lists are hidden
--keep N             how many weights of the first stage to keep
--folds N            parts left out in turn to train the second stage; 0: no second stage
--fold-epochs N      passes for each of them
--second-epochs N    passes of the second stage
--person N           what is added to each step to a person's name, in units of weight: hiding words in training makes
                     persons of more words than are
--organization N     the same for an organization's
--jobs N             threads (all cores unless given)
",
    values: &[
        "out",
        "check",
        "date",
        "data",
        "train",
        "calibrate",
        "eval",
        "lexicon",
        "epochs",
        "runs",
        "seed",
        "rate",
        "l1",
        "l2",
        "dropout",
        "hide-words",
        "hide-lists",
        "keep",
        "folds",
        "fold-epochs",
        "second-epochs",
        "person",
        "organization",
        "jobs",
    ],
    flags: &[],
};

/// Shows a training on standard error: a bar on terminals, and a line for each step.
struct OnTerminal {
    progress: Progress,
    started: Instant,
}

impl Watch for OnTerminal {
    fn tell(&mut self, news: News) {
        let line = match news {
            News::Examples { tokens, candidates, features } => {
                format!("{tokens} tokens, {candidates} of them candidates, {features} features")
            }
            News::Pass { training, number, loss } => {
                format!("{}, pass {number}: loss {loss:.5} a token", name(training))
            }
            News::ReadAgain { read, relabeled, dropped } => {
                format!("{read} sentences read again: {relabeled} relabeled, {dropped} left out")
            }
            News::SecondStage { rows } => format!("{}: {rows} rows", name(Training::SecondStage)),
        };
        self.say(&line);
    }

    fn reached(&mut self, done: u64, total: u64) {
        self.progress.set_of(done, total);
    }
}

impl OnTerminal {
    fn say(&mut self, line: &str) {
        self.progress.note(&format!("{line}, {:.1} s", self.started.elapsed().as_secs_f32()));
    }
}

fn name(training: Training) -> String {
    match training {
        Training::Reader(number) => format!("reader {number}"),
        Training::Run(number) => format!("run {number}"),
        Training::WithoutPart(number) => format!("without part {number}"),
        Training::SecondStage => "second stage".to_owned(),
    }
}

fn plan(args: &Arguments) -> Result<Plan, CliError> {
    let settings = Settings {
        epochs: args.number("epochs", 3)?,
        rate: args.number("rate", 0.1)?,
        l1: args.number("l1", 0.5)?,
        l2: args.number("l2", 0.0)?,
        dropout: args.number("dropout", 0.2)?,
        hide: [args.number("hide-words", 0.1)?, args.number("hide-lists", 0.0)?],
        labels: 0..LABELS,
        seed: args.number("seed", 1)?,
    };
    Ok(Plan {
        settings,
        runs: args.number("runs", 8)?,
        keep: args.number("keep", 236_000)?,
        folds: args.number("folds", 3)?,
        fold_epochs: args.number("fold-epochs", 3)?,
        second_epochs: args.number("second-epochs", 3)?,
        lean: [args.number("person", -20)?, 0, args.number("organization", 4)?, 0],
    })
}

/// Runs the task with the rest of the arguments.
pub(super) fn run(parser: &mut lexopt::Parser) -> Result<(), CliError> {
    let Some(args) = SHAPE.read(parser)? else { return Ok(()) };
    let plan = plan(&args)?;
    let cores = thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    let jobs = args.number("jobs", cores)?;
    let (data, lexicon) = (args.data(), lexicon(&args)?);
    let wanted = args.get("train").unwrap_or(RECIPE);
    let calibration = args.get("calibrate").unwrap_or(CALIBRATION);
    let corpora = recipe(&data, wanted)?;
    let held_out: Vec<Document> = recipe(&data, calibration)?.into_iter().map(|d| d.0).collect();
    let lessons: Vec<Lesson<'_>> =
        corpora.iter().map(|(document, weight, noisy)| Lesson { document, weight: *weight, noisy: *noisy }).collect();
    let mut watch = OnTerminal { progress: Progress::new("sentences", None), started: Instant::now() };
    let model = stages::train(&lessons, &lexicon, &plan, jobs, &mut watch);
    let (rows, transitions) = (model.rows, model.transitions);
    let bare = Tagger::new(Weights::new(&rows, transitions, Vec::new()));
    let confidence = calibrate::table(&held_out, &lexicon, &bare);
    let bytes = write(&rows, &transitions, &confidence);
    let weights: usize = rows.iter().map(|(_, ranges)| ranges.iter().filter(|word| **word != 0).count()).sum();
    watch.say(&format!("{} rows, {weights} weights, {} bytes", rows.len(), bytes.len()));
    drop(watch);
    let engine = Engine::new(lexicon, Tagger::new(Weights::new(&rows, transitions, confidence)));
    let mut scores = serde_json::Map::new();
    for name in args.get("eval").unwrap_or("eval/worldwide-a").split(',').filter(|number| !number.is_empty()) {
        let (found, shown) = report(name, &corpus(&data, name)?, &engine);
        print(&shown)?;
        let f1 = |index: usize| serde_json::json!({ "exact": tenth(found.counts[index].exact_f1()), "overlap": tenth(found.counts[index].overlap_f1()) });
        scores.insert(name.to_owned(), serde_json::json!({ "person": f1(0), "place": f1(1), "organization": f1(2) }));
    }
    if let Some(out) = args.get("out") {
        std::fs::write(out, &bytes).map_err(|fault| CliError::file(out, fault))?;
        let names: Vec<(&str, &str)> =
            wanted.split(',').map(|part| part.split_once('*').unwrap_or((part, "1"))).collect();
        let card = serde_json::json!({
            "what": "Weights of the model that finds people, places and organizations in English news",
            "date": args.get("date").unwrap_or("not given"),
            "data": names.iter().map(|(number, word)| used(number, word)).collect::<Vec<_>>(),
            "licenses": "seeds/README.md",
            "calibrated on": calibration,
            "settings": format!("{plan:?}"),
            "rows": rows.len(),
            "weights": weights,
            "bytes": bytes.len(),
            "hash": format!("{:016x}", content_hash(&bytes)),
            "lists hash": format!("{:016x}", engine.lexicon().content_hash()),
            "F1 in percent, by borders and by overlap": scores,
        });
        let path = Path::new(out).with_file_name("card.json");
        let text = serde_json::to_string_pretty(&card).map_err(|fault| CliError::file(&path, fault))?;
        std::fs::write(&path, text + "\n").map_err(|fault| CliError::file(&path, fault))?;
    }
    if let Some(path) = args.get("check") {
        let there = std::fs::read(path).map_err(|fault| CliError::file(path, fault))?;
        if there != bytes {
            return Err(CliError::file(path, "not what this data and these settings give"));
        }
        print(&format!("{path}: the same {} bytes\n", bytes.len()))?;
    }
    Ok(())
}

/// A corpus on the card.
fn used(name: &str, weight: &str) -> serde_json::Value {
    let corpus = name.trim_end_matches('?');
    serde_json::json!({ "corpus": corpus, "weight": weight, "read again": corpus != name })
}

fn tenth(percent: f64) -> f64 {
    (percent * 10.0).round() / 10.0
}

/// Corpora named `a?,b*0.5`: documents, how much each counts, whether its labels are noisy.
fn recipe(data: &Path, recipe: &str) -> Result<Vec<(Document, f32, bool)>, CliError> {
    let mut out = Vec::new();
    for part in recipe.split(',').filter(|p| !p.is_empty()) {
        let (name, weight) = part.split_once('*').unwrap_or((part, "1"));
        let weight: f32 = weight.parse().map_err(|_| CliError::usage(format!("{part}: not a weight")))?;
        let (name, noisy) = name.strip_suffix('?').map_or((name, false), |name| (name, true));
        if name == "articles" {
            let own = own_articles(Path::new("seeds/articles"), Part::Train)?;
            out.extend(own.into_iter().map(|first| (first.document, weight, noisy)));
            continue;
        }
        let path = if name.contains('/') {
            data.join(format!("{name}.jsonl"))
        } else {
            data.join(format!("train/{name}.jsonl"))
        };
        out.extend(load(&path)?.into_iter().map(|d| (d, weight, noisy)));
    }
    Ok(out)
}
