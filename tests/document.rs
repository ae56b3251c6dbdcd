//! Laws of the document: whatever is done keeps its invariants, and every step can be taken back and done again.

mod common;

use std::collections::BTreeSet;
use std::sync::Arc;

use article_annotator::analysis::EntityIndex;
use article_annotator::document::{
    Annotation, Body, Command, Document, LabelId, Review, Session, Snap, StepKind, WordChoice, WordList, carry, check,
    correct,
};
use article_annotator::formats::native;
use article_annotator::text::{Source, TextRange};
use article_annotator::view::compare;
use common::{TEXTS, analysis, command, play, script};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use unicode_segmentation::UnicodeSegmentation;

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_keeps_the_invariants_and_can_be_taken_back(text in 0..TEXTS.len(), script in script()) {
        let start = Document::new(Source::new(TEXTS[text]));
        let mut session = Session::new(start.clone());
        let mut states = vec![start];
        for op in script {
            let Some(command) = command(&session, op) else { continue };
            let before = session.clone();
            let shown = format!("{command:?}");
            match session.run(command) {
                Ok(done) if session.revision() > before.revision() => {
                    prop_assert_eq!(check(session.document()), Ok(()), "{}", shown);
                    // What is found because of a step belongs to it.
                    if session.undo_steps().len() == before.undo_steps().len() {
                        prop_assert_eq!(done.action, StepKind::Analyze);
                        states.pop();
                    }
                    states.push(session.document().clone());
                }
                _ => prop_assert_eq!(&session, &before, "a refused command changed something: {}", shown),
            }
        }
        let end = session.document().clone();
        for state in states.iter().rev() {
            prop_assert_eq!(session.document(), state);
            prop_assert_eq!(check(session.document()), Ok(()));
            session.undo();
        }
        prop_assert!(session.undo().is_none());
        for state in &states {
            prop_assert_eq!(session.document(), state);
            session.redo();
        }
        prop_assert!(session.redo().is_none());
        prop_assert_eq!(session.document(), &end);
    }

    #[test]
    fn an_analysis_keeps_what_a_person_did(text in 0..TEXTS.len(), script in script(), seed in any::<u32>(), step in any::<u32>()) {
        let (mut session, _) = play(TEXTS[text], &script);
        let taken = session.undo_steps().len();
        let mut untouched = session.clone();
        let before = session.document().clone();
        let source = before.source().clone();
        session.run(Command::ApplyAnalysis(Arc::new(analysis(&source, seed, step)))).unwrap();
        let after = session.document();
        prop_assert_eq!(check(after), Ok(()));
        for annotation in before.annotations().filter(|a| !a.is_untouched()) {
            prop_assert_eq!(after.annotation(annotation.id), Some(annotation));
        }
        for (i, kind) in before.chosen_blocks() {
            prop_assert_eq!(after.blocks()[i as usize], kind);
        }
        for entity in before.entities().filter(|e| e.by_person) {
            if after.is_shown(entity.id) {
                prop_assert_eq!(after.entity(entity.id), Some(entity));
            }
        }
        let place = |a: &Annotation| match &a.body {
            Body::Mention(mention) => (vec![mention.range], Some(mention.label)),
            Body::Quote(quote) => (quote.parts.to_vec(), None),
        };
        for rejected in before.annotations().filter(|a| a.review == Review::Rejected) {
            let back = after.annotations().any(|a| a.is_untouched() && place(a) == place(rejected));
            prop_assert!(!back, "came back: {:?}", rejected);
        }
        // The same analysis again changes nothing, and undo takes it back. (Where a person chose clusters they may take
        // a second time to settle: one that lost its last mention no longer counts.)
        let steps = session.undo_steps().len();
        session.run(Command::ApplyAnalysis(Arc::new(analysis(&source, seed, step)))).unwrap();
        if !before.all_entities().any(|e| e.by_person) {
            prop_assert_eq!(session.undo_steps().len(), steps);
        }
        // Together with the step that asked for it, where one did.
        if session.undo_steps().len() == taken && session.revision() > untouched.revision() {
            session.undo();
            untouched.undo();
        }
        while session.undo_steps().len() > taken {
            session.undo();
        }
        prop_assert_eq!(session.document(), untouched.document());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    /// Whatever is selected, a snapped range is whole, stays where it is when snapped again, and lies near the selection.
    #[test]
    fn snapping_is_tidy(
        text in "([a-zA-ZéÉ\u{301}’'\\-. ,“”«»()👩👍🏽\u{200d}🇩🇪北京שלום\n]|\\PC){0,40}",
        start in any::<prop::sample::Index>(),
        len in 0..20_u32,
        how in prop::sample::select(vec![Snap::Words, Snap::Characters, Snap::Quote]),
    ) {
        let document = Document::new(Source::new(text.as_str()));
        // Offsets that split a character, too, as a broken selection would have.
        let start = start.index(text.len() + 1) as u32;
        let selected = TextRange::at(start, start + len);
        let Some(range) = document.snap(selected, how) else { return Ok(()) };
        prop_assert_eq!(document.snap(range, how), Some(range));
        let words = document.source().slice(range);
        let blank = |g: &str| g.starts_with(char::is_whitespace);
        prop_assert!(!words.graphemes(true).next().is_some_and(blank) && !words.graphemes(true).next_back().is_some_and(blank));
        let marked = Command::AddMentions { ranges: vec![range], label: LabelId::PERSON, entity: None };
        prop_assert!(Session::new(document.clone()).run(marked).is_ok(), "{:?} is refused", words);
    }

    /// "All 14" are whole words, and the marked ones among them are none of the others.
    #[test]
    fn occurrences_cover_the_same_words(text in "[ab\u{301}é’ -]{0,60}", words in "[abé]{1,3}") {
        let document = Document::new(Source::new(text.as_str()));
        let mut end = 0;
        for range in document.occurrences(&words) {
            prop_assert_eq!(document.source().slice(range), words.as_str());
            prop_assert!(range.start().get() >= end);
            end = range.end().get();
            prop_assert!(!document.other_occurrences(range).contains(&range));
        }
    }
}

