//! The engine's names against marked corpora: no score may fall below the committed table.
//!
//! `article-annotator eval --write tests/eval/scores.tsv` writes the table anew.
#![cfg(all(feature = "train", feature = "model"))]

use std::path::{Path, PathBuf};

use article_annotator::analysis::Engine;
use article_annotator::eval::names::{Gold, score};
use article_annotator::eval::table::{lines, read};
use article_annotator::train::corpus::{Document, OwnArticle, Part, load, own_articles, part_of};

/// How far a score may fall before it is a fault, in points of F1: what a changed rule elsewhere may cost.
const SLACK: f64 = 0.3;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn corpus(name: &str) -> Option<Vec<Gold>> {
    if name == "articles" {
        let own = own_articles(&root().join("seeds/articles"), Part::Test).expect("readable articles");
        return Some(own.iter().map(OwnArticle::to_gold).collect());
    }
    let path = root().join("../shared/data").join(format!("{name}.jsonl"));
    if !Path::new(&path).exists() {
        return None;
    }
    Some(load(&path).expect("readable corpus").iter().map(Document::to_gold).collect())
}

#[test]
fn scores_do_not_fall() {
    let table = read(&std::fs::read_to_string(root().join("tests/eval/scores.tsv")).expect("the table"));
    let engine = Engine::embedded();
    let mut faults = Vec::new();
    let mut names: Vec<&str> = table.iter().map(|row| row.name.0.as_str()).collect();
    names.dedup();
    assert!(names.contains(&"articles"));
    for name in names {
        let Some(corpus) = corpus(name) else {
            println!("skipped: {name} is not on this machine");
            continue;
        };
        let now = read(&lines(name, &score(&corpus, &engine)));
        for row in table.iter().filter(|row| row.name.0 == name) {
            let Some(today) = now.iter().find(|r| r.name == row.name) else {
                faults.push(format!("{:?} is no longer measured", row.name));
                continue;
            };
            if today.f1.0 < row.f1.0 - SLACK || today.f1.1 < row.f1.1 - SLACK {
                faults.push(format!("{:?} fell from {:?} to {:?}", row.name, row.f1, today.f1));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn confidence_means_what_it_says() {
    let Some(corpus) = corpus("eval/worldwide-a") else {
        println!("skipped: eval/worldwide-a is not on this machine");
        return;
    };
    let scores = score(&corpus, &Engine::embedded());
    let share = |from: usize| {
        let (all, right) = scores.reliability[from..].iter().fold((0, 0), |s, p| (s.0 + p.0, s.1 + p.1));
        right as f64 / f64::from(u32::try_from(all.max(1)).expect("few"))
    };
    // Names the engine is surer of are more often right.
    assert!(share(9) > share(6) && share(6) > share(0), "{:?}", scores.reliability);
    assert!(share(9) > 0.85, "{:?}", scores.reliability);
}

#[test]
fn articles_are_parted_by_their_name_alone() {
    assert_eq!(part_of("news-wire"), part_of("news-wire"));
    let test = ["001-harbor-strike", "002-glacier-flood", "003-rugby-final", "004-court-verdict", "005-vaccine-trial"]
        .into_iter()
        .filter(|n| part_of(n) == Part::Test)
        .count();
    assert!(test < 5);
}
