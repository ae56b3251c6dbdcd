//! The cost of an analysis grows with the length of the text, whatever the text.
//!
//! Compared are two runs of one program on one machine: a text 32 times as long may take up to 160 times as long (caches,
//! busy machines), where a quadratic step would take a thousand times.

use std::time::{Duration, Instant};

use article_annotator::segment::segment;
use article_annotator::testkit::article;
use article_annotator::text::{Source, clean};

const TIMES: usize = 32;
const MOST: u32 = 160;

/// Pieces that tempt a scanner to look ahead, or back, again and again.
const PIECES: &[&str] = &[
    "a.",
    "a-",
    "a'",
    "aa.",
    "aa@",
    "http://",
    "www.",
    "@a",
    "U.S. ",
    "Mr. ",
    "A. ",
    "\"",
    "“",
    "‘",
    "'",
    "”",
    "(",
    "«",
    "1.",
    "1,",
    "...",
    "- ",
    "\u{301}",
    "👩\u{200d}",
    "🇰🇿",
    "a",
    "東",
    "A ",
    "said ",
    "“a” ",
    "\n",
    "a\n",
    "Europe\n",
    "Share\n",
    "17:42\n",
    "Most read\n",
    "By Ana\n",
    " \n",
    "\r\n",
    "\u{200b}",
    "\u{a0}",
    "Ana: a\n",
    "Bob said “a",
    "Bob’s ",
    "A\n\n",
    "The U.S. ",
    "x: ",
    "— ",
    "Tags: a\n",
];

fn fastest(runs: usize, run: &dyn Fn()) -> Duration {
    let once = || {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..runs).map(|_| once()).min().unwrap_or_default()
}

/// Names of the texts whose cost grows too fast, with how fast.
fn faults(bytes: usize, work: &dyn Fn(&str)) -> Vec<String> {
    let mut texts: Vec<_> = PIECES.iter().map(|p| (format!("{p:?}"), p.repeat(bytes / p.len()))).collect();
    let paragraphs = bytes / 350;
    texts.push(("an article".to_owned(), article(1, paragraphs)));
    texts.push(("an article in one paragraph".to_owned(), article(2, paragraphs).replace('\n', " ")));
    let mut faults = Vec::new();
    for (name, text) in &texts {
        let long = text.repeat(TIMES);
        let ratio = || fastest(3, &|| work(&long)).as_nanos() / fastest(9, &|| work(text)).as_nanos().max(1);
        // A machine that was busy for a moment gets a second look.
        let found = ratio();
        if found > u128::from(MOST) && ratio() > u128::from(MOST) {
            faults.push(format!("{name}: {found} times as long for a text {TIMES} times as long"));
        }
    }
    faults
}

#[test]
fn cleaning_is_linear() {
    let faults = faults(4_000, &|text| drop(clean(text)));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn segmentation_is_linear() {
    let faults = faults(4_000, &|text| drop(segment(&Source::new(text), &[])));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[cfg(feature = "model")]
#[test]
fn the_whole_analysis_is_linear() {
    use article_annotator::analysis::{Engine, Options, analyze};
    let engine = Engine::embedded();
    let options = Options { blocks: Vec::new() };
    let faults = faults(2_000, &|text| drop(analyze(&Source::new(text), &engine, &options)));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
