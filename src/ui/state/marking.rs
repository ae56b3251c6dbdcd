//! Choosing words and marking them.

use std::rc::Rc;

use super::{AppState, Message, Offer, Reveal, Tool};
use crate::document::{AnnotationId, Body, Command, CommandError, EntityId, Snap};
use crate::text::TextRange;
use crate::vocabulary::QuoteKind;

impl AppState {
    pub(super) fn target(&mut self, range: Option<TextRange>) {
        if self.target != range {
            self.wide = false;
        }
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
        if let Some(ids) = self.several() {
            return self.retype_all(&ids, tool);
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
    pub(super) fn kind_of(&self, range: TextRange) -> QuoteKind {
        let is_word = |c: Option<char>| c.is_none_or(|c| c.is_alphanumeric() || c.is_whitespace());
        let words = self.document().map_or("", |d| d.source().slice(range));
        let bare = is_word(words.chars().next()) || is_word(words.chars().next_back());
        if bare { QuoteKind::Indirect } else { QuoteKind::Direct }
    }

    fn mark(&mut self, tool: Tool, range: TextRange) {
        let Some(document) = self.document() else { return };
        let others = document.other_occurrences(range);
        let wide = self.wide;
        let all: Vec<_> = std::iter::once(range).chain(others.iter().copied()).collect();
        let mark = |ranges: Vec<TextRange>, label| Command::AddMentions { ranges, label, entity: None };
        let command = match tool {
            Tool::Label(label) if wide => mark(all.clone(), label),
            Tool::Label(label) => mark(vec![range], label),
            Tool::Quote => {
                let range = document.snap(range, Snap::Quote).unwrap_or(range);
                Command::AddQuote { parts: vec![range], kind: self.kind_of(range) }
            }
        };
        match self.change(|session| session.run(command)) {
            Ok(outcome) => {
                self.target = None;
                self.cursor = None;
                self.wide = false;
                let mut offers = vec![Offer::Undo];
                if let Tool::Label(label) = tool
                    && !others.is_empty()
                    && !wide
                {
                    let entity = outcome.select.and_then(|id| self.entity_of(id));
                    let count = others.len();
                    let alone = Command::AddMentions { ranges: others, label, entity };
                    let (together, revision) = (mark(all, label), self.revision());
                    offers.push(Offer::Others { alone, together, count, revision, new: true });
                }
                // While a label is armed the person goes on selecting: nothing else takes the stage.
                if let (None, Some(id)) = (self.armed, outcome.select) {
                    self.show(id);
                }
                self.note(Message::Did(outcome.action, outcome.count), offers);
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

    pub(super) fn delete(&mut self) {
        if let Some(ids) = self.several() {
            self.discard_all(ids, Command::Remove);
        } else if let Some(id) = self.selected {
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
