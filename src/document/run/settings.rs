//! Paragraph roles, labels and the title.

use std::sync::Arc;

use super::outcome;
use crate::document::edit::{Edit, one_line};
use crate::document::{Change, CommandError, Label, LabelId, Outcome};
use crate::vocabulary::BlockKind;

impl Edit {
    pub(super) fn set_block(&mut self, paragraph: u32, kind: BlockKind) -> Result<Outcome, CommandError> {
        if paragraph as usize >= self.document.blocks().len() {
            return Err(CommandError::OtherText);
        }
        self.put(Change::Block { paragraph, kind, chosen: true });
        outcome("block", 1, None)
    }

    pub(super) fn put_label(&mut self, id: Option<LabelId>, label: Label) -> Result<Outcome, CommandError> {
        let mut label = label;
        label.name = one_line(&label.name);
        label.key = label.key.map(|k| k.to_lowercase().next().unwrap_or(k));
        if !label.name.contains(char::is_alphanumeric) {
            return Err(CommandError::BadName);
        }
        let mut labels = self.document.labels().to_vec();
        let at = match id {
            Some(id) => id.0 as usize,
            None => labels.len(),
        };
        let taken = |other: &Label| {
            other.name.to_lowercase() == label.name.to_lowercase() || (label.key.is_some() && other.key == label.key)
        };
        if labels.iter().enumerate().any(|(i, other)| i != at && taken(other)) || &*label.name == "QUOTE" {
            return Err(CommandError::LabelTaken);
        }
        if at == labels.len() && u16::try_from(at).is_ok() {
            labels.push(label);
        } else {
            let old = labels.get_mut(at).ok_or(CommandError::UnknownLabel)?;
            if at < 3 && old.name != label.name {
                return Err(CommandError::BuiltInLabel);
            }
            *old = label;
        }
        self.put(Change::Labels(labels.into()));
        outcome("label", 1, None)
    }

    pub(super) fn set_title(&mut self, title: Arc<str>) -> Result<Outcome, CommandError> {
        self.put(Change::Title(title));
        outcome("title", 1, None)
    }
}
