//! Files: what is written can be read back exactly and fits its schema; what is broken is refused in one sentence.

mod common;

use article_annotator::document::{Document, Session};
use article_annotator::formats::native;
use article_annotator::text::Source;
use common::{TEXTS, play, script};
use proptest::prelude::*;

fn schema() -> jsonschema::Validator {
    let text = std::fs::read_to_string("schema/annotations.schema.json").unwrap();
    jsonschema::validator_for(&serde_json::from_str(&text).unwrap()).unwrap()
}

fn violations(schema: &jsonschema::Validator, json: &str) -> Vec<String> {
    let value: serde_json::Value = serde_json::from_str(json).unwrap();
    schema.iter_errors(&value).map(|e| format!("{e} at {}", e.instance_path())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn a_written_file_opens_as_the_same_document(text in 0..TEXTS.len(), script in script()) {
        let (session, _) = play(TEXTS[text], &script);
        let json = native::write(session.document());
        let opened = native::read(&json).unwrap();
        prop_assert!(opened.repairs.is_empty(), "{}", opened.repairs);
        prop_assert_eq!(opened.session.document(), session.document());
        prop_assert_eq!(native::write(opened.session.document()), json);
    }

    #[test]
    fn a_written_file_fits_the_schema(text in 0..TEXTS.len(), script in script()) {
        let (session, _) = play(TEXTS[text], &script);
        let schema = schema();
        prop_assert_eq!(violations(&schema, &native::write(session.document())), Vec::<String>::new());
    }

    #[test]
    fn history_survives_saving(text in 0..TEXTS.len(), script in script(), undone in 0..10_usize) {
        let (mut session, _) = play(TEXTS[text], &script);
        for _ in 0..undone {
            session.undo();
        }
        let mut opened = native::read(&native::write_session(&session)).unwrap();
        prop_assert!(opened.repairs.is_empty(), "{}", opened.repairs);
        prop_assert_eq!(opened.session.undo_steps(), session.undo_steps());
        prop_assert_eq!(opened.session.redo_steps(), session.redo_steps());
        while let (Some(a), Some(b)) = (opened.session.redo(), session.redo()) {
            prop_assert_eq!(a, b);
            prop_assert_eq!(opened.session.document(), session.document());
        }
        while let Some(a) = session.undo() {
            prop_assert_eq!(Some(a), opened.session.undo());
            prop_assert_eq!(opened.session.document(), session.document());
        }
        prop_assert!(opened.session.undo().is_none());
    }
}

#[test]
fn an_empty_session_is_a_valid_file() {
    let session = Session::new(Document::new(Source::new("")));
    assert_eq!(violations(&schema(), &native::write(session.document())), Vec::<String>::new());
}
