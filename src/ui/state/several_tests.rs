//! Several annotations at once, the edges of several parts, words without a name, and labels that are gone.

use super::tests::{PERSON, PLACE, at, mark, marked, open, suggested};
use super::{Action, AppState, EditAction, Findings, Message, ReviewAction, SelectAction, Tool, Verdict};
use crate::document::{
    AnnotationId, Body, CheckStatus, Command, DocumentParts, Label, LabelId, Review, Session, Shape, SpeakerCandidate,
};
use crate::storage::SessionId;
use crate::text::TextRange;
use crate::view::{Edge, Filter, Step, Way};
use crate::vocabulary::Confidence;

/// The words of what is selected, in reading order.
fn chosen(state: &AppState) -> Vec<String> {
    let document = state.document().expect("an article is open");
    let ids = state.several().unwrap_or_else(|| state.selection.selected.into_iter().collect());
    let words = |id: AnnotationId| document.annotation(id).map(|a| document.source().slice(a.body.span()).to_owned());
    ids.into_iter().filter_map(words).collect()
}

/// Ana Díaz, Ben Ode and the first Lyon, all people, nothing selected.
fn three() -> (AppState, [AnnotationId; 3]) {
    let mut state = open();
    let ids = [("Ana Díaz", 0), ("Ben Ode", 0), ("Lyon", 0)].map(|(words, n)| {
        mark(&mut state, words, n, PERSON);
        state.selection.selected.expect("what was marked")
    });
    state.step(SelectAction::Only(None));
    (state, ids)
}

fn toggle(state: &mut AppState, id: AnnotationId) {
    state.step(SelectAction::Toggle([id].into()));
}

#[test]
fn a_click_with_control_adds_and_takes_away_and_a_plain_one_begins_anew() {
    let (mut state, [ana, ben, lyon]) = three();
    for id in [lyon, ana, ben] {
        toggle(&mut state, id);
    }
    assert_eq!(chosen(&state), ["Ana Díaz", "Ben Ode", "Lyon"]);
    assert!(matches!(state.page.announced, Some((_, Message::Chosen(3)))));
    toggle(&mut state, ben);
    assert_eq!((chosen(&state), state.selection.selected), (vec!["Ana Díaz".to_owned(), "Lyon".to_owned()], Some(ana)));
    toggle(&mut state, lyon);
    assert_eq!((state.several(), state.selection.only()), (None, Some(ana)));
    toggle(&mut state, lyon);
    state.step(SelectAction::Click([ben].into()));
    assert_eq!(chosen(&state), ["Ben Ode"]);
    toggle(&mut state, ana);
    state.step(Action::Back);
    assert!(chosen(&state).is_empty());
}

#[test]
fn keys_add_the_neighbors_and_going_back_leaves_them() {
    let (mut state, [ana, ..]) = three();
    state.step(SelectAction::Jump(ana));
    for (way, expected) in [
        (Way::On, vec!["Ana Díaz", "Ben Ode"]),
        (Way::On, vec!["Ana Díaz", "Ben Ode", "Lyon"]),
        (Way::Back, vec!["Ana Díaz", "Ben Ode"]),
        (Way::Back, vec!["Ana Díaz"]),
    ] {
        state.step(SelectAction::Extend(way));
        assert_eq!(chosen(&state), expected);
    }
}

#[test]
fn while_adding_clicks_and_lists_add_and_walking_leaves_the_selection_alone() {
    let (mut state, [ana, ben, lyon]) = three();
    state.step(SelectAction::Jump(ana));
    state.step(SelectAction::Adding(true));
    state.step(SelectAction::Walk(Way::On));
    assert_eq!((chosen(&state), state.selection.roving), (vec!["Ana Díaz".to_owned()], Some(ben)));
    state.step(SelectAction::Click([lyon].into()));
    state.step(SelectAction::Jump(ben));
    state.step(SelectAction::Click([].into()));
    assert_eq!(chosen(&state).len(), 3, "a tap beside the marks is nothing");
    state.step(Action::Back);
    assert!(!state.selection.adding && chosen(&state).is_empty());
    // Without a key for Escape: what is selected is closed.
    state.step(SelectAction::Jump(ana));
    state.step(SelectAction::Adding(true));
    state.step(SelectAction::Only(None));
    assert!(!state.selection.adding);
}

#[test]
fn what_lies_within_the_chosen_words_is_selected() {
    let (mut state, _) = three();
    mark(&mut state, "Lyon is calm", 0, Tool::Quote);
    let range = at("Díaz met Ben Ode in Lyon", 0);
    state.step(SelectAction::Target(Some(range)));
    state.step(SelectAction::Within);
    assert_eq!(chosen(&state), ["Ben Ode", "Lyon"]);
    assert_eq!(state.selection.target, None);
    state.step(SelectAction::Target(Some(at("said", 0))));
    state.step(SelectAction::Within);
    assert!(matches!(state.page.toasts.last().map(|t| &t.message), Some(Message::Refused(_))));
}

