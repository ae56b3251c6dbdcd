//! Commands one by one: what each does, what it refuses, and that undo takes it back exactly.

use std::sync::Arc;

use super::*;
use crate::text::{Source, TextRange};
use crate::vocabulary::{Evidence, QuoteKind};

const TEXT: &str =
    "Ana Díaz said on Monday, “Prices rose in Lyon.”\nDíaz left Lyon. “It is,” the minister added, “over.”";

fn range(words: &str, nth: usize) -> TextRange {
    let (at, found) = TEXT.match_indices(words).nth(nth).expect("the words are in the text");
    TextRange::at(at as u32, (at + found.len()) as u32)
}

fn session() -> Session {
    Session::new(Document::new(Source::new(TEXT)))
}

fn run(session: &mut Session, command: Command) -> Outcome {
    let before = session.document().clone();
    let outcome = session.run(command).unwrap();
    assert_eq!(StepKind::of_code(outcome.action.code()), Some(outcome.action));
    assert_eq!(check(session.document()), Ok(()));
    let after = session.document().clone();
    session.undo().expect("a step");
    assert_eq!(*session.document(), before);
    session.redo().expect("a step");
    assert_eq!(*session.document(), after);
    outcome
}

fn mark(session: &mut Session, words: &str, nth: usize, label: LabelId) -> AnnotationId {
    let command = Command::AddMentions { ranges: vec![range(words, nth)], label, entity: None };
    run(session, command).select.expect("the new mention")
}

fn entity_of(session: &Session, id: AnnotationId) -> EntityId {
    session.document().annotation(id).unwrap().body.mention().unwrap().entity.unwrap()
}

fn name(session: &Session, id: EntityId) -> String {
    session.document().entity(id).unwrap().name.to_string()
}

#[test]
fn a_surname_joins_the_only_person_of_that_name() {
    let mut s = session();
    let ana = mark(&mut s, "Ana Díaz", 0, LabelId::PERSON);
    let diaz = mark(&mut s, "Díaz", 1, LabelId::PERSON);
    assert_eq!(entity_of(&s, ana), entity_of(&s, diaz));
    assert_eq!(s.document().entities().count(), 1);
    let again = Command::AddMentions { ranges: vec![range("Díaz", 1)], label: LabelId::PERSON, entity: None };
    assert_eq!(s.run(again), Err(CommandError::AlreadyMarked));
}

#[test]
fn a_cluster_goes_with_its_last_mention() {
    let mut s = session();
    let lyon = mark(&mut s, "Lyon", 0, LabelId::PLACE);
    let entity = entity_of(&s, lyon);
    run(&mut s, Command::Remove(vec![lyon]));
    assert!(s.document().entity(entity).is_none());
    assert_eq!(s.undo().unwrap().select, Some(lyon));
    assert_eq!(name(&s, entity), "Lyon");
}

#[test]
fn relabeling_all_of_a_cluster_keeps_its_name() {
    let mut s = session();
    let first = mark(&mut s, "Lyon", 0, LabelId::PERSON);
    mark(&mut s, "Lyon", 1, LabelId::PERSON);
    let entity = entity_of(&s, first);
    run(&mut s, Command::RenameEntity { id: entity, name: " Lyon \n(city) ".into() });
    let all = s.document().same_words(first);
    assert_eq!(all.len(), 2);
    run(&mut s, Command::Relabel { ids: vec![all[0]], label: LabelId::PLACE });
    assert_ne!(entity_of(&s, all[0]), entity);
    run(&mut s, Command::Relabel { ids: all.clone(), label: LabelId::PLACE });
    s.undo();
    s.undo();
    run(&mut s, Command::Relabel { ids: all, label: LabelId::PLACE });
    assert_eq!(name(&s, entity), "Lyon (city)");
    assert_eq!(s.document().entity(entity).unwrap().label, LabelId::PLACE);
}

