//! The word cursor, and edges that move.

use super::AppState;
use crate::document::{Body, Command, CommandError, QuoteBody};
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

    pub(super) fn grow(&mut self, edge: Edge, step: Step) {
        let Some((id, document)) = self.selected.zip(self.document()) else { return };
        let Some(annotation) = document.annotation(id) else { return };
        let (part, range) = match &annotation.body {
            Body::Mention(mention) => (0, mention.range),
            Body::Quote(QuoteBody { parts, .. }) => {
                let part = if edge == Edge::Start { 0 } else { parts.len() - 1 };
                (part, parts[part])
            }
        };
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
