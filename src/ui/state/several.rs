//! Several annotations selected at once, and what is done to all of them as one step.

use std::collections::BTreeSet;

use super::{AppState, Message, Offer, Reveal, ReviewStep, Tool};
use crate::document::{AnnotationId, Body, Command, CommandError, EntityId, LabelId, Review};
use crate::view::Way;

impl AppState {
    /// The selected annotations in reading order, when they are more than one.
    pub(crate) fn several(&self) -> Option<Vec<AnnotationId>> {
        let (Some(document), false) = (self.document(), self.also.is_empty()) else { return None };
        let mut all: Vec<_> = self.also.iter().copied().chain(self.selected).collect();
        all.sort_by_key(|&id| (document.annotation(id).map(|a| a.body.span().start()), id));
        Some(all)
    }

    /// The selected annotation, when it is the only one.
    pub(crate) fn only(&self) -> Option<AnnotationId> {
        self.selected.filter(|_| self.also.is_empty())
    }

    /// Selects `id`, with `also` beside it.
    pub(super) fn choose(&mut self, also: &[AnnotationId], id: Option<AnnotationId>) {
        self.select(id);
        self.also = also.into();
        self.wide = false;
    }

    /// Adds the first of these to the selection, or takes it out.
    pub(super) fn toggle(&mut self, ids: &[AnnotationId]) {
        let Some(&id) = ids.first() else { return };
        let mut also = self.also.to_vec();
        if self.selected == Some(id) {
            let next = also.pop();
            self.choose(&also, next);
        } else if let Some(at) = also.iter().position(|&other| other == id) {
            also.remove(at);
            self.choose(&also, self.selected);
        } else {
            also.extend(self.selected);
            self.choose(&also, Some(id));
        }
        self.target = None;
        self.cursor = None;
        self.go(id);
        self.tell_chosen();
    }

    /// The next or previous annotation joins the selection; going back over it leaves it.
    pub(super) fn walk_along(&mut self, way: Way) {
        let Some(next) = self.neighbor(way) else { return };
        let mut also = self.also.to_vec();
        if let Some(at) = also.iter().position(|&other| other == next) {
            also.remove(at);
        } else {
            also.extend(self.selected);
        }
        self.choose(&also, Some(next));
        self.go(next);
        self.tell_chosen();
    }

    /// All annotations that lie within the chosen words.
    pub(super) fn choose_within(&mut self) {
        let mut ids = self.within();
        let Some(last) = ids.pop() else { return self.refuse(CommandError::NothingToDo) };
        self.target = None;
        self.cursor = None;
        self.choose(&ids, Some(last));
        self.go(last);
        self.tell_chosen();
    }

    /// The annotations that are shown and lie within the chosen words, in reading order.
    pub(crate) fn within(&self) -> Vec<AnnotationId> {
        let (Some(range), Some(document)) = (self.target, self.document()) else { return Vec::new() };
        let inside = document.overlapping(range).into_iter().filter(|a| {
            let span = a.body.span();
            range.start() <= span.start() && span.end() <= range.end() && self.filter.shows(document, a)
        });
        inside.map(|a| a.id).collect()
    }

    /// Whether clicks and keys add to the selection from now on.
    pub(super) fn add_more(&mut self, adding: bool) {
        self.adding = adding;
        if adding {
            self.target = None;
            self.cursor = None;
            self.announce(Message::Adding);
        }
        // The button that was pressed is gone.
        if let Some(id) = self.selected.or(self.roving) {
            self.go(id);
        }
    }

    /// Moves the focus to an annotation, whatever is selected.
    pub(super) fn go(&mut self, id: AnnotationId) {
        self.roving = Some(id);
        let turn = self.next_turn();
        self.reveal = Some(Reveal { turn, id, focus: true });
    }

    fn tell_chosen(&mut self) {
        let count = self.also.len() + usize::from(self.selected.is_some());
        self.announce(Message::Chosen(count));
    }

    /// Runs a command that concerns all selected; they stay selected as far as they are still there.
    pub(super) fn run_all(&mut self, command: Command) -> bool {
        let told = match self.change(|session| session.run(command)) {
            Ok(outcome) => Message::Did(outcome.action, outcome.count),
            Err(error) => {
                self.refuse(error);
                return false;
            }
        };
        self.note(told, vec![Offer::Undo]);
        // The button that was pressed may be gone.
        if let Some(id) = self.selected {
            self.go(id);
        }
        true
    }

