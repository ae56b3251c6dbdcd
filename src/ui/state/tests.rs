//! Scripts of actions, and what the page knows after them.

use std::sync::Arc;

use super::{
    Action, Analysis, AnalysisAction, AppState, EditAction, Findings, KeepAction, Message, Offer, PageAction,
    ReviewAction, Scope, Screen, SelectAction, Tool, Verdict,
};
use crate::document::{Body, Command, Document, LabelId, Review, Session};
use crate::storage::SessionId;
use crate::text::{Source, TextRange};
use crate::view::{Edge, Filter, InspectedBody, Motion, Step, Way};
use crate::vocabulary::Confidence;

pub(crate) const TEXT: &str = "Ana Díaz met Ben Ode in Lyon.\n\n“Lyon is calm,” said Díaz. Lyon slept.";

pub(crate) fn open() -> AppState {
    let mut state = AppState::default();
    let session = Session::new(Document::new(Source::new(TEXT)));
    state.step(Action::Open { id: SessionId("a".into()), session: Box::new(session), findings: Findings::Own });
    state
}

/// The n-th place of `words`, from 0.
pub(crate) fn at(words: &str, n: usize) -> TextRange {
    let (start, _) = TEXT.match_indices(words).nth(n).expect("the words stand in the text");
    TextRange::at(start as u32, (start + words.len()) as u32)
}

pub(crate) fn mark(state: &mut AppState, words: &str, n: usize, tool: Tool) {
    state.step(SelectAction::Target(Some(at(words, n))));
    state.step(EditAction::Apply(tool));
}

/// The words of all annotations that are not rejected, with what they are.
pub(crate) fn marked(state: &AppState) -> Vec<String> {
    let document = state.document().expect("an article is open");
    let mut all: Vec<_> = document.annotations().filter(|a| a.review != Review::Rejected).collect();
    all.sort_by_key(|a| (a.body.span().start(), a.id));
    all.iter()
        .map(|a| {
            let kind = match &a.body {
                Body::Mention(m) => document.labels()[usize::from(m.label.0)].name.to_string(),
                Body::Quote(q) => format!("{:?}", q.kind),
            };
            format!("{kind} {}", document.source().slice(a.body.span()))
        })
        .collect()
}

pub(crate) const PERSON: Tool = Tool::Label(LabelId::PERSON);
pub(crate) const PLACE: Tool = Tool::Label(LabelId::PLACE);

#[test]
fn marking_selects_what_was_made_and_offers_the_other_places() {
    let mut state = open();
    mark(&mut state, "Lyon", 0, PLACE);
    assert_eq!(marked(&state), ["PLACE Lyon"]);
    assert!(
        state.selection.selected.is_some() && state.selection.inspected.is_some() && state.selection.target.is_none()
    );
    let toast = state.page.toasts.last().expect("a note").clone();
    let all = toast.offers.iter().find(|o| matches!(o, Offer::Others { count: 2, new: true, .. }));
    state.step(Action::Take(toast.turn, all.expect("two more places").clone()));
    assert_eq!(marked(&state), ["PLACE Lyon", "PLACE Lyon", "PLACE Lyon"]);
    // One step, with the first of them.
    state.step(EditAction::Undo);
    assert!(marked(&state).is_empty());
}

#[test]
fn an_offer_taken_late_is_a_step_of_its_own() {
    let mut state = open();
    mark(&mut state, "Lyon", 0, PLACE);
    let toast = state.page.toasts.last().expect("a note").clone();
    mark(&mut state, "Ben Ode", 0, PERSON);
    let offer = toast.offers.iter().find(|o| o.is_for_others()).expect("two more places");
    state.step(Action::Take(toast.turn, offer.clone()));
    assert_eq!(marked(&state).len(), 4);
    state.step(EditAction::Undo);
    assert_eq!(marked(&state), ["PERSON Ben Ode", "PLACE Lyon"]);
}

