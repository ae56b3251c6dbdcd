//! Doing something to one annotation, or to all that have the same words.

use super::{AppState, Message, Offer};
use crate::document::{Annotation, AnnotationId, Body, Command, EntityId, Review};

impl AppState {
    /// How many have the words of the selected mention, or of the chosen words: what "all" would mean. Places that are
    /// not marked yet count for chosen words only.
    pub(crate) fn alike(&self) -> usize {
        let Some(document) = self.document() else { return 0 };
        match (self.target, self.selected) {
            (Some(range), _) => 1 + document.other_occurrences(range).len(),
            (None, Some(id)) if self.also.is_empty() => document.same_words(id).len(),
            (None, _) => 0,
        }
    }

    /// The other mentions of the same words with the same label, that `wanted` holds for.
    pub(super) fn others(&self, id: AnnotationId, wanted: impl Fn(&Annotation) -> bool) -> Vec<AnnotationId> {
        let Some(document) = self.document() else { return Vec::new() };
        let same = document.same_words(id).into_iter().filter(|&other| other != id);
        same.filter(|&other| document.annotation(other).is_some_and(|a| wanted(a))).collect()
    }

    /// Runs `command` for `id` and, when the person has said "all", for `others` in the same step; else offers them.
    pub(super) fn run_for(
        &mut self,
        id: AnnotationId,
        others: Vec<AnnotationId>,
        command: impl Fn(Vec<AnnotationId>) -> Command,
    ) -> bool {
        let all: Vec<_> = std::iter::once(id).chain(others.iter().copied()).collect();
        let now = if self.wide { all.clone() } else { vec![id] };
        match self.change(|session| session.run(command(now))) {
            Ok(outcome) => {
                self.follow(&outcome);
                let mut offers = vec![Offer::Undo];
                if !others.is_empty() && !self.wide {
                    let (count, revision) = (others.len(), self.revision());
                    let (alone, together) = (command(others), command(all));
                    offers.push(Offer::Others { alone, together, count, revision, new: false });
                }
                self.wide = false;
                self.note(Message::Did(outcome.action, outcome.count), offers);
                true
            }
            Err(error) => {
                self.refuse(error);
                false
            }
        }
    }

    /// Takes the offer to do the same to the others: one step with the first, when nothing has happened since.
    pub(super) fn likewise(&mut self, alone: Command, together: Command, revision: u32) {
        let selected = self.selected;
        if revision != self.revision() {
            self.run(alone);
            return;
        }
        let done = self.change(|session| {
            session.undo();
            session.run(together)
        });
        match done {
            Ok(outcome) => {
                let here = |id: &AnnotationId| self.document().is_some_and(|d| d.annotation(*id).is_some());
                match selected.filter(here) {
                    Some(id) => self.select(Some(id)),
                    None => self.follow(&outcome),
                }
                self.note(Message::Did(outcome.action, outcome.count), vec![Offer::Undo]);
            }
            Err(error) => self.refuse(error),
        }
    }

    pub(super) fn accept(&mut self, id: AnnotationId) {
        let others = self.others(id, |a| a.review == Review::Suggested);
        if self.run_for(id, others, Command::Accept) {
            // The button that was pressed is gone.
            self.show(id);
        }
    }

    /// The selected mention joins `into`, or leaves for a cluster of its own.
    pub(super) fn link(&mut self, into: Option<EntityId>) {
        if let Some(ids) = self.several() {
            return self.link_all(&ids, into);
        }
        let Some(id) = self.selected else { return };
        let elsewhere = |a: &Annotation| matches!(&a.body, Body::Mention(m) if into.is_none() || m.entity != into);
        let others = self.others(id, elsewhere);
        self.run_for(id, others, |ids| Command::MoveMentions { ids, into });
    }
}
