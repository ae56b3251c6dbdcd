//! How the cost grows with the length of the text, for every kind of text that tempts a program to do too much:
//! `./dev bench --growth`, or `cargo bench --features model --bench growth`.
//!
//! Each cell is a process of its own, so that its peak of memory is its own. Behind the seconds of all work stands the
//! exponent that fits them: 1 is linear, 2 quadratic. Arguments behind `--`: `--sizes 100,500` (thousands of bytes),
//! `--only people` (kinds whose name has this word).

use std::hint::black_box;
use std::process::Command as Process;
use std::sync::Arc;
use std::time::Duration;

use article_annotator::analysis::{Engine, Options, analyze};
use article_annotator::document::{Command, Document, LabelId, Session};
use article_annotator::formats::native;
use article_annotator::testkit::{SHAPES, Shape};
use article_annotator::text::{Source, clean};
use article_annotator::view::{Filter, Projection, QueueOrder, panels, pending};
use rustix::time::{ClockId, clock_gettime};

/// Thousands of bytes.
const SIZES: [usize; 5] = [100, 300, 1_000, 2_500, 5_000];
const KILO: usize = 1_000;

/// What is measured, in the order of the columns.
const WORK: [&str; 4] = ["analysis", "document", "file", "lost words"];

/// Seconds of each work, and the peak of memory in bytes above that of the engine alone.
type Cell = ([f64; WORK.len()], f64);

fn measure(shape: &Shape, bytes: usize) -> Cell {
    let engine = Engine::embedded();
    let options = Options::new(Options::READABLE);
    let pasted = shape.text(bytes);
    let before = peak();
    let start = processor_time();
    let source = Source::new(clean(&pasted).text);
    let analysis = analyze(&source, &engine, &options);
    let analyzed = processor_time().saturating_sub(start);

    let mut session = Session::new(Document::new(source));
    session.run(Command::ApplyAnalysis(Arc::new(analysis))).expect("it is the text's own analysis");
    let shown = Projection::new(session.document(), &Filter::default());
    let lists = panels(session.document(), &Filter::default());
    if let Some(first) = pending(session.document(), &Filter::default(), QueueOrder::Reading).first().copied() {
        session.run(Command::Accept(vec![first])).expect("it is there");
    }
    black_box(shown.update(session.document(), &Filter::default()));
    black_box(panels(session.document(), &Filter::default()).sharing(&lists));
    let shown_at = processor_time().saturating_sub(start);

    let file = native::write_session(&session);
    let opened = native::read(&file).expect("it was written by this program");
    assert_eq!(opened.session.document().annotations().count(), session.document().annotations().count());
    let filed = processor_time().saturating_sub(start);
    let memory = peak() - before;
    drop((opened, file, session, shown, lists));

    let lost = with_lost_words(&pasted);
    let start = processor_time();
    drop(black_box(native::read(&lost)));
    let spans = [
        analyzed,
        shown_at.saturating_sub(analyzed),
        filed.saturating_sub(shown_at),
        processor_time().saturating_sub(start),
    ];
    (spans.map(|span| span.as_secs_f64()), memory)
}

/// A file of the text in which one span in sixty bytes says words that are not in the text, or stand elsewhere.
fn with_lost_words(text: &str) -> String {
    let source = Source::new(clean(text).text);
    let label = LabelId::PERSON;
    let mut session = Session::new(Document::new(source.clone()));
    let first = source.text().char_indices().find(|(_, c)| c.is_alphanumeric());
    if let Some(range) = first.and_then(|(at, _)| {
        let range = article_annotator::text::TextRange::at(at as u32, at as u32 + 1);
        session.document().snap(range, article_annotator::document::Snap::Words)
    }) {
        drop(session.run(Command::AddMentions { ranges: vec![range], label, entity: None }));
    }
    let mut file: serde_json::Value = serde_json::from_str(&native::write(session.document())).expect("it is JSON");
    let words: Vec<_> = source.text().split_whitespace().step_by(10).take(text.len() / 60).collect();
    let mentions = file["mentions"].as_array_mut().expect("a list");
    let Some(model) = mentions.first().cloned() else { return file.to_string() };
    for (number, word) in (1_u32..).zip(words) {
        let mut mention = model.clone();
        mention["id"] = (number + 1).into();
        mention["start"] = (number * 50).into();
        mention["end"] = (number * 50 + 5).into();
        mention["text"] = if number % 2 == 0 { word.into() } else { format!("lost {number}").into() };
        mentions.push(mention);
    }
    file.to_string()
}