#[test]
fn all_the_same_words_are_one_step() {
    let mut state = open();
    state.step(SelectAction::Target(Some(at("Lyon", 0))));
    assert_eq!(state.alike(), 3);
    state.step(SelectAction::Scope(Scope::All));
    state.step(EditAction::Apply(PLACE));
    assert_eq!(marked(&state), ["PLACE Lyon", "PLACE Lyon", "PLACE Lyon"]);
    assert!(state.selection.scope == Scope::One && state.alike() == 3);
    // All by one key each: another label, the state of the check, away; and each back by one undo.
    for (action, left) in [
        (Action::Edit(EditAction::Apply(PERSON)), vec!["PERSON Lyon"; 3]),
        (Action::Edit(EditAction::Status(crate::document::CheckStatus::Disputed)), vec!["PLACE Lyon"; 3]),
        (Action::Edit(EditAction::Delete), vec![]),
    ] {
        state.step(SelectAction::Scope(Scope::All));
        state.step(action.clone());
        assert_eq!(marked(&state), left, "{action:?}");
        state.step(EditAction::Undo);
        assert_eq!(marked(&state), vec!["PLACE Lyon"; 3], "{action:?} undone");
    }
    state.step(SelectAction::Scope(Scope::All));
    state.step(SelectAction::Only(None));
    assert!(state.selection.scope == Scope::One, "another selection is one again");
}

#[test]
fn a_mention_joins_another_cluster_or_leaves_for_its_own() {
    let mut state = open();
    mark(&mut state, "Ben Ode", 0, PERSON);
    let ben = state.inspected_entity();
    mark(&mut state, "Ana Díaz", 0, PERSON);
    let ana = state.inspected_entity();
    assert_ne!(ana, ben);
    state.step(EditAction::Link(ben));
    assert_eq!(state.inspected_entity(), ben);
    state.step(EditAction::Link(None));
    assert_ne!(state.inspected_entity(), ben);
    state.step(EditAction::Undo);
    assert_eq!(state.inspected_entity(), ben);
}

#[test]
fn the_word_list_learns_forgets_with_undo_and_outlives_the_article() {
    let mut state = open();
    mark(&mut state, "Ana Díaz", 0, PERSON);
    let id = state.inspected_entity().expect("a person");
    state.step(EditAction::Run(Command::RenameEntity { id, name: "Ana Díaz Ruiz".into() }));
    let known = |state: &AppState| format!("{:?}", state.kept.words.get("Ana Díaz"));
    assert!(known(&state).contains("Ana Díaz Ruiz"));
    assert!(state.page.toasts.last().expect("a note").offers.contains(&Offer::Words));
    state.step(EditAction::Undo);
    assert!(!known(&state).contains("Ruiz"));
    state.step(EditAction::Redo);
    state.step(Action::Start);
    assert!(known(&state).contains("Ana Díaz Ruiz"));
    let mut other = state;
    let session = Session::new(Document::new(Source::new("Here is Ana Díaz.")));
    other.step(Action::Open { id: SessionId("b".into()), session: Box::new(session), findings: Findings::Ask });
    let Analysis::Asked(job) = other.analysis else { panic!("an analysis is asked for") };
    let found = crate::analysis::Analysis {
        blocks: vec![crate::vocabulary::BlockKind::Body],
        ..crate::analysis::Analysis::default()
    };
    other.step(AnalysisAction::Done { job, analysis: Arc::new(found), millis: 1 });
    assert_eq!(marked(&other), ["PERSON Ana Díaz"]);
    assert_eq!(
        other.document().expect("open").entities().next().map(|e| e.name.to_string()),
        Some("Ana Díaz Ruiz".into())
    );
}

#[test]
fn a_list_that_does_not_learn_stays_as_it_is() {
    let mut state = open();
    state.step(KeepAction::Learns(false));
    mark(&mut state, "Ana Díaz", 0, PERSON);
    assert!(state.kept.words.is_empty());
}

#[test]
fn a_quote_takes_its_marks_along() {
    let mut state = open();
    mark(&mut state, "Lyon is calm", 0, Tool::Quote);
    assert_eq!(marked(&state), ["Direct “Lyon is calm,”"]);
}

#[test]
fn a_click_takes_the_smallest_and_further_clicks_go_outward() {
    let mut state = open();
    mark(&mut state, "Lyon is calm", 0, Tool::Quote);
    let quote = state.selection.selected.expect("the quote");
    mark(&mut state, "Lyon", 1, PLACE);
    let place = state.selection.selected.expect("the place");
    state.step(SelectAction::Only(None));
    let ids: std::rc::Rc<[_]> = [place, quote].into();
    let mut seen = Vec::new();
    for _ in 0..3 {
        state.step(SelectAction::Click(std::rc::Rc::clone(&ids)));
        seen.push(state.selection.selected);
    }
    assert_eq!(seen, [Some(place), Some(quote), Some(place)]);
}

