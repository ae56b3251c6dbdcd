//! Bringing together what two tabs did to one article.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::document::sharing::difference::changes;
use crate::document::{AnnotationId, Body, Change, EntityId, Session};

/// What a change is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Subject {
    Annotation(AnnotationId),
    Entity(EntityId),
    Paragraph(u32),
    Text,
    Labels,
    Title,
    Language,
    Engine,
}

fn subject(change: &Change) -> Subject {
    match change {
        Change::Annotation(id, _) => Subject::Annotation(*id),
        Change::Entity(id, _) => Subject::Entity(*id),
        Change::Block { paragraph, .. } => Subject::Paragraph(*paragraph),
        Change::Text(_) => Subject::Text,
        Change::Labels(_) => Subject::Labels,
        Change::Title(_) => Subject::Title,
        Change::Language(_) => Subject::Language,
        Change::Engine(_) => Subject::Engine,
    }
}

/// New ids for what both sides have made since.
#[derive(Default)]
struct Renumbered {
    annotations: BTreeMap<AnnotationId, AnnotationId>,
    entities: BTreeMap<EntityId, EntityId>,
}

impl Renumbered {
    fn entity(&self, id: EntityId) -> EntityId {
        self.entities.get(&id).copied().unwrap_or(id)
    }

    fn body(&self, body: &mut Body) {
        match body {
            Body::Mention(mention) => mention.entity = mention.entity.map(|id| self.entity(id)),
            Body::Quote(quote) => {
                quote.entity = quote.entity.map(|id| self.entity(id));
                let mut candidates = quote.candidates.to_vec();
                for candidate in &mut candidates {
                    candidate.entity = candidate.entity.map(|id| self.entity(id));
                }
                quote.candidates = candidates.into();
            }
        }
    }

    fn change(&self, change: Change) -> Change {
        match change {
            Change::Annotation(id, annotation) => {
                let id = self.annotations.get(&id).copied().unwrap_or(id);
                let renumbered = annotation.map(|annotation| {
                    let mut annotation = Arc::unwrap_or_clone(annotation);
                    annotation.id = id;
                    self.body(&mut annotation.body);
                    Arc::new(annotation)
                });
                Change::Annotation(id, renumbered)
            }
            Change::Entity(id, entity) => {
                let id = self.entity(id);
                let renumbered = entity.map(|entity| {
                    let mut entity = Arc::unwrap_or_clone(entity);
                    entity.id = id;
                    Arc::new(entity)
                });
                Change::Entity(id, renumbered)
            }
            other => other,
        }
    }
}

/// `theirs` with what leads from `base` to `mine` done on top of it, as one step. `None` when both have changed
/// the same thing, or what was changed here is gone there: then neither may give way.
pub fn rebase(mine: &Session, base: &Session, theirs: &Session) -> Option<Session> {
    let same_text = |other: &Session| mine.document().source() == other.document().source();
    if !same_text(base) || !same_text(theirs) {
        return None;
    }
    let work = changes(base.document(), mine.document());
    let (mut next_annotation, mut next_entity) = (mine.next_ids().0, mine.next_ids().1);
    next_annotation = next_annotation.max(theirs.next_ids().0);
    next_entity = next_entity.max(theirs.next_ids().1);
    let mut numbers = Renumbered::default();
    for change in &work {
        match change {
            Change::Annotation(id, Some(_)) if base.document().annotation(*id).is_none() => {
                numbers.annotations.insert(*id, AnnotationId(next_annotation));
                next_annotation += 1;
            }
            Change::Entity(id, Some(_)) if base.document().entity(*id).is_none() => {
                numbers.entities.insert(*id, EntityId(next_entity));
                next_entity += 1;
            }
            _ => {}
        }
    }
    let work: Vec<Change> = work.into_iter().map(|change| numbers.change(change)).collect();
    let taken: BTreeSet<Subject> = changes(base.document(), theirs.document()).iter().map(subject).collect();
    if work.iter().any(|change| taken.contains(&subject(change))) {
        return None;
    }
    theirs.clone().stepped(work, next_annotation, next_entity)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Command, Document, LabelId};
    use crate::text::{Source, TextRange, TextSize};

    fn start() -> Session {
        Session::new(Document::new(Source::new("Ana Lee met Bo Day in Oslo, and Cy Fox came too.")))
    }

    fn mark(session: &mut Session, words: &str) -> AnnotationId {
        let text = session.document().source().text();
        let (before, _) = text.split_once(words).expect("the words");
        let start = TextSize::of(before);
        let range = TextRange::new(start, start + TextSize::of(words));
        let command = Command::AddMentions { ranges: vec![range], label: LabelId::PERSON, entity: None };
        session.run(command).expect("a mark").select.expect("what was marked")
    }

    fn marked(session: &Session) -> Vec<&str> {
        let document = session.document();
        document.annotations().map(|annotation| document.source().slice(annotation.body.span())).collect()
    }

    #[test]
    fn what_both_have_marked_is_in_both_and_one_step_takes_it_back() {
        let mut base = start();
        mark(&mut base, "Ana Lee");
        let (mut mine, mut theirs) = (base.clone(), base.clone());
        mark(&mut mine, "Bo Day");
        mark(&mut theirs, "Cy Fox");
        let mut both = rebase(&mine, &base, &theirs).expect("they do not meet");
        assert_eq!(marked(&both), ["Ana Lee", "Cy Fox", "Bo Day"]);
        assert_eq!(crate::document::check(both.document()), Ok(()));
        both.undo();
        assert_eq!(both.document(), theirs.document());
    }

    #[test]
    fn what_both_have_changed_is_not_decided() {
        let mut base = start();
        let id = mark(&mut base, "Ana Lee");
        let (mut mine, mut theirs) = (base.clone(), base.clone());
        mine.run(Command::SetNote { id, note: "mine".into() }).expect("a note");
        theirs.run(Command::SetNote { id, note: "theirs".into() }).expect("a note");
        assert_eq!(rebase(&mine, &base, &theirs), None);
        theirs.undo();
        theirs.run(Command::Remove(vec![id])).expect("gone");
        assert_eq!(rebase(&mine, &base, &theirs), None);
    }
}
