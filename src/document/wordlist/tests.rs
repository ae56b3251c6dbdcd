//! What the list learns, what it forgets, and what it makes of an analysis.

use std::sync::Arc;

use super::*;
use crate::analysis::{Analysis, Entity, EntityIndex, EntityKind, Gender, Mention, Quote, SpeakerMention};
use crate::document::{Command, Document, LabelId, Session};
use crate::text::{Source, TextRange};
use crate::vocabulary::{BlockKind, Confidence, QuoteKind};

const TEXT: &str = "Ana Díaz of the New York Board met Roy in New York.\nRoy News\n“No,” said Roy in May.";

fn range(words: &str, nth: usize) -> TextRange {
    let (at, _) = TEXT.match_indices(words).nth(nth).unwrap();
    TextRange::at(at as u32, (at + words.len()) as u32)
}

/// What the engine finds: Ana Díaz, New York twice, Roy twice, May.
fn analysis() -> Analysis {
    let mut out =
        Analysis { blocks: vec![BlockKind::Body, BlockKind::Furniture, BlockKind::Body], ..Analysis::default() };
    let found = [
        ("Ana Díaz", 0, EntityKind::Person),
        ("New York", 0, EntityKind::Place),
        ("Roy", 0, EntityKind::Person),
        ("New York", 1, EntityKind::Place),
        ("Roy", 2, EntityKind::Person),
        ("May", 0, EntityKind::Person),
    ];
    for (words, nth, kind) in found {
        let known = out.entities.iter().position(|e| &*e.name == words);
        let entity = known.unwrap_or_else(|| {
            let name = words.into();
            out.entities.push(Entity {
                kind,
                name,
                mentions: vec![],
                gender: Gender::Unknown,
                roles: vec![],
                place: None,
            });
            out.entities.len() - 1
        });
        out.entities[entity].mentions.push(out.mentions.len() as u32);
        let confidence = Confidence::permille(700);
        out.mentions.push(Mention {
            range: range(words, nth),
            kind,
            entity: EntityIndex::new(entity),
            confidence,
            evidence: vec![],
        });
    }
    out.quotes.push(Quote {
        kind: QuoteKind::Direct,
        parts: vec![range("“No,”", 0)],
        cue: None,
        speaker: Some(SpeakerMention { range: range("Roy", 2), entity: Some(EntityIndex::new(2)) }),
        candidates: vec![],
        confidence: Confidence::permille(900),
        evidence: vec![],
        unclosed: false,
    });
    out
}

fn shown(analysis: &Analysis) -> Vec<String> {
    let source = Source::new(TEXT);
    let all = analysis.mentions.iter();
    all.map(|m| {
        let entity = &analysis.entities[m.entity];
        assert_eq!(entity.kind, m.kind);
        format!("{} {:?} {}", source.slice(m.range), m.kind, entity.name)
    })
    .collect()
}

fn named(label: LabelId, name: &str) -> WordChoice {
    WordChoice::Name { label, name: name.into() }
}

#[test]
fn the_list_corrects_an_analysis() {
    let mut list = WordList::default();
    list.put("Roy", named(LabelId::PERSON, "Jo Roy"));
    list.put("New  York Board", named(LabelId::ORGANIZATION, "New York Board"));
    list.put("May", WordChoice::Never);
    list.put("Díaz", named(LabelId::PLACE, "Díaz"));
    let mut found = analysis();
    correct(&list, &Document::new(Source::new(TEXT)), &mut found);
    let expected = [
        "Ana Díaz Person Ana Díaz",
        "New York Board Organization New York Board",
        "Roy Person Jo Roy",
        "New York Place New York",
        "Roy Person Jo Roy",
    ];
    assert_eq!(shown(&found), expected);
    let speaker = found.quotes[0].speaker.unwrap().entity.unwrap();
    assert_eq!(&*found.entities[speaker].name, "Jo Roy");
    for (entity, i) in found.entities.iter().zip(0_u32..) {
        assert!(!entity.mentions.is_empty());
        assert!(entity.mentions.iter().all(|&m| found.mentions[m as usize].entity == EntityIndex::from(i)));
    }
    let again = found.clone();
    correct(&list, &Document::new(Source::new(TEXT)), &mut found);
    assert_eq!(found, again);
}

#[test]
fn clusters_of_one_name_become_one() {
    let mut list = WordList::default();
    list.put("Roy", named(LabelId::PERSON, "Ana Díaz"));
    let mut found = analysis();
    correct(&list, &Document::new(Source::new(TEXT)), &mut found);
    assert_eq!(found.entities[0].mentions, [0, 2, 4]);
    assert_eq!(found.quotes[0].speaker.unwrap().entity, Some(EntityIndex::new(0)));
}

#[test]
fn choices_are_learned_taken_back_and_forgotten() {
    let mut list = WordList::default();
    let mut session = Session::new(Document::new(Source::new(TEXT)));
    let step = |list: &mut WordList, session: &mut Session, command: Option<Command>| {
        let before = session.document().clone();
        match command {
            Some(command) => session.run(command).unwrap(),
            None => session.undo().unwrap(),
        };
        list.learn(&before, session.document());
        list.clone()
    };
    // A suggestion that nobody touched is no choice.
    step(&mut list, &mut session, Some(Command::ApplyAnalysis(Arc::new(analysis()))));
    assert!(list.is_empty());
    let id = |session: &Session, r: TextRange| session.document().at(r.start())[0];
    let roy =
        session.document().annotation(id(&session, range("Roy", 0))).unwrap().body.mention().unwrap().entity.unwrap();
    step(&mut list, &mut session, Some(Command::RenameEntity { id: roy, name: "Jo Roy".into() }));
    assert_eq!(list.get("Roy"), Some(&named(LabelId::PERSON, "Jo Roy")));
    let may = id(&session, range("May", 0));
    step(&mut list, &mut session, Some(Command::Reject(vec![may])));
    assert_eq!(list.get("May"), Some(&WordChoice::Never));
    // One of two mentions rejected says nothing of the words.
    let york = id(&session, range("New York", 0));
    step(&mut list, &mut session, Some(Command::Reject(vec![york])));
    assert_eq!((list.get("New York"), list.len()), (None, 2));
    step(&mut list, &mut session, None);
    step(&mut list, &mut session, None);
    assert_eq!(list.get("May"), None);
    list.forget("Roy");
    step(&mut list, &mut session, Some(Command::SetTitle("t".into())));
    assert!(list.is_empty());
}