#[test]
fn an_armed_label_marks_every_selection_until_escape() {
    let mut state = open();
    state.step(EditAction::Apply(PERSON));
    assert_eq!(state.selection.armed, Some(PERSON));
    state.step(SelectAction::Target(Some(at("Ana Díaz", 0))));
    state.step(SelectAction::Target(Some(at("Ben Ode", 0))));
    assert_eq!(marked(&state), ["PERSON Ana Díaz", "PERSON Ben Ode"]);
    state.step(Action::Back);
    assert_eq!(state.selection.armed, None);
    state.step(SelectAction::Target(Some(at("Lyon", 0))));
    assert_eq!(marked(&state).len(), 2);
}

#[test]
fn labels_change_the_selected_annotation_when_no_words_are_chosen() {
    let mut state = open();
    mark(&mut state, "Lyon", 0, PERSON);
    state.step(EditAction::Apply(PLACE));
    assert_eq!(marked(&state), ["PLACE Lyon"]);
    state.step(EditAction::Undo);
    assert_eq!(marked(&state), ["PERSON Lyon"]);
    state.step(EditAction::Redo);
    assert_eq!(marked(&state), ["PLACE Lyon"]);
}

#[test]
fn deleting_moves_on_to_the_next_annotation_and_can_be_undone() {
    let mut state = open();
    mark(&mut state, "Ana Díaz", 0, PERSON);
    let first = state.selection.selected;
    mark(&mut state, "Ben Ode", 0, PERSON);
    let second = state.selection.selected;
    state.step(SelectAction::Only(first));
    state.step(EditAction::Delete);
    assert_eq!((state.selection.selected, state.selection.roving), (None, second));
    assert_eq!(state.page.reveal.map(|r| (Some(r.id), r.focus)), Some((second, true)));
    state.step(EditAction::Undo);
    assert_eq!(marked(&state), ["PERSON Ana Díaz", "PERSON Ben Ode"]);
}

#[test]
fn edges_move_and_a_refusal_is_told() {
    let mut state = open();
    mark(&mut state, "Ana", 0, PERSON);
    state.step(EditAction::Grow(Some((0, Edge::End)), Step::WordOn));
    assert_eq!(marked(&state), ["PERSON Ana Díaz"]);
    state.step(EditAction::Grow(Some((0, Edge::Start)), Step::WordBack));
    assert_eq!(marked(&state), ["PERSON Ana Díaz"]);
    assert!(matches!(state.page.toasts.last().map(|t| &t.message), Some(Message::Refused(_))));
}

#[test]
fn the_word_cursor_chooses_words_by_key() {
    let mut state = open();
    for (motion, extend) in [(Motion::WordOn, false), (Motion::WordOn, true)] {
        state.step(SelectAction::Cursor { motion, extend });
    }
    assert_eq!(state.selection.target, Some(at("Ana Díaz", 0)));
    state.step(SelectAction::Cursor { motion: Motion::WordBack, extend: true });
    assert_eq!(state.selection.target, Some(at("Ana", 0)));
    state.step(SelectAction::Cursor { motion: Motion::WordOn, extend: false });
    state.step(SelectAction::Cursor { motion: Motion::WordBack, extend: true });
    assert_eq!(state.selection.target, Some(at("Ana Díaz", 0)));
    state.step(EditAction::Apply(PERSON));
    assert_eq!(marked(&state), ["PERSON Ana Díaz"]);
}

#[test]
fn the_word_cursor_keeps_the_selection_so_that_words_can_serve_it() {
    let mut state = open();
    mark(&mut state, "Lyon is calm", 0, Tool::Quote);
    let quote = state.selection.selected;
    state.step(SelectAction::Cursor { motion: Motion::WordOn, extend: false });
    for _ in 0..4 {
        state.step(SelectAction::Cursor { motion: Motion::WordOn, extend: false });
    }
    assert_eq!((state.selection.selected, state.selection.target), (quote, Some(at("said", 0))));
    state.step(EditAction::SetCue);
    let cue = quote.and_then(|id| state.document()?.annotation(id)?.body.quote()?.cue);
    assert_eq!(cue, Some(at("said", 0)));
}

