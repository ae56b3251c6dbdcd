//! Files: what is written can be read back exactly and fits its schema; what is broken is refused in one sentence.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the failure report")]

mod common;

use std::sync::Arc;

use article_annotator::document::{
    CheckStatus, Command, Document, DocumentParts, Label, LabelId, Session, Shape, check,
};
use article_annotator::formats::{native, open};
use article_annotator::text::{Source, TextRange};
use article_annotator::vocabulary::{BlockKind, QuoteKind};
use common::{TEXTS, analysis, play, script};
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
        prop_assert!(opened.repairs.is_empty(), "{:?}", opened.repairs);
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
        prop_assert!(opened.repairs.is_empty(), "{:?}", opened.repairs);
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

const ARTICLE: &str =
    "📰 Ana Díaz said on Monday, “Prices rose in Lyon.”\nDíaz left. “It is,” the minister added, “over.”";

fn at(words: &str) -> TextRange {
    let start = ARTICLE.find(words).unwrap();
    TextRange::at(start as u32, (start + words.len()) as u32)
}

/// The session whose file is kept in `tests/fixtures/v1`.
fn sample() -> Session {
    let mut session = Session::new(Document::new(Source::new(ARTICLE)));
    let mut analysis = analysis(session.document().source(), 0, 2);
    analysis.quotes.truncate(1);
    analysis.mentions.truncate(4);
    let label = Label { name: "DATE".into(), key: Some('d'), color: 4, shape: Shape::Box };
    let place = LabelId::PLACE;
    for command in [
        Command::ApplyAnalysis(Arc::new(analysis)),
        Command::SetTitle("Prices “up” 📈".into()),
        Command::PutLabel { id: None, label },
        Command::AddMentions { ranges: vec![at("Lyon")], label: place, entity: None },
        Command::AddQuote { parts: vec![at("“It is,”"), at("“over.”")], kind: QuoteKind::Direct },
        Command::SetBlock { paragraph: 1, kind: BlockKind::Byline },
    ] {
        session.run(command).unwrap();
    }
    let quote = session.document().annotations().last().unwrap().id;
    let first = session.document().annotations().next().unwrap().id;
    let person = session.document().entities().next().unwrap().id;
    for command in [
        Command::SetSpeaker { id: quote, entity: Some(person), mention: Some(at("the minister")) },
        Command::SetCue { id: quote, cue: Some(at("added")) },
        Command::SetNote { id: quote, note: "check the tape".into() },
        Command::SetStatus { ids: vec![quote], status: CheckStatus::Disputed },
        Command::RenameEntity { id: person, name: "Somebody".into() },
        Command::Reject(vec![first]),
    ] {
        session.run(command).unwrap();
    }
    session.undo();
    session
}

/// Files of every version stay readable. To add the fixture of a new version: `WRITE_FIXTURES=1 cargo test --test formats`.
#[test]
fn files_of_version_1_open() {
    let session = sample();
    let files = [("document", native::write(session.document())), ("session", native::write_session(&session))];
    for (name, written) in files {
        let path = format!("tests/fixtures/v{}/{name}.json", native::VERSION);
        if std::env::var_os("WRITE_FIXTURES").is_some() {
            std::fs::write(&path, &written).unwrap();
        }
        let opened = native::read(&std::fs::read_to_string(format!("tests/fixtures/v1/{name}.json")).unwrap()).unwrap();
        assert!(opened.repairs.is_empty(), "{:?}", opened.repairs);
        // They are older than the language of an article.
        let parts = DocumentParts { language: None, ..DocumentParts::of(session.document()) };
        assert_eq!(*opened.session.document(), parts.assemble().unwrap());
        let steps = if name == "session" { session.undo_steps().len() } else { 0 };
        assert_eq!(opened.session.undo_steps().len(), steps);
    }
}

/// What the schema says of offsets, checked as any reader would.
#[test]
fn every_span_says_the_words_it_covers() {
    let file: serde_json::Value = serde_json::from_str(&native::write(sample().document())).unwrap();
    let text: Vec<char> = file["text"].as_str().unwrap().chars().collect();
    let mut spans = 0;
    let mut todo = vec![&file];
    while let Some(value) = todo.pop() {
        match value {
            serde_json::Value::Array(all) => todo.extend(all),
            serde_json::Value::Object(all) => {
                todo.extend(all.values());
                if let (Some(start), Some(end), Some(words)) = (all.get("start"), all.get("end"), all.get("text")) {
                    let slice = &text[start.as_u64().unwrap() as usize..end.as_u64().unwrap() as usize];
                    assert_eq!(slice.iter().collect::<String>(), words.as_str().unwrap());
                    spans += 1;
                }
            }
            _ => {}
        }
    }
    assert!(spans > 10, "{spans}");
}

