//! Training of the two stages: the second learns from what first stages say of documents they have not seen.

use std::num::NonZeroUsize;
use std::sync::Mutex;
use std::thread;

use super::clean::clean;
use super::crf::{self, Base, Settings, Step, Trained};
use super::examples::{Examples, Lesson, Run};
use super::model::{UNIT, average, quantize};
use crate::lexicon::Lexicon;
use crate::tagger::second::Digest;
use crate::tagger::{CLASSES, Class, LABELS, Label, Row, Tagger, Tags, Transitions, Weights};

/// Trainings whose mean reads noisy documents again.
const READERS: u64 = 2;

/// How to train both stages.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The first stage.
    pub settings: Settings,
    /// Runs of the first stage that are averaged.
    pub runs: u64,
    /// Weights to keep.
    pub keep: usize,
    /// Parts of the data that are left out in turn to train the second stage; below 2: no second stage.
    pub folds: u32,
    /// Passes over the data for each of them.
    pub fold_epochs: usize,
    /// Passes of the second stage.
    pub second_epochs: usize,
    /// What is added to each step to the first word of a name of each class, in units of weight.
    pub lean: [i32; CLASSES],
}

/// A trained model before calibration.
#[derive(Debug)]
pub struct Model {
    /// Rows of both stages, sorted by key.
    pub rows: Vec<Row>,
    /// Transitions of both stages.
    pub transitions: [Transitions; 2],
}

/// One of the trainings that make a model, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Training {
    /// Of a model that reads noisy documents again.
    Reader(u64),
    /// Of the first stage.
    Run(u64),
    /// Of the first stage, without one part of the documents.
    WithoutPart(u64),
    /// Of the second stage.
    SecondStage,
}

/// What happens in a training.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum News {
    /// The documents are read.
    Examples {
        /// Tokens in them.
        tokens: usize,
        /// Tokens that may be part of a name.
        candidates: usize,
        /// Different features.
        features: usize,
    },
    /// A pass over the data is done.
    Pass {
        /// Of which training.
        training: Training,
        /// Counted from 1.
        number: usize,
        /// Mean of a token.
        loss: f64,
    },
    /// Noisy documents are read again.
    ReadAgain {
        /// Sentences read.
        read: usize,
        /// Of them relabeled.
        relabeled: usize,
        /// Of them left out.
        dropped: usize,
    },
    /// The second stage is done.
    SecondStage {
        /// Its rows of weights.
        rows: usize,
    },
}

/// Who looks on.
pub trait Watch: Send {
    /// Something worth a line.
    fn tell(&mut self, news: News);
    /// So many sentences of `total` were learned from, every pass counted.
    fn reached(&mut self, done: u64, total: u64);
}

/// What the watch has seen.
struct Watched<'a> {
    watch: &'a mut dyn Watch,
    done: u64,
    total: u64,
}

/// One training of the first stage: all the data, or all but one part of it.
struct Task {
    training: Training,
    settings: Settings,
    without: Part,
}

/// What a training leaves out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// Nothing.
    Nothing,
    /// Documents with noisy labels.
    Noisy,
    /// One of so many parts of the documents.
    Fold(u32, u32),
}

