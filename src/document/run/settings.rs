//! Paragraph roles and the title.

use std::sync::Arc;

use crate::document::run::edit::Edit;
use crate::document::{Change, CommandError, Outcome, StepKind};
use crate::vocabulary::BlockKind;

pub(crate) fn set_block(edit: &mut Edit, paragraph: u32, kind: BlockKind) -> Result<Outcome, CommandError> {
    if paragraph as usize >= edit.document.blocks().len() {
        return Err(CommandError::OtherText);
    }
    edit.put(Change::Block { paragraph, kind, chosen: true });
    Outcome::of(StepKind::Block, 1, None)
}

pub(crate) fn set_title(edit: &mut Edit, title: Arc<str>) -> Result<Outcome, CommandError> {
    edit.put(Change::Title(title));
    Outcome::of(StepKind::Title, 1, None)
}
