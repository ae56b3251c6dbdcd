//! Messages survive the way over and back.

use std::sync::Arc;

use super::*;
use crate::analysis::{
    Analysis, BlockChoice, BlockKind, Candidate, Confidence, EngineTag, Entity, EntityIndex, EntityKind, Evidence,
    Gender, Language, Mention, PlaceFacts, Quote, QuoteKind, SpeakerMention,
};
use crate::text::TextRange;

const TEXT: &str = "“Yes,” Ana Díaz said in Oslo.";

fn analysis() -> Analysis {
    Analysis {
        language: Language::ENGLISH,
        blocks: vec![BlockKind::Body],
        articles: vec![0],
        mentions: vec![
            Mention {
                range: TextRange::at(11, 20),
                kind: EntityKind::Person,
                entity: EntityIndex::new(0),
                confidence: Confidence::permille(900),
                evidence: vec![Evidence::new("first-name", "Ana")],
            },
            Mention {
                range: TextRange::at(29, 33),
                kind: EntityKind::Place,
                entity: EntityIndex::new(1),
                confidence: Confidence::permille(700),
                evidence: vec![],
            },
        ],
        entities: vec![
            Entity {
                kind: EntityKind::Person,
                name: "Ana Díaz".into(),
                mentions: vec![0],
                gender: Gender::Feminine,
                roles: vec!["minister".into()],
                place: None,
            },
            Entity {
                kind: EntityKind::Place,
                name: "Oslo".into(),
                mentions: vec![1],
                gender: Gender::Unknown,
                roles: vec![],
                place: Some(PlaceFacts {
                    country: "NO".into(),
                    kind: "city",
                    latitude_e2: 5991,
                    longitude_e2: 1075,
                    population_rank: 5,
                }),
            },
        ],
        quotes: vec![Quote {
            kind: QuoteKind::Direct,
            parts: vec![TextRange::at(0, 10)],
            cue: Some(TextRange::at(21, 25)),
            speaker: Some(SpeakerMention { range: TextRange::at(11, 20), entity: Some(EntityIndex::new(0)) }),
            candidates: vec![Candidate {
                entity: Some(EntityIndex::new(0)),
                range: TextRange::at(11, 20),
                score: Confidence::permille(950),
                evidence: Evidence::new("cue-after", "said"),
            }],
            confidence: Confidence::permille(980),
            evidence: vec![Evidence::new("marks", "“”")],
            unclosed: false,
        }],
        engine: EngineTag { version: "1".into(), model: "ab".into() },
    }
}

fn wire_json() -> serde_json::Value {
    serde_json::to_value(WireAnalysis::from(&analysis())).unwrap()
}

#[test]
fn an_analysis_survives_the_way() {
    let json = WireAnalysis::from(&analysis()).to_json();
    assert_eq!(WireAnalysis::from_json(&json).and_then(|wire| wire.resolve(TEXT)), Ok(analysis()));
}

/// A place in a message, what to put there, and what must be said of it.
#[test]
fn broken_messages_are_refused() {
    let cases = [
        ("/mentions/0/range", serde_json::json!([11, 900]), WireError::Range),
        ("/mentions/0/range", serde_json::json!([20, 11]), WireError::Range),
        ("/quotes/0/parts/0", serde_json::json!([1, 10]), WireError::Range),
        ("/mentions/1/entity", serde_json::json!(2), WireError::Reference),
        ("/entities/0/mentions", serde_json::json!([7]), WireError::Reference),
        ("/quotes/0/speaker/entity", serde_json::json!(9), WireError::Reference),
        ("/quotes/0/parts", serde_json::json!([]), WireError::EmptyQuote),
        ("/quotes/0/kind", serde_json::json!(77), WireError::Code),
        ("/entities/1/place/kind", serde_json::json!("moon"), WireError::Code),
        ("/blocks", serde_json::json!([200]), WireError::Code),
        ("/language", serde_json::json!("german"), WireError::Code),
    ];
    for (place, value, expected) in cases {
        let mut json = wire_json();
        *json.pointer_mut(place).unwrap() = value;
        let wire = WireAnalysis::from_json(&json.to_string());
        assert_eq!(wire.and_then(|wire| wire.resolve(TEXT)), Err(expected), "{place}");
    }
    for odd in ["", "{}", "[1]", "what?"] {
        assert_eq!(WireAnalysis::from_json(odd), Err(WireError::Json), "{odd}");
    }
}

#[test]
fn choices_survive_the_way() {
    for kind in [BlockKind::Headline, BlockKind::Body, BlockKind::Furniture] {
        let choice = BlockChoice { paragraph: 3, kind };
        assert_eq!(WireBlock::from(choice).resolve(), Ok(choice));
    }
}

fn submit(queue: &mut Queue, text: &str, now: u64) -> (JobId, Vec<Effect>) {
    queue.submit(Arc::from(text), Arc::from([]), None, now)
}

/// The text of a request that is to be sent.
fn sent(effects: &[Effect]) -> Vec<&str> {
    effects
        .iter()
        .filter_map(|entity| if let Effect::Send(request) = entity { Some(&*request.text) } else { None })
        .collect()
}