#[test]
fn walking_stops_at_the_ends() {
    let mut state = open();
    mark(&mut state, "Ana Díaz", 0, PERSON);
    let first = state.selection.selected;
    mark(&mut state, "Ben Ode", 0, PERSON);
    let second = state.selection.selected;
    let mut seen = Vec::new();
    for way in [Way::On, Way::Back, Way::Back] {
        state.step(SelectAction::Walk(way));
        seen.push(state.selection.selected);
    }
    assert_eq!(seen, [second, first, first]);
}

#[test]
fn escape_closes_the_uppermost_thing_first() {
    let mut state = open();
    mark(&mut state, "Ana Díaz", 0, PERSON);
    state.step(SelectAction::Target(Some(at("Lyon", 0))));
    state.step(PageAction::Dialog(Some(super::Dialog::Palette)));
    state.step(Action::Back);
    assert!(state.page.dialog.is_none() && state.selection.target.is_some());
    state.step(Action::Back);
    assert!(state.selection.target.is_none() && state.selection.selected.is_some());
    state.step(Action::Back);
    assert!(state.selection.selected.is_none());
}

#[test]
fn only_the_awaited_analysis_counts() {
    let mut state = open();
    state.step(AnalysisAction::Ask);
    let Analysis::Asked(job) = state.analysis else { panic!("an analysis is asked for") };
    let analysis = Arc::new(crate::analysis::Analysis {
        blocks: vec![crate::vocabulary::BlockKind::Body; 2],
        ..crate::analysis::Analysis::default()
    });
    state.step(AnalysisAction::Done { job: job + 1, analysis: Arc::clone(&analysis), millis: 3 });
    assert_eq!(state.analysis, Analysis::Asked(job));
    state.step(AnalysisAction::Done { job, analysis, millis: 3 });
    assert_eq!(state.analysis, Analysis::Done(3));
}

#[test]
fn leaving_and_a_refused_command_lose_nothing() {
    let mut state = open();
    mark(&mut state, "Ana Díaz", 0, PERSON);
    let before = marked(&state);
    state.step(EditAction::Run(Command::Remove(vec![crate::document::AnnotationId(999)])));
    assert_eq!(marked(&state), before);
    state.step(Action::Start);
    assert_eq!((state.page.screen, state.article.open.is_none()), (Screen::Start, true));
}

/// An article with suggestions: words, which of their places, and how sure the engine was, in permille.
pub(crate) fn suggested(found: &[(&str, usize, u16)]) -> AppState {
    use crate::analysis::{Analysis as Found, Entity, EntityIndex, EntityKind, Gender, Mention};
    let mut analysis = Found { blocks: vec![crate::vocabulary::BlockKind::Body; 2], ..Found::default() };
    for &(words, n, sure) in found {
        let entity = analysis.entities.iter().position(|e| &*e.name == words).unwrap_or(analysis.entities.len());
        if entity == analysis.entities.len() {
            analysis.entities.push(Entity {
                kind: EntityKind::Person,
                name: words.into(),
                mentions: vec![],
                gender: Gender::Unknown,
                roles: vec![],
                place: None,
            });
        }
        analysis.entities[entity].mentions.push(analysis.mentions.len() as u32);
        analysis.mentions.push(Mention {
            range: at(words, n),
            kind: EntityKind::Person,
            entity: EntityIndex::new(entity),
            confidence: Confidence::permille(sure),
            evidence: vec![],
        });
    }
    let mut state = open();
    state.step(AnalysisAction::Ask);
    let Analysis::Asked(job) = state.analysis else { panic!("an analysis is asked for") };
    state.step(AnalysisAction::Done { job, analysis: Arc::new(analysis), millis: 1 });
    state
}