#[test]
fn merge_and_split() {
    let mut s = session();
    let ana = mark(&mut s, "Ana", 0, LabelId::PERSON);
    let lyon = mark(&mut s, "Lyon", 0, LabelId::PLACE);
    let quote =
        run(&mut s, Command::AddQuote { parts: vec![range("“Prices rose in Lyon.”", 0)], kind: QuoteKind::Direct });
    let quote = quote.select.unwrap();
    let (person, place) = (entity_of(&s, ana), entity_of(&s, lyon));
    run(&mut s, Command::SetSpeaker { id: quote, entity: Some(place), mention: None });
    run(&mut s, Command::MergeEntities { from: vec![place], into: person });
    assert!(s.document().entity(place).is_none());
    assert_eq!(s.document().counts_of(person), EntityCounts { mentions: 2, quotes: 1 });
    let moved = run(&mut s, Command::MoveMentions { ids: vec![lyon], into: None });
    assert_eq!((moved.action, moved.count), (StepKind::Move, 1));
    assert_eq!(name(&s, entity_of(&s, lyon)), "Lyon");
    run(&mut s, Command::RemoveEntity(person));
    assert_eq!(s.document().annotation(quote).unwrap().body.quote().unwrap().entity, None);
}

#[test]
fn quotes_with_parts() {
    let mut s = session();
    let parts = vec![range("“over.”", 0), range("“It is,”", 0)];
    let id = run(&mut s, Command::AddQuote { parts, kind: QuoteKind::Direct }).select.unwrap();
    let parts = |s: &Session| s.document().annotation(id).unwrap().body.parts().to_vec();
    assert_eq!(parts(&s), [range("“It is,”", 0), range("“over.”", 0)]);
    run(&mut s, Command::RemovePart { id, part: 0 });
    assert_eq!(s.run(Command::RemovePart { id, part: 0 }), Err(CommandError::LastPart));
    run(&mut s, Command::AddPart { id, range: range("“It is,”", 0) });
    assert_eq!(s.run(Command::AddPart { id, range: range("is,” the", 0) }), Err(CommandError::PartsOverlap));
    run(&mut s, Command::SetCue { id, cue: Some(range("added", 0)) });
    run(&mut s, Command::SetSpeaker { id, entity: None, mention: Some(range("the minister", 0)) });
    run(&mut s, Command::SetQuoteKind { id, kind: QuoteKind::Partial });
    assert_eq!(s.document().at(range("the minister", 0).start()), []);
    assert_eq!(s.document().at(range("over", 0).start()), [id]);
    let mention = run(&mut s, Command::QuoteToMention { id, label: LabelId::PLACE });
    assert_eq!(s.document().annotation(mention.select.unwrap()).unwrap().body.span(), range("It is", 0));
}

#[test]
fn bad_ranges_are_refused() {
    let mut s = session();
    let accent = TextRange::at(range("Díaz", 0).start().get() + 2, range("Díaz", 0).end().get());
    for (bad, refusal) in [
        (TextRange::at(3, 3), CommandError::EmptyRange),
        (TextRange::at(3, 4), CommandError::EmptyRange),
        (TextRange::at(0, 10_000), CommandError::BadRange),
        (accent, CommandError::BadRange),
    ] {
        let command = Command::AddMentions { ranges: vec![bad], label: LabelId::PERSON, entity: None };
        assert_eq!(s.run(command), Err(refusal), "{bad:?}");
    }
    assert_eq!(s.revision(), 0);
    assert_eq!(s.undoable(), None);
}

