//! Carrying annotations from one version of a text to another: cases that a person can read, and laws that always hold.
//!
//! Each file in `tests/carry` is a case: an annotated article in the marked notation (`article NAME` of `seeds/articles`, or
//! the lines behind `old`), what was edited (`- words` and `+ words`, each line a paragraph or part of one; `move 3 before
//! 1`; `every X > Y`; or the lines behind `new`), and the `outcome`. `UPDATE=1 cargo test --test carry` writes the outcomes
//! anew; read the difference before you keep it.
#![cfg(not(target_family = "wasm"))]

mod common;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use article_annotator::analysis::EntityKind;
use article_annotator::document::{
    Annotation, AnnotationId, Body, Carried, CheckStatus, Command, Document, DocumentParts, Entity, EntityId, FateKind,
    LabelId, MentionBody, Origin, QuoteBody, Review, Session, carry, check,
};
use article_annotator::testkit::{Cluster, Marked, MarkedMention, MarkedQuote, MarkedSpeaker, SHAPES, article};
use article_annotator::text::{Source, TextRange};
use article_annotator::vocabulary::Confidence;
use common::{TEXTS, analysis, play, script};
use proptest::prelude::*;

fn label(kind: EntityKind) -> LabelId {
    match kind {
        EntityKind::Person => LabelId::PERSON,
        EntityKind::Place => LabelId::PLACE,
        EntityKind::Organization => LabelId::ORGANIZATION,
    }
}

fn suggestion(id: usize, body: Body) -> Annotation {
    Annotation {
        id: AnnotationId(u32::try_from(id).expect("few annotations")),
        body,
        origin: Origin::Engine,
        review: Review::Suggested,
        confidence: Some(Confidence::permille(900)),
        evidence: [].into(),
        note: "".into(),
        status: CheckStatus::Unchecked,
    }
}

/// A document of a marked text.
fn document(marked: &Marked) -> Document {
    let source = Source::new(marked.text.as_str());
    let mut clusters: BTreeMap<Cluster, EntityId> = BTreeMap::new();
    let mut parts = DocumentParts::of(&Document::new(source.clone()));
    for mention in &marked.mentions {
        let next = EntityId(u32::try_from(clusters.len()).expect("few clusters"));
        let entity = *clusters.entry(mention.cluster).or_insert(next);
        let label = label(mention.cluster.kind);
        if entity == next {
            let name = source.slice(mention.range).into();
            parts.entities.push(Entity { id: entity, label, name, by_person: false, place: None });
        }
        let body = Body::Mention(MentionBody { range: mention.range, label, entity: Some(entity) });
        parts.annotations.push(suggestion(parts.annotations.len(), body));
    }
    for quote in &marked.quotes {
        let entity = quote.speaker.and_then(|speaker| clusters.get(&speaker.cluster?).copied());
        let body = Body::Quote(QuoteBody {
            kind: quote.kind,
            parts: quote.parts.as_slice().into(),
            cue: quote.cue,
            speaker: quote.speaker.map(|speaker| speaker.range),
            entity,
            candidates: [].into(),
            unclosed: false,
        });
        parts.annotations.push(suggestion(parts.annotations.len(), body));
    }
    parts.assemble().expect("a sound document")
}

/// The document in the notation, its clusters and quotes numbered as in `old`.
fn notation(done: &Document, old: &Marked) -> String {
    let mut of_entity: BTreeMap<EntityId, Cluster> = BTreeMap::new();
    let before = document(old);
    let mut mentions = before.annotations().filter_map(|one| one.body.mention()?.entity);
    for mention in &old.mentions {
        of_entity.extend(mentions.next().map(|entity| (entity, mention.cluster)));
    }
    let mut marked = Marked { text: done.source().text().to_owned(), ..Marked::default() };
    for annotation in done.annotations() {
        match &annotation.body {
            Body::Mention(mention) => {
                let cluster = of_entity[&mention.entity.expect("it has a cluster")];
                marked.mentions.push(MarkedMention { range: mention.range, cluster });
            }
            Body::Quote(quote) => {
                let index = usize::try_from(annotation.id.0).expect("few") - old.mentions.len();
                let cluster = quote.entity.and_then(|entity| of_entity.get(&entity).copied());
                marked.quotes.push(MarkedQuote {
                    number: old.quotes[index].number,
                    kind: quote.kind,
                    parts: quote.parts.to_vec(),
                    cue: quote.cue,
                    speaker: quote.speaker.map(|range| MarkedSpeaker { range, cluster }),
                });
            }
        }
    }
    marked.to_string()
}

