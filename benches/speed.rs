//! Speed of the engine, native, one core: `cargo bench --features model`.
//!
//! Each figure is the median of many runs, with the quartiles beside it. With `--json` one line of figures, for
//! `benches/table.mjs`, which sets them beside the page and other tools; with `--once` the whole analysis of all samples
//! runs ten times and nothing is measured: for profilers.

use std::hint::black_box;
use std::time::{Duration, Instant};

use article_annotator::analysis::{Engine, Options, analyze, analyze_with};
use article_annotator::entities::recognize;
use article_annotator::quotes::extract;
use article_annotator::segment::segment;
use article_annotator::tagger::Article;
use article_annotator::text::{Source, clean};

#[path = "../tests/common/samples.rs"]
mod samples;

/// Each figure comes from this much running.
const PATIENCE: Duration = Duration::from_millis(1500);
/// And from this many runs at least, after one that does not count.
const RUNS: usize = 7;

/// First quartile, median and third quartile of the runs' seconds.
type Spread = [f64; 3];

fn timed(mut run: impl FnMut()) -> Spread {
    spread(|| {
        let start = Instant::now();
        run();
        start.elapsed().as_secs_f64()
    })
}

fn spread(mut run: impl FnMut() -> f64) -> Spread {
    run();
    let started = Instant::now();
    let mut figures = Vec::new();
    while started.elapsed() < PATIENCE || figures.len() < RUNS {
        figures.push(run());
    }
    figures.sort_by(f64::total_cmp);
    [1, 2, 3].map(|quarter| figures[(figures.len() - 1) * quarter / 4])
}

/// The percentage of finding quotes in the whole analyses of `articles`, where each stage finds the caches as the one before
/// has left them.
fn share_of_quotes(articles: &[Source], engine: &Engine, options: &Options) -> Spread {
    spread(|| {
        let (mut quotes, mut whole) = (Duration::ZERO, Duration::ZERO);
        for article in articles {
            let start = Instant::now();
            let mut before = start;
            drop(black_box(analyze_with(article, engine, options, &mut |progress| {
                let now = Instant::now();
                if progress.permille == 1000 {
                    quotes += now - before;
                }
                before = now;
            })));
            whole += start.elapsed();
        }
        100.0 * quotes.as_secs_f64() / whole.as_secs_f64()
    })
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

/// The sample articles joined to as many articles of about `words` words as they fill.
fn long(words: usize) -> Vec<Source> {
    let mut out = Vec::new();
    let (mut article, mut have) = (String::new(), 0);
    for (_, text) in samples::SAMPLES {
        article.push_str(text);
        article.push('\n');
        have += text.split_whitespace().count();
        if have >= words {
            out.push(Source::new(std::mem::take(&mut article)));
            have = 0;
        }
    }
    out
}

fn main() {
    let engine = Engine::embedded();
    let options = Options::new(Options::READABLE);
    let articles: Vec<_> = samples::SAMPLES.iter().map(|(_, text)| Source::new(*text)).collect();
    let whole = || articles.iter().for_each(|a| drop(black_box(analyze(a, &engine, &options))));
    if std::env::args().any(|a| a == "--once") {
        (0..10).for_each(|_| whole());
        return;
    }
    let load = timed(|| drop(black_box(Engine::embedded())));
    let all = text(samples::SAMPLES.iter().map(|(_, t)| t.split_whitespace().count()).sum());
    let segmented: Vec<_> = articles.iter().map(|a| segment(a, &[])).collect();
    let tokens: usize = segmented.iter().map(|s| s.tokens.len()).sum();
    let read: Vec<_> = articles.iter().zip(&segmented).map(|(a, s)| Article::new(a, s, engine.lexicon())).collect();
    let named: Vec<_> =
        articles.iter().zip(&segmented).map(|(a, s)| recognize(a, s, engine.lexicon(), engine.tagger())).collect();
    let stages = [
        ("clean", timed(|| drop(black_box(clean(&all))))),
        ("source", timed(|| drop(black_box(Source::new(all.as_str()))))),
        ("segment", timed(|| articles.iter().for_each(|a| drop(black_box(segment(a, &[])))))),
        (
            "names: words and lists",
            timed(|| {
                for (a, s) in articles.iter().zip(&segmented) {
                    black_box(Article::new(a, s, engine.lexicon()));
                }
            }),
        ),
        ("names: model", timed(|| read.iter().for_each(|a| drop(black_box(engine.tagger().tag(a)))))),
        (
            "names",
            timed(|| {
                for (a, s) in articles.iter().zip(&segmented) {
                    black_box(recognize(a, s, engine.lexicon(), engine.tagger()));
                }
            }),
        ),
        (
            "quotes",
            timed(|| {
                for ((a, s), n) in articles.iter().zip(&segmented).zip(&named) {
                    black_box(extract(a, s, n, Options::READABLE));
                }
            }),
        ),
        ("whole", timed(whole)),
    ];
    let thousand = text(1000);
    let shares = [
        share_of_quotes(&articles, &engine, &options),
        share_of_quotes(&long(1000), &engine, &options),
        share_of_quotes(&[Source::new(thousand.as_str())], &engine, &options),
    ];
    let lengths: Vec<_> = [1_u32, 2, 4, 8, 16, 32, 64]
        .into_iter()
        .map(|n| {
            let source = Source::new(thousand.repeat(n as usize));
            (n, timed(|| drop(black_box(analyze(&source, &engine, &options)))))
        })
        .collect();

    if std::env::args().any(|a| a == "--json") {
        let ms = |s: Spread| format!("[{:.5},{:.5},{:.5}]", s[0] * 1e3, s[1] * 1e3, s[2] * 1e3);
        let stages: Vec<_> = stages.iter().map(|(name, s)| format!("\"{name}\":{}", ms(*s))).collect();
        let lengths: Vec<_> = lengths.iter().map(|(n, s)| format!("[{n},{}]", ms(*s))).collect();
        println!(
            "{{\"load\":{},\"shares\":{shares:.2?},\"tokens\":{tokens},\"bytes\":{},\"stages\":{{{}}},\"lengths\":[{}]}}",
            ms(load),
            all.len(),
            stages.join(","),
            lengths.join(",")
        );
        return;
    }
    println!(
        "native, one core; {} articles, {tokens} tokens, {} bytes; medians and quartiles",
        articles.len(),
        all.len()
    );
    println!(
        "\nengine ready in {:.2} ms\n\nstage                    M tokens/s   (quartiles)     ns/token",
        load[1] * 1e3
    );
    for (name, seconds) in stages {
        let [fast, middle, slow] = seconds.map(|s| tokens as f64 / s / 1e6);
        println!("{name:24} {middle:10.3}   ({slow:.3}-{fast:.3})   {:8.1}", seconds[1] * 1e9 / tokens as f64);
    }
    for (what, [low, middle, high]) in
        ["the samples", "articles of 1,000 words", "one of them again and again"].into_iter().zip(shares)
    {
        println!("quotes take {middle:.1} % of the analysis of {what} ({low:.1}-{high:.1})");
    }
    println!("\n1,000 words times     ms   ms per 1,000 words");
    for (n, [_, middle, _]) in lengths {
        println!("{n:17}   {:8.2}   {:8.3}", middle * 1e3, middle * 1e3 / f64::from(n));
    }
}
