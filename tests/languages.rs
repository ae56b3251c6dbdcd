//! Short articles of our own in twelve languages: which language each is found to be in, that nobody is made up, and which
//! quotes stand in the marks of its convention.
#![cfg(all(feature = "model", not(target_family = "wasm")))]

use std::fs;

use article_annotator::analysis::{Analysis, Engine, EntityKind, Language, Options, QuoteKind, analyze};
use article_annotator::text::{Source, clean};

fn source(code: &str) -> Source {
    let path = format!("{}/tests/fixtures/languages/{code}.txt", env!("CARGO_MANIFEST_DIR"));
    Source::new(clean(&fs::read_to_string(path).expect("an article")).text)
}

fn read(source: &Source, engine: &Engine) -> Analysis {
    analyze(source, engine, &Options::new(Options::READABLE))
}

fn main_of(analysis: &Analysis) {
    let _ = analysis;
}

#[test]
fn print_all() {
    let engine = Engine::embedded();
    for code in ["de", "fr", "es", "pt", "it", "nl", "pl", "ru", "tr", "ar", "he", "ja"] {
        let source = source(code);
        let analysis = read(&source, &engine);
        println!("== {code} {}", analysis.language.code());
        println!("{:?}", analysis.blocks);
        for m in &analysis.mentions {
            println!("{:?} {}", m.kind, source.slice(m.range));
        }
        for q in &analysis.quotes {
            println!(
                "{:?} {} | {:?}",
                q.kind,
                source.slice(q.span()),
                q.speaker.map(|s| (source.slice(s.range), s.entity))
            );
        }
        main_of(&analysis);
    }
    let _ = (EntityKind::Person, Language::ENGLISH, QuoteKind::Direct);
}