fn ready_queue() -> Queue {
    let mut queue = Queue::default();
    assert_eq!(queue.warm_up(0), [Effect::Spawn]);
    assert!(queue.ready(PROTOCOL, 10).is_empty());
    queue
}

#[test]
fn a_request_waits_for_the_worker() {
    let mut queue = Queue::default();
    let (job, effects) = submit(&mut queue, "a", 0);
    assert_eq!(effects, [Effect::Spawn]);
    assert_eq!(sent(&queue.ready(PROTOCOL, 5)), ["a"]);
    let (wanted, effects) = queue.finished(job, 6);
    assert_eq!(wanted.unwrap().job, job);
    assert!(effects.is_empty());
    assert!(!queue.is_busy());
    assert_eq!(queue.deadline(), None);
}

#[test]
fn the_latest_request_wins() {
    let mut queue = ready_queue();
    let (first, effects) = submit(&mut queue, "a", 0);
    assert_eq!(sent(&effects), ["a"]);
    assert!(submit(&mut queue, "b", 1).1.is_empty());
    assert!(submit(&mut queue, "c", 2).1.is_empty());
    assert!(!queue.progress(first, 3), "progress of a replaced request is not shown");
    let (wanted, effects) = queue.finished(first, 4);
    assert_eq!(wanted, None, "an answer to a replaced request is dropped");
    assert_eq!(sent(&effects), ["c"]);
}

#[test]
fn a_late_answer_is_ignored() {
    let mut queue = ready_queue();
    let (job, _) = submit(&mut queue, "a", 0);
    let before = queue.clone();
    assert_eq!(queue.finished(JobId(job.0 + 1), 1), (None, vec![]));
    assert!(!queue.progress(JobId(99), 1));
    assert!(queue.ready(PROTOCOL, 1).is_empty());
    assert_eq!(queue, before);
}

#[test]
fn a_request_that_breaks_a_worker_is_tried_once_more() {
    let mut queue = ready_queue();
    let (job, _) = submit(&mut queue, "a", 0);
    assert_eq!(queue.crashed(1), [Effect::Spawn, Effect::Tell(Trouble::Restarted)]);
    assert_eq!(sent(&queue.ready(PROTOCOL, 2)), ["a"]);
    assert_eq!(queue.crashed(3), [Effect::Spawn, Effect::Tell(Trouble::GaveUp(job))]);
    assert!(queue.ready(PROTOCOL, 4).is_empty());
    assert_eq!(sent(&submit(&mut queue, "b", 5).1), ["b"], "the next request runs");
}

#[test]
fn a_silent_worker_is_replaced() {
    let mut queue = ready_queue();
    let (job, _) = submit(&mut queue, "a", 0);
    let limit = queue.deadline().unwrap();
    assert!(queue.tick(limit - 1).is_empty());
    assert!(queue.progress(job, limit - 1));
    assert!(queue.tick(limit).is_empty(), "progress is a sign of life");
    assert_eq!(queue.tick(2 * limit), [Effect::Spawn, Effect::Tell(Trouble::Restarted)]);
}

#[test]
fn a_long_text_has_more_time() {
    let mut queue = ready_queue();
    submit(&mut queue, "a", 0);
    let short = queue.deadline().unwrap();
    let mut queue = ready_queue();
    submit(&mut queue, &"a".repeat(1_000_000), 0);
    assert_eq!(queue.deadline().unwrap(), short + 100_000);
}

#[test]
fn a_worker_that_never_starts_is_tried_twice() {
    let mut queue = Queue::default();
    submit(&mut queue, "a", 0);
    let limit = queue.deadline().unwrap();
    assert_eq!(queue.tick(limit), [Effect::Spawn]);
    assert_eq!(queue.crashed(limit + 1), [Effect::Terminate, Effect::Tell(Trouble::NoWorker)]);
    assert!(!queue.is_busy());
    assert_eq!(submit(&mut queue, "b", limit + 2).1, [Effect::Spawn], "the next request tries again");
}

#[test]
fn another_version_is_refused_for_good() {
    let mut queue = Queue::default();
    submit(&mut queue, "a", 0);
    assert_eq!(queue.ready(PROTOCOL + 1, 1), [Effect::Terminate, Effect::Tell(Trouble::Mismatch)]);
    assert_eq!(submit(&mut queue, "b", 2).1, [Effect::Tell(Trouble::Mismatch)]);
    assert!(!queue.is_busy());
}

#[test]
fn cancelling_ends_the_worker_that_runs() {
    let mut queue = ready_queue();
    assert!(queue.cancel(0).is_empty());
    submit(&mut queue, "a", 0);
    submit(&mut queue, "b", 0);
    assert_eq!(queue.cancel(1), [Effect::Spawn]);
    assert!(queue.ready(PROTOCOL, 2).is_empty(), "nothing is left to do");
}

#[test]
fn an_idle_worker_that_dies_is_replaced() {
    let mut queue = ready_queue();
    assert_eq!(queue.crashed(1), [Effect::Spawn, Effect::Tell(Trouble::Restarted)]);
}
