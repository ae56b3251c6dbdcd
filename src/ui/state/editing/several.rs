//! What is done to several selected annotations as one step.

use std::collections::BTreeSet;

use crate::document::{AnnotationId, Body, Command, EntityId};
use crate::ui::state::desk::Desk;
use crate::ui::state::editing::marking::quote_kind;
use crate::ui::state::selection::Tool;

/// Names take the label, quotes become names; or all become quotes.
pub(crate) fn retype(desk: &mut Desk, ids: &[AnnotationId], tool: Tool) {
    let Some(document) = desk.document() else { return };
    let (mut mentions, mut commands) = (Vec::new(), Vec::new());
    for annotation in ids.iter().filter_map(|&id| document.annotation(id)) {
        let id = annotation.id;
        match (tool, &annotation.body) {
            (Tool::Label(_), Body::Mention(_)) => mentions.push(id),
            (Tool::Label(label), Body::Quote(_)) => commands.push(Command::QuoteToMention { id, label }),
            (Tool::Quote, Body::Mention(mention)) => {
                let kind = quote_kind(document.source().slice(mention.range));
                commands.push(Command::SetQuoteKind { id, kind });
            }
            (Tool::Quote, Body::Quote(_)) => {}
        }
    }
    if let Tool::Label(label) = tool {
        commands.push(Command::Relabel { ids: mentions, label });
    }
    desk.run_for_selected(Command::Together(commands));
}

/// The selected names join `into`, or leave for an entity of their own.
pub(crate) fn link(desk: &mut Desk, ids: &[AnnotationId], into: Option<EntityId>) {
    let Some(document) = desk.document() else { return };
    let is_name = |id: &AnnotationId| document.annotation(*id).is_some_and(|found| found.body.mention().is_some());
    let ids = ids.iter().copied().filter(is_name).collect();
    desk.run_for_selected(Command::MoveMentions { ids, into });
}

/// Takes all selected out of the article; the focus goes on to the next annotation.
pub(crate) fn discard(desk: &mut Desk, ids: Vec<AnnotationId>, command: impl Fn(Vec<AnnotationId>) -> Command) -> bool {
    let gone: BTreeSet<_> = ids.iter().copied().collect();
    let stops = desk.article.stops();
    let first = stops.iter().position(|stop| gone.contains(stop)).unwrap_or(0);
    let (before, behind) = stops.split_at(first);
    let after = behind.iter().find(|stop| !gone.contains(stop)).or_else(|| before.last()).copied();
    let done = desk.run_for_selected(command(ids));
    if done {
        desk.selection.adding = false;
        desk.select(None);
        if let Some(id) = after {
            desk.go(id);
        }
    }
    done
}
