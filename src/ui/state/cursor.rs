//! The word cursor, and edges that move.

use super::{AppState, Message};
use crate::document::{Command, CommandError};
use crate::text::TextRange;
use crate::view::{Edge, InspectedBody, Motion, Step, grow, move_cursor, words_of};

impl AppState {
    pub(super) fn move_cursor(&mut self, motion: Motion, extend: bool) {
        let Some(document) = self.document() else { return };
        let source = document.source();
        let start = || {
            let selected = self.selected.and_then(|id| document.annotation(id)).map(|a| a.body.span());
            selected.or_else(|| source.paragraphs().iter().find_map(|&p| words_of(source, p).first().copied()))
        };
        let Some(target) = self.target else {
            // What is selected stays so: the words may become its boundaries, one more part, its cue or its speaker.
            let word = start();
            self.target = word;
            self.cursor = word;
            return;
        };
        let anchor = self.cursor.unwrap_or(target);
        // The end that moves is the one away from the anchor.
        let moving = if anchor.start() > target.start() {
            TextRange::new(target.start(), target.start())
        } else {
            words_of(source, target).last().copied().unwrap_or(target)
        };
        let from = if extend { moving } else { anchor };
        let Some(word) = move_cursor(source, from, motion) else { return };
        if extend {
            self.cursor = Some(anchor);
            self.target = Some(anchor.cover(word));
        } else {
            self.cursor = Some(word);
            self.target = Some(word);
        }
    }

    /// The edge that the boundary keys move, with the part it belongs to, and how many parts there are.
    pub(crate) fn moving(&self) -> Option<(usize, Edge, usize)> {
        let parts = self.document()?.annotation(self.only()?)?.body.parts().len();
        let outer = if self.edge == Edge::Start { 0 } else { parts - 1 };
        Some((self.part.filter(|&part| part < parts).unwrap_or(outer), self.edge, parts))
    }

    /// Goes round all edges in reading order and tells which one is next.
    pub(super) fn switch_edge(&mut self) {
        let Some((part, edge, parts)) = self.moving() else { return };
        let (part, edge) = match edge {
            Edge::Start => (part, Edge::End),
            Edge::End => ((part + 1) % parts, Edge::Start),
        };
        self.part = Some(part);
        self.edge = edge;
        self.announce(Message::Edge(part, edge, parts));
    }

    pub(super) fn grow(&mut self, edge: Option<(usize, Edge)>, step: Step) {
        let Some((part, edge)) = edge.or_else(|| self.moving().map(|(part, edge, _)| (part, edge))) else { return };
        let Some((id, document)) = self.only().zip(self.document()) else { return };
        let Some(&range) = document.annotation(id).and_then(|a| a.body.parts().get(part)) else { return };
        match grow(document.source(), range, edge, step) {
            Some(range) => {
                self.run(Command::Retarget { id, part, range });
            }
            None => self.refuse(CommandError::BadRange),
        }
    }

    pub(super) fn retarget_to_selection(&mut self) {
        let (Some(id), Some(range)) = (self.selected, self.target) else { return };
        let part = match self.inspected.as_deref().map(|i| &i.body) {
            Some(InspectedBody::Quote { parts, .. }) => parts.iter().position(|p| p.overlaps(range)).unwrap_or(0),
            _ => 0,
        };
        if self.run(Command::Retarget { id, part, range }) {
            self.target = None;
        }
    }
}