/// Each is one step, and what it was done to stays selected, after undo, too.
#[test]
fn what_is_done_to_several_is_one_step() {
    let (mut state, ids) = three();
    mark(&mut state, "Lyon is calm", 0, Tool::Quote);
    let quote = state.selection.selected.expect("the quote");
    state.step(SelectAction::Only(None));
    for id in ids.into_iter().chain([quote]) {
        toggle(&mut state, id);
    }
    let before = marked(&state);
    let statuses = |state: &AppState| {
        let disputed = |a: &&std::sync::Arc<crate::document::Annotation>| a.status == CheckStatus::Disputed;
        state.document().expect("open").annotations().filter(disputed).count()
    };
    state.step(EditAction::Status(CheckStatus::Disputed));
    assert_eq!(statuses(&state), 4);
    state.step(EditAction::Undo);
    assert_eq!((statuses(&state), chosen(&state).len()), (0, 4));
    state.step(EditAction::Apply(PLACE));
    assert_eq!(marked(&state), ["PLACE Ana Díaz", "PLACE Ben Ode", "PLACE Lyon", "PLACE Lyon is calm"]);
    state.step(EditAction::Undo);
    assert_eq!((marked(&state), chosen(&state).len()), (before.clone(), 4));
    state.step(EditAction::Apply(Tool::Quote));
    assert!(marked(&state).iter().all(|line| !line.starts_with("PERSON")));
    state.step(EditAction::Undo);
    assert_eq!(marked(&state), before);
    state.step(EditAction::Delete);
    assert!(marked(&state).is_empty() && chosen(&state).is_empty());
    state.step(EditAction::Undo);
    assert_eq!(marked(&state), before);
}

#[test]
fn several_names_become_one_person_or_leave_together() {
    let (mut state, [ana, ben, lyon]) = three();
    let cluster = |state: &AppState, id| match &state.document().and_then(|d| d.annotation(id)).expect("there").body {
        Body::Mention(mention) => mention.entity,
        Body::Quote(_) => None,
    };
    for id in [ben, lyon, ana] {
        toggle(&mut state, id);
    }
    state.step(EditAction::Link(cluster(&state, ana)));
    assert_eq!(state.document().expect("open").entities().count(), 1);
    state.step(EditAction::Undo);
    assert_eq!(state.document().expect("open").entities().count(), 3);
    toggle(&mut state, ana);
    state.step(EditAction::Link(None));
    assert_eq!(cluster(&state, ben), cluster(&state, lyon));
    assert_ne!(cluster(&state, ben), cluster(&state, ana));
}

#[test]
fn several_suggestions_are_decided_at_once_and_the_review_counts_them() {
    let mut state = suggested(&[("Ana Díaz", 0, 950), ("Ben Ode", 0, 900), ("Lyon", 0, 900), ("Lyon", 1, 400)]);
    let ids: Vec<_> = state.document().expect("open").in_reading_order().iter().map(|a| a.id).collect();
    state.step(ReviewAction::Begin);
    toggle(&mut state, ids[2]);
    state.step(ReviewAction::Decide(Verdict::Accept));
    let run = state.review.run.clone().expect("the review goes on");
    assert_eq!((run.accepted, run.current), (2, Some(ids[1])));
    toggle(&mut state, ids[3]);
    state.step(ReviewAction::DecideSelected(Verdict::Reject));
    let run = state.review.run.clone().expect("the review is still there");
    assert_eq!((run.accepted, run.rejected, run.current), (2, 2, None));
    state.step(ReviewAction::End);
    for id in [ids[0], ids[2]] {
        toggle(&mut state, id);
    }
    state.step(EditAction::Unreview);
    let reviews =
        |state: &AppState, wanted| state.document().expect("open").annotations().filter(|a| a.review == wanted).count();
    assert_eq!(reviews(&state, Review::Suggested), 2);
    state.step(ReviewAction::DecideSelected(Verdict::Accept));
    assert_eq!(reviews(&state, Review::Accepted), 2);
}

/// The filter hides what was accepted: what is still shown stays selected.
#[test]
fn what_is_no_longer_shown_leaves_the_selection() {
    let (mut state, [ana, ben, lyon]) = three();
    for id in [lyon, ben, ana] {
        toggle(&mut state, id);
    }
    state.step(Action::Filter(Filter { words: "lyon".into(), ..Filter::default() }));
    assert_eq!((chosen(&state), state.several()), (vec!["Lyon".to_owned()], None));
}

