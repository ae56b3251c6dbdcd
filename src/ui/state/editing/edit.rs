//! Changes that a person makes to the article: what a gesture means for what is selected now.

use std::rc::Rc;
use std::sync::Arc;

use crate::document::{
    Annotation, AnnotationId, CheckStatus, Command, CommandError, Document, EntityId, LabelId, Session,
};
use crate::text::Source;
use crate::ui::state::desk::Desk;
use crate::ui::state::editing::same_words::{others, run_for};
use crate::ui::state::editing::{marking, notes, several, speakers, version};
use crate::ui::state::message::Message;
use crate::ui::state::selection::{MovingEdge, Scope, Tool};
use crate::view::{Edge, InspectedBody, Step, grow};
use crate::vocabulary::BlockKind;

/// A change of the article.
#[derive(Clone, Debug)]
pub(crate) enum EditAction {
    /// Change the document.
    Run(Command),
    Undo,
    Redo,
    /// Mark the chosen words, or change the selected annotation.
    Apply(Tool),
    /// The selected annotation becomes a name with this label, whatever words are chosen.
    Relabel(LabelId),
    /// The selected mention belongs to this entity; to a new one of its own without.
    Link(Option<EntityId>),
    /// One more key of the note of an annotation.
    Note(AnnotationId, Arc<str>),
    /// State of fact checking of the selected annotation.
    Status(CheckStatus),
    /// Back to a suggestion: what was decided is open again.
    Unreview,
    /// Delete the selected annotation.
    Delete,
    /// Move an edge of a part of the selected annotation; without an edge, the one the keys move.
    Grow(Option<(usize, Edge)>, Step),
    /// Give the selected annotation the range of the chosen words.
    Retarget,
    /// The chosen words become one more part of the selected quote.
    AddPart,
    /// The chosen words are the cue of the selected quote; without chosen words it has none.
    SetCue,
    /// The chosen words name the speaker of the selected quote.
    SpeakerWords,
    /// Nobody is named as the speaker of the selected quote.
    Nobody,
    /// The n-th speaker of the list, from 0.
    Speaker(usize),
    /// Leave out, or take back in, the paragraph of the chosen words or the selected annotation.
    SwitchBlock,
    /// Another title, and another version of the text.
    Text(Arc<str>, Source),
    /// Put this kept version back, which is called so.
    Restore(Document, Rc<str>),
}

/// Makes a change. Whether the article is to be analyzed again after it.
pub(crate) fn reduce(desk: &mut Desk, action: EditAction) -> bool {
    match action {
        EditAction::Run(command) => run(desk, command),
        EditAction::Undo => desk.travel(Session::undo, Message::Undid),
        EditAction::Redo => desk.travel(Session::redo, Message::Redid),
        EditAction::Apply(tool) => apply(desk, tool),
        EditAction::Relabel(label) => {
            desk.selection.target = None;
            apply(desk, Tool::Label(label));
        }
        EditAction::Link(into) => link(desk, into),
        EditAction::Note(id, note) => notes::type_note(desk, id, note),
        EditAction::Status(status) => set_status(desk, status),
        EditAction::Unreview => unreview(desk),
        EditAction::Delete => delete(desk),
        EditAction::Grow(edge, step) => move_edge(desk, edge, step),
        EditAction::Retarget => retarget(desk),
        EditAction::AddPart => add_part(desk),
        EditAction::SetCue => set_cue(desk),
        EditAction::SpeakerWords => speakers::choose_words(desk),
        EditAction::Nobody => speakers::choose_nobody(desk),
        EditAction::Speaker(index) => speakers::choose(desk, index),
        EditAction::SwitchBlock => return switch_blocks(desk),
        EditAction::Text(title, source) => return version::put(desk, title, source),
        EditAction::Restore(kept, name) => version::restore(desk, &kept, name),
    }
    false
}

fn run(desk: &mut Desk, command: Command) {
    let removes_label = matches!(command, Command::RemoveLabel { .. });
    // The button that opened the dialog goes with the label, and the focus with it.
    if desk.run(command)
        && removes_label
        && let Some(id) = desk.selection.selected.or(desk.selection.roving)
    {
        desk.go(id);
    }
}

/// Marks the chosen words; without them changes what is selected; without that either arms the tool.
pub(crate) fn apply(desk: &mut Desk, tool: Tool) {
    if let Some(range) = desk.selection.target {
        return marking::mark(desk, tool, range);
    }
    if let Some(ids) = desk.several() {
        return several::retype(desk, &ids, tool);
    }
    let selected = desk.selection.selected.and_then(|id| desk.document()?.annotation(id));
    match selected.map(|annotation| (annotation.id, annotation.body.clone())) {
        Some((id, body)) => marking::retype(desk, id, &body, tool),
        None => marking::arm(desk, tool),
    }
}

