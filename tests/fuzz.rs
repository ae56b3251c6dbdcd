//! Odd texts by the million: no panic, no wrong offset, the same answer twice, and a document and a file that hold it.
//! `./dev fuzz N` reads N texts, optimized and on all cores, and prints the counts; the tests read a few.
#![cfg(all(feature = "model", not(target_family = "wasm")))]

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use article_annotator::analysis::{Confidence, Engine, Options, analyze};
use article_annotator::document::{Command, Document, Session, check};
use article_annotator::formats::native;
use article_annotator::testkit::{Generator, digest, fault, odd_text};
use article_annotator::text::{Source, clean};

/// So many texts are read in the test run.
const FEW: u64 = 2_000;
/// One text in so many also becomes a document, which is written and read again.
const FILED: u64 = 8;
/// Different from every other use of the numbers.
const SEED: u64 = 0x5eed_f022;

/// What is wrong with the reading of the text of this number, in words.
fn wrong(number: u64, engine: &Engine) -> Option<String> {
    let pasted = odd_text(&mut Generator::new(SEED.wrapping_add(number)));
    let source = Source::new(clean(&pasted).text);
    let options = Options::new(Confidence::default());
    let analysis = analyze(&source, engine, &options);
    if let Some(fault) = fault(&source, &analysis) {
        return Some(fault);
    }
    if digest(&analysis) != digest(&analyze(&source, engine, &options)) {
        return Some("two readings differ".into());
    }
    if !number.is_multiple_of(FILED) {
        return None;
    }
    let mut session = Session::new(Document::new(source));
    if let Err(why) = session.run(Command::ApplyAnalysis(Arc::new(analysis))) {
        return Some(format!("not taken over: {why:?}"));
    }
    if let Err(why) = check(session.document()) {
        return Some(format!("{why:?}"));
    }
    let file = native::write(session.document());
    match native::read(&file) {
        Ok(opened) if !opened.repairs.is_empty() => Some(format!("mended on opening: {:?}", opened.repairs)),
        Ok(opened) => (native::write(opened.session.document()) != file).then(|| "the file reads as another".into()),
        Err(why) => Some(format!("the file does not open: {why:?}")),
    }
}

#[test]
fn odd_texts_are_read_soundly() {
    let wanted = std::env::var("FUZZ_TEXTS").ok().and_then(|count| count.parse().ok()).unwrap_or(FEW);
    let from = std::env::var("FUZZ_FROM").ok().and_then(|first| first.parse().ok()).unwrap_or(0);
    let engine = Engine::embedded();
    let (next, faults) = (AtomicU64::new(from), AtomicU64::new(0));
    let work = || loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        if number >= from + wanted {
            break;
        }
        let outcome = catch_unwind(AssertUnwindSafe(|| wrong(number, &engine)));
        if let Some(why) = outcome.unwrap_or_else(|_| Some("a panic; see above".into())) {
            faults.fetch_add(1, Ordering::Relaxed);
            let text = odd_text(&mut Generator::new(SEED.wrapping_add(number)));
            println!("text {number}: {why}\n  {text:?}");
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    let faults = faults.into_inner();
    println!("{wanted} texts read twice, one in {FILED} filed and opened: {faults} faults");
    assert_eq!(faults, 0, "FUZZ_FROM=N FUZZ_TEXTS=1 reads the text N alone");
}