#[test]
fn accepting_from_a_confidence_takes_what_is_shown_and_the_review_goes_on_with_the_rest() {
    let found = [("Ana Díaz", 0, 950), ("Ben Ode", 0, 600), ("Lyon", 0, 900), ("Lyon", 1, 400)];
    let mut state = suggested(&found);
    state.step(ReviewAction::Begin);
    state.step(Action::Filter(Filter { words: "lyon".into(), ..Filter::default() }));
    state.step(ReviewAction::AcceptFrom(Confidence::permille(900)));
    let open = state.article.open.as_ref().expect("open").progress;
    assert_eq!((open.reviewed, open.total), (1, 4), "the hidden one is left alone");
    state.step(Action::Filter(Filter::default()));
    state.step(ReviewAction::AcceptFrom(Confidence::permille(500)));
    let run = state.review.run.clone().expect("the review goes on");
    assert_eq!((run.accepted, run.current), (3, state.selection.selected));
    assert_eq!(state.selection.inspected.as_ref().map(|i| i.range), Some(at("Lyon", 1)));
    state.step(EditAction::Undo);
    assert_eq!(state.article.open.as_ref().expect("open").progress.reviewed, 1, "one step");
}

#[test]
fn the_review_decides_all_the_same_words_when_asked() {
    let mut state = suggested(&[("Ana Díaz", 0, 950), ("Lyon", 0, 900), ("Lyon", 1, 400), ("Lyon", 2, 400)]);
    state.step(ReviewAction::Begin);
    state.step(ReviewAction::Decide(Verdict::Accept));
    state.step(SelectAction::Scope(Scope::All));
    state.step(ReviewAction::Decide(Verdict::Reject));
    let run = state.review.run.clone().expect("the review is still there");
    assert_eq!((run.accepted, run.rejected, run.current), (1, 3, None));
    assert_eq!(marked(&state), ["PERSON Ana Díaz"]);
    // What was rejected can be seen and taken back.
    let rejected = Filter { review: crate::view::ReviewFilter::Rejected, ..Filter::default() };
    state.step(Action::Filter(rejected));
    let shown = state.article.open.as_ref().expect("open").panels.shown;
    assert_eq!(shown, 3);
    let id = state.document().and_then(|d| d.annotations().find(|a| a.review == Review::Rejected).map(|a| a.id));
    state.step(SelectAction::Only(id));
    state.step(EditAction::Unreview);
    state.step(Action::Filter(Filter::default()));
    assert_eq!(marked(&state), ["PERSON Ana Díaz", "PERSON Lyon"]);
}

#[test]
fn a_pronoun_stays_the_speakers_words_when_a_person_is_chosen() {
    let text = "Ana Díaz met Ben Ode.\n\n“Calm,” she said.";
    let at = |words: &str| {
        let start = text.find(words).expect("the words stand in the text");
        TextRange::at(start as u32, (start + words.len()) as u32)
    };
    let mut state = AppState::default();
    let session = Box::new(Session::new(Document::new(Source::new(text))));
    state.step(Action::Open { id: SessionId("a".into()), session, findings: Findings::Own });
    for (words, tool) in [("Ana Díaz", PERSON), ("Ben Ode", PERSON), ("“Calm,”", Tool::Quote)] {
        state.step(SelectAction::Target(Some(at(words))));
        state.step(EditAction::Apply(tool));
    }
    let quote = state.selection.selected.expect("the quote");
    let said = |state: &AppState| match &state.document().and_then(|d| d.annotation(quote)).expect("it is there").body {
        Body::Quote(q) => (q.entity.is_some(), q.speaker),
        Body::Mention(_) => panic!("a quote"),
    };
    state.step(SelectAction::Target(Some(at("she"))));
    state.step(EditAction::SpeakerWords);
    assert_eq!(said(&state), (false, Some(at("she"))));
    state.step(EditAction::Speaker(0));
    assert_eq!(said(&state), (true, Some(at("she"))));
    // A name in the text names only its own.
    state.step(SelectAction::Target(Some(at("Ben Ode"))));
    state.step(EditAction::SpeakerWords);
    assert_eq!(said(&state), (true, Some(at("Ben Ode"))));
    let other = state.inspected_quote().and_then(|i| match &i.body {
        InspectedBody::Quote { choices, .. } => choices.iter().position(|c| &*c.name == "Ana Díaz"),
        InspectedBody::Mention { .. } => None,
    });
    state.step(EditAction::Speaker(other.expect("Ana can be chosen")));
    assert_eq!(said(&state), (true, None));
}