/// The scripts would prove little if most commands were refused. Steps of several actions, one that only older files hold,
/// and another text, which is no command (`tests/saving.rs` plays it), are not reached.
#[test]
fn scripts_reach_every_action() {
    let mut seen = BTreeSet::new();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for i in 0..600 {
        let script = script().new_tree(&mut runner).unwrap().current();
        let (session, _) = play(TEXTS[i % TEXTS.len()], &script);
        seen.extend(session.undo_steps().iter().map(|s| s.action));
    }
    let missing: Vec<_> = StepKind::ALL
        .iter()
        .filter(|kind| {
            !seen.contains(*kind)
                && !matches!(kind, StepKind::Several | StepKind::AcceptAll | StepKind::Text | StepKind::Restore)
        })
        .collect();
    assert_eq!(missing, Vec::<&StepKind>::new());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    /// Any state of an article, of this text or of another one, comes back as it was, in one step that can be taken back to
    /// the byte, and what is written of it is read again. Nothing that comes behind it has a name that was used.
    #[test]
    fn any_version_is_restored_as_it_was(
        text in 0..TEXTS.len(), other in 0..TEXTS.len(), first in script(), then in script(), last in script(),
    ) {
        let (mut session, _) = play(TEXTS[text], &first);
        let version = session.document().clone();
        let edited = carry(session.document(), Source::new(TEXTS[other])).document;
        let _ = session.edit_text(&edited);
        for op in then {
            let _ = command(&session, op).map(|command| session.run(command));
        }
        let before = session.clone();
        prop_assert!(compare(before.document(), before.document()).is_empty());
        let _ = compare(&version, before.document());
        let done = session.restore(&version).map(|done| done.action);
        prop_assert!(done == Ok(StepKind::Restore) || before.document() == &version);
        prop_assert_eq!(session.document(), &version);
        prop_assert_eq!(check(session.document()), Ok(()));
        let written = native::write_session(&session);
        let read = native::read_session(&written, &[] as &[&str]).unwrap();
        prop_assert!(read.repairs.is_empty());
        prop_assert_eq!(native::write_session(&read.session), written);
        if let Some(change) = native::write_change(&before, &session) {
            let read = native::read_session(&native::write_session(&before), &[change]).unwrap();
            prop_assert_eq!(read.session.document(), &version);
        }
        let used: BTreeSet<_> = before.document().annotations().map(|annotation| annotation.id).collect();
        let mut on = session.clone();
        for op in last {
            let _ = command(&on, op).map(|command| on.run(command));
        }
        for annotation in on.document().annotations().filter(|one| version.annotation(one.id).is_none()) {
            prop_assert!(!used.contains(&annotation.id));
        }
        if session.revision() > before.revision() {
            session.undo();
            prop_assert_eq!(native::write(session.document()), native::write(before.document()));
            prop_assert_eq!(session.document(), before.document());
        }
    }
}

proptest! {
    /// Whatever the word list says, what it makes of an analysis is one: sorted, disjoint, every index in its place.
    #[test]
    fn a_word_list_gives_a_proper_analysis(
        text in 0..TEXTS.len(),
        entries in prop::collection::vec((any::<prop::sample::Index>(), 0..5_u16, 0..3_u8), 0..12),
        seed in any::<u32>(),
        step in any::<u32>(),
    ) {
        let source = Source::new(TEXTS[text]);
        let document = Document::new(source.clone());
        let mut list = WordList::default();
        for (at, label, name) in entries {
            let at = at.index(source.text().len() + 1) as u32;
            let Some(range) = document.snap(TextRange::at(at, at + 9), Snap::Words) else { continue };
            let name = ["Ana", "Lyon", "Other"][usize::from(name)].into();
            let choice = match label {
                3 => WordChoice::Never,
                4 => WordChoice::Aside,
                _ => WordChoice::Name { label: LabelId(label), name },
            };
            list.put(source.slice(range), choice);
        }
        let mut found = analysis(&source, seed, step);
        correct(&list, &document, &mut found);
        prop_assert!(found.mentions.windows(2).all(|w| w[0].range.end() <= w[1].range.start()), "{:?}", found.mentions);
        for (entity, i) in found.entities.iter().zip(0_u32..) {
            prop_assert!(!entity.mentions.is_empty());
            for &mention in &entity.mentions {
                prop_assert_eq!((found.mentions[mention as usize].entity, found.mentions[mention as usize].kind), (EntityIndex::from(i), entity.kind));
            }
        }
        let speakers = found.quotes.iter().flat_map(|q| q.candidates.iter().map(|c| c.entity).chain(q.speaker.map(|s| s.entity)));
        prop_assert!(speakers.flatten().all(|e| e.index() < found.entities.len()));
        let again = found.clone();
        correct(&list, &document, &mut found);
        prop_assert_eq!(&found, &again);
        let mut session = Session::new(document);
        session.run(Command::ApplyAnalysis(Arc::new(found))).unwrap();
        prop_assert_eq!(check(session.document()), Ok(()));
        let learned = { let mut l = WordList::default(); l.learn(session.document(), session.document()); l };
        prop_assert!(learned.is_empty());
    }
}