/// An annotation on one line.
fn words(document: &Document, body: &Body) -> String {
    let slice = |range: &TextRange| document.source().slice(*range).replace('\n', " / ");
    let parts: Vec<_> = body.parts().iter().map(slice).collect();
    let mut out = parts.join(" | ");
    if let Body::Quote(quote) = body {
        let beside = |range: Option<TextRange>| range.map_or("-".to_owned(), |range| slice(&range));
        let _ = write!(out, " ({}, {})", beside(quote.cue), beside(quote.speaker));
    }
    out
}

/// What became of everything, in the order of the old text, and the new text with its marks.
fn outcome(marked: &Marked, new: &str) -> String {
    let old = document(marked);
    let done = carry(&old, Source::new(new));
    assert_eq!(check(&done.document), Ok(()));
    let mut out = String::new();
    let fate = |id| done.report.iter().find(|fate| fate.id == id).map(|fate| fate.kind);
    let counted = |kind| done.report.iter().filter(|fate| fate.kind == kind).count();
    let _ = writeln!(
        out,
        "{} kept, {} moved, {} changed, {} vanished\n",
        done.kept,
        done.moved,
        counted(FateKind::Changed),
        counted(FateKind::Vanished)
    );
    for annotation in old.in_reading_order() {
        let name = match fate(annotation.id) {
            None => "kept",
            Some(FateKind::Moved) => "moved",
            Some(FateKind::Changed) => "changed",
            Some(FateKind::Vanished) => "vanished",
        };
        let before = words(&old, &annotation.body);
        let _ = write!(out, "{name:<9} {before}");
        if let Some(after) = done.document.annotation(annotation.id) {
            let after = words(&done.document, &after.body);
            if after != before {
                let _ = write!(out, "\n       -> {after}");
            }
        }
        out.push('\n');
    }
    let _ = writeln!(out, "\n{}", notation(&done.document, marked).trim_end());
    out
}

/// A case: its annotated old text and the new text.
fn case(lines: &[&str]) -> (Marked, String) {
    let mut marked: Option<Marked> = None;
    let mut new = String::new();
    let mut at = 0;
    let block = |at: &mut usize| {
        let mut out = String::new();
        while let Some(line) = lines.get(*at).filter(|line| !matches!(**line, "old" | "new")) {
            out.push_str(line);
            out.push('\n');
            *at += 1;
        }
        out
    };
    while let Some(&line) = lines.get(at) {
        at += 1;
        if line.is_empty() || line.starts_with('#') {
        } else if let Some(name) = line.strip_prefix("article ") {
            let path = root().join(format!("seeds/articles/{name}.marked"));
            let read = Marked::parse(&fs::read_to_string(path).expect("an article")).expect("the notation");
            new.clone_from(&read.text);
            marked = Some(read);
        } else if line == "old" {
            let read = Marked::parse(&block(&mut at)).expect("the notation");
            new.clone_from(&read.text);
            marked = Some(read);
        } else if line == "new" {
            new = block(&mut at);
        } else if let Some((from, to)) = line.strip_prefix("every ").and_then(|rest| rest.split_once(" > ")) {
            assert!(new.contains(from), "no {from} in the text");
            new = new.replace(from, to);
        } else if let Some((from, to)) = line.strip_prefix("move ").and_then(|rest| rest.split_once(" before ")) {
            let mut paragraphs: Vec<String> = new.trim_end().split("\n\n").map(str::to_owned).collect();
            let [from, to]: [usize; 2] = [from, to].map(|number| number.parse().expect("a number"));
            let taken = paragraphs.remove(from - 1);
            paragraphs.insert(if to > from { to - 2 } else { to - 1 }, taken);
            new = paragraphs.join("\n\n") + "\n";
        } else {
            at -= 1;
            let mut side = |sign: &str| {
                let mut found = Vec::new();
                while let Some(text) = lines.get(at).and_then(|line| line.strip_prefix(sign)) {
                    found.push(text.strip_prefix(' ').unwrap_or(text));
                    at += 1;
                }
                found.join("\n\n")
            };
            let (from, to) = (side("-"), side("+"));
            assert_eq!(new.matches(from.as_str()).count(), 1, "not once in the text: {from}");
            new = new.replacen(from.as_str(), &to, 1);
            if from.starts_with('\n') || to.is_empty() {
                new = new.replace("\n\n\n\n", "\n\n");
            }
        }
    }
    (marked.expect("an old text"), new)
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn cases_are_as_reviewed_last() {
    let mut files: Vec<PathBuf> = fs::read_dir(root().join("tests/carry"))
        .expect("tests/carry")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "case"))
        .collect();
    files.sort();
    assert!(files.len() >= 30, "{} cases", files.len());
    let faults: Vec<_> = files.iter().filter_map(|path| fault(path)).collect();
    assert!(faults.is_empty(), "UPDATE=1 writes the outcomes anew\n{}", faults.join("\n"));
}

