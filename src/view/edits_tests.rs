//! An article and edits of all kinds, for tests of what follows an edit.

use crate::document::{AnnotationId, Command, Document, EntityId, LabelId};
use crate::text::TextRange;
use crate::vocabulary::{BlockKind, QuoteKind};

pub(crate) const TEXT: &str = "Ana Díaz met Ben Ode in Lyon.\n\n“Lyon is calm,” said Díaz. “Very calm.”\n\n\
                    Nobody was there.\n\nBen slept, 🙂 and Ana left Lyon.";

pub(crate) fn at(words: &str, n: usize) -> TextRange {
    let (start, _) = TEXT.match_indices(words).nth(n).expect("the words stand in the text");
    TextRange::at(start as u32, (start + words.len()) as u32)
}

/// A cheap source of choices that gives the same ones each time.
pub(crate) struct Choices(pub(crate) u64);

impl Choices {
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

pub(crate) fn command(choices: &mut Choices, document: &Document) -> Command {
    let ids: Vec<_> = document.annotations().map(|a| a.id).collect();
    let entities: Vec<_> = document.entities().map(|e| e.id).collect();
    let id = ids.get(choices.below(ids.len().max(1))).copied().unwrap_or(AnnotationId(0));
    let entity = entities.get(choices.below(entities.len().max(1))).copied();
    let label = LabelId(choices.below(3) as u16);
    let words = ["Ana", "Díaz", "Ben Ode", "Lyon", "Lyon is calm", "Very calm", "Ben slept, 🙂 and Ana"];
    let range = at(words[choices.below(words.len())], 0);
    match choices.below(9) {
        0 | 1 => Command::AddMentions { ranges: vec![range], label, entity: None },
        2 => Command::AddQuote { parts: vec![range], kind: QuoteKind::Direct },
        3 => Command::Remove(vec![id]),
        4 => Command::Retarget { id, part: 0, range },
        5 => Command::Relabel { ids: vec![id], label },
        6 => Command::SetSpeaker { id, entity, mention: Some(range) },
        7 => Command::RenameEntity {
            id: entity.unwrap_or(EntityId(0)),
            name: ["Ana", "Lyon", "Zoë"][choices.below(3)].into(),
        },
        _ => Command::SetBlock {
            paragraph: choices.below(4) as u32,
            kind: [BlockKind::Body, BlockKind::Furniture][choices.below(2)],
        },
    }
}