#[test]
fn the_edge_key_goes_round_all_parts_of_a_quote() {
    let mut state = open();
    mark(&mut state, "Lyon is calm", 0, Tool::Quote);
    state.step(SelectAction::Target(Some(at("Lyon slept", 0))));
    state.step(EditAction::AddPart);
    let parts = |state: &AppState| -> Vec<String> {
        let document = state.document().expect("open");
        let id = state.selection.selected.expect("the quote");
        let parts = document.annotation(id).expect("there").body.parts();
        parts.iter().map(|&part| document.source().slice(part).to_owned()).collect()
    };
    let mut seen = Vec::new();
    for _ in 0..4 {
        state.step(SelectAction::SwitchEdge);
        let Some((_, Message::Edge(part, edge, 2))) = state.page.announced else { panic!("it is told") };
        seen.push((part, edge));
    }
    assert_eq!(seen, [(0, Edge::Start), (0, Edge::End), (1, Edge::Start), (1, Edge::End)]);
    for _ in 0..2 {
        state.step(SelectAction::SwitchEdge);
    }
    state.step(EditAction::Grow(None, Step::WordOn));
    assert_eq!(parts(&state), ["“Lyon is calm,” said", "Lyon slept"]);
    state.step(SelectAction::SwitchEdge);
    state.step(EditAction::Grow(None, Step::WordOn));
    assert_eq!(parts(&state), ["“Lyon is calm,” said", "slept"]);
    // Another annotation: its outer edge again.
    mark(&mut state, "Ana", 0, PERSON);
    state.step(SelectAction::SwitchEdge);
    state.step(EditAction::Grow(None, Step::WordOn));
    assert!(marked(&state)[0].ends_with("Ana Díaz"), "{:?}", marked(&state));
}

#[test]
fn what_is_armed_and_hidden_follows_its_label_when_another_is_deleted() {
    let mut state = open();
    for name in ["BOAT", "EVENT", "DATE"] {
        let label = Label { name: name.into(), key: None, color: 4, shape: Shape::Wavy };
        state.step(EditAction::Run(Command::PutLabel { id: None, label }));
    }
    mark(&mut state, "Lyon", 0, Tool::Label(LabelId(3)));
    assert!(state.page.toasts.iter().any(|t| t.offers.iter().any(super::Offer::is_for_others)));
    state.step(SelectAction::Only(None));
    state.step(EditAction::Apply(Tool::Label(LabelId(5))));
    let hidden = Filter { hidden_labels: [LabelId(3), LabelId(4)].into(), ..Filter::default() };
    state.step(Action::Filter(hidden));
    assert_eq!((state.uses(LabelId(3)), state.uses(LabelId(4))), (1, 0));
    state.step(EditAction::Run(Command::RemoveLabel { id: LabelId(3), into: None }));
    assert_eq!(state.selection.armed, Some(Tool::Label(LabelId(4))));
    assert_eq!(state.article.filter.hidden_labels, [LabelId(3)].into());
    assert!(state.page.toasts.iter().all(|t| t.offers.iter().all(|offer| !offer.is_for_others())));
    state.step(EditAction::Undo);
    assert_eq!(state.article.filter.hidden_labels, [LabelId(4)].into());
    assert_eq!(state.selection.armed, Some(Tool::Label(LabelId(5))));
}

/// The engine proposes a speaker with words of its own: words that the person chose before, and which name nobody, stay.
#[test]
fn chosen_words_without_a_name_get_the_speaker_chosen_next() {
    let mut state = open();
    mark(&mut state, "Ana Díaz", 0, PERSON);
    let ana = state.inspected_entity();
    mark(&mut state, "Lyon is calm", 0, Tool::Quote);
    let quote = state.selection.selected.expect("the quote");
    let mut parts = DocumentParts::of(state.document().expect("open"));
    for annotation in &mut parts.annotations {
        if let Body::Quote(body) = &mut annotation.body {
            let score = Confidence::permille(800);
            let range = at("Díaz", 1);
            body.candidates = [SpeakerCandidate { entity: ana, range, score, evidence: [].into() }].into();
        }
    }
    let session = Box::new(Session::new(parts.assemble().expect("a document")));
    state.step(Action::Open { id: SessionId("b".into()), session, findings: Findings::Own });
    state.step(SelectAction::Only(Some(quote)));
    let said = |state: &AppState| -> (bool, Option<TextRange>) {
        let body = &state.document().and_then(|d| d.annotation(quote)).expect("there").body;
        body.quote().map(|q| (q.entity == ana, q.speaker)).expect("a quote")
    };
    state.step(EditAction::Speaker(0));
    assert_eq!(said(&state), (true, Some(at("Díaz", 1))));
    state.step(SelectAction::Target(Some(at("calm", 0))));
    state.step(EditAction::SpeakerWords);
    assert_eq!(said(&state), (false, Some(at("calm", 0))));
    state.step(EditAction::Speaker(0));
    assert_eq!(said(&state), (true, Some(at("calm", 0))));
}