#[test]
fn labels_notes_blocks_and_title() {
    let mut s = session();
    let label = Label { name: "EVENT".into(), key: Some('E'), color: 3, shape: Shape::Box };
    run(&mut s, Command::PutLabel { id: None, label: label.clone() });
    assert_eq!(s.document().labels()[3].key, Some('e'));
    assert_eq!(s.run(Command::PutLabel { id: None, label: label.clone() }), Err(CommandError::LabelTaken));
    let renamed =
        Command::PutLabel { id: Some(LabelId::PERSON), label: Label { key: None, name: "HUMAN".into(), ..label } };
    assert_eq!(s.run(renamed), Err(CommandError::BuiltInLabel));
    let monday = mark(&mut s, "Monday", 0, LabelId(3));
    run(&mut s, Command::SetNote { id: monday, note: "check the date".into() });
    run(&mut s, Command::SetStatus { ids: vec![monday], status: CheckStatus::Disputed });
    run(&mut s, Command::SetNote { id: monday, note: "  ".into() });
    run(&mut s, Command::SetBlock { paragraph: 1, kind: crate::vocabulary::BlockKind::Furniture });
    assert_eq!(s.document().chosen_blocks().len(), 1);
    run(&mut s, Command::SetTitle("Prices".into()));
    assert_eq!(s.run(Command::SetTitle("Prices".into())), Err(CommandError::NothingToDo));
}

#[test]
fn what_a_page_says_of_its_paragraphs_is_part_of_the_article() {
    use crate::analysis::Analysis;
    use crate::vocabulary::BlockKind::{Body, Furniture, Headline};
    let text = "Home\nA dam\nThe river runs.";
    let told = [(0, Furniture), (1, Headline), (9, Body)];
    let mut session = Session::new(Document::with_blocks(Source::new(text), &told));
    assert_eq!(session.document().blocks(), [Furniture, Headline, Body]);
    assert_eq!(session.document().known_blocks(), told[..2], "there is no tenth paragraph");
    assert_eq!((session.document().chosen_blocks(), session.undoable()), (vec![], None), "nobody corrected anything");
    // What the words look like does not matter where the page has said it.
    let analysis = Analysis { blocks: vec![Body, Furniture, Furniture], ..Analysis::default() };
    run(&mut session, Command::ApplyAnalysis(std::sync::Arc::new(analysis)));
    assert_eq!(session.document().blocks(), [Furniture, Headline, Furniture]);
    // The person has the last word, and can take it back.
    run(&mut session, Command::SetBlock { paragraph: 0, kind: Body });
    assert_eq!(session.document().chosen_blocks(), [(0, Body)]);
    assert_eq!(session.document().known_blocks(), [(0, Body), (1, Headline)]);
    session.undo().expect("a step");
    assert_eq!(session.document().known_blocks(), told[..2]);
}

#[test]
fn what_is_found_because_of_a_step_goes_with_it() {
    use crate::analysis::{Analysis, EntityIndex, EntityKind, Mention};
    use crate::vocabulary::{BlockKind, Confidence};
    let mut s = session();
    run(&mut s, Command::SetBlock { paragraph: 1, kind: BlockKind::Furniture });
    let start = s.clone();
    let place = |entity: usize, nth| Mention {
        range: range("Lyon", nth),
        kind: EntityKind::Place,
        entity: EntityIndex::new(entity),
        confidence: Confidence::permille(800),
        evidence: vec![],
    };
    let lyon = crate::analysis::Entity {
        kind: EntityKind::Place,
        name: "Lyon".into(),
        mentions: vec![0],
        gender: crate::analysis::Gender::Unknown,
        roles: vec![],
        place: None,
    };
    let found = Analysis {
        entities: vec![lyon],
        mentions: vec![place(0, 0)],
        blocks: vec![BlockKind::Body; 2],
        ..Analysis::default()
    };
    let found = Arc::new(found);
    run(&mut s, Command::SetBlock { paragraph: 1, kind: BlockKind::Body });
    s.run(Command::ApplyAnalysis(Arc::clone(&found))).expect("it finds something");
    let end = s.document().clone();
    assert_eq!((s.undo_steps().len(), s.undoable()), (start.undo_steps().len() + 1, Some((StepKind::Block, 1))));
    s.undo().expect("one step");
    assert_eq!(s.document(), start.document(), "paragraph and marks are back together");
    s.redo().expect("one step");
    assert_eq!(s.document(), &end);
    // What was done in between is not taken back with it.
    s.undo().expect("one step");
    run(&mut s, Command::SetBlock { paragraph: 1, kind: BlockKind::Body });
    run(&mut s, Command::SetTitle("Prices".into()));
    run(&mut s, Command::ApplyAnalysis(found));
    assert_eq!(s.undoable().map(|(kind, _)| kind), Some(StepKind::Analyze));
}

