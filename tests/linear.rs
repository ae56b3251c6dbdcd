//! The cost of an analysis grows with the length of the text, whatever the text.
//!
//! Compared are two runs of one program on one machine: a text 64 times as long may take up to 400 times as long (caches,
//! busy machines), where a quadratic step would take four thousand times.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use article_annotator::segment::segment;
use article_annotator::testkit::article;
use article_annotator::text::{Source, clean};

const TIMES: usize = 64;
const MOST: u128 = 400;
/// A machine that was busy for a moment gets another look, so many times.
const LOOKS: usize = 5;

/// One measurement at a time.
static TURN: Mutex<()> = Mutex::new(());

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
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let paragraphs = bytes / 350;
    texts.push(("an article".to_owned(), article(1, paragraphs)));
    texts.push(("an article in one paragraph".to_owned(), article(2, paragraphs).replace('\n', " ")));
    let mut faults = Vec::new();
    for (name, text) in &texts {
        let long = text.repeat(TIMES);
        let ratio = || fastest(2, &|| work(&long)).as_nanos() / fastest(6, &|| work(text)).as_nanos().max(1);
        let looks: Vec<_> = (0..LOOKS).map(|_| ratio()).take_while(|&r| r > MOST).collect();
        if looks.len() == LOOKS {
            let found = looks.iter().min().copied().unwrap_or_default();
            faults.push(format!("{name}: {found} times as long for a text {TIMES} times as long"));
        }
    }
    faults
}

#[test]
fn cleaning_is_linear() {
    let faults = faults(2_000, &|text| drop(clean(text)));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn segmentation_is_linear() {
    let faults = faults(2_000, &|text| drop(segment(&Source::new(text), &[])));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[cfg(feature = "model")]
#[test]
fn the_whole_analysis_is_linear() {
    use article_annotator::analysis::{Confidence, Engine, Options, analyze};
    let engine = Engine::embedded();
    let options = Options { blocks: Vec::new(), reported_from: Confidence::default() };
    let faults = faults(1_200, &|text| drop(analyze(&Source::new(text), &engine, &options)));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
