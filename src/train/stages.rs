//! Training of the two stages: the second learns from what first stages say of documents they have not seen.

use super::corpus::Document;
use super::crf::{self, Base, Settings, Trained};
use super::examples::Examples;
use super::model::{UNIT, average, quantize};
use crate::lexicon::Lexicon;
use crate::tagger::second::Digest;
use crate::tagger::{Class, LABELS, Label, Row, Tagger, Tags, Transitions, Weights};

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
}

/// A trained model before calibration.
#[derive(Debug)]
pub struct Model {
    /// Rows of both stages, sorted by key.
    pub rows: Vec<Row>,
    /// Transitions of both stages.
    pub transitions: [Transitions; 2],
}

/// Trains a model; `say` gets lines of progress.
pub fn train(documents: &[(&Document, f32)], lexicon: &Lexicon, plan: &Plan, mut say: impl FnMut(&str)) -> Model {
    let examples = Examples::new(documents, lexicon, |_| ());
    let (tokens, candidates, features) = (examples.tokens, examples.labels.len(), examples.keys.len());
    say(&format!("{tokens} tokens, {candidates} of them candidates, {features} features"));
    let mut runs = Vec::new();
    for n in 0..plan.runs.max(1) {
        let settings = Settings { seed: plan.settings.seed + n, ..plan.settings.clone() };
        runs.push(crf::train(
            &examples,
            &settings,
            |_| true,
            None,
            |epoch, loss| {
                say(&format!("run {} epoch {} loss {:.5} a token", n + 1, epoch + 1, loss / tokens as f64));
            },
        ));
    }
    let trained = average(&runs).expect("invariant: one run at least");
    let (mut rows, first) = quantize(&trained, &examples.keys, plan.keep);
    if plan.folds < 2 {
        return Model { rows, transitions: [first, first] };
    }
    let folds: Vec<Tagger> = (0..plan.folds)
        .map(|fold| {
            let settings = Settings { epochs: plan.fold_epochs, ..plan.settings.clone() };
            let part = crf::train(&examples, &settings, |r| r.document % plan.folds != fold, None, |_, _| ());
            say(&format!("part {} of {}", fold + 1, plan.folds));
            let (rows, transitions) = quantize(&part, &examples.keys, plan.keep);
            Tagger::new(Weights::new(&rows, [transitions, transitions], Vec::new()))
        })
        .collect();
    let keys = examples.keys;
    drop((examples.features, keys));
    let (second, second_keys) = second(documents, lexicon, plan, &folds, &trained);
    let (more, transitions) = quantize(&second, &second_keys, usize::MAX);
    say(&format!("second stage: {} rows", more.len()));
    rows.extend(more);
    rows.sort_unstable_by_key(|r| r.0);
    rows.dedup_by_key(|r| r.0);
    Model { rows, transitions: [first, transitions] }
}

fn second(
    documents: &[(&Document, f32)],
    lexicon: &Lexicon,
    plan: &Plan,
    folds: &[Tagger],
    first: &Trained,
) -> (Trained, Vec<u32>) {
    let mut scores: Vec<[f32; LABELS]> = Vec::new();
    let prepare = |n: usize, article: &crate::tagger::Article| -> (Tags, Digest) {
        let (tags, emissions) = folds[n % folds.len()].first(article);
        for &line in &article.lines {
            for i in (line.start..line.end).filter(|&i| article.candidate[i]) {
                scores.push(emissions[i].map(|s| s as f32 * UNIT));
            }
        }
        let digest = Digest::new(article, &tags);
        (tags, digest)
    };
    let examples = Examples::with(
        documents,
        lexicon,
        |_| (),
        prepare,
        |(tags, digest), article, _, i, sink| {
            digest.features(article, tags, i, sink);
        },
    );
    // Only for or against persons: that is where the rest of an article helps.
    let person = Label::begin(Class::Person).0 as usize..Label::inside(Class::Person).0 as usize + 1;
    let settings =
        Settings { epochs: plan.second_epochs, dropout: 0.1, hide: [0.0; 2], labels: person, ..plan.settings.clone() };
    let base = Base { scores: &scores, transitions: &first.transitions };
    (crf::train(&examples, &settings, |_| true, Some(base), |_, _| ()), examples.keys)
}