/// The sample's file after a change of its JSON.
fn changed(change: impl Fn(&mut serde_json::Value)) -> String {
    let mut file: serde_json::Value = serde_json::from_str(&native::write(sample().document())).unwrap();
    change(&mut file);
    file.to_string()
}

#[test]
fn bad_files_are_refused_with_the_reason() {
    let whole = native::write(sample().document());
    let half = &whole[..whole.floor_char_boundary(whole.len() / 2)];
    let deep = "[".repeat(100_000);
    let table: Vec<(&str, String, &str)> = vec![
        ("empty", String::new(), "Empty"),
        ("blank", " \n".into(), "Empty"),
        ("half", half.into(), "Truncated"),
        ("not JSON", "{\"format\": article-annotator}".into(), "BadJson { line: 1"),
        ("deep", deep, "BadJson"),
        ("a list", "[1, 2]".into(), "NotOurs"),
        ("another format", "{\"format\": \"other\", \"version\": 1}".into(), "NotOurs"),
        ("a number", "7".into(), "NotOurs"),
        ("newer", changed(|f| f["version"] = 2.into()), "Newer { version: 2, known: 1"),
        ("no version", changed(|f| f["version"] = serde_json::Value::Null), "NoVersion"),
        ("no text", changed(|f| drop(f.as_object_mut().unwrap().remove("text"))), "missing field `text`"),
        ("NUL", changed(|f| f["text"] = "a\0b".into()), "NulBytes"),
        ("other text", changed(|f| f["text"] = "Nothing of it is here.".into()), "NothingFits"),
        ("unknown label", changed(|f| f["mentions"][0]["label"] = "X".into()), "UnlistedLabel(\"X\")"),
        ("unknown word", changed(|f| f["quotes"][0]["review"] = "maybe".into()), "Word(Review, \"maybe\")"),
        ("unknown cluster", changed(|f| f["mentions"][0]["cluster"] = 999.into()), "Inconsistent(Reference("),
        ("same id", changed(|f| f["mentions"][0]["id"] = f["mentions"][1]["id"].clone()), "TwiceTheSameId"),
        ("id too large", changed(|f| f["mentions"][0]["id"] = u32::MAX.into()), "Id(4294967295)"),
        ("confidence", changed(|f| f["mentions"][0]["confidence"] = 1.5.into()), "Confidence(\"1.5\")"),
        ("negative", changed(|f| f["mentions"][0]["start"] = (-1).into()), "BadValue(Parser"),
        ("color", changed(|f| f["labels"][0]["color"] = 99.into()), "Color(99)"),
        ("labels", changed(|f| f["labels"][3]["name"] = "PERSON".into()), "Inconsistent(Labels)"),
        ("no parts", changed(|f| f["quotes"][0]["parts"] = serde_json::json!([])), ""),
    ];
    for (name, json, part) in table {
        match native::read(&json) {
            Err(error) => {
                let reason = error.to_string();
                assert!(reason.contains(part), "{name}: {reason}");
                assert!(reason.len() < 260 && !reason.contains('\n'), "{name}: {reason}");
            }
            Ok(opened) => assert!(part.is_empty() && opened.repairs.dropped == 1, "{name} was taken"),
        }
    }
}

