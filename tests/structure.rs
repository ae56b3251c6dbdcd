//! What of the corpora's names is lost to page furniture. Skips where the corpora are absent.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use article_annotator::segment::segment;
use article_annotator::text::{Source, Unchecked};
use serde::Deserialize;

#[derive(Deserialize)]
struct Document {
    id: String,
    text: String,
    entities: Vec<Gold>,
}

#[derive(Deserialize)]
struct Gold {
    start: u32,
    end: u32,
    label: String,
}

/// Lines that are furniture beyond doubt: an address of the web, a mark of rights.
fn surely_furniture(line: &str) -> bool {
    line.contains("://") || line.starts_with('©') || line.starts_with("(c)")
}

#[test]
fn almost_no_name_is_lost_to_furniture() {
    let data = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    if !data.is_dir() {
        println!("skipped: {} is absent", data.display());
        return;
    }
    let sets =
        ["eval/worldwide-a", "dev/crossner", "dev/gmb", "dev/gum", "dev/redocred", "dev/uner-pud", "dev/wikigold"];
    let (mut all, mut lost, mut report) = (0, 0, String::new());
    for set in sets {
        let lines = fs::read_to_string(data.join(format!("{set}.jsonl"))).expect("readable");
        let (mut names, mut missing) = (0, 0);
        for line in lines.lines() {
            let document: Document = serde_json::from_str(line).expect("a document");
            let source = Source::new(document.text.as_str());
            let segmentation = segment(&source, &[]);
            let at = |n| source.map().resolve_char(source.text(), Unchecked(article_annotator::text::CharOffset(n)));
            for gold in document.entities.iter().filter(|g| matches!(g.label.as_str(), "PERSON" | "PLACE" | "ORG")) {
                names += 1;
                let (Some(start), Some(end)) = (at(gold.start), at(gold.end)) else {
                    panic!("offsets of {}", document.id)
                };
                let block = &segmentation.blocks[source.paragraph_at(start).expect("a paragraph")];
                let text = source.slice(block.range);
                if !block.kind.is_read() && !surely_furniture(text) {
                    missing += 1;
                    let name = &source.text()[start.index()..end.index()];
                    let _ = writeln!(report, "{} {name:?} in {text:?}", document.id);
                }
            }
        }
        println!("{set}: {missing} of {names} names in furniture");
        all += names;
        lost += missing;
    }
    println!("{report}");
    assert!(lost * 500 < all, "{lost} of {all} names are lost to furniture:\n{report}");
}
