//! A note as it is typed: kept from the first key on, and one step for all of it.

use std::rc::Rc;
use std::sync::Arc;

use crate::document::{AnnotationId, Command, CommandError};
use crate::ui::state::article::Typing;
use crate::ui::state::desk::Desk;
use crate::view::inspect;

/// One more key of a note.
pub(crate) fn type_note(desk: &mut Desk, id: AnnotationId, note: Arc<str>) {
    let goes_on = desk.article.typing == Some(Typing { id, revision: desk.article.revision() });
    let has_note = |desk: &Desk| {
        desk.document()
            .and_then(|document| document.annotation(id))
            .is_some_and(|annotation| !annotation.note.is_empty())
    };
    let had_note = has_note(desk);
    let outcome = desk.change_undrawn(|session| {
        let taken_back = if goes_on { session.undo() } else { None };
        match (session.run(Command::SetNote { id, note }), taken_back) {
            // Back to what it was before.
            (Err(CommandError::NothingToDo), Some(outcome)) => Ok(outcome),
            (outcome, _) => outcome,
        }
    });
    match outcome {
        Ok(_) => {
            desk.article.typing = Some(Typing { id, revision: desk.article.revision() });
            desk.selection.inspected = desk.document().and_then(|document| inspect(document, id)).map(Rc::new);
            // The sign of a note comes with its first key and goes with its last.
            if had_note != has_note(desk) {
                desk.draw();
            }
        }
        Err(CommandError::NothingToDo) => {}
        Err(error) => desk.page.refuse(error),
    }
}
