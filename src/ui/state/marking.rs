//! Choosing words, marking them, and doing the same to all the places of the same words.

use std::rc::Rc;

use super::{AppState, Message, Offer, Reveal, Tool};
use crate::document::{Annotation, AnnotationId, Body, Command, CommandError, EntityId, Review, Snap};
use crate::text::TextRange;
use crate::vocabulary::QuoteKind;

impl AppState {
    pub(super) fn target(&mut self, range: Option<TextRange>) {
        self.target = range;
        self.cursor = None;
        if range.is_some()
            && let Some(tool) = self.armed
        {
            self.apply(tool);
        }
    }

    pub(super) fn arm(&mut self, tool: Option<Tool>) {
        self.armed = tool;
        if let Some(name) = tool.and_then(|tool| self.tool_name(tool)) {
            self.announce(Message::Armed(name));
        }
    }

    fn tool_name(&self, tool: Tool) -> Option<Rc<str>> {
        Some(match tool {
            Tool::Quote => "QUOTE".into(),
            Tool::Label(label) => Rc::from(&*self.document()?.labels().get(usize::from(label.0))?.name),
        })
    }

    pub(super) fn apply(&mut self, tool: Tool) {
        if let Some(range) = self.target {
            return self.mark(tool, range);
        }
        let Some(body) = self.selected.and_then(|id| self.document()?.annotation(id)).map(|a| (a.id, a.body.clone()))
        else {
            return self.arm(if self.armed == Some(tool) { None } else { Some(tool) });
        };
        let command = match (tool, body) {
            (Tool::Label(label), (id, Body::Mention(_))) => {
                let others = self.others(id, |_| true);
                self.run_for(id, others, |ids| Command::Relabel { ids, label });
                return;
            }
            (Tool::Label(label), (id, Body::Quote(_))) => Command::QuoteToMention { id, label },
            (Tool::Quote, (id, Body::Mention(mention))) => {
                Command::SetQuoteKind { id, kind: self.kind_of(mention.range) }
            }
            (Tool::Quote, (_, Body::Quote(_))) => return self.refuse(CommandError::AlreadyMarked),
        };
        self.run(command);
    }

    /// Direct when the words stand in marks.
    fn kind_of(&self, range: TextRange) -> QuoteKind {
        let is_word = |c: Option<char>| c.is_none_or(|c| c.is_alphanumeric() || c.is_whitespace());
        let words = self.document().map_or("", |d| d.source().slice(range));
        let bare = is_word(words.chars().next()) || is_word(words.chars().next_back());
        if bare { QuoteKind::Indirect } else { QuoteKind::Direct }
    }

    fn mark(&mut self, tool: Tool, range: TextRange) {
        let Some(document) = self.document() else { return };
        let others = document.other_occurrences(range);
        let command = match tool {
            Tool::Label(label) => Command::AddMentions { ranges: vec![range], label, entity: None },
            Tool::Quote => {
                let range = document.snap(range, Snap::Quote).unwrap_or(range);
                Command::AddQuote { parts: vec![range], kind: self.kind_of(range) }
            }
        };
        match self.change(|session| session.run(command)) {
            Ok(outcome) => {
                self.target = None;
                self.cursor = None;
                let mut offers = vec![Offer::Undo];
                if let Tool::Label(label) = tool
                    && !others.is_empty()
                {
                    let entity = outcome.select.and_then(|id| self.entity_of(id));
                    offers.push(Offer::MarkAll { ranges: others.into(), label, entity });
                }
                // While a label is armed the person goes on selecting: nothing else takes the stage.
                if let (None, Some(id)) = (self.armed, outcome.select) {
                    self.show(id);
                }
                self.toast(Message::Did(outcome.action, outcome.count), &offers);
            }
            Err(error) => self.refuse(error),
        }
    }

    fn entity_of(&self, id: AnnotationId) -> Option<EntityId> {
        match &self.document()?.annotation(id)?.body {
            Body::Mention(mention) => mention.entity,
            Body::Quote(_) => None,
        }
    }

    /// The other mentions of the same words with the same label, that `wanted` holds for.
    pub(super) fn others(&self, id: AnnotationId, wanted: impl Fn(&Annotation) -> bool) -> Vec<AnnotationId> {
        let Some(document) = self.document() else { return Vec::new() };
        let same = document.same_words(id).into_iter().filter(|&other| other != id);
        same.filter(|&other| document.annotation(other).is_some_and(|a| wanted(a))).collect()
    }

    /// Runs `command` for `id`, offering the same for the other mentions of the words.
    pub(super) fn run_for(
        &mut self,
        id: AnnotationId,
        others: Vec<AnnotationId>,
        command: impl Fn(Vec<AnnotationId>) -> Command,
    ) -> bool {
        match self.change(|session| session.run(command(vec![id]))) {
            Ok(outcome) => {
                self.follow(&outcome);
                let mut offers = vec![Offer::Undo];
                if !others.is_empty() {
                    offers.push(Offer::Likewise { count: others.len(), command: command(others) });
                }
                self.toast(Message::Did(outcome.action, outcome.count), &offers);
                true
            }
            Err(error) => {
                self.refuse(error);
                false
            }
        }
    }

    pub(super) fn accept(&mut self, id: AnnotationId) {
        let others = self.others(id, |a| a.review == Review::Suggested);
        if self.run_for(id, others, Command::Accept) {
            // The button that was pressed is gone.
            self.show(id);
        }
    }

    pub(super) fn delete(&mut self) {
        if let Some(id) = self.selected {
            self.discard(id, Command::Remove);
        }
    }

    /// Takes an annotation out of the article; the focus goes on to the next one.
    pub(super) fn discard(&mut self, id: AnnotationId, command: impl Fn(Vec<AnnotationId>) -> Command) {
        let others = self.others(id, |_| true);
        let stops = self.open.as_ref().map(|open| open.projection.stops()).unwrap_or_default();
        let at = stops.iter().position(|&stop| stop == id);
        let after = at.and_then(|at| stops.get(at + 1).or_else(|| stops.get(at.checked_sub(1)?))).copied();
        if self.run_for(id, others, command) {
            self.select(None);
            self.roving = after.or(self.roving);
            if let Some(id) = self.roving {
                let turn = self.next_turn();
                self.reveal = Some(Reveal { turn, id, focus: true });
            }
        }
    }
}