/// Shifts every offset of a file by `shift`.
fn shift(value: &mut serde_json::Value, shift: &dyn Fn(u64) -> u64) {
    match value {
        serde_json::Value::Array(all) => all.iter_mut().for_each(|v| self::shift(v, shift)),
        serde_json::Value::Object(all) => {
            for (key, v) in all {
                match (key.as_str(), v.as_u64()) {
                    ("start" | "end", Some(offset)) => *v = shift(offset).into(),
                    _ => self::shift(v, shift),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn offsets_in_another_unit_are_converted() {
    let expected = sample();
    let units = [(native::Unit::Utf16, char::len_utf16 as fn(char) -> usize), (native::Unit::Bytes, char::len_utf8)];
    for (name, unit) in units {
        let convert = |n: u64| ARTICLE.chars().take(n as usize).map(unit).sum::<usize>() as u64;
        let opened = native::read(&changed(|f| shift(f, &convert))).unwrap();
        assert_eq!(opened.session.document(), expected.document());
        assert_eq!(opened.repairs.unit, Some(name));
    }
}

#[test]
fn an_edited_text_keeps_what_can_be_found() {
    let edited = ARTICLE.replace("on Monday", "late on Monday").replace("Lyon", "Nice");
    let opened = native::read(&changed(|f| f["text"] = edited.as_str().into())).unwrap();
    let document = opened.session.document();
    assert!(opened.repairs.text_changed && opened.repairs.moved > 3, "{:?}", opened.repairs);
    assert!(opened.repairs.dropped >= 2, "{:?}", opened.repairs);
    let parts = document.annotations().last().unwrap().body.parts().to_vec();
    let words: Vec<_> = parts.iter().map(|&p| document.source().slice(p)).collect();
    assert_eq!(words, ["“It is,”", "“over.”"]);
    let out_of_range = native::read(&changed(|f| f["mentions"][1]["end"] = 9_999.into())).unwrap();
    assert_eq!(out_of_range.session.document(), sample().document());
    assert_eq!(out_of_range.repairs.moved, 1);
}

#[test]
fn a_history_that_does_not_fit_is_left_out() {
    let session = sample();
    let mut file: serde_json::Value = serde_json::from_str(&native::write_session(&session)).unwrap();
    file["history"]["undo"][0]["changes"][0] = serde_json::json!({ "no_annotation": 1 });
    file["history"]["undo"].as_array_mut().unwrap().truncate(3);
    let opened = native::read(&file.to_string()).unwrap();
    assert_eq!(opened.session.document(), session.document());
    assert!(opened.repairs.history_lost || !opened.session.undo_steps().is_empty());
    file["history"]["undo"][0]["action"] = "unheard-of".into();
    assert!(native::read(&file.to_string()).unwrap().repairs.history_lost);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    /// Any bytes at any place of a file: refused or repaired, never a panic, and what opens keeps the invariants.
    #[test]
    fn a_damaged_file_never_panics(place in any::<prop::sample::Index>(), junk in "[\\[\\]{}\":,0-9a-z]{0,6}", cut in 0..8_usize) {
        let whole = native::write_session(&sample());
        let from = whole.floor_char_boundary(place.index(whole.len()));
        let to = whole.ceil_char_boundary((from + cut).min(whole.len()));
        let damaged = format!("{}{junk}{}", &whole[..from], &whole[to..]);
        if let Ok(opened) = native::read(&damaged) {
            prop_assert_eq!(check(opened.session.document()), Ok(()));
        }
    }

    #[test]
    fn any_bytes_open_or_are_refused(name in "[a-z]{0,3}\\.(txt|md|html|json)?", bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = open(&name, &bytes);
    }

    #[test]
    fn any_text_opens_or_is_refused(name in "[a-z]{0,3}\\.(txt|md|html|json)?", text in "\\PC{0,40}([<>*_\\[\\]()#|`\n-]{0,3}[a-z ]{0,5}){0,20}") {
        let _ = open(&name, text.as_bytes());
    }
}

#[test]
fn a_language_is_kept_with_who_said_it() {
    use article_annotator::vocabulary::{Language, LanguageBy};
    let persian = Language::from_tag("fa").unwrap();
    let mut session = Session::new(Document::new(Source::new("نخست‌وزیر آمد.")));
    let untold = native::write(session.document());
    assert!(!untold.contains("\"lang"), "{untold}");
    assert_eq!(native::read(&untold).unwrap().session.document().language(), None);
    let before = session.clone();
    session.run(Command::SetLanguage(Some(persian))).unwrap();
    let json = native::write(session.document());
    assert_eq!(violations(&schema(), &json), Vec::<String>::new());
    let known = native::read(&json).unwrap().session.document().language().unwrap();
    assert_eq!((known.language, known.by), (persian, LanguageBy::Person));
    let whole = native::write_session(&session);
    assert_eq!(native::read(&whole).unwrap().session, native::read_session(&whole, &[""; 0]).unwrap().session);
    let change = native::write_change(&before, &session).unwrap();
    let replayed = native::read_session(&native::write_session(&before), &[change]).unwrap();
    assert_eq!(replayed.session.document(), session.document());
    let mut replayed = replayed.session;
    replayed.undo().unwrap();
    assert_eq!(replayed.document().language(), None);
    // A code of another program's making is none: the language is found out.
    let odd = json.replace("\"fa\"", "\"farsi\"");
    assert_eq!(native::read(&odd).unwrap().session.document().language(), None);
    let page = article_annotator::formats::Export::Page.write(session.document());
    assert!(page.contains("<html lang=\"fa\" dir=\"rtl\">"), "{page}");
}