/// How long this process had the processor: other work on the machine counts little.
fn processor_time() -> Duration {
    let now = clock_gettime(ClockId::ProcessCPUTime);
    Duration::try_from(now).expect("it does not run backward")
}

/// The peak of memory of this process in bytes; 0 where the system does not say.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok())
        .map_or(0.0, |kilobytes| kilobytes * 1024.0)
}

/// The exponent of the power law that fits best (least squares of the logarithms).
fn exponent(sizes: &[usize], seconds: &[f64]) -> f64 {
    let points: Vec<_> = sizes.iter().zip(seconds).map(|(&x, &y)| ((x as f64).ln(), y.max(1e-6).ln())).collect();
    let n = points.len() as f64;
    let (mean_x, mean_y) = (points.iter().map(|p| p.0).sum::<f64>() / n, points.iter().map(|p| p.1).sum::<f64>() / n);
    let slope: f64 = points.iter().map(|p| (p.0 - mean_x) * (p.1 - mean_y)).sum();
    slope / points.iter().map(|p| (p.0 - mean_x).powi(2)).sum::<f64>()
}

fn in_a_process_of_its_own(shape: usize, kilobytes: usize) -> Cell {
    let program = std::env::current_exe().expect("this program has a path");
    let arguments = ["--cell".to_owned(), shape.to_string(), kilobytes.to_string()];
    let out = Process::new(program).args(arguments).output().expect("it starts");
    let text = String::from_utf8_lossy(&out.stdout);
    let numbers: Vec<f64> = text.split_whitespace().filter_map(|number| number.parse().ok()).collect();
    let Some((peak, seconds)) = numbers.split_last().filter(|(_, seconds)| seconds.len() == WORK.len()) else {
        panic!("{} of {kilobytes} KB failed: {}", SHAPES[shape].name, String::from_utf8_lossy(&out.stderr));
    };
    (std::array::from_fn(|at| seconds[at]), *peak)
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let after = |name: &str| arguments.iter().position(|a| a == name).map(|at| &arguments[at + 1..]);
    if let Some([shape, kilobytes, ..]) = after("--cell") {
        let shape = &SHAPES[shape.parse::<usize>().expect("a number")];
        let (seconds, peak) = measure(shape, kilobytes.parse::<usize>().expect("a number") * KILO);
        println!("{} {peak}", seconds.map(|s| s.to_string()).join(" "));
        return;
    }
    if let Some([folder, ..]) = after("--write") {
        // For `benches/growth.mjs`, which measures the page.
        let kilobytes: usize = after("--sizes").and_then(|s| s[0].parse().ok()).unwrap_or(KILO);
        for (number, shape) in SHAPES.iter().enumerate() {
            let path = format!("{folder}/{number:02} {}.txt", shape.name);
            std::fs::write(path, shape.text(kilobytes * KILO)).expect("the folder can be written to");
        }
        let path = format!("{folder}/{} lost words.json", SHAPES.len());
        std::fs::write(path, with_lost_words(&SHAPES[0].text(kilobytes * KILO))).expect("the folder can be written to");
        return;
    }
    let sizes: Vec<usize> = after("--sizes")
        .map_or(SIZES.to_vec(), |list| list[0].split(',').map(|size| size.parse().expect("a number")).collect());
    let only = after("--only").map_or("", |words| &words[0]);
    let columns: Vec<_> = sizes.iter().map(|size| format!(" {size} KB, s |")).collect();
    println!("| text |{} exponent | {} | bytes a byte |", columns.concat(), WORK.join(" | "));
    println!("|---|{}", "---:|".repeat(sizes.len() + 2 + WORK.len()));
    for (number, shape) in SHAPES.iter().enumerate().filter(|(_, shape)| shape.name.contains(only)) {
        let cells: Vec<_> = sizes.iter().map(|&size| in_a_process_of_its_own(number, size)).collect();
        let all: Vec<f64> = cells.iter().map(|(seconds, _)| seconds.iter().sum()).collect();
        let times: Vec<_> = all.iter().map(|seconds| format!(" {seconds:.2} |")).collect();
        let each = (0..WORK.len()).map(|work| {
            let seconds: Vec<f64> = cells.iter().map(|cell| cell.0[work]).collect();
            format!("{:.2}", exponent(&sizes, &seconds))
        });
        let memory = cells.last().map_or(0.0, |cell| cell.1) / (sizes.last().copied().unwrap_or(1) * KILO) as f64;
        println!(
            "| {} |{} **{:.2}** | {} | {memory:.0} |",
            shape.name,
            times.concat(),
            exponent(&sizes, &all),
            each.collect::<Vec<_>>().join(" | ")
        );
    }
}
