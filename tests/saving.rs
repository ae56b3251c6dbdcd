//! Never lost: whatever is done, saved, left and opened again, document and history are what they were.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the failure report")]

mod common;

use article_annotator::document::{Body, Document, DocumentParts, Session, check};
use article_annotator::formats::native;
use article_annotator::text::{Source, TextRange, TextSize};
use article_annotator::vocabulary::BlockKind;
use common::{Op, TEXTS, command, op, play, script};
use proptest::prelude::*;

/// What can happen between opening the page and leaving it.
#[derive(Clone, Debug)]
enum Event {
    Command(Op),
    Undo,
    Redo,
    /// The text becomes another one: with a paragraph in front of it, or behind it with all annotations gone.
    Text(bool),
    /// The work is written.
    Save,
    /// The page is left and opened again.
    Reload,
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let event = prop_oneof![
        6 => op().prop_map(Event::Command),
        2 => Just(Event::Undo),
        1 => Just(Event::Redo),
        1 => any::<bool>().prop_map(Event::Text),
        3 => Just(Event::Save),
        1 => Just(Event::Reload),
    ];
    prop::collection::vec(event, 0..60)
}

/// What is on the device: the whole, what was written behind it, and the state that this makes.
struct Device {
    whole: String,
    changes: Vec<String>,
    there: Session,
}

impl Device {
    fn new(session: &Session) -> Self {
        Self { whole: native::write_session(session), changes: Vec::new(), there: session.clone() }
    }

    fn save(&mut self, session: &Session) {
        match native::write_change(&self.there, session) {
            Some(change) => {
                self.changes.push(change);
                self.there = session.clone();
            }
            None => *self = Self::new(session),
        }
    }

    fn open(&self) -> Session {
        let opened = native::read_session(&self.whole, &self.changes).unwrap();
        assert!(opened.repairs.is_empty(), "{:?}", opened.repairs);
        opened.session
    }
}

/// Another version of the text: all annotations moved on by a new paragraph, or none left.
fn version(document: &Document, in_front: bool) -> Document {
    let mut parts = DocumentParts::of(document);
    let text = document.source().text();
    if in_front {
        let lead = "Ein neuer Anfang – “so” 🙂.\n\n";
        parts.source = Source::new(format!("{lead}{text}"));
        let moved =
            |range: TextRange| TextRange::new(range.start() + TextSize::of(lead), range.end() + TextSize::of(lead));
        for annotation in &mut parts.annotations {
            match &mut annotation.body {
                Body::Mention(mention) => mention.range = moved(mention.range),
                Body::Quote(quote) => {
                    quote.parts = quote.parts.iter().copied().map(moved).collect();
                    (quote.cue, quote.speaker) = (quote.cue.map(moved), quote.speaker.map(moved));
                    let mut candidates = quote.candidates.to_vec();
                    for candidate in &mut candidates {
                        candidate.range = moved(candidate.range);
                    }
                    quote.candidates = candidates.into();
                }
            }
        }
    } else {
        parts.source = Source::new(format!("{text}\n\nAnother end: ünïcode."));
        (parts.annotations, parts.entities) = (Vec::new(), Vec::new());
    }
    parts.blocks = vec![BlockKind::Body; parts.source.paragraphs().len()];
    (parts.chosen, parts.told) = (Vec::new(), Vec::new());
    parts.assemble().unwrap()
}

fn same(a: &Session, b: &Session) {
    assert_eq!(a.document(), b.document());
    assert_eq!(a.undo_steps(), b.undo_steps());
    assert_eq!(a.redo_steps(), b.redo_steps());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn what_was_saved_is_opened_and_its_history_leads_to_both_ends(text in 0..TEXTS.len(), events in events()) {
        let start = Document::new(Source::new(TEXTS[text]));
        let mut session = Session::new(start.clone());
        let mut device = Device::new(&session);
        for event in events.into_iter().chain([Event::Save, Event::Reload]) {
            match event {
                Event::Command(op) => {
                    if let Some(command) = command(&session, op) {
                        let _ = session.run(command);
                    }
                }
                Event::Undo => drop(session.undo()),
                Event::Redo => drop(session.redo()),
                Event::Text(in_front) => drop(session.edit_text(&version(session.document(), in_front))),
                Event::Save => device.save(&session),
                Event::Reload => {
                    let opened = device.open();
                    same(&opened, &device.there);
                    session = opened;
                    device.there = session.clone();
                }
            }
            prop_assert_eq!(check(session.document()), Ok(()));
        }
        let redoable = session.redo_steps().len();
        let here = session.document().clone();
        let steps = session.undo_steps().len();
        while session.undo().is_some() {}
        prop_assert_eq!(session.document(), &start);
        for _ in 0..steps {
            session.redo();
        }
        prop_assert_eq!(session.document(), &here);
        prop_assert_eq!(session.redo_steps().len(), redoable);
        while session.redo().is_some() {}
        prop_assert_eq!(check(session.document()), Ok(()));
    }

    /// A change that cannot be read takes those behind it with it, is told, and leaves what came before.
    #[test]
    fn a_damaged_change_costs_only_what_comes_after(text in 0..TEXTS.len(), script in script(), at in any::<prop::sample::Index>(), how in 0..4_u8) {
        let mut session = Session::new(Document::new(Source::new(TEXTS[text])));
        let mut device = Device::new(&session);
        let mut states = vec![session.clone()];
        for op in script {
            let Some(command) = command(&session, op) else { continue };
            let count = device.changes.len();
            if session.run(command).is_ok() {
                device.save(&session);
                if device.changes.len() <= count {
                    states.clear();
                }
                states.push(session.clone());
            }
        }
        prop_assume!(!device.changes.is_empty());
        let at = at.index(device.changes.len());
        let change = device.changes[at].clone();
        match how {
            0 => device.changes[at].truncate(change.char_indices().nth(change.chars().count() / 2).map_or(0, |(i, _)| i)),
            1 => device.changes[at].clear(),
            2 => device.changes[at] = "{}".to_owned(),
            _ => device.changes[at] = "null".to_owned(),
        }
        let opened = native::read_session(&device.whole, &device.changes).unwrap();
        prop_assert_eq!(opened.repairs.changes_lost, device.changes.len() - at);
        same(&opened.session, &states[at]);
    }
}

/// One step in a long article writes little.
#[test]
fn a_step_writes_little() {
    let text = TEXTS[2].repeat(400);
    let (mut session, _) = play(&text, &[]);
    let analysis = common::analysis(session.document().source(), 3, 1);
    session.run(article_annotator::document::Command::ApplyAnalysis(std::sync::Arc::new(analysis))).unwrap();
    let before = session.clone();
    let id = session.document().annotations().nth(700).unwrap().id;
    session.run(article_annotator::document::Command::Accept(vec![id])).unwrap();
    let change = native::write_change(&before, &session).unwrap();
    let whole = native::write_session(&session);
    assert!(change.len() < 2_000 && whole.len() > 500_000, "{} of {}", change.len(), whole.len());
    // An analysis is most of the whole; writing it apart would only make the next visit slower.
    let (fresh, _) = play(&text, &[]);
    assert_eq!(native::write_change(&fresh, &before), None);
}