#[test]
fn two_tabs_keep_what_each_of_them_changed() {
    let list = |entries: &[(&str, &str)]| {
        let mut list = WordList::default();
        for (words, name) in entries {
            list.put(words, named(LabelId::PERSON, name));
        }
        list
    };
    let base = list(&[("a", "A"), ("b", "B"), ("c", "C")]);
    let mine = list(&[("a", "X"), ("c", "C"), ("d", "D")]);
    let theirs = list(&[("a", "Y"), ("b", "B"), ("e", "E")]);
    assert_eq!(WordList::merged(&base, &mine, &theirs), list(&[("a", "X"), ("d", "D"), ("e", "E")]));
    assert_eq!(WordList::merged(&base, &mine, &base), mine);
    assert_eq!(WordList::merged(&base, &base, &theirs), theirs);
    assert_eq!(base.with(&mine), (list(&[("a", "X"), ("b", "B"), ("c", "C"), ("d", "D")]), 2));
}

#[test]
fn words_that_are_not_in_the_text_cost_nothing_and_change_nothing() {
    let mut list = WordList::default();
    for words in ["Nobody", "New York Bored", "北京", "Ann"] {
        list.put(words, named(LabelId::PERSON, words));
    }
    let mut found = analysis();
    let before = found.clone();
    correct(&list, &Document::new(Source::new(TEXT)), &mut found);
    assert_eq!(found, before);
}

/// A page with a line that comes with every article of its site.
const PAGE: &str = "Roy wins in May.\nSign up for  The Daily Roy\n“No,” said Roy.\nRoy left.";

fn page() -> Session {
    Session::new(Document::new(Source::new(PAGE)))
}

/// The list after `command`, as the page learns it.
fn learned(list: &mut WordList, session: &mut Session, step: impl FnOnce(&mut Session)) {
    let before = session.document().clone();
    step(session);
    learn_lines(list, &before, session.document());
}

fn lines_of(list: &WordList) -> Vec<&str> {
    list.entries().filter(|(_, choice)| **choice == WordChoice::Aside).map(|(words, _)| words).collect()
}

#[test]
fn a_line_set_aside_is_remembered_and_undo_forgets_it() {
    let (mut list, mut session) = (WordList::default(), page());
    let aside = |session: &mut Session| {
        session.run(Command::SetBlock { paragraph: 1, kind: BlockKind::Furniture }).unwrap();
    };
    learned(&mut list, &mut session, aside);
    assert_eq!(lines_of(&list), ["Sign up for The Daily Roy"]);
    learned(&mut list, &mut session, |session| assert!(session.undo().is_some()));
    assert!(list.is_empty());
    learned(&mut list, &mut session, |session| assert!(session.redo().is_some()));
    assert_eq!(list.len(), 1);
    // In the next article it is a part after all.
    let mut next = page();
    learned(&mut list, &mut next, |session| {
        session.run(Command::SetBlock { paragraph: 1, kind: BlockKind::Body }).unwrap();
    });
    assert!(list.is_empty());
}

#[test]
fn many_paragraphs_at_once_and_long_ones_are_no_stock_phrases() {
    let mut list = WordList::default();
    let text = format!("{}\n{}", "One line\n".repeat(12), "long ".repeat(60));
    let mut session = Session::new(Document::new(Source::new(&*text)));
    learned(&mut list, &mut session, |session| {
        session.run(Command::set_blocks(0..12, BlockKind::Furniture)).unwrap();
    });
    let last = u32::try_from(session.document().source().paragraphs().len() - 1).unwrap();
    learned(&mut list, &mut session, |session| {
        session.run(Command::SetBlock { paragraph: last, kind: BlockKind::Furniture }).unwrap();
    });
    assert!(list.is_empty(), "{:?}", lines_of(&list));
}

#[test]
fn a_line_of_the_list_is_set_aside_with_the_names_in_it() {
    let mut list = WordList::default();
    list.put("Sign up for The Daily Roy", WordChoice::Aside);
    list.put("Roy", WordChoice::Name { label: LabelId::PERSON, name: "Roy".into() });
    let found = || Analysis { blocks: vec![BlockKind::Body; 4], ..Analysis::default() };
    let (mut analysis, document) = (found(), Document::new(Source::new(PAGE)));
    correct(&list, &document, &mut analysis);
    let kinds = [BlockKind::Body, BlockKind::Furniture, BlockKind::Body, BlockKind::Body];
    assert_eq!((analysis.blocks.as_slice(), analysis.mentions.len()), (&kinds[..], 3));
    // What the person decided in this article holds.
    let mut session = page();
    session.run(Command::SetBlock { paragraph: 1, kind: BlockKind::Body }).unwrap();
    let mut analysis = found();
    correct(&list, session.document(), &mut analysis);
    assert_eq!((analysis.blocks, analysis.mentions.len()), (vec![BlockKind::Body; 4], 4));
}