/// The selected mention joins `into`, or leaves for an entity of its own.
fn link(desk: &mut Desk, into: Option<EntityId>) {
    if let Some(ids) = desk.several() {
        return several::link(desk, &ids, into);
    }
    let Some(id) = desk.selection.selected else { return };
    let elsewhere = |annotation: &Annotation| {
        annotation.body.mention().is_some_and(|mention| into.is_none() || mention.entity != into)
    };
    let others = others(desk, id, elsewhere);
    run_for(desk, id, others, |ids| Command::MoveMentions { ids, into });
}

fn set_status(desk: &mut Desk, status: CheckStatus) {
    if let Some(ids) = desk.several() {
        desk.run_for_selected(Command::SetStatus { ids, status });
    } else if let Some(id) = desk.selection.selected {
        let others = if desk.selection.scope == Scope::All { others(desk, id, |_| true) } else { Vec::new() };
        let ids = std::iter::once(id).chain(others).collect();
        desk.run(Command::SetStatus { ids, status });
    }
}

fn unreview(desk: &mut Desk) {
    if let Some(ids) = desk.several() {
        desk.run_for_selected(Command::Unreview(ids));
    } else if let Some(id) = desk.selection.selected
        && desk.run_quietly(Command::Unreview(vec![id]))
        && desk.selection.selected.is_some()
    {
        // The button that was pressed is gone.
        desk.show(id);
    }
}

fn delete(desk: &mut Desk) {
    if let Some(ids) = desk.several() {
        several::discard(desk, ids, Command::Remove);
    } else if let Some(id) = desk.selection.selected {
        discard(desk, id, Command::Remove);
    }
}

/// Takes an annotation out of the article; the focus goes on to the next one.
pub(crate) fn discard(desk: &mut Desk, id: AnnotationId, command: impl Fn(Vec<AnnotationId>) -> Command) {
    let others = others(desk, id, |_| true);
    let stops = desk.article.stops();
    let at = stops.iter().position(|&stop| stop == id);
    let after = at.and_then(|at| stops.get(at + 1).or_else(|| stops.get(at.checked_sub(1)?))).copied();
    if run_for(desk, id, others, command) {
        desk.select(None);
        desk.selection.roving = after.or(desk.selection.roving);
        if let Some(id) = desk.selection.roving {
            desk.page.reveal(id, true);
        }
    }
}

fn move_edge(desk: &mut Desk, edge: Option<(usize, Edge)>, step: Step) {
    let Some((id, document)) = desk.selection.only().zip(desk.article.document()) else { return };
    let moving = || desk.selection.moving_edge(document).map(|MovingEdge { part, edge, .. }| (part, edge));
    let Some((part, edge)) = edge.or_else(moving) else { return };
    let Some(&range) = document.annotation(id).and_then(|annotation| annotation.body.parts().get(part)) else { return };
    match grow(document.source(), range, edge, step) {
        Some(range) => {
            desk.run(Command::Retarget { id, part, range });
        }
        None => desk.page.refuse(CommandError::BadRange),
    }
}

fn retarget(desk: &mut Desk) {
    let (Some(id), Some(range)) = (desk.selection.selected, desk.selection.target) else { return };
    let part = match desk.selection.inspected.as_deref().map(|inspected| &inspected.body) {
        Some(InspectedBody::Quote { parts, .. }) => parts.iter().position(|part| part.overlaps(range)).unwrap_or(0),
        _ => 0,
    };
    if desk.run(Command::Retarget { id, part, range }) {
        desk.selection.target = None;
    }
}

fn add_part(desk: &mut Desk) {
    if let (Some(id), Some(range)) = (desk.selection.selected, desk.selection.target)
        && desk.run(Command::AddPart { id, range })
    {
        desk.selection.target = None;
    }
}

fn set_cue(desk: &mut Desk) {
    if let Some(id) = desk.selection.selected
        && desk.run(Command::SetCue { id, cue: desk.selection.target })
    {
        desk.selection.target = None;
    }
}

/// Whether the paragraphs of what is chosen were left out, or taken back in: all as the first of them.
fn switch_blocks(desk: &mut Desk) -> bool {
    let Some(document) = desk.document() else { return false };
    let selected = desk.selection.selected.and_then(|id| document.annotation(id));
    let Some(range) = desk.selection.target.or_else(|| selected.map(|annotation| annotation.body.span())) else {
        return false;
    };
    let source = document.source();
    let Some(first) = source.paragraph_at(range.start()) else { return false };
    let read = document.blocks().get(first).is_none_or(|kind| kind.is_read());
    let kind = if read { BlockKind::Furniture } else { BlockKind::Body };
    let here = source.paragraphs()[first..].iter().take_while(|paragraph| paragraph.start() < range.end());
    let last = first + here.count().max(1);
    let numbers = (first..last).filter_map(|index| u32::try_from(index).ok());
    desk.run(Command::set_blocks(numbers, kind))
}