fn fault(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_string_lossy();
    let text = fs::read_to_string(path).expect("readable");
    let (head, expected) = text.split_once("\noutcome\n").unwrap_or((text.trim_end(), ""));
    let (marked, new) = std::panic::catch_unwind(|| case(&head.lines().collect::<Vec<_>>()))
        .unwrap_or_else(|_| panic!("{name} is not a case"));
    let found = outcome(&marked, &new);
    if std::env::var_os("UPDATE").is_some() {
        assert!(std::env::var_os("CI").is_none(), "outcomes are not written where nobody reads them");
        fs::write(path, format!("{}\n\noutcome\n{found}", head.trim_end())).expect("writable");
        return None;
    }
    let mut lines = found.lines().zip(expected.lines().chain(std::iter::repeat("(ends)")));
    let differing = lines.find(|(one, other)| one != other);
    differing
        .or((found.len() != expected.len()).then_some(("(ends)", "(goes on)")))
        .map(|(one, other)| format!("{name}:\n  reviewed {other}\n  found    {one}"))
}

/// One edit of a text: what, and where.
type Edit = (u8, u16, u16, u16);

/// The text after some edits: stretches taken out, doubled, put in; paragraphs moved, split, joined.
fn edited(text: &str, edits: &[Edit]) -> String {
    let mut all: Vec<char> = text.chars().collect();
    for &(kind, at, length, to) in edits {
        let place = |number: u16| usize::from(number) % (all.len() + 1);
        let (start, to) = (place(at), place(to));
        let end = (start + usize::from(length % 40)).min(all.len());
        match kind % 7 {
            0 => drop(all.drain(start..end)),
            1 => {
                let stretch = all[start..end].to_vec();
                all.splice(to..to, stretch);
            }
            2 => drop(all.splice(start..start, " Ana said “no” to Lyon. ".chars())),
            3 => drop(all.splice(start..start, ['\n'])),
            4 => {
                let line = all.iter().skip(start).position(|&character| character == '\n');
                if let Some(line) = line {
                    all[start + line] = ' ';
                }
            }
            5 => {
                let mut lines: Vec<String> = all.iter().collect::<String>().split('\n').map(str::to_owned).collect();
                let (from, to) = (start % lines.len(), to % lines.len());
                let line = lines.remove(from);
                lines.insert(to, line);
                all = lines.join("\n").chars().collect();
            }
            _ => {
                for character in &mut all {
                    *character = match *character {
                        '“' | '”' => '"',
                        '’' => '\'',
                        other => other,
                    };
                }
            }
        }
    }
    all.into_iter().collect()
}

/// The words, whatever the white space and the form of the marks.
fn spelled(words: &str) -> String {
    let words: Vec<_> = words.split_whitespace().collect();
    let fold = |character: char| match character {
        '“' | '”' | '„' | '«' | '»' | '「' | '」' => '"',
        '‘' | '’' => '\'',
        other => other,
    };
    words.join(" ").chars().map(fold).collect()
}

fn letters(document: &Document, body: &Body) -> String {
    let parts = body.parts().iter().map(|&part| document.source().slice(part));
    parts.flat_map(str::chars).filter(|character| character.is_alphanumeric()).collect()
}

