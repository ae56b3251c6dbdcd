//! Speed of the engine, native, one core: `cargo bench --features model`.
//!
//! With `--json` one line of figures, for `benches/table.mjs`, which sets them beside the page and other tools.

use std::hint::black_box;
use std::time::{Duration, Instant};

use article_annotator::analysis::{Engine, Options, analyze};
use article_annotator::entities::recognize;
use article_annotator::quotes::extract;
use article_annotator::segment::segment;
use article_annotator::text::{Source, clean};

#[path = "../tests/common/samples.rs"]
mod samples;

/// Each figure is the best of this much running.
const PATIENCE: Duration = Duration::from_millis(700);

/// The fastest run, in seconds.
fn fastest(mut run: impl FnMut()) -> f64 {
    let started = Instant::now();
    let mut best = f64::INFINITY;
    let mut runs = 0;
    while started.elapsed() < PATIENCE || runs < 3 {
        let start = Instant::now();
        run();
        best = best.min(start.elapsed().as_secs_f64());
        runs += 1;
    }
    best
}

/// Sample articles, one after the other, until there are `words` words.
fn text(words: usize) -> String {
    let mut out = String::new();
    let mut have = 0;
    for (_, text) in samples::SAMPLES.iter().cycle() {
        for paragraph in text.split_inclusive('\n') {
            if have >= words {
                return out;
            }
            out.push_str(paragraph);
            have += paragraph.split_whitespace().count();
        }
        out.push('\n');
    }
    out
}

fn main() {
    let json = std::env::args().any(|a| a == "--json");
    let load = fastest(|| drop(black_box(Engine::embedded())));
    let engine = Engine::embedded();
    let options = Options { blocks: Vec::new() };
    let all = text(samples::SAMPLES.iter().map(|(_, t)| t.split_whitespace().count()).sum());
    let articles: Vec<_> = samples::SAMPLES.iter().map(|(_, text)| Source::new(*text)).collect();
    let segmented: Vec<_> = articles.iter().map(|a| segment(a, &[])).collect();
    let tokens: usize = segmented.iter().map(|s| s.tokens.len()).sum();
    let named: Vec<_> =
        articles.iter().zip(&segmented).map(|(a, s)| recognize(a, s, engine.lexicon(), engine.tagger())).collect();

    let rate = |seconds: f64| tokens as f64 / seconds / 1e6;
    let stages = [
        ("clean", fastest(|| drop(black_box(clean(&all))))),
        ("source", fastest(|| drop(black_box(Source::new(all.as_str()))))),
        ("segment", fastest(|| articles.iter().for_each(|a| drop(black_box(segment(a, &[])))))),
        (
            "names",
            fastest(|| {
                for (a, s) in articles.iter().zip(&segmented) {
                    black_box(recognize(a, s, engine.lexicon(), engine.tagger()));
                }
            }),
        ),
        (
            "quotes",
            fastest(|| {
                for ((a, s), n) in articles.iter().zip(&segmented).zip(&named) {
                    black_box(extract(a, s, engine.lexicon(), n));
                }
            }),
        ),
        ("whole", fastest(|| articles.iter().for_each(|a| drop(black_box(analyze(a, &engine, &options)))))),
    ];
    let thousand = text(1000);
    let lengths: Vec<_> = [1, 2, 4, 8, 16, 32, 64]
        .into_iter()
        .map(|n| {
            let source = Source::new(thousand.repeat(n));
            (n, fastest(|| drop(black_box(analyze(&source, &engine, &options)))))
        })
        .collect();

    if json {
        let stages: Vec<_> = stages.iter().map(|(name, s)| format!("\"{name}\":{:.4}", rate(*s))).collect();
        let lengths: Vec<_> = lengths.iter().map(|(n, s)| format!("[{n},{:.4}]", s * 1e3)).collect();
        println!(
            "{{\"load_ms\":{:.3},\"tokens\":{tokens},\"bytes\":{},\"stages\":{{{}}},\"thousand_words_ms\":[{}]}}",
            load * 1e3,
            all.len(),
            stages.join(","),
            lengths.join(",")
        );
        return;
    }
    println!("native, one core; {} articles, {tokens} tokens, {} bytes", articles.len(), all.len());
    println!("\nengine ready in {:.2} ms\n\nstage          M tokens/s   ns/token", load * 1e3);
    for (name, seconds) in stages {
        println!("{name:12}   {:10.3}   {:8.1}", rate(seconds), seconds * 1e9 / tokens as f64);
    }
    println!("\n1,000 words times     ms   ms per 1,000 words");
    for (n, seconds) in lengths {
        println!("{n:17}   {:8.2}   {:8.3}", seconds * 1e3, seconds * 1e3 / n as f64);
    }
}
