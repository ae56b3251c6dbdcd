//! Literate cases: each fenced block `quotes` in `tests/cases/*.md` is an annotated text in the marked notation. The names
//! are given to the quote engine as annotated; what it finds must be the quotes annotated, no more and no fewer. Reported
//! speech that the page leaves out (`Options::READABLE`) counts only in blocks `quotes all`.
#![cfg(not(target_family = "wasm"))]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use article_annotator::analysis::Options;
use article_annotator::entities::{Entity, EntityIndex, EntityKind, Gender, Mention, Recognition, Spellings};
use article_annotator::quotes::extract;
use article_annotator::segment::segment;
use article_annotator::testkit::{Cluster, Marked};
use article_annotator::text::{Source, TextRange};
use article_annotator::vocabulary::{Confidence, QuoteKind};

/// The names of a marked text as the recognizer would hand them over, and the cluster of each entity.
fn names(marked: &Marked, source: &Source) -> (Recognition, Vec<Cluster>) {
    let mut out = Recognition::default();
    let mut clusters: Vec<Cluster> = Vec::new();
    for m in &marked.mentions {
        let known = clusters.iter().position(|c| *c == m.cluster);
        let entity = known.unwrap_or_else(|| {
            clusters.push(m.cluster);
            out.entities.push(Entity {
                kind: m.cluster.kind,
                name: "".into(),
                mentions: Vec::new(),
                gender: Gender::Unknown,
                roles: Vec::new(),
                place: None,
            });
            clusters.len() - 1
        });
        let name = source.slice(m.range);
        let e = &mut out.entities[entity];
        e.mentions.push(out.mentions.len() as u32);
        if name.len() > e.name.len() {
            e.name = name.into();
        }
        out.mentions.push(Mention {
            range: m.range,
            kind: m.cluster.kind,
            entity: EntityIndex::new(entity),
            confidence: Confidence::permille(1000),
            evidence: Vec::new(),
        });
    }
    (out, clusters)
}

fn letter(kind: EntityKind) -> char {
    match kind {
        EntityKind::Person => 'P',
        EntityKind::Place => 'L',
        EntityKind::Organization => 'O',
    }
}

/// One quote on one line.
fn line(
    source: &Source,
    kind: QuoteKind,
    parts: &[TextRange],
    cue: Option<TextRange>,
    speaker: Option<(TextRange, Option<Cluster>)>,
) -> String {
    let parts: Vec<&str> = parts.iter().map(|p| source.slice(*p)).collect();
    let mut out = format!("{kind:?} {}", parts.join(" | "));
    if kind == QuoteKind::NotQuote {
        return out;
    }
    let _ = write!(out, "  cue: {}", cue.map_or("-", |c| source.slice(c)));
    let _ = write!(out, "  speaker: {}", speaker.map_or("-", |s| source.slice(s.0)));
    if let Some(cluster) = speaker.and_then(|s| s.1) {
        let _ = write!(out, " = {}{}", letter(cluster.kind), cluster.number);
    }
    out
}

/// The quotes annotated and those found, each sorted.
fn run(block: &str, all: bool) -> (Vec<String>, Vec<String>) {
    let marked = Marked::parse(block).expect("a case is in the marked notation");
    let source = Source::new(marked.text.as_str());
    let segmentation = segment(&source, &[]);
    let (mut names, clusters) = names(&marked, &source);
    names.spellings = Spellings::of(&source, &segmentation);
    let mut wanted: Vec<String> = marked
        .quotes
        .iter()
        .map(|q| line(&source, q.kind, &q.parts, q.cue, q.speaker.map(|s| (s.range, s.cluster))))
        .collect();
    let mut found: Vec<String> = extract(&source, &segmentation, &names, Confidence::default())
        .iter()
        .filter(|q| {
            let reported = matches!(q.kind, QuoteKind::Indirect | QuoteKind::Thought);
            all || !reported || q.confidence >= Options::READABLE
        })
        .map(|q| {
            let speaker = q.speaker.map(|s| (s.range, s.entity.map(|e| clusters[e.index()])));
            line(&source, q.kind, &q.parts, q.cue, speaker)
        })
        .collect();
    wanted.sort();
    found.sort();
    (wanted, found)
}

#[test]
fn cases() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(&folder).expect("tests/cases is there") {
        let path = entry.expect("a readable folder").path();
        if path.extension().is_some_and(|e| e == "md") {
            files.insert(path.clone(), fs::read_to_string(&path).expect("a readable file"));
        }
    }
    let (mut count, mut wrong) = (0, String::new());
    for (path, text) in &files {
        let mut heading = "";
        let mut rest = text.as_str();
        while let Some(at) = rest.find("```quotes") {
            heading = rest[..at].lines().rfind(|l| l.starts_with('#')).unwrap_or(heading);
            let (info, body) = rest[at + "```quotes".len()..].split_once('\n').expect("a fence has a body");
            let all = info.trim() == "all";
            let end = body.find("\n```").expect("a fence is closed");
            count += 1;
            let (wanted, found) = run(&body[..end], all);
            if wanted != found {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let _ = writeln!(wrong, "{name}: {heading}\n  {}", body[..end].replace('\n', "\n  "));
                for w in wanted.iter().filter(|w| !found.contains(w)) {
                    let _ = writeln!(wrong, "  - {w}");
                }
                for f in found.iter().filter(|f| !wanted.contains(f)) {
                    let _ = writeln!(wrong, "  + {f}");
                }
            }
            rest = &body[end..];
        }
    }
    assert!(count > 40, "only {count} cases found");
    assert!(wrong.is_empty(), "- annotated, + found\n{wrong}");
}
