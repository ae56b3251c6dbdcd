//! Commands at work: each checks what it is asked and makes its changes on the scratch copy.

mod clusters;
mod labels;
mod mentions;
mod quotes;
mod review;
mod settings;

use super::edit::Edit;
use super::{AnnotationId, Command, CommandError, Outcome};

/// The outcome of a command; nothing done is a refusal.
fn outcome(action: &'static str, count: usize, select: Option<AnnotationId>) -> Result<Outcome, CommandError> {
    if count == 0 { Err(CommandError::NothingToDo) } else { Ok(Outcome { action, count, select }) }
}

impl Edit {
    /// Runs a command on the scratch copy. After an error the scratch copy is worthless.
    pub(super) fn run(&mut self, command: Command) -> Result<Outcome, CommandError> {
        match command {
            Command::AddMentions { ranges, label, entity } => self.add_mentions(&ranges, label, entity),
            Command::AddQuote { parts, kind } => self.add_quote(parts, kind),
            Command::Remove(ids) => self.discard_all("delete", &ids),
            Command::Retarget { id, part, range } => self.retarget(id, part, range),
            Command::AddPart { id, range } => self.add_part(id, range),
            Command::RemovePart { id, part } => self.remove_part(id, part),
            Command::Relabel { ids, label } => self.relabel(&ids, label),
            Command::SetQuoteKind { id, kind } => self.set_quote_kind(id, kind),
            Command::QuoteToMention { id, label } => self.quote_to_mention(id, label),
            Command::SetSpeaker { id, person, mention } => self.set_speaker(id, person, mention),
            Command::SetCue { id, cue } => self.set_cue(id, cue),
            Command::RenameEntity { id, name } => self.rename_entity(id, &name),
            Command::RelabelEntity { id, label } => self.relabel_entity(id, label),
            Command::MergeEntities { from, into } => self.merge_entities(&from, into),
            Command::MoveMentions { ids, into } => self.move_mentions(&ids, into),
            Command::RemoveEntity(id) => self.remove_entity(id),
            Command::Accept(ids) => self.accept(&ids),
            Command::Reject(ids) => self.discard_all("reject", &ids),
            Command::Unreview(ids) => self.unreview(&ids),
            Command::SetNote { id, note } => self.set_note(id, &note),
            Command::SetStatus { ids, status } => self.set_status(&ids, status),
            Command::SetBlock { paragraph, kind } => self.set_block(paragraph, kind),
            Command::PutLabel { id, label } => self.put_label(id, label),
            Command::RemoveLabel { id, into } => self.remove_label(id, into),
            Command::SetTitle(title) => self.set_title(title),
            Command::ApplyAnalysis(analysis) => self.apply_analysis(&analysis),
            Command::Together(commands) => self.together(commands),
        }
    }

    /// Parts with nothing left to do are skipped; any other refusal refuses all.
    fn together(&mut self, commands: Vec<Command>) -> Result<Outcome, CommandError> {
        let mut all: Option<Outcome> = None;
        for command in commands {
            match self.run(command) {
                Ok(one) => {
                    all = Some(match all {
                        None => one,
                        Some(sum) => Outcome {
                            action: if sum.action == one.action { sum.action } else { "several" },
                            count: sum.count + one.count,
                            select: one.select.or(sum.select),
                        },
                    });
                }
                Err(CommandError::NothingToDo) => {}
                Err(refusal) => return Err(refusal),
            }
        }
        all.ok_or(CommandError::NothingToDo)
    }
}
