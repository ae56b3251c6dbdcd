//! Doing something to one annotation, or to all that have the same words.

use crate::document::{Annotation, AnnotationId, Command};
use crate::ui::state::desk::Desk;
use crate::ui::state::message::{Message, Offer};
use crate::ui::state::selection::Scope;

/// The other mentions of the same words with the same label, that `wanted` holds for.
pub(crate) fn others(desk: &Desk, id: AnnotationId, wanted: impl Fn(&Annotation) -> bool) -> Vec<AnnotationId> {
    let Some(document) = desk.document() else { return Vec::new() };
    let same = document.same_words(id).into_iter().filter(|&other| other != id);
    same.filter(|&other| document.annotation(other).is_some_and(|annotation| wanted(annotation))).collect()
}

/// Runs `command` for `id` and, when the person has said "all", for `others` in the same step; else offers them.
pub(crate) fn run_for(
    desk: &mut Desk,
    id: AnnotationId,
    others: Vec<AnnotationId>,
    command: impl Fn(Vec<AnnotationId>) -> Command,
) -> bool {
    let all: Vec<_> = std::iter::once(id).chain(others.iter().copied()).collect();
    let for_all = desk.selection.scope == Scope::All;
    let now = if for_all { all.clone() } else { vec![id] };
    match desk.ran(command(now), |_| {}) {
        Ok((outcome, deed)) => {
            desk.follow(&outcome);
            let mut offers = vec![Offer::Undo];
            // Following may have selected something else, which is one again.
            if !others.is_empty() && desk.selection.scope == Scope::One {
                let (count, revision) = (others.len(), desk.article.revision());
                let (alone, together) = (command(others), command(all));
                offers.push(Offer::Others { alone, together, count, revision, new: false });
            }
            desk.selection.scope = Scope::One;
            desk.note(Message::Did(deed), offers);
            true
        }
        Err(error) => {
            desk.page.refuse(error);
            false
        }
    }
}

/// Takes the offer to do the same to the others: one step with the first, when nothing has happened since.
pub(crate) fn likewise(desk: &mut Desk, alone: Command, together: Command, revision: u32) {
    let selected = desk.selection.selected;
    if revision != desk.article.revision() {
        desk.run(alone);
        return;
    }
    let done = desk.ran(together, |session| {
        session.undo();
    });
    match done {
        Ok((outcome, deed)) => {
            let here = |id: &AnnotationId| desk.document().is_some_and(|document| document.annotation(*id).is_some());
            match selected.filter(here) {
                Some(id) => desk.select(Some(id)),
                None => desk.follow(&outcome),
            }
            desk.note(Message::Did(deed), vec![Offer::Undo]);
        }
        Err(error) => desk.page.refuse(error),
    }
}
