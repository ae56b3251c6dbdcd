//! Paragraph roles and the title.

use std::sync::Arc;

use super::outcome;
use crate::document::edit::Edit;
use crate::document::{Change, CommandError, Outcome};
use crate::vocabulary::BlockKind;

impl Edit {
    pub(super) fn set_block(&mut self, paragraph: u32, kind: BlockKind) -> Result<Outcome, CommandError> {
        if paragraph as usize >= self.document.blocks().len() {
            return Err(CommandError::OtherText);
        }
        self.put(Change::Block { paragraph, kind, chosen: true });
        outcome("block", 1, None)
    }

    pub(super) fn set_title(&mut self, title: Arc<str>) -> Result<Outcome, CommandError> {
        self.put(Change::Title(title));
        outcome("title", 1, None)
    }
}