#[test]
fn several_commands_are_one_step_or_none() {
    let mut s = session();
    let lyon = |nth| Command::AddMentions { ranges: vec![range("Lyon", nth)], label: LabelId::PLACE, entity: None };
    let both = run(&mut s, Command::Together(vec![lyon(0), lyon(1)]));
    assert_eq!((both.action, both.count), (StepKind::Mark, 2));
    let before = s.clone();
    let broken = Command::Together(vec![Command::SetTitle("x".into()), lyon(0)]);
    assert_eq!(s.run(broken), Err(CommandError::AlreadyMarked));
    assert_eq!(s, before);
}

#[test]
fn an_unchanged_paragraph_keeps_its_allocation() {
    let mut s = session();
    mark(&mut s, "Lyon", 0, LabelId::PLACE);
    let slot = Arc::clone(s.document().in_paragraph(0));
    mark(&mut s, "Lyon", 1, LabelId::PLACE);
    assert!(Arc::ptr_eq(&slot, s.document().in_paragraph(0)));
}

#[test]
fn reading_order() {
    let mut s = session();
    let quote = Command::AddQuote { parts: vec![range("“Prices rose in Lyon.”", 0)], kind: QuoteKind::Direct };
    let late = mark(&mut s, "Lyon", 1, LabelId::PLACE);
    let inner = mark(&mut s, "Lyon", 0, LabelId::PLACE);
    let quote = run(&mut s, quote).select.unwrap();
    let first = mark(&mut s, "Ana Díaz", 0, LabelId::PERSON);
    let expected = [first, quote, inner, late];
    let order: Vec<_> = s.document().in_reading_order().iter().map(|a| a.id).collect();
    assert_eq!(order, expected);
    assert_eq!(s.document().at(range("Lyon", 0).start()), [inner, quote]);
}

#[test]
fn people_stand_before_words_that_merely_could_speak() {
    use crate::analysis::{Analysis, Candidate, Entity, EntityIndex, EntityKind, Gender, Mention, Quote};
    use crate::vocabulary::{BlockKind, Confidence};
    let mut found = Analysis { blocks: vec![BlockKind::Body; 2], ..Analysis::default() };
    for (words, kind) in [("Ana Díaz", EntityKind::Person), ("Lyon", EntityKind::Place)] {
        let (entity, mentions) = (EntityIndex::new(found.entities.len()), vec![found.mentions.len() as u32]);
        found.entities.push(Entity {
            kind,
            name: words.into(),
            mentions,
            gender: Gender::Unknown,
            roles: vec![],
            place: None,
        });
        let confidence = Confidence::permille(900);
        found.mentions.push(Mention { range: range(words, 0), kind, entity, confidence, evidence: vec![] });
    }
    let candidate = |words: &str, entity, score| Candidate {
        entity,
        range: range(words, 0),
        score: Confidence::permille(score),
        evidence: Evidence::new("near-quote", words),
    };
    found.quotes.push(Quote {
        kind: QuoteKind::Direct,
        parts: vec![range("“It is,”", 0), range("“over.”", 0)],
        cue: None,
        speaker: None,
        candidates: vec![
            candidate("the minister", None, 950),
            candidate("Lyon", Some(EntityIndex::new(1)), 15),
            candidate("Prices", None, 12),
            candidate("Ana Díaz", Some(EntityIndex::new(0)), 5),
        ],
        confidence: Confidence::permille(900),
        evidence: vec![],
        unclosed: false,
    });
    let mut s = session();
    run(&mut s, Command::ApplyAnalysis(Arc::new(found)));
    let quote = s.document().annotations().find(|a| a.body.quote().is_some()).expect("the quote").id;
    let shown = |s: &Session| -> Vec<_> {
        let options = speakers(s.document(), quote);
        options.iter().map(|o| s.document().source().slice(o.mention).to_owned()).collect()
    };
    assert_eq!(shown(&s), ["the minister", "Ana Díaz"]);
    assert_eq!(speakers(s.document(), quote)[1].score, Some(Confidence::permille(5)));
    // Whoever was chosen stays in the list.
    run(&mut s, Command::SetSpeaker { id: quote, mention: Some(range("Prices", 0)), entity: None });
    assert_eq!(shown(&s), ["the minister", "Prices", "Ana Díaz"]);
}