/// What holds of every carriage.
fn laws(old: &Document, done: &Carried) -> Result<(), TestCaseError> {
    prop_assert_eq!(check(&done.document), Ok(()));
    let live = old.in_reading_order();
    prop_assert_eq!(done.kept + done.report.len(), live.len());
    for annotation in done.document.annotations() {
        let before = old.annotation(annotation.id).expect("carrying makes nothing new");
        let mut same = (**annotation).clone();
        same.body = before.body.clone();
        prop_assert_eq!(&same, &**before);
        let told = done.report.iter().find(|fate| fate.id == annotation.id).map(|fate| fate.kind);
        match (&before.body, &annotation.body) {
            (Body::Mention(was), Body::Mention(is)) => {
                let words = (old.source().slice(was.range), done.document.source().slice(is.range));
                prop_assert_eq!(spelled(words.0), spelled(words.1));
                prop_assert_eq!((was.label, was.entity), (is.label, is.entity));
                prop_assert!(matches!(told, None | Some(FateKind::Moved)));
            }
            (Body::Quote(was), Body::Quote(is)) => {
                prop_assert_eq!((was.kind, was.entity, was.unclosed), (is.kind, is.entity, is.unclosed));
                if annotation.is_live() && told != Some(FateKind::Changed) {
                    prop_assert_eq!(letters(old, &before.body), letters(&done.document, &annotation.body));
                    prop_assert_eq!(was.parts.len(), is.parts.len());
                    prop_assert_eq!(
                        (was.cue.is_some(), was.speaker.is_some()),
                        (is.cue.is_some(), is.speaker.is_some())
                    );
                }
                let beside = |quote: &QuoteBody| [quote.cue, quote.speaker];
                for (was, is) in beside(was).into_iter().zip(beside(is)) {
                    if let (Some(was), Some(is)) = (was, is) {
                        let words = (old.source().slice(was), done.document.source().slice(is));
                        prop_assert_eq!(spelled(words.0), spelled(words.1));
                    }
                }
            }
            _ => prop_assert!(false, "a name became a quote"),
        }
    }
    for annotation in live {
        let told = done.report.iter().find(|fate| fate.id == annotation.id).map(|fate| fate.kind);
        let is_there = done.document.annotation(annotation.id).is_some();
        prop_assert_eq!(is_there, told != Some(FateKind::Vanished));
    }
    for entity in done.document.all_entities() {
        prop_assert_eq!(Some(entity), old.entity(entity.id));
    }
    Ok(())
}

/// A document with everything a person and an engine may leave in it.
fn annotated(text: &str, ops: &[common::Op], seed: u32) -> Document {
    let (mut session, _) = play(text, ops);
    let found = analysis(session.document().source(), seed, seed / 7);
    session.run(Command::ApplyAnalysis(std::sync::Arc::new(found))).expect("it is the text's own");
    session.document().clone()
}

/// A text with what breaks offsets, or a made-up article.
fn text(number: usize) -> String {
    TEXTS.get(number).map_or_else(|| article(number as u64, 4), |text| (*text).to_owned())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn an_edit_carries_words_to_the_same_words(
        number in 0..TEXTS.len() + 12,
        script in script(),
        seed in any::<u32>(),
        edits in prop::collection::vec(any::<Edit>(), 0..12),
    ) {
        let old = annotated(&text(number), &script, seed);
        let new = Source::new(edited(old.source().text(), &edits));
        let done = carry(&old, new.clone());
        laws(&old, &done)?;
        prop_assert_eq!(&done, &carry(&old, new));
        let same = carry(&old, Source::new(old.source().text()));
        prop_assert_eq!(&same.document, &old);
        prop_assert!(same.report.is_empty());
    }

    #[test]
    fn any_text_can_follow_any_other(
        old in "([a-cA-C.’ “”\n]|\\PC){0,60}",
        new in "([a-cA-C.’ “”\n]|\\PC){0,60}",
        script in script(),
        seed in any::<u32>(),
    ) {
        let old = annotated(&old, &script, seed);
        laws(&old, &carry(&old, Source::new(new)))?;
    }
}

/// Every kind of text that tempts a program to do too much, edited at some places, and each after another.
#[test]
fn shapes_are_carried() {
    let mut before: Option<Document> = None;
    for shape in SHAPES {
        let text = shape.text(3_000);
        let old = annotated(&text, &[], 5);
        let new = edited(&text, &[(0, 700, 33, 0), (2, 1_500, 0, 0), (5, 300, 0, 3), (4, 900, 0, 0)]);
        laws(&old, &carry(&old, Source::new(new))).expect("the laws");
        if let Some(before) = &before {
            laws(before, &carry(before, Source::new(text))).expect("the laws");
        }
        before = Some(old);
    }
}

/// An article of two hundred thousand words.
#[test]
fn a_long_article_is_carried() {
    let text = SHAPES[0].text(1_300_000);
    let mut session = Session::new(Document::new(Source::new(text.as_str())));
    let name = session.document().occurrences("said").into_iter().take(2_000).collect();
    session.run(Command::AddMentions { ranges: name, label: LabelId::PERSON, entity: None }).expect("marks");
    let edits: Vec<Edit> = (0..60).map(|number: u16| (5, number * 997, 30, number * 331)).collect();
    let new = edited(&text, &edits).replacen("The ", "Then the ", 300);
    let done = carry(session.document(), Source::new(new));
    assert_eq!(check(&done.document), Ok(()));
    assert!(done.kept + done.moved > 1_900, "{} kept, {} moved", done.kept, done.moved);
}