    /// Names take the label, quotes become names; or all become quotes.
    pub(super) fn retype_all(&mut self, ids: &[AnnotationId], tool: Tool) {
        let Some(document) = self.document() else { return };
        let (mut mentions, mut commands) = (Vec::new(), Vec::new());
        for annotation in ids.iter().filter_map(|&id| document.annotation(id)) {
            let id = annotation.id;
            match (tool, &annotation.body) {
                (Tool::Label(_), Body::Mention(_)) => mentions.push(id),
                (Tool::Label(label), Body::Quote(_)) => commands.push(Command::QuoteToMention { id, label }),
                (Tool::Quote, Body::Mention(mention)) => {
                    commands.push(Command::SetQuoteKind { id, kind: self.kind_of(mention.range) });
                }
                (Tool::Quote, Body::Quote(_)) => {}
            }
        }
        if let Tool::Label(label) = tool {
            commands.push(Command::Relabel { ids: mentions, label });
        }
        self.run_all(Command::Together(commands));
    }

    /// The selected names join `into`, or leave for a cluster of their own.
    pub(super) fn link_all(&mut self, ids: &[AnnotationId], into: Option<EntityId>) {
        let Some(document) = self.document() else { return };
        let is_name = |id: &AnnotationId| document.annotation(*id).is_some_and(|a| a.body.mention().is_some());
        let ids = ids.iter().copied().filter(is_name).collect();
        self.run_all(Command::MoveMentions { ids, into });
    }

    /// All selected are right, or wrong. A review under way counts those it was still to ask about.
    pub(super) fn decide_all(&mut self, ids: Vec<AnnotationId>, accept: bool) {
        let Some(document) = self.document() else { return };
        let open = |id: &&AnnotationId| document.annotation(**id).is_some_and(|a| a.review == Review::Suggested);
        let asked = ids.iter().filter(open).count();
        let done = if accept { self.run_all(Command::Accept(ids)) } else { self.discard_all(ids, Command::Reject) };
        if let (Some(run), true) = (&mut self.review, done) {
            *(if accept { &mut run.accepted } else { &mut run.rejected }) += asked;
            self.review(ReviewStep::Settle);
        }
    }

    /// Takes all selected out of the article; the focus goes on to the next annotation.
    pub(super) fn discard_all(
        &mut self,
        ids: Vec<AnnotationId>,
        command: impl Fn(Vec<AnnotationId>) -> Command,
    ) -> bool {
        let gone: BTreeSet<_> = ids.iter().copied().collect();
        let stops = self.open.as_ref().map(|open| open.projection.stops()).unwrap_or_default();
        let first = stops.iter().position(|stop| gone.contains(stop)).unwrap_or(0);
        let (before, behind) = stops.split_at(first);
        let after = behind.iter().find(|stop| !gone.contains(stop)).or_else(|| before.last()).copied();
        let done = self.run_all(command(ids));
        if done {
            self.adding = false;
            self.select(None);
            if let Some(id) = after {
                self.go(id);
            }
        }
        done
    }

    /// Labels are named by their place in the list: when the list has become another one, what is armed and what is
    /// hidden follow their labels by name, and an offer that names a label by its old place is gone.
    pub(super) fn follow_labels(&mut self, before: &[std::sync::Arc<str>]) {
        let Some(document) = self.document() else { return };
        let names: Vec<_> = document.labels().iter().map(|label| label.name.clone()).collect();
        if names.len() == before.len() {
            return;
        }
        let now = |label: LabelId| {
            let name = before.get(usize::from(label.0))?;
            names.iter().position(|other| other == name).map(|at| LabelId(at as u16))
        };
        let armed = self.armed.and_then(|tool| match tool {
            Tool::Label(label) => now(label).map(Tool::Label),
            Tool::Quote => Some(tool),
        });
        let hidden: BTreeSet<_> = self.filter.hidden_labels.iter().filter_map(|&label| now(label)).collect();
        self.armed = armed;
        if hidden != self.filter.hidden_labels {
            self.filter = crate::view::Filter { hidden_labels: hidden, ..(*self.filter).clone() }.into();
        }
        for toast in std::rc::Rc::make_mut(&mut self.toasts) {
            toast.offers = toast.offers.iter().filter(|offer| !offer.is_for_others()).cloned().collect();
        }
    }
}
