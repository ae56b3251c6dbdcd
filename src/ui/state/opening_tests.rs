//! What the page knows when an article appears, and offers then.

use std::sync::Arc;

use super::tests::{PERSON, TEXT, mark, marked, open};
use super::{
    Action, Analysis, AnalysisAction, AppState, Came, EditAction, Failure, Fate, Findings, Message, Offer, PageAction,
    Pasted, Screen,
};
use crate::document::{Command, Document, Session};
use crate::formats::OpenError;
use crate::storage::SessionId;
use crate::text::Source;

#[test]
fn an_article_that_was_read_ahead_opens_with_its_suggestions_as_one_step() {
    let mut state = open();
    mark(&mut state, "Lyon", 0, PERSON);
    let id = state.inspected_entity().expect("a cluster");
    state.step(EditAction::Run(Command::RenameEntity { id, name: "Lyon the cat".into() }));
    let found = crate::analysis::Analysis {
        blocks: vec![crate::vocabulary::BlockKind::Body],
        ..crate::analysis::Analysis::default()
    };
    let session = Box::new(Session::new(Document::new(Source::new("Here Lyon sleeps."))));
    state.step(Action::Open { id: SessionId("b".into()), session, findings: Findings::Ready(Arc::new(found), 7) });
    assert_eq!(state.analysis, Analysis::Done(7));
    // The word list has its say, as with an analysis that comes later.
    assert_eq!(marked(&state), ["PERSON Lyon"]);
    assert_eq!(state.selection.roving, state.document().and_then(|d| d.annotations().next()).map(|a| a.id));
    assert!(matches!(state.page.announced, Some((_, Message::Analyzed(1, 0, 7)))));
    state.step(EditAction::Undo);
    assert_eq!(marked(&state), [""; 0]);
}

#[test]
fn the_way_back_to_pasted_words_is_offered_while_their_article_is_open() {
    let mut state = open();
    let pasted = |id: &str| Action::Pasted(SessionId(id.into()), TEXT.into());
    state.step(pasted("another, left already"));
    assert!(state.page.toasts.is_empty());
    state.step(pasted("a"));
    assert!(matches!(&*state.page.toasts[0].offers, [Offer::Retract(id, text)] if *id.0 == *"a" && **text == *TEXT));
    state.step(Action::Start);
    assert!(state.page.toasts.is_empty());
    state.step(pasted("a"));
    assert!(state.page.toasts.is_empty());
}

#[test]
fn what_is_pasted_over_an_article_waits_until_the_person_chooses() {
    let mut state = open();
    let pasted = |text: &str| Pasted { text: text.into(), html: None };
    let notify = |state: &mut AppState, text: &str| {
        let words = text.split(' ').count();
        state.step(PageAction::Notify(Message::PastedOver(words), [Offer::OpenPasted(pasted(text))].into()));
    };
    notify(&mut state, "Another article.");
    notify(&mut state, "And one more article.");
    // Only the last paste is offered, until it is answered, and the open article is as it was.
    let [toast] = &*state.page.toasts else { panic!("one note: {:?}", state.page.toasts) };
    assert_eq!(*toast.offers, [Offer::OpenPasted(pasted("And one more article."))]);
    assert!(toast.stays() && !toast.is_bad());
    assert_eq!(state.document().expect("an article").source().text(), TEXT);
}

#[test]
fn a_note_on_files_stays_when_one_was_refused_and_leads_to_the_list() {
    let mut state = open();
    let fate = |came| Fate { name: "a.txt".into(), came, notes: [].into() };
    let files = |state: &mut AppState, all: &[Fate]| {
        state.step(PageAction::Notify(Message::Files(all.into()), [Offer::List].into()));
        state.page.toasts.last().cloned().expect("a note")
    };
    let well = files(&mut state, &[fate(Came::Open), fate(Came::Listed)]);
    assert!(!well.stays());
    let badly = files(&mut state, &[fate(Came::Open), fate(Came::Refused(Failure::File(OpenError::Empty)))]);
    assert!(badly.stays() && badly.is_bad());
    state.step(Action::Take(badly.turn, Offer::List));
    assert_eq!(state.page.screen, Screen::Start);
}

#[test]
fn a_paste_of_several_articles_is_asked_about_once_and_stays_as_it_is() {
    let text = "One\n\nfirst text\n\nTwo\n\nsecond text";
    let found = crate::analysis::Analysis {
        blocks: vec![crate::vocabulary::BlockKind::Body; 4],
        articles: vec![0, 2],
        ..crate::analysis::Analysis::default()
    };
    let findings = [Findings::Ready(Arc::new(found.clone()), 7), Findings::Ask];
    for findings in findings {
        let mut state = AppState::default();
        let session = Box::new(Session::new(Document::new(Source::new(text))));
        state.step(Action::Open { id: SessionId("a".into()), session, findings });
        if let Analysis::Asked(job) = state.analysis {
            state.step(AnalysisAction::Done { job, analysis: Arc::new(found.clone()), millis: 7 });
        }
        let toast = state.page.toasts.first().cloned().expect("a note");
        assert_eq!(toast.message, Message::Several(2));
        assert!(toast.stays());
        let [Offer::Split(articles), Offer::KeepOne] = &*toast.offers else { panic!("two ways") };
        let texts: Vec<_> = articles.0.iter().map(|article| article.source().text()).collect();
        assert_eq!(texts.concat(), text);
        state.step(Action::Take(toast.turn, Offer::KeepOne));
        assert!(state.page.toasts.is_empty());
        // An analysis that follows does not ask again.
        state.step(AnalysisAction::Ask);
        let Analysis::Asked(job) = state.analysis else { panic!("an analysis is asked for") };
        state.step(AnalysisAction::Done { job, analysis: Arc::new(found.clone()), millis: 7 });
        assert!(state.page.toasts.is_empty());
        assert_eq!(state.document().expect("an article").source().text(), text);
    }
}