/// A session with the labels EVENT (3) and DATE (4).
fn with_labels() -> Session {
    let mut s = session();
    for (name, key) in [("EVENT", 'e'), ("DATE", 'd')] {
        let label = Label { name: name.into(), key: Some(key), color: 3, shape: Shape::Box };
        run(&mut s, Command::PutLabel { id: None, label });
    }
    s
}

fn label_of(session: &Session, id: AnnotationId) -> String {
    let document = session.document();
    let label = document.annotation(id).and_then(|a| a.body.mention().map(|m| m.label)).unwrap();
    document.label(label).unwrap().name.to_string()
}

#[test]
fn a_deleted_label_takes_what_wears_it_along_and_those_behind_it_keep_their_names() {
    let mut s = with_labels();
    let over = mark(&mut s, "over", 0, LabelId(3));
    let monday = mark(&mut s, "Monday", 0, LabelId(4));
    let quote = run(&mut s, Command::AddQuote { parts: vec![range("“It is,”", 0)], kind: QuoteKind::Direct });
    let (quote, person) = (quote.select.unwrap(), entity_of(&s, over));
    run(&mut s, Command::SetSpeaker { id: quote, entity: Some(person), mention: None });
    let steps = s.undo_steps().len();
    run(&mut s, Command::RemoveLabel { id: LabelId(3), into: None });
    assert_eq!(s.undo_steps().len(), steps + 1);
    assert!(s.document().annotation(over).is_none() && s.document().entity(person).is_none());
    assert_eq!(s.document().annotation(quote).unwrap().body.quote().unwrap().entity, None);
    assert_eq!((s.document().labels().len(), label_of(&s, monday).as_str()), (4, "DATE"));
    s.undo();
    assert_eq!((label_of(&s, over).as_str(), label_of(&s, monday).as_str()), ("EVENT", "DATE"));
    assert_eq!(s.document().annotation(quote).unwrap().body.quote().unwrap().entity, Some(person));
}

#[test]
fn a_deleted_label_can_become_another_and_joins_the_names_there() {
    let mut s = with_labels();
    let (lyon, other) = (mark(&mut s, "Lyon", 0, LabelId::PLACE), mark(&mut s, "Lyon", 1, LabelId(3)));
    let twice = mark(&mut s, "Lyon", 0, LabelId(3));
    run(&mut s, Command::RemoveLabel { id: LabelId(3), into: Some(LabelId::PLACE) });
    assert_eq!(label_of(&s, other), "PLACE");
    assert_eq!((entity_of(&s, other), s.document().entities().count()), (entity_of(&s, lyon), 1));
    // The same words carried both labels: one mention is left of them.
    assert!(s.document().annotation(twice).is_none());
    // A label behind it, named by its old number, is meant.
    let monday = mark(&mut s, "Monday", 0, LabelId(3));
    s.undo();
    s.undo();
    let date = mark(&mut s, "Monday", 0, LabelId(4));
    run(&mut s, Command::RemoveLabel { id: LabelId(3), into: Some(LabelId(4)) });
    assert_eq!((label_of(&s, date).as_str(), label_of(&s, other).as_str()), ("DATE", "DATE"));
    assert!(s.document().annotation(monday).is_none() || monday == date);
}

