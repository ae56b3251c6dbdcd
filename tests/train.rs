//! Training gives the same bytes for the same data and seed, and the shipped model is the one its card describes.
#![cfg(all(feature = "train", feature = "model", not(target_family = "wasm")))]

use std::num::NonZeroUsize;
use std::path::PathBuf;

use article_annotator::lexicon::{Lexicon, content_hash};
use article_annotator::tagger::{LABELS, write};
use article_annotator::train::corpus::{OwnArticle, Part, own_articles};
use article_annotator::train::crf::Settings;
use article_annotator::train::examples::Lesson;
use article_annotator::train::stages::{News, Plan, Watch, train};
use serde_json::Value;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn articles() -> Vec<OwnArticle> {
    let mut some = own_articles(&root().join("seeds/articles"), Part::Train).expect("readable articles");
    some.truncate(16);
    some
}

/// Remembers how far it was told the training is.
#[derive(Default)]
struct Reached {
    steps: Vec<(u64, u64)>,
}

impl Watch for Reached {
    fn tell(&mut self, _: News) {}

    fn reached(&mut self, done: u64, total: u64) {
        self.steps.push((done, total));
    }
}

/// The model file of a small training with both stages.
fn trained(seed: u64, jobs: usize, watch: &mut Reached) -> Vec<u8> {
    let articles = articles();
    let lessons: Vec<Lesson<'_>> = articles
        .iter()
        .enumerate()
        .map(|(n, a)| Lesson { document: &a.document, weight: 1.0, noisy: n % 4 == 0 })
        .collect();
    let plan = Plan {
        settings: Settings { epochs: 2, rate: 0.5, seed, labels: 0..LABELS, hide: [0.1; 2], ..Settings::default() },
        runs: 2,
        keep: 5_000,
        folds: 2,
        fold_epochs: 2,
        second_epochs: 2,
        lean: [-4, 0, 2, 0],
    };
    let jobs = NonZeroUsize::new(jobs).expect("not zero");
    let model = train(&lessons, &Lexicon::embedded(), &plan, jobs, watch);
    write(&model.rows, &model.transitions, &[500])
}

#[test]
fn the_same_data_and_seed_give_the_same_bytes_on_any_number_of_threads() {
    let mut watch = Reached::default();
    let first = trained(1, 1, &mut watch);
    assert!(first.len() > 5_000, "a training that learns nothing shows nothing: {} bytes", first.len());
    assert!(first == trained(1, 1, &mut Reached::default()), "a second training gave other bytes");
    assert!(first == trained(1, 3, &mut Reached::default()), "a training on three threads gave other bytes");
    assert!(first != trained(2, 1, &mut Reached::default()), "another seed gave the same bytes");
    let (done, total) = watch.steps.last().expect("progress was told");
    assert_eq!(done, total);
    assert!(watch.steps.is_sorted());
}

#[test]
fn the_card_describes_the_model_that_ships() {
    let read = |path: &str| std::fs::read(root().join(path)).expect("readable file");
    let card: Value = serde_json::from_slice(&read("seeds/model/card.json")).expect("JSON");
    let (model, lists) = (read("seeds/model/names.bin"), read("seeds/gazetteers/lexicon.bin"));
    let hash = |bytes: &[u8]| format!("{:016x}", content_hash(bytes));
    assert_eq!(card["hash"], hash(&model), "the card is of another model");
    assert_eq!(card["lists hash"], hash(&lists), "the model was trained with other lists");
    assert_eq!(card["bytes"], model.len());
    for part in ["what", "date", "licenses", "settings"] {
        assert!(card[part].as_str().is_some_and(|s| !s.is_empty()), "{part}");
    }
    let licenses = String::from_utf8(read(card["licenses"].as_str().expect("a path"))).expect("UTF-8");
    assert!(licenses.contains("model/names.bin") && licenses.contains("gazetteers/lexicon.bin"));
    assert!(card["data"].as_array().is_some_and(|data| data.len() > 5));
    let scores = card["F1 in percent, by borders and by overlap"].as_object().expect("scores");
    assert!(scores.values().all(|s| s["person"]["exact"].is_f64()));
}