impl Part {
    fn keeps(self, lessons: &[Lesson<'_>], run: &Run) -> bool {
        match self {
            Self::Nothing => true,
            Self::Noisy => !lessons[run.document as usize].noisy,
            Self::Fold(fold, of) => run.document % of != fold,
        }
    }
}

/// Trains a model, on `jobs` threads: the model is the same for any number of them.
pub fn train(
    lessons: &[Lesson<'_>],
    lexicon: &Lexicon,
    plan: &Plan,
    jobs: NonZeroUsize,
    watch: &mut dyn Watch,
) -> Model {
    let mut examples = Examples::new(lessons, lexicon);
    let (tokens, candidates, features) = (examples.tokens, examples.labels.len(), examples.keys.len());
    watch.tell(News::Examples { tokens, candidates, features });
    let folds = if plan.folds < 2 { 0 } else { plan.folds };
    let readers: Vec<Task> = (0..if lessons.iter().any(|l| l.noisy) { READERS } else { 0 })
        .map(|number| Task {
            training: Training::Reader(number + 1),
            settings: Settings { seed: plan.settings.seed + number, ..plan.settings.clone() },
            without: Part::Noisy,
        })
        .collect();
    let mut tasks: Vec<Task> = (0..plan.runs.max(1))
        .map(|number| Task {
            training: Training::Run(number + 1),
            settings: Settings { seed: plan.settings.seed + number, ..plan.settings.clone() },
            without: Part::Nothing,
        })
        .collect();
    let runs = tasks.len();
    tasks.extend((0..folds).map(|fold| Task {
        training: Training::WithoutPart(u64::from(fold) + 1),
        settings: Settings { epochs: plan.fold_epochs, ..plan.settings.clone() },
        without: Part::Fold(fold, folds),
    }));
    let total = |examples: &Examples| {
        let of = |part: Part, passes: usize| {
            let kept = examples.runs.iter().filter(|row| row.weight > 0.0 && part.keeps(lessons, row)).count();
            kept as u64 * passes as u64
        };
        let first: u64 = tasks.iter().map(|template| of(template.without, template.settings.epochs)).sum();
        first + if folds == 0 { 0 } else { of(Part::Nothing, plan.second_epochs) }
    };
    let reading: u64 = readers.iter().map(|row| row.settings.epochs as u64).sum::<u64>()
        * examples.runs.iter().filter(|row| row.weight > 0.0 && Part::Noisy.keeps(lessons, row)).count() as u64;
    let watched = Mutex::new(Watched { watch, done: 0, total: reading + total(&examples) });
    if !readers.is_empty() {
        let read = in_parallel(&examples, lessons, &readers, jobs, &watched);
        let reader = average(&read).expect("invariant: one reader at least");
        let outcome = clean(&mut examples, &reader, |document| lessons[document as usize].noisy);
        tell(&watched, |weight| {
            // What was left out is not learned from.
            weight.total = reading + total(&examples);
            let (read, relabeled, dropped) = (outcome.read, outcome.relabeled, outcome.dropped);
            weight.watch.tell(News::ReadAgain { read, relabeled, dropped });
        });
    }
    let mut trained = in_parallel(&examples, lessons, &tasks, jobs, &watched);
    let parts = trained.split_off(runs);
    let mean = average(&trained).expect("invariant: one run at least");
    drop(trained);
    let (mut rows, first) = quantize(&mean, &examples.keys, plan.keep);
    if parts.is_empty() {
        return Model { rows, transitions: [first, first].map(|template| leaning(template, plan.lean)) };
    }
    let tagger = |part: &Trained| {
        let (rows, transitions) = quantize(part, &examples.keys, plan.keep);
        Tagger::new(Weights::new(&rows, [transitions, transitions], Vec::new()))
    };
    let parts: Vec<Tagger> = parts.iter().map(tagger).collect();
    let (second, second_keys) = second(lessons, examples, lexicon, plan, &parts, &mean.transitions, &watched);
    let (more, transitions) = quantize(&second, &second_keys, usize::MAX);
    tell(&watched, |weight| weight.watch.tell(News::SecondStage { rows: more.len() }));
    rows.extend(more);
    rows.sort_unstable_by_key(|row| row.0);
    rows.dedup_by_key(|row| row.0);
    Model { rows, transitions: [first, transitions].map(|template| leaning(template, plan.lean)) }
}

/// The transitions with `lean` added to each step to the first word of a name.
fn leaning(mut transitions: Transitions, lean: [i32; CLASSES]) -> Transitions {
    for row in &mut transitions {
        for (class, add) in Class::ALL.into_iter().zip(lean) {
            row[Label::begin(class).0 as usize] += add;
        }
    }
    transitions
}

fn tell(watched: &Mutex<Watched<'_>>, say: impl FnOnce(&mut Watched<'_>)) {
    if let Ok(mut watched) = watched.lock() {
        say(&mut watched);
    }
}

fn step(watched: &Mutex<Watched<'_>>, training: Training, tokens: usize, step: Step) {
    tell(watched, |weight| match step {
        Step::Runs(runs) => {
            weight.done += runs;
            weight.watch.reached(weight.done, weight.total);
        }
        Step::Pass { number, loss } => {
            weight.watch.tell(News::Pass { training, number, loss: loss / tokens as f64 });
        }
    });
}

/// Trains all tasks, in their order, as threads come free.
fn in_parallel(
    examples: &Examples,
    lessons: &[Lesson<'_>],
    tasks: &[Task],
    jobs: NonZeroUsize,
    watched: &Mutex<Watched<'_>>,
) -> Vec<Trained> {
    let waiting = Mutex::new(tasks.iter().enumerate());
    let done = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..jobs.get().min(tasks.len()) {
            scope.spawn(|| {
                loop {
                    let next = waiting.lock().ok().and_then(|mut tasks| tasks.next());
                    let Some((number, task)) = next else { return };
                    let keep = |row: &Run| task.without.keeps(lessons, row);
                    let tell = |score| step(watched, task.training, examples.tokens, score);
                    let trained = crf::train(examples, &task.settings, keep, None, tell);
                    if let Ok(mut done) = done.lock() {
                        done.push((number, trained));
                    }
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, trained)| trained).collect()
}

fn second(
    lessons: &[Lesson<'_>],
    first: Examples,
    lexicon: &Lexicon,
    plan: &Plan,
    parts: &[Tagger],
    transitions: &[[f32; LABELS]; LABELS],
    watched: &Mutex<Watched<'_>>,
) -> (Trained, Vec<u32>) {
    let mut scores: Vec<[f32; LABELS]> = Vec::new();
    let prepare = |number: usize, article: &crate::tagger::Article| -> (Tags, Digest) {
        let (tags, emissions) = parts[number % parts.len()].first(article);
        for &line in &article.lines {
            for token in (line.start..line.end).filter(|&token| article.candidate[token]) {
                scores.push(emissions[token].map(|score| score as f32 * UNIT));
            }
        }
        let digest = Digest::new(article, &tags);
        (tags, digest)
    };
    // The same tokens in the same order: the labels as they were read again.
    let (labels, runs) = (first.labels, first.runs);
    let mut examples = Examples::with(lessons, lexicon, prepare, |(tags, digest), article, _, token, sink| {
        digest.features(article, tags, token, sink);
    });
    (examples.labels, examples.runs) = (labels, runs);
    // Only for or against persons: that is where the rest of an article helps.
    let person = Label::begin(Class::Person).0 as usize..Label::inside(Class::Person).0 as usize + 1;
    let settings =
        Settings { epochs: plan.second_epochs, dropout: 0.1, hide: [0.0; 2], labels: person, ..plan.settings.clone() };
    let base = Base { scores: &scores, transitions };
    let tell = |score| step(watched, Training::SecondStage, examples.tokens, score);
    (crf::train(&examples, &settings, |_| true, Some(base), tell), examples.keys)
}
