//! Another version of the text: what is carried along, told and taken back.

use std::sync::Arc;

use super::tests::{PERSON, PLACE, at, mark, marked, open};
use super::{Action, AppState, Dialog, EditAction, Message, Offer, SelectAction, Snapped};
use crate::document::{Command, FateKind};
use crate::text::Source;

fn edited(state: &mut AppState, edit: impl FnOnce(&str) -> String) {
    let document = state.document().expect("an article is open");
    let (title, text) = (Arc::from(document.title()), edit(document.source().text()));
    state.step(EditAction::Text(title, Source::new(text)));
}

#[test]
fn what_was_marked_goes_along_and_one_undo_takes_all_of_it_back() {
    let mut state = open();
    mark(&mut state, "Ana Díaz", 0, PERSON);
    mark(&mut state, "Lyon", 0, PLACE);
    let before = state.document().expect("an article").clone();
    state.step(SelectAction::Target(Some(at("Ben Ode", 0))));
    edited(&mut state, |text| format!("A new lead.\n\n{text}"));
    assert_eq!(marked(&state), ["PERSON Ana Díaz", "PLACE Lyon"]);
    assert!(state.selection.target.is_none() && state.selection.selected.is_none());
    assert!(state.analysis.is_under_way(), "what is new is read");
    assert_eq!(state.page.dialog, None, "nothing to look at");
    let told = state.page.toasts.last().map(|toast| toast.message.clone());
    assert_eq!(told, Some(Message::Carried([2, 0, 0, 0])));
    state.step(EditAction::Undo);
    assert_eq!(state.document(), Some(&before));
    state.step(EditAction::Redo);
    assert_eq!(marked(&state), ["PERSON Ana Díaz", "PLACE Lyon"]);
}

#[test]
fn what_is_gone_is_shown_at_once() {
    let mut state = open();
    mark(&mut state, "Ana Díaz", 0, PERSON);
    edited(&mut state, |text| text.replace("Ana Díaz", "Somebody"));
    assert_eq!(state.page.dialog, Some(Dialog::Carried));
    let report = state.article.carried.clone().expect("what became of it");
    assert_eq!(report.count(FateKind::Vanished), 1);
    state.step(Action::Back);
    state.step(EditAction::Undo);
    assert_eq!(marked(&state), ["PERSON Ana Díaz"]);
    assert_eq!(state.article.carried, None);
}

#[test]
fn title_and_text_together_are_one_step() {
    let mut state = open();
    let before = state.document().expect("an article").clone();
    let text = format!("A new lead.\n\n{}", before.source().text());
    state.step(EditAction::Text("The lock".into(), Source::new(text)));
    assert_eq!(state.document().expect("an article").title(), "The lock");
    state.step(EditAction::Undo);
    assert_eq!(state.document(), Some(&before));
}

#[test]
fn another_title_alone_is_a_step_and_leaves_the_text() {
    let mut state = open();
    let source = state.document().expect("an article").source().clone();
    state.step(EditAction::Text("The lock".into(), source));
    assert_eq!(state.document().expect("an article").title(), "The lock");
    assert!(!state.analysis.is_under_way());
    state.step(EditAction::Run(Command::SetTitle("".into())));
}

#[test]
fn a_kept_version_comes_back_as_one_step_and_is_told() {
    let mut state = open();
    mark(&mut state, "Ana Díaz", 0, PERSON);
    let kept = state.document().expect("an article").clone();
    edited(&mut state, |text| text.replace("Ana Díaz", "Somebody"));
    state.step(EditAction::Undo);
    edited(&mut state, |text| format!("{text}\n\nA last line."));
    mark(&mut state, "Lyon", 0, PLACE);
    state.step(SelectAction::Target(Some(at("Ben Ode", 0))));
    let before = state.document().expect("an article").clone();
    let words = state.kept.words.clone();
    state.step(EditAction::Restore(kept.clone(), "first".into()));
    assert_eq!(state.document(), Some(&kept));
    assert!(state.selection.target.is_none());
    let told = state.page.toasts.last().expect("a note");
    assert_eq!(told.message, Message::Version(Snapped::Restored("first".into())));
    assert_eq!(*told.offers, [Offer::Undo]);
    state.step(EditAction::Undo);
    assert_eq!(state.document(), Some(&before));
    // The word list learns nothing from what was put back.
    assert_eq!(state.kept.words, words);
    state.step(EditAction::Restore(before.clone(), "now".into()));
    assert_eq!(state.document(), Some(&before));
}

#[test]
fn words_are_shown_without_being_marked_by_an_armed_label() {
    let mut state = open();
    state.step(EditAction::Apply(PERSON));
    state.step(SelectAction::Words(at("Ben Ode", 0)));
    assert_eq!(state.selection.target, Some(at("Ben Ode", 0)));
    assert_eq!(marked(&state), Vec::<String>::new());
}
