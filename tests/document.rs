//! Laws of the document: whatever is done keeps its invariants, and every step can be taken back and done again.

mod common;

use std::collections::BTreeSet;
use std::sync::Arc;

use article_annotator::document::{ACTIONS, Annotation, Body, Command, Document, Review, Session, check};
use article_annotator::text::Source;
use common::{TEXTS, analysis, command, play, script};
use proptest::prelude::*;
use proptest::strategy::ValueTree;

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
                Ok(_) if session.undo_steps().len() > before.undo_steps().len() => {
                    prop_assert_eq!(check(session.document()), Ok(()), "{}", shown);
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
        // The same analysis again changes nothing, and one undo takes it back.
        let steps = session.undo_steps().len();
        session.run(Command::ApplyAnalysis(Arc::new(analysis(&source, seed, step)))).unwrap();
        prop_assert_eq!(session.undo_steps().len(), steps);
        while session.undo_steps().len() > taken {
            session.undo();
        }
        prop_assert_eq!(session.document(), &before);
    }
}

/// The scripts would prove little if most commands were refused.
#[test]
fn scripts_reach_every_action() {
    let mut seen = BTreeSet::new();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for i in 0..600 {
        let script = script().new_tree(&mut runner).unwrap().current();
        let (session, _) = play(TEXTS[i % TEXTS.len()], &script);
        seen.extend(session.undo_steps().iter().map(|s| s.action));
    }
    let missing: Vec<_> = ACTIONS.iter().filter(|a| !seen.contains(*a) && **a != "several").collect();
    assert_eq!(missing, Vec::<&&str>::new());
}