#[test]
fn built_in_labels_stay_and_what_was_rejected_stays_rejected() {
    let mut s = with_labels();
    for label in [LabelId::PERSON, LabelId::ORGANIZATION] {
        let refused = s.run(Command::RemoveLabel { id: label, into: None });
        assert_eq!(refused, Err(CommandError::BuiltInLabel));
    }
    for (id, into) in [(LabelId(5), None), (LabelId(3), Some(LabelId(3))), (LabelId(3), Some(LabelId(9)))] {
        assert_eq!(s.run(Command::RemoveLabel { id, into }), Err(CommandError::UnknownLabel));
    }
    // Found by the engine, relabeled and then rejected by the person.
    let found = crate::analysis::Analysis {
        entities: vec![crate::analysis::Entity {
            kind: crate::analysis::EntityKind::Place,
            name: "Lyon".into(),
            mentions: vec![0],
            gender: crate::analysis::Gender::Unknown,
            roles: vec![],
            place: None,
        }],
        mentions: vec![crate::analysis::Mention {
            range: range("Lyon", 0),
            kind: crate::analysis::EntityKind::Place,
            entity: crate::analysis::EntityIndex::new(0),
            confidence: crate::vocabulary::Confidence::permille(800),
            evidence: vec![],
        }],
        blocks: vec![crate::vocabulary::BlockKind::Body; 2],
        ..crate::analysis::Analysis::default()
    };
    let found = Arc::new(found);
    run(&mut s, Command::ApplyAnalysis(Arc::clone(&found)));
    let lyon = s.document().annotations().next().unwrap().id;
    run(&mut s, Command::Relabel { ids: vec![lyon], label: LabelId(3) });
    run(&mut s, Command::RemoveLabel { id: LabelId(3), into: None });
    assert_eq!(s.document().annotation(lyon).unwrap().review, Review::Rejected);
    s.run(Command::ApplyAnalysis(found)).unwrap();
    assert!(s.document().annotations().all(|a| !a.is_live()), "it does not come back");
}

#[test]
fn the_language_is_found_declared_or_chosen() {
    use crate::analysis::Analysis;
    use crate::vocabulary::{ArticleLanguage, BlockKind, Language, LanguageBy};
    let german = Language::from_tag("de").expect("a language");
    let found = |language| Analysis { language, blocks: vec![BlockKind::Body; 2], ..Analysis::default() };
    let known = |session: &Session| session.document().language().map(|known| (known.language, known.by));
    let mut s = session();
    assert_eq!(known(&s), None);
    run(&mut s, Command::ApplyAnalysis(Arc::new(found(Language::ENGLISH))));
    assert_eq!(known(&s), Some((Language::ENGLISH, LanguageBy::Engine)));
    assert_eq!(s.document().known_language(), None, "what was found is found anew");
    run(&mut s, Command::SetLanguage(Some(german)));
    s.run(Command::ApplyAnalysis(Arc::new(found(german)))).expect("an analysis");
    assert_eq!(known(&s), Some((german, LanguageBy::Person)));
    assert_eq!(s.run(Command::SetLanguage(Some(german))), Err(CommandError::NothingToDo));
    run(&mut s, Command::SetLanguage(None));
    assert_eq!(known(&s), None);
    s = Session::new(Document::new(Source::new(TEXT)).declared(Some(german)));
    let declared = Some(ArticleLanguage { language: german, by: LanguageBy::Page });
    s.run(Command::ApplyAnalysis(Arc::new(found(german)))).expect("an analysis");
    assert_eq!(s.document().known_language(), declared);
    s.run(Command::ApplyAnalysis(Arc::new(found(Language::ENGLISH)))).expect("an analysis");
    assert_eq!(known(&s), Some((Language::ENGLISH, LanguageBy::Engine)));
}
